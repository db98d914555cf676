"""Carrying staged deliveries over into the warehouse, where each replaces what its source said before."""

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from etl.checking import Checked
from etl.codes import PLACES
from etl.core import changed
from etl.ended import figures_after_the_end
from etl.retention import expire
from etl.source import Source
from etl.stage_rows import laws_of
from etl.staging import Staged
from warehouse.areas import Country
from warehouse.connection import Connection, append, attach, run_sql, transaction
from warehouse.country_tables import write_country
from warehouse.errors import UserError
from warehouse.homes import is_home, make_home, make_if_missing
from warehouse.quality import CheckResult

_SQL = Path(__file__).parent / "sql"


@dataclass(frozen=True)
class Counts:
    """Rows of a delivery; `delivered` is always the sum of the other two."""

    delivered: int
    loaded: int
    quarantined: int


@dataclass(frozen=True)
class Written:
    """What the home has now: every delivery that it ever loaded, by id, and what its records leave open.

    `expired` is how many rows were too old to be kept, by table; `told` whose core was told anew; `ended`
    what is told of areas after their end.
    """

    loaded: dict[str, Counts]
    expired: dict[str, int]
    loose_ends: Sequence[str]
    told: str
    ended: Sequence[str]


def read_loaded(home_path: Path, country: str, kind: str) -> dict[str, Counts]:
    """Every delivery that the home ever loaded, by id; none when there is no home yet.

    Raises UserError when the home is another country's or of the other kind.
    """
    if not is_home(home_path):
        return {}
    with make_home(home_path, country, kind).warehouse() as warehouse:
        return _loaded(warehouse)


def write(
    home_path: Path,
    country: Country,
    kind: str,
    sources: Iterable[Source],
    checked: Sequence[Checked],
    *,
    folder: Path,
) -> Written:
    """Write the country, what the contracts of its sources say, and the deliveries: all of it, or nothing.

    The home is made if it is not there. `folder` is for what need not outlive the load.
    """
    with make_home(home_path, country.code, kind).warehouse() as warehouse, ExitStack() as files:
        for one in checked:
            files.enter_context(attach(warehouse, one.staged.file, one.staged.catalog))
            _pass_over_forgotten(warehouse, one.staged)
        make_if_missing(warehouse, "core", "official_total")
        changed.start(warehouse)
        with transaction(warehouse):
            write_country(warehouse, country)
            for source in sources:
                _write_contract(warehouse, source)
            for one in checked:
                with _stage_of(warehouse, one.staged):
                    _write_delivery(warehouse, one)
            expired, told = _tell_core(warehouse, country, folder) if country.has_persons else ({}, "")
        loose_ends = _loose_ends(warehouse) if checked else ()
        ended = figures_after_the_end(warehouse, country)
        return Written(_loaded(warehouse), expired, loose_ends, told, ended)


def _loaded(warehouse: Connection) -> dict[str, Counts]:
    rows = warehouse.execute((_SQL / "known_deliveries.sql").read_text(encoding="utf-8")).fetchall()
    return {delivery: Counts(*counts) for delivery, *counts in rows}


def _loose_ends(warehouse: Connection) -> list[str]:
    rows = warehouse.execute((_SQL / "loose_end.sql").read_text(encoding="utf-8")).fetchall()
    return [f"{source}: {what}: {count:,} ({meaning})" for source, what, count, meaning in rows]


def _write_contract(warehouse: Connection, source: Source) -> None:
    name = {"source": source.name}
    _write_laws(warehouse, source)
    run_sql(warehouse, _SQL / "forget_breaks.sql", name)
    run_sql(warehouse, _SQL / "forget_measures.sql", name)
    run_sql(warehouse, _SQL / "keep_facts.sql", name | {"facts": source.facts})
    measures = source.measures
    append(
        warehouse,
        "core.measure_source",
        ({"measure": one.id, "source": source.name, "adds": one.adds_over_areas} for one in measures),
    )
    append(
        warehouse,
        "core.series_break",
        (
            {"measure": one.id, "period": at.period, "note": json.dumps(at.note, ensure_ascii=False)}
            for one in measures
            for at in one.breaks
        ),
    )


def _write_laws(warehouse: Connection, source: Source) -> None:
    """What ties the source's figures to each other, and by which rule its owner hides them."""
    for told in ("sums", "rules", "partitions"):
        run_sql(warehouse, _SQL / f"forget_{told}.sql", {"source": source.name})
    for table, rows in laws_of(source).items():
        append(warehouse, f"core.{table}", rows)


@contextmanager
def _stage_of(warehouse: Connection, staged: Staged) -> Iterator[None]:
    """In the block `stage` is the stage of that delivery; the warehouse's tables need their full names."""
    warehouse.execute(f"use {staged.catalog}")
    try:
        yield
    finally:
        warehouse.execute("use warehouse")


def _write_delivery(warehouse: Connection, checked: Checked) -> None:
    delivery = checked.staged.delivery
    run_sql(warehouse, _SQL / "keep_delivery.sql")
    run_sql(warehouse, _SQL / "keep_quarantine.sql")
    if not delivery.source.person_level:
        _keep_rows(warehouse, delivery.source)
    append(
        warehouse,
        "warehouse.raw.delivery_file",
        (
            {"delivery": delivery.id, "file": file.name, "bytes": file.bytes, "sha256": file.sha256}
            for file in delivery.files
        ),
    )
    append(
        warehouse, "warehouse.raw.check_result", (_result_row(delivery.id, one) for one in checked.results)
    )
    late = _SQL / "late" / f"{delivery.source.name}.sql"
    if late.exists():  # before what was said of these persons gives way
        run_sql(warehouse, late)
    for change in delivery.source.shape.writes:
        run_sql(warehouse, delivery.source.shape.folder / f"{change}.sql")
    if delivery.source.person_level:
        run_sql(warehouse, delivery.source.folder / "kept.sql")
        warehouse.execute("insert into changed_person select named.person_id from stage.named as named")


def _pass_over_forgotten(warehouse: Connection, staged: Staged) -> None:
    """Their rows count as loaded, so that no count tells who was forgotten; but they stay out of the warehouse."""
    if staged.delivery.source.person_level:
        with _stage_of(warehouse, staged):
            run_sql(warehouse, _SQL / "pass_over_forgotten.sql")


def _tell_core(warehouse: Connection, country: Country, folder: Path) -> tuple[dict[str, int], str]:
    """Make the core say of persons what the raw tables say now; what is too old goes first."""
    run_sql(warehouse, _SQL / "coverage.sql")
    [(as_of,)] = warehouse.table("raw.delivery").max("as_of").fetchall()
    expired = expire(warehouse, country, as_of) if as_of else {}
    # What is delivered names known codes alone, so one is lost only where the country's files change.
    if not changed.rests_on_the_same(warehouse):
        _refuse_lost_codes(warehouse, country)
    told = changed.tell(warehouse, country, folder)
    return {source: rows for source, rows in expired.items() if rows}, told


def _refuse_lost_codes(warehouse: Connection, country: Country) -> None:
    """Raise UserError when records name a scheme or an area that the country's files do not know any more."""
    levels = [code for code, level in country.levels.items() if level.role in PLACES]
    statement = (_SQL / "lost_code.sql").read_text(encoding="utf-8")
    lost = warehouse.execute(statement, {"levels": levels}).fetchall()
    if lost:
        codes = "".join(f"\n  {kind} {code}: {rows:,} rows of {source}" for kind, code, source, rows in lost)
        raise UserError(
            f"Records name what data/countries/{country.code} does not know any more; nothing was loaded.{codes}\n"
            "Put it back there: an area that ended keeps its line, with its last day, and a scheme stays when nobody "
            "receives it any more. A wrong code goes with a delivery that says something else of these persons."
        )


def _keep_rows(warehouse: Connection, source: Source) -> None:
    """Keep the rows as they came, beside those of earlier deliveries."""
    delivered = warehouse.table("stage.delivered")
    kept = f"warehouse.raw.{source.name}"
    known = warehouse.execute(
        (_SQL / "raw_columns.sql").read_text(encoding="utf-8"), {"source": source.name}
    ).fetchall()
    if not known:
        delivered.create(kept)
    elif [column for (column,) in known] == delivered.columns:
        delivered.insert_into(kept)
    else:
        raise UserError(
            f"The columns of source {source.name} have changed since this home was made; "
            "load its deliveries into a new --home."
        )


def _result_row(delivery: str, result: CheckResult) -> dict[str, Any]:
    return {
        "delivery": delivery,
        "table_name": result.table,
        "kind": result.check.kind,
        "note": result.check.note,
        "severity": result.check.severity,
        "success": result.success,
        "checked": result.checked,
        "unexpected": result.unexpected,
        "observed": result.observed,
    }
