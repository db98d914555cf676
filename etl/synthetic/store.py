"""Where drawn rows wait until they are written: an in-memory database with a table for each source.

Days are whole numbers as everywhere here. A row is known from the day `told` on, and where it has one until `gone`.
"""

import hmac
from collections.abc import Iterable
from pathlib import Path

import numpy as np

from etl.synthetic import events, needs, rights, states
from etl.synthetic.arrays import Columns, Ints
from etl.synthetic.flaws import UNKNOWN_CODE
from etl.synthetic.places import Places
from etl.synthetic.settings import NOT_STATED, Settings
from warehouse.connection import Connection, open_memory, run_sql

SQL = Path(__file__).parent / "sql"

DIGITS = 32
"""Hexadecimal digits of a pseudonym."""

PENSIONS = ("disability", "old_age")

MEMORY = "1GB"
"""What the drawn rows may take; beyond that they spill to disk. The people of one chunk come on top."""

_RENAMED = {
    "who": "number",
    "case": "case_number",
    "start": "start_day",
    "end": "end_day",
    "held": "held_day",
    "due": "due_day",
    "paid": "paid_day",
}


def open_store(settings: Settings, places: Places, spilt: Path) -> Connection:
    """Empty tables, and the words that numbers stand for; what is too much for the memory spills to a folder."""
    connection = open_memory(spilt, MEMORY)
    for file in (SQL / "macros.sql", *sorted(SQL.glob("tables/*.sql"))):
        run_sql(connection, file)
    for name, words in _words(settings, places).items():
        rows = {
            "list": np.array([name] * len(words)),
            "place": np.array(list(words), dtype=np.int64),
            "word": np.array(list(words.values())),
        }
        _add(connection, "word", rows)
    return connection


def _words(settings: Settings, places: Places) -> dict[str, dict[int, str]]:
    unknown = settings.flaws["unknown"]
    numbered = {
        "country": (places.country,),
        "area": places.codes,
        "age": tuple(settings.age_bands),
        "event": events.KINDS,
        "attendance": events.ATTENDANCE,
        "outcome": rights.OUTCOMES,
        "sanction": tuple(settings.rights["sanctions"]["kinds"]),
        "sector": tuple(settings.work["sectors"]),
        "industry": tuple(settings.employers["industries"]),
        "organisation": tuple(actor[0] for actor in settings.cases["actors"]),
        "actor_sector": tuple(actor[1] for actor in settings.cases["actors"]),
    }
    words = {name: dict(enumerate(some)) for name, some in numbered.items()}
    for name, some in states.NAMES.items():
        words[name] = {states.UNKNOWN: NOT_STATED, **dict(enumerate(some))}
    words["scheme"] = {UNKNOWN_CODE: unknown["scheme"], **dict(enumerate(settings.schemes))}
    levels = settings.ways["education"]["levels"]
    words["education_level"] = {UNKNOWN_CODE: unknown["level"], **dict(enumerate(levels))}
    words["need"] = {UNKNOWN_CODE: unknown["need"], **dict(enumerate(needs.NEEDS))}
    words["pension"] = {UNKNOWN_CODE: unknown["kind"], **dict(enumerate(PENSIONS))}
    words["activity"] = {UNKNOWN_CODE: unknown["kind"], **dict(enumerate(settings.activities["kinds"]))}
    return words


def add_rows(connection: Connection, table: str, rows: Columns, numbers: Ints) -> None:
    """Add drawn rows; `numbers` are those of the people whom `who` points to."""
    renamed = {_RENAMED.get(name, name): values for name, values in rows.items()}
    _add(connection, table, {**renamed, "number": numbers[rows["who"]]} if "who" in rows else renamed)


def add_clients(connection: Connection, numbers: Ints, key: str) -> None:
    """Add the pseudonyms of the people with those numbers."""
    _add(
        connection,
        "client",
        {"number": numbers, "person_id": np.array(list(pseudonyms(numbers.tolist(), key)))},
    )


def pseudonyms(numbers: Iterable[int], key: str) -> Iterable[str]:
    """HMAC-SHA-256 of each person's number under the linkage key, cut to 128 bits."""
    secret = key.encode()
    return (hmac.digest(secret, str(number).encode(), "sha256").hex()[:DIGITS] for number in numbers)


def _add(connection: Connection, table: str, rows: Columns) -> None:
    """Values go to the table's columns of the same names."""
    connection.register("arriving", dict(rows))
    connection.table("arriving").select(*connection.table(table).columns).insert_into(table)
    connection.unregister("arriving")
