"""The laws of one figure, as the field knows them and the counting keeps them, applied to what is known of it."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import numpy as np

from indicators.counting.areas import Places
from indicators.disclosure.attack.evidence import Evidence
from indicators.disclosure.attack.grid import Array
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
from indicators.disclosure.attack.narrowing import Block, balance, cover, rest, within

SWEEPS = 60
"""At most so often every law is applied where anything has moved since the time before."""

MOVED = 1e-6
"""What moves by less, in persons, events or person-days, has not moved."""

FEW = 4
"""Of so few pieces it is looked at what the others are when one differs from the whole."""

_WINDOWS, _PARTS, _AREAS = 0, 1, 2
Where = Array | Sequence[int] | None


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
        counted = area_bases(places, grid, bases)
        self.parts = part_sums(grid.parts)
        self.areas = area_sums(country, grid, area_parts(places, grid, counted))
        self.windows = window_laws(grid)
        self.steady = steady(grid, counted)
        self.country = np.array([area == country.whole.code for area in grid.areas])
        self.everybody = [number for number, part in enumerate(grid.parts) if part[0] in {"all", "scheme"}]
        self.lengths = np.array([length for _, length in grid.windows])
        self.moved_windows = np.ones(len(grid.windows), bool)
        self.moved_areas = np.ones(len(grid.areas), bool)

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
            if not self.moved_windows.any():
                return

    def look_again(self, low: Array, high: Array) -> None:
        """Only where the bounds are not those any more is anything to be narrowed."""
        moved: Array = (self.bounds.low - low > MOVED) | (high - self.bounds.high > MOVED)
        self.moved_windows = np.asarray(moved.any(axis=(1, 2)))
        self.moved_areas = np.asarray(moved.any(axis=(0, 1)))

    def _over_parts(self) -> None:
        overlapping = [law for law in self.parts if law.own and self.persons]
        with self._block(_PARTS, self.moved_windows, areas=self.moved_areas) as block:
            for law in self.parts:
                if law not in overlapping:
                    self._sum(block, law.whole, law.pieces)
        with self._block(_PARTS, self.moved_windows & (self.lengths == 1), areas=self.moved_areas) as block:
            for law in overlapping:
                self._overlap(block, law)
        with self._block(_PARTS, self.moved_windows & (self.lengths > 1), areas=self.country) as block:
            for law in overlapping:
                if self.bounds.grid.parts[law.whole] == ALL:
                    self._overlap(block, law)

    def _over_areas(self) -> None:
        numbers = np.flatnonzero(self.moved_windows)
        with self._block(_AREAS, numbers) as block:
            for law in self.areas:
                then = block.between(*np.searchsorted(numbers, (law.first, law.stop)))
                if law.more:
                    cover(then, [law.whole], law.pieces)
                else:
                    self._sum(then, law.whole, law.pieces)

    def _over_windows(self) -> None:
        for whole, pieces in self.windows.sums:
            with self._windows((whole,), (whole, *pieces)) as block:
                self._sum(block, 0, range(1, len(pieces) + 1))
        for year, lost, before, won in self.windows.turns:
            with self._windows((year, before), (year, lost, before, won)) as block:
                balance(block, [0, 1], [2, 3])

    def _persons_over_windows(self) -> None:
        for short, long in self.windows.same_end:
            with self._some_moved([short, long]) as block:
                within(block, [0], 1, strictly=True)
        for whole, pieces in self.windows.sums:
            those, parts = [whole, *pieces], range(1, len(pieces) + 1)
            with self._windows((whole,), those) as block:
                cover(block, parts, [0])
            with self._everybody(those) as block:
                within(block, parts, 0, strictly=True)
        for year, lost, before, won in self.windows.turns:
            those = [year, lost, before, won]
            with self._windows((year, before), those) as block:
                cover(block, [2, 3], [0])
            with self._everybody(those) as block:
                cover(block, [0, 1], [2])

    def _sum(self, block: Block, whole: int, pieces: Sequence[int]) -> None:
        balance(block, pieces, [whole])
        if not self.days:
            within(block, pieces, whole, strictly=True)
            if len(pieces) <= FEW:
                rest(block, pieces, whole)

    def _overlap(self, block: Block, law: Sum) -> None:
        """Everybody of a whole is in one of its pieces at least, and may be in several."""
        cover(block, law.pieces, [law.whole])
        within(block, law.pieces, law.whole, strictly=True)

    @contextmanager
    def _windows(self, wholes: Sequence[int], windows: Sequence[int]) -> Iterator[Block]:
        """Windows, in areas that are made of the same ones in all months of the `wholes` among them.

        Who is counted within another measure has the state that this one gives, which may be another in each window:
        then laws over windows hold of everybody in the country alone.
        """
        if self.within:
            with self._everybody(windows) as block:
                yield block
        else:
            with self._some_moved(windows, np.asarray(self.steady[list(wholes)].all(axis=0))) as block:
                yield block

    @contextmanager
    def _everybody(self, windows: Sequence[int]) -> Iterator[Block]:
        """Windows of the country, with nobody's traits told apart."""
        with self._some_moved(windows, self.country, self.everybody) as block:
            yield block

    @contextmanager
    def _some_moved(
        self, windows: Sequence[int], areas: Array | None = None, parts: Sequence[int] | None = None
    ) -> Iterator[Block]:
        """Windows, in those of the areas where anything has moved; empty if none of these windows has."""
        some = self.moved_windows[list(windows)].any()
        moved = self.moved_areas & some if areas is None else self.moved_areas & some & areas
        with self._block(_WINDOWS, windows, parts, moved) as block:
            yield block

    @contextmanager
    def _block(
        self, axis: int, windows: Where = None, parts: Where = None, areas: Where = None
    ) -> Iterator[Block]:
        """A part of the arrays, changed in place; None is all of an axis."""
        sizes = self.bounds.low.shape
        where = [_numbers(one, size) for one, size in zip((windows, parts, areas), sizes, strict=True)]
        if all(np.array_equal(one, range(size)) for one, size in zip(where, sizes, strict=True)):
            yield self._copied(..., axis)
            return
        rows = len(where[_PARTS]) == sizes[_PARTS] and 2 * len(where[_AREAS]) > sizes[_AREAS]
        places = where[_WINDOWS] if rows else np.ix_(*where)  # whole rows are taken far sooner than cells
        block = self._copied(places, axis)
        yield block
        inside = np.isin(np.arange(sizes[_AREAS]), where[_AREAS]) if rows else True
        for kept, found in zip(self._arrays, (block.low, block.high, block.clashing), strict=True):
            kept[places] = np.where(inside, found, kept[places])

    def _copied(self, places: Any, axis: int) -> Block:
        low, high, clashing = (one[places] for one in self._arrays)
        return Block(low, high, self.bounds.shown[places], clashing, axis)

    @property
    def _arrays(self) -> tuple[Array, Array, Array]:
        return self.bounds.low, self.bounds.high, self.bounds.clashing


def _numbers(where: Where, size: int) -> Array:
    """Places on an axis as numbers."""
    if where is None:
        return np.arange(size)
    chosen = np.asarray(where)
    return np.flatnonzero(chosen) if chosen.dtype == bool else chosen.astype(int)
