"""The laws of one figure, as the field knows them and the counting keeps them, applied to what is known of it."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby

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
from indicators.disclosure.attack.lines import AREAS, EVERYWHERE, PARTS, WINDOWS, moved_lines
from indicators.disclosure.attack.narrowing import Block, balance, cover, rest, within
from warehouse.vocabulary import vocabulary

SWEEPS = 60
"""At most so often every law is applied where anything has moved since the time before."""

MOVED = 1e-6
"""What moves by less, in persons, events or person-days, has not moved."""

FEW = 4
"""Of so few pieces it is looked at what the others are when one differs from the whole."""


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
        self._by_span = sorted(self.areas, key=lambda law: (law.first, law.stop))
        parts = np.isin(np.arange(len(grid.parts)), self.everybody)
        self._everybody: Array = parts[:, None] & self.country

    def narrow(self) -> None:
        """Apply all laws until nothing moves; what has not moved is not looked at again."""
        for _ in range(SWEEPS):
            before = self.bounds.low.copy(), self.bounds.high.copy()
            self._over_parts()
            self._over_areas()
            if self.persons:
                self._persons_over_windows()
            else:
                self._over_windows()
            self.look_again(*before)
            if not self.moved.any():
                return

    def look_again(self, low: Array, high: Array) -> None:
        """Only where the bounds are not those any more is anything to be narrowed."""
        self.moved = (self.bounds.low - low > MOVED) | (high - self.bounds.high > MOVED)

    def _over_parts(self) -> None:
        overlapping = [law for law in self.parts if law.overlapping and self.persons]
        for block in self._over(PARTS, EVERYWHERE):
            for law in self.parts:
                if law not in overlapping:
                    self._sum(block, law.whole, law.pieces)
        months = (self.lengths == 1)[:, None]
        self._over_overlapping(overlapping, months)
        of_all = [law for law in overlapping if self.bounds.grid.parts[law.whole] == ALL]
        self._over_overlapping(of_all, ~months & self.country)

    def _over_overlapping(self, laws: Sequence[Sum], where: Array) -> None:
        """Everybody of a whole is in one of its pieces at least, and may be in several."""
        for block in self._over(PARTS, where):
            for law in laws:
                cover(block, law.pieces, [law.whole])
                within(block, law.pieces, law.whole, strictly=True)

    def _over_areas(self) -> None:
        windows = np.arange(len(self.lengths))[:, None]
        for (first, stop), laws in groupby(self._by_span, lambda law: (law.first, law.stop)):
            held = list(laws)
            for block in self._over(AREAS, (first <= windows) & (windows < stop)):
                for law in held:
                    if law.more:
                        cover(block, [law.whole], law.pieces)
                    else:
                        self._sum(block, law.whole, law.pieces)

    def _over_windows(self) -> None:
        for whole, pieces in self.windows.sums:
            for block in self._across((whole,), (whole, *pieces)):
                self._sum(block, 0, range(1, len(pieces) + 1))
        for year, lost, before, won in self.windows.turns:
            for block in self._across((year, before), (year, lost, before, won)):
                balance(block, [0, 1], [2, 3])

    def _persons_over_windows(self) -> None:
        for short, long in self.windows.same_end:
            for block in moved_lines(self.bounds, self.moved, WINDOWS, EVERYWHERE, [short, long]):
                within(block, [0], 1, strictly=True)
        for whole, pieces in self.windows.sums:
            self._persons_over_sum(whole, pieces)
        for turn in self.windows.turns:
            self._persons_over_turn(turn)

    def _persons_over_sum(self, whole: int, pieces: Sequence[int]) -> None:
        windows, parts = [whole, *pieces], range(1, len(pieces) + 1)
        for block in self._across((whole,), windows):
            cover(block, parts, [0])
        for block in moved_lines(self.bounds, self.moved, WINDOWS, self._everybody, windows):
            within(block, parts, 0, strictly=True)

    def _persons_over_turn(self, turn: Sequence[int]) -> None:
        year, _, before, _ = turn
        for block in self._across((year, before), turn):
            cover(block, [2, 3], [0])
        for block in moved_lines(self.bounds, self.moved, WINDOWS, self._everybody, turn):
            cover(block, [0, 1], [2])

    def _sum(self, block: Block, whole: int, pieces: Sequence[int]) -> None:
        balance(block, pieces, [whole])
        if not self.days:
            within(block, pieces, whole, strictly=True)
            if len(pieces) <= FEW:
                rest(block, pieces, whole)

    def _over(self, axis: int, where: Array) -> Iterator[Block]:
        return moved_lines(self.bounds, self.moved, axis, where)

    def _across(self, wholes: Sequence[int], windows: Sequence[int]) -> Iterator[Block]:
        """Windows, in areas that are made of the same ones in all months of the `wholes` among them.

        Who is counted within another measure has the state that this one gives, which may be another in each window:
        then laws over windows hold of everybody in the country alone.
        """
        steady = np.asarray(self.steady[list(wholes)].all(axis=0))[None, :]
        where = self._everybody if self.within else steady
        return moved_lines(self.bounds, self.moved, WINDOWS, where, windows)


def _is_stateless(part: Part) -> bool:
    """Whether everybody is in the part, of whatever sex, age or origin, who is counted in it."""
    breakdown = vocabulary().breakdowns.get(part[0])
    return breakdown is None or (breakdown.own and not breakdown.parts)


@lru_cache(maxsize=8)
def _laws_of_areas(
    places: Places, bases: tuple[str, ...], windows: tuple[Window, ...], areas: tuple[str, ...]
) -> tuple[list[Sum], Array]:
    """What areas add up to, and in which windows they are steady: most figures of a release share these."""
    grid = Grid(windows, (), areas)
    counted = area_bases(places, grid, bases)
    return area_sums(places.country, grid, area_parts(places, grid, counted)), steady(grid, counted)
