"""What can be worked out of a table's hidden figures: for each the least and the greatest whole number that it can be.

All that a reader knows is a set of linear laws in whole numbers: sums, and what the owner's rule says of a hidden
figure. An integer programme finds the least and the greatest value of each under them.
"""

import math
from collections.abc import Collection, Mapping, Sequence

import numpy as np

from indicators.disclosure.audit.table import Bounds, Law, Table
from indicators.disclosure.programme import GREATEST, LEAST, Laws, Programme

Intervals = Mapping[int, Bounds | None]
"""What each hidden figure can be; None where the laws contradict each other, so that nothing follows."""

_NODES = 10_000
"""So many branches are looked at in search of whole numbers."""


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
    problem = _programme(table, group, laws)
    places = [group.index(cell) for cell in asked]
    least = [problem.extreme(place, LEAST) for place in places]
    # Least values are never unbounded, so that a problem without any has no solution at all.
    if None in least:
        return dict.fromkeys(asked)
    greatest = [problem.extreme(place, GREATEST) for place in places]
    return {
        cell: Bounds(int(low or 0), None if high is None or math.isinf(high) else int(high))
        for cell, low, high in zip(asked, least, greatest, strict=True)
    }


def _programme(table: Table, group: Sequence[int], laws: Sequence[Law]) -> Programme:
    """The parts less the whole of each law, as far as they are hidden, against what can be read of them."""
    column = {cell: place for place, cell in enumerate(group)}
    rows = [
        {column[cell]: -1.0 if cell == law.whole else 1.0 for cell in table.hidden_in(law)} for law in laws
    ]
    rest = [_rest(table, law) for law in laws]
    bounds = [table.hidden[cell] for cell in group]
    least = [left - law.within if law.complete else -math.inf for law, left in zip(laws, rest, strict=True)]
    return Programme(
        np.array([bound.low for bound in bounds], float),
        np.array([math.inf if bound.high is None else bound.high for bound in bounds], float),
        Laws(
            np.array(least, float),
            np.array([left + law.within for law, left in zip(laws, rest, strict=True)], float),
            np.array([len(row) for row in rows]),
            np.array([place for row in rows for place in row]),
            np.array([factor for row in rows for factor in row.values()]),
        ),
        _NODES,
    )


def _rest(table: Table, law: Law) -> int:
    """What is left for the law's hidden parts, less its whole where that is hidden."""
    return table.known.get(law.whole, 0) - sum(table.known.get(part, 0) for part in law.parts)
