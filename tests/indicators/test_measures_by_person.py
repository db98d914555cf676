"""What each measure tells of each person, seen before it is put into places and periods: the same as the oracle.

Some of it lies outside all periods that are counted, where no figure would show a slip.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from etl.core import rebuild
from indicators.catalogue import MEASURES, read_catalogue
from indicators.counting.statements import measure_sql
from indicators.measure import read_measures
from tests.support.person_oracle_corners import corners
from tests.support.person_oracle_every_measure import EVENTS, SPANS, SPELLS
from tests.support.person_oracle_loading import load_register
from tests.support.person_oracle_register import Register, days_from
from tests.support.planted_people import crowd
from tests.support.worlds import empty_warehouse
from warehouse.connection import Connection

Told = tuple[Connection, Register]

MEASURED = read_measures(MEASURES)

PARAMETERS = {
    measure: one.parameters for one in read_catalogue() for measure in one.measures if one.parameters
}
"""What is bound to the SQL of each measure that needs something: as an indicator gives it."""


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


def rows_of(connection: Connection, measure: str) -> list[tuple[Any, ...]]:
    sql = measure_sql(measure)
    values = {name: value for name, value in PARAMETERS.get(measure, {}).items() if f"${name}" in sql}
    rows = connection.execute(sql, values).fetchall()
    return [(str(person), category or "", *others) for person, category, *others in rows]


@pytest.mark.parametrize("measure", SPANS)
def test_spans_hold_the_days_that_count_and_none_of_them_is_without_a_day(told: Told, measure: str) -> None:
    connection, register = told
    found: dict[tuple[str, str, date], int] = {}
    for person, category, start, end, degree in rows_of(connection, measure):
        assert end is None or start < end < register.horizon
        found |= dict.fromkeys(
            ((person, category, day) for day in days_from(start, end or register.horizon)), degree
        )
    assert found == {
        (person, category, day): degree
        for person in register.people
        for category, days in SPANS[measure](register, person).items()
        for day, degree in days.items()
    }


@pytest.mark.parametrize("measure", EVENTS)
def test_events_happen_when_they_should(told: Told, measure: str) -> None:
    connection, register = told
    tells_destinations = "destination" in MEASURED[measure].columns
    nowhere = () if tells_destinations else ("",)
    assert Counter((*row, *nowhere) for row in rows_of(connection, measure)) == Counter(
        (person, *event) for person in register.people for event in EVENTS[measure](register, person)
    )


@pytest.mark.parametrize("measure", SPELLS)
def test_spells_are_as_long_as_they_are_known_to_be(told: Told, measure: str) -> None:
    connection, register = told
    found = Counter(
        (person, category, start, (end - start).days, ended)
        for person, category, start, end, _, ended in rows_of(connection, measure)
    )
    assert found == Counter(
        (person, *spell) for person in register.people for spell in SPELLS[measure](register, person)
    )
