"""What cells rest on, in one checksum: deliveries, who was forgotten, country, definitions, SQL, the rounding key.

Their frame is all of that but the records of persons: where it is the same, changed persons alone need be counted.
"""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from indicators.catalogue import MEASURES, Indicator, indicator_to_json
from indicators.core import read_country
from indicators.counting import counted_bases, known_months
from warehouse.connection import Connection

_SQL = Path(__file__).parent / "sql"
_COUNTRY = (
    "select profile from core.country",
    "from core.area order by all",
    "from core.membership order by all",
    "from core.succession order by all",
)
_LOADED = (
    "select delivery from raw.delivery order by place",
    "select person_sha256 from raw.forgotten order by all",
)
_FRAME = (
    "from core.measure_source order by all",
    "from mart.withheld order by all",
    "from core.series_break order by all",
    "select count(*), sum(hash(figure)) from core.figure as figure",
    "select source, known_from, date_trunc('month', known_until) from core.coverage order by all",
    "select count(earnings) > 0 from core.work_month",
)


class Basis(NamedTuple):
    """Checksums of all that cells are computed from, and of all but the records of persons."""

    checksum: str
    frame: str


def basis_of(connection: Connection, catalogue: Sequence[Indicator], key: bytes) -> Basis:
    """What the cells would be computed from now."""
    shared = [*_rows(connection, _COUNTRY), *_definitions(catalogue)]
    frame = [*shared, *_rows(connection, _FRAME), *_counted_areas(connection)]
    return Basis(_checksum(key, [*shared, *_rows(connection, _LOADED)]), _checksum(key, frame))


def kept_basis(connection: Connection) -> Basis | None:
    """What the cells were computed from, if they were."""
    rows = connection.execute("select checksum, frame from mart.basis").fetchall()
    return Basis(*rows[0]) if rows else None


def keep_basis(connection: Connection, basis: Basis | None) -> None:
    """Say what the cells were computed from; None while they are."""
    connection.execute("delete from mart.basis")
    if basis:
        connection.execute("insert into mart.basis values (?, ?)", basis)


def _checksum(key: bytes, facts: Iterable[str]) -> str:
    checksum = hashlib.sha256(hashlib.sha256(b"basis" + key).digest())
    for fact in facts:
        checksum.update(fact.encode())
    return checksum.hexdigest()


def _rows(connection: Connection, statements: Iterable[str]) -> Iterator[str]:
    for statement in statements:
        yield repr(connection.execute(statement).fetchall())


def _counted_areas(connection: Connection) -> Iterator[str]:
    """The areas that persons are counted in, as far as anything is loaded."""
    if months := known_months(connection):
        yield from counted_bases(connection, read_country(connection), months)


def _definitions(catalogue: Sequence[Indicator]) -> Iterator[str]:
    for indicator in catalogue:
        yield indicator_to_json(indicator)
    for folder in (MEASURES, _SQL):
        for file in sorted(folder.rglob("*.sql")):
            yield file.read_text(encoding="utf-8")
