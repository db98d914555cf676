"""Tiny worlds: a few areas and figures, drawn in a test, computed in a warehouse in memory."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

import duckdb

from indicators.catalogue import Indicator
from indicators.compute import ComputeReport, compute_cells
from tests.repository.tree import ROOT
from tests.support.tables import read_table
from warehouse import earlier
from warehouse.connection import Connection, transaction
from warehouse.periods import parse_period

ROLES = {
    "country": "country",
    "region": "nested",
    "municipality": "base",
    "office": "grouping",
    "elsewhere": "residual",
}
"""Levels of every tiny world, with their roles."""

PROFILE = {
    "code": "xx",
    "names": {"en": "Nowhere"},
    "local_language": "en",
    "base_level": "municipality",
    "region_level": "region",
    "levels": {
        code: {"title": {"en": code}, "plural": {"en": code}, "role": role} for code, role in ROLES.items()
    },
}


class Place(NamedTuple):
    """An area; `last` is its last day."""

    code: str
    level: str
    first: date | None = None
    last: date | None = None


class Member(NamedTuple):
    """An area in a group for a time; `last` is the last day."""

    group: str
    member: str
    first: date | None = None
    last: date | None = None


class Step(NamedTuple):
    """An ended area and one that took its place."""

    code: str
    successor: str
    on: date


class Figure(NamedTuple):
    """A delivered figure; without a value its status says why.

    `kind` is its period's, where the spelling does not tell it; `flags` tell of one that was counted, not delivered.
    """

    measure: str
    area: str
    period: str
    value: Decimal | None
    status: str
    breakdown: str = "all"
    category: str = "all"
    kind: str | None = None
    flags: frozenset[str] = frozenset()


@dataclass(frozen=True)
class World:
    """All that is loaded of a country."""

    places: Sequence[Place]
    members: Sequence[Member]
    steps: Sequence[Step]
    figures: Sequence[Figure]
    not_additive: frozenset[str] = frozenset()
    breaks: Sequence[tuple[str, str]] = ()
    roles: Mapping[str, str] = field(default_factory=lambda: ROLES)

    @property
    def measures(self) -> dict[str, bool]:
        """Every delivered measure, and whether its figures add over areas."""
        return {one.measure: one.measure not in self.not_additive for one in self.figures}


def draw(
    places: str,
    figures: str,
    *,
    members: str = "",
    steps: str = "",
    not_additive: Iterable[str] = (),
    breaks: Sequence[tuple[str, str]] = (),
) -> World:
    """The world of some drawn tables. A figure's value is a number, or `hidden`, or `missing`."""
    return World(
        [Place(row["code"], row["level"], *_days(row)) for row in read_table(places)],
        [Member(row["group"], row["member"], *_days(row)) for row in read_table(members)],
        [Step(row["code"], row["successor"], date.fromisoformat(row["on"])) for row in read_table(steps)],
        [_figure(row) for row in read_table(figures)],
        frozenset(not_additive),
        breaks,
    )


def _days(row: Mapping[str, str]) -> tuple[date | None, date | None]:
    first, last = row.get("first"), row.get("last")
    return (date.fromisoformat(first) if first else None), (date.fromisoformat(last) if last else None)


def _figure(row: Mapping[str, str]) -> Figure:
    status = {"hidden": "suppressed", "missing": "not_available"}.get(row["value"], "value")
    value = Decimal(row["value"]) if status == "value" else None
    split = (row.get("breakdown", "all"), row.get("category", "all"))
    return Figure(row["measure"], row["area"], row["period"], value, status, *split)


class Cell(NamedTuple):
    """A computed cell."""

    value: Decimal | None
    numerator: Decimal | None
    denominator: Decimal | None
    lower: Decimal | None
    upper: Decimal | None
    status: str
    flags: str

    def __str__(self) -> str:
        """The value with its flags, else the status."""
        return f"{self.value.normalize():f} {self.flags}".strip() if self.value is not None else self.status


Key = tuple[str, str, str, str, str]
"""Indicator, breakdown, category, period, area."""


@contextmanager
def empty_warehouse() -> Iterator[Connection]:
    """A warehouse in memory with all its tables."""
    with duckdb.connect(config={"threads": "1"}) as connection:  # tiny tables: threads only cost
        for folder in sorted((ROOT / "warehouse" / "schema").iterdir()):
            connection.execute(f"create schema {folder.name}")
            for table in sorted(folder.glob("*.sql")):
                connection.execute(table.read_text(encoding="utf-8"))
        earlier.make_tables(connection)
        yield connection


def load(connection: Connection, world: World) -> None:
    """Put a world in the place of whatever was loaded."""
    kinds = {(one.period, one.kind): parse_period(one.period, one.kind).kind for one in world.figures}
    rows = {
        "country": [(json.dumps(PROFILE),)],
        "source": [("drawn", "{}")],
        "area": [
            (code, level, code, code, "", "", "", first, last, None, None, 50.0 + row, 10.0 - row, "drawn")
            for row, (code, level, first, last) in enumerate(world.places)
        ],
        "membership": [("office", *member, "drawn") for member in world.members],
        "succession": [(*step, "drawn") for step in world.steps],
        "measure_source": [(measure, "drawn", adds) for measure, adds in world.measures.items()],
        "series_break": [(*one, "{}") for one in world.breaks],
        "figure": [
            (
                *("drawn", one.measure, one.breakdown, one.category, kinds[one.period, one.kind]),
                *(one.period, one.area, one.value, one.status, "delivery"),
            )
            for one in world.figures
        ],
    }
    for table, lines in rows.items():
        connection.execute(f"delete from core.{table}")
        if lines:
            row = f"({', '.join('?' * len(lines[0]))})"
            values = [value for line in lines for value in line]
            connection.execute(f"insert into core.{table} values {', '.join([row] * len(lines))}", values)


def deliver(connection: Connection, as_of: date) -> None:
    """Put on record one delivery, with a row in quarantine that must not leave the building."""
    counts = {"rows_delivered": 3, "rows_loaded": 2, "rows_quarantined": 1}
    row = ["delivery", 1, "drawn", "official", as_of, "2024-01", "2024-12", *counts.values()]
    connection.execute("insert into raw.delivery values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
    connection.execute("insert into raw.delivery_file values ('delivery', 'drawn.csv', 30, 'abc')")
    connection.execute(
        "insert into raw.quarantine values ('delivery', 'drawn.csv', 7, 'age', 'is a number', 'left in the building')"
    )


def compute_world(connection: Connection, world: World, *indicators: Indicator) -> ComputeReport:
    """Load a world and compute the indicators of it."""
    load(connection, world)
    with transaction(connection):
        return compute_cells(connection, indicators, lambda _: None)


def cells_in(connection: Connection) -> dict[Key, Cell]:
    """Every cell."""
    rows = connection.execute("select * exclude (period_kind) from mart.cell").fetchall()
    return {row[:5]: Cell(*row[5:]) for row in rows}


def world_in(connection: Connection) -> World:
    """What is loaded in a warehouse, as a world."""

    def rows(statement: str) -> list[tuple[Any, ...]]:
        return connection.execute(statement).fetchall()

    [(profile,)] = rows("select profile from core.country")
    figures = rows("select measure, area, period, value, status, breakdown, category from core.figure")
    return World(
        [Place(*row) for row in rows("select code, level, valid_from, valid_to from core.area")],
        [
            Member(*row)
            for row in rows("select group_code, member_code, valid_from, valid_to from core.membership")
        ],
        [Step(*row) for row in rows("select code, successor_code, from_date from core.succession")],
        [Figure(*row) for row in figures],
        frozenset(
            row[0] for row in rows("select measure from core.measure_source where not adds_over_areas")
        ),
        rows("select measure, period from core.series_break"),
        {code: level["role"] for code, level in json.loads(profile)["levels"].items()},
    )


def cells_of(world: World, *indicators: Indicator) -> dict[Key, Cell]:
    """Every cell of the indicators in a world."""
    with empty_warehouse() as connection:
        compute_world(connection, world, *indicators)
        return cells_in(connection)


def grid_of(
    world: World, indicator: Indicator, category: tuple[str, str] = ("all", "all")
) -> dict[str, dict[str, str]]:
    """One indicator's cells as a grid: {area: {period: cell as text}}."""
    grid: dict[str, dict[str, str]] = {}
    for (_, breakdown, part, period, area), cell in cells_of(world, indicator).items():
        if (breakdown, part) == category:
            grid.setdefault(area, {})[period] = str(cell)
    return grid
