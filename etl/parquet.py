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

_TEXT = ("texts", ("VARCHAR",))
_WHOLE = ("INTEGER", "TINYINT", "SMALLINT", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER")
_TYPES: Mapping[str | None, tuple[str, tuple[str, ...]]] = {
    "day": ("days", ("DATE",)),
    "flag": ("true or false", ("BOOLEAN",)),
    "integer": ("whole numbers", _WHOLE),
}
"""By type of a column: how it is said, and as what DuckDB reads it; all other types are written as text."""


def stage_rows(connection: Connection, path: Path, file: str, delivery: str, source: Source) -> None:
    """Add the rows of a file to `stage.delivered`. Raises DeliveryRefused when it is not laid out as agreed."""
    values: dict[str, Any] = {"path": escape(str(path.resolve()))}
    try:
        found = connection.sql("from read_parquet($path)", params=values)
        header = dict(zip(found.columns, map(str, found.types), strict=True))
        refuse(
            [*header_faults(file, found.columns, source, None), *_type_faults(file, header, source.columns)]
        )
        connection.execute(_READ.read_text(encoding="utf-8"), values | {"delivery": delivery, "file": file})
    except DatabaseError:
        raise DeliveryRefused([Fault(file, "is cut short, damaged or no Parquet file")]) from None


def _type_faults(file: str, header: Mapping[str, str], columns: tuple[Column, ...]) -> Iterator[Fault]:
    for column in columns:
        said, types = _TYPES.get(column.type, _TEXT)
        found = header.get(column.name)
        if found is not None and found not in types:
            rule = f"this column must hold {said}"
            yield Fault(file, rule, None, column.name, f"{types[0]} was expected, {found} found")
