"""How figures fill up from release to release: learned from what earlier releases told, and from nothing else."""

from datetime import date

from indicators.calendar import make_calendar
from indicators.revision import SQL
from warehouse.areas import Country
from warehouse.connection import Connection, attach, run_sql
from warehouse.releases import Release

MONTHS = 24
"""So many months after a period its figure is followed; what was told in each of them is told once."""

_ROUNDED_ANEW = "select 1 from portal.meta where key = 'rounded_anew_since'"


def write_history(
    connection: Connection, country: Country, release: str, as_of: date, before: Release | None
) -> None:
    """Write what the draft, attached as `portal`, tells of the whole country, and what releases before it told.

    Two that were rounded with two keys are not followed, as they are not compared. It holds nothing that was not
    published, and of that only what still is.
    """
    make_calendar(connection)
    own = {"country": country.whole.code, "release": release, "as_of": as_of, "months": MONTHS}
    run_sql(connection, SQL / "told.sql", own)
    if before and not connection.execute(_ROUNDED_ANEW).fetchall():
        with attach(connection, before.file, "previous", "read_only"):
            run_sql(connection, SQL / "told_before.sql")
    run_sql(connection, SQL / "completeness.sql")
