"""Staging: a delivery is read, understood and judged in a file of its own, before the warehouse hears of it.

The file has one schema, `stage`: the contract and the country as tables (folder `stage`), `delivered` as it came,
`tidy` as the source's own SQL makes it, and what the source's shape makes of that.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from etl import guard
from etl.codes import rules_of
from etl.deliveries import Delivery
from etl.manifest import Manifest
from etl.reading import read_files
from etl.references import References, read_references
from etl.refusal import for_each, refuse
from etl.source import Source
from etl.stage_rows import Row, rows_of_contract, rows_of_country
from warehouse.areas import Country
from warehouse.connection import Connection, Relation, append, open_private, run_sql
from warehouse.errors import Fault
from warehouse.periods import parse_period

_TABLES = Path(__file__).parent / "stage"
_SQL = Path(__file__).parent / "sql"


@dataclass(frozen=True)
class Staged:
    """A delivery that was understood; `file` is the DuckDB file in which it waits, `quarantine` what broke a rule."""

    delivery: Delivery
    file: Path
    quarantine: Sequence[Fault]

    @property
    def catalog(self) -> str:
        """The file's name as DuckDB sees it."""
        return self.file.stem


def stage_all(
    deliveries: Iterable[Delivery], manifest: Manifest, country: Country, folder: Path, warehouse: Path
) -> list[Staged]:
    """Stage deliveries in `folder`, those that refer to others last; rows may also refer to what a warehouse holds.

    Raises DeliveryRefused with the faults of all of them.
    """
    done: dict[str, Path] = {}
    references = References(warehouse if warehouse.exists() else None, done)

    def step(delivery: Delivery) -> Staged:
        staged = _stage(delivery, manifest, country, folder, references)
        done[delivery.source.name] = staged.file
        return staged

    return for_each(sorted(deliveries, key=lambda one: one.source.refers_to is not None), step)


def _stage(
    delivery: Delivery, manifest: Manifest, country: Country, folder: Path, references: References
) -> Staged:
    """Read, understand and judge a delivery. Raises DeliveryRefused with all faults of one step."""
    file = folder / f"stage_{delivery.source.name}.duckdb"
    with closing(open_private(file, folder)) as connection:
        _make_tables(connection, delivery.source, country)
        append(connection, "stage.delivery", [_stamp(delivery, manifest)])
        read_files(connection, delivery)
        guard.check_delivered(connection)
        if delivery.source.person_level:
            _state_contract(connection, delivery.source, country, manifest)
            read_references(connection, delivery.source, references)
        else:
            _check_labels(connection)
        _tidy(connection, delivery.source)
        _judge(connection, delivery.source)
        refuse(
            Fault(file.name, "was changed while it was read") for file in delivery.files if file.is_changed
        )
        return Staged(delivery, file, _faults(connection.table("stage.quarantined")))


def _stamp(delivery: Delivery, manifest: Manifest) -> Row:
    covers = manifest.covers
    return {
        "delivery": delivery.id,
        "source": delivery.source.name,
        "kind": manifest.kind,
        "as_of": manifest.as_of,
        "covers_from": covers and covers.first,
        "covers_to": covers and covers.last,
    }


def _make_tables(connection: Connection, source: Source, country: Country) -> None:
    connection.execute("create schema stage")
    for file in sorted(_TABLES.glob("*.sql")):
        run_sql(connection, file)
    for table, rows in {**rows_of_country(country), **rows_of_contract(source, country)}.items():
        append(connection, f"stage.{table}", rows)


def _state_contract(connection: Connection, source: Source, country: Country, manifest: Manifest) -> None:
    if manifest.covers is None:
        raise ValueError(f"{source.name}: nobody says which days the records cover")
    run_sql(connection, _SQL / "contract.sql", {"contract": rules_of(source, country, manifest.covers)})


def _check_labels(connection: Connection) -> None:
    """A new code raises: it is not silently kept."""
    refuse(_faults(_read_sql(connection, _SQL / "unknown_label.sql")))


def _tidy(connection: Connection, source: Source) -> None:
    for macros in source.shape.macros:
        run_sql(connection, source.shape.folder / f"{macros}.sql")
    text = (source.folder / "tidy.sql").read_text(encoding="utf-8")
    tidy = connection.sql(text)
    own = {column.kept_as for column in source.columns} if source.person_level else set()
    if set(tidy.columns) != own.union(source.shape.columns):
        raise ValueError(
            f"{source.name}/tidy.sql does not yield the columns of the shape {source.shape.name}"
        )
    # To work out records again is quicker than to keep millions of rows of which nearly all are accepted.
    kind = "view" if source.person_level else "table"
    connection.execute(f"create {kind} stage.tidy as\n{text}")
    if not source.person_level:
        append(connection, "stage.period", _periods(_read_sql(connection, _SQL / "spelling.sql").fetchall()))


def _periods(spellings: Iterable[tuple[str, str | None]]) -> Iterator[Row]:
    for kind, text in spellings:
        try:
            period = parse_period(text or "", kind)
        except ValueError:
            continue
        yield {"kind": kind, "period": text, "starts_on": period.starts_on, "ends_on": period.ends_on}


def _judge(connection: Connection, source: Source) -> None:
    for table in source.shape.tables:
        _read_sql(connection, source.shape.folder / f"{table}.sql").create(f"stage.{table}")
    refuse(_faults(connection.table("stage.fault")))


def _faults(rows: Relation) -> list[Fault]:
    """From rows of file, rule, row, column and detail."""
    return [Fault(*row) for row in rows.fetchall()]


def _read_sql(connection: Connection, file: Path) -> Relation:
    return connection.sql(file.read_text(encoding="utf-8"))
