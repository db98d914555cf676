"""What moved between two releases, told by the published files alone."""

from pathlib import Path

from warehouse.areas import Country
from warehouse.connection import Connection, attach, run_sql
from warehouse.errors import UserError
from warehouse.releases import Release, current_release

_TWO_KEYS = """
    select 1 from portal.meta as now inner join previous.meta as before on now.key = before.key
    where now.key = 'rounding_key' and now.value != before.value
"""

SQL = Path(__file__).parent / "sql" / "publish" / "compare"


def release_before(folder: Path) -> Release | None:
    """The release that is served until now, if there is one that this version can read."""
    try:
        return current_release(folder)
    except UserError:
        return None


def write_revision(connection: Connection, country: Country, before: Release) -> None:
    """Compare the draft that is attached as `portal` with the release before it.

    One indicator after another, so that a large release needs no more memory than a small one. Two that were rounded
    with two keys are not compared: what moved would be rounding more than anything else.
    """
    with attach(connection, before.file, "previous", "read_only"):
        if connection.execute(_TWO_KEYS).fetchall():
            connection.execute("insert into portal.meta values ('rounded_anew_since', ?)", [before.release])
            return
        rows = connection.execute("select indicator from portal.indicator order by place").fetchall()
        for (indicator,) in rows:
            run_sql(connection, SQL / "revision.sql", {"indicator": indicator})
        run_sql(connection, SQL / "moved.sql", {"country": country.whole.code})
    connection.execute("insert into portal.meta values ('compared_with', ?)", [before.release])
