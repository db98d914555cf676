"""What makes no sense in the core as a whole: named by table and month, and loaded all the same."""

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest

from etl.sense import _SQL, RULES, _told, senseless
from tests.support.worlds import empty_warehouse
from warehouse.connection import Connection
from warehouse.homes import make_home

JANUARY = 2025 * 12


@pytest.fixture
def warehouse() -> Iterator[Connection]:
    with empty_warehouse() as connection:
        yield connection


def work(connection: Connection, months: dict[int, int], hours: int = 100) -> None:
    """So many people at work in each month of 2025 and 2026, counted from January 2025; all of them are covered."""
    connection.execute("insert into core.coverage values ('work_months', '2025-01-01', '2026-04-01')")
    for month, people in months.items():
        for one in range(people):
            row = [UUID(int=one), JANUARY + month, hours]
            connection.execute("insert into core.work_month (person_id, month, hours) values (?, ?, ?)", row)


def test_every_rule_has_its_query() -> None:
    assert {file.stem for file in _SQL.glob("*.sql")} == RULES.keys()


@pytest.mark.parametrize(
    ("last", "found"),
    [
        ([100, 100, 100], []),
        ([100, 60, 180], []),
        ([100, 100, 40], ["2026-03"]),
        ([100, 300, 100], ["2026-02"]),
        ([100, 100, 0], ["2026-03"]),
        ([0, 0, 0], ["2026-01", "2026-02", "2026-03"]),
    ],
)
def test_a_month_with_far_fewer_or_more_records_than_those_before_is_named(
    warehouse: Connection, last: list[int], found: list[str]
) -> None:
    work(
        warehouse,
        {**dict.fromkeys(range(12), 120), **{12 + place: people for place, people in enumerate(last)}},
    )
    told = list(_told(warehouse, "months_go_on"))
    where = f"core.work_month, {', '.join(found)}: this does not hold: {RULES['months_go_on']}"
    assert told == ([where] if found else [])


def test_of_few_records_nothing_is_said(warehouse: Connection) -> None:
    work(warehouse, {**dict.fromkeys(range(12), 90), 14: 1})
    assert list(_told(warehouse, "months_go_on")) == []


def test_of_less_than_a_year_before_nothing_is_said(warehouse: Connection) -> None:
    work(warehouse, {**dict.fromkeys(range(12), 120), **dict.fromkeys(range(12, 15), 10)})
    warehouse.execute("update core.coverage set known_from = '2025-05-02'")
    assert list(_told(warehouse, "months_go_on")) == []


@pytest.mark.parametrize(
    ("month", "hours", "found"), [(0, 744, []), (0, 745, ["2025-01"]), (1, 673, ["2025-02"])]
)
def test_more_hours_than_a_month_has_are_named(
    warehouse: Connection, month: int, hours: int, found: list[str]
) -> None:
    work(warehouse, {month: 1}, hours)
    told = list(_told(warehouse, "months_have_so_many_hours"))
    assert [line.split(":")[0] for line in told] == [f"core.work_month, {one}" for one in found]


@pytest.mark.slow
def test_great_expectations_finds_the_same_in_the_file(tmp_path: Path) -> None:
    home = make_home(tmp_path / "home", "xx", "synthetic")
    with home.warehouse() as connection:
        work(connection, {0: 1})
    assert senseless(home) == []
    with home.warehouse() as connection:
        connection.execute("update core.work_month set hours = 900")
    [line] = senseless(home)
    assert (
        line == "core.work_month, 2025-01: this does not hold: Nobody has more paid hours than a month has."
    )
