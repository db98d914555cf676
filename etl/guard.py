"""The guard at the door: a delivery that carries personal identifiers goes no further.

A column is judged as a whole and never by one chance value, an e-mail address excepted: nothing else looks like one.
What the guard says names files and columns, never a value.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path

from etl.refusal import refuse
from warehouse.connection import Connection
from warehouse.errors import Fault

_JUDGE = Path(__file__).parent / "sql" / "identifier.sql"

FEW = 3
"""This many different identifiers in a column are no chance, nor are fewer when the column has no other values."""

NEVER_CHANCE = "e-mail addresses"
"""The kind of which one is enough: no figure and no code looks like an e-mail address by accident."""

SHARE = 0.2
"""Nor is this share of the values that have an identifier's form: one number in 27 begins like a date by chance."""

_NAMING = {
    *(
        "name",
        "navn",
        "navne",
        "firstname",
        "lastname",
        "surname",
        "fornavn",
        "efternavn",
        "etternavn",
        "mellomnavn",
    ),
    *("email", "mail", "epost", "phone", "telephone", "telefon", "telefonnummer", "tlf", "mobil", "mobile"),
    *("cpr", "cprnr", "cprnummer", "fnr", "fodselsnummer", "fødselsnummer", "personnummer", "ssn"),
    *("address", "adresse"),
}
_OF_PERSONS = {
    *("first", "last", "full", "middle", "given", "family", "person", "persons", "client", "citizen", "user"),
    *("borger", "bruger", "klient", "id", "nr", "no", "number"),
}


@dataclass(frozen=True)
class Suspicion:
    """How many different values of a column look like one kind of identifier; `alike` have at least its form."""

    file: str
    column: str
    kind: str
    found: int
    alike: int
    values: int


def is_identifying(suspicion: Suspicion) -> bool:
    """Whether the column holds identifiers."""
    enough = 1 if suspicion.kind == NEVER_CHANCE else min(FEW, suspicion.values)
    return 0 < enough <= suspicion.found and suspicion.found >= SHARE * suspicion.alike


def names_a_person(column: str) -> bool:
    """Whether a column is called like something that tells who a person is: `navn`, `client_name`, `E-mail`."""
    words = set(re.findall(r"[a-zæøå]+", re.sub(r"e-?mail", "email", column.lower())))
    naming = words & _NAMING
    return bool(naming) and (words <= _NAMING | _OF_PERSONS or not naming <= {"name", "navn", "navne"})


def header_faults(file: str, columns: Iterable[str], row: int | None = 1) -> list[Fault]:
    """The columns of a person-level file that are called like identifiers."""
    return [
        Fault(file, "this column is called like something that tells who a person is", row, column)
        for column in columns
        if names_a_person(column)
    ]


def check_delivered(connection: Connection) -> None:
    """Raise DeliveryRefused when a column of `stage.delivered` holds identifiers, whatever it is called."""
    delivered = connection.table("stage.delivered")
    types = dict(zip(delivered.columns, map(str, delivered.types), strict=True))
    texts = [name for name, kind in types.items() if kind == "VARCHAR" and name not in {"delivery", "file"}]
    refuse(
        Fault(suspicion.file, f"this column holds {suspicion.kind}", column=suspicion.column)
        for suspicion in sorted(_suspicions(connection, texts), key=attrgetter("file", "column", "kind"))
        if is_identifying(suspicion)
    )


def _suspicions(connection: Connection, columns: Iterable[str]) -> Iterator[Suspicion]:
    statement = _JUDGE.read_text(encoding="utf-8")
    for column in columns:
        for file, kind, found, alike, values in connection.execute(
            statement, {"column": [column]}
        ).fetchall():
            yield Suspicion(file, column, kind, found, alike, values)
