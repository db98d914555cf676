"""A check on the attack: of a few cells, what integer programming finds that narrowing law by law does not.

Narrowing looks at one law at a time; an integer programme sees the laws around a cell together. It takes far too long
for every cell, so that a sample tells how much is missed.
"""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np

from indicators.disclosure.attack.evidence import Evidence, Release
from indicators.disclosure.attack.exposure import exposure, may_be_small
from indicators.disclosure.attack.figure_laws import FigureLaws
from indicators.disclosure.attack.grid import Array
from indicators.disclosure.attack.laws import ALL, Sum
from indicators.disclosure.programme import GREATEST, LEAST, SLIP, Laws, Programme

CELLS = 8
"""So many are checked before a release is published."""

NEAR = 4
"""Cells that the attack leaves so many values or fewer are nearest to being known: half of a sample are such."""

AROUND = 12
"""Windows that end so many months before or after a cell's own are looked at with it."""

PIECES = 30
"""Areas with more pieces than that are left out: they leave each of them too much room."""

WIDE = 9
"""Of cells that the attack leaves more values fractions are asked alone: whole numbers may take a minute there."""

NODES = 100
"""So many branches are looked at in search of whole numbers; what is certain by then counts."""

DAYS_OFF = 1e-3
"""Full-time persons were rounded, so bounds of them may be a little off."""

_WINDOWS, _PARTS, _AREAS = 0, 1, 2
Place = tuple[int, int, int]
Where = Mapping[int, Any]
"""Of some axes the places that a law is of."""


class Checked(NamedTuple):
    """A cell of a figure: how many values the attack left it, and how many integer programming does, 0 if none."""

    figure: str
    place: Place
    known: int
    left: int


class Sample(NamedTuple):
    """How many cells were checked, and of how many integer programming leaves fewer values than the attack did.

    `exactly`, `to_two` and `to_three` are those of them that it leaves so many. `impossible` are cells that no numbers
    are left for although nothing clashes: then a law of the attack is wrong, or the release is.
    """

    checked: int = 0
    narrower: int = 0
    exactly: int = 0
    to_two: int = 0
    to_three: int = 0
    impossible: int = 0

    @property
    def facts(self) -> dict[str, str]:
        """What a certificate says of it: numbers as text."""
        return {f"sample_{name}": str(number) for name, number in self._asdict().items()}


def summed_up(checked: Sequence[Checked]) -> Sample:
    """What the check of some cells found."""
    left = [one.left for one in checked if one.left < one.known]
    impossible, exactly, to_two, to_three = (left.count(values) for values in range(4))
    return Sample(len(checked), len(left) - impossible, exactly, to_two, to_three, impossible)


def check_sample(release: Release, found: Sequence[Evidence], cells: int = CELLS) -> list[Checked]:
    """Check so many cells that may be small of what an attack found in a release, half of them nearest to being known.

    What was found chooses them, so that anybody who finds the same checks the same cells.
    """
    found = sorted(found, key=lambda one: one.name)
    said = repr([(one.name, tuple(exposure(one.bounds))) for one in found])
    draw = np.random.default_rng(list(hashlib.sha256(said.encode()).digest()))
    small = [may_be_small(one.bounds) & (one.bounds.values() > 0) for one in found]
    near = [these & (one.bounds.values() <= NEAR) for these, one in zip(small, found, strict=True)]
    some = _drawn(draw, near, cells // 2)
    others = _drawn(draw, small, cells - sum(map(len, some)))
    return [
        checked
        for one, these, those in zip(found, some, others, strict=True)
        for checked in _checked(release, one, sorted({*these, *those}))
    ]


def _checked(release: Release, one: Evidence, places: Sequence[Place]) -> Iterator[Checked]:
    if places:
        laws, known = FigureLaws(release.places, release.bases, one), one.bounds.values()
        for place in places:
            yield Checked(one.name, place, int(known[place]), values_left(laws, place))


def _drawn(draw: np.random.Generator, cells: Sequence[Array], number: int) -> list[list[Place]]:
    """Of the cells of each figure those that are drawn, `number` in all if there are so many."""
    ends = np.cumsum([0, *(these.sum() for these in cells)])
    chosen = np.sort(draw.choice(ends[-1], min(number, int(ends[-1])), replace=False))
    drawn = []
    for first, stop, these in zip(ends[:-1], ends[1:], cells, strict=True):
        numbers = chosen[(chosen >= first) & (chosen < stop)] - first
        places = np.unravel_index(np.flatnonzero(these)[numbers], these.shape)
        drawn.append(list(zip(*(axis.tolist() for axis in places), strict=True)))
    return drawn


def values_left(laws: FigureLaws, cell: Place) -> int:
    """How many values the laws around a cell leave it together; 0 if none."""
    bounds, rows = laws.bounds, _Rows(laws, cell)
    places = tuple(rows.cells.T)
    fractions = laws.days or bounds.values()[cell] > WIDE
    programme = Programme(bounds.low[places], bounds.high[places], rows.laws(), NODES, fractions=fractions)
    least, most = (programme.extreme(rows.cell, sense) for sense in (LEAST, GREATEST))
    if least is None or most is None:
        return 0
    if laws.days:
        return int(np.floor((most - least) / bounds.scale[cell[0], 0, 0] + DAYS_OFF)) + 1
    return int(np.floor(most + SLIP) - np.ceil(least - SLIP)) + 1


class _Rows:
    """What laws say of a cell and of those around it: of each row `at_least`, and `at_most` where it is a sum.

    Around it are the categories that it adds up with and the areas that it is in, in all windows; and the areas that it
    and those add up with, of its own category in all windows and of all categories in its own.
    """

    def __init__(self, laws: FigureLaws, cell: Place) -> None:
        self._laws = laws
        window, part, area = cell
        last = laws.bounds.grid.last_months
        windows = np.flatnonzero(np.abs(last - last[window]) <= AROUND)
        parts = np.array(_beside(laws.parts, [part]))
        above = np.array(_above(laws.areas, area))
        self.number = np.full(laws.bounds.low.shape, -1)
        self.number[np.ix_(windows, parts, above)] = 0
        areas = np.array(_beside(laws.areas, above.tolist()))
        self.number[np.ix_(windows, np.array([part]), areas)] = 0
        self.number[np.ix_(np.array([window]), parts, areas)] = 0
        self.cells = np.argwhere(self.number == 0)
        self.number[tuple(self.cells.T)] = np.arange(len(self.cells))
        self.cell = int(self.number[cell])
        self.rows: list[tuple[Array, Array, Array, Array]] = []
        self._add_parts()
        for law in laws.areas:
            then = {_WINDOWS: range(law.first, law.stop)}
            if law.more:
                self._add(_AREAS, [law.whole, *law.pieces], [1, *[-1] * len(law.pieces)], then)
            else:
                self._sum(_AREAS, law, then)
        self._add_windows()

    def laws(self) -> Laws:
        """The rows, but for those that hold whatever the cells are."""
        places = tuple(self.cells.T)
        low, high = self._laws.bounds.low[places], self._laws.bounds.high[places]
        kept = [(np.zeros((0, 1), int), np.zeros((0, 1)), np.zeros(0), np.zeros(0))]
        for found, signs, least, most in self.rows:
            ends = (
                np.where(signs > 0, low[found], -high[found]),
                np.where(signs > 0, high[found], -low[found]),
            )
            told = (ends[0].sum(axis=1) < least) | (ends[1].sum(axis=1) > most)
            kept.append((found[told], signs[told], least[told], most[told]))
        widths = [np.full(len(found), found.shape[1]) for found, *_ in kept]
        return Laws(
            np.concatenate([least for _, _, least, _ in kept]),
            np.concatenate([most for *_, most in kept]),
            np.concatenate(widths),
            np.concatenate([found.ravel() for found, *_ in kept]),
            np.concatenate([signs.ravel() for _, signs, *_ in kept]).astype(float),
        )

    def _add_parts(self) -> None:
        laws, lengths = self._laws, self._laws.lengths
        for law in laws.parts:
            if not (law.overlapping and laws.persons):
                self._sum(_PARTS, law, {})
                continue
            self._cover(_PARTS, law, {_WINDOWS: np.flatnonzero(lengths == 1)})
            if laws.bounds.grid.parts[law.whole] == ALL:
                country = np.flatnonzero(laws.country)
                self._cover(_PARTS, law, {_WINDOWS: np.flatnonzero(lengths > 1), _AREAS: country})

    def _add_windows(self) -> None:
        laws = self._laws
        everybody: Where = {_PARTS: laws.everybody, _AREAS: np.flatnonzero(laws.country)}
        for whole, pieces in laws.windows.sums:
            where: Where = everybody if laws.within else {_AREAS: self._steady(whole)}
            if laws.persons:
                self._add(_WINDOWS, [whole, *pieces], [-1, *[1] * len(pieces)], where)
                self._inside(_WINDOWS, whole, pieces, everybody)
            else:
                self._sum(_WINDOWS, Sum(whole, pieces), where)
        for year, lost, before, won in laws.windows.turns:
            where = everybody if laws.within else {_AREAS: self._steady(year, before)}
            if laws.persons:
                self._add(_WINDOWS, [before, won, year], [1, 1, -1], where)
                self._add(_WINDOWS, [year, lost, before], [1, 1, -1], everybody)
            else:
                self._add(_WINDOWS, [year, lost, before, won], [1, 1, -1, -1], where, most=0)
        if laws.persons:
            for short, long in laws.windows.same_end:
                self._inside(_WINDOWS, long, [short], {})

    def _steady(self, *windows: int) -> Array:
        return np.flatnonzero(self._laws.steady[list(windows)].all(axis=0))

    def _sum(self, axis: int, law: Sum, where: Where) -> None:
        self._add(axis, [law.whole, *law.pieces], [-1, *[1] * len(law.pieces)], where, most=0)
        if not self._laws.days:
            self._inside(axis, law.whole, law.pieces, where, summed=True)

    def _cover(self, axis: int, law: Sum, where: Where) -> None:
        self._add(axis, [law.whole, *law.pieces], [-1, *[1] * len(law.pieces)], where)
        self._inside(axis, law.whole, law.pieces, where)

    def _inside(
        self, axis: int, whole: int, pieces: Sequence[int], where: Where, *, summed: bool = False
    ) -> None:
        """Each piece is no more than the whole, and less where other figures are shown; `summed` says the first."""
        shown = self._laws.bounds.shown[tuple(self.cells.T)]
        for piece in pieces:
            pairs = self._found(axis, [whole, piece], where)
            gap = (np.abs(shown[pairs[:, 0]] - shown[pairs[:, 1]]) > 0).astype(float)
            told = gap > 0 if summed else slice(None)
            self._append(pairs[told], [1, -1], gap[told], np.inf)

    def _add(
        self, axis: int, places: Sequence[int], signs: Sequence[int], where: Where, most: float = np.inf
    ) -> None:
        found = self._found(axis, places, where)
        self._append(found, signs, np.zeros(len(found)), most)

    def _append(self, found: Array, signs: Sequence[int], least: Array, most: float) -> None:
        if len(found):
            self.rows.append((found, np.tile(signs, (len(found), 1)), least, np.full(len(found), most)))

    def _found(self, axis: int, places: Sequence[int], where: Where) -> Array:
        """The cells of some places along an axis, one row for each place on the others where all of them are around."""
        sizes: tuple[int, ...] = self.number.shape
        chosen = [np.asarray(where.get(one, range(size)), int) for one, size in enumerate(sizes)]
        chosen[axis] = np.asarray(places, int)
        rows = np.moveaxis(self.number[np.ix_(*chosen)], axis, -1).reshape(-1, len(places))
        found: Array = rows[(rows >= 0).all(axis=1)]
        return found


def _beside(sums: Sequence[Sum], ones: Sequence[int]) -> list[int]:
    """What some are sums or pieces of, with all that is in these sums."""
    near = [
        law for law in sums if len(law.pieces) <= PIECES and not {law.whole, *law.pieces}.isdisjoint(ones)
    ]
    return sorted({*ones, *(one for law in near for one in (law.whole, *law.pieces))})


def _above(sums: Sequence[Sum], one: int) -> list[int]:
    """An area, and all that it is a piece of."""
    return sorted({one, *(law.whole for law in sums if one in law.pieces)})
