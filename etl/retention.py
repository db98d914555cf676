"""Retention: records of persons are not kept longer than the country's profile says."""

from datetime import date
from pathlib import Path

from warehouse.areas import Country
from warehouse.connection import Connection, rows_at_hand

_SQL = Path(__file__).parent / "sql" / "expire"


def expire(connection: Connection, country: Country, as_of: date) -> dict[str, int]:
    """Delete from the raw tables what ended more than the years of retention before `as_of`: rows by table.

    Whose rows they were is added to `changed_person`. What is still open is kept, however long ago it began, and so are
    all events of a case that is kept.
    """
    kept_from = _years_before(as_of, country.retention_years)
    # Events first: they ask which cases are kept.
    return {file.stem: _delete(connection, file, kept_from) for file in sorted(_SQL.glob("*.sql"))}


def _delete(connection: Connection, file: Path, kept_from: date) -> int:
    deleted = connection.execute(file.read_text(encoding="utf-8"), {"kept_from": kept_from}).fetchnumpy()
    persons = deleted["person_id"].astype(str)
    with rows_at_hand(connection, "expired", {"person_id": persons}):
        connection.execute("insert into changed_person select cast(person_id as uuid) from expired")
    return len(persons)


def _years_before(day: date, years: int) -> date:
    """The same day so many years earlier; for 29 February the 28th where there is no other."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)
