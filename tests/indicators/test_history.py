"""How complete figures were at first, learned from what releases told."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from unittest.mock import patch

import pytest

from indicators.catalogue import Part, read_catalogue
from indicators.compute import compute
from indicators.publish import SQL, publish
from tests.support.tables import read_table
from tests.support.worlds import deliver, draw, load
from warehouse.connection import Connection, open_memory, run_sql
from warehouse.homes import Home, make_home
from warehouse.reading import Portal
from warehouse.releases import Release

D = Decimal

COUNT = '{"count": "amount", "denominator": null, "unit": "spells"}'
RATE = '{"count": "amount", "denominator": "benefit_days", "unit": "percent"}'

TOLD = """
    indicator | period  | months_after | value | provisional
    entries   | 2026-01 | 1            | 80    | yes
    entries   | 2026-01 | 2            | 95    | yes
    entries   | 2026-01 | 3            | 100   | no
    entries   | 2026-02 | 1            | 130   | yes
    entries   | 2026-02 | 3            | 100   | no
    entries   | 2026-03 | 1            | 70    | yes
    entries   | 2026-03 | 2            | 90    | yes
    rate      | 2026-01 | 1            | 12    | yes
    rate      | 2026-01 | 2            | 10    | no
    rate      | 2026-02 | 4            | 10    | no
"""


@pytest.fixture
def connection(tmp_path: Path) -> Connection:
    connection = open_memory(tmp_path, "500MB")
    connection.execute("attach ':memory:' as portal")
    for table in ("told", "completeness"):
        run_sql(connection, SQL / "tables" / f"{table}.sql")
    connection.execute("create table portal.indicator (indicator varchar, place integer, definition varchar)")
    for place, (name, definition) in enumerate([("entries", COUNT), ("rate", RATE)]):
        connection.execute("insert into portal.indicator values (?, ?, ?)", [name, place, definition])
    return connection


def test_what_was_there_is_set_against_what_has_settled(connection: Connection) -> None:
    """Of entries, 80 and 130 of the settled 100 and 100 after a month; March has not settled. A rate is no count."""
    for row in read_table(TOLD):
        values = [
            row["indicator"],
            row["period"],
            row["months_after"],
            row["value"],
            row["provisional"] == "yes",
        ]
        connection.execute("insert into portal.told values (?, 'month', ?, ?, 'one', ?, ?)", values)
    run_sql(connection, SQL / "compare" / "completeness.sql")
    assert connection.execute("from portal.completeness order by all").fetchall() == [
        ("entries", "month", 1, 2, D("105.0000"), D("25.0000")),
        ("entries", "month", 2, 1, D("95.0000"), D("5.0000")),
        ("rate", "month", 1, 1, None, D("20.0000")),
    ]


PLACES = """
    code | level
    XX   | country
    A    | municipality
"""
FIRST = """
    measure    | area | period  | value
    population | XX   | 2024-01 | 60
    population | XX   | 2024-02 | 50
    population | XX   | 2021-01 | 50
"""


def publish_figures(home: Home, figures: str, day: date) -> Release:
    with home.warehouse() as connection:
        load(connection, draw(PLACES, figures))
        if not connection.execute("select 1 from raw.delivery").fetchall():
            deliver(connection, day)
        connection.execute("update raw.delivery set as_of = ?", [day])
    compute(home, lambda _: None)
    return publish(home, lambda _: None)[0]


def told_in(release: Release) -> list[tuple[object, ...]]:
    rows = Portal(release.file)._rows("select period, months_after, value, release from told order by all")
    return [(period, after, int(value), name) for period, after, value, name in rows]


@pytest.mark.slow
def test_releases_hand_on_what_they_told_of_recent_periods(tmp_path: Path) -> None:
    home = make_home(tmp_path / "home", "xx", "official")
    first = publish_figures(home, FIRST, date(2024, 3, 15))
    corrected = FIRST.replace("2024-02 | 50", "2024-02 | 80")
    second = publish_figures(home, corrected, date(2024, 4, 15))
    assert told_in(first) == [("2024-01", 2, 60, first.release), ("2024-02", 1, 50, first.release)]
    assert told_in(second) == [
        ("2024-01", 2, 60, first.release),
        ("2024-01", 3, 60, second.release),
        ("2024-02", 1, 50, first.release),
        ("2024-02", 2, 80, second.release),
    ]
    [after_one, after_two] = Portal(second.file).completeness
    assert (after_one.months_after, after_one.periods, after_one.completeness) == (1, 1, D("62.5"))
    assert (after_two.months_after, after_two.completeness, after_two.revision) == (2, D(100), D(0))
    hidden = publish_figures(home, corrected.replace("2024-02 | 80", "2024-02 | hidden"), date(2024, 5, 15))
    assert {period for period, *_ in told_in(hidden)} == {"2024-01"}


@pytest.mark.slow
def test_two_releases_in_one_month_tell_once(tmp_path: Path) -> None:
    home = make_home(tmp_path / "home", "xx", "official")
    first = publish_figures(home, FIRST, date(2024, 3, 15))
    again = publish_figures(home, FIRST.replace("2024-02 | 50", "2024-02 | 80"), date(2024, 3, 20))
    assert told_in(again) == told_in(first)
    assert Portal(again.file).completeness == ()


@pytest.mark.slow
def test_what_is_counted_otherwise_is_listed_and_not_followed(tmp_path: Path) -> None:
    home = make_home(tmp_path / "home", "xx", "official")
    known = {one.id: one for one in read_catalogue()}
    total = replace(
        known["payments_change_on_year"], id="total", parts=(Part("population"),), periods=("month",)
    )
    known |= {"total": total, "growth": replace(total, id="growth", parts=(Part("total"),))}
    with patch("indicators.compute.read_catalogue", return_value=tuple(known.values())):
        first = publish_figures(home, FIRST, date(2024, 3, 15))
    known["population"] = replace(known["population"], per=1, unit="spells")
    with patch("indicators.compute.read_catalogue", return_value=tuple(known.values())):
        second = publish_figures(home, FIRST.replace("2024-02 | 50", "2024-02 | 55"), date(2024, 4, 15))
    assert Portal(first.file).redefined == frozenset()
    assert Portal(second.file).redefined == {
        "population",
        "total",
        "growth",
    }  # one made of it, one made of that
    assert Portal(second.file).release_before == first.release
    assert {name for *_, name in told_in(second)} == {second.release}
