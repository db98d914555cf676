"""Figures in order: which has rank 1, and what rank another has."""

from bisect import bisect_left
from collections.abc import Sequence
from decimal import Decimal
from enum import Enum, auto

from indicators.catalogue import Indicator


class Order(Enum):
    """Which figure has rank 1; also where none is better than another."""

    HIGHEST_FIRST = auto()
    LOWEST_FIRST = auto()
    NEAREST_ZERO_FIRST = auto()

    def merit(self, value: Decimal) -> Decimal:
        """What ranks rise with: the lowest has rank 1."""
        if self is Order.NEAREST_ZERO_FIRST:
            return abs(value)
        return -value if self is Order.HIGHEST_FIRST else value

    def rank(self, ordered: Sequence[Decimal], value: Decimal) -> int:
        """The rank of a figure among the merits of all in rising order; equal merits share a rank."""
        return 1 + bisect_left(ordered, self.merit(value))


_ORDERS = {"lower_is_better": Order.LOWEST_FIRST, "nearer_zero_is_better": Order.NEAREST_ZERO_FIRST}


def order_of(indicator: Indicator) -> Order:
    """Which figure of an indicator has rank 1."""
    return _ORDERS.get(indicator.direction, Order.HIGHEST_FIRST)
