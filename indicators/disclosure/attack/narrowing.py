"""What is known of numbers that obey a law together: each is narrowed to what the others leave it, all cells at once.

`low` and `high` are the least and the greatest that each cell's true number can be; a law speaks of places along one
axis. Everything is changed in place, and only ever narrowed, so that the truth stays inside.

Where the method was not kept to, laws contradict each other. What would leave a cell nothing is not believed, and the
cell is marked as clashing: else the contradiction would grow with every law until all numbers are lost in it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]


SLACK = 0.01
"""By so many persons, events or person-days bounds may contradict each other for being sums of rounded numbers."""


@dataclass(frozen=True)
class Block:
    """Bounds of cells, the figures shown of them (NaN where none), which clash, and the axis that laws speak of."""

    low: Array
    high: Array
    shown: Array
    clashing: Array
    axis: int = 0

    def at(self, places: Sequence[int]) -> tuple[slice | Sequence[int], ...]:
        """Where the cells of some places stand in the arrays."""
        where: list[slice | Sequence[int]] = [slice(None)] * self.low.ndim
        where[self.axis] = _run(places)
        return tuple(where)

    def keep(self, places: Sequence[int], least: Array | None = None, most: Array | None = None) -> None:
        """The cells of some places are known to lie from `least` to `most` too; None tells nothing new."""
        keep(self.low, self.high, self.clashing, self.at(places), (least, most))


def _run(places: Sequence[int]) -> slice | Sequence[int]:
    """Places that stand beside each other as a slice, which is taken far sooner."""
    first = places[0] if len(places) else 0
    beside = all(place == first + number for number, place in enumerate(places))
    return slice(first, first + len(places)) if beside else places


def keep(
    low: Array, high: Array, clashing: Array, where: Any, known: tuple[Array | None, Array | None]
) -> None:
    """Narrow bounds somewhere to what is known there, unless that leaves nothing; None tells nothing new."""
    least = low[where] if known[0] is None else np.maximum(low[where], known[0])
    most = high[where] if known[1] is None else np.minimum(high[where], known[1])
    torn = least > most
    if torn.any():
        clashing[where] |= least > most + SLACK
        least, most = np.where(torn, low[where], least), np.where(torn, high[where], most)
    if known[0] is not None:
        low[where] = least
    if known[1] is not None:
        high[where] = most


def balance(block: Block, plus: Sequence[int], minus: Sequence[int]) -> None:
    """The numbers at `plus` and those at `minus` have the same sum."""
    more, less = block.at(plus), block.at(minus)
    least = _sum(block.low[more], block) - _sum(block.high[less], block)
    most = _sum(block.high[more], block) - _sum(block.low[less], block)
    kept = block.high[more] - most, block.low[more] - least
    block.keep(minus, block.high[less] + least, block.low[less] + most)
    block.keep(plus, *kept)


def _sum(numbers: Array, block: Block) -> Array:
    found: Array = numbers.sum(axis=block.axis, keepdims=True)
    return found


def cover(block: Block, pieces: Sequence[int], whole: Sequence[int]) -> None:
    """The numbers at `pieces` have at least the sum of those at `whole`."""
    some, all_of_it = block.at(pieces), block.at(whole)
    most = _sum(block.high[some], block) - _sum(block.low[all_of_it], block)
    kept = block.high[some] - most
    block.keep(whole, most=block.low[all_of_it] + most)
    block.keep(pieces, kept)


def within(block: Block, parts: Sequence[int], whole: int, strictly: bool) -> None:
    """The numbers at `parts` are no more than the one at `whole`.

    `strictly` tells that equal records give equal figures: where another figure is shown, they are fewer.
    """
    inside, around = block.at(parts), block.at([whole])
    gap = differing(block, parts, whole) if strictly else 0
    least = (block.low[inside] + gap).max(axis=block.axis, keepdims=True)
    most = block.high[around] - gap
    block.keep([whole], least)
    block.keep(parts, most=most)


def differing(block: Block, parts: Sequence[int], whole: int) -> Array:
    """1 where a part and the whole show other figures: then they are not the same records, and the part has fewer."""
    shown, around = block.shown[block.at(parts)], block.shown[block.at([whole])]
    gap: Array = (np.abs(shown - around) > 0).astype(float)  # NaN differs from nothing
    return gap


def rest(block: Block, pieces: Sequence[int], whole: int) -> None:
    """Of few pieces that make a whole: where one differs from it, the others are not nothing together.

    Where all differ, there are two at least that are not nothing.
    """
    gaps = differing(block, pieces, whole)
    block.keep([whole], 2 * gaps.min(axis=block.axis, keepdims=True))
    for place, piece in enumerate(pieces):
        others = [one for one in pieces if one != piece]
        gap = gaps.take([place], block.axis)
        most = block.high[block.at(others)]
        others_most = most.sum(axis=block.axis, keepdims=True) - most
        block.keep(others, np.where(gap > 0, 1 - others_most, 0))
