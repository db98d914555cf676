"""How long spells last, found anew for the cells in which one of them has changed: from everybody's spells."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import replace

import numpy as np

from indicators.counting import CountingError, Figure, Wanted
from indicators.counting.count import take_spells
from indicators.counting.cube import Array, Columns, Grid, placed, rolled_up
from indicators.counting.rollup import duration, longest
from indicators.renewal.held import Held, added
from indicators.renewal.slots import Slots
from indicators.renewal.statements import read
from indicators.renewal.worlds import Told
from warehouse.connection import Connection


class Durations:
    """Finds durations."""

    def __init__(self, connection: Connection, wanted: Mapping[Figure, Wanted]) -> None:
        self.connection = connection
        self.wanted = wanted
        self._last: tuple[Hashable, Columns] | None = None
        self.shift = int(read(connection, "shift")["days"][0])

    def renewed(
        self, figure: Figure, told: Told, kept: Held, *, grids: Sequence[Grid], stands: Array
    ) -> Held:
        """The cells of a duration as they are now."""
        slots = kept.slots
        change = {"amount": slots.none("i8"), **_behind(told, slots)}
        held = added(kept, stands, change)
        touched = _touched(told, grids, slots)
        if touched.any() or self.shift > 0:
            spells = self._take_spells(figure)
            touched[:, :, self._followed_longer(figure, slots)] = True
            touched &= held.there
            held = _with_durations(held, touched, spells, figure, grids)
        gone = ~held.there
        return replace(held, value=np.where(gone, 0, held.value), known=held.known & held.there)

    def _take_spells(self, figure: Figure) -> Columns:
        """Everybody's spells; those of the figure before if they are the same."""
        these = (figure.measure, figure.parameters, figure.at_days, self.wanted[figure])
        if self._last is None or self._last[0] != these:
            take_spells(self.connection, figure)
            self._last = (these, read(self.connection, "spell_length", longest=longest(figure)))
        return self._last[1]

    def _followed_longer(self, figure: Figure, slots: Slots) -> Array:
        """The windows with spells that have grown because the records reach further.

        Raises CountingError where one may have come into sight of whom nobody said anything.
        """
        if self.shift <= 0:
            return np.zeros(0, "i8")
        rows = read(self.connection, "unfinished_window", at_days=figure.at_days, shift=self.shift)
        if rows["fresh"].any():
            raise CountingError("spells have come into sight")
        return slots.window(rows["window_months"], rows["month"])


def _behind(told: Told, slots: Slots) -> dict[str, Array]:
    """How many persons more are behind each cell, and the sum of their keys."""
    found = {"contributors": slots.none("i8"), "cell_key": slots.none("u8")}
    if told.behind is not None:
        at = slots.find(told.behind)
        for name, one in found.items():
            one[at] = told.behind[name]
    return found


def _touched(told: Told, grids: Iterable[Grid], slots: Slots) -> Array:
    """The cells with a spell that was not there before or is no more, or has another length."""
    touched = slots.none("?")
    for grid in grids:
        these = {
            name: column[told.changes["window_months"] == grid.window_months]
            for name, column in told.changes.items()
        }
        these["spells"] = np.ones(len(these["spells"]), "i8")
        slots.spread(rolled_up(placed(these, "spells", grid.shape, "window"), grid) > 0, grid, touched)
    return touched


def _with_durations(
    held: Held, touched: Array, spells: Columns, figure: Figure, grids: Iterable[Grid]
) -> Held:
    """The touched cells have the durations of these spells, or none."""
    value, known = held.slots.none("i8"), held.slots.none("?")
    for grid in grids:
        found, there = duration(spells, figure, grid, held.slots.cut(grid, touched))
        held.slots.spread(found, grid, value)
        held.slots.spread(there, grid, known)
    return replace(
        held, value=np.where(touched, value, held.value), known=np.where(touched, known, held.known)
    )
