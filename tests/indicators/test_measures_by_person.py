"""What each measure tells of each person, seen before it is put into places and periods: the same as the oracle.

Some of it lies outside all periods that are counted, where no figure would show a slip.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from etl.core import rebuild
from indicators.catalogue import MEASURES, read_catalogue
from indicators.counting.statements import measure_sql
from indicators.measure import read_measures
from tests.support.person_oracle_corners import corners
from tests.support.person_oracle_every_measure import (
    EVENTS,
    OF_WORKPLACES,
    SPANS,
    SPELLS,
    Parameters,
    parameters_of,
)
from tests.support.person_oracle_loading import load_register, names_of_workplaces
from tests.support.person_oracle_register import DAY, Register, days_from, month_of
from tests.support.person_shortened import shortened
from tests.support.planted_people import crowd
from tests.support.worlds import empty_warehouse
from warehouse.connection import Connection

Told = tuple[Connection, Register]

MEASURED = read_measures(MEASURES)


def combinations() -> dict[tuple[str, Parameters], Mapping[str, int]]:
    """Each measure with each set of the parameters that it takes, and what is bound to its SQL with these."""
    return {
        (measure, parameters_of(measure, one.parameters)): one.parameters
        for one in (*read_catalogue(), *shortened(read_catalogue()))
        for measure in one.measures
        if measure in {*SPANS, *EVENTS, *SPELLS}
    }


GIVEN = combinations()

IN_KNOWN_MONTHS = {
    *("benefit_days_not_stated", "benefit_spells_under_way", "many_schemes_days"),
    *("passive_days", "very_long_term_months"),
}
"""Measures of whole months: what they say of months that are not counted is of no matter."""


def each_of(measures: Collection[str]) -> pytest.MarkDecorator:
    """A test of each of these measures with each set of parameters."""
    chosen = [one for one in GIVEN if one[0] in measures]
    names = ["-".join([measure, *(f"{name}={value}" for name, value in used)]) for measure, used in chosen]
    return pytest.mark.parametrize(("measure", "used"), chosen, ids=names)


ADDING_UP = {"open_positions", "employees", "payments"}
"""Measures whose spans add up where several hold on a day."""


def followed_long() -> Register:
    """The crowd, with work known so long that exits which are not sure could be followed up."""
    everybody = crowd()
    return replace(everybody, known={**everybody.known, "work_months": (date(2024, 1, 1), date(2025, 9, 1))})


def followed_short() -> Register:
    """The crowd, with work known from March to August alone, and benefits not as long as activities."""
    everybody = crowd()
    known = {
        "work_months": (date(2024, 3, 1), date(2024, 9, 15)),
        "benefit_spells": (date(2023, 12, 10), date(2024, 12, 20)),
    }
    return replace(everybody, known={**everybody.known, **known})


@pytest.fixture(scope="module", params=[corners, crowd, followed_long, followed_short])
def told(request: pytest.FixtureRequest) -> Iterator[Told]:
    register = request.param()
    with empty_warehouse() as connection:
        rebuild(connection, load_register(connection, register))
        yield connection, register


def rows_of(connection: Connection, measure: str, used: Parameters) -> list[tuple[Any, ...]]:
    sql = measure_sql(measure)
    values = {name: value for name, value in GIVEN[measure, used].items() if f"${name}" in sql}
    rows = connection.execute(sql, values).fetchall()
    names = names_of_workplaces(connection) if measure in OF_WORKPLACES else {}
    told = [row[: len(row) - MEASURED[measure].is_money] for row in rows]
    return [(names.get(who, str(who)), category or "", *others) for who, category, *others in told]


def is_looked_at(register: Register, measure: str, day: date) -> bool:
    return measure not in IN_KNOWN_MONTHS or month_of(day) in register.months


@each_of(SPANS)
def test_spans_hold_the_days_that_count_and_none_of_them_is_without_a_day(
    told: Told, measure: str, used: Parameters
) -> None:
    connection, register = told
    found: dict[tuple[str, str, date], int] = {}
    for person, category, start, end, degree in rows_of(connection, measure, used):
        assert end is None or start < end
        assert end is None or end < register.horizon or measure in IN_KNOWN_MONTHS
        for day in days_from(start, min(end or register.horizon, register.horizon)):
            key = (person, category, day)
            found[key] = degree + (found.get(key, 0) if measure in ADDING_UP else 0)
    assert {key: degree for key, degree in found.items() if is_looked_at(register, measure, key[2])} == {
        (person, category, day): degree
        for person in register.people
        for category, days in SPANS[measure](register, person, **dict(used)).items()
        for day, degree in days.items()
        if is_looked_at(register, measure, day)
    }


@each_of(EVENTS)
def test_events_happen_when_they_should(told: Told, measure: str, used: Parameters) -> None:
    connection, register = told
    tells_ways = not {"destination", "came_from"}.isdisjoint(MEASURED[measure].columns)
    nowhere = () if tells_ways else ("",)
    assert Counter((*row, *nowhere) for row in rows_of(connection, measure, used)) == Counter(
        (person, *event)
        for person in register.people
        for event in EVENTS[measure](register, person, **dict(used))
    )


@each_of(SPELLS)
def test_spells_are_as_long_as_they_are_known_to_be(told: Told, measure: str, used: Parameters) -> None:
    connection, register = told
    found = Counter(
        (person, category, start, (end - start).days, ended)
        for person, category, start, end, _, ended in rows_of(connection, measure, used)
        if is_looked_at(register, measure, end - DAY)
    )
    assert found == Counter(
        (person, *spell)
        for person in register.people
        for spell in SPELLS[measure](register, person, **dict(used))
        if is_looked_at(register, measure, spell.last)
    )
