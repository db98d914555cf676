"""A check on the attack: of a few cells, what integer programming finds that narrowing law by law does not.

Narrowing looks at one law at a time; a linear programme sees the laws around a cell together, and with whole numbers
sees all that they leave. It takes far too long for every cell, so that a sample tells how much is missed.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

import highspy
import numpy as np

from indicators.disclosure.attack.evidence import Evidence, Release
from indicators.disclosure.attack.exposure import may_be_small
from indicators.disclosure.attack.figure_laws import FigureLaws
from indicators.disclosure.attack.grid import Array
from indicators.disclosure.attack.laws import ALL, Sum

AROUND = 12
"""Windows that end so many months before or after a cell's own are looked at with it."""

PIECES = 30
"""Areas with more pieces than that are left out: they leave each of them too much room."""

SECONDS = 20.0
"""So long is looked for whole numbers; what is certain by then counts."""

OFF = 1e-6

_WINDOWS, _PARTS, _AREAS = 0, 1, 2
Place = tuple[int, int, int]
Where = Mapping[int, Any]
"""Of some axes the places that a law is of."""


_Silent: Callable[[], highspy.Highs] = type("_Silent", (highspy.Highs,), {"enableCallbacks": lambda _: None})
"""HiGHS without callbacks: when they are enabled it prints its name before it can be told not to."""


class Sample(NamedTuple):
    """How many cells were checked, and how many of them integer programming leaves fewer values than the attack did.

    `exposed` are those that it leaves three or fewer, and the attack did not. `impossible` are those that no numbers
    are left for, although nothing clashes: then the attack would be wrong.
    """

    checked: int = 0
    narrower: int = 0
    exposed: int = 0
    impossible: int = 0


def check_sample(release: Release, found: Sequence[Evidence], cells: int, seed: int) -> Sample:
    """Check so many cells that may be small of what an attack found in a release.

    The same seed chooses the same cells.
    """
    small = [np.argwhere(may_be_small(one.bounds) & ~one.bounds.clashing) for one in found]
    ends = np.cumsum([0, *map(len, small)])
    chosen = np.random.default_rng(seed).choice(ends[-1], min(cells, int(ends[-1])), replace=False)
    sample = Sample()
    for figure, evidence in enumerate(found):
        numbers = chosen[(chosen >= ends[figure]) & (chosen < ends[figure + 1])] - ends[figure]
        laws = FigureLaws(release.places, release.bases, evidence)
        for window, part, area in small[figure][np.sort(numbers)].tolist():
            checked = _checked(laws, (window, part, area))
            sample = Sample(*(sum(both) for both in zip(sample, checked, strict=True)))
    return sample


def _checked(laws: FigureLaws, cell: Place) -> Sample:
    known = int(laws.bounds.values()[cell])
    left = values_left(laws, cell)
    return Sample(1, int(0 < left < known), int(0 < left <= 3 < known), int(left == 0))


def values_left(laws: FigureLaws, cell: Place) -> int:
    """How many values the laws around a cell leave it together; 0 if none."""
    bounds = laws.bounds
    rows = _Rows(laws, cell)
    least, most = (_extreme(rows, laws, sense) for sense in (1, -1))
    if least is None or most is None:
        return 0
    scale = bounds.scale[cell[0], 0, 0]
    low, high = max(bounds.low[cell], least), min(bounds.high[cell], most)
    slack = 1e-3 if laws.days else OFF
    whole = (low, high) if laws.days else (np.ceil(low - slack), np.floor(high + slack))
    return int(np.floor((whole[1] - whole[0]) / scale + slack)) + 1


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

    def _add_parts(self) -> None:
        laws, lengths = self._laws, self._laws.lengths
        for law in laws.parts:
            if not (law.own and laws.persons):
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
            self._inside(axis, law.whole, law.pieces, where)

    def _cover(self, axis: int, law: Sum, where: Where) -> None:
        self._add(axis, [law.whole, *law.pieces], [-1, *[1] * len(law.pieces)], where)
        self._inside(axis, law.whole, law.pieces, where)

    def _inside(self, axis: int, whole: int, pieces: Sequence[int], where: Where) -> None:
        """Each piece is no more than the whole, and less where other figures are shown."""
        shown = self._laws.bounds.shown[tuple(self.cells.T)]
        for piece in pieces:
            pairs = self._found(axis, [whole, piece], where)
            gap = (np.abs(shown[pairs[:, 0]] - shown[pairs[:, 1]]) > 0).astype(float)
            self._append(pairs, [1, -1], gap, np.inf)

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


def _extreme(rows: _Rows, laws: FigureLaws, sense: int) -> float | None:
    """The least (`sense` 1) or the greatest (-1) that the cell can be, as far as is certain; None if nothing."""
    solver = _Silent()
    for option, value in {"output_flag": False, "threads": 1, "time_limit": SECONDS}.items():
        solver.setOptionValue(option, value)
    solver.passModel(_model(rows, laws, sense))
    solver.run()
    if solver.getModelStatus() == highspy.HighsModelStatus.kInfeasible:
        return None
    info = solver.getInfo()
    return sense * float(info.objective_function_value if laws.days else info.mip_dual_bound)


def _model(rows: _Rows, laws: FigureLaws, sense: int) -> highspy.HighsLp:
    places = tuple(rows.cells.T)
    widths = [found.shape[1] for found, *_ in rows.rows for _ in range(len(found))]
    model = highspy.HighsLp()
    model.num_col_, model.num_row_ = len(rows.cells), len(widths)
    cost = np.zeros(len(rows.cells))
    cost[rows.cell] = sense
    model.col_cost_ = cost
    model.col_lower_, model.col_upper_ = laws.bounds.low[places], laws.bounds.high[places]
    model.row_lower_ = np.concatenate([least for _, _, least, _ in rows.rows])
    model.row_upper_ = np.concatenate([most for *_, most in rows.rows])
    model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    model.a_matrix_.start_ = np.cumsum([0, *widths])
    model.a_matrix_.index_ = np.concatenate([found.ravel() for found, *_ in rows.rows])
    model.a_matrix_.value_ = np.concatenate([signs.ravel() for _, signs, *_ in rows.rows]).astype(float)
    if not laws.days:
        model.integrality_ = [highspy.HighsVarType.kInteger] * len(rows.cells)
    return model
