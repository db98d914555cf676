"""What one figure is known to be: of every cell the least and the greatest that its true number can be.

Persons and events are whole numbers. Full-time persons are kept as person-days, full-time persons times the days of
the window, for these add up over windows; they may be any number, and were kept with four decimals.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

import numpy as np

from indicators.disclosure.attack.grid import Array, Grid
from indicators.disclosure.attack.narrowing import SLACK

UNKNOWN = 1e9
"""More persons, events or full-time persons than any cell has."""

CLOSE = 1e-4
"""Full-time persons were rounded to four decimals, so sums of them are a little off."""


class Rounding(NamedTuple):
    """How counts were rounded: to multiples of `base`, by at most `reach` (base - 1 where chance decides)."""

    base: int
    reach: int

    @property
    def farthest(self) -> float:
        """How far full-time persons may be from their figure: they fill the space between whole numbers."""
        return self.reach + (1 if self.reach == self.base - 1 else 0.5) + CLOSE


Cells = tuple[Array, Array, Array]
"""Numbers of windows, parts and areas, one of each for every cell that is told of."""


@dataclass(frozen=True)
class Bounds:
    """Of every cell of a grid what is shown (NaN where nothing), the least and the greatest that it may truly be.

    `clashing` marks cells that are told of in two ways that cannot both be true.
    """

    grid: Grid
    days: bool
    shown: Array
    low: Array
    high: Array
    clashing: Array

    @property
    def scale(self) -> Array:
        """What a full-time person of each window is in person-days; of other figures 1."""
        return self.grid.days[:, None, None] if self.days else np.ones((len(self.grid.windows), 1, 1))

    def copy(self) -> "Bounds":
        """The same, to be narrowed apart from these."""
        return replace(self, low=self.low.copy(), high=self.high.copy(), clashing=self.clashing.copy())

    def tell(self, places: Cells, figures: Array, rounding: Rounding, own: Array) -> None:
        """Cells are shown as `figures`: multiples of the base are rounded, anything else is true as it stands.

        `own` tells of each whether it is the cell's own figure; else it may have been made smaller to fit into another.
        """
        rounded = np.mod(figures, rounding.base) == 0
        off = np.where(rounded, rounding.farthest if self.days else rounding.reach, CLOSE / 2)
        least, most = self._kept(places, np.maximum(figures - off, 0), figures + off)
        for rows in _in_turn(places, self.grid.shape):
            where, shown, mine = _of(places, rows), figures[rows], own[rows]
            self.keep(where, least[rows], most[rows])
            known = self.shown[where]
            self.clashing[where] |= mine & ~np.isnan(known) & (known != shown)
            self.shown[where] = np.where(mine, shown, known)

    def narrow(self, places: Cells, low: Array, high: Array) -> None:
        """Cells are known to lie from `low` to `high`, both in persons, events or full-time persons."""
        least, most = self._kept(places, low, high)
        for rows in _in_turn(places, self.grid.shape):
            self.keep(_of(places, rows), least[rows], most[rows])

    def _kept(self, places: Cells, low: Array, high: Array) -> tuple[Array, Array]:
        """The same in what is kept: whole numbers, or person-days."""
        if not self.days:
            return np.ceil(low - CLOSE / 2), np.floor(high + CLOSE / 2)
        scale = self.scale[places[0], 0, 0]
        return low * scale, high * scale

    def keep(self, where: tuple[Array, ...], least: Array | None, most: Array | None) -> None:
        """The same of cells that are each told of once, in what is kept: persons, events or person-days.

        None tells nothing new.
        """
        low, high = self.low[where], self.high[where]
        least = low if least is None else np.maximum(low, least)
        most = high if most is None else np.minimum(high, most)
        torn = least > most
        if torn.any():
            self.clashing[where] |= least > most + SLACK
            least, most = np.where(torn, low, least), np.where(torn, high, most)
        self.low[where], self.high[where] = least, most

    def holds(self, places: Cells, figures: Array) -> Array:
        """Of each of some cells whether a number, in persons, events or full-time persons, is possible for it."""
        scale = self.scale[places[0], 0, 0]
        low, high = self.low[places] / scale, self.high[places] / scale
        found: Array = (figures >= low - CLOSE * 10) & (figures <= high + CLOSE * 10)
        return found

    def values(self) -> Array:
        """How many values each cell may have: whole numbers, or full-time persons that are one apart.

        0 where nothing is possible: what is told of the cell contradicts itself.
        """
        width = (self.high - self.low) / self.scale
        found: Array = np.where(width < -CLOSE * 10, 0, np.floor(width + CLOSE * 10) + 1).astype(int)
        found[self.clashing] = 0
        return found


def unknown(grid: Grid, days: bool) -> Bounds:
    """Nothing is known of any cell, but that it is not below 0."""
    low = np.zeros(grid.shape)
    bounds = Bounds(grid, days, np.full(grid.shape, np.nan), low, low.copy(), np.zeros(grid.shape, bool))
    bounds.high[:] = UNKNOWN * bounds.scale
    return bounds


def _in_turn(places: Cells, shape: tuple[int, ...]) -> Iterator[Array]:
    """Numbers of rows, all of them in a few turns, so that no turn has a cell twice: a year is a rolling year too."""
    cells = np.ravel_multi_index(places, shape)
    rows = np.arange(len(cells))
    row_of = np.empty(np.prod(shape), int)
    while len(rows):
        row_of[cells[rows]] = rows
        last = row_of[cells[rows]] == rows
        yield rows[last]
        rows = rows[~last]


def _of(places: Cells, rows: Array) -> Cells:
    windows, parts, areas = places
    return windows[rows], parts[rows], areas[rows]


def common(one: Bounds, other: Bounds) -> tuple[Array, ...]:
    """Where in one grid the windows, parts and areas are that the other has too; both are told in the same order."""

    def places(mine: Sequence[Any], theirs: Sequence[Any]) -> list[int]:
        at = {key: number for number, key in enumerate(mine)}
        return [at[key] for key in sorted(at.keys() & set(theirs))]

    mine, theirs = one.grid, other.grid
    return np.ix_(
        places(mine.windows, theirs.windows),
        places(mine.parts, theirs.parts),
        places(mine.areas, theirs.areas),
    )


def places_of(told: Mapping[str, Array], which: Array) -> Cells:
    """The places of those rows of a table that are chosen."""
    return told["window"][which], told["part"][which], told["area"][which]


def some_of(places: Cells, which: Array) -> Cells:
    """Those of the places that are chosen."""
    windows, parts, areas = places
    return windows[which], parts[which], areas[which]
