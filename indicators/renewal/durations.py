"""How long spells last, found anew for the windows in which one of them has changed: from everybody's spells."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

import numpy as np

from indicators.counting import CountingError, Figure, Wanted
from indicators.counting.count import prepare_figure, take_spells
from indicators.counting.cube import Array, Columns, Grid, placed, rolled_up
from indicators.counting.ground import prepare_persons
from indicators.counting.statements import run as count
from indicators.measure import Measure
from indicators.renewal.held import Held, added
from indicators.renewal.slots import Slots
from indicators.renewal.statements import read, run
from indicators.renewal.worlds import Told
from warehouse.connection import Connection, rows_at_hand


class Durations:
    """Finds durations; everybody is made ready when the first is looked for."""

    def __init__(self, connection: Connection, measures: Mapping[str, Measure], months: range) -> None:
        self.connection = connection
        self.measures = measures
        self.months = months
        self._ready = False
        self.shift = int(read(connection, "shift")["days"][0])

    def renewed(
        self, figure: Figure, wanted: Wanted, told: Told, kept: Held, *, grids: Iterable[Grid], stands: Array
    ) -> Held:
        """The cells of a duration as they are now."""
        slots = kept.slots
        change = {"amount": slots.none("i8"), **_behind(told, slots)}
        held = added(kept, stands, change)
        touched = _touched(told, grids, slots)
        windows: Array = np.asarray(touched.any(axis=(0, 1)))
        if windows.any() or self.shift > 0:
            self._get_ready()
            prepare_figure(self.connection, figure, wanted, self.months)
            take_spells(self.connection, figure)
            longer = self._followed_longer(figure, slots)
            touched[:, :, longer] = True
            touched &= held.there
            windows[longer] = True
            self._measure(figure, slots, windows)
            held = _with_durations(held, touched, read(self.connection, "duration"))
        gone = ~held.there
        return replace(held, value=np.where(gone, 0, held.value), known=held.known & held.there)

    def _get_ready(self) -> None:
        if not self._ready:
            run(self.connection, "nobodys_key")
            prepare_persons(self.connection)
            self._ready = True

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

    def _measure(self, figure: Figure, slots: Slots, windows: Array) -> None:
        """Make `duration` for these windows."""
        lengths, months = slots.windows[windows].T
        with rows_at_hand(self.connection, "changed_window", {"window_months": lengths, "month": months}):
            run(self.connection, "other_windows")
        count(self.connection, "durations/placed_spell")
        count(self.connection, f"durations/{figure.count}", at_days=figure.at_days)


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


def _with_durations(held: Held, touched: Array, rows: Columns) -> Held:
    """The touched cells have these durations, or none."""
    value, known = held.slots.none("i8"), held.slots.none("?")
    at = held.slots.find(rows)
    value[at], known[at] = rows["value"], True
    return replace(
        held, value=np.where(touched, value, held.value), known=np.where(touched, known, held.known)
    )
