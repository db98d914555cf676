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
    BEYOND,
    LARGEST,
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
    "BEYOND",
    "LARGEST",
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
_IN_ROWS = (_SQL / "in_rows.sql").read_text(encoding="utf-8")
_PROFILE = (_SQL / "profile.sql").read_text(encoding="utf-8")


OfAll = tuple[str, Period, Category]
"""An indicator, a period and a category: the cells of all areas stand in a row."""

Along = tuple[str, str, str]
"""An indicator, an area and a period kind: the cells of all periods stand in a row."""


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
        """What two_periods gives, and the cells of some areas by period, oldest first.

        It is one question to the file, and two of pairs of breakdowns.
        """
        kind, standing = periods[0].kind, [(indicator, period, category) for period in periods]
        if _along(category[0]):
            keys = [(indicator, area, kind) for area in areas]
            abreast, along = self._in_rows(standing, keys, category)
            series: Mapping[str, Mapping[str, Cell]] = {one[1]: along.get(one, {}) for one in keys}
        else:
            abreast = self.abreast(standing)
            told = self.development(indicator, {kind: self.periods[indicator, kind]}, areas, category)
            series = {area: told[area, kind] for area in areas}
        before, now = (abreast[one] for one in standing)
        return before, now.whole(), series

    def series(self, asked: Iterable[Along], category: Category = ALL) -> Mapping[Along, Series]:
        """The cells in all periods of an indicator, an area and a period kind, for each that is asked for.

        One question to the file; there are none of pairs of breakdowns.
        """
        return self._in_rows((), asked, category)[1]

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
            asked = [(indicator, area, kind) for area in areas for kind in periods]
            series = self.series(asked, category)
            return {(area, kind): series.get((named, area, kind), {}) for named, area, kind in asked}
        found = {(area, kind): dict[str, Cell]() for area in areas for kind in periods}
        for kind, some in periods.items():
            for cell in self.cells(indicator, some[0], some[-1], areas, category) if some else ():
                found[cell.area, kind][cell.period] = cell
        return found

    def abreast(self, asked: Iterable[OfAll]) -> Mapping[OfAll, Abreast]:
        """The cells of all areas, for each indicator, period and category that is asked for.

        One question to the file; where there are no cells, what is found is empty.
        """
        return self._in_rows(asked, (), ALL)[0]

    def profiles(
        self, areas: Iterable[str], period_kinds: Iterable[str], category: Category = ALL
    ) -> Mapping[Along, Series]:
        """What `series` gives of all indicators, in one question."""
        lengthways = {".".join((*category, *one)): one for one in product(areas, period_kinds)}
        series = {}
        for key, indicator, names, cells in self._rows(_PROFILE, {"profiles": list(lengthways)}):
            area, kind = lengthways[key]
            series[indicator, area, kind] = Series(area, names, cells)
        return series

    def _in_rows(
        self, abreast: Iterable[OfAll], along: Iterable[Along], category: Category
    ) -> tuple[Mapping[OfAll, Abreast], Mapping[Along, Series]]:
        """What `abreast` gives, and what `series` gives, in one question."""
        across = _abreast_keys(abreast)
        lengthways = {".".join((one[0], *category, *one[1:])): one for one in along}
        found, series = _without_cells(across.values()), {}
        for key, names, cells in self._rows(_IN_ROWS, {"keys": [*across, *lengthways]}):
            if key in across:
                found[across[key]] = Abreast(str(across[key][1]), names, cells)
            else:
                series[lengthways[key]] = Series(lengthways[key][1], names, cells)
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


def _abreast_keys(asked: Iterable[OfAll]) -> dict[str, OfAll]:
    return {".".join((one[0], *one[2], one[1].kind, str(one[1]))): one for one in asked}


def _without_cells(asked: Iterable[OfAll]) -> dict[OfAll, Abreast]:
    return {one: Abreast(str(one[1])) for one in asked}
