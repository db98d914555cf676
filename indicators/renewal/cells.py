"""The cells of an indicator, renewed where a figure of it has changed."""

from collections.abc import Mapping, Sequence

import numpy as np

from indicators.catalogue import Indicator
from indicators.cells import make_figures, write_cells
from indicators.counting import Figure
from indicators.counting.cube import Array
from indicators.counting.statements import run as count
from indicators.figures import Figures
from indicators.renewal.held import Held, at_hand
from indicators.renewal.judging import Judging
from indicators.renewal.slots import Slots
from indicators.renewal.statements import read, run
from warehouse.connection import Connection, rows_at_hand

EVERYBODY = 1
"""The number of the part that splits nobody off: the first."""


class Renewed:
    """A figure's cells as they are now: which of them must be withheld, and where anything of that has changed."""

    def __init__(self, held: Held, withheld: Array, changed: Array) -> None:
        self.held = held
        self.withheld = withheld
        self.changed = changed


def name_slots(connection: Connection, slots: Slots, where: Array) -> None:
    """Make `renewed`, the cells there in words."""
    with rows_at_hand(connection, "slot", slots.named(np.nonzero(where))):
        run(connection, "renewed")


def renew_cells(
    figures: Figures,
    judging: Judging,
    indicator: Indicator,
    parts: Sequence[Figure],
    known: Mapping[Figure, Renewed],
) -> None:
    """Renew the cells of an indicator; `known` are those of its figures that are counted."""
    changed = np.logical_or.reduce([one.changed for one in known.values()])
    if not changed.any():
        return
    connection, names = figures.connection, [figure.name for figure in parts]
    _take(figures, judging, parts, known, changed)
    make_figures(connection, indicator, figures.country, *names)
    name_slots(connection, judging.slots, changed)
    run(connection, "stood", indicator=indicator.id)
    if read(connection, "moved_rows")["cells"][0]:
        _take(figures, judging, parts, known, np.ones_like(changed))
        run(connection, "no_cells", indicator=indicator.id)
        write_cells(connection, indicator, figures.country, *names)
    else:
        run(connection, "cell")


def _take(
    figures: Figures,
    judging: Judging,
    parts: Sequence[Figure],
    known: Mapping[Figure, Renewed],
    where: Array,
) -> None:
    """Put what the figures say there, and all that is delivered, into `measure_figure`.

    What they say of everybody is there too: which kinds of periods a denominator has is told from its rows.
    """
    figures.clear()
    where = where.copy()
    where[EVERYBODY] = True
    for figure in parts:
        if figure not in known:
            figures.take_delivered(figure.measure)
            continue
        one = known[figure]
        at_hand(figures.connection, one.held, np.nonzero(where & one.held.there))
        if figure.is_duration:
            count(figures.connection, "durations/duration_cell")
        figures.protect(figure, judging.judge(one.withheld))
