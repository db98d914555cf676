"""Where cells stand that are named by words: told from the numbers that DuckDB keeps in place of words."""

from dataclasses import dataclass

import numpy as np

from indicators.counting import CountingError
from indicators.counting.cube import Array, Columns
from indicators.renewal.slots import Slots
from indicators.renewal.statements import read
from warehouse.connection import Connection


@dataclass(frozen=True)
class Named:
    """Parts by breakdown and category, places by area, windows by kind of period and period; -1 is none."""

    slots: Slots
    parts: Array
    places: Array
    windows: Array

    def find(self, rows: Columns) -> Array:
        """Where cells stand in an array of all slots, laid out flat.

        Raises CountingError when one stands nowhere.
        """
        part = self.parts[rows["breakdown"], rows["category"]]
        place = self.places[rows["area"]]
        window = self.windows[rows["period_kind"], rows["period"]]
        if any(found.size and found.min() < 0 for found in (part, place, window)):
            raise CountingError("a cell was kept that stands nowhere")
        _, places, windows = self.slots.shape
        found: Array = (part * places + place) * windows + window
        return found


def read_named(connection: Connection, slots: Slots, months: range) -> Named:
    """The words of the categories, areas and known months that counting was prepared for."""
    part, place = read(connection, "part_word"), read(connection, "place_word")
    window = read(connection, "window_word", first_month=months.start, last_month=months.stop - 1)
    return Named(
        slots,
        _by_number([part["breakdown"], part["category"]], part["part_id"]),
        _by_number([place["area"]], np.searchsorted(slots.place_ids, place["place_id"])),
        _by_number(
            [window["period_kind"], window["period"]], slots.window(window["window_months"], window["month"])
        ),
    )


def _by_number(words: list[Array], numbers: Array) -> Array:
    """A table of numbers by the numbers of words, as large as any of a session may be."""
    found = np.full([int(word.max(initial=0)) + 1 for word in words], -1, "i8")
    found[tuple(words)] = numbers
    return found
