"""What is known of numbers that obey a law together: each is narrowed to what the others leave it.

`low` and `high` are the least and the greatest that each cell's true number can be. A law speaks of cells of a line,
such as an area in all windows. Everything is changed in place, and only ever narrowed, so that the truth stays inside.
It is compiled: a release has tens of millions of cells, each of which obeys dozens of laws.

Where the method was not kept to, laws contradict each other. What would leave a cell nothing is not believed, and the
cell is marked as clashing: else the contradiction would grow with every law until all numbers are lost in it.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from numba import njit
from numpy.typing import NDArray

Array = NDArray[Any]

compiled = njit(cache=True, nogil=True, forceinline=True)
"""Inlined, for to hand arrays on takes as long as a law."""

Where = tuple[int, int, int, int, int]
"""Of a law on a line: the first cell of that, how far each is from the one before, and where among the places the law's
left side, its right side, and what follows begin."""

Taken = tuple[float, float, float, float, float, float, float, int, float]
"""Of a law: the sums of the least and the greatest on the left, then on the right; what a number on the right is at
least for those on the left; the two largest of those that differ from the right, and how many do; and what the right is
at least for all of them."""

SLACK = 0.01
"""By so many persons, events or person-days bounds may contradict each other for being sums of rounded numbers."""

MOVED = 1e-6
"""What moves by less, in persons, events or person-days, has not moved."""

BALANCE, COVER, WITHIN, REST = 1, 2, 4, 8
"""The rules: both sides have the same sum; the left has at least the sum of the right; each number on the left is no
more than the one on the right, and less where another figure is shown, since equal records give equal figures; and of
few pieces on the left that make the right, where one differs from it the others are not nothing together."""


class Law(NamedTuple):
    """What the places on the left of a line and those on the right have to do with each other, by the sum of `rules`.

    `groups` tells of each group of lines whether it holds there; of none, that it holds everywhere.
    """

    left: Sequence[int]
    right: Sequence[int]
    rules: int
    groups: Array | None = None


class Laws(NamedTuple):
    """Laws as arrays: of each its rules, where its places, its right side, and what follows begin, and its groups."""

    rules: Array
    begin: Array
    middle: Array
    end: Array
    places: Array
    groups: Array


class Cells(NamedTuple):
    """Bounds of cells one after the other, the figures shown of them (NaN where none), and which of them clash.

    `moved` are those that were narrowed before, `news` those that are now.
    """

    low: Array
    high: Array
    shown: Array
    clashing: Array
    moved: Array
    news: Array


class Lines(NamedTuple):
    """Lines of cells: the first of each and its group; `stride` is how far a cell is from the one before."""

    firsts: Array
    groups: Array
    stride: int


def as_arrays(laws: Sequence[Law], groups: int) -> Laws:
    """Laws of lines that are of so many groups."""
    places = [place for law in laws for place in (*law.left, *law.right)]
    left = np.array([len(law.left) for law in laws], "i8")
    right = np.array([len(law.right) for law in laws], "i8")
    end = np.cumsum(left + right)
    begin = end - left - right
    everywhere = np.ones(groups, bool)
    held = [everywhere if law.groups is None else law.groups for law in laws]
    return Laws(
        np.array([law.rules for law in laws], "i8"),
        begin,
        begin + left,
        end,
        np.array(places, "i8"),
        np.array(held, bool).reshape(len(laws), groups),
    )


@compiled
def narrow_lines(cells: Cells, lines: Lines, laws: Laws) -> None:
    """Apply laws to lines, one after the other; a law of which no cell has moved tells nothing new."""
    low, high, shown, clashing, moved, news = cells
    firsts, groups, stride = lines
    rules, begin, middle, end, places, held = laws
    for number in range(len(firsts)):
        first, group = firsts[number], groups[number]
        for law in range(len(rules)):
            where = (first, stride, begin[law], middle[law], end[law])
            if held[law, group] and _has_moved(moved, places, where):
                taken = _taken(low, high, shown, places, where)
                _narrow((low, high, shown, clashing, news), places, where, rules[law], taken)


@compiled
def _has_moved(moved: Array, places: Array, where: Where) -> bool:
    first, stride, left, _, stop = where
    found = False
    for k in range(left, stop):
        found |= moved[first + stride * places[k]]
    return found


@compiled
def _taken(low: Array, high: Array, shown: Array, places: Array, where: Where) -> Taken:
    """What the cells of a law are together, before any of them is narrowed."""
    first, stride, left, right, stop = where
    left_low = left_high = right_low = right_high = most_left = largest = second = 0.0
    differing = 0
    whole = first + stride * places[right]
    for k in range(right, stop):
        at = first + stride * places[k]
        right_low += low[at]
        right_high += high[at]
    for k in range(left, right):
        at = first + stride * places[k]
        left_low += low[at]
        left_high += high[at]
        gap = 1 if abs(shown[at] - shown[whole]) > 0 else 0  # NaN differs from nothing
        most_left = max(most_left, low[at] + gap)
        if gap:
            differing += 1
            second = max(second, min(largest, high[at]))
            largest = max(largest, high[at])
    at_least = 2.0 if differing == right - left else 0.0
    return left_low, left_high, right_low, right_high, most_left, largest, second, differing, at_least


@compiled
def _narrow(arrays: tuple[Array, ...], places: Array, where: Where, rules: int, taken: Taken) -> None:
    """Narrow each cell of a law to what the others leave it; the left ones first, which look at the right one."""
    low, high, shown, clashing, news = arrays
    first, stride, left, right, stop = where
    whole = first + stride * places[right]
    for k in range(left, stop):
        at = first + stride * places[k]
        if k < right:
            gap = 1 if abs(shown[at] - shown[whole]) > 0 else 0
            least, most = _on_the_left(rules, low[at], high[at], gap, taken)
            if rules & WITHIN:
                most = min(most, high[whole] - gap)
        else:
            least, most = _on_the_right(rules, low[at], high[at], taken)
        if least > most:
            clashing[at] |= least > most + SLACK
        elif least > low[at] or most < high[at]:
            news[at] |= least - low[at] > MOVED or high[at] - most > MOVED
            low[at], high[at] = least, most


@compiled
def _on_the_left(rules: int, low: float, high: float, gap: int, taken: Taken) -> tuple[float, float]:
    left_low, left_high, right_low, right_high, _, largest, second, differing, _ = taken
    least, most = low, high
    if rules & (BALANCE | COVER):
        least = max(least, high - left_high + right_low)
    if rules & BALANCE:
        most = min(most, low - left_low + right_high)
    if rules & REST and differing > gap:
        another = second if gap and high == largest else largest
        least = max(least, 1 - left_high + high + another)
    return least, most


@compiled
def _on_the_right(rules: int, low: float, high: float, taken: Taken) -> tuple[float, float]:
    left_low, left_high, right_low, right_high, most_left, _, _, _, at_least = taken
    least, most = low, high
    if rules & BALANCE:
        least = max(least, high + left_low - right_high)
    if rules & (BALANCE | COVER):
        most = min(most, low + left_high - right_low)
    if rules & WITHIN:
        least = max(least, most_left)
    if rules & REST:
        least = max(least, at_least)
    return least, most
