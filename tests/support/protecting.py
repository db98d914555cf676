"""Counted cells drawn in a test, protected in a warehouse in memory."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from indicators.calendar import complete_periods
from indicators.catalogue import Indicator
from indicators.cells import write_cells
from indicators.disclosure import prepare, protect, protect_durations
from indicators.words import make_words
from tests.support.tables import read_table
from tests.support.worlds import PROFILE, empty_warehouse
from warehouse.areas import Area, Country, Membership, Succession
from warehouse.connection import Connection, run_sql
from warehouse.country_tables import write_country
from warehouse.periods import MONTHS, Period
from warehouse.profile import Protection

SQL = Path(__file__).parents[2] / "indicators" / "sql"
KEY = bytes(range(32))
PROTECTION = Protection(base=5, split_from=20, ratio_from=50, wide_below=100, least_persons=10)

PROTECTED = PROFILE | {
    "persons": {
        "protection": PROTECTION.__dict__,
        "schemes": {},
        "not_stated_area": "NS",
        "provisional_months": 2,
        "retention_years": 10,
    }
}


class Shown(NamedTuple):
    """A protected figure."""

    value: Decimal | None
    status: str
    provisional: bool = False
    wide: bool = False

    def __str__(self) -> str:
        """The value, else the status."""
        return f"{self.value.normalize():f}" if self.value is not None else self.status


def months_of(text: str) -> int:
    """A month written 2024-03 as year * 12 + month - 1."""
    year, month = map(int, text.split("-"))
    return year * 12 + month - 1


def country_of(places: str, members: str = "", steps: str = "") -> Country:
    """A country of drawn places (`code | level`), memberships (`group | member`) and steps (`code | successor | on`).

    Places and memberships may have a `first` and a `last` day.
    """
    areas = [
        Area(
            row["code"],
            row["level"],
            row["code"],
            row["code"],
            (),
            "",
            "",
            *_days(row),
            None,
            None,
            50.0,
            10.0,
            "",
        )
        for row in read_table(places)
    ]
    levels = {area.code: area.level for area in areas}
    held = [
        Membership(
            levels[row["group"]],
            row["group"],
            row["member"],
            *_days(row),
            "drawn",
        )
        for row in read_table(members)
    ]
    went = [
        Succession(row["code"], row["successor"], date.fromisoformat(row["on"]), "drawn")
        for row in read_table(steps)
    ]
    return Country(PROTECTED, {area.code: area for area in areas}, tuple(held), tuple(went))


def _days(row: Mapping[str, str]) -> Iterator[date | None]:
    return (date.fromisoformat(row[end]) if row.get(end) else None for end in ("first", "last"))


@contextmanager
def counted(country: Country, cells: str, table: str = "counted_cell") -> Iterator[Connection]:
    """A warehouse with drawn cells, ready to be protected.

    A cell is `category | window | month | area | value` and, where it matters, `key` and `persons`; a category is
    `all`, `sex female` or `sex.age female.16-24`, no value is `none`, and what a row leaves out is as before.
    """
    rows = _filled(read_table(cells))
    categories = ["all", *sorted({row["category"] for row in rows} - {"all"})]
    with empty_warehouse() as connection:
        write_country(connection, country)
        connection.execute(
            "create temp table category_part (part_id integer, breakdown varchar, category varchar)"
        )
        for part, category in enumerate(categories):
            breakdown, _, code = category.partition(" ")
            connection.execute("insert into category_part values (?, ?, ?)", [part, breakdown, code or "all"])
        connection.execute(
            f"create temp table {table} (window_months integer, month integer, part_id integer, area varchar, "
            "value decimal(18, 4), contributors bigint, cell_key ubigint)"
        )
        values = [
            value
            for place, row in enumerate(rows)
            for value in (
                int(row["window"]),
                months_of(row["month"]),
                categories.index(row["category"]),
                row["area"],
                Decimal(row["value"]) if row["value"] != "none" else None,
                int(row.get("persons", 0)),
                int(row.get("key", place)),
            )
        ]
        lines = ", ".join(["(?, ?, ?, ?, ?, ?, ?)"] * len(rows))
        connection.execute(f"insert into {table} values {lines}", values)
        ends = [months_of(row["month"]) for row in rows]
        make_calendar_of(connection, range(min(ends) - 11, max(ends) + 1))
        run_sql(connection, SQL / "scratch" / "measure_figure.sql")
        prepare(connection, country, months_of("2024-12"))
        yield connection


def shown_in(connection: Connection) -> dict[str, Shown]:
    """Every protected figure by what it is of, such as `sex female, 2024-Q1, A`; a rolling year as `to 2024-12`."""
    rows = connection.execute(
        "select breakdown, category, period_kind, period, area, value, status, provisional, wide from measure_figure"
    ).fetchall()
    found = {}
    for breakdown, category, kind, period, area, *figure in rows:
        name = "all" if breakdown == "all" else f"{breakdown} {category}"
        found[f"{name}, {'to ' if kind == 'rolling_year' else ''}{period}, {area}"] = Shown(*figure)
    return found


def protected(
    country: Country,
    cells: str,
    key: bytes = KEY,
    provisional_from: int = 999999,
    base: int = 5,
    *,
    least_behind: int = 0,
) -> dict[str, Shown]:
    """The protected figures of drawn counts."""
    rules = Protection(**(PROTECTION.__dict__ | {"base": base}))
    with counted(country, cells) as connection:
        protect(
            connection, rules, key, "figure", provisional_from=provisional_from, least_behind=least_behind
        )
        return shown_in(connection)


def protected_durations(
    country: Country,
    cells: str,
    statistic: str,
    key: bytes = KEY,
    *,
    at_days: int | None = None,
    step: int = 0,
) -> dict[str, Shown]:
    """The protected figures of drawn durations, or with a step of amounts."""
    named = {"statistic": statistic, "at_days": at_days, "step": step, "provisional_from": 999999}
    with counted(country, cells, "duration_cell") as connection:
        protect_durations(connection, PROTECTION, key, "figure", **named)
        return shown_in(connection)


def cells_of_figures(
    connection: Connection, country: Country, indicator: Indicator, *figures: str
) -> dict[str, tuple[object, ...]]:
    """The indicator's cells made of figures: value, numerator, denominator, lower, upper, status, flags."""
    write_cells(connection, indicator, country, *figures)
    rows = connection.execute("select * exclude (indicator, period_kind) from mart.cell").fetchall()
    return {
        ", ".join((row[0] if row[0] == "all" else f"{row[0]} {row[1]}", *row[2:4])): row[4:] for row in rows
    }


def _filled(rows: list[dict[str, str]]) -> list[dict[str, str]]:
    for before, row in pairwise(rows):
        for column, text in row.items():
            row[column] = text or before[column]
    return rows


def make_calendar_of(connection: Connection, months: range) -> None:
    """The calendar of every period that has all its months among these."""
    periods: list[Period] = list(complete_periods(months))
    values = {
        "period_kinds": [period.kind for period in periods],
        "periods": [str(period) for period in periods],
        "first_days": [period.starts_on for period in periods],
        "last_days": [period.ends_on for period in periods],
        "months": [MONTHS[period.kind] for period in periods],
    }
    make_words(connection, periods)
    run_sql(connection, SQL / "scratch" / "calendar.sql", values)
