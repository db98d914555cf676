"""Typed reads of a published file: all that the site and the API know of the data."""

import json
import logging
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from warehouse.areas import Country, country_from_rows
from warehouse.connection import Connection, DatabaseError, open_public
from warehouse.errors import UserError
from warehouse.periods import Period, parse_period
from warehouse.releases import current_release, manifest_stamp

_LOG = logging.getLogger(__name__)
_SQL = Path(__file__).parent / "sql"
_CELLS = (_SQL / "cells.sql").read_text(encoding="utf-8")
_PERIODS = (_SQL / "periods.sql").read_text(encoding="utf-8")
_TILES = (_SQL / "tiles.sql").read_text(encoding="utf-8")
_STATUS_COUNTS = (_SQL / "status_counts.sql").read_text(encoding="utf-8")


class Cell(NamedTuple):
    """One published figure. Without the status `value` there is no number, only the status."""

    area: str
    period: str
    value: Decimal | None
    numerator: Decimal | None
    denominator: Decimal | None
    lower: Decimal | None
    upper: Decimal | None
    status: str
    flags: tuple[str, ...]


class StatusCount(NamedTuple):
    """How many cells of an indicator and period have a status."""

    indicator: str
    period_kind: str
    period: str
    status: str
    cells: int


@dataclass(frozen=True)
class Source:
    """Who delivered, under which licence; `facts` as the source's contract states them."""

    source: str
    facts: Mapping[str, Any]


class Delivery(NamedTuple):
    """One load of a source; the row counts reconcile exactly."""

    delivery: str
    source: str
    as_of: date
    first_period: str
    last_period: str
    rows_delivered: int
    rows_loaded: int
    rows_quarantined: int


class DeliveredFile(NamedTuple):
    """One file of a delivery."""

    delivery: str
    file: str
    bytes: int
    sha256: str


class CheckOutcome(NamedTuple):
    """One expectation that was checked on a delivery."""

    delivery: str
    table: str
    kind: str
    note: str
    severity: str
    success: bool
    checked: int | None
    unexpected: int | None
    observed: str


class QuarantineCount(NamedTuple):
    """How many rows of a delivery broke a rule and were left out."""

    delivery: str
    rule: str
    rows: int


class Portal:
    """One release, open for reading. Safe to use from many threads at once."""

    def __init__(self, file: Path) -> None:
        """Open a published file. Raises UserError when it is not one."""
        self._connection = open_public(file)
        self._local = threading.local()
        try:
            self.meta: Mapping[str, str] = dict(self._rows("select key, value from meta"))
            self.country: Country = self._read_country()
        except DatabaseError:
            raise UserError(f"{file.name} is not a file that openindsats published.") from None

    @property
    def release(self) -> str:
        """Name of the release."""
        return self.meta["release"]

    @property
    def as_of(self) -> date:
        """The day that the deliveries speak of as today."""
        return date.fromisoformat(self.meta["as_of"])

    @property
    def synthetic(self) -> bool:
        """Whether the figures are invented."""
        return self.meta["kind"] == "synthetic"

    @cached_property
    def definitions(self) -> tuple[str, ...]:
        """The indicators' definitions as JSON, in the order of the catalogue."""
        return tuple(row[0] for row in self._rows("select definition from indicator order by place"))

    @cached_property
    def measures(self) -> Mapping[str, str]:
        """The SQL that counted each measure."""
        return dict(self._rows("select measure, sql from measure order by measure"))

    @cached_property
    def measure_sources(self) -> Mapping[str, str]:
        """The source of each measure."""
        return dict(self._rows("select measure, source from measure_source order by measure"))

    @cached_property
    def breaks(self) -> Mapping[str, tuple[tuple[str, Mapping[str, str]], ...]]:
        """Breaks in each measure's series: first period after it, and what changed by language."""
        found: dict[str, tuple[tuple[str, Mapping[str, str]], ...]] = {}
        for measure, period, note in self._rows(
            "select measure, period, note from series_break order by all"
        ):
            found[measure] = (*found.get(measure, ()), (period, json.loads(note)))
        return found

    @cached_property
    def periods(self) -> Mapping[tuple[str, str], tuple[Period, ...]]:
        """The periods of every indicator and period kind, oldest first."""
        found: dict[tuple[str, str], list[Period]] = {}
        for indicator, kind, period in self._rows(_PERIODS):
            found.setdefault((indicator, kind), []).append(parse_period(period, kind))
        return {key: tuple(sorted(periods)) for key, periods in found.items()}

    @cached_property
    def sources(self) -> tuple[Source, ...]:
        """Every source of the release."""
        rows = self._rows("select source, facts from source order by source")
        return tuple(Source(source, json.loads(facts)) for source, facts in rows)

    @cached_property
    def deliveries(self) -> tuple[Delivery, ...]:
        """Every delivery behind the release, in the order of loading."""
        return tuple(
            Delivery(*row) for row in self._rows(f"select {_columns(Delivery)} from delivery order by place")
        )

    @cached_property
    def delivered_files(self) -> tuple[DeliveredFile, ...]:
        """Every delivered file with its checksum."""
        return tuple(
            DeliveredFile(*row)
            for row in self._rows(f"select {_columns(DeliveredFile)} from delivery_file order by all")
        )

    @cached_property
    def checks(self) -> tuple[CheckOutcome, ...]:
        """Every expectation checked, and how it went."""
        return tuple(CheckOutcome(*row) for row in self._rows("select * from check_result order by all"))

    @cached_property
    def quarantine(self) -> tuple[QuarantineCount, ...]:
        """How many delivered rows were left out, by rule."""
        return tuple(
            QuarantineCount(*row)
            for row in self._rows("select delivery, rule, rows from quarantine_count order by all")
        )

    @cached_property
    def status_counts(self) -> tuple[StatusCount, ...]:
        """How many cells of each indicator and period have each status."""
        return tuple(StatusCount(*row) for row in self._rows(_STATUS_COUNTS))

    def cells(
        self,
        indicator: str,
        first: Period,
        last: Period,
        areas: Sequence[str] | None = None,
        category: tuple[str, str] = ("all", "all"),
    ) -> list[Cell]:
        """Cells of one indicator from `first` to `last` (both included, of one kind), by period and area.

        `category` is a breakdown and one of its categories; `areas` None means every area.
        """
        values = {
            "indicator": indicator,
            "breakdown": category[0],
            "category": category[1],
            "period_kind": first.kind,
            "first": str(first),
            "last": str(last),
            "areas": None if areas is None else list(areas),
        }
        rows = self._rows(_CELLS, values)
        return [Cell._make((*row[:8], tuple(filter(None, row[8].split(","))))) for row in rows]

    def tiles(self, day: date) -> dict[str, tuple[int, int]]:
        """Column and row of each area's tile in the tile map of a day; empty when no layout stood then."""
        rows = self._rows(_TILES, {"day": day})
        return {area: (column, row) for area, column, row in rows}

    def boundary(self, level: str) -> str | None:
        """Borders of a level's areas as GeoJSON, if the country has them."""
        rows = self._rows("select geojson from boundary where level = $level", {"level": level})
        return rows[0][0] if rows else None

    def _read_country(self) -> Country:
        [(profile,)] = self._rows("select profile from country")
        return country_from_rows(
            json.loads(profile),
            self._rows("select * from area order by code"),
            self._rows("select * from membership order by all"),
            self._rows("select * from succession order by all"),
        )

    def _rows(self, statement: str, values: Mapping[str, Any] | None = None) -> list[tuple[Any, ...]]:
        cursor: Connection | None = getattr(self._local, "cursor", None)
        if cursor is None:
            cursor = self._local.cursor = self._connection.cursor()
        return cursor.execute(statement, dict(values) if values else None).fetchall()


class CurrentPortal:
    """The release that is served, now: a new one is opened when the manifest names it, while the old one goes on
    answering whoever still reads from it.
    """

    LOOK_EVERY = 1.0
    """Seconds between two looks at the manifest."""

    def __init__(self, folder: Path) -> None:
        """Open the current release. Raises UserError when there is none that can be read."""
        self._folder = folder
        self._lock = threading.Lock()
        self._stamp = manifest_stamp(folder)
        self._portal = Portal(current_release(folder).file)
        self._looked = time.monotonic()

    def __call__(self) -> Portal:
        """The current release. A release that cannot be opened is logged, and the one before it goes on serving."""
        if time.monotonic() - self._looked > self.LOOK_EVERY and self._lock.acquire(blocking=False):
            try:
                self._look()
            finally:
                self._looked = time.monotonic()
                self._lock.release()
        return self._portal

    def _look(self) -> None:
        stamp = manifest_stamp(self._folder)
        if stamp == self._stamp:
            return
        self._stamp = stamp
        try:
            self._portal = Portal(current_release(self._folder).file)
        except UserError:
            _LOG.exception("the new release cannot be served; the one before it stays")


def _columns(row: type[Delivery] | type[DeliveredFile]) -> str:
    return ", ".join(row._fields)
