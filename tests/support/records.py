"""Records of persons in the exchange format, written from tables drawn in a test."""

from datetime import date
from pathlib import Path

import duckdb

from etl.manifest import Covers, Manifest
from tests.support.statbank import write
from tests.support.tables import read_table

WHO = ("person", "employer")
COVERS = "covers: {from: 2020-01-01, to: 2024-12-31}\n"


def person(number: str) -> str:
    """A pseudonym for a small number; any other text stays as it is."""
    return f"{int(number):032x}" if number.isdecimal() and len(number) < 6 else number


def records(table: str) -> str:
    """The text of a drawn table, whose column `person` or `employer` holds small numbers."""
    rows = read_table(table)
    header = ",".join(f"{name}_id" if name in WHO else name for name in rows[0])
    lines = [",".join(person(cell) if name in WHO else cell for name, cell in row.items()) for row in rows]
    return "\n".join([header, *lines]) + "\n"


def write_records(folder: Path, manifest: str = COVERS, **tables: str) -> Path:
    """Write a folder of drawn tables, one CSV file for each source, and a manifest."""
    files = {f"{source}_csv": records(table) for source, table in tables.items()}
    return write(folder, manifest_yml=manifest, **files)


def write_parquet(file: Path, query: str) -> Path:
    """Write what a query yields as a Parquet file, and return its folder."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with duckdb.connect() as connection:
        connection.sql(query).write_parquet(str(file))
    return file.parent


def covering(first: str = "2020-01-01", last: str = "2024-12-31") -> Manifest:
    """A manifest that covers these days."""
    return Manifest(covers=Covers(date.fromisoformat(first), date.fromisoformat(last)))
