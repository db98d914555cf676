"""Where the cells of all figures stand in arrays: by category, place and window."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from indicators.counting.cube import Array, Columns, Grid
from indicators.renewal.statements import read
from warehouse.connection import Connection

Places = tuple[Array, ...]
"""Numbers of parts, places and windows."""


@dataclass(frozen=True)
class Slots:
    """Parts by their number, places and windows (pairs of a length and a last month) by their order."""

    parts: int
    place_ids: Array
    windows: Array

    @property
    def shape(self) -> tuple[int, int, int]:
        """Parts, places and windows."""
        return self.parts, len(self.place_ids), len(self.windows)

    def none(self, kind: str) -> Array:
        """An array with nothing in it."""
        return np.zeros(self.shape, kind)

    def find(self, rows: Columns) -> Places:
        """Where cells stand that are named by their columns."""
        return (
            rows["part_id"],
            np.searchsorted(self.place_ids, rows["place_id"]),
            self.window(rows["window_months"], rows["month"]),
        )

    def window(self, lengths: Array, months: Array) -> Array:
        """The numbers of windows; an unknown one is an error."""
        found: Array = self._window_at[lengths, months - self._first_month]
        if found.size and found.min() < 0:
            raise LookupError("a window that is not known")
        return found

    def named(self, places: Places) -> dict[str, Array]:
        """The columns that name the cells in these places."""
        part, place, window = places
        return {
            "window_months": self.windows[window, 0].astype("i4"),
            "month": self.windows[window, 1].astype("i4"),
            "part_id": part.astype("i4"),
            "place_id": self.place_ids[place],
        }

    def spread(self, found: Array, grid: Grid, into: Array) -> None:
        """Write the cells of a grid where they stand."""
        into[self._of_grid(grid)] = found

    def cut(self, grid: Grid, of: Array) -> Array:
        """The cells of a grid, from where they stand."""
        found: Array = of[self._of_grid(grid)]
        return found

    def _of_grid(self, grid: Grid) -> Places:
        windows = self.window(np.full(len(grid.months), grid.window_months), grid.months)
        return np.ix_(grid.part_ids, np.arange(len(self.place_ids)), windows)

    @cached_property
    def _first_month(self) -> int:
        return int(self.windows[:, 1].min()) if len(self.windows) else 0

    @cached_property
    def _window_at(self) -> Array:
        last = self.windows.max(axis=0) if len(self.windows) else (0, 0)
        at = np.full((last[0] + 1, last[1] - self._first_month + 1), -1)
        at[self.windows[:, 0], self.windows[:, 1] - self._first_month] = np.arange(len(self.windows))
        return at


def read_slots(connection: Connection, months: range) -> Slots:
    """The slots of the categories, areas and known months that counting was prepared for."""
    [(parts,)] = connection.execute("select max(part_id) + 1 from category_part").fetchall()
    places = connection.execute("select place_id from place order by place_id").fetchnumpy()["place_id"]
    windows = read(connection, "window", first_month=months.start, last_month=months.stop - 1)
    return Slots(parts, places, np.stack([windows["window_months"], windows["month"]], axis=1).astype("i8"))
