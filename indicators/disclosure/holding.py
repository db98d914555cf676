"""Figures that are held: where a release has withdrawn what would tell too much, those of the release before stand.

What is told a second time tells nothing new, so that whoever attacks a release leaves them out, as the gate does: what
they tell is told of the release that they come from. What has come late since waits until it tells less, or for good.
"""

from pathlib import Path

from warehouse.connection import Connection, attach, run_sql

_SQL = Path(__file__).parents[1] / "sql" / "attack" / "held"


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
