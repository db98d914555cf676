"""Payments: benefit rows cut where a month begins, of which the core makes the same spells."""

from contextlib import closing
from datetime import date, timedelta

import numpy as np
import pytest

from etl.core import rebuild
from etl.synthetic.arrays import FOREVER, day_number
from etl.synthetic.benefits import benefit_rows
from etl.synthetic.chunks import Chunk
from etl.synthetic.clocks import make_clocks
from etl.synthetic.payments import payment_rows
from etl.synthetic.people import draw_people
from etl.synthetic.places import draw_places
from etl.synthetic.settings import read_settings
from etl.synthetic.spells import live_spells
from etl.synthetic.store import SQL, add_clients, add_rows, open_store
from tests.etl.synthetic.changed_settings import change
from tests.repository.tree import ROOT
from tests.support.tables import read_table
from warehouse.connection import run_sql
from warehouse.country_files import read_country
from warehouse.country_tables import write_country

DAYS = ("start", "end", "told")


def number(text):
    return day_number(date.fromisoformat(text)) if text else FOREVER


def text(day):
    return "" if day == FOREVER else str(date(1970, 1, 1) + timedelta(day))


def expect(settings, spells, payments):
    """Of the drawn spells come the drawn payments."""
    drawn = read_table(spells)
    rows = {name: np.array([number(row[name]) for row in drawn]) for name in DAYS}
    rows |= {name: np.array([int(row[name]) for row in drawn]) for name in ("who", "scheme")}
    got = payment_rows(settings, rows)
    days = zip(*(got[name].tolist() for name in DAYS), strict=True)
    assert sorted(tuple(map(text, three)) for three in days) == sorted(
        tuple(row.values()) for row in read_table(payments)
    )


@pytest.fixture
def monthly(monkeypatch, tmp_path):
    """From May 2025 to October 2026, told payment by payment."""
    change(monkeypatch, tmp_path / "demo", benefits={"rows": {"monthly_from": 3000}})
    return read_settings("dk", 3000, 18, 5)


@pytest.mark.usefixtures("monthly")
def test_a_smaller_country_tells_no_payments():
    expect(
        read_settings("dk", 2999, 18, 5),
        """
        who | scheme | start      | end        | told
        1   | 0      | 2025-06-10 | 2025-08-20 | 2025-06-12
        """,
        """
        start      | end        | told
        2025-06-10 | 2025-08-20 | 2025-06-12
        """,
    )


def test_each_month_has_a_payment(monthly):
    expect(
        monthly,
        """
        who | scheme | start      | end        | told
        1   | 0      | 2025-06-10 | 2025-08-20 | 2025-06-12
        2   | 0      | 2025-06-01 | 2025-07-01 | 2025-06-01
        3   | 0      | 2025-06-30 | 2025-07-02 | 2025-06-30
        """,
        """
        start      | end        | told
        2025-06-10 | 2025-07-01 | 2025-06-12
        2025-07-01 | 2025-08-01 | 2025-07-01
        2025-08-01 | 2025-08-20 | 2025-08-01
        2025-06-01 | 2025-07-01 | 2025-06-01
        2025-06-30 | 2025-07-01 | 2025-06-30
        2025-07-01 | 2025-07-02 | 2025-07-01
        """,
    )


def test_the_first_payment_reaches_back_before_what_is_delivered_and_the_last_one_ahead(monthly):
    expect(
        monthly,
        """
        who | scheme | start      | end        | told
        1   | 0      | 2019-02-03 | 2025-07-10 | 2019-02-03
        2   | 0      | 2026-09-15 |            | 2026-09-15
        """,
        """
        start      | end        | told
        2019-02-03 | 2025-06-01 | 2019-02-03
        2025-06-01 | 2025-07-01 | 2025-06-01
        2025-07-01 | 2025-07-10 | 2025-07-01
        2026-09-15 | 2026-10-01 | 2026-09-15
        2026-10-01 |            | 2026-10-01
        """,
    )


def test_what_is_told_late_is_so_for_the_payments_until_then(monthly):
    expect(
        monthly,
        """
        who | scheme | start      | end        | told
        1   | 0      | 2025-06-10 | 2025-09-10 | 2025-08-05
        """,
        """
        start      | end        | told
        2025-06-10 | 2025-07-01 | 2025-08-05
        2025-07-01 | 2025-08-01 | 2025-08-05
        2025-08-01 | 2025-09-01 | 2025-08-05
        2025-09-01 | 2025-09-10 | 2025-09-01
        """,
    )


def test_no_two_payments_of_a_scheme_begin_on_one_day(monthly):
    """Who has two at once has them cut one at a time; another scheme's are another's."""
    expect(
        monthly,
        """
        who | scheme | start      | end        | told
        1   | 0      | 2025-06-10 | 2025-08-20 | 2025-06-10
        1   | 0      | 2025-07-25 | 2025-09-10 | 2025-07-25
        1   | 1      | 2025-07-31 | 2025-08-02 | 2025-07-31
        2   | 0      | 2025-06-10 | 2025-08-20 | 2025-06-10
        2   | 0      | 2025-07-01 | 2025-08-02 | 2025-07-01
        """,
        """
        start      | end        | told
        2025-06-10 | 2025-07-01 | 2025-06-10
        2025-07-01 | 2025-08-20 | 2025-07-01
        2025-07-25 | 2025-08-01 | 2025-07-25
        2025-08-01 | 2025-09-01 | 2025-08-01
        2025-09-01 | 2025-09-10 | 2025-09-01
        2025-07-31 | 2025-08-01 | 2025-07-31
        2025-08-01 | 2025-08-02 | 2025-08-01
        2025-06-10 | 2025-08-20 | 2025-06-10
        2025-07-01 | 2025-08-01 | 2025-07-01
        2025-08-01 | 2025-08-02 | 2025-08-01
        """,
    )


def test_both_versions_of_a_corrected_row_are_cut(monthly):
    expect(
        monthly,
        """
        who | scheme | start      | end        | told
        1   | 0      | 2025-06-10 | 2025-07-20 | 2025-06-10
        1   | 0      | 2025-06-10 | 2025-07-05 | 2025-06-10
        """,
        """
        start      | end        | told
        2025-06-10 | 2025-07-01 | 2025-06-10
        2025-06-10 | 2025-07-01 | 2025-06-10
        2025-07-01 | 2025-07-05 | 2025-07-01
        2025-07-01 | 2025-07-20 | 2025-07-01
        """,
    )


@pytest.fixture(scope="module")
def drawn():
    """A chunk of a small country, with its benefit rows."""
    settings = read_settings("dk", 8000, 30, 3)
    rng = np.random.default_rng(3)
    places = draw_places(settings, rng)
    people = draw_people(settings, places, range(len(places.codes)), 1, rng)
    chunk = Chunk(settings, places, people, rng)
    return chunk, benefit_rows(chunk, live_spells(chunk, make_clocks(settings)))


@pytest.fixture
def paid(drawn, monkeypatch, tmp_path):
    """The same rows as payments."""
    _, rows = drawn
    change(monkeypatch, tmp_path / "demo", benefits={"rows": {"monthly_from": 8000}})
    return payment_rows(read_settings("dk", 8000, 30, 3), rows)


def seen(chunk, rows, cut, folder):
    """What is delivered of benefit rows on a day, with the spells and pieces that the core makes of it."""
    with closing(open_store(chunk.settings, chunk.places, folder)) as connection:
        add_clients(connection, chunk.people.number, "key")
        add_rows(connection, "benefit_spells", rows, chunk.people.number)
        query = (SQL / "seen" / "benefit_spells.sql").read_text(encoding="utf-8")
        connection.sql(query, params={"known": cut}).create("delivered")
        for schema in ("raw", "core"):
            connection.execute(f"create schema {schema}")
            for file in sorted((ROOT / "warehouse" / "schema" / schema).glob("*.sql")):
                run_sql(connection, file)
        country = read_country("dk")
        write_country(connection, country)
        covers = "select 'benefit_spells', date '1970-01-01' + $first, date '1970-01-01' + $after"
        connection.execute(
            f"insert into core.coverage {covers}", {"first": chunk.settings.first_day, "after": cut + 1}
        )
        connection.execute("""
            insert into raw.benefit_spells by name
            select * exclude(last_day), last_day + 1 as end_on, 'drawn' as delivery from delivered
        """)
        rebuild(connection, country)
        tables = ("delivered", "core.benefit_spell", "core.benefit_piece")
        return [connection.table(table).order("all").fetchall() for table in tables]


@pytest.mark.parametrize("delivery", [0, 1])
def test_the_core_makes_the_same_of_payments_as_of_spells(drawn, paid, delivery, tmp_path):
    chunk, rows = drawn
    cut = chunk.settings.cuts[delivery]
    told, *spells = seen(chunk, {**rows, "followed": np.zeros(len(rows["who"]), np.bool_)}, cut, tmp_path)
    payments, *paid_spells = seen(chunk, paid, cut, tmp_path)
    assert paid_spells == spells
    assert len(payments) > 4 * len(told)
    assert len({row[:3] for row in payments}) == len(payments)
