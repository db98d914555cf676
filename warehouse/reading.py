"""Typed reads of a published file: all that the site and the API know of the data."""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property
from itertools import product
from pathlib import Path
from typing import Any

from warehouse.areas import Country, country_from_rows
from warehouse.breakdowns import breakdowns
from warehouse.cells import (
    ALL,
    Abreast,
    Category,
    Cell,
    Series,
    StatusCount,
    cell_of,
)
from warehouse.connection import DatabaseError
from warehouse.errors import UserError
from warehouse.periods import Period, parse_period
from warehouse.provenance import (
    CheckOutcome,
    DeliveredAudit,
    DeliveredFile,
    Delivery,
    Provenance,
    QuarantineCount,
    Source,
)
from warehouse.published import Rows
from warehouse.vocabulary import Breakdown

__all__ = [
    "ALL",
    "Abreast",
    "Category",
    "Cell",
    "CheckOutcome",
    "DeliveredAudit",
    "DeliveredFile",
    "Delivery",
    "Portal",
    "QuarantineCount",
    "Series",
    "Source",
    "StatusCount",
]

_SQL = Path(__file__).parent / "sql"
_CELLS = (_SQL / "cells.sql").read_text(encoding="utf-8")
_STANDING = (_SQL / "standing.sql").read_text(encoding="utf-8")
_SERIES = (_SQL / "series.sql").read_text(encoding="utf-8")
_TWO_PERIODS = (_SQL / "two_periods.sql").read_text(encoding="utf-8")
_TILES = (_SQL / "tiles.sql").read_text(encoding="utf-8")


class Portal(Provenance):
    """One release, open for reading. Safe to use from many threads at once."""

    def __init__(self, file: Path) -> None:
        """Open a published file. Raises UserError when it is not one."""
        super().__init__(file)
        try:
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
    def periods(self) -> Mapping[tuple[str, str], tuple[Period, ...]]:
        """The periods of every indicator and period kind, oldest first."""
        found: dict[tuple[str, str], list[Period]] = {}
        for indicator, kind, period in self._rows("select indicator, period_kind, period from cell_period"):
            found.setdefault((indicator, kind), []).append(parse_period(period, kind))
        return {key: tuple(sorted(periods)) for key, periods in found.items()}

    @cached_property
    def breakdowns(self) -> Mapping[str, Breakdown]:
        """The breakdowns that anything is published by, and the parts of pairs, as the country has them."""
        known = breakdowns(self.country)
        published = {breakdown for _, breakdown, _ in self._stretches} & known.keys()
        parts = {part for breakdown in published for part in known[breakdown].parts}
        return {code: one for code, one in known.items() if code in published | parts}

    @cached_property
    def status_counts(self) -> tuple[StatusCount, ...]:
        """How many cells of each indicator and period have each status."""
        columns = ", ".join(StatusCount._fields)
        return tuple(StatusCount(*row) for row in self._rows(f"select {columns} from status_count"))

    def categories(self, indicator: str, period_kind: str) -> Mapping[str, tuple[str, ...]]:
        """What an indicator is split by in periods of a kind: the categories of each breakdown in reading order."""
        return {
            code: tuple(category for category in one.categories if category in stretches)
            for code, one in self.breakdowns.items()
            if (stretches := self._stretches.get((indicator, code, period_kind)))
        }

    def size(self, indicator: str, period_kind: str, category: Category = ALL) -> int:
        """How many cells there are of a category in all periods of a kind."""
        first, last = self._stretch(indicator, period_kind, category) or (0, -1)
        return last - first + 1

    def cells(
        self,
        indicator: str,
        first: Period,
        last: Period,
        areas: Sequence[str] | None = None,
        category: Category = ALL,
    ) -> list[Cell]:
        """Cells of one indicator and category from `first` to `last` (both included, of one kind), by period and area.

        `areas` None means every area.
        """
        stretch = self._stretch(indicator, first.kind, category)
        asked = {"first": str(first), "last": str(last), "areas": None if areas is None else list(areas)}
        return [cell for _, cell in self._cells(_CELLS, stretch, **asked)]

    def two_periods(
        self, indicator: str, earlier: Period, later: Period, category: Category = ALL
    ) -> tuple[Mapping[str, Cell], Mapping[str, Cell]]:
        """Cells of every area in two periods of one kind, by area: one question to the file instead of two."""
        if _in_a_row(category[0]):
            told = self.abreast((indicator, period, category) for period in (earlier, later))
            return told[indicator, earlier, category], told[indicator, later, category]
        stretch = self._stretch(indicator, earlier.kind, category)
        found: dict[str, dict[str, Cell]] = {str(earlier): {}, str(later): {}}
        for _, cell in self._cells(_TWO_PERIODS, stretch, earlier=str(earlier), later=str(later)):
            found[cell.period][cell.area] = cell
        return found[str(earlier)], found[str(later)]

    def split(
        self, indicator: str, breakdown: str, period: Period, areas: Sequence[str] | None = None
    ) -> Mapping[Category, list[Cell]]:
        """Cells of one period of everybody and of every category of a breakdown, each by area."""
        stretches = self._stretches.get((indicator, breakdown, period.kind), {})
        groups = [ALL, *((breakdown, name) for name in stretches)]
        in_rows = [(indicator, period, group) for group in groups if _in_a_row(group[0])]
        found = {group: row.made(areas) for (*_, group), row in self.abreast(in_rows).items()}
        if _in_a_row(breakdown):
            return found
        found |= {group: [] for group in groups[1:]}
        asked = {"first": str(period), "last": str(period), "areas": None if areas is None else list(areas)}
        for category, cell in self._cells(_CELLS, _together(stretches.values()), **asked):
            found[breakdown, category].append(cell)
        return found

    def series(
        self,
        areas: Iterable[str],
        period_kinds: Iterable[str],
        category: Category = ALL,
    ) -> Mapping[tuple[str, str, str], Series]:
        """The cells of some areas in all periods, by area, indicator and period kind.

        One question to the file for all indicators; there are none of pairs of breakdowns.
        """
        asked = {
            ".".join((*category, area, kind)): (area, kind) for area, kind in product(areas, period_kinds)
        }
        found = {}
        for key, named, periods, cells in self._rows(_SERIES, {"keys": list(asked)}):
            area, kind = asked[key]
            found[area, named, kind] = Series(area, periods, cells)
        return found

    def development(
        self,
        indicator: str,
        periods: Mapping[str, Sequence[Period]],
        areas: Sequence[str],
        category: Category = ALL,
    ) -> Mapping[tuple[str, str], Mapping[str, Cell]]:
        """The cells of some areas by period, oldest first, for each area and period kind.

        They are those of the periods of each kind, and may be those of more.
        """
        if _in_a_row(category[0]):
            series = self.series(areas, periods, category)
            return {
                (area, kind): series.get((area, indicator, kind), {}) for area in areas for kind in periods
            }
        found = {(area, kind): dict[str, Cell]() for area in areas for kind in periods}
        for kind, some in periods.items():
            for cell in self.cells(indicator, some[0], some[-1], areas, category) if some else ():
                found[cell.area, kind][cell.period] = cell
        return found

    def abreast(
        self, asked: Iterable[tuple[str, Period, Category]]
    ) -> Mapping[tuple[str, Period, Category], Abreast]:
        """The cells of all areas, for each indicator, period and category that is asked for.

        One question to the file; of pairs of breakdowns, and where there are no cells, what is found is empty.
        """
        keys = {".".join((one[0], *one[2], one[1].kind, str(one[1]))): one for one in asked}
        found = {one: Abreast(str(one[1])) for one in keys.values()}
        for key, areas, cells in self._rows(_STANDING, {"keys": list(keys)}):
            found[keys[key]] = Abreast(str(keys[key][1]), areas, cells)
        return found

    def tiles(self, day: date) -> dict[str, tuple[int, int]]:
        """Column and row of each area's tile in the tile map of a day; empty when no layout stood then."""
        return {
            area: (column, row)
            for area, column, row, first, last in self._tiles
            if (first is None or first <= day) and (last is None or day <= last)
        }

    @cached_property
    def bounded(self) -> frozenset[str]:
        """The levels whose borders the country has."""
        return frozenset(level for (level,) in self._rows("select level from boundary"))

    def boundary(self, level: str) -> str | None:
        """Borders of a level's areas as GeoJSON, if the country has them."""
        rows = self._rows("select geojson from boundary where level = $level", {"level": level})
        return rows[0][0] if rows else None

    @cached_property
    def _tiles(self) -> Rows:
        return self._rows(_TILES)

    @cached_property
    def _stretches(self) -> Mapping[tuple[str, str, str], Mapping[str, tuple[int, int]]]:
        """First and last row of every category, by indicator, breakdown and period kind."""
        found: dict[tuple[str, str, str], dict[str, tuple[int, int]]] = {}
        for indicator, breakdown, kind, category, *rows in self._rows(
            "select indicator, breakdown, period_kind, category, first_row, last_row from cell_stretch"
        ):
            found.setdefault((indicator, breakdown, kind), {})[category] = (rows[0], rows[1])
        return found

    def _stretch(self, indicator: str, period_kind: str, category: Category) -> tuple[int, int] | None:
        breakdown, name = category
        return self._stretches.get((indicator, breakdown, period_kind), {}).get(name)

    def _cells(
        self, statement: str, stretch: tuple[int, int] | None, **asked: Any
    ) -> Iterable[tuple[str, Cell]]:
        if stretch is None:
            return []
        values = {"first_row": stretch[0], "last_row": stretch[1], **asked}
        return [(row[0], cell_of(row)) for row in self._rows(statement, values)]

    def _read_country(self) -> Country:
        [(profile,)] = self._rows("select profile from country")
        return country_from_rows(
            json.loads(profile),
            self._rows("select * from area order by code"),
            self._rows("select * from membership order by all"),
            self._rows("select * from succession order by all"),
        )


def _in_a_row(breakdown: str) -> bool:
    """Whether cells of a breakdown are written in rows as well: they are unless it is a pair."""
    return "." not in breakdown


def _together(stretches: Iterable[tuple[int, int]]) -> tuple[int, int] | None:
    """The rows from the first of some stretches that lie together to their last."""
    ends = [end for stretch in stretches for end in stretch]
    return (min(ends), max(ends)) if ends else None
