"""A world of counted and protected figures, and what must become of them: each threshold and each flag is met."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import partial
from itertools import product
from random import Random

from indicators.catalogue import Indicator, in_currency, read_catalogue
from indicators.cells import write_cells
from indicators.comparison.intervals import rounding_error
from tests.support.oracle import Expected, Found, Oracle, Slot, Split, flagged, quotient, why_none
from tests.support.person_oracle_drawing import ROLES
from tests.support.person_oracle_drawing import draw as draw_register
from tests.support.person_oracle_loading import PROTECTED, country_of
from tests.support.planted_comparing import Compared, Row, rows_in, rows_of
from tests.support.protecting import SQL, make_calendar_of, months_of
from tests.support.worlds import Figure, World, draw
from warehouse.areas import Country
from warehouse.connection import Connection, append, run_sql
from warehouse.country_tables import write_country
from warehouse.periods import Period, parse_period

PLACES = draw(
    """
    code  | level        | first      | last
    XX    | country      |            |
    A     | municipality |            |
    B     | municipality |            |
    C     | municipality | 2020-01-01 |
    D     | municipality |            | 2024-02-29
    E     | municipality | 2024-03-01 |
    F     | municipality |            | 2024-03-31
    G     | municipality | 2024-04-01 |
    H     | municipality |            | 2024-01-30
    I     | municipality |            | 2024-01-14
    J     | municipality |            | 2024-02-14
    K     | municipality | 2024-01-31 |
    L     | municipality |            | 2024-03-31
    M     | municipality |            | 2024-01-19
    nil   | municipality |            |
    XX-NS | residual     |            |
    not   | residual     |            |
    """,
    "",
    steps="""
    code | successor | on
    D    | E         | 2024-03-01
    F    | G         | 2024-04-01
    L    | G         | 2024-04-01
    F    | A         | 2024-04-01
    H    | C         | 2024-01-31
    I    | B         | 2024-01-15
    M    | B         | 2024-01-20
    J    | C         | 2024-02-15
    """,
)
"""D becomes E, which is no break; F is split between A and G, which L goes into whole; B takes in I and M, and C takes
in H and J. Nothing is ever told of two areas, one of them residual.
"""

_NAMED = {one.id: one for one in read_catalogue()}
SHARE = replace(
    _NAMED["open_cases_with_plan"], periods=("month", "quarter", "rolling_year"), breakdowns=("sex",)
)
RATE = replace(
    _NAMED["placements_per_100_registered"],
    decimals=2,
    periods=("month", "quarter", "year"),
    breakdowns=("sex", "age"),
)
MONEY = replace(_NAMED["payments_per_full_time_recipient"], breakdowns=("sex", "age"))
WEEKS = replace(_NAMED["weeks_to_first_activity"], periods=("quarter",), breakdowns=("sex",))

RECORDS = {
    SHARE.id: {"cases", "case_events", "person_states"},
    RATE.id: {"placements", "registrations", "person_states"},
    MONEY.id: {"payments", "benefit_spells", "person_states"},
    WEEKS.id: {"activities", "benefit_spells", "person_states"},
}
"""The sources that each is counted from."""

CHANGES = [
    ("cases", "2024-03"),
    ("case_events", "2024-04"),
    ("registrations", "2024-05"),
    ("payments", "2024-Q3"),
    ("activities", "2024-02"),
    ("benefit_spells", "2024-05"),
    ("benefit_spells", "2024-08"),
    ("pensions", "2024-01"),
]
"""From when on the records of a source are others."""

BREAKS = [
    ("open_cases", "2024-02"),
    ("open_cases_with_plan", "2024-03"),
    ("placements", "2024-05"),
    ("registered_days", "2024-11"),
    ("population", "2024-01"),
]
MONTHS = [f"2024-{month:02}" for month in range(1, 13)]
PERIODS: Mapping[str, Mapping[str, list[str]]] = {
    "open_cases_with_plan": {
        "month": MONTHS[:4],
        "quarter": ["2024-Q1", "2024-Q2"],
        "rolling_year": ["2023-12", "2024-01", "2024-03", "2024-06"],
        "year": ["2024"],
    },
    "open_cases": {"month": MONTHS[:5], "rolling_year": [*MONTHS[:3], "2024-06"]},
    "placements": {
        "month": MONTHS[1:5],
        "quarter": ["2024-Q2"],
        "year": ["2024"],
        "rolling_year": ["2024-12"],
    },
    "registered_days": {"month": MONTHS, "rolling_year": ["2024-12"]},
    "payments": {"quarter": ["2024-Q1", "2024-Q3", "2024-Q4"], "rolling_year": ["2024-06"]},
    "benefit_days": {"quarter": ["2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4"], "rolling_year": ["2024-06"]},
    "spells_until_activity": {"month": MONTHS[:2], "quarter": ["2024-Q1", "2024-Q2"]},
}
SPLITS: tuple[Split, ...] = (("all", "all"), ("sex", "female"), ("sex", "not_stated"), ("age", "not_stated"))
VALUES = ("0", "1", "5", "25", "29.9999", "30", "35", "45", "50", "55", "60", "65", "99", "100", "105", "333")
NEVER_TOLD = {"nil", "not"}
STATUSES = ("value",) * 30 + ("suppressed", "withdrawn", "not_available", "too_few", "beyond")
FLAGS = ("summed", "predecessors", "rounded", "provisional", "wide")


@dataclass
class CountedOracle(Oracle):
    """Answers what each cell of counted figures must be: they stand as they are, and protection has its rules."""

    country: Country

    def figure(self, measure: str, split: Split, period: Period, area: str) -> Found | None:
        """The figure as it was counted."""
        return self.delivered.get((measure, split, period, area))

    def with_break(self, indicator: Indicator, slot: Slot, cell: Expected) -> Expected:
        """The cell, flagged as well where records change that it rests on, or its area is another than before."""
        _, period, area = slot
        changes = [
            parse_period(start).starts_on for source, start in CHANGES if source in RECORDS[indicator.id]
        ]
        return flagged(super().with_break(indicator, slot, cell), period, [*changes, *self.anew(area)])

    def anew(self, area: str) -> Iterator[date]:
        """The days on which an area took in something but what it was made of, or a part of what was split."""
        for step in self.world.steps:
            parts = sum(one.code == step.code for one in self.world.steps)
            if step.successor == area and (parts > 1 or self.places[area].first != step.on):
                yield step.on

    def ratio(self, indicator: Indicator, above: Found | None, below: Found | None) -> Expected:
        """The one by the other, where what was rounded is large enough."""
        if reason := why_none(above, below):
            return Expected(reason)
        rules = self.country.protection
        least = rules.money.least(rules.base) if indicator.numerator == "payments" else 0
        up, down = "rounded" in above.flags, "rounded" in below.flags
        if (up and above.value < least) or (down and below.value < rules.ratio_from):
            return Expected("too_few")
        if not below.value:
            return Expected("not_applicable")
        is_cut = indicator.unit == "percent" and (up or down)
        shown = above._replace(value=min(above.value, below.value)) if is_cut else above
        error = rounding_error(rules.base)
        cell = quotient(indicator, shown, below, (error * up, error * down))
        is_wide = (up or down) and (below.value < rules.wide_below or above.value < 2 * least)
        return cell._replace(flags=cell.flags - {"wide"} | ({"wide"} if is_wide else set()))


def counted(connection: Connection) -> Iterator[Compared]:
    """The cells of each indicator, made of the same figures, and what the oracle says of them."""
    world = World(PLACES.places, [], PLACES.steps, list(_figures(Random(5))), breaks=BREAKS, roles=ROLES)
    country = _country()
    write_country(connection, country)
    breaks = [[measure, period, "{}"] for measure, period in BREAKS]
    connection.executemany("insert into core.series_break values (?, ?, ?)", breaks)
    make_calendar_of(connection, range(months_of("2022-12"), months_of("2025-03")))
    run_sql(connection, SQL / "scratch" / "measure_figure.sql")
    append(connection, "measure_figure", map(_as_counted, world.figures))
    oracle = CountedOracle(world, country)
    for indicator in (SHARE, RATE, in_currency(MONEY, country), WEEKS):
        expected = rows_of(indicator.id, oracle.slots(indicator))
        yield Compared(indicator.id, partial(_made, connection, indicator, country), expected)


def _made(connection: Connection, indicator: Indicator, country: Country) -> list[Row]:
    connection.execute("delete from mart.cell")
    write_cells(connection, indicator, country, *indicator.measures)
    return rows_in(connection, "mart.cell")


def _country() -> Country:
    register = replace(draw_register(), places=PLACES.places, members=[], steps=PLACES.steps)
    country = country_of(register, PROTECTED)
    breaks = [{"source": source, "period": period, "note": {}} for source, period in CHANGES]
    persons = {**country.profile["persons"], "breaks": breaks}
    return replace(country, profile={**country.profile, "persons": persons})


def _figures(dice: Random) -> Iterator[Figure]:
    slots = [(measure, *one) for measure, told in PERIODS.items() for one in told.items()]
    periods = [(measure, kind, period) for measure, kind, told in slots for period in told]
    for (measure, kind, period), split, place in product(periods, SPLITS, PLACES.places):
        if place.code not in NEVER_TOLD and dice.random() < 0.95:
            status = dice.choice(STATUSES)
            value = Decimal(dice.choice(VALUES)) if status == "value" else None
            flags = frozenset(flag for flag in FLAGS if dice.random() < 0.4)
            yield Figure(measure, place.code, period, value, status, *split, kind, flags)


def _as_counted(figure: Figure) -> Mapping[str, object]:
    """A figure's row among those that cells are made of."""
    told = ("measure", "breakdown", "category", "period_kind", "period", "area", "value", "status")
    where = (figure.measure, figure.breakdown, figure.category, figure.kind, figure.period, figure.area)
    row = dict(zip(told, (*where, figure.value, figure.status), strict=True))
    return row | {flag: flag in figure.flags for flag in FLAGS}
