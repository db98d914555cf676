"""Reading Parquet files: columns of the types that the contract states, rows counted from 1."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from glob import escape
from pathlib import Path

from etl.headers import header_faults
from etl.refusal import for_each, refuse
from etl.source import Column, Source
from warehouse.connection import Connection, DatabaseError, run_sql
from warehouse.errors import DeliveryRefused, Fault

SUFFIX = ".parquet"

_SQL = Path(__file__).parent / "sql"

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
    _require_layout(connection, path, file, source)
    with _whole(file):
        values = {"path": _escaped(path), "delivery": delivery, "file": file}
        connection.execute((_SQL / "delivered_rows.sql").read_text(encoding="utf-8"), values)


def view_rows(connection: Connection, files: Mapping[str, Path], delivery: str, source: Source) -> None:
    """Make `stage.delivered`, which is empty, show the rows of the files: reading is quicker than keeping a copy.

    `files` are by name, which their paths end with. Raises DeliveryRefused as `stage_rows` does.
    """
    for_each(files.items(), lambda named: _look_through(connection, *named, source))
    name, path = next(iter(files.items()))
    values = {
        "files": [_escaped(path) for path in files.values()],
        "delivery": delivery,
        "name_begins": len(str(path.absolute())) - len(name) + 1,
    }
    run_sql(connection, _SQL / "delivered_files.sql", {"delivered_files": values})
    run_sql(connection, _SQL / "delivered_view.sql")


def _look_through(connection: Connection, file: str, path: Path, source: Source) -> None:
    _require_layout(connection, path, file, source)
    with _whole(file):
        run_sql(connection, _SQL / "look_through.sql", {"path": _escaped(path)})


def _require_layout(connection: Connection, path: Path, file: str, source: Source) -> None:
    with _whole(file):
        found = connection.sql("from read_parquet($path) limit 0", params={"path": _escaped(path)})
    header = dict(zip(found.columns, map(str, found.types), strict=True))
    refuse([*header_faults(file, found.columns, source, None), *_type_faults(file, header, source.columns)])


@contextmanager
def _whole(file: str) -> Iterator[None]:
    try:
        yield
    except DatabaseError:
        raise DeliveryRefused([Fault(file, "is cut short, damaged or no Parquet file")]) from None


def _escaped(path: Path) -> str:
    return escape(str(path.absolute()))


def _type_faults(file: str, header: Mapping[str, str], columns: tuple[Column, ...]) -> Iterator[Fault]:
    for column in columns:
        said, types = _TYPES.get(column.type, _TEXT)
        found = header.get(column.name)
        if found is not None and found not in types:
            rule = f"this column must hold {said}"
            yield Fault(file, rule, None, column.name, f"{types[0]} was expected, {found} found")
