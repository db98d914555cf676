"""Lines of cells along one axis, such as an area in all windows: taken out where anything moved, and put back narrowed.

Laws speak of the cells of a line; a line in which nothing has moved tells nothing new.
"""

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

from indicators.disclosure.attack.bounds import Bounds
from indicators.disclosure.attack.grid import Array
from indicators.disclosure.attack.narrowing import Block

WINDOWS, PARTS, AREAS = 0, 1, 2

EVERYWHERE = np.ones((1, 1), bool)

AT_ONCE = 32
"""So many windows at once: their cells stay close to the processor."""

MANY = 0.4
"""Where so large a share of the lines has moved, all are taken: whole rows are copied far sooner than cells."""


def moved_lines(
    bounds: Bounds, moved: Array, axis: int, where: Array, windows: Sequence[int] | None = None
) -> Iterator[Block]:
    """The lines along an axis in which any cell has `moved`, changed in place; nothing where none has.

    `where` tells of each line whether the laws to apply hold there. Along the windows only those given are taken, and
    all at once; else some windows after the others.
    """
    if windows is not None:
        yield from _moved(bounds, np.asarray(windows), moved, axis, where)
        return
    where = np.broadcast_to(where, (len(moved), *where.shape[1:]))
    for first in range(0, len(moved), AT_ONCE):
        rows = slice(first, first + AT_ONCE)
        yield from _moved(bounds, rows, moved, axis, where[rows])


def _moved(bounds: Bounds, rows: slice | Array, moved: Array, axis: int, where: Array) -> Iterator[Block]:
    lines = moved[rows].any(axis=axis) & where
    if not lines.any():
        return
    if lines.mean() > MANY:
        inside = np.expand_dims(np.broadcast_to(where, lines.shape), axis)
        yield from _changed(bounds, rows, axis, inside)
    else:
        yield from _changed(bounds, _cells(np.arange(len(moved))[rows], axis, lines), min(axis, 1))


def _changed(bounds: Bounds, places: Any, axis: int, inside: Array = EVERYWHERE) -> Iterator[Block]:
    """Some cells; what is changed of those `inside` is kept. Whole rows are changed where they stand, others copied."""
    arrays = bounds.low, bounds.high, bounds.clashing
    low, high, clashing = (one[places] for one in arrays)
    everywhere = inside.all()
    if isinstance(places, slice) and not everywhere:
        low, high, clashing = low.copy(), high.copy(), clashing.copy()
    yield Block(low, high, bounds.shown[places], clashing, axis)
    if isinstance(places, slice) and everywhere:
        return
    for kept, found in zip(arrays, (low, high, clashing), strict=True):
        kept[places] = found if everywhere else np.where(inside, found, kept[places])


def _cells(rows: Array, axis: int, lines: Array) -> tuple[Any, ...]:
    """Where the cells of lines are; in what is taken from there, lines along the windows stand upright."""
    one, other = np.nonzero(lines)
    if axis == WINDOWS:
        return rows[:, None], one, other
    return (rows[one], slice(None), other) if axis == PARTS else (rows[one], other)
