"""The two deliveries: what was known on the last day of each, and of the second only what has changed."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import yaml

from etl.manifest import MANIFEST
from etl.synthetic.arrays import months_of
from etl.synthetic.settings import Settings
from etl.synthetic.store import SQL
from warehouse.connection import Connection, Relation


@dataclass(frozen=True)
class Table:
    """One source's file: how it is written, and whether it is replaced by person, employer, month or quarter.

    `who` is what the file calls the pseudonym.
    """

    source: str
    form: str
    by: str
    who: str = "person_id"


TABLES = (
    *(Table(source, "parquet", "persons") for source in ("person_states", "benefit_spells", "registrations")),
    *(
        Table(source, "parquet", "persons")
        for source in (
            *("activities", "work_months", "payments", "education_months", "cases", "case_events"),
            *("applications", "need_assessments"),
        )
    ),
    *(Table(source, "csv", "persons") for source in ("placements", "pensions", "sanctions")),
    Table("employers", "csv", "employers", "employer_id"),
    Table("vacancies", "parquet", "employers", "employer_id"),
    Table("layoff_notices", "csv", "employers", "employer_id"),
    Table("population", "parquet", "months"),
    Table("labour_force", "csv", "months"),
    Table("expenditure", "csv", "quarters"),
)


_CHANGED = {
    "persons": "changed_persons.sql",
    "employers": "changed_persons.sql",
    "months": "changed_months.sql",
    "quarters": "changed_quarters.sql",
}


def write_tables(connection: Connection, settings: Settings, folder: Path, by: str, part: str = "") -> None:
    """Write the tables that are replaced `by` persons, employers, months or quarters to the folders 1 and 2.

    `part` ends files' names.
    """
    first, second = _folders(folder)
    changed = (SQL / _CHANGED[by]).read_text(encoding="utf-8")
    for table in (table for table in TABLES if table.by == by):
        name = f"{table.source}{part}.{table.form}"
        _see(connection, table, settings.cuts[0])
        _write(connection.table("seen"), table, first / name)
        connection.execute("drop table if exists seen_before")
        connection.execute("alter table seen rename to seen_before")
        _see(connection, table, settings.cuts[1])
        _write(connection.sql(changed), table, second / name)


def write_manifests(settings: Settings, folder: Path) -> None:
    """Write the manifests of the folders 1 and 2, whose files are all there."""
    for delivery, cut in zip(_folders(folder), settings.cuts, strict=True):
        _write_manifest(delivery, settings, cut)


def _folders(folder: Path) -> tuple[Path, Path]:
    first, second = folder / "1", folder / "2"
    for delivery in (first, second):
        delivery.mkdir(exist_ok=True)
    return first, second


def _see(connection: Connection, table: Table, cut: int) -> None:
    """The table `seen`: what was known on a day."""
    connection.execute("drop table if exists seen")
    statement = (SQL / "seen" / f"{table.source}.sql").read_text(encoding="utf-8")
    counted = table.by in {"months", "quarters"}
    known = {"month": int(months_of(np.array([cut]))[0])} if counted else {"known": cut}
    connection.sql(statement, params=known).create("seen")


def _write(rows: Relation, table: Table, file: Path) -> None:
    """In an order that depends on nothing but the rows."""
    ordered = rows.order(", ".join(rows.columns))
    if "person_id" in rows.columns:
        ordered = ordered.select(f"* rename (person_id as {table.who})")
    if table.form == "csv":
        ordered.write_csv(str(file), header=True)
    else:
        ordered.write_parquet(str(file), compression="zstd")


def _write_manifest(folder: Path, settings: Settings, cut: int) -> None:
    note = (
        f"Invented people, drawn with seed {settings.seed}, in real places. Nobody here ever lived, "
        "and no figure made of them tells anything of the country."
    )
    manifest: Mapping[str, object] = {
        "kind": "synthetic",
        "covers": {"from": _day(settings.first_day), "to": _day(cut)},
        "note": note,
        "files": {file.name: _checksum(file) for file in sorted(folder.iterdir())},
    }
    text = yaml.safe_dump(manifest, sort_keys=False, allow_unicode=True, width=120)
    (folder / MANIFEST).write_text(text, encoding="utf-8")


def _day(number: int) -> date:
    return date(1970, 1, 1) + timedelta(days=number)


def _checksum(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()
