"""A warehouse in memory of a tiny country with records of persons, drawn as tables; and the core as it is told of them.

Persons are drawn as whole numbers, months as `2024-03`, what is not there as nothing. The country knows the schemes
first (no gap days), second (3) and third (10), the municipalities north and south, elsewhere for persons of no known
one, and old ones: `old_north` became `mid_north` in 2010 and that `north` in 2020, `split` became both in 2015.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from typing import Any
from uuid import UUID

import duckdb

from etl.core import rebuild
from tests.repository.tree import ROOT
from tests.support.tables import read_table
from warehouse import earlier
from warehouse.areas import Country, country_from_rows
from warehouse.country_tables import write_country

GAP_DAYS = {"first": 0, "second": 3, "third": 10}
DRAWN = "drawn"
"""The delivery of rows that name none."""

KNOWN_FROM, KNOWN_UNTIL = date(2023, 1, 1), date(2024, 7, 1)
RAW = (
    *("person_states", "benefit_spells", "registrations", "activities"),
    *("work_months", "payments", "education_months", "pensions", "placements", "cases", "case_events"),
    *("sanctions", "applications"),
    "need_assessments",
    *("employers", "vacancies", "layoff_notices"),
)
BEFORE_ALL, AFTER_ALL = -999_999, 1_000_000
"""Months that stand for the beginning and the end of time."""


def tiny_country(retention_years: int = 10) -> Country:
    """The country of these tests."""
    roles = {"country": "country", "municipality": "base", "residual": "residual"}
    profile = {
        "code": "xx",
        "levels": {
            level: {"title": {"en": level}, "plural": {"en": level}, "role": role}
            for level, role in roles.items()
        },
        "persons": {
            "not_stated_area": "elsewhere",
            "retention_years": retention_years,
            "schemes": {
                scheme: {"title": {"en": scheme}, "group": "drawn", "gap_days": days}
                for scheme, days in GAP_DAYS.items()
            },
        },
    }
    levels = {"whole": "country", "elsewhere": "residual"}
    codes = ("whole", "elsewhere", "north", "south", "mid_north", "old_north", "split")
    areas = [
        (code, levels.get(code, "municipality"), code, code, *[""] * 3, *[None] * 6, "drawn")
        for code in codes
    ]
    steps = [
        ("old_north", "mid_north", date(2010, 1, 1), "drawn"),
        ("mid_north", "north", date(2020, 1, 1), "drawn"),
        ("split", "north", date(2015, 1, 1), "drawn"),
        ("split", "south", date(2015, 1, 1), "drawn"),
    ]
    return country_from_rows(profile, areas, [], steps)


@contextmanager
def empty_warehouse() -> Iterator[duckdb.DuckDBPyConnection]:
    """A warehouse that knows the country, the days that its benefits are known of and a delivery, and nobody."""
    with duckdb.connect() as connection:
        for schema in ("raw", "core", "earlier"):
            connection.execute(f"create schema {schema}")
            for file in sorted((ROOT / "warehouse" / "schema" / schema).glob("*.sql")):
                connection.execute(file.read_text(encoding="utf-8"))
        earlier.make_tables(connection)
        write_country(connection, tiny_country())
        coverage = ["benefit_spells", KNOWN_FROM, KNOWN_UNTIL]
        connection.execute("insert into core.coverage values ($1, $2, $3)", coverage)
        put_on_record(connection, DRAWN, 0)
        yield connection


def put_on_record(connection: duckdb.DuckDBPyConnection, delivery: str, place: int) -> None:
    """Put a delivery on record, in its place in the order of loading; nothing if it is there."""
    period, counts = "2024-01", [0, 0, 0]
    row = [delivery, place, "drawn", "synthetic", KNOWN_UNTIL, period, period, *counts]
    connection.execute("insert or ignore into raw.delivery values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", row)


def deliver(connection: duckdb.DuckDBPyConnection, source: str, rows: Iterable[Mapping[str, Any]]) -> None:
    """Add rows to a raw table; columns that a row does not name stay empty."""
    records = [{**row, "delivery": row.get("delivery", DRAWN)} for row in rows]
    if records:
        connection.execute(
            f"insert into raw.{source} by name select unnest($records, max_depth := 2)", {"records": records}
        )


def told_core(connection: duckdb.DuckDBPyConnection, **drawn: str) -> None:
    """Put drawn tables in the place of what was delivered, and tell the core anew."""
    replace_all(connection, {source: read_rows(table) for source, table in drawn.items()})
    rebuild(connection, tiny_country())


def replace_all(
    connection: duckdb.DuckDBPyConnection, rows: Mapping[str, Iterable[Mapping[str, Any]]]
) -> None:
    """Put rows in the place of everything that was delivered."""
    for source in RAW:
        connection.execute(f"delete from raw.{source}")
    for source, delivered in rows.items():
        deliver(connection, source, delivered)


def shown(connection: duckdb.DuckDBPyConnection, table: str, columns: Sequence[str]) -> list[dict[str, str]]:
    """The rows of a table of the core as they would be drawn, in the order of their columns."""
    rows = connection.sql(f"select {', '.join(columns)} from core.{table}").order("all").fetchall()
    return [{name: _text(name, value) for name, value in zip(columns, row, strict=True)} for row in rows]


def expect(connection: duckdb.DuckDBPyConnection, table: str, drawn: str) -> None:
    """A table of the core must hold exactly the drawn rows, as far as it is drawn."""
    expected = read_table(drawn)
    got = shown(connection, table, list(expected[0]))
    assert sorted(got, key=str) == sorted(expected, key=str)


def person(number: str | int) -> UUID:
    """The pseudonym of a person drawn as a number."""
    return UUID(int=int(number))


def read_rows(drawn: str) -> list[dict[str, Any]]:
    """The rows of a drawn table as they are delivered."""
    return [
        {name: _value(name, text) if text else None for name, text in row.items()}
        for row in read_table(drawn)
    ]


def _value(name: str, text: str) -> Any:
    if name == "person_id":
        return person(text)
    if name == "month":
        year, month = map(int, text.split("-"))
        return year * 12 + month - 1
    return text


def _text(name: str, value: Any) -> str:
    if value is None:
        return ""
    if name == "person_id":
        return str(value.int)
    if name.endswith("month"):
        return "" if value in {BEFORE_ALL, AFTER_ALL} else f"{value // 12}-{value % 12 + 1:02}"
    return str(value).lower() if isinstance(value, bool) else str(value)
