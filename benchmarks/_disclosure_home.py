"""Methods of protection tried on a home: on some figures in full, and on the totals of all."""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pandas as pd

from benchmarks._disclosure import (
    METHODS,
    Cells,
    Method,
    Tally,
    cells_shown,
    count_errors,
    known,
    per_cent,
    places_moved,
    share_errors,
    shares_shown,
    shown_by,
    thirds,
)
from indicators.catalogue import Indicator
from indicators.counting import Figure
from indicators.disclosure.attack import Evidence, Release
from indicators.disclosure.attack.bounds import Bounds, unknown
from indicators.disclosure.attack.figure_laws import FigureLaws
from indicators.disclosure.attack.grid import Array, Grid, grid_of
from indicators.disclosure.attack.laws import ALL
from indicators.disclosure.splitting import Above
from warehouse.connection import Connection
from warehouse.periods import MONTHS, parse_period

SIZE = "benefit_days persons"
"""What tells how large a municipality is: not every country delivers its population, but all know who is on benefit."""

RANKED_FROM = 100
"""The least published denominator of a share that is ranked."""

YEAR = 12
_TRUE_CELL = (Path(__file__).parent / "sql" / "true_cell.sql").read_text(encoding="utf-8")


class Counted(NamedTuple):
    """A figure before protection on its grid: values, persons (both NaN where not counted), and the keys of cells."""

    grid: Grid
    true: Array
    persons: Array
    keys: Array

    def cells(self, of_persons: bool = False) -> Cells:
        """What is rounded: the values, or of durations the persons behind them."""
        return Cells(self.grid, self.persons if of_persons else self.true, self.keys)


@dataclass(frozen=True)
class InFull:
    """What a method does to some figures in all their cells; the lists are as in `_disclosure`."""

    known: list[Tally]
    errors: list[Tally]
    shown: list[Tally]

    def __add__(self, other: "InFull") -> "InFull":
        """Those of both."""
        pairs = ((self.known, other.known), (self.errors, other.errors), (self.shown, other.shown))
        return InFull(*([a + b for a, b in zip(mine, theirs, strict=True)] for mine, theirs in pairs))


@dataclass(frozen=True)
class OfTotals:
    """What a method does to totals of all figures: errors of shares, places moved by thirds, and what is kept.

    `kept` tells of the median municipality's indicators of its latest year and month how many have a figure.
    """

    errors: list[Tally]
    moved: list[float]
    kept: list[Tally]


def in_full(release: Release, name: str, seed: int) -> list[InFull]:
    """A figure protected and attacked by each method."""
    [evidence] = release.evidence({name})
    counted = read_counted(release.connection, name, evidence.bounds.grid, totals=False)
    areas = areas_above(release, counted.grid)

    def by(method: Method) -> InFull:
        shown = shown_by(method, counted.cells(), areas, seed)
        return InFull(
            known(_attacked(release, evidence, method, shown), counted.true),
            count_errors(counted.true, shown),
            cells_shown(counted.grid, counted.true, shown),
        )

    with ThreadPoolExecutor(os.cpu_count()) as threads:
        return list(threads.map(by, METHODS))


def of_totals(release: Release, seed: int) -> Iterator[OfTotals]:
    """The totals of all figures protected by each method in turn."""
    figures = {one.name: one for one in counted_figures(release)}
    grid = _grid_of_totals(release, list(figures))
    counted = {name: read_counted(release.connection, name, grid, totals=True) for name in figures}
    areas = areas_above(release, grid)
    for method in METHODS:
        shown = {
            name: shown_by(method, one.cells(figures[name].is_duration), areas, seed)
            for name, one in counted.items()
        }
        yield _Totals(release, grid, counted, shown).found()


def _attacked(release: Release, evidence: Evidence, method: Method, shown: Array) -> Bounds:
    """What can be known of a figure by whoever sees all that a method shows of it."""
    bounds = unknown(evidence.bounds.grid, evidence.bounds.days)
    windows, parts, areas = np.nonzero(~np.isnan(shown))
    figures = shown[windows, parts, areas]
    bounds.tell((windows, parts, areas), figures, method.rounding, np.ones(len(figures), bool))
    FigureLaws(release.places, release.bases, replace(evidence, bounds=bounds)).narrow()
    return bounds


def _grid_of_totals(release: Release, names: Sequence[str]) -> Grid:
    grids = [one.bounds.grid for one in release.evidence(set(names))]
    return grid_of({window for grid in grids for window in grid.windows}, [ALL], grids[0].areas)


@dataclass(frozen=True)
class _Totals:
    """Totals of all figures as counted and as shown; of durations the persons behind them are shown."""

    release: Release
    grid: Grid
    counted: Mapping[str, Counted]
    shown: Mapping[str, Array]

    def found(self) -> OfTotals:
        """Everything that is measured of totals."""
        municipalities = self._municipalities()
        latest = self.grid.window_at[max(window for window in self.grid.windows if window[1] == YEAR)]
        sizes = self.counted[SIZE].true[latest, 0, municipalities]
        order = np.argsort(sizes, kind="stable")
        median = municipalities[order[len(order) // 2]]
        moved = np.concatenate([one[:, None] for one in self._moves(municipalities)], axis=1)
        errors = [list(share_errors(*self._share(one))) for one in self.release.orders]
        return OfTotals(
            [sum(some, Tally()) for some in zip(*errors, strict=True)],
            [float(np.nanmedian(moved[third])) for third in thirds(sizes)],
            [self._kept(median, length) for length in (YEAR, 1)],
        )

    def _municipalities(self) -> Array:
        country = self.release.country
        base = {code for code, level in country.levels.items() if level.role == "base"}
        return np.array(
            [
                number
                for number, code in enumerate(self.grid.areas)
                if country.areas[code].level in base and country.areas[code].valid_to is None
            ]
        )

    def _share(self, pair: tuple[str, str]) -> tuple[tuple[Array, Array], tuple[Array, Array]]:
        """Numerators and denominators, true and shown."""
        above, below = pair
        least = self.release.country.protection.ratio_from
        return (
            (self.counted[above].true, self.counted[below].true),
            shares_shown(self.shown[above], self.shown[below], least),
        )

    def _moves(self, municipalities: Array) -> Iterator[Array]:
        """Of each share how far every municipality moves in its latest year."""
        for pair in self.release.orders:
            true, (above, below) = self._share(pair)
            shown = shares_shown(above, below, RANKED_FROM)
            with np.errstate(divide="ignore", invalid="ignore"):
                both = [per_cent(*one)[:, 0, municipalities] for one in (true, shown)]
            years = [
                number
                for number, (_, length) in enumerate(self.grid.windows)
                if length == YEAR and not np.isnan(both[0][number]).all()
            ]
            yield places_moved(both[0][years[-1]], both[1][years[-1]])

    def _kept(self, area: int, length: int) -> Tally:
        kept = [
            self._has_figure(indicator, area, length)
            for indicator in self.release.indicators
            if any(MONTHS[kind] == length for kind in indicator.periods)
            and all(one.is_counted for one in self.release.made_of[indicator.id])
        ]
        return Tally(sum(kept), len(kept))

    def _has_figure(self, indicator: Indicator, area: int, length: int) -> bool:
        """Whether an indicator has a figure of an area in the latest window of a length."""
        figures = self.release.made_of[indicator.id]
        protection = self.release.country.protection
        windows = [
            number
            for number, window in enumerate(self.grid.windows)
            if window[1] == length
            and all(not np.isnan(self.counted[one.name].persons[number]).all() for one in figures)
        ]
        shown = [self.shown[one.name][windows[-1], 0, area] for one in figures]
        if figures[0].is_duration:
            return bool(shown[0] >= protection.least_persons)
        return bool(~np.isnan(shown).any() and (len(shown) == 1 or shown[1] >= protection.ratio_from))


def counted_figures(release: Release) -> list[Figure]:
    """The figures that are counted from records of persons, durations too."""
    made = (one for figures in release.made_of.values() for one in figures if one.is_counted)
    return list(dict.fromkeys(made))


def areas_above(release: Release, grid: Grid) -> list[Above]:
    """What each area of a grid is a part of."""
    at = grid.area_at
    return [
        Above(at[one.area], at[one.above], one.from_month, one.to_month)
        for one in release.places.parts()
        if one.area in at and one.above in at
    ]


def read_counted(connection: Connection, name: str, grid: Grid, totals: bool) -> Counted:
    """The true cells of a figure, from the warehouse; of its totals alone if asked for."""
    rows = connection.execute(_TRUE_CELL, {"figure": name, "totals": totals}).df()
    places = (
        _numbers(
            rows,
            ("period_kind", "period"),
            lambda kind, text: grid.window_at.get((parse_period(text, kind).last, MONTHS[kind]), -1),
        ),
        _numbers(rows, ("breakdown", "category"), lambda *part: grid.part_at.get(part, -1)),
        _numbers(rows, ("area",), lambda area: grid.area_at.get(area, -1)),
    )
    there = np.min(places, axis=0) >= 0
    where = tuple(one[there] for one in places)
    true, persons = np.full(grid.shape, np.nan), np.full(grid.shape, np.nan)
    keys = np.zeros(grid.shape, np.uint64)
    true[where] = rows["value"].to_numpy(float)[there]
    persons[where] = rows["contributors"].to_numpy(float)[there]
    keys[where] = rows["cell_key"].to_numpy(np.uint64)[there]
    return Counted(grid, true, persons, keys)


def _numbers(rows: pd.DataFrame, columns: Sequence[str], number: Callable[..., int]) -> Array:
    """The number of each row by what stands in some columns; asked for once of equal ones."""
    groups = rows.groupby(list(columns), observed=True).ngroup()
    firsts = ~groups.duplicated()
    found = np.empty(int(firsts.sum()), int)
    found[groups[firsts]] = [number(*key) for key in rows.loc[firsts, list(columns)].itertuples(index=False)]
    numbers: Array = found[groups]
    return numbers
