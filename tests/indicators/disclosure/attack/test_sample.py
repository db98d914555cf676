"""A sample of cells is checked by integer programming, which sees several laws together."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest

from indicators.disclosure.attack import Evidence, Release, attack
from indicators.disclosure.attack.sample import Sample, check_sample
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
        assert check_sample(release, found, 100, seed=1) == Sample(cells, narrower=1, exposed=0, impossible=0)


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
            assert check_sample(release, found, 8, seed).impossible == 0


def test_bounds_that_leave_out_the_truth_are_noticed():
    with attacked(Tiny(), 1) as (release, found, truth):
        [bounds] = [one.bounds for one in found]
        place = place_of(bounds.grid, *next(row for row in truth if row[6] > 4 and row[5] == "XX")[1:6])
        bounds.high[place] = bounds.low[place] = 0
        assert check_sample(release, found, 100, seed=1).impossible > 0


def test_the_seed_chooses_the_cells():
    with attacked(BY_SEX, 7) as (release, found, _):
        samples = [check_sample(release, found, 4, seed) for seed in (*range(12), *range(12))]
        assert samples[:12] == samples[12:]
        assert {one.checked for one in samples} == {4}
        assert {one.narrower for one in samples} == {0, 1}
