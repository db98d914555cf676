"""What a release tells of each figure that is counted from records of persons, read from its public tables alone."""

import json
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np

from indicators.catalogue import Indicator, indicator_from_json
from indicators.counting.areas import Places, base_areas
from indicators.counting.figures import Figure, Wanted, adds_up, plan
from indicators.counting.ground import parts_of
from indicators.disclosure.attack.bounds import UNKNOWN, Bounds, Cells, Rounding, places_of, some_of, unknown
from indicators.disclosure.attack.elsewhere import Elsewhere, columns_of
from indicators.disclosure.attack.grid import Array, Grid, Window, grid_of
from indicators.disclosure.attack.ways import parts_of_others, reached, ways_among
from indicators.measure import measure_of
from warehouse.areas import Country, country_from_rows
from warehouse.breakdowns import breakdowns
from warehouse.connection import Connection, run_sql
from warehouse.periods import MONTHS, Period, parse_period

_SQL = Path(__file__).parents[2] / "sql" / "attack"

_SHARES = ("percent",)
"""Units of which a figure says what part of a whole something is: then what is counted above is counted below too."""

_NUMBERS = ("value", "numerator", "denominator")


@dataclass(frozen=True)
class Evidence:
    """One figure as a release tells of it. `adds_up` is persons, events or days (of full-time persons).

    `within` tells that its persons have the state that another measure gives them.
    """

    name: str
    adds_up: str
    within: bool
    bounds: Bounds


@dataclass(frozen=True)
class _Telling:
    """An indicator that tells of a figure: as its value, its numerator or its denominator."""

    indicator: Indicator
    role: str
    counted_above: bool
    counted_below: bool


class Release:
    """The release whose public tables are in the schema or file `portal`.

    `reach` is how far a count may be from its figure at most; base - 1 with the method that releases use. `elsewhere`
    are cells that are told of outside the release.
    """

    def __init__(
        self, connection: Connection, reach: int | None = None, elsewhere: Sequence[Elsewhere] = ()
    ) -> None:
        self.connection = connection
        self._elsewhere = elsewhere
        self.country = self._read_country()
        base = self.country.protection.base
        self.rounding = Rounding(base, base - 1 if reach is None else reach)
        defined = [indicator_from_json(text) for (text,) in self._rows("indicator", "definition")]
        self.indicators = [one for one in defined if one.measures]
        self._measures = {name: measure_of(name, sql) for name, sql in self._rows("measure", "measure, sql")}
        self.made_of, self._wanted = plan(self.indicators, self._measures)

    @cached_property
    def bases(self) -> tuple[str, ...]:
        """The areas that people are counted in first."""
        months = [period.last for periods in self._periods.values() for period in periods]
        return tuple(base_areas(self.country, range(min(months), max(months) + 1), frozenset(self.areas)))

    @cached_property
    def places(self) -> Places:
        """Where people count; the last month counted is told by the figures that follow nobody up."""
        lasts = [
            period.last + figure.follow_up_months
            for (indicator, _), periods in self._periods.items()
            for figure in self.made_of[indicator]
            if figure.is_counted
            for period in periods
        ]
        return Places(self.country, max(lasts, default=0))

    @cached_property
    def areas(self) -> tuple[str, ...]:
        """Every area that the release tells of."""
        told = {area for (area,) in self._rows("cell", "distinct area")}
        return tuple(area for area in self.country.areas if area in told)

    @cached_property
    def orders(self) -> tuple[tuple[str, str], ...]:
        """Pairs of figures by name: the first counts a part of what the second counts."""
        pairs = [self.made_of[one.id] for one in self.indicators if one.unit in _SHARES and one.denominator]
        counted = [(above, below) for above, below in pairs if above.is_counted and below.is_counted]
        shares = {(above.name, below.name) for above, below in counted if not above.is_duration}
        known = {figure.name for figure in self._wanted}
        return tuple(sorted(shares | {pair for pair in parts_of_others() if known >= set(pair)}))

    def evidence(self, names: Set[str] | None = None) -> Iterator[Evidence]:
        """What is told of each figure (or those named) that is counted from records of persons, durations left out."""
        for figure, wanted in self._wanted.items():
            if figure.is_counted and not figure.is_duration and (names is None or figure.name in names):
                yield self._evidence(figure, wanted)

    def linked(self, names: Set[str]) -> set[str]:
        """What may be known otherwise when less is shown of these: figures told beside them, and all bound to such."""
        counted = ({one.name for one in figures} for figures in self.made_of.values())
        shown = {name for pair in counted if pair & names for name in pair}
        return reached(names | shown, self.bound)

    @property
    def bound(self) -> list[set[str]]:
        """Pairs of figures by name of which one counts a part of the other."""
        ways = ways_among({figure.name for figure in self._wanted})
        return [set(pair) for pair in (*self.orders, *(way[:2] for way in ways))]

    def _evidence(self, figure: Figure, wanted: Wanted) -> Evidence:
        adds = adds_up(figure, self._measures)
        tellings = list(self._tellings(figure))
        grid = grid_of(self._windows(tellings), self._parts(wanted), self._grid_areas())
        bounds = unknown(grid, days=adds == "days")
        for telling in tellings:
            self._take(bounds, telling, self._told(bounds.grid, telling.indicator))
            self._hear(bounds, telling)
        return Evidence(figure.name, adds, bool(figure.within), bounds)

    def _tellings(self, figure: Figure) -> Iterator[_Telling]:
        for indicator in self.indicators:
            figures = self.made_of[indicator.id]
            roles = ("value",) if len(figures) == 1 else ("numerator", "denominator")
            for one, role in zip(figures, roles, strict=True):
                if one == figure:
                    yield _Telling(indicator, role, figures[0].is_counted, figures[-1].is_counted)

    def _windows(self, tellings: Sequence[_Telling]) -> set[Window]:
        """The windows that are told of, and the months that they consist of."""
        ids = {one.indicator.id for one in tellings}
        told = {
            (period.last, MONTHS[kind])
            for (indicator, kind), periods in self._periods.items()
            for period in periods
            if indicator in ids
        }
        return told | {(month, 1) for last, length in told for month in range(last - length + 1, last + 1)}

    def _parts(self, wanted: Wanted) -> list[tuple[str, str]]:
        known = {"all", *breakdowns(self.country)}
        return [
            (one.breakdown, one.category)
            for one in parts_of(self.country)
            if one.breakdown in wanted.breakdowns & known
            and (not one.own or (one.breakdown, one.category) in self._told_categories)
        ]

    @cached_property
    def _told_categories(self) -> frozenset[tuple[str, str]]:
        """The categories that the release tells of: nobody is in one that needs a source that is not delivered."""
        return frozenset(self._rows("cell", "distinct breakdown, category"))

    def _grid_areas(self) -> list[str]:
        told = {*self.areas, *self.bases}
        return [area for area in self.country.areas if area in told]

    @cached_property
    def _periods(self) -> Mapping[tuple[str, str], tuple[Period, ...]]:
        found: dict[tuple[str, str], list[Period]] = {}
        for indicator, kind, period in self._rows("cell_period", "indicator, period_kind, period"):
            if indicator in self.made_of:  # differences of what is shown tell nothing more
                found.setdefault((indicator, kind), []).append(parse_period(period, kind))
        return {key: tuple(periods) for key, periods in found.items()}

    def _hear(self, bounds: Bounds, telling: _Telling) -> None:
        """Tell what is said elsewhere of a figure."""
        heard = [one for one in self._elsewhere if one.indicator == telling.indicator.id]
        self._take(bounds, telling, columns_of((one for one in heard if not one.exact), bounds.grid))
        exact = columns_of((one for one in heard if one.exact), bounds.grid)
        numbers = exact[telling.role]
        known = ~np.isnan(numbers)
        bounds.narrow(places_of(exact, known), numbers[known], numbers[known])

    def _take(self, bounds: Bounds, telling: _Telling, told: Mapping[str, Array]) -> None:
        """Tell what an indicator's cells say of a figure."""
        few = told["too_few"]
        places = places_of(told, ~few)
        cells = {name: told[name][~few] for name in _NUMBERS}
        if telling.role == "numerator":
            self._numerator(bounds, places, cells, telling)
        else:
            bounds.tell(places, cells[telling.role], self.rounding, np.ones(len(places[0]), bool))
        if telling.role == "denominator" and not telling.counted_above:
            self._under_delivered(bounds, places, cells, telling.indicator)
        self._take_few(bounds, telling, places_of(told, few))

    def _take_few(self, bounds: Bounds, telling: _Telling, places: Cells) -> None:
        """Tell of cells too small for a ratio: one of its parts is less than it must be.

        Of a sum of money over a count it is not known which of the two; over what was delivered it is the money.
        """
        protection = self.country.protection
        is_money = self._measures[telling.indicator.numerator].is_money
        if telling.role == "denominator" and not is_money:
            self._less_than(bounds, places, protection.ratio_from)
        if telling.role == "numerator" and is_money and protection.money and not telling.counted_below:
            self._less_than(bounds, places, protection.money.least(protection.base))

    def _less_than(self, bounds: Bounds, places: Cells, shown_from: int) -> None:
        """Tell of figures that are multiples of the base, and less than those that are shown."""
        base = self.rounding.base
        most = (shown_from - 1) // base * base
        off = self.rounding.farthest if bounds.days else self.rounding.reach
        bounds.narrow(places, np.zeros(len(places[0])), np.full(len(places[0]), most + off))

    def _numerator(
        self, bounds: Bounds, places: Cells, cells: Mapping[str, Array], telling: _Telling
    ) -> None:
        """Tell of the numerator, and of what the ratio gives away if it was not made of the numerator shown."""
        indicator = telling.indicator
        clipped = indicator.unit in _SHARES
        own = cells["numerator"] < cells["denominator"] if clipped else np.ones(len(cells["value"]), bool)
        told = own | telling.counted_below
        bounds.tell(some_of(places, told), cells["numerator"][told], self.rounding, own[told])
        self._at_least(bounds, some_of(places, ~told), cells["numerator"][~told])
        half = 0.5 / 10**indicator.decimals + 1e-9
        lowest, highest = ((cells["value"] + sign * half) / indicator.per for sign in (-1, 1))
        below, above = cells["denominator"], cells["numerator"]
        apart = (above < lowest * below - 1e-6) | (above > highest * below + 1e-6)
        off = self.rounding.farthest if telling.counted_below else 0  # the ratio may be made of a true one
        least, most = lowest * (below - off), highest * (below + off)
        bounds.narrow(some_of(places, apart), least[apart], most[apart])

    def _under_delivered(
        self, bounds: Bounds, places: Cells, cells: Mapping[str, Array], indicator: Indicator
    ) -> None:
        """Tell what a delivered number over a count gives away of it if it was not divided by the count shown.

        The number is public, so a quotient by the true count would tell that as exactly as the quotient is written.
        """
        above, below = indicator.per * cells["numerator"], cells["denominator"]
        half = 0.5 / 10**indicator.decimals + 1e-9
        least, lower = above / (cells["value"] + half), np.maximum(cells["value"] - half, 0)
        most = np.divide(above, lower, out=np.full(len(above), float(UNKNOWN)), where=lower > 0)
        apart = (below < least - 1e-6) | (below > most + 1e-6)
        bounds.narrow(some_of(places, apart), least[apart], most[apart])

    def _at_least(self, bounds: Bounds, places: Cells, figures: Array) -> None:
        """Tell of figures that were made as small as a delivered number: rounded they are as large, or larger."""
        off = self.rounding.farthest if bounds.days else self.rounding.reach
        bounds.narrow(places, np.maximum(figures - off, 0), np.full(len(figures), UNKNOWN))

    def _told(self, grid: Grid, indicator: Indicator) -> Mapping[str, Array]:
        self.number_grid(grid, {indicator.id})
        statement = (_SQL / "told.sql").read_text(encoding="utf-8")
        columns: Mapping[str, Any] = self.connection.execute(
            statement, {"indicator": indicator.id}
        ).fetchnumpy()
        return {
            name: np.ma.filled(column, np.nan) if name in _NUMBERS else column
            for name, column in columns.items()
        }

    def number_grid(self, grid: Grid, indicators: Set[str]) -> None:
        """Make the temporary tables that give the periods of these indicators, parts and areas their numbers."""
        kinds = {
            (period.kind, str(period), grid.window_at[period.last, MONTHS[period.kind]])
            for (indicator, _), periods in self._periods.items()
            if indicator in indicators
            for period in periods
        }
        self._number("attacked_window", sorted(kinds), "period_kinds", "periods")
        parts = [(*part, number) for part, number in grid.part_at.items()]
        self._number("attacked_part", parts, "breakdowns", "categories")
        self._number("attacked_area", list(grid.area_at.items()), "areas")

    def _number(self, table: str, rows: Sequence[tuple[Any, ...]], *names: str) -> None:
        columns = zip(*rows, strict=True) if rows else ((),) * (len(names) + 1)
        values = {name: list(column) for name, column in zip((*names, "numbers"), columns, strict=True)}
        run_sql(self.connection, _SQL / f"{table}.sql", values)

    def _read_country(self) -> Country:
        [(profile,)] = self._rows("country", "profile")
        return country_from_rows(
            json.loads(profile), *(self._rows(table, "*") for table in ("area", "membership", "succession"))
        )

    def _rows(self, table: str, columns: str) -> list[tuple[Any, ...]]:
        return self.connection.execute(f"select {columns} from portal.{table}").fetchall()
