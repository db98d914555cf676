"""From the changes that SQL found to `counted_cell`: read into arrays, added up there, written back."""

from calendar import monthrange
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np

from indicators.counting import cube
from indicators.counting.cube import Array, Belonging, Columns, Grid
from indicators.counting.statements import run, statement
from warehouse.connection import Connection, rows_at_hand

_CELL = {"window_months": "i4", "month": "i4", "part_id": "i4", "place_id": "i2"} | {
    "amount": "i8",
    "contributors": "i8",
    "cell_key": "u8",
}


def read_grids(connection: Connection) -> list[Grid]:
    """The cells of the figure under way, one grid for each length of window."""
    lengths = connection.execute("select distinct window_months from figure_window order by all").fetchall()
    return [_grid(connection, length) for (length,) in lengths]


def write_counts(connection: Connection, grids: Sequence[Grid], months: range) -> None:
    """Make `counted_cell` of `delta`; the figure is counted for these months."""
    changes = _read(connection, "figure/change", first_month=months.start)
    found = []
    for grid in grids:
        counts = cube.cumulated(_of_length(changes, grid), grid)
        found.append((grid, {value: cube.rolled_up(one, grid) for value, one in counts.items()}))
    _write(connection, found, "figure/counted_cell")


def write_full_time(connection: Connection, grids: Sequence[Grid], months: range) -> None:
    """Make `counted_cell` of `amount_change`, and of `delta` for the persons behind it."""
    changes = _read(connection, "figure/change", first_month=months.start)
    bounds = {"first_month": months.start, "last_month": months.stop - 1}
    monthly = _read(connection, "amounts/monthly_change", **bounds)
    days = np.array([monthrange(month // 12, month % 12 + 1)[1] for month in months], "i8")
    found = []
    for grid in grids:
        counts = cube.degree_days(monthly, grid, months.start, days)
        counts["contributors"] = cube.cumulated(_of_length(changes, grid), grid)["contributors"]
        found.append((grid, {value: cube.rolled_up(one, grid) for value, one in counts.items()}))
    _write(connection, found, "amounts/full_time_cell")


def _write(connection: Connection, found: Iterable[tuple[Grid, dict[str, Array]]], name: str) -> None:
    parts = [dict(cube.cells(grid, counts)) for grid, counts in found]
    empty = {column: np.zeros(0, kind) for column, kind in _CELL.items()}
    columns = {column: np.concatenate([one[column] for one in (empty, *parts)]) for column in _CELL}
    with rows_at_hand(connection, "added_up", columns):
        run(connection, name)


def _grid(connection: Connection, length: int) -> Grid:
    windows = _read(connection, "figure/windows_of_length", window_months=length)
    bases = connection.execute("select count(*) from base_area").fetchall()[0][0]
    crowds = connection.execute("select count(*) from crowd").fetchall()[0][0]
    parts = connection.execute(statement("figure/parts_of_length"), {"window_months": length}).fetchall()
    places = connection.execute("select place_id from place order by place_id").fetchall()
    months = windows["month"]
    at = {place: number for number, (place,) in enumerate(places)}
    stands = np.zeros((len(places), len(months)), bool)
    members = []
    rows = "select place_id, base_id, from_month, to_month, stands from area_member"
    for place, base, first, last, standing in connection.execute(rows).fetchall():
        begin, end = np.searchsorted(months, first), np.searchsorted(months, last, side="right")
        members.append(Belonging(at[place], base - 1, int(begin), int(end)))
        stands[at[place], begin:end] |= standing
    return Grid(
        window_months=length,
        months=months,
        part_ids=np.array([part for part, _ in parts], "i4"),
        parts=[np.array(found, "i8") for _, found in parts],
        place_ids=np.array([place for (place,) in places], "i2"),
        members=members,
        stands=stands,
        crowds=crowds,
        bases=bases,
    )


def _of_length(changes: Columns, grid: Grid) -> Columns:
    """The changes of windows of the grid's length."""
    these = changes["window_months"] == grid.window_months
    return {column: values[these] for column, values in changes.items()}


def _read(connection: Connection, name: str, **values: Any) -> Columns:
    return connection.execute(statement(name), values or None).fetchnumpy()
