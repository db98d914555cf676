"""How an area's figure stands beside a larger area's: how they differ, and whether that is good."""

from dataclasses import dataclass
from decimal import Decimal

from dashboard.chance import beyond_chance
from dashboard.standing import WIDE
from dashboard.text.figures import RATIOS
from indicators.catalogue import Indicator
from warehouse.periods import Period
from warehouse.reading import Cell


@dataclass(frozen=True)
class Beside:
    """A larger area's figure of the same period, and how the area's own differs from it.

    `difference` is own minus the other, None where one is not published or the figure is an amount, which larger areas
    have more of. `clear` tells whether it is more than chance alone would explain, None where that is not known.
    """

    area: str
    cell: Cell | None
    difference: Decimal | None = None
    clear: bool | None = None


@dataclass(frozen=True)
class Newest:
    """One indicator's newest figure for an area, with the country's beside it; the country has nothing beside it."""

    indicator: Indicator
    period: Period
    cell: Cell
    country: Beside | None


def compares_areas(indicator: Indicator) -> bool:
    """Whether figures of areas of different size can be held against each other; of an amount they cannot."""
    return indicator.unit in RATIOS


def judgement(indicator: Indicator, beside: Beside | None) -> str | None:
    """`better` or `worse`, where the indicator judges and the difference is a clear one.

    Where nearer zero is better, two figures on either side of it are not judged: which is nearer is not what was found
    to be clear.
    """
    if beside is None or not beside.difference or not beside.clear or indicator.direction == "neutral":
        return None
    if indicator.direction == "nearer_zero_is_better":
        return _nearer_zero(beside)
    higher_is_better = indicator.direction == "higher_is_better"
    return "better" if (beside.difference > 0) == higher_is_better else "worse"


def _nearer_zero(beside: Beside) -> str | None:
    other = beside.cell.value if beside.cell else None
    if other is None or beside.difference is None or other * (other + beside.difference) < 0:
        return None
    return "better" if abs(other + beside.difference) < abs(other) else "worse"


def is_uncertain(figure: Newest) -> bool:
    """Whether so few people stand behind the area's own figure that chance and rounding move it much."""
    return WIDE in figure.cell.flags


def beside(indicator: Indicator, own: Cell, area: str, cell: Cell | None) -> Beside:
    """How an area's own figure stands beside the cell of a larger area in the same period."""
    if cell is None or cell.value is None or own.value is None or not compares_areas(indicator):
        return Beside(area, cell)
    return Beside(area, cell, own.value - cell.value, beyond_chance(own, cell))
