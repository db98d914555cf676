"""Running the statements of `indicators/sql/renewal`."""

from pathlib import Path
from typing import Any

from indicators.counting.cube import Columns
from warehouse.connection import Connection, run_sql

_SQL = Path(__file__).parent.parent / "sql" / "renewal"


def run(connection: Connection, name: str, **values: Any) -> None:
    """Run one statement."""
    run_sql(connection, _SQL / f"{name}.sql", values or None)


def read(connection: Connection, name: str, **values: Any) -> Columns:
    """What a query finds, column by column."""
    statement = (_SQL / f"{name}.sql").read_text(encoding="utf-8")
    return connection.execute(statement, values or None).fetchnumpy()
