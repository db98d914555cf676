"""Whether two figures differ, by more than chance alone would explain."""

from decimal import Decimal
from functools import cache
from statistics import NormalDist

from warehouse.reading import Cell


def beyond_chance(one: Cell, other: Cell, pairs: int = 1) -> bool | None:
    """Whether two figures differ by more than chance alone would explain, None where that cannot be told.

    The interval of the difference is put together from the published 95 % intervals of both (R. G. Newcombe,
    Statistics in Medicine 17 (1998) 873–890). Where the two were picked from so many pairs, it is as much wider as
    Bonferroni's inequality asks, so that none of these seems to differ by chance alone in 95 % of all cases.
    """
    high, low = (one, other) if (one.value or 0) >= (other.value or 0) else (other, one)
    top, floor, bottom, ceiling = high.value, high.lower, low.value, low.upper
    if top is None or floor is None or bottom is None or ceiling is None:
        return None
    return (top - bottom) ** 2 > _wider(pairs) ** 2 * ((top - floor) ** 2 + (ceiling - bottom) ** 2)


@cache
def _wider(pairs: int) -> Decimal:
    """How much wider than one of 95 % the intervals of so many pairs are."""
    one, each = (NormalDist().inv_cdf(1 - 0.025 / number) for number in (1, pairs))
    return Decimal(each / one)


def beyond_zero(cell: Cell) -> bool | None:
    """Whether a difference is more than chance alone would explain, None where that cannot be told."""
    if cell.lower is None or cell.upper is None:
        return None
    return cell.lower > 0 or cell.upper < 0


def verdict(difference: Decimal | None, clear: bool | None) -> str | None:
    """How a figure differs: `higher` or `lower` (as far as is known), `unclear` or `same`; None if not known.

    `clear` tells whether the difference is more than chance alone would explain, None where that is not known.
    """
    if difference is None:
        return None
    if clear is False:
        return "unclear"
    if difference == 0:
        return "same"
    return "higher" if difference > 0 else "lower"
