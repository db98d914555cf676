"""Writing a country's profile and places into the warehouse."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from warehouse.areas import Country
from warehouse.connection import Connection, append, run_sql
from warehouse.vocabulary import vocabulary

_FORGET = Path(__file__).parent / "sql" / "forget_country.sql"


def write_country(connection: Connection, country: Country) -> None:
    """Make `core.country`, the places, the schemes and the age bands say what the country's folder says now."""
    run_sql(connection, _FORGET)
    profile = json.dumps(country.profile, ensure_ascii=False)
    _write(connection, "country", [(profile,)])
    _write(connection, "area", country.area_rows())
    _write(connection, "membership", country.membership_rows())
    _write(connection, "succession", country.succession_rows())
    _write(connection, "scheme", _schemes(country))
    _write(connection, "age_band", _age_bands() if country.has_persons else ())


def _schemes(country: Country) -> Iterator[tuple[str, int, str, int, int | None]]:
    for place, one in enumerate(country.schemes):
        yield one.code, place, one.group, one.gap_days, one.decision_days


def _age_bands() -> Iterator[tuple[str, int, int]]:
    for code in vocabulary().breakdowns["age"].categories:
        first, dash, last = code.partition("-")
        if dash:
            yield code, int(first), int(last)


def _write(connection: Connection, table: str, rows: Iterable[tuple[Any, ...]]) -> None:
    columns = connection.table(f"core.{table}").columns
    append(connection, f"core.{table}", (dict(zip(columns, row, strict=True)) for row in rows))
