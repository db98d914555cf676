"""Which cells must not be shown because what they are a part of is too small to be split, as arrays.

A cell is shown when everything that it is a part of, by category, area or window, directly or at any distance, has a
published figure that is large enough. So what is small is carried down: by category, then by area, then by window.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]


class Above(NamedTuple):
    """A part or an area, and what it is a part of; of areas from the first to the last month.

    `level` is that of the part. What is not `closing` may be too small to be split without hiding its parts.
    """

    one: int
    above: int
    first_month: int = -999999
    last_month: int = 999999
    level: int = 0
    closing: bool = True


Hiding = Callable[[Array, Array], Array]
"""Tells of a grid with who is behind each cell, and of its windows, which cells must be hidden."""

_LONG = 1_000_000
"""More months than are ever counted."""


def withheld(
    cells: Mapping[str, Array],
    small: Array,
    parts: Iterable[Above],
    areas: Iterable[Above],
    hiding: Hiding | None = None,
) -> Array:
    """Of each cell, whether it must not be shown.

    Cells are rows of `part`, `area`, `window_months` and `month`, all whole numbers; `small` tells of each whether it
    is too small to be split. Categories and areas may be any, those without a cell close nothing. `hiding` tells of
    `behind`, who is behind each, which cells must be hidden by themselves.
    """
    # One number for each window: arrays of pairs are sorted far more slowly.
    codes, window = np.unique(cells["window_months"] * _LONG + cells["month"], return_inverse=True)
    windows = np.stack([codes // _LONG, codes % _LONG], axis=1)
    shape = (_count(cells["part"]), _count(cells["area"]), len(windows))
    place = (cells["part"], cells["area"], window)
    closed, hidden = np.zeros(shape, bool), np.zeros(shape, bool)
    closed[place] = small
    if hiding:
        behind = np.zeros(shape, "i8")
        behind[place] = cells["behind"]
        hidden = hiding(behind, windows)
    return (hidden | carried_down(closed | hidden, parts, areas, windows))[place]


def carried_down(small: Array, parts: Iterable[Above], areas: Iterable[Above], windows: Array) -> Array:
    """The same for a grid of parts, areas and windows; `windows` are pairs of a length and a last month."""
    under = np.zeros(small.shape, bool)
    _by_part(small, under, parts)
    closed = small | under
    _by_area(closed, under, areas, windows[:, 1])
    closed |= under
    _by_window(closed, under, windows)
    return under


def _count(numbers: Array) -> int:
    return int(numbers.max()) + 1 if numbers.size else 0


def _by_part(closed: Array, under: Array, parts: Iterable[Above]) -> None:
    for one, above, *_ in parts:
        if max(one, above) < len(closed):
            under[one] |= closed[above]


def _by_area(closed: Array, under: Array, areas: Iterable[Above], months: Array) -> None:
    for one, above, first, last, _, closing in areas:
        if closing and max(one, above) < closed.shape[1]:
            then = (months >= first) & (months <= last)
            under[:, one, then] |= closed[:, above, then]


def _by_window(closed: Array, under: Array, windows: Array) -> None:
    at = {(int(length), int(month)): number for number, (length, month) in enumerate(windows)}
    for (length, month), number in at.items():
        for above in windows_above(length, month, at.keys()):
            under[:, :, number] |= closed[:, :, at[above]]


def windows_above(length: int, month: int, counted: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longer windows that one is a part of, each a length and its last month.

    A month is of its quarter, and both are of the rolling year that ends with the quarter; a month whose quarter is
    not counted yet is of the rolling year that ends with the month.
    """
    known = set(counted)
    quarter = (3, month - month % 3 + 2)
    last = quarter[1] if quarter in known else month
    return [(other, last) for other in (3, 12) if other > length and (other, last) in known]
