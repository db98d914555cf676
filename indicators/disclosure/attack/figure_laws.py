"""The laws of one figure, as the field knows them and the counting keeps them, applied to what is known of it."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import numpy as np

from indicators.disclosure.attack.evidence import Evidence
from indicators.disclosure.attack.laws import (
    ALL,
    Sum,
    area_parts,
    area_sums,
    part_sums,
    steady,
    window_laws,
)
from indicators.disclosure.attack.narrowing import Block, balance, cover, rest, within
from warehouse.areas import Country

SWEEPS = 12
"""At most so often every law is applied; it is seldom needed more than half as often."""

FEW = 4
"""Of so few pieces it is looked at what the others are when one differs from the whole."""

_WINDOWS, _PARTS, _AREAS = 0, 1, 2
_EVERY = slice(None)
Where = slice | Sequence[int]


class FigureLaws:
    """The laws of a figure.

    Persons, unlike events and days, add up over areas and their own traits only: who is counted in several months is
    counted once in the quarter, in the state of the last of them.
    """

    def __init__(self, country: Country, bases: Sequence[str], evidence: Evidence) -> None:
        """The laws in a country whose people are counted first in the areas `bases`."""
        self.name = evidence.name
        self.persons = evidence.adds_up == "persons"
        self.days = evidence.adds_up == "days"
        self.within = evidence.within
        self.bounds = evidence.bounds
        grid = evidence.bounds.grid
        made = area_parts(country, grid, bases)
        self.parts = part_sums(grid.parts)
        self.areas = area_sums(grid, made)
        self.windows = window_laws(grid)
        self.steady = steady(grid, made)
        self.country = [grid.area_at[country.whole.code]]
        self.everybody = [number for number, part in enumerate(grid.parts) if part[0] in {"all", "scheme"}]

    def narrow(self) -> None:
        """Apply all laws until nothing moves."""
        before = np.inf
        for _ in range(SWEEPS):
            self._over_parts()
            self._over_areas()
            if self.persons:
                self._persons_over_windows()
            else:
                self._over_windows()
            width = float((self.bounds.high - self.bounds.low).sum())
            if width >= before:
                return
            before = width

    def _over_parts(self) -> None:
        lengths = np.array([length for _, length in self.bounds.grid.windows])
        months, longer = np.flatnonzero(lengths == 1).tolist(), np.flatnonzero(lengths > 1).tolist()
        for law in self.parts:
            if not (law.own and self.persons):
                with self._block(_PARTS) as block:
                    self._sum(block, law.whole, law.pieces)
                continue
            with self._block(_PARTS, windows=months) as block:
                self._overlap(block, law)
            if self.bounds.grid.parts[law.whole] == ALL:
                with self._block(_PARTS, windows=longer, areas=self.country) as block:
                    self._overlap(block, law)

    def _over_areas(self) -> None:
        for law in self.areas:
            with self._block(_AREAS, windows=slice(law.first, law.stop)) as block:
                self._sum(block, law.whole, law.pieces)

    def _over_windows(self) -> None:
        for whole, pieces in self.windows.sums:
            with self._windows((whole,), (whole, *pieces)) as block:
                self._sum(block, 0, range(1, len(pieces) + 1))
        for year, lost, before, won in self.windows.turns:
            with self._windows((year, before), (year, lost, before, won)) as block:
                balance(block, [0, 1], [2, 3])

    def _persons_over_windows(self) -> None:
        for short, long in self.windows.same_end:
            with self._block(_WINDOWS, windows=[short, long]) as block:
                within(block, [0], 1, strictly=True)
        for whole, pieces in self.windows.sums:
            those, parts = [whole, *pieces], range(1, len(pieces) + 1)
            with self._windows((whole,), those) as block:
                cover(block, parts, [0])
            with self._block(_WINDOWS, windows=those, parts=self.everybody, areas=self.country) as block:
                within(block, parts, 0, strictly=True)
        for year, lost, before, won in self.windows.turns:
            those = [year, lost, before, won]
            with self._windows((year, before), those) as block:
                cover(block, [2, 3], [0])
            with self._block(_WINDOWS, windows=those, parts=self.everybody, areas=self.country) as block:
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
        areas = np.flatnonzero(self.steady[list(wholes)].all(axis=0)).tolist()
        parts: Where = _EVERY
        if self.within:
            areas, parts = self.country, self.everybody
        with self._block(_WINDOWS, windows=windows, parts=parts, areas=areas) as block:
            yield block

    @contextmanager
    def _block(
        self, axis: int, windows: Where = _EVERY, parts: Where = _EVERY, areas: Where = _EVERY
    ) -> Iterator[Block]:
        """A part of the arrays, changed in place."""
        arrays = (self.bounds.low, self.bounds.high, self.bounds.shown)
        where = (windows, parts, areas)
        if all(isinstance(one, slice) for one in where):
            low, high, shown = (array[where] for array in arrays)
            yield Block(low, high, shown, axis)
            return
        places = np.ix_(
            *(
                np.arange(size)[one if isinstance(one, slice) else list(one)]
                for one, size in zip(where, self.bounds.low.shape, strict=True)
            )
        )
        low, high, shown = (array[places] for array in arrays)
        yield Block(low, high, shown, axis)
        self.bounds.low[places], self.bounds.high[places] = low, high
