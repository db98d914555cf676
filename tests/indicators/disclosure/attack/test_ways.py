"""What a figure of one way out tells of the figure that is split by ways out, and the other way round."""

import pytest

from indicators.catalogue import read_catalogue
from indicators.disclosure.attack import Release
from indicators.disclosure.attack.attack import order
from indicators.disclosure.attack.bounds import Bounds, unknown
from indicators.disclosure.attack.grid import Part, grid_of
from indicators.disclosure.attack.laws import ALL
from indicators.disclosure.attack.ways import Way, along, parts_of_others, reached, ways_among
from tests.support.drafts import draft_of, lenient
from tests.support.planted_people import crowd
from tests.support.worlds import empty_warehouse

NEEDED = [one for one in read_catalogue() if one.id in {"activation_degree", "activation_degree_by_need"}]

WORK: Part = ("destination", "work")
WORK_OF_A: Part = ("scheme.destination", "a.work")


def bounds_of(*parts: Part) -> Bounds:
    return unknown(grid_of({(24300, 1)}, parts, ["A"]), days=False)


def range_of(bounds: Bounds, part: Part) -> tuple[float, float]:
    place = bounds.grid.part_at[part]
    return float(bounds.low[0, place, 0]), float(bounds.high[0, place, 0])


def limit(bounds: Bounds, part: Part, low: float, high: float) -> None:
    place = bounds.grid.part_at[part]
    bounds.low[0, place, 0], bounds.high[0, place, 0] = low, high


def test_exits_to_work_are_the_exits_whose_destination_is_work() -> None:
    exits = bounds_of(ALL, ("scheme", "a"), WORK, ("destination", "other"), WORK_OF_A)
    to_work = bounds_of(ALL, ("scheme", "a"), ("sex", "male"))
    limit(exits, WORK, 2, 9)
    limit(to_work, ALL, 0, 4)
    limit(to_work, ("scheme", "a"), 3, 3)
    limit(exits, ("destination", "other"), 7, 7)
    limit(exits, ALL, 11, 16)
    around = along(exits, "work")
    order(to_work, around)
    order(around, to_work)
    assert range_of(exits, WORK) == range_of(to_work, ALL) == (2, 4)
    assert range_of(exits, WORK_OF_A) == (3, 3)
    assert range_of(exits, ("destination", "other")) == (7, 7)
    assert range_of(exits, ALL) == (11, 16)


def test_those_to_disability_pension_are_no_more_than_those_to_a_pension() -> None:
    exits, disabled = bounds_of(("destination", "pension")), bounds_of(ALL)
    limit(exits, ("destination", "pension"), 1, 6)
    limit(disabled, ALL, 3, 9)
    order(disabled, along(exits, "pension"))
    assert range_of(disabled, ALL) == (3, 6)
    assert range_of(exits, ("destination", "pension")) == (3, 6)


def test_the_vocabulary_names_the_ways() -> None:
    named = {"benefit_exits amount", "exits_to_work amount", "exits_to_disability_pension amount"}
    assert list(ways_among(named)) == [
        Way("exits_to_work amount", "benefit_exits amount", "work", is_all=True),
        Way("exits_to_disability_pension amount", "benefit_exits amount", "pension", is_all=False),
    ]
    assert list(ways_among({"exits_to_work amount"})) == []


@pytest.mark.slow
def test_days_with_an_assessment_are_some_of_all_days_and_a_release_is_attacked_with_that() -> None:
    pairs = {
        ("activated_days_assessed amount", "activated_days amount"),
        ("benefit_days_assessed amount", "benefit_days_resolved amount"),
    }
    assert set(parts_of_others()) == pairs
    with empty_warehouse() as connection:
        draft_of(connection, crowd(), lenient(2, 4), 7, NEEDED)
        release = Release(connection)
        assert pairs <= set(release.orders)
        assert release.linked({"activated_days amount"}) == {name for pair in pairs for name in pair}


def test_what_is_paired_with_others_is_reached_through_them() -> None:
    pairs = [{"part", "whole"}, {"whole", "other part"}, {"elsewhere", "far off"}]
    assert reached({"part"}, pairs) == {"part", "whole", "other part"}
    assert reached({"alone"}, pairs) == {"alone"}
