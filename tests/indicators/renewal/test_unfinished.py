"""Which windows have spells that are followed longer once the records reach further."""

import pytest

from indicators.renewal.statements import read
from tests.support.connections import memory
from warehouse.connection import Connection

AT_DAYS, SHIFT = 30, 9


@pytest.fixture
def spells():
    with memory() as connection:
        connection.execute(
            "create temp table figure_window as select 1 as window_months, unnest(range(5)) as month"
        )
        connection.execute(
            "create temp table spell (category text, month integer, days integer, has_ended boolean, end_on date)"
        )
        yield connection


def unfinished(connection: Connection, *rows: str) -> dict[int, bool]:
    """The months of windows with such spells; whether one of them may not have been known of before."""
    for row in rows:
        connection.execute(f"insert into spell values ({row})")
    found = read(connection, "unfinished_window", at_days=AT_DAYS, shift=SHIFT)
    return dict(zip(found["month"].tolist(), found["fresh"].tolist(), strict=True))


def test_who_is_followed_to_the_end_of_the_records_is_followed_longer(spells):
    known = (
        "'a', 0, 38, false, '2024-06-01'",
        "'a', 1, 39, false, '2024-06-01'",
        "'a', 2, 9, false, '2024-06-01'",
    )
    assert unfinished(spells, *known) == {0: False, 2: True}


def test_who_has_come_to_the_end_that_is_asked_for_is_followed_no_longer(spells):
    assert unfinished(spells, "'a', 0, 5, true, '2024-06-01'") == {}


def test_who_was_lost_from_sight_before_is_followed_no_longer(spells):
    """Somebody who left the benefit after a few days, without the activity that was waited for."""
    known = ("'a', 0, 5, false, '2024-01-20'", "'a', 1, 20, false, '2024-06-01'")
    assert unfinished(spells, *known) == {1: False}


def test_each_category_is_followed_to_an_end_of_its_own(spells):
    known = (
        "'a', 0, 20, false, '2024-06-01'",
        "'b', 1, 20, false, '2024-06-10'",
        "'b', 2, 5, false, '2024-06-01'",
    )
    assert unfinished(spells, *known) == {0: False, 1: False}
