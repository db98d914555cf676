"""A sample of cells is checked by integer programming, which sees several laws together."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import numpy as np
import pytest

from indicators.disclosure.attack import Evidence, Release, attack
from indicators.disclosure.attack.exposure import may_be_small
from indicators.disclosure.attack.figure_laws import FigureLaws
from indicators.disclosure.attack.laws import WindowLaws
from indicators.disclosure.attack.sample import NEAR, Checked, Sample, check_sample, summed_up, values_left
from tests.support.attacked import ENTRIES, RECIPIENTS, Told, place_of, published, truth_in
from tests.support.tiny_countries import Tiny, country_of, events_of

BY_SEX = Tiny(months=1, by_sex=True)


@contextmanager
def attacked(tiny: Tiny, seed: int) -> Iterator[tuple[Release, list[Evidence], list]]:
    """A release, what the attack found in it, and the truth."""
    indicator = replace(RECIPIENTS if tiny.persons else ENTRIES, breakdowns=("sex",) if tiny.by_sex else ())
    with published(
        country_of(tiny), Told(indicator, [events_of(tiny, seed)]), months=tiny.months
    ) as connection:
        release = Release(connection)
        yield release, attack(release), truth_in(connection)


def test_what_only_several_laws_together_tell_is_found():
    """The men of the country are four at most; one law at a time they may be five."""
    with attacked(BY_SEX, 7) as (release, found, _):
        cells = int((found[0].bounds.high > 0).sum())
        checked = check_sample(release, found, 2 * cells)
        assert summed_up(checked) == Sample(cells, narrower=1)
        [men] = [one for one in checked if one.left < one.known]
        grid = found[0].bounds.grid
        assert (grid.parts[men.place[1]], grid.areas[men.place[2]]) == (("sex", "male"), "XX")
        assert (men.known, men.left) == (5, 4)


def test_a_sample_is_summed_up_by_how_many_values_are_left():
    cells = [(9, 9), (9, 8), (9, 3), (9, 2), (5, 1), (9, 2), (3, 3), (4, 0), (3, 2)]
    checked = [Checked("entries", (0, 0, 0), known, left) for known, left in cells]
    assert summed_up(checked) == Sample(9, narrower=6, exactly=1, to_two=3, to_three=1, impossible=1)
    assert summed_up(checked).facts["sample_to_two"] == "3"


@pytest.mark.parametrize(
    "tiny",
    [
        BY_SEX,
        Tiny(),
        Tiny("ABC", region="AB", base=2, mean=2),
        Tiny("A", months=13, base=2, mean=1),
        Tiny(base=2, persons=3),
        Tiny("A", base=2, persons=4, by_sex=True),
    ],
)
def test_numbers_are_left_for_every_cell(tiny: Tiny):
    for seed in range(2):
        with attacked(tiny, seed) as (release, found, _):
            assert summed_up(check_sample(release, found, 16)).impossible == 0


def test_a_cell_without_laws_is_left_what_it_has():
    with attacked(Tiny(), 1) as (release, [found], _):
        laws = FigureLaws(release.places, release.bases, found)
        laws.parts, laws.areas, laws.windows = [], type(laws.areas)(), WindowLaws((), (), ())
        values = found.bounds.values()
        place = tuple(np.argwhere(values > 1)[0].tolist())
        assert values_left(laws, place) == values[place]


def test_bounds_that_leave_out_the_truth_are_noticed():
    with attacked(Tiny(), 1) as (release, found, truth):
        [bounds] = [one.bounds for one in found]
        place = place_of(bounds.grid, *next(row for row in truth if row[6] > 4 and row[5] == "XX")[1:6])
        bounds.high[place] = bounds.low[place] = 0
        assert summed_up(check_sample(release, found, 100)).impossible > 0


def test_the_same_cells_have_the_same_sample_and_others_another():
    with attacked(Tiny(months=13, by_sex=True), 7) as (release, found, _):
        sample = check_sample(release, found, 4)
        assert check_sample(release, found, 4) == sample
        found[0].bounds.high[0, 0, 0] = found[0].bounds.low[0, 0, 0] = 4
        assert {one.place for one in check_sample(release, found, 4)} != {one.place for one in sample}


def test_half_of_a_sample_is_nearest_to_being_known():
    with attacked(Tiny("ABC", region="AB", base=5, mean=9, months=13, by_sex=True), 7) as (release, found, _):
        values, small = found[0].bounds.values(), may_be_small(found[0].bounds)
        near = (small & (values <= NEAR)).sum() / small.sum()
        assert 0 < near < 0.2
        checked = check_sample(release, found, 20)
        assert len(checked) == 20
        assert sum(one.known <= NEAR for one in checked) >= 10
        assert all(small[one.place] for one in checked)
