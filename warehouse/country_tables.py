"""Writing a country's profile and places into the warehouse."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from warehouse.areas import Country
from warehouse.connection import Connection, append, run_sql

_FORGET = Path(__file__).parent / "sql" / "forget_country.sql"


def write_country(connection: Connection, country: Country) -> None:
    """Make `core.country`, `area`, `membership` and `succession` say what the country's folder says now."""
    run_sql(connection, _FORGET)
    profile = json.dumps(country.profile, ensure_ascii=False)
    _write(connection, "country", [(profile,)])
    _write(connection, "area", country.area_rows())
    _write(connection, "membership", country.membership_rows())
    _write(connection, "succession", country.succession_rows())


def _write(connection: Connection, table: str, rows: Iterable[tuple[Any, ...]]) -> None:
    columns = connection.table(f"core.{table}").columns
    append(connection, f"core.{table}", (dict(zip(columns, row, strict=True)) for row in rows))
