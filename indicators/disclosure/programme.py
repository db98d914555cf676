"""Linear and integer programmes: the least and the greatest that a number can be under linear laws, found by HiGHS.

Where HiGHS cannot finish, its bound stands, which lies outside: what is found never leaves the truth out unless the
laws themselves are wrong.
"""

import math
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

import highspy
import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]

LEAST, GREATEST = highspy.ObjSense.kMinimize, highspy.ObjSense.kMaximize

SLIP = 1e-6
"""By so much a whole number may be off."""

_SILENT = {"output_flag": False, "threads": 1}
_IN_FRACTIONS = _SILENT | {"presolve": "off", "solver": "simplex"}
_IN_WHOLE_NUMBERS = _SILENT | {"mip_rel_gap": 0.0, "mip_abs_gap": SLIP}
_WITHOUT = (
    highspy.HighsModelStatus.kInfeasible,
    highspy.HighsModelStatus.kUnbounded,
    highspy.HighsModelStatus.kUnboundedOrInfeasible,
)

_Silent: Callable[[], highspy.Highs] = type("_Silent", (highspy.Highs,), {"enableCallbacks": lambda _: None})
"""HiGHS without callbacks: when they are enabled it prints its name before it can be told not to."""


class Laws(NamedTuple):
    """Linear laws: each row has `widths` of the `columns` and `factors`, and its sum lies from `least` to `most`."""

    least: Array
    most: Array
    widths: Array
    columns: Array
    factors: Array


class Programme:
    """Numbers from `low` to `high` under laws: whole ones, unless they are `fractions`.

    Asked first is whether fractions would do, which takes a hundredth of the time. Where the solution has none, it is
    that of whole numbers too; of two sums that cross each other it never has any. What solutions have shown is not
    asked again. At most so many `nodes` are looked at in search of whole numbers: a limit of time would give another
    answer on another machine.
    """

    def __init__(self, low: Array, high: Array, laws: Laws, nodes: int, *, fractions: bool = False) -> None:
        self._low, self._high = low, high
        self._shown: set[tuple[int, float]] = set()
        model = _model(low, high, laws)
        self._solvers = [_solver(model, _IN_FRACTIONS)]
        self._fractions = fractions
        if not fractions:
            model.integrality_ = [highspy.HighsVarType.kInteger] * len(low)
            self._solvers.append(_solver(model, _IN_WHOLE_NUMBERS | {"mip_max_nodes": nodes}))

    def extreme(self, column: int, sense: highspy.ObjSense) -> float | None:
        """The least or the greatest of a number, infinite where nothing bounds it; None if the laws contradict."""
        bound = float(self._low[column] if sense == LEAST else self._high[column])
        if (column, bound) in self._shown:
            return bound
        for solver in self._solvers:
            status = _solve(solver, column, sense)
            if status in _WITHOUT:
                return None
            values = np.array(solver.getSolution().col_value)
            if status == highspy.HighsModelStatus.kOptimal and self._are_fit(values):
                self._shown.update(enumerate(values.round(6).tolist()))
                return float(values[column]) if self._fractions else float(values[column].round())
        reached = -math.inf if self._fractions else self._solvers[-1].getInfo().mip_dual_bound
        if not math.isfinite(reached):
            return bound
        return math.ceil(reached - SLIP) if sense == LEAST else math.floor(reached + SLIP)

    def _are_fit(self, values: Array) -> bool:
        return self._fractions or bool((np.abs(values - values.round()) <= SLIP).all())


def _model(low: Array, high: Array, laws: Laws) -> highspy.HighsLp:
    model = highspy.HighsLp()
    model.num_col_, model.num_row_ = len(low), len(laws.widths)
    model.col_cost_ = np.zeros(len(low))
    model.col_lower_, model.col_upper_ = low, high
    model.row_lower_, model.row_upper_ = laws.least, laws.most
    model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    model.a_matrix_.start_ = np.concatenate([[0], np.cumsum(laws.widths)])
    model.a_matrix_.index_, model.a_matrix_.value_ = laws.columns, laws.factors
    return model


def _solver(model: highspy.HighsLp, options: Mapping[str, Any]) -> highspy.Highs:
    solver = _Silent()
    for name, value in options.items():
        solver.setOptionValue(name, value)
    solver.passModel(model)
    return solver


def _solve(solver: highspy.Highs, column: int, sense: highspy.ObjSense) -> highspy.HighsModelStatus:
    costs = np.zeros(solver.getNumCol())
    costs[column] = 1.0
    solver.changeColsCost(len(costs), np.arange(len(costs), dtype=np.int32), costs)
    solver.changeObjectiveSense(sense)
    solver.run()
    return solver.getModelStatus()
