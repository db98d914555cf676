"""Running the statements of `indicators/sql/count`."""

from pathlib import Path
from typing import Any

from indicators.catalogue import MEASURES
from warehouse.connection import Connection

SQL = Path(__file__).parent.parent / "sql" / "count"


class CountingError(Exception):
    """The computation met what must not be: a fault of ours, never of the data."""


def measure_sql(measure: str) -> str:
    """The very SQL that counts a measure."""
    return (MEASURES / f"{measure}.sql").read_text(encoding="utf-8")


def statement(name: str) -> str:
    """The text of a statement."""
    return (SQL / f"{name}.sql").read_text(encoding="utf-8")


def run(connection: Connection, name: str, **values: Any) -> None:
    """Run one statement, binding those of the values that it has a parameter for."""
    text = statement(name)
    connection.execute(text, {key: value for key, value in values.items() if f"${key}" in text})


def check(connection: Connection, name: str, **values: Any) -> None:
    """Raise CountingError unless the check, with these values bound, finds nothing."""
    [(found,)] = connection.execute(statement(f"checks/{name}"), values or None).fetchall()
    if found:
        raise CountingError(f"{name.replace('_', ' ')}: {found}")
