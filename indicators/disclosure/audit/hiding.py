"""Which further figures must be hidden so that no hidden one can be worked out.

Step by step: beside a figure that is given away, of its law in which the fewest are hidden the first that can still be
read, parts before wholes; then what can be worked out is found anew. Each step looks at nothing but what readers see
and at the order of the cells, never at a hidden figure nor at the size of one that is about to be hidden: to prefer
the smallest that is enough would tell that all that are smaller were not enough.
"""

from collections.abc import Iterable, Iterator

from indicators.disclosure.audit.intervals import Intervals, audit, intervals
from indicators.disclosure.audit.table import Bounds, Law, Table

TOO_NARROW = 2
"""A hidden figure is given away where it is known to so many values or fewer."""


def is_given_away(bounds: Bounds, interval: Bounds | None) -> bool:
    """Whether sums tell a figure to two values or exactly, and more than the owner's rule told already."""
    return interval is not None and interval.width <= TOO_NARROW and interval.width < bounds.width


def hide_more(table: Table, beyond: Bounds) -> tuple[int, ...]:
    """Hide further cells of the table until none is given away; which, in the order of hiding.

    `beyond` is what everybody knows of a figure that was hidden so, such as that the owner would not have. A cell
    stays given away only where nothing is left to hide beside it.
    """
    more: list[int] = []
    given = _given_away(table, audit(table))
    while beside := _hide_beside(table, given, beyond):
        more += beside
        # To hide more never tells more: what was not given away before is not now.
        given = _given_away(table, intervals(table, {*given, *beside}))
    return tuple(more)


def _given_away(table: Table, found: Intervals) -> list[int]:
    return sorted(cell for cell, interval in found.items() if is_given_away(table.hidden[cell], interval))


def _hide_beside(table: Table, given: Iterable[int], beyond: Bounds) -> list[int]:
    """Hide one cell beside each that is given away, as far as these have no sum in common; those that were hidden."""
    hidden: list[int] = []
    changed: set[Law] = set()
    best = (min(_choices(table, cell, beyond), default=None) for cell in given)
    for _, _, beside, told in sorted(choice for choice in best if choice):
        laws = {*table.laws_of[told], *table.laws_of[beside]}
        if changed.isdisjoint(laws):
            table.hide(beside, beyond)
            hidden.append(beside)
            changed |= laws
    return hidden


def _choices(table: Table, cell: int, beyond: Bounds) -> Iterator[tuple[int, bool, int, int]]:
    """What may be hidden beside a cell, the best being the least."""
    for law in table.laws_of[cell]:
        hidden = len(table.hidden_in(law))
        for beside in law.cells:
            if beside in table.known and beyond.holds(table.known[beside]):
                yield hidden, beside in table.wholes, beside, cell
