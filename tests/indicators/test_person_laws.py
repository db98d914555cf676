"""Laws that hold of every count of persons, whoever counts: how figures add up, and which bound which."""

import os
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache, cached_property

import pytest
from hypothesis import HealthCheck, example, given, settings

from etl.core import rebuild
from indicators.catalogue import read_catalogue
from indicators.compute import compute_cells
from tests.support.person_oracle import Slot
from tests.support.person_oracle_corners import corners
from tests.support.person_oracle_every_measure import EVENTS, SPELLS
from tests.support.person_oracle_figures import Sought, figures_of, parts_of
from tests.support.person_oracle_loading import count_register, load_register
from tests.support.person_oracle_register import Register
from tests.support.person_oracle_sums import sums_over_areas
from tests.support.person_worlds import registers
from tests.support.worlds import empty_warehouse
from warehouse.connection import Connection, transaction
from warehouse.periods import Period, parse_period

FIGURES = {figure.name: figure for figure in figures_of(read_catalogue())}
PARTS = parts_of(read_catalogue())
COUNTED = {figure.measure for figure in FIGURES.values()}
INDICATORS = [indicator for indicator in read_catalogue() if COUNTED & set(indicator.measures)]
WORLDS = int(os.environ.get("PERSON_WORLDS", "3"))
CLOSE = Decimal("0.001")
"""Full-time persons are kept with four decimals, so a sum of them is a little off."""

pytestmark = pytest.mark.slow
few_worlds = settings(max_examples=WORLDS, deadline=None, suppress_health_check=list(HealthCheck))


@dataclass(frozen=True)
class Counted:
    """A register, and every figure that is counted of it."""

    register: Register
    tables: Mapping[str, Mapping[Slot, Decimal | None]]

    @cached_property
    def sums(self) -> dict[str, dict[Slot, Decimal]]:
        """The figures that add over areas and categories of persons: all but durations and levels."""
        return {
            name: {slot: value for slot, value in self.tables.get(name, {}).items() if value is not None}
            for name, figure in FIGURES.items()
            if figure.measure not in SPELLS and not figure.is_level
        }

    def figures(self, statistic: str) -> Iterator[tuple[Sought, dict[Slot, Decimal]]]:
        """The figures of persons, events or full-time persons."""
        for name, table in self.sums.items():
            kind = "events" if FIGURES[name].measure in EVENTS else FIGURES[name].statistic
            if kind == statistic:
                yield FIGURES[name], table


Breach = str
Law = Callable[[Counted], Iterator[Breach]]


def adds_over_areas(counted: Counted) -> Iterator[Breach]:
    """Base and residual areas make the country; so do the regions, with the areas that are in none."""
    areas_above = cache(counted.register.areas_above)
    for name, table in counted.sums.items():
        for sums in sums_over_areas(counted.register, table, areas_above):
            yield from _unequal(name, sums, {slot: table[slot] for slot in sums})


def adds_over_categories(counted: Counted) -> Iterator[Breach]:
    """The categories of persons make the whole, alone and within another category."""
    for name, table in counted.sums.items():
        sums: dict[Slot, Decimal] = defaultdict(Decimal)
        for slot, value in table.items():
            first, _, second = slot.breakdown.rpartition(".")
            if second not in {"all", "scheme"}:
                category = slot.category.rpartition(".")[0]
                sums[
                    slot._replace(breakdown=first or "all", category=f"{category or 'all'} by {second}")
                ] += value
        wholes = {slot: table[slot._replace(category=slot.category.split(" by ")[0])] for slot in sums}
        yield from _unequal(name, sums, wholes)


def schemes_add_for_all_but_persons(counted: Counted) -> Iterator[Breach]:
    """Of events and full-time persons the schemes make the whole."""
    for statistic in ("events", "amount"):
        for figure, table in counted.figures(statistic):
            sums: dict[Slot, Decimal] = defaultdict(Decimal)
            for slot, value in table.items():
                if slot.breakdown == "scheme":
                    sums[slot._replace(breakdown="all", category="all")] += value
            yield from _unequal(figure.name, sums, {slot: table[slot] for slot in sums})


def a_rolling_year_to_december_is_the_year(counted: Counted) -> Iterator[Breach]:
    """Two names for the same months."""
    for name, table in counted.tables.items():
        for slot, value in table.items():
            if slot.period_kind == "year" and "rolling_year" in FIGURES[name].period_kinds:
                rolling = slot._replace(period_kind="rolling_year", period=f"{slot.period}-12")
                if table[rolling] != value:
                    yield f"{name}: {slot} is {value}, rolling {table[rolling]}"


def one_scheme_a_day_is_no_more_than_all_of_them(counted: Counted) -> Iterator[Breach]:
    """Overlaps resolved never count more than overlaps added up."""
    naive = counted.sums["benefit_days amount"]
    resolved = counted.sums["benefit_days_resolved amount"]
    yield from _above("overlaps resolved", resolved, {slot: naive[slot] for slot in resolved})


def no_part_is_above_its_whole(counted: Counted) -> Iterator[Breach]:
    """Where an indicator is a share, what is above the line never exceeds what is below it."""
    for indicator in INDICATORS:
        if indicator.unit == "percent" and indicator.denominator and indicator.denominator in COUNTED:
            above, below = (counted.sums[figure.name] for figure in PARTS[indicator.id])
            yield from _above(
                indicator.id, {slot: above[slot] for slot in above.keys() & below.keys()}, below
            )


def a_longer_window_with_the_same_end_counts_no_fewer(counted: Counted) -> Iterator[Breach]:
    """A month has no more persons than the quarter, nor this than the year, that ends with it: in each place."""
    for figure, table in counted.figures("persons"):
        ends = {
            (slot._replace(period_kind="", period=""), slot.period_kind, _period(slot).last): slot
            for slot in table
        }
        for (place, kind, last), slot in ends.items():
            for longer in {"month": ("quarter", "rolling_year"), "quarter": ("rolling_year",)}.get(kind, ()):
                other = ends.get((place, longer, last))
                if other and table[slot] > table[other]:
                    yield f"{figure.name}: {slot} is {table[slot]}, {other} {table[other]}"


def no_more_persons_than_in_the_parts_of_the_window(counted: Counted) -> Iterator[Breach]:
    """In the country, where nobody's state matters, a quarter has at most the persons of its months together."""
    for figure, table in counted.figures("persons"):
        for slot, value in table.items() if "month" in figure.period_kinds else ():
            if slot.area == "XX" and slot.breakdown in {"all", "scheme"} and slot.period_kind != "month":
                parts = sum(
                    table[slot._replace(period_kind="month", period=str(Period("month", month)))]
                    for month in _period(slot).months
                )
                if value > parts:
                    yield f"{figure.name}: {slot} is {value}, its months {parts}"


def events_add_over_time(counted: Counted) -> Iterator[Breach]:
    """Where no membership changes, what happens in a quarter or a year is what happens in its months.

    An area that took in another one is not told of before, and neither is what it became.
    """
    register = counted.register
    known = {
        area
        for area in register.around.places
        if register.roles[register.around.places[area].level] == "base"
    }
    grown = {
        step.successor for step in register.steps if register.around.places[step.successor].first != step.on
    }
    while more := {step.successor for step in register.steps if step.code in grown} - grown:
        grown |= more
    stable = {"XX"} | known - grown
    monthly = [one for one in counted.figures("events") if "month" in one[0].period_kinds]
    for figure, table in monthly:
        for slot, value in table.items():
            if slot.period_kind != "month" and slot.area in stable and "." not in slot.breakdown:
                months = [str(Period("month", month)) for month in _period(slot).months]
                parts = sum(table.get(slot._replace(period_kind="month", period=one), 0) for one in months)
                if value != parts:
                    yield f"{figure.name}: {slot} is {value}, its months {parts}"


def nobody_is_more_than_one_full_time_person(counted: Counted) -> Iterator[Breach]:
    """Within a month in each place, over longer windows in the country: full-time persons are no more than persons."""
    people = counted.sums["benefit_days persons"]
    resolved = counted.sums["benefit_days_resolved amount"]
    naive = counted.sums["benefit_days amount"]
    told = {
        **{slot: resolved[slot] for slot in resolved if slot.breakdown != "scheme"},
        **{slot: naive[slot] for slot in naive if slot.breakdown == "scheme"},
    }
    lawful = {
        slot: value
        for slot, value in told.items()
        if slot.period_kind == "month" or (slot.area == "XX" and slot.breakdown in {"all", "scheme"})
    }
    yield from _above("full-time persons", lawful, people)


def no_scheme_has_more_persons_than_all_in_a_month(counted: Counted) -> Iterator[Breach]:
    """Everybody on one scheme is on any: within a month in each place, over longer windows in the country."""
    for figure, table in counted.figures("persons"):
        schemes = {
            slot: value
            for slot, value in table.items()
            if slot.breakdown == "scheme" and (slot.period_kind == "month" or slot.area == "XX")
        }
        wholes = {slot: table[slot._replace(breakdown="all", category="all")] for slot in schemes}
        yield from _above(figure.name, schemes, wholes)


LAWS: tuple[Law, ...] = (
    adds_over_areas,
    adds_over_categories,
    schemes_add_for_all_but_persons,
    a_rolling_year_to_december_is_the_year,
    one_scheme_a_day_is_no_more_than_all_of_them,
    no_part_is_above_its_whole,
    a_longer_window_with_the_same_end_counts_no_fewer,
    no_more_persons_than_in_the_parts_of_the_window,
    events_add_over_time,
    nobody_is_more_than_one_full_time_person,
    no_scheme_has_more_persons_than_all_in_a_month,
)


@pytest.fixture(scope="module")
def warehouse() -> Iterator[Connection]:
    with empty_warehouse() as connection:
        yield connection


@few_worlds
@example(corners())
@given(registers())
def test_every_law_holds(warehouse: Connection, register: Register) -> None:
    counted = Counted(register, count_register(warehouse, register, INDICATORS))
    broken = {law.__name__: list(law(counted))[:3] for law in LAWS}
    assert not {name: breaches for name, breaches in broken.items() if breaches}


@few_worlds
@given(registers())
def test_a_survival_never_rises(warehouse: Connection, register: Register) -> None:
    [survival] = [indicator for indicator in INDICATORS if indicator.statistic == "survival"]
    days = [1, 14, 28, 91, 182, 300]
    later = [replace(survival, id=f"after_{day}", at_days=day, breakdowns=("scheme",)) for day in days]
    tables = [table for _, table in sorted(count_register(warehouse, register, later).items(), key=_days)]
    assert len(tables) == len(days)
    for slot in tables[0]:
        known = [table[slot] for table in tables if table[slot] is not None]
        assert known == sorted(known, reverse=True)


@settings(few_worlds, max_examples=max(WORLDS // 4, 1))
@given(registers())
def test_computing_again_changes_nothing(warehouse: Connection, register: Register) -> None:
    compute(warehouse, register)
    kept = ("cell", "counted")
    for table in kept:
        warehouse.execute(f"create or replace temp table {table}_before as from mart.{table}")
    rows = {source: list(reversed(told)) for source, told in register.rows.items()}
    compute(warehouse, replace(register, rows=rows))
    for table in kept:
        for one, other in ((f"{table}_before", f"mart.{table}"), (f"mart.{table}", f"{table}_before")):
            assert warehouse.execute(f"from {one} except all from {other} limit 3").fetchall() == []


def compute(warehouse: Connection, register: Register) -> None:
    """All that computing does, protection too."""
    with transaction(warehouse):
        rebuild(warehouse, load_register(warehouse, register))
        compute_cells(warehouse, INDICATORS, lambda _: None, b"of a world")


def _days(named: tuple[str, Mapping[Slot, Decimal | None]]) -> int:
    return int(named[0].split(" at ")[1].split()[0])


def _period(slot: Slot) -> Period:
    return parse_period(slot.period, slot.period_kind)


def _unequal(
    name: str, sums: Mapping[Slot, Decimal], wholes: Mapping[Slot, Decimal | None]
) -> Iterator[Breach]:
    for slot, value in sums.items():
        if abs(value - (wholes[slot] or 0)) > CLOSE:
            yield f"{name}: the parts of {slot} make {value}, the whole is {wholes[slot]}"


def _above(name: str, parts: Mapping[Slot, Decimal], wholes: Mapping[Slot, Decimal]) -> Iterator[Breach]:
    for slot, value in parts.items():
        if value > wholes[slot] + CLOSE:
            yield f"{name}: {slot} is {value}, more than {wholes[slot]}"
