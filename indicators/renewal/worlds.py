"""What changed persons count for: in the core as it was when the cells were computed, and as it is now."""

from collections.abc import Iterator, Mapping, Sequence, Set
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from indicators.calendar import make_calendar
from indicators.counting import Figure, Wanted
from indicators.counting.count import figure_months, find, is_full_time, prepare_figure
from indicators.counting.cube import Array, Columns
from indicators.counting.ground import prepare_persons, prepare_slots
from indicators.counting.rollup import read_changes, read_monthly
from indicators.disclosure import make_person_keys
from indicators.figures import Figures
from indicators.measure import Measure
from indicators.renewal.statements import read
from warehouse.connection import Connection, attach
from warehouse.earlier import OF_PERSONS

BEFORE, NOW = "told_before", "told_now"


@dataclass(frozen=True)
class Told:
    """What is found of a figure: changes of what is counted, and monthly ones of days; or spells and who has them."""

    changes: Columns
    monthly: Columns | None = None
    behind: Columns | None = None

    @property
    def says_anything(self) -> bool:
        """Whether there is any of it."""
        return any(len(column) for one in (self.changes, self.monthly or {}) for column in one.values())


@contextmanager
def worlds(connection: Connection) -> Iterator[Set[str]]:
    """In the block there are two small warehouses: the persons of whom anything is told otherwise, before and now.

    Which tables of the core tell it.
    """
    with attach(connection, Path(":memory:"), BEFORE), attach(connection, Path(":memory:"), NOW):
        for world in (BEFORE, NOW):
            connection.execute(f"create schema {world}.core")
            for table in ("country", "scheme"):
                connection.execute(f"create table {world}.core.{table} as from core.{table}")
        connection.execute(f"create table {BEFORE}.core.coverage as from earlier.coverage")
        connection.execute(f"create table {NOW}.core.coverage as from core.coverage")
        connection.execute("create or replace temp table told_otherwise (person_id uuid)")
        told = {table for table in OF_PERSONS if _take_persons(connection, table)}
        for table in OF_PERSONS:
            for world in (BEFORE, NOW):
                connection.execute(
                    f"delete from {world}.core.{table} where person_id not in (from told_otherwise)"
                )
        yield told


def _take_persons(connection: Connection, table: str) -> bool:
    """Fill a table of the two, and note of whom it tells otherwise, if of anybody.

    Many are delivered anew and told of as before.
    """
    connection.execute(f"create table {BEFORE}.core.{table} as from earlier.{table}")
    connection.execute(
        f"create table {NOW}.core.{table} as"
        f" select told.* from core.{table} as told semi join earlier.person using (person_id)"
    )
    [(persons,)] = connection.execute(
        f"""
        insert into told_otherwise
        select distinct person_id
        from (
            select * exclude (more)
            from (
                select *, 1 as more from {NOW}.core.{table}
                union all
                select *, -1 as more from {BEFORE}.core.{table}
            )
            group by all
            having sum(more) != 0
        )
        """
    ).fetchall()
    return bool(persons)


def rests_on(figure: Figure, measures: Mapping[str, Measure]) -> Set[str]:
    """The tables of the core that a figure is counted from."""
    counted = [measures[one] for one in figure.measures]
    return {one.states for one in counted}.union(*(one.tables for one in counted))


def find_in(world: str, figures: Figures, wanted: Mapping[Figure, Wanted]) -> dict[Figure, Told]:
    """What is found of each figure in one of the two, through a connection of its own: both may be searched at once."""
    connection, measures = figures.connection.cursor(), figures.measures
    try:
        make_calendar(connection)
        prepare_slots(connection, figures.country, figures.months)
        connection.execute(f"use {world}")
        make_person_keys(connection, figures.key)
        prepare_persons(connection)
        found = {}
        for figure, one in wanted.items():
            prepare_figure(connection, figure, one, figures.months)
            find(connection, figure, measures)
            found[figure] = _told(connection, figure, measures, figure_months(figure, figures.months))
        return found
    finally:
        connection.close()


def less(now: Told, before: Told) -> Told:
    """What has changed from the one to the other."""
    place = ("window_months", "window", "base", "crowd")
    if now.behind is not None and before.behind is not None:
        spells = difference(now.changes, before.changes, (*place, "days", "has_ended"), ("spells",))
        cell = ("window_months", "month", "part_id", "place_id")
        return Told(spells, behind=difference(now.behind, before.behind, cell, ("contributors", "cell_key")))
    changes = difference(now.changes, before.changes, place, ("amount", "contributors", "cell_key"))
    if now.monthly is None or before.monthly is None:
        return Told(changes)
    month = ("month", "base", "crowd")
    return Told(changes, difference(now.monthly, before.monthly, month, ("degree", "missing", "cell_key")))


def difference(now: Columns, before: Columns, keys: Sequence[str], values: Sequence[str]) -> Columns:
    """The rows that one table has more of than another: by key, with what their values differ by, if they do."""
    named = [np.concatenate([now[key], before[key]]).astype("i8") for key in keys]
    found, row = np.unique(_codes(named), return_inverse=True)
    columns: dict[str, Array] = {}
    for value in values:
        columns[value] = np.zeros(len(found), now[value].dtype)
        np.add.at(columns[value], row[: len(now[value])], now[value])
        np.subtract.at(columns[value], row[len(now[value]) :], before[value])
    first = np.zeros(len(found), "i8")
    first[row] = np.arange(len(row))
    there = np.logical_or.reduce([columns[value] != 0 for value in values])
    names = {key: column[first][there] for key, column in zip(keys, named, strict=True)}
    return {**names, **{value: column[there] for value, column in columns.items()}}


def _codes(columns: Sequence[Array]) -> Array:
    """One number for each combination of numbers."""
    codes = np.zeros(len(columns[0]), "i8")
    for column in columns:
        if len(column):
            codes = codes * (int(column.max() - column.min()) + 1) + (column - column.min())
    return codes


def _told(connection: Connection, figure: Figure, measures: Mapping[str, Measure], months: range) -> Told:
    if figure.is_duration:
        spells = read(connection, "spell_crowd", at_days=figure.at_days)
        return Told(spells, behind=read(connection, "behind"))
    monthly = read_monthly(connection, months) if is_full_time(figure, measures) else None
    return Told(read_changes(connection, months), monthly)
