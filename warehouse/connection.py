"""The only door to DuckDB: opens files and sets every session alike."""

import errno
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb

from warehouse.errors import BusyError, UserError

Connection = duckdb.DuckDBPyConnection
Relation = duckdb.DuckDBPyRelation
DatabaseError = duckdb.Error

MEMORY = "OPENINDSATS_MEMORY"
"""Names how much memory the database of a home may take (`3GB`, `40%`); what exceeds it spills to disk."""

_SIZE = "select $headers + block_size * total_blocks from pragma_database_size()"
_HEADERS = 3 * 4096
"""Bytes before the first block of a DuckDB file."""

_MOST = 5 * 2**30
"""So many bytes at most unless MEMORY says more: enough for a whole country."""

_SESSION = {"autoinstall_known_extensions": "false", "autoload_known_extensions": "false"}


def open_private(path: Path, temporary: Path) -> Connection:
    """Open a private file for writing, making it (readable by its owner alone) if it is not there.

    DuckDB takes what MEMORY says, else half of the machine's memory or 5 GiB, whichever is less, and spills to
    `temporary`. Raises UserError when another process holds the file, it is no DuckDB file or MEMORY is no size.
    """
    options = {
        "temp_directory": str(temporary),
        "threads": str(os.cpu_count() or 1),
        "memory_limit": os.environ.get(MEMORY) or f"{min(_half_of_memory(), _MOST)}B",
    }
    fresh = not path.exists()
    connection = _connect(path, read_only=False, options=options)
    if fresh:
        path.chmod(0o600)
    return connection


def _half_of_memory() -> int:
    return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") // 2


def open_memory(temporary: Path, memory_limit: str) -> Connection:
    """A database that is gone when it is closed; what exceeds `memory_limit` spills to `temporary`."""
    options = {
        "temp_directory": str(temporary),
        "threads": str(os.cpu_count() or 1),
        "memory_limit": memory_limit,
    }
    return _connect(Path(":memory:"), read_only=False, options=options)


def open_public(path: Path) -> Connection:
    """Open a published file for reading only; nothing else can be reached through the connection.

    A process may open the same file again: the locks come with the opening, since nothing can be set after them.
    Raises UserError when it is no DuckDB file, or not all of one.
    """
    locks = {"enable_external_access": "false", "lock_configuration": "true"}
    options = {"threads": "1", "memory_limit": "512MB", **locks}
    connection = _connect(path, read_only=True, options=options)
    [(size,)] = connection.execute(_SIZE, {"headers": _HEADERS}).fetchall()
    if path.stat().st_size < size:
        connection.close()
        raise UserError(f"{path.name} is damaged: its end is missing.")
    return connection


def _connect(path: Path, read_only: bool, options: dict[str, str]) -> Connection:
    try:
        connection = duckdb.connect(str(path), read_only=read_only, config={**_SESSION, **options})
    except duckdb.IOException as error:
        if os.strerror(errno.ENOSPC) in str(error):
            raise
        raise _refused(path, str(error), "read" if read_only else "written to") from None
    except duckdb.ParserException:
        raise UserError(
            f"{MEMORY} is {options['memory_limit']}; it must be a size such as 3GB, or a share such as 40%."
        ) from None
    except duckdb.Error as error:
        if "Corrupt" in str(error):
            raise _damaged(path) from None
        raise
    return connection


def _refused(path: Path, reason: str, how: str) -> UserError:
    """What is said of a file that cannot be opened."""
    if "lock" in reason:
        return BusyError(f"{path.name} is in use by another openindsats command; try again when it is done.")
    for refused in (errno.EROFS, errno.EACCES):
        if os.strerror(refused) in reason:
            return UserError(f"{path} cannot be {how} ({os.strerror(refused)}).")
    return _damaged(path)


def _damaged(path: Path) -> UserError:
    return UserError(
        f"{path.name} cannot be opened: it is not a file that openindsats wrote, or it is damaged."
    )


@contextmanager
def attach(connection: Connection, path: Path, name: str, option: str = "") -> Iterator[Connection]:
    """Another file beside the open one, as schema prefix `name`, until the block ends; `option` is of `attach`."""
    quoted = str(path).replace("'", "''")
    connection.execute(f"attach '{quoted}' as {name} {f'({option})' if option else ''}")
    try:
        yield connection
    finally:
        connection.execute(f"detach {name}")


@contextmanager
def transaction(connection: Connection) -> Iterator[Connection]:
    """All of the block's changes, or none of them."""
    connection.begin()
    try:
        yield connection
    except BaseException:
        connection.rollback()
        raise
    connection.commit()


def run_sql(connection: Connection, file: Path, values: dict[str, Any] | None = None) -> None:
    """Run the statements of an SQL file; `values` are bound to its named parameters (one statement then)."""
    statement = file.read_text(encoding="utf-8")
    if values is None:
        connection.execute(statement)
    else:
        connection.execute(statement, values)


def append(connection: Connection, table: str, records: Iterable[Mapping[str, Any]]) -> None:
    """Add records to a table, their values in the order of its columns.

    As one list DuckDB takes them a hundred times faster than row by row.
    """
    listed = list(records)
    if listed:
        connection.sql("select unnest($records, max_depth := 2)", params={"records": listed}).insert_into(
            table
        )


@contextmanager
def rows_at_hand(connection: Connection, name: str, columns: Mapping[str, Any]) -> Iterator[Connection]:
    """Arrays of equal length as the columns of a table of that name, until the block ends."""
    connection.register(name, dict(columns))
    try:
        yield connection
    finally:
        connection.unregister(name)
