"""The figures that indicators are made of, in `measure_figure`: as delivered, or counted and protected."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from indicators.calendar import make_calendar
from indicators.catalogue import Indicator
from indicators.counting import (
    Figure,
    Wanted,
    adds_up_workplaces,
    count_figure,
    known_months,
    measure_sql,
    plan,
    prepare_counting,
)
from indicators.counting.cube import Columns
from indicators.disclosure import Judge, make_person_keys, protect, protect_durations
from indicators.disclosure import prepare as prepare_protection
from indicators.disclosure.shares import largest_shares
from indicators.measure import Measure
from warehouse.areas import Country
from warehouse.connection import Connection, run_sql

SQL = Path(__file__).parent / "sql"


class Figures:
    """Makes figures one by one; needs `calendar`. `adds` tells of delivered measures whether they add over areas."""

    def __init__(
        self,
        connection: Connection,
        country: Country,
        measures: Mapping[str, Measure],
        *,
        adds: Mapping[str, bool],
        key: bytes,
        progress: Callable[[str], object],
    ) -> None:
        self.connection = connection
        self.country = country
        self.measures = measures
        self.adds = adds
        self.key = key
        self.progress = progress
        self.months = known_months(connection)
        self.clear()

    @contextmanager
    def beside(self) -> Iterator["Figures"]:
        """The same through a connection of its own, which has temporary tables of its own, `calendar` among them."""
        with closing(self.connection.cursor()) as own:
            make_calendar(own)
            yield Figures(
                own, self.country, self.measures, adds=self.adds, key=self.key, progress=self.progress
            )

    def clear(self) -> None:
        """No figure stands in `measure_figure`."""
        run_sql(self.connection, SQL / "scratch" / "measure_figure.sql")

    def in_turn(self, indicators: Sequence[Indicator]) -> Iterator[tuple[Indicator, tuple[Figure, ...]]]:
        """Each indicator with its figures, numerator first, while these stand in `measure_figure`.

        A figure is made once, when it is first needed, and let go after the last indicator that needs it.
        """
        figures, wanted = plan(indicators, self.measures)
        if any(figure.is_counted for figure in wanted):
            make_person_keys(self.connection, self.key)
            prepare_counting(self.connection, self.country, self.months)
            prepare_protection(self.connection, self.country, self.months.stop - 1)
        last_use = {figure: indicator for indicator in indicators for figure in figures[indicator.id]}
        for indicator in indicators:
            for figure in figures[indicator.id]:
                if figure in wanted:
                    self._make(figure, wanted.pop(figure))
            yield indicator, figures[indicator.id]
            for figure in figures[indicator.id]:
                if last_use[figure] is indicator:
                    run_sql(self.connection, SQL / "scratch" / "forget_figure.sql", {"figure": figure.name})

    def _make(self, figure: Figure, wanted: Wanted) -> None:
        self.progress(f"Counting {figure.name} …")
        if figure.is_counted:
            count_figure(self.connection, figure, wanted, self.measures, self.months)
            self.protect(figure)
        else:
            self.take_delivered(figure.measure)

    def take_delivered(self, measure: str) -> None:
        """The measure's figures for every area: as delivered, then summed, then carried back to successors.

        What is withheld is hidden first, so that nothing is made of it.
        """
        self.connection.execute(f"create or replace temp table measure_row as\n{measure_sql(measure)}")
        named = {"measure": measure}
        run_sql(self.connection, SQL / "measure" / "withheld.sql", named)
        adds = self.adds[measure]
        run_sql(self.connection, SQL / "measure" / "delivered.sql", named)
        if adds:
            residual = [code for code, level in self.country.levels.items() if level.role == "residual"]
            values = {**named, "residual_levels": residual}
            run_sql(self.connection, SQL / "measure" / "rolled_up.sql", values)
        run_sql(self.connection, SQL / "measure" / "before_its_time.sql", {**named, "adds": adds})

    def protect(self, figure: Figure, judge: Judge | None = None) -> None:
        """Take the cells of `counted_cell` up, protected; without a judge they are all that the figure has."""
        named = (self.connection, self.country.protection, self.key, figure.name)
        provisional_from = self.months.stop - self.country.provisional_months - figure.follow_up_months
        if figure.is_duration:
            protect_durations(
                *named,
                statistic=figure.count,
                at_days=figure.at_days or None,
                provisional_from=provisional_from,
                step=self._step(figure),
                judge=judge,
            )
        else:
            least = self.least_behind(figure)
            shares = self.shares(figure) if least and judge is None else None
            protect(*named, provisional_from=provisional_from, least_behind=least, shares=shares, judge=judge)

    def least_behind(self, figure: Figure) -> int:
        """How many must be behind a figure that is shown; 0 where everybody counts for one, which rounding hides."""
        return self.country.protection.least_workplaces if adds_up_workplaces(figure, self.measures) else 0

    def shares(self, figure: Figure) -> Columns:
        """What the largest employer counts for in a prepared figure that adds up what they do."""
        return largest_shares(self.connection, figure, self.measures, self.months)

    def _step(self, figure: Figure) -> int:
        """What a statistic of amounts is a multiple of: 1, or of money what the country says; 0 for one of lengths."""
        if not figure.of_amounts:
            return 0
        money = self.country.protection.money
        return money.step if money and self.measures[figure.measure].is_money else 1
