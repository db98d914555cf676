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

_ONE_SIDED = "select coalesce(sum(hidden), 0), coalesce(sum(shown), 0) from compared"

SQL = Path(__file__).parent / "sql" / "publish" / "compare"


def release_before(folder: Path) -> Release | None:
    """The release that is served until now, if there is one that this version can read."""
    try:
        return current_release(folder)
    except UserError:
        return None


def write_revision(connection: Connection, country: Country, before: Release) -> None:
    """Compare the draft that is attached as `portal` with the release before it.

    One indicator after another, so that a large release needs no more memory than a small one. What one of the two
    shows and the other does not is counted alone, which tells no more than the two files do. Indicators that are
    counted otherwise now are listed, since what moved of them is no correction. Two that were rounded
    with two keys are not compared: what moved would be rounding more than anything else.
    """
    with attach(connection, before.file, "previous", "read_only"):
        run_sql(connection, SQL / "redefined.sql")
        if connection.execute(_TWO_KEYS).fetchall():
            connection.execute("insert into portal.meta values ('rounded_anew_since', ?)", [before.release])
            return
        rows = connection.execute("select indicator from portal.indicator order by place").fetchall()
        hidden, shown = 0, 0
        for (indicator,) in rows:
            run_sql(connection, SQL / "compared.sql", {"indicator": indicator})
            run_sql(connection, SQL / "revision.sql", {"indicator": indicator})
            [(gone, come)] = connection.execute(_ONE_SIDED).fetchall()
            hidden, shown = hidden + int(gone), shown + int(come)
        run_sql(connection, SQL / "moved.sql", {"country": country.whole.code})
    facts = {"compared_with": before.release, "hidden_since": str(hidden), "shown_since": str(shown)}
    for fact in facts.items():
        connection.execute("insert into portal.meta values (?, ?)", fact)
