"""What can be worked out of a table's hidden figures: for each the least and the greatest whole number that it can be.

All that a reader knows is a set of linear laws in whole numbers: sums, and what the owner's rule says of a hidden
figure. HiGHS finds the least and the greatest value of each under them. Where it cannot finish, its bound stands,
which lies outside: an interval never leaves the truth out unless the laws themselves are wrong.
"""

import math
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

import highspy
import numpy as np

from indicators.disclosure.audit.table import Bounds, Law, Table

Intervals = Mapping[int, Bounds | None]
"""What each hidden figure can be; None where the laws contradict each other, so that nothing follows."""

_LEAST, _GREATEST = highspy.ObjSense.kMinimize, highspy.ObjSense.kMaximize
_SLIP = 1e-6
_SILENT = {"output_flag": False, "threads": 1}
_IN_FRACTIONS = _SILENT | {"presolve": "off", "solver": "simplex"}
_IN_WHOLE_NUMBERS = _SILENT | {"mip_rel_gap": 0.0, "mip_abs_gap": _SLIP, "mip_max_nodes": 10_000}
_WITHOUT = (
    highspy.HighsModelStatus.kInfeasible,
    highspy.HighsModelStatus.kUnbounded,
    highspy.HighsModelStatus.kUnboundedOrInfeasible,
)


def audit(table: Table) -> Intervals:
    """The interval of every hidden figure."""
    return intervals(table, table.hidden)


def intervals(table: Table, asked: Collection[int]) -> Intervals:
    """The intervals of some hidden figures."""
    found: dict[int, Bounds | None] = {}
    for group in table.groups(asked):
        found |= _intervals(table, group, [cell for cell in group if cell in asked])
    return found


def _intervals(table: Table, group: Sequence[int], asked: Sequence[int]) -> Intervals:
    """The intervals of some figures of a group that knows nothing of the others."""
    laws = table.laws_among(group)
    if not laws:
        return {cell: table.hidden[cell] for cell in asked}
    problem = _Problem(table, group, laws)
    least = {cell: problem.extreme(cell, _LEAST) for cell in asked}
    # Least values are never unbounded, so that a problem without any has no solution at all.
    if None in least.values():
        return dict.fromkeys(asked)
    return {
        cell: Bounds(low, problem.extreme(cell, _GREATEST)) for cell, low in least.items() if low is not None
    }


_Silent: Callable[[], highspy.Highs] = type("_Silent", (highspy.Highs,), {"enableCallbacks": lambda _: None})
"""HiGHS without callbacks: when they are enabled it prints its name before it can be told not to."""


class _Problem:
    """The laws of one group, its cells being the columns; what solutions have shown is not asked again.

    Asked first is whether fractions would do, which takes a hundredth of the time. Where the solution has none, it is
    that of whole numbers too; of two sums that cross each other it never has any.
    """

    def __init__(self, table: Table, group: Sequence[int], laws: Sequence[Law]) -> None:
        self._places = {cell: place for place, cell in enumerate(group)}
        self._bounds = table.hidden
        self._shown: set[tuple[int, int]] = set()
        model = _model(table, group, laws)
        self._fractions = _solver(model, _IN_FRACTIONS)
        model.integrality_ = [highspy.HighsVarType.kInteger] * len(group)
        self._whole_numbers = _solver(model, _IN_WHOLE_NUMBERS)

    def extreme(self, cell: int, sense: highspy.ObjSense) -> int | None:
        """The least or greatest value of a cell; None if there is none."""
        place, bounds = self._places[cell], self._bounds[cell]
        bound = bounds.low if sense == _LEAST else bounds.high
        if bound is not None and (place, bound) in self._shown:
            return bound
        for solver in (self._fractions, self._whole_numbers):
            status = _solve(solver, place, sense)
            if status in _WITHOUT:
                return None
            values = solver.getSolution().col_value
            if status == highspy.HighsModelStatus.kOptimal and all(map(_is_whole, values)):
                self._shown.update((at, round(value)) for at, value in enumerate(values))
                return round(values[place])
        reached = self._whole_numbers.getInfo().mip_dual_bound
        if not math.isfinite(reached):
            return bound
        return math.ceil(reached - _SLIP) if sense == _LEAST else math.floor(reached + _SLIP)


def _solver(model: highspy.HighsLp, options: Mapping[str, Any]) -> highspy.Highs:
    solver = _Silent()
    for name, value in options.items():
        solver.setOptionValue(name, value)
    solver.passModel(model)
    return solver


def _solve(solver: highspy.Highs, place: int, sense: highspy.ObjSense) -> highspy.HighsModelStatus:
    costs = np.zeros(solver.getNumCol())
    costs[place] = 1.0
    solver.changeColsCost(len(costs), np.arange(len(costs), dtype=np.int32), costs)
    solver.changeObjectiveSense(sense)
    solver.run()
    return solver.getModelStatus()


def _is_whole(value: float) -> bool:
    return abs(value - round(value)) <= _SLIP


def _model(table: Table, group: Sequence[int], laws: Sequence[Law]) -> highspy.HighsLp:
    """The parts less the whole of each law, as far as they are hidden, against what can be read of them."""
    column = {cell: place for place, cell in enumerate(group)}
    rows = [
        {column[cell]: -1.0 if cell == law.whole else 1.0 for cell in table.hidden_in(law)} for law in laws
    ]
    rest = [_rest(table, law) for law in laws]
    bounds = [table.hidden[cell] for cell in group]
    model = highspy.HighsLp()
    model.num_col_, model.num_row_ = len(group), len(laws)
    model.col_cost_ = np.zeros(len(group))
    model.col_lower_ = np.array([float(bound.low) for bound in bounds])
    model.col_upper_ = np.array([_high(bound.high) for bound in bounds])
    model.row_lower_ = np.array(
        [
            float(left - law.within) if law.complete else -highspy.kHighsInf
            for law, left in zip(laws, rest, strict=True)
        ]
    )
    model.row_upper_ = np.array([float(left + law.within) for law, left in zip(laws, rest, strict=True)])
    model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    model.a_matrix_.start_ = np.cumsum([0, *map(len, rows)])
    model.a_matrix_.index_ = np.array([place for row in rows for place in row])
    model.a_matrix_.value_ = np.array([value for row in rows for value in row.values()])
    return model


def _rest(table: Table, law: Law) -> int:
    """What is left for the law's hidden parts, less its whole where that is hidden."""
    return table.known.get(law.whole, 0) - sum(table.known.get(part, 0) for part in law.parts)


def _high(high: int | None) -> float:
    return highspy.kHighsInf if high is None else float(high)
