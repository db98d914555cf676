"""Ratios, intervals and flags of figures that were rounded for protection."""

from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

import pytest

from indicators.catalogue import read_catalogue
from indicators.comparison.intervals import byar, rounding_error, wilson
from indicators.disclosure import protect
from tests.support.protecting import KEY, PROTECTION, cells_of_figures, counted, country_of, months_of

COUNTRY = country_of("code | level\nXX | country\nA | municipality")
RATE = replace(
    {one.id: one for one in read_catalogue()}["social_assistance_per_1000"],
    id="rate",
    unit="percent",
    per=100,
    decimals=1,
    interval="wilson",
    periods=("month", "quarter"),
    breakdowns=(),
)
MONTH = months_of("2024-01")


class Cell(NamedTuple):
    """A computed cell."""

    value: Decimal | None
    numerator: Decimal | None
    denominator: Decimal | None
    lower: Decimal | None
    upper: Decimal | None
    status: str
    flags: str


def ratio(above, below, indicator=RATE, delivered=False, provisional_from=999999):
    """The one cell of a ratio of two counts; the denominator is rounded too, unless it was delivered."""
    table = "category | window | month | area | value\nall | 1 | 2024-01 | XX | {}"
    with counted(COUNTRY, table.format(above)) as connection:
        protect(connection, PROTECTION, KEY, "above", provisional_from=provisional_from)
        if delivered:
            connection.execute(
                "insert into measure_figure values "
                "('below', 'all', 'all', 'month', '2024-01', 'XX', ?, 'value', false, false, false, false, false)",
                [below],
            )
        else:
            connection.execute("update counted_cell set value = ?", [below])
            protect(connection, PROTECTION, KEY, "below", provisional_from=provisional_from)
        return Cell(*cells_of_figures(connection, COUNTRY, indicator, "above", "below")["all, 2024-01, XX"])


def test_a_ratio_is_made_of_rounded_counts():
    cell = ratio(61, 203)
    assert cell.numerator in {60, 65}
    assert cell.denominator in {200, 205}
    assert cell.value == round(100 * cell.numerator / cell.denominator, 1)
    assert cell.flags == "rounded"


@pytest.mark.parametrize(
    ("below", "status", "flags"),
    [
        (0, "too_few", ""),
        (45, "too_few", ""),
        (50, "value", "rounded,wide"),
        (95, "value", "rounded,wide"),
        (100, "value", "rounded"),
    ],
)
def test_a_rounded_denominator_must_be_large(below, status, flags):
    cell = ratio(0, below)
    assert (cell.status, cell.flags) == (status, flags)
    assert (cell.value is None) == (status != "value")


@pytest.mark.parametrize(
    ("below", "status", "flags"),
    [
        (0, "not_applicable", ""),
        (7, "value", "rounded,wide"),
        (99, "value", "rounded,wide"),
        (100, "value", "rounded"),
    ],
)
def test_a_public_denominator_need_not_be_large_to_be_shown(below, status, flags):
    cell = ratio(5, below, delivered=True)
    assert (cell.status, cell.flags) == (status, flags)


def test_a_share_that_rounding_carries_past_the_whole_is_shown_as_the_whole():
    cell = ratio(205, 200)
    assert (cell.value, cell.numerator, cell.denominator) == (100, 200, 200)
    assert cell.lower < 100
    assert cell.upper == 100


def test_what_is_no_share_may_be_more_than_its_denominator():
    cell = ratio(205, 200, replace(RATE, unit="per_100", interval="byar"))
    assert (cell.value, cell.numerator) == (Decimal("102.5"), 205)


def test_a_delivered_share_past_the_whole_stays_as_it_is():
    with counted(
        COUNTRY, "category | window | month | area | value\nall | 1 | 2024-01 | XX | 0"
    ) as connection:
        for measure, value in (("above", 205), ("below", 200)):
            connection.execute(
                "insert into measure_figure values "
                "(?, 'all', 'all', 'month', '2024-01', 'XX', ?, 'value', false, false, false, false, false)",
                [measure, value],
            )
        cell = Cell(*cells_of_figures(connection, COUNTRY, RATE, "above", "below")["all, 2024-01, XX"])
    assert (cell.value, cell.numerator, cell.flags) == (Decimal("102.5"), 205, "")


@pytest.mark.parametrize("small", ["above", "below"])
def test_a_ratio_of_a_withdrawn_part_is_withdrawn(small):
    large = (
        "category | window | month | area | value\nall | 1 | 2024-01 | XX | 100\nall | 1 | 2024-01 | A | 60"
    )
    with counted(COUNTRY, large) as connection:
        for figure in ("above", "below"):
            whole = 15 if figure == small else 100
            connection.execute("update counted_cell set value = ? where area = 'XX'", [whole])
            protect(connection, PROTECTION, KEY, figure, provisional_from=999999)
        cells = cells_of_figures(connection, COUNTRY, RATE, "above", "below")
    assert Cell(*cells["all, 2024-01, A"]) == Cell(None, None, None, None, None, "withdrawn", "")


def test_a_ratio_is_provisional_where_a_part_is():
    assert ratio(50, 200, provisional_from=MONTH).flags == "provisional,rounded"
    assert ratio(50, 200, provisional_from=MONTH + 1).flags == "rounded"


@pytest.mark.parametrize("delivered", [False, True])
@pytest.mark.parametrize(
    ("interval", "unit", "bounds"), [("wilson", "percent", wilson), ("byar", "per_100", byar)]
)
def test_intervals_know_what_was_rounded(delivered, interval, unit, bounds):
    cell = ratio(60, 200, replace(RATE, interval=interval, unit=unit), delivered)
    error = rounding_error(PROTECTION.base)
    expected = bounds(60, 200, per=100, errors=(error, 0.0 if delivered else error))
    assert (float(cell.lower), float(cell.upper)) == pytest.approx(expected, abs=0.0001)
    exact = bounds(60, 200, per=100)
    assert cell.lower < exact[0]
    assert cell.upper > exact[1]


def test_every_indicator_that_is_split_by_a_pair_is_split_by_both_margins():
    """The split rule sees the margins of a figure only if they are counted."""
    for indicator in read_catalogue():
        margins = {part for pair in indicator.breakdowns if "." in pair for part in pair.split(".")}
        assert margins <= set(indicator.breakdowns), indicator.id
