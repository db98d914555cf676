"""Typed reads of a published file: all that the site and the API know of the data."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property
from itertools import product
from pathlib import Path
from typing import Any

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
from warehouse.geography import Geography
from warehouse.periods import Period, parse_period
from warehouse.provenance import (
    CheckOutcome,
    DeliveredAudit,
    DeliveredFile,
    Delivery,
    QuarantineCount,
    Source,
)
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
_ROWS_OF_CELLS = (_SQL / "rows.sql").read_text(encoding="utf-8")


class Portal(Geography):
    """One release, open for reading. Safe to use from many threads at once."""

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
        """Cells of every area in two periods of one kind, by area: one question to the file instead of two.

        The later ones are made at once, since they are shown; of the earlier each when it is asked for.
        """
        told = self.abreast((indicator, period, category) for period in (earlier, later))
        return told[indicator, earlier, category], told[indicator, later, category].whole()

    def course(
        self, indicator: str, periods: tuple[Period, Period], areas: Sequence[str], category: Category = ALL
    ) -> tuple[Mapping[str, Cell], Mapping[str, Cell], Mapping[str, Mapping[str, Cell]]]:
        """What two_periods gives, and the cells of some areas by period, oldest first, in one question to the file."""
        kind, standing = periods[0].kind, [(indicator, period, category) for period in periods]
        if _along(category[0]):
            abreast, along = self.in_rows(standing, areas, (kind,), category)
            series: Mapping[str, Mapping[str, Cell]] = {
                area: along.get((area, indicator, kind), {}) for area in areas
            }
        else:
            every = [(indicator, period, category) for period in self.periods[indicator, kind]]
            abreast = self.abreast([*every, *standing])
            series = _of_areas(areas, (abreast[one] for one in every))
        before, now = (abreast[one] for one in standing)
        return before, now.whole(), series

    def split(
        self, indicator: str, breakdown: str, period: Period, areas: Sequence[str] | None = None
    ) -> Mapping[Category, list[Cell]]:
        """Cells of one period of everybody and of every category of a breakdown, each by area."""
        split = self._stretches.get((indicator, breakdown, period.kind), {})
        groups = [ALL, *((breakdown, name) for name in split)]
        told = self.abreast((indicator, period, group) for group in groups)
        return {group: row.made(areas) for (*_, group), row in told.items()}

    def series(
        self,
        areas: Iterable[str],
        period_kinds: Iterable[str],
        category: Category = ALL,
    ) -> Mapping[tuple[str, str, str], Series]:
        """The cells of some areas in all periods, by area, indicator and period kind.

        One question to the file for all indicators; there are none of pairs of breakdowns.
        """
        return self.in_rows((), areas, period_kinds, category)[1]

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
        if _along(category[0]):
            series = self.series(areas, periods, category)
            return {
                (area, kind): series.get((area, indicator, kind), {}) for area in areas for kind in periods
            }
        found: dict[tuple[str, str], Mapping[str, Cell]] = {}
        for kind, some in periods.items():
            abreast = self.abreast((indicator, period, category) for period in some)
            found |= {(area, kind): series for area, series in _of_areas(areas, abreast.values()).items()}
        return found

    def abreast(
        self, asked: Iterable[tuple[str, Period, Category]]
    ) -> Mapping[tuple[str, Period, Category], Abreast]:
        """The cells of all areas, for each indicator, period and category that is asked for.

        One question to the file; where there are no cells, what is found is empty.
        """
        return self.in_rows(asked, (), (), ALL)[0]

    def in_rows(
        self,
        abreast: Iterable[tuple[str, Period, Category]],
        areas: Iterable[str],
        period_kinds: Iterable[str],
        category: Category,
    ) -> tuple[Mapping[tuple[str, Period, Category], Abreast], Mapping[tuple[str, str, str], Series]]:
        """What `abreast` gives, and what `series` gives, in one question."""
        across = {".".join((one[0], *one[2], one[1].kind, str(one[1]))): one for one in abreast}
        along = {".".join((*category, *one)): one for one in product(areas, period_kinds)}
        found = {one: Abreast(str(one[1])) for one in across.values()}
        series = {}
        for key, indicator, names, cells in self._rows(
            _ROWS_OF_CELLS, {"abreast": list(across), "along": list(along)}
        ):
            if indicator is None:
                found[across[key]] = Abreast(str(across[key][1]), names, cells)
            else:
                area, kind = along[key]
                series[area, indicator, kind] = Series(area, names, cells)
        return found, series

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


def _along(breakdown: str) -> bool:
    """Whether the cells of an area in all periods are written in a row as well: they are unless it is of a pair."""
    return "." not in breakdown


def _of_areas(areas: Iterable[str], abreast: Iterable[Abreast]) -> dict[str, dict[str, Cell]]:
    """The cells of some areas by period, of the rows of these periods."""
    rows = list(abreast)
    return {area: {row.period: row[area] for row in rows if area in row} for area in areas}
