"""Reading Parquet files: columns of the types that the contract states, rows counted from 1."""

from collections.abc import Iterator, Mapping
from glob import escape
from pathlib import Path
from typing import Any

from etl.headers import header_faults
from etl.refusal import refuse
from etl.source import Column, Source
from warehouse.connection import Connection, DatabaseError
from warehouse.errors import DeliveryRefused, Fault

SUFFIX = ".parquet"

_READ = Path(__file__).parent / "sql" / "delivered_rows.sql"

_TEXT = ("a text", ("VARCHAR",))
_WHOLE = ("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER")
_TYPES: Mapping[str | None, tuple[str, tuple[str, ...]]] = {
    "day": ("a day", ("DATE",)),
    "flag": ("true or false", ("BOOLEAN",)),
    "integer": ("a whole number", _WHOLE),
}
"""By type of a column: how it is said, and as what DuckDB reads it; all other types are written as text."""


def stage_rows(connection: Connection, path: Path, file: str, delivery: str, source: Source) -> None:
    """Add the rows of a file to `stage.delivered`. Raises DeliveryRefused when it is not laid out as agreed."""
    values: dict[str, Any] = {"path": escape(str(path.resolve()))}
    try:
        found = connection.sql("from read_parquet($path)", params=values)
        header = dict(zip(found.columns, map(str, found.types), strict=True))
        refuse([*header_faults(file, found.columns, source), *_type_faults(file, header, source.columns)])
        connection.execute(_READ.read_text(encoding="utf-8"), values | {"delivery": delivery, "file": file})
    except DatabaseError:
        raise DeliveryRefused([Fault(file, "is cut short, damaged or no Parquet file")]) from None


def _type_faults(file: str, header: Mapping[str, str], columns: tuple[Column, ...]) -> Iterator[Fault]:
    for column in columns:
        said, types = _TYPES.get(column.type, _TEXT)
        found = header.get(column.name)
        if found is not None and found not in types:
            detail = f"{said} ({types[-1]}) was expected, not {found}"
            yield Fault(
                file, "this column has another type than the contract states", None, column.name, detail
            )
