"""What a source's rows refer to: rows of another source, in the same load or in the home already."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from etl.source import Source
from warehouse.connection import Connection, DatabaseError, attach, run_sql
from warehouse.errors import UserError


@dataclass(frozen=True)
class References:
    """Where rows stand that others refer to: the home's warehouse, if there is one, and what is staged already."""

    warehouse: Path | None = None
    staged: Mapping[str, Path] = field(default_factory=dict)


def read_references(connection: Connection, source: Source, references: References) -> None:
    """Fill the stage's tables of rows that the source refers to, by the source's own SQL.

    Raises UserError when another command has the warehouse open.
    """
    if source.refers_to is None:
        return
    if references.warehouse is not None:
        _read(connection, references.warehouse, "warehouse", source.folder / "known_earlier.sql")
    if source.refers_to in references.staged:
        _read(
            connection, references.staged[source.refers_to], "referred", source.folder / "known_delivered.sql"
        )


def _read(connection: Connection, file: Path, name: str, sql: Path) -> None:
    try:
        with attach(connection, file, name):
            run_sql(connection, sql)
    except DatabaseError:
        raise UserError(
            f"{file.name} cannot be read now; try again when no other command is at work."
        ) from None
