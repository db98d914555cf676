"""The core: tidy tables of persons and employers, told anew from the delivered records, one SQL file for each table."""

from pathlib import Path

from warehouse.areas import Country
from warehouse.connection import Connection, run_sql
from warehouse.errors import UserError

_SQL = Path(__file__).parent / "sql"
_LAWS = Path(__file__).parent / "laws"
_TOLD = (
    *("benefit_piece", "benefit_spell", "registration", "activity", "work_month", "education_month"),
    *("payment", "pension", "placement", "sanction", "application"),
    "need_assessment",
    *("benefit_exit", "benefit_entry"),  # these ask the others where people went to and came from
)


def rebuild(connection: Connection, country: Country) -> None:
    """Tell every table of persons in the core anew from the raw tables, the country's tables and `core.coverage`.

    Runs in the caller's transaction. What a raw table does not hold is empty here.
    """
    run_sql(connection, _SQL / "clear.sql")
    levels = [code for code, level in country.levels.items() if level.role in {"base", "residual"}]
    state = {"levels": levels, "not_stated_area": country.not_stated_area}
    run_sql(connection, _SQL / "person_state.sql", state)
    for table in _TOLD:
        run_sql(connection, _SQL / f"{table}.sql")
    run_sql(connection, _SQL / "case_file.sql")
    run_sql(connection, _SQL / "case_event.sql")  # asks which cases are known
    run_sql(connection, _SQL / "workplace.sql", state)
    for table in ("employer", "vacancy", "layoff_notice"):  # they ask which workplace they are of
        run_sql(connection, _SQL / f"{table}.sql")


def check(connection: Connection) -> None:
    """Raise UserError when the tables break a law of the core."""
    broken = broken_laws(connection)
    if broken:
        laws = "".join(f"\n  {law}" for law in broken)
        raise UserError(f"The records of persons do not fit together; nothing was loaded.{laws}")


def broken_laws(connection: Connection) -> list[str]:
    """The laws of the core that its tables break, each with how often; none when all is well.

    A law is called as its file: what it yields are the rows that break it. No value of a row is told.
    """
    broken = {
        law.stem: len(connection.sql(law.read_text(encoding="utf-8"))) for law in sorted(_LAWS.glob("*.sql"))
    }
    return [f"{name.replace('_', ' ')}: {count:,} times not" for name, count in broken.items() if count]
