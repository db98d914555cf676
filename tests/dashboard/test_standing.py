"""Ranks, changes and differences, worked by hand."""

from dataclasses import replace
from decimal import Decimal

import pytest

from dashboard.chance import beyond_chance
from dashboard.standing import Standing, course, sizes, split, standing
from warehouse.periods import parse_period
from warehouse.reading import ALL, Cell, Portal

D = Decimal


def cell(value: str | None, lower: str | None = None, upper: str | None = None) -> Cell:
    number = [None if text is None else D(text) for text in (value, lower, upper)]
    status = "suppressed" if value is None else "value"
    return Cell("101", "2025-Q4", number[0], None, None, number[1], number[2], status, ())


@pytest.fixture
def now(portal: Portal) -> Standing:
    return standing(portal, "social_assistance_per_1000", parse_period("2025-Q4"))


def with_values(now: Standing, values: dict[str, str | None], direction: str = "lower_is_better") -> Standing:
    cells = {code: cell(value)._replace(area=code) for code, value in values.items()}
    return replace(now, cells=cells, indicator=replace(now.indicator, direction=direction))


def test_rank_one_is_the_best_and_equal_figures_share_a_rank(now: Standing) -> None:
    values = {"DK": "9", "101": "3", "147": "1", "151": "3", "153": None, "155": "5"}
    assert with_values(now, values).ranks == {"147": 1, "101": 2, "151": 2, "155": 4}
    assert with_values(now, values, "higher_is_better").ranks == {"155": 1, "101": 2, "151": 2, "147": 4}


def test_without_a_better_rank_one_is_the_highest(now: Standing) -> None:
    assert with_values(now, {"101": "3", "147": "1"}, "neutral").ranks == {"101": 1, "147": 2}


def test_areas_are_ordered_level_by_level_with_residual_ones_last(now: Standing) -> None:
    levels = [now.country.areas[code].level for code in now.areas]
    assert next(iter(levels)) == "country"
    assert levels.count("municipality") == len(now.base) == 98
    assert "residual" not in levels or levels[-1] == "residual"


def test_a_change_needs_both_figures(now: Standing) -> None:
    later = replace(
        with_values(now, {"101": "3", "147": None, "151": "2", "153": "2"}),
        before={"101": cell("5"), "147": cell("1"), "151": cell(None)},
    )
    assert [later.change(code) for code in ("101", "147", "151", "153")] == [D(-2), None, None, None]


@pytest.mark.parametrize(
    ("flags", "flags_before", "doubt"),
    [
        (("provisional",), (), "provisional"),
        (("provisional", "wide"), (), "provisional"),
        (("wide",), (), "wide"),
        ((), ("wide",), "wide"),
        ((), ("provisional",), None),
    ],
)
def test_a_figure_that_is_provisional_or_of_few_people_tells_of_no_change(
    now: Standing, flags: tuple[str, ...], flags_before: tuple[str, ...], doubt: str | None
) -> None:
    later = replace(
        now,
        cells={"101": cell("3")._replace(flags=flags)},
        before={"101": cell("5")._replace(flags=flags_before)},
    )
    assert later.doubt("101") == doubt
    assert later.change("101") == (None if doubt else D(-2))


def test_a_rank_among_neutral_counts_tells_no_more_than_size(now: Standing) -> None:
    count, share = replace(now.indicator, denominator=None), now.indicator
    assert [replace(now, indicator=one).places_tell for one in (count, share)] == [True, True]
    neutral = [replace(now, indicator=replace(one, direction="neutral")) for one in (count, share)]
    assert [one.places_tell for one in neutral] == [False, True]


def test_a_break_between_the_period_and_the_year_before_is_known(portal: Portal) -> None:
    broken = {
        quarter: standing(portal, "social_assistance_recipients", parse_period(quarter)).broken
        for quarter in ("2023-Q4", "2024-Q1", "2024-Q4", "2025-Q1")
    }
    assert broken == {"2023-Q4": False, "2024-Q1": True, "2024-Q4": True, "2025-Q1": False}


@pytest.mark.parametrize(
    ("one", "other", "beyond"),
    [
        (cell("10", "8", "12"), cell("5", "4", "6"), True),
        (cell("10", "6", "14"), cell("7", "4", "10"), False),
        # The intervals overlap (8 … 12 and 5 … 9), yet 10 − 7 = 3 is more than √(2² + 2²) = 2.83.
        (cell("10", "8", "12"), cell("7", "5", "9"), True),
        (cell("10"), cell("5", "4", "6"), None),
        (cell(None), cell("5", "4", "6"), None),
    ],
)
def test_a_difference_is_beyond_chance_when_its_interval_leaves_out_none(
    one: Cell, other: Cell, beyond: bool | None
) -> None:
    assert beyond_chance(one, other) is beyond
    assert beyond_chance(other, one) is beyond


def test_sizes_are_populations_where_they_are_known(portal: Portal) -> None:
    assert sizes(portal)["101"] == portal.country.areas["101"].population


def test_a_figure_that_few_people_stand_behind_has_no_rank_and_takes_none(now: Standing) -> None:
    one = with_values(now, {"101": "3", "147": "1", "151": "5"})
    one = replace(one, cells={**one.cells, "147": one.cells["147"]._replace(flags=("rounded", "wide"))})
    assert one.ranks == {"101": 1, "151": 2}
    assert one.uncertain == {"147"}


@pytest.mark.parametrize(
    ("change", "slight"),
    [("5", True), ("-5", True), ("9.9", True), ("10", False), ("-10", False), ("0", False)],
)
def test_rounding_to_five_can_make_a_difference_of_less_than_ten(
    split_portal: Portal, change: str, slight: bool
) -> None:
    counted = standing(split_portal, "recipients", parse_period("2025-12"))
    assert counted.is_slight(D(change)) is slight
    assert not counted.is_slight(None)


@pytest.mark.parametrize("indicator", ["activation_degree", "population"])
def test_shares_and_figures_as_delivered_are_not_judged_by_rounding(
    split_portal: Portal, indicator: str
) -> None:
    one = standing(split_portal, indicator, parse_period("2025-12"))
    assert (one.rounding_reach, one.whole_from, one.is_slight(D(5))) == (0, 0, False)


def test_the_standing_of_a_group_is_its_own(split_portal: Portal) -> None:
    december = parse_period("2025-12")
    everyone, women = (
        standing(split_portal, "recipients", december, category) for category in (ALL, ("sex", "female"))
    )
    assert (everyone.value("101") or 0) > (women.value("101") or 0) > 0
    assert women.before["101"].period == "2024-12"


def test_an_area_that_does_not_stand_in_the_period_has_a_cell_without_a_figure(now: Standing) -> None:
    assert not now.stands("RAR-FYN")
    assert now.stands("101")
    assert (now.cell("RAR-FYN").value, now.cell("RAR-FYN").status) == (None, "not_available")


@pytest.mark.parametrize(("by", "groups"), [("sex", 3), ("sex.age", 3 * 7)])
def test_everybody_and_all_groups_of_a_period_are_the_cells_of_each(
    split_portal: Portal, by: str, groups: int
) -> None:
    quarter, women = parse_period("2025-Q3"), ("sex", "female")
    found = split(split_portal, "recipients", by, quarter, women)
    assert len(found.groups) == 1 + groups
    for category, cells in found.groups.items():
        told = split_portal.cells("recipients", quarter, quarter, ["101", "825"], category)
        assert cells.made(["101", "825"]) == told
        assert told
    alone = standing(split_portal, "recipients", quarter, women)
    assert found.now.cells == alone.cells
    assert dict(found.now.before) == dict(alone.before)


def test_a_course_stands_as_all_areas_do(split_portal: Portal) -> None:
    quarter, women = parse_period("2025-Q3"), ("sex", "female")
    found = course(split_portal, "recipients", quarter, ("101", "825"), women)
    alone = standing(split_portal, "recipients", quarter, women)
    assert found.now.cells == alone.cells
    assert found.series["101"][str(quarter)] == alone.cells["101"]
    assert list(found.series) == ["101", "825"]
