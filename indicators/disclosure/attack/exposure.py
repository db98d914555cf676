"""How much an attack found: of how many cells that may be small it left one, two or three values."""

from typing import NamedTuple

from indicators.disclosure.attack.bounds import Bounds
from indicators.disclosure.attack.grid import Array

SMALL = 4
"""The largest number of people that is small."""


class Exposure(NamedTuple):
    """Cells, those of them that may truly be from 1 to 4, and how many of these are left one, two or three values.

    `clashing` are cells that are told of in ways that cannot be true together: whoever sees it knows that the method
    was not kept to, and how.
    """

    cells: int = 0
    small: int = 0
    exactly: int = 0
    to_two: int = 0
    to_three: int = 0
    clashing: int = 0

    def __add__(self, other: object) -> "Exposure":
        """Those of both."""
        if not isinstance(other, Exposure):
            return NotImplemented
        return Exposure(*(mine + theirs for mine, theirs in zip(self, other, strict=True)))


def exposure(bounds: Bounds, cells: Array | None = None) -> Exposure:
    """What an attack found of a figure, or of those of its cells that are asked for."""
    values, small = bounds.values(), may_be_small(bounds)
    if cells is not None:
        values, small = values[cells], small[cells]
    one, two, three = (int((small & (values == number)).sum()) for number in (1, 2, 3))
    return Exposure(values.size, int(small.sum()), one, two, three, int((values == 0).sum()))


def may_be_small(bounds: Bounds) -> Array:
    """Of each cell, whether its true number may be from 1 to 4: above 0 and below 5."""
    found: Array = (bounds.high > 0) & (bounds.low < (SMALL + 1) * bounds.scale)
    return found
