"""Counting a few figures with the product's own functions, beside a home that stays as it is."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from indicators.calendar import make_calendar
from indicators.catalogue import MEASURES, read_catalogue
from indicators.compute import SQL
from indicators.core import read_country
from indicators.counting import Wanted, count_figure, known_months, prepare_counting
from indicators.counting.figures import figures_of
from indicators.disclosure import make_person_keys
from indicators.measure import read_measures
from warehouse.connection import Connection, attach, run_sql
from warehouse.homes import Home, make_home

HEADLINE = (
    *("recipients", "full_time_recipients_by_scheme"),
    *("benefit_entries", "benefit_exits", "completed_duration_mean"),
)
"""The indicators whose numerators the whole country is compared by."""

MONTHLY = Wanted(frozenset({"all", "sex", "age", "scheme", "sex.age"}), frozenset({"month"}))
PERSONS = Wanted(MONTHLY.breakdowns - {"sex.age"}, MONTHLY.period_kinds)
PERSONS_FIGURE = "benefit_days persons"
OWN_SQL = Path(__file__).parent / "sql"
ONE_IN_TEN = "hash(person_id) % 10 = 0"

Progress = Callable[[str], object]


def count_headline(progress: Progress, home: Home, folder: Path) -> dict[str, Any]:
    """Count every figure of the headline in a warehouse in `folder` that looks into the home's."""
    beside = make_home(folder, home.country, home.kind)
    with beside.warehouse() as connection, _attached(connection, home) as tables:
        for table in tables:
            connection.execute(f"drop table core.{table}")
            connection.execute(f"create view core.{table} as from whole.core.{table}")
        return _count(progress, connection, HEADLINE, MONTHLY)


def take_sample(progress: Progress, home: Home, folder: Path) -> dict[str, Any]:
    """Make a home in `folder` with the core of one person in ten."""
    beside = make_home(folder, home.country, home.kind)
    progress("Taking the sample …")
    with beside.warehouse() as connection, _attached(connection, home) as tables:
        for table, of_persons in tables.items():
            chosen = f"where {ONE_IN_TEN}" if of_persons else ""
            connection.execute(f"insert into core.{table} from whole.core.{table} {chosen}")
    return {}


def count_persons(progress: Progress, home: Home) -> dict[str, Any]:
    """Count persons on benefit in every month, and leave them in the home."""
    with home.warehouse() as connection:
        return _count(progress, connection, HEADLINE[:1], PERSONS)


def statement(name: str) -> str:
    """The text of a statement of the benchmarks."""
    return (OWN_SQL / f"{name}.sql").read_text(encoding="utf-8")


@contextmanager
def _attached(connection: Connection, home: Home) -> Iterator[dict[str, bool]]:
    """The home's warehouse as `whole`: which tables its core has, and whether they are of persons."""
    with attach(connection, home.path / "warehouse.duckdb", "whole", "read_only"):
        yield dict(connection.execute(statement("core_table")).fetchall())


def _count(
    progress: Progress, connection: Connection, indicators: Sequence[str], wanted: Wanted
) -> dict[str, Any]:
    """Count the numerators of indicators as `compute` does, up to their protection; pairs for months too."""
    measures = read_measures(MEASURES)
    known = {one.id: one for one in read_catalogue()}
    figures = [next(iter(figures_of(known[one], measures))) for one in indicators]
    months = known_months(connection)
    progress("Giving persons their keys …")
    make_calendar(connection)
    run_sql(connection, SQL / "scratch" / "named_cells.sql")
    make_person_keys(connection, b"of a benchmark")
    progress("Giving persons their states …")
    prepare_counting(connection, read_country(connection), months)
    connection.execute("insert into breakdown_kind values ('sex.age', 'month')")
    for figure in figures:
        progress(f"Counting {figure.name} …")
        count_figure(connection, figure, wanted, measures, months)
    [(persons,)] = connection.execute("select count(*) from counted_person").fetchall()
    [(cells,)] = connection.execute("select count(*) from mart.counted").fetchall()
    return {"persons": persons, "cells": cells, "months": len(months)}
