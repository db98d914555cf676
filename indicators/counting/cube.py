"""Cumulating and rolling up what is counted, as arrays: whole numbers, so exact; keys wrap at 2^64 as they should.

SQL finds who is counted from when to when. What remains is adding: windows one after the other, categories and areas
of what belongs to them. A full grid of cells is an array, and arrays add twenty times faster than joined rows do.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]
Columns = Mapping[str, Array]
"""Rows, column by column."""


@dataclass(frozen=True)
class Belonging:
    """A base area, by place in the grid, that counts in a place for windows `begin` up to, without, `end`."""

    place: int
    base: int
    begin: int
    end: int


@dataclass(frozen=True)
class Grid:
    """The cells of windows of one length.

    A crowd is the people who count in the same categories; `parts` lists the crowds of each category. `stands` tells
    of every place and window whether the area stands then.
    """

    window_months: int
    months: Array
    part_ids: Array
    parts: Sequence[Array]
    place_ids: Array
    members: Sequence[Belonging]
    stands: Array
    crowds: int
    bases: int

    @property
    def shape(self) -> tuple[int, int, int]:
        """Crowds, base areas and windows."""
        return self.crowds, self.bases, len(self.months)


def placed(rows: Columns, value: str, shape: tuple[int, int, int], along: str) -> Array:
    """What rows of `crowd`, `base` and `along` say of a value, as an array of that shape; each place at most once."""
    found = np.zeros(shape, rows[value].dtype)
    found[rows["crowd"], rows["base"], rows[along]] = rows[value]
    return found


def cumulated(
    changes: Columns, grid: Grid, values: Iterable[str] = ("amount", "contributors", "cell_key")
) -> dict[str, Array]:
    """What each category, base area and window counts, from the changes of one window to the next."""
    return {
        value: np.cumsum(of_parts(placed(changes, value, grid.shape, "window"), grid), axis=2)
        for value in values
    }


def of_parts(counts: Array, grid: Grid) -> Array:
    """What each category counts, from what the crowds do."""
    _, bases, steps = counts.shape
    found = np.zeros((len(grid.parts), bases, steps), counts.dtype)
    for part, crowds in enumerate(grid.parts):
        for crowd in crowds:  # in place: four times faster than the sum of a selection
            found[part] += counts[crowd]
    return found


def of_places(counts: Array, grid: Grid) -> Array:
    """What each place counts, from what the base areas do; who belongs where is settled at the window's end."""
    cells = np.zeros((len(counts), len(grid.place_ids), len(grid.months)), counts.dtype)
    for member in grid.members:
        windows = slice(member.begin, member.end)
        cells[:, member.place, windows] += counts[:, member.base, windows]
    return cells


def rolled_up(counts: Array, grid: Grid) -> Array:
    """What each category, place and window counts, from what crowds and base areas do."""
    return of_places(of_parts(counts, grid), grid)


def degree_days(changes: Columns, grid: Grid, first_month: int, days: Array) -> dict[str, Array]:
    """Degree-days, and the sum of the keys of the months, of each category, base area and window.

    `changes` are of single months, `days` the lengths of these from `first_month` on: from a month on it is `degree`
    more a day, and in the month itself `missing` degree-days less.
    """
    shape = (grid.crowds, grid.bases, len(days))
    degree, missing, keys = (
        of_parts(placed(changes, one, shape, "month"), grid) for one in ("degree", "missing", "cell_key")
    )
    monthly = {
        "amount": np.cumsum(degree, axis=2) * days - missing,
        "cell_key": np.cumsum(keys, axis=2),
    }
    ends = grid.months - first_month + 1
    return {value: windows(one, ends, grid.window_months) for value, one in monthly.items()}


def windows(monthly: Array, ends: Array, length: int) -> Array:
    """The sums of `length` months before each of `ends`, numbers of months since the first."""
    until = np.cumsum(monthly, axis=2)
    until = np.concatenate([np.zeros_like(until[:, :, :1]), until], axis=2)
    found: Array = until[:, :, ends] - until[:, :, ends - length]
    return found


def cells(grid: Grid, found: Mapping[str, Array]) -> Iterator[tuple[str, Array]]:
    """The cells as columns: those of areas that stand, and any other with something in it."""
    there = grid.stands[np.newaxis] | (found["contributors"] > 0) | (found["amount"] != 0)
    part, place, window = np.nonzero(there)
    yield "window_months", np.full(len(part), grid.window_months, np.int32)
    yield "month", grid.months[window]
    yield "part_id", grid.part_ids[part]
    yield "place_id", grid.place_ids[place]
    for value, one in found.items():
        yield value, one[there]
