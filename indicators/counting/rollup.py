"""From the changes that SQL found to `counted_cell`: read into arrays, added up there, written back."""

from calendar import monthrange
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import numpy as np

from indicators.counting import cube, lengths
from indicators.counting.cube import Array, Belonging, Columns, Grid
from indicators.counting.figures import Figure
from indicators.counting.lengths import Duration
from indicators.counting.statements import run, statement
from warehouse.connection import Connection, rows_at_hand

Found = tuple[Grid, dict[str, Array]]
"""The cells of a grid: amount, contributors and key of each."""

_CELL = {"window_months": "i4", "month": "i4", "part_id": "i4", "place_id": "i2"} | {
    "amount": "i8",
    "contributors": "i8",
    "cell_key": "u8",
}
_DURATION = ("window_months", "month", "part_id", "place_id", "amount")


class _Ground(NamedTuple):
    """What grids of all lengths have in common; `members` are place, base area, first and last month, `stands`."""

    places: Sequence[int]
    members: Sequence[tuple[int, int, int, int, bool]]
    crowds: int
    bases: int


def read_grids(connection: Connection) -> list[Grid]:
    """The cells of the figure under way, one grid for each length of window."""
    lengths = connection.execute("select distinct window_months from figure_window order by all").fetchall()
    ground = _read_ground(connection)
    return [_grid(connection, length, ground) for (length,) in lengths]


def write_counts(connection: Connection, grids: Sequence[Grid], months: range) -> None:
    """Make `counted_cell` of `delta`; the figure is counted for these months."""
    write_cells(connection, counts(read_changes(connection, months), grids), "figure/counted_cell")


def write_full_time(connection: Connection, grids: Sequence[Grid], months: range) -> None:
    """Make `counted_cell` of `amount_change`, and of `delta` for the persons behind it."""
    changes, monthly = read_changes(connection, months), read_monthly(connection, months)
    write_cells(connection, full_time(changes, monthly, grids, months), "amounts/full_time_cell")


def read_changes(connection: Connection, months: range) -> Columns:
    """The rows of `delta`, by crowd and window."""
    return _read(connection, "figure/change", first_month=months.start)


def read_monthly(connection: Connection, months: range) -> Columns:
    """The rows of `amount_change`, by crowd and month."""
    bounds = {"first_month": months.start, "last_month": months.stop - 1}
    return _read(connection, "amounts/monthly_change", **bounds)


def counts(changes: Columns, grids: Iterable[Grid]) -> list[Found]:
    """What is counted in the cells of each grid, from the changes of persons or events."""
    found = []
    for grid in grids:
        counted = cube.cumulated(_of_length(changes, grid), grid)
        found.append((grid, {value: cube.of_places(one, grid) for value, one in counted.items()}))
    return found


def full_time(changes: Columns, monthly: Columns, grids: Iterable[Grid], months: range) -> list[Found]:
    """The degree-days in the cells of each grid, from monthly changes, and the persons behind them."""
    days = np.array([monthrange(month // 12, month % 12 + 1)[1] for month in months], "i8")
    found = []
    for grid in grids:
        counted = cube.degree_days(monthly, grid, months.start, days)
        counted |= cube.cumulated(_of_length(changes, grid), grid, ["contributors"])
        found.append((grid, {value: cube.of_places(one, grid) for value, one in counted.items()}))
    return found


def write_cells(connection: Connection, found: Iterable[Found], name: str) -> None:
    """Make `counted_cell` of what was added up."""
    parts = [dict(cube.cells(grid, counted)) for grid, counted in found]
    empty = {column: np.zeros(0, kind) for column, kind in _CELL.items()}
    columns = {column: np.concatenate([one[column] for one in (empty, *parts)]) for column in _CELL}
    with rows_at_hand(connection, "added_up", columns):
        run(connection, name)


def read_spells(connection: Connection, figure: Figure) -> Columns:
    """The rows of `stated_spell`, by crowd."""
    return _read(connection, "durations/spell_length", longest=longest(figure))


def longest(figure: Figure) -> int:
    """So many days tell all that the figure asks of a spell; 0 if it asks how long it is."""
    return figure.at_days + 1 if figure.at_days else 0


def duration(spells: Columns, figure: Figure, grid: Grid, wanted: Array | None = None) -> Duration:
    """How long spells last in the cells of a grid, or what events amount to; at least in those that are wanted."""
    if figure.count == "mean":
        return lengths.means(spells, grid, figure.days_in_one)
    if figure.count == "survival":
        return lengths.survivals(spells, grid, figure.at_days, wanted)
    if figure.count == "survival_median":
        return lengths.survival_medians(spells, grid, figure.at_days, wanted)
    return lengths.medians(spells, grid, wanted, figure.days_in_one)


def write_durations(connection: Connection, found: Iterable[tuple[Grid, Duration]]) -> None:
    """Make `counted_cell` of durations, and of `persons_behind` for those whose they are."""
    empty = {column: np.zeros(0, kind) for column, kind in _CELL.items() if column in _DURATION}
    parts = [empty, *(_known(grid, *duration) for grid, duration in found)]
    columns = {column: np.concatenate([one[column] for one in parts]) for column in _DURATION}
    with rows_at_hand(connection, "duration", columns):
        run(connection, "durations/counted_cell")


def _known(grid: Grid, value: Array, known: Array) -> dict[str, Array]:
    """The durations that are known, as columns."""
    part, place, window = np.nonzero(known)
    return {
        "window_months": np.full(len(part), grid.window_months, "i4"),
        "month": grid.months[window],
        "part_id": grid.part_ids[part],
        "place_id": grid.place_ids[place],
        "amount": value[known],
    }


def _grid(connection: Connection, length: int, ground: _Ground) -> Grid:
    parts = connection.execute(statement("figure/parts_of_length"), {"window_months": length}).fetchall()
    months = _read(connection, "figure/windows_of_length", window_months=length)["month"]
    stands = np.zeros((len(ground.places), len(months)), bool)
    members = []
    for place, base, first, last, standing in ground.members:
        begin, end = np.searchsorted(months, first), np.searchsorted(months, last, side="right")
        members.append(Belonging(place, base, int(begin), int(end)))
        stands[place, begin:end] |= standing
    return Grid(
        window_months=length,
        months=months,
        part_ids=np.array([part for part, _ in parts], "i4"),
        parts=[np.array(found, "i8") for _, found in parts],
        place_ids=np.array(ground.places, "i2"),
        members=members,
        stands=stands,
        crowds=ground.crowds,
        bases=ground.bases,
    )


def _read_ground(connection: Connection) -> _Ground:
    [(crowds, bases)] = connection.execute(
        "select (select count(*) from crowd), (select count(*) from base_area)"
    ).fetchall()
    places = [place for (place,) in connection.execute("select place_id from place order by all").fetchall()]
    at = {place: number for number, place in enumerate(places)}
    rows = connection.execute(
        "select place_id, base_id - 1, from_month, to_month, stands from area_member"
    ).fetchall()
    return _Ground(places, [(at[place], *rest) for place, *rest in rows], crowds, bases)


def _of_length(changes: Columns, grid: Grid) -> Columns:
    """The changes of windows of the grid's length."""
    these = changes["window_months"] == grid.window_months
    return {column: values[these] for column, values in changes.items()}


def _read(connection: Connection, name: str, **values: Any) -> Columns:
    return connection.execute(statement(name), values or None).fetchnumpy()
