"""Who has changed between two states of knowledge."""

import duckdb
import pytest

from etl.synthetic.store import SQL


@pytest.fixture
def seen():
    connection = duckdb.connect()
    connection.execute("create table seen_before(person_id varchar, start_on varchar, last_day varchar)")
    connection.execute("create table seen(person_id varchar, start_on varchar, last_day varchar)")
    return connection


def changed(connection, before, after):
    for table, rows in {"seen_before": before, "seen": after}.items():
        connection.executemany(f"insert into {table} values (?, ?, ?)", rows)
    return sorted(
        connection.execute((SQL / "changed_persons.sql").read_text(encoding="utf-8")).fetchall(), key=str
    )


def test_who_has_changed_is_told_wholly_and_who_has_not_is_not_told(seen):
    before = [
        ("ann", "January", "February"),
        ("ann", "May", None),
        ("bob", "May", None),
        ("bob", "June", None),
    ]
    after = [
        ("ann", "January", "February"),
        ("ann", "May", "July"),
        ("bob", "May", None),
        ("bob", "June", None),
    ]
    assert changed(seen, before, after) == [("ann", "January", "February"), ("ann", "May", "July")]


def test_of_whom_nothing_is_known_any_more_only_the_name_is_told(seen):
    assert changed(seen, [("ann", "May", None), ("bob", "May", None)], [("bob", "May", None)]) == [
        ("ann", None, None)
    ]


def test_who_is_new_is_told(seen):
    assert changed(seen, [("bob", "May", None)], [("ann", "May", None), ("bob", "May", None)]) == [
        ("ann", "May", None)
    ]
