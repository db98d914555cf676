"""Staging in a test: what a folder of deliveries becomes before the warehouse hears of it."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import cache
from pathlib import Path

import duckdb

from etl.deliveries import find_deliveries
from etl.manifest import Manifest
from etl.source import Source, read_sources
from etl.staging import Staged
from etl.staging import stage_all as stage_deliveries
from warehouse.country_files import read_country
from warehouse.errors import DeliveryRefused

profile_of = cache(read_country)


@cache
def sources_of(country: str) -> tuple[Source, ...]:
    """The sources of one country."""
    return tuple(source for source in read_sources() if source.serves(country))


def stage_all(
    deliveries: Path, country: str, folder: Path, manifest: Manifest | None = None, home: Path | None = None
) -> list[Staged]:
    """Every delivery in a folder, staged beside each other in another, as if for a home."""
    folder.mkdir(parents=True, exist_ok=True)
    found = find_deliveries(deliveries, sources_of(country)).deliveries
    warehouse = (home or folder) / "warehouse.duckdb"
    return stage_deliveries(found, manifest or Manifest(), profile_of(country), folder, warehouse)


@contextmanager
def open_stage(staged: Staged) -> Iterator[duckdb.DuckDBPyConnection]:
    """The stage of a delivery, open for reading."""
    with closing(duckdb.connect(str(staged.file), read_only=True)) as connection:
        yield connection


def accepted(staged: Staged) -> dict[tuple[str, ...], object]:
    """Value, or the status where there is none, of every accepted figure: {(measure, category, period, area): …}."""
    with open_stage(staged) as connection:
        rows = connection.execute(
            "select measure, category, period, area, value, status from stage.accepted"
        ).fetchall()
    return {
        (measure, category, period, area): value if status == "value" else status
        for measure, category, period, area, value, status in rows
    }


def refusals(deliveries: Path, country: str, folder: Path, manifest: Manifest | None = None) -> list[str]:
    """Why a folder is refused when it is staged; nothing when it is not."""
    try:
        stage_all(deliveries, country, folder, manifest)
    except DeliveryRefused as refused:
        return [str(fault) for fault in refused.faults]
    return []
