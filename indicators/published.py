"""Whether a release of all that is computed is there already, so that none need be written to find out.

A release follows from tables of the warehouse, borders, and this program. Where all of them are what they were when the
current release was written, another one would say the same under the same name. Their fingerprint tells of what was
delivered and counted, so it is kept in the warehouse and never published.
"""

import hashlib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from warehouse.connection import Connection
from warehouse.homes import Home, make_if_missing
from warehouse.releases import PORTAL_FORMAT, Release, read_facts
from warehouse.vocabulary import DATA

TABLES = (
    *(
        "core.area",
        "core.country",
        "core.figure",
        "core.figure_partition",
        "core.figure_rule",
        "core.figure_sum",
        "core.measure_source",
        "core.membership",
        "core.official_total",
        "core.series_break",
        "core.source",
        "core.succession",
    ),
    *("mart.cell", "mart.counted", "mart.indicator", "mart.measure", "mart.measure_record", "mart.withheld"),
    *("mart.withholding", "raw.check_result", "raw.delivery", "raw.delivery_file", "raw.lateness"),
    "raw.quarantine",
)
"""What a release is made of, and the gate and the laws look at, but the keys and what is known of earlier releases."""

_KEYS = "select fingerprint, state = 'former' from mart.rounding_key order by all"
_ROOT = Path(__file__).parent.parent
_PROGRAM = (
    (_ROOT / "indicators", "*.py"),
    (_ROOT / "indicators", "*.sql"),
    (_ROOT / "warehouse", "*.py"),
    (_ROOT / "warehouse", "*.sql"),
    (DATA / "reference", "*.yml"),
)


def made_from(connection: Connection, home: Home, borders: Mapping[str, str]) -> str:
    """The fingerprint of what a release written now would be made from.

    The hashes of rows are added up, so that their order, which computing anew may change, does not matter.
    """
    make_if_missing(connection, "core", "official_total")
    [(engine,)] = connection.execute("select version()").fetchall()
    content = hashlib.sha256(f"{PORTAL_FORMAT} {home.kind} {engine} {program()}".encode())
    content.update(repr(sorted(borders.items())).encode())
    for statement in (_KEYS, *_checksums()):
        content.update(repr(connection.execute(statement).fetchall()).encode())
    return content.hexdigest()


def is_published(connection: Connection, before: Release | None, made: str) -> bool:
    """Whether the current release was made from the same, and can be read."""
    make_if_missing(connection, "mart", "published")
    rows = connection.execute("select release, made_from from mart.published").fetchall()
    if before is None or rows != [(before.release, made)]:
        return False
    return read_facts(before.file).get("release") == before.release


def keep_published(connection: Connection, release: str, made: str) -> None:
    """Say what a release was made from; the one before is forgotten."""
    make_if_missing(connection, "mart", "published")
    connection.execute("delete from mart.published")
    connection.execute("insert into mart.published values (?, ?)", [release, made])


@cache
def program() -> str:
    """The fingerprint of the program that writes releases, with its words."""
    content = hashlib.sha256()
    for folder, pattern in _PROGRAM:
        for file in sorted(folder.rglob(pattern)):
            content.update(
                f"{file.relative_to(_ROOT)} {hashlib.sha256(file.read_bytes()).hexdigest()}".encode()
            )
    return content.hexdigest()


def _checksums() -> Iterator[str]:
    for table in TABLES:
        yield f"select count(*), sum(hash(told)) from {table} as told"
