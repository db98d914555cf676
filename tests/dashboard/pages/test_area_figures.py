"""How an area stands: which period is shown, what stands beside it, and what is called different."""

from dataclasses import replace
from decimal import Decimal

import pytest

from dashboard.chance import verdict
from dashboard.data import catalogue
from dashboard.pages.area_beside import Beside, compares_areas, judgement
from dashboard.pages.area_cells import AreaCells
from dashboard.pages.area_choice import Choice
from dashboard.pages.area_figures import AreaFigure, _area_figure, _newest, _Told, area_figures
from dashboard.pages.area_standing_out import foremost, moving, perhaps_striking, striking
from dashboard.ranks import Order
from dashboard.standing import PROVISIONAL, WIDE, standing
from warehouse.cells import Series
from warehouse.periods import parse_period
from warehouse.reading import Cell, Portal

QUARTERS = Choice("quarter")
RATE, RECIPIENTS, POPULATION = "social_assistance_per_1000", "social_assistance_recipients", "population"
AARHUS, LAESO, MIDTJYLLAND = "751", "825", "1082"


def rows_of(portal: Portal, code: str) -> tuple[AreaFigure, ...]:
    return area_figures(AreaCells(portal, code, QUARTERS)).rows


def figure_of(portal: Portal, code: str, indicator: str) -> AreaFigure:
    return next(figure for figure in rows_of(portal, code) if figure.indicator.id == indicator)


def cell(value: str | None, status: str = "value") -> Cell:
    number = None if value is None else Decimal(value)
    return Cell("751", "2025-Q4", number, None, None, None, None, status, ())


def series_of(cells: dict[str, Cell]) -> Series:
    written = [
        f"{'' if one.status == 'value' else one.status}||{'' if one.value is None else one.value}"
        for one in cells.values()
    ]
    return Series(AARHUS, ";".join(cells), ";".join(written))


def test_the_newest_figure_stands_beside_those_of_region_and_country(portal):
    rate = figure_of(portal, AARHUS, RATE)
    # 378 526 inhabitants ÷ 200, rounded down, plus 11 for the twelfth quarter: 1 903 of them
    assert (str(rate.period), rate.cell.value) == ("2025-Q4", Decimal("5.03"))
    assert rate.region.area == MIDTJYLLAND
    assert rate.country.area == "DK"
    assert rate.region.cell.value == Decimal("5.14")
    assert rate.country.cell.value == Decimal("5.17")
    assert rate.country.difference == Decimal("5.03") - Decimal("5.17")


def test_a_year_before_there_were_four_fewer_recipients(portal):
    assert figure_of(portal, AARHUS, RECIPIENTS).change == 4


def test_the_rank_is_among_those_with_a_figure_and_the_lowest_rate_comes_first(portal):
    rate = figure_of(portal, AARHUS, RATE)
    assert (rate.rank, rate.ranked, rate.order_of_ranks) == (2, 98 - 2, Order.LOWEST_FIRST)


def test_amounts_of_areas_of_different_size_are_not_compared(portal):
    recipients = figure_of(portal, AARHUS, RECIPIENTS)
    assert not compares_areas(recipients.indicator)
    assert recipients.country.cell.value == 31171
    assert recipients.country.difference is None


def test_a_region_has_the_country_beside_it_and_the_country_nothing(portal):
    assert figure_of(portal, MIDTJYLLAND, RATE).region is None
    assert figure_of(portal, MIDTJYLLAND, RATE).country.area == "DK"
    assert figure_of(portal, "DK", RATE).country is None


def test_a_hidden_figure_says_why_and_has_no_difference_change_or_rank(portal):
    hidden = figure_of(portal, LAESO, RATE)
    assert (hidden.cell.status, hidden.cell.value) == ("suppressed", None)
    assert (hidden.country.difference, hidden.change, hidden.rank) == (None, None, None)
    assert {value for _, value in hidden.series} == {None}


def test_the_development_ends_with_the_period_that_is_shown(portal):
    series = figure_of(portal, AARHUS, POPULATION).series
    assert [str(period) for period, _ in (series[0], series[-1])] == ["2023-01", "2025-12"]
    assert len(series) == 36


def test_an_area_without_any_figure_has_none(portal):
    assert rows_of(portal, "DK-ABROAD") == ()


@pytest.mark.parametrize(
    ("cells", "shown"),
    [
        ({"2025-Q2": cell("1"), "2025-Q3": cell("2")}, "2025-Q3"),
        ({"2025-Q2": cell("1"), "2025-Q3": cell(None, "suppressed")}, "2025-Q2"),
        ({"2025-Q2": cell(None, "suppressed"), "2025-Q3": cell(None, "not_available")}, "2025-Q2"),
        ({"2025-Q3": cell(None, "not_available")}, None),
        ({}, None),
    ],
)
def test_the_newest_period_with_a_figure_is_shown_else_the_newest_that_says_why(cells, shown):
    periods = [parse_period("2025-Q2"), parse_period("2025-Q3")]
    found = _newest(series_of(cells), periods)
    assert (str(found) if found else None) == shown


@pytest.mark.parametrize(("only", "shown"), [("2024-Q3", "2024-Q3"), ("2024-Q2", "2025-Q3")])
def test_a_figure_of_more_than_a_year_before_is_not_shown_as_the_newest(only, shown):
    periods = [parse_period(f"{year}-Q{quarter}") for year in (2024, 2025) for quarter in (1, 2, 3)]
    hidden = {str(period): cell(None, "suppressed") for period in periods}
    assert str(_newest(series_of(hidden | {only: cell("1")}), periods)) == shown


@pytest.mark.parametrize(
    ("difference", "clear", "word", "judged"),
    [
        ("0.5", True, "higher", "worse"),
        ("-0.5", True, "lower", "better"),
        ("0.5", False, "unclear", None),
        ("0", False, "unclear", None),
        ("0.5", None, "higher", None),
        ("0", None, "same", None),
    ],
)
def test_only_a_clear_difference_is_judged(portal, difference, clear, word, judged):
    rate = catalogue(portal)[RATE]
    beside = Beside("DK", cell("3"), Decimal(difference), clear)
    assert rate.direction == "lower_is_better"
    assert (verdict(beside.difference, beside.clear), judgement(rate, beside)) == (word, judged)
    assert judgement(replace(rate, direction="neutral"), beside) is None
    opposite = {"better": "worse", "worse": "better", None: None}
    assert judgement(replace(rate, direction="higher_is_better"), beside) == opposite[judged]


def test_without_a_difference_there_is_no_verdict():
    assert verdict(None, None) is None


def test_what_stands_out_is_what_differs_most_in_proportion(portal):
    rate = figure_of(portal, AARHUS, RATE)

    def differing(value: str, difference: str, clear: bool | None) -> AreaFigure:
        return replace(rate, country=Beside("DK", cell(value), Decimal(difference), clear))

    small, large = differing("100", "-10", True), differing("2", "1", True)
    unclear, unknown = differing("1", "1", False), differing("1", "1", None)
    rows = [small, unclear, unknown, large]
    assert striking(rows) == (large, small)
    assert perhaps_striking([*rows, unknown, unknown, unknown]) == (unknown,) * 3
    assert striking([replace(rate, country=None)]) == ()


def uncertain(figure: AreaFigure) -> AreaFigure:
    return replace(figure, cell=figure.cell._replace(flags=(WIDE,)))


def test_what_is_certain_comes_before_what_is_not(portal):
    rate = figure_of(portal, AARHUS, RATE)

    def differing(difference: str, clear: bool | None) -> AreaFigure:
        return replace(rate, country=Beside("DK", cell("10"), Decimal(difference), clear))

    small, large = differing("-1", True), uncertain(differing("9", True))
    assert striking([large, small]) == (small, large)  # though the uncertain one is larger, and worse
    perhaps = [uncertain(differing("9", None))] * 3
    assert perhaps_striking([*perhaps, differing("1", None)])[0] == differing("1", None)
    moved = [uncertain(replace(rate, change=Decimal(9))), replace(rate, change=Decimal(1))]
    assert moving(moved) == (moved[1], moved[0])


def test_all_that_stands_out_is_named_and_the_worse_before_the_better_before_what_is_not_judged(portal):
    rate, recipients = figure_of(portal, AARHUS, RATE), figure_of(portal, AARHUS, RECIPIENTS)
    worse, better, neutral = (
        replace(one, country=Beside("DK", cell("100"), Decimal(difference), clear=True))
        for one, difference in ((rate, "1"), (rate, "-2"), (recipients, "50"))
    )
    assert striking([neutral, better, neutral, worse, better]) == (worse, better, better, neutral, neutral)


def test_what_is_worse_does_not_crowd_out_the_rest_of_the_few_that_are_named(portal):
    rate = figure_of(portal, AARHUS, RATE)

    def differing(name: str, difference: str) -> AreaFigure:
        beside = Beside("DK", cell("100"), Decimal(difference), clear=True)
        return replace(rate, indicator=replace(rate.indicator, id=name), country=beside)

    worse = [differing(f"worse{size}", str(size)) for size in (9, 8, 7, 6, 5)]
    better = [differing(f"better{size}", str(-size)) for size in (3, 2, 1)]
    assert foremost([*worse, *better]) == (*worse[:3], *better[:2])
    assert foremost([*worse, better[0]]) == (*worse[:4], better[0])
    assert foremost(worse[:2]) == tuple(worse[:2])
    assert foremost([worse[0], *map(uncertain, better)]) == (worse[0],)


def test_a_figure_older_than_its_indicators_newest_is_neither_compared_nor_ranked(portal):
    new = figure_of(portal, AARHUS, RATE)
    assert not new.old
    period = parse_period("2025-Q3")
    asked = AreaCells(portal, AARHUS, QUARTERS)
    until_then = Series(AARHUS, "2025-Q3", "||5")
    told = _Told(RATE, portal.periods[RATE, "quarter"], until_then, period)
    old = _area_figure(asked, told, new.period.last)
    assert (old.period, old.old, old.cell.value is not None) == (period, True, True)
    assert (old.rank, old.change, old.region.difference, old.country.difference) == (None, None, None, None)
    assert old.country.cell.value is not None
    # its picture ends where the series does, in the years that end with the newest figure
    assert (old.series[-1], old.places[-1]) == ((new.period, None), 1)
    assert (
        max(place for (_, value), place in zip(old.series, old.places, strict=True) if value is not None) < 1
    )


def test_all_developments_of_a_profile_are_drawn_on_the_same_years(portal):
    rows = rows_of(portal, AARHUS)
    assert len({row.period.kind for row in rows}) > 1
    placed: dict[int, float] = {}
    for row in rows:
        for (period, _), place in zip(row.series, row.places, strict=True):
            assert placed.setdefault(period.last, place) == place
    assert (min(placed.values()), max(placed.values())) == (0, 1)


def test_ranks_are_those_of_compare(portal):
    quarter = parse_period("2025-Q4")
    for indicator in (RATE, POPULATION):
        period = quarter if indicator == RATE else portal.periods[indicator, "month"][-1]
        now = standing(portal, indicator, period)
        for area in now.base:
            found = [one for one in rows_of(portal, area) if one.indicator.id == indicator]
            expected = now.ranks.get(area) if now.places_tell else None
            assert [one.rank for one in found if not one.old] == [expected]


def test_the_size_of_an_area_is_no_rank(portal):
    assert figure_of(portal, AARHUS, RECIPIENTS).rank is None
    assert figure_of(portal, AARHUS, POPULATION).rank is None


def test_what_moved_most_leaves_out_amounts_and_what_a_break_divides(portal):
    rate, recipients = figure_of(portal, AARHUS, RATE), figure_of(portal, AARHUS, RECIPIENTS)
    up, down = replace(rate, change=Decimal("0.1")), replace(rate, change=Decimal(-2))
    broken, still = replace(rate, change=Decimal(3), broken=True), replace(rate, change=Decimal(0))
    assert moving([up, recipients, broken, still, down]) == (down, up)


def test_a_break_within_the_year_is_known(portal):
    assert not figure_of(portal, AARHUS, RATE).broken


def test_beside_a_provisional_figure_stands_the_change_of_the_last_settled_period(
    portal: Portal, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = Series.__getitem__

    def two_are_provisional(series: Series, period: str) -> Cell:
        cell = read(series, period)
        return cell._replace(flags=(PROVISIONAL,)) if period in {"2025-Q3", "2025-Q4"} else cell

    asked, periods = AreaCells(portal, AARHUS, QUARTERS), portal.periods[RECIPIENTS, "quarter"]
    series = asked.series(RECIPIENTS)
    assert series is not None
    told = _Told(RECIPIENTS, periods, series, periods[-1])
    assert _area_figure(asked, told, periods[-1].last).settled is None
    monkeypatch.setattr(Series, "__getitem__", two_are_provisional)
    figure = _area_figure(asked, told, periods[-1].last)
    assert figure.change is None
    assert figure.settled == (parse_period("2025-Q2"), 4)
