"""Erasure: everything that the warehouse tells of one person goes, down to the bytes of its file.

DuckDB leaves deleted rows in the file until it needs their place. So the warehouse is written into a new file, which
takes the old one's name; then every file of the home is searched for the pseudonym.
"""

import mmap
import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

from etl.workplace import workplace
from warehouse import earlier
from warehouse.connection import Connection, DatabaseError, attach, run_sql, transaction
from warehouse.errors import UserError
from warehouse.homes import Home

_SQL = Path(__file__).parent / "sql" / "forget"


def forget(home: Home, person: str) -> int:
    """Delete all that is told of a person, who is never loaded again: how many delivered rows those were.

    That is 0 for a person who was forgotten before: the warehouse is then written anew once more, in case that the
    first time was cut short. Raises UserError for a person of whom nothing is known, and while another command runs.
    """
    if not re.fullmatch("[0-9a-f]{32}", person):
        raise UserError("A person is named by a pseudonym: 32 digits from 0 to f.")
    with workplace(home.path) as folder, home.warehouse() as warehouse:
        _clear(home.temporary, but=folder)
        rows = _delete(warehouse, person)
        try:
            _renew(warehouse, home.path / "warehouse.duckdb", folder / "renewed.duckdb")
        except DatabaseError:
            raise UserError(
                "The rows are deleted, but the warehouse could not be written into a new file, so its old one can "
                "still be searched for them. Make room on the disk and give the command again."
            ) from None
    _search(home.path, UUID(person))
    return rows


def tell(rows: int) -> str:
    """What was done, and what is left to do."""
    done = (
        f"Forgotten: {rows:,} delivered rows and all that was made of them."
        if rows
        else "This person was forgotten before; the warehouse was written anew once more."
    )
    return (
        f"{done}\n"
        "The warehouse is a new file, searched for the pseudonym; no later delivery brings it back.\n"
        "Counts made before still include this person: give compute and publish.\n"
        "Not touched: the delivered files, your backups, and published releases, which hold no persons."
    )


def _clear(temporary: Path, but: Path) -> None:
    """Delete what commands that were killed left behind; none is running now."""
    for left in temporary.iterdir():
        if left != but and not left.name.startswith("loading.duckdb"):
            shutil.rmtree(left) if left.is_dir() else left.unlink()


def _delete(warehouse: Connection, person: str) -> int:
    named = {"person": person}
    [(rows, before)] = warehouse.execute((_SQL / "known.sql").read_text(encoding="utf-8"), named).fetchall()
    if not rows and not before:
        raise UserError("Nothing is known of this person here; nothing was changed.")
    warehouse.execute("set variable person = cast($person as uuid)", named)
    with transaction(warehouse):
        run_sql(warehouse, _SQL / "rows.sql")
        # Without these rows nobody can be taken out of the figures: everybody is to be counted.
        earlier.end(warehouse)
        run_sql(warehouse, _SQL / "remember.sql", named)
    return int(rows)


def _renew(warehouse: Connection, file: Path, renewed: Path) -> None:
    """Put a new file with the same rows in the place of the open one, which keeps others out until then."""
    warehouse.execute("checkpoint")
    with attach(warehouse, renewed, "renewed"):
        warehouse.execute("copy from database warehouse to renewed")
    renewed.chmod(0o600)
    with renewed.open("rb") as written:
        os.fsync(written.fileno())
    renewed.replace(file)


def _search(home: Path, person: UUID) -> None:
    """Raise UserError when a file of the home still holds the pseudonym."""
    traces = set(_traces(person))
    for file in sorted(home.rglob("*")):
        if file.is_file() and file.stat().st_size and _holds(file, traces):
            raise UserError(f"The rows are deleted, but {file} still holds the pseudonym. Delete that file.")


def _holds(file: Path, traces: set[bytes]) -> bool:
    with file.open("rb") as stream, mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ) as content:
        return any(content.find(trace) >= 0 for trace in traces)


def _traces(person: UUID) -> Iterator[bytes]:
    """The forms in which a file may hold the pseudonym: as text, and each half as bytes in either order.

    DuckDB turns the first bit of a UUID, so that it sorts as a number.
    """
    yield from (person.hex.encode(), str(person).encode())
    for number in (person.int, person.int ^ (1 << 127)):
        high, low = divmod(number, 1 << 64)
        for half in (high, low):
            yield from (half.to_bytes(8, "big"), half.to_bytes(8, "little"))
