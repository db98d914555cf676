"""Figures that are held: where a release would tell too much together with the one before, that one's figures stand.

Told again they tell nothing new to whoever kept that release, so that an attack leaves them out: what they tell is told
of the release that they come from. What has come late since waits until it tells less. What a release would tell by
itself is a gap, for there an earlier figure may be the same one.
"""

from contextlib import suppress
from pathlib import Path

from warehouse.connection import Connection, DatabaseError, attach, run_sql

_SQL = Path(__file__).parents[1] / "sql" / "attack" / "held"


def holds(connection: Connection, file: Path) -> bool:
    """Whether a release holds figures of an earlier one; of a damaged file nothing is known."""
    with suppress(DatabaseError), attach(connection, file, "previous", "read_only"):
        found = connection.execute("select 1 from previous.cell where contains(flags, 'held') limit 1")
        return found.fetchone() is not None
    return False


def hold(connection: Connection, before: Path | None) -> None:
    """Fill what was withdrawn from the draft `portal` with the figures of the release in the file `before`, if any.

    Only of indicators that are defined and counted as they were, in a country that is divided as it was.
    """
    if before:
        with attach(connection, before, "previous", "read_only"):
            run_sql(connection, _SQL / "counted_alike.sql")
            run_sql(connection, _SQL / "hold.sql")
            connection.execute("drop view counted_alike")
    run_sql(connection, _SQL / "not_held.sql")
