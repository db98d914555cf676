"""What cells rest on, in one checksum: deliveries, who was forgotten, country, definitions, SQL, the rounding key."""

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from indicators.catalogue import MEASURES, Indicator, indicator_to_json
from warehouse.connection import Connection

_SQL = Path(__file__).parent / "sql"
_LOADED = (
    "select delivery from raw.delivery order by place",
    "select person_sha256 from raw.forgotten order by all",
    "select profile from core.country",
    "from core.area order by all",
    "from core.membership order by all",
    "from core.succession order by all",
)


def basis_of(connection: Connection, catalogue: Sequence[Indicator], key: bytes) -> str:
    """The checksum of all that the cells would be computed from now."""
    checksum = hashlib.sha256(hashlib.sha256(b"basis" + key).digest())
    for fact in _facts(connection, catalogue):
        checksum.update(fact.encode())
    return checksum.hexdigest()


def kept_basis(connection: Connection) -> str | None:
    """The checksum of what the cells were computed from, if they were."""
    rows = connection.execute("select checksum from mart.basis").fetchall()
    return rows[0][0] if rows else None


def keep_basis(connection: Connection, checksum: str | None) -> None:
    """Say what the cells were computed from; None while they are."""
    connection.execute("delete from mart.basis")
    if checksum:
        connection.execute("insert into mart.basis values (?)", [checksum])


def _facts(connection: Connection, catalogue: Sequence[Indicator]) -> Iterator[str]:
    for statement in _LOADED:
        yield repr(connection.execute(statement).fetchall())
    for indicator in catalogue:
        yield indicator_to_json(indicator)
    for folder in (MEASURES, _SQL):
        for file in sorted(folder.rglob("*.sql")):
            yield file.read_text(encoding="utf-8")
