"""The laws of one figure, as the field knows them and the counting keeps them, applied to what is known of it."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

import numpy as np

from indicators.counting.areas import Places
from indicators.disclosure.attack.evidence import Evidence
from indicators.disclosure.attack.grid import Array, Grid, Part, Window
from indicators.disclosure.attack.laws import (
    ALL,
    Sum,
    area_bases,
    area_parts,
    area_sums,
    part_sums,
    steady,
    window_laws,
)
from indicators.disclosure.attack.narrowing import (
    BALANCE,
    COVER,
    MOVED,
    REST,
    WITHIN,
    Cells,
    Law,
    Lines,
    as_arrays,
    narrow_lines,
)
from warehouse.vocabulary import vocabulary

SWEEPS = 60
"""At most so often every law is applied where anything has moved since the time before."""

FEW = 4
"""Of so few pieces it is looked at what the others are when one differs from the whole."""

WINDOWS, PARTS, AREAS = 0, 1, 2
"""The axes of a grid."""


class FigureLaws:
    """The laws of a figure.

    Persons, unlike events and days, add up over areas and their own traits only: who is counted in several months is
    counted once in the quarter, in the state of the last of them.
    """

    def __init__(self, places: Places, bases: Sequence[str], evidence: Evidence) -> None:
        """The laws where people are counted first in the areas `bases`."""
        self.name = evidence.name
        self.persons = evidence.adds_up == "persons"
        self.days = evidence.adds_up == "days"
        self.within = evidence.within
        self.bounds = evidence.bounds
        grid = evidence.bounds.grid
        country = places.country
        self.parts = part_sums(grid.parts)
        self.areas, self.steady = _laws_of_areas(places, tuple(bases), grid.windows, grid.areas)
        self.windows = window_laws(grid)
        self.country = np.array([area == country.whole.code for area in grid.areas])
        self.everybody = [number for number, part in enumerate(grid.parts) if _is_stateless(part)]
        self.lengths = np.array([length for _, length in grid.windows])
        self.moved = np.ones(grid.shape, bool)
        everybody = np.isin(np.arange(len(grid.parts)), self.everybody)
        self._everybody: Array = everybody[:, None] & self.country
        self._lines = (self._lines_of_windows(), self._lines_of_parts(), self._lines_of_areas())
        self._laws = (
            as_arrays([*self._of_windows()], 2 * len(grid.areas)),
            as_arrays([*self._of_parts()], 3),
            as_arrays([*self._of_areas()], len(grid.windows)),
        )

    def narrow(self) -> None:
        """Apply all laws until nothing moves; what has not moved is not looked at again."""
        for _ in range(SWEEPS):
            cells = self._cells()
            for axis in (PARTS, AREAS, WINDOWS):
                moved = self.moved.any(axis=axis).ravel()
                firsts, groups, stride = self._lines[axis]
                narrow_lines(cells, Lines(firsts[moved], groups[moved], stride), self._laws[axis])
            self.moved = cells.news.reshape(self.moved.shape)
            if not self.moved.any():
                return

    def look_again(self, low: Array, high: Array) -> None:
        """Only where the bounds are not those any more is anything to be narrowed."""
        self.moved = (self.bounds.low - low > MOVED) | (high - self.bounds.high > MOVED)

    def _cells(self) -> Cells:
        bounds, news = self.bounds, np.zeros(self.moved.shape, bool)
        arrays = bounds.low, bounds.high, bounds.shown, bounds.clashing, self.moved, news
        return Cells(*(array.reshape(-1, copy=False) for array in arrays))

    def _lines_of_parts(self) -> Lines:
        """A window and an area; of group 1 in months, of group 2 in longer windows of the country, else 0."""
        windows, parts, areas = self.moved.shape
        firsts = np.arange(windows)[:, None] * parts * areas + np.arange(areas)
        groups = np.where((self.lengths == 1)[:, None], 1, 2 * self.country)
        return Lines(firsts.ravel(), groups.ravel(), areas)

    def _lines_of_areas(self) -> Lines:
        """A window and a part; the group is the window."""
        windows, parts, areas = self.moved.shape
        return Lines(np.arange(windows * parts) * areas, np.repeat(np.arange(windows), parts), 1)

    def _lines_of_windows(self) -> Lines:
        """A part and an area; the group is the area, and another one where it tells of everybody."""
        _, parts, areas = self.moved.shape
        groups = np.arange(areas) + areas * self._everybody
        return Lines(np.arange(parts * areas), groups.ravel(), parts * areas)

    def _of_parts(self) -> Iterator[Law]:
        """Everybody of a whole is in one of its pieces at least, and may be in several where these overlap."""
        for one in self.parts:
            if one.overlapping and self.persons:
                of_all = self.bounds.grid.parts[one.whole] == ALL
                yield Law(one.pieces, (one.whole,), COVER | WITHIN, np.array([False, True, of_all]))
            else:
                yield self._sum(one.whole, one.pieces)

    def _of_areas(self) -> Iterator[Law]:
        windows = np.arange(len(self.lengths))
        for one in self.areas:
            held = (one.first <= windows) & (windows < one.stop)
            if one.more:
                yield Law((one.whole,), one.pieces, COVER, held)
            else:
                yield self._sum(one.whole, one.pieces, held)

    def _of_windows(self) -> Iterator[Law]:
        if self.persons:
            yield from self._of_persons()
            return
        for whole, pieces in self.windows.sums:
            yield self._sum(whole, pieces, self._across(whole))
        for year, lost, before, won in self.windows.turns:
            yield Law((year, lost), (before, won), BALANCE, self._across(year, before))

    def _of_persons(self) -> Iterator[Law]:
        everybody = np.repeat([False, True], len(self.country))
        for short, long in self.windows.same_end:
            yield Law((short,), (long,), WITHIN)
        for whole, pieces in self.windows.sums:
            yield Law(pieces, (whole,), COVER, self._across(whole))
            yield Law(pieces, (whole,), WITHIN, everybody)
        for year, lost, before, won in self.windows.turns:
            yield Law((before, won), (year,), COVER, self._across(year, before))
            yield Law((year, lost), (before,), COVER, everybody)

    def _sum(self, whole: int, pieces: Sequence[int], groups: Array | None = None) -> Law:
        """Equal records give equal figures; of days it is not known which are the same."""
        few = REST if len(pieces) <= FEW else 0
        return Law(pieces, (whole,), BALANCE if self.days else BALANCE | WITHIN | few, groups)

    def _across(self, *wholes: int) -> Array:
        """Where areas are made of the same ones in all months of the `wholes`.

        Who is counted within another measure has the state that this one gives, which may be another in each window:
        then laws over windows hold of everybody in the country alone.
        """
        if self.within:
            return np.repeat([False, True], len(self.country))
        return np.tile(self.steady[list(wholes)].all(axis=0), 2)


def _is_stateless(part: Part) -> bool:
    """Whether everybody is in the part, of whatever sex, age or origin, who is counted in it."""
    breakdown = vocabulary().breakdowns.get(part[0])
    return breakdown is None or (breakdown.own and not breakdown.parts)


@lru_cache(maxsize=64)
def _laws_of_areas(
    places: Places, bases: tuple[str, ...], windows: tuple[Window, ...], areas: tuple[str, ...]
) -> tuple[list[Sum], Array]:
    """What areas add up to, and in which windows they are steady: most figures of a release share these."""
    grid = Grid(windows, (), areas)
    counted = area_bases(places, grid, bases)
    return area_sums(places.country, grid, area_parts(places, grid, counted)), steady(grid, counted)
