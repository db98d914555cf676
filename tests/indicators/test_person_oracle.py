"""Whatever is counted of persons, counted twice: by the portal's SQL, and by sets and dictionaries."""

import os
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import HealthCheck, event, example, given, settings

from indicators.catalogue import read_catalogue
from tests.support.person_oracle import Slot
from tests.support.person_oracle_drawing import draw
from tests.support.person_oracle_figures import NOTHING, Sought, Table, figures_of, table_of
from tests.support.person_oracle_loading import count_register
from tests.support.person_oracle_register import Register
from tests.support.person_worlds import registers
from tests.support.worlds import empty_warehouse
from warehouse.connection import Connection

FIGURES = figures_of(read_catalogue())
COUNTED = {figure.measure for figure in FIGURES}
INDICATORS = [indicator for indicator in read_catalogue() if COUNTED & set(indicator.measures)]
WORLDS = int(os.environ.get("PERSON_WORLDS", "25"))
"""How many worlds are drawn; many more take a while and find what is rare."""

CORNERS = draw(
    person_states="""
        who    | valid_from | valid_to   | area | birth_year | sex    | origin
        young  | 2020-01-01 |            |      | 2009       |        |
        old    | 2020-01-01 |            | A    | 1957       | male   | western
        mover  | 2020-01-01 | 2024-02-01 | A    | 1980       | female | native
        mover  | 2024-02-01 |            | C    | 1980       | female | native
        back   | 2020-01-01 | 2024-04-01 | A    | 1980       | female | native
        back   | 2024-04-01 | 2024-05-01 | C    | 1980       | female | native
        back   | 2024-05-01 |            | A    | 1980       | female | native
        twin   | 2020-01-01 |            | B    | 1999       | male   | non_western
        gone   | 2020-01-01 | 2024-03-02 | B    | 1980       | male   | native
    """,
    benefit_spells="""
        who    | scheme | start_on   | end_on     | degree
        young  | first  | 2024-01-01 | 2024-03-01 | 100
        old    | first  | 2024-01-01 | 2024-03-01 | 100
        mover  | first  | 2024-01-10 | 2024-02-01 | 100
        mover  | second | 2024-02-01 | 2024-02-20 | 50
        back   | first  | 2024-03-05 | 2024-06-20 | 100
        twin   | third  | 2024-02-10 | 2024-04-10 | 40
        twin   | third  | 2024-02-10 | 2024-04-10 | 60
        twin   | third  | 2024-06-01 | 2024-07-01 | 100
        twin   | third  | 2024-08-01 | 2024-09-01 | 100
        gone   | second | 2024-02-15 | 2024-04-15 | 100
        nobody | first  | 2024-05-01 |            | 100
    """,
    cases="""
        who   | case_id | opened_on  | closed_on
        back  | back    | 2024-03-10 | 2024-06-10
        mover | first   | 2024-01-10 | 2024-02-01
        mover | second  | 2024-02-01 | 2024-02-20
    """,
    case_events="""
        who   | case_id | kind    | happened_on | due_on
        back  | back    | plan    | 2024-04-20  |
        back  | back    | contact | 2024-03-20  | 2024-03-20
        mover | first   | plan    | 2024-01-31  |
        mover | second  | contact |             | 2024-02-10
    """,
    registrations="""
        who   | start_on   | end_on
        back  | 2024-01-01 | 2024-02-01
        back  | 2024-02-01 | 2024-03-15
        back  | 2024-03-01 | 2024-03-20
    """,
    activities="""
        who   | start_on   | end_on
        back  | 2024-02-01 | 2024-03-15
        back  | 2024-03-10 | 2024-04-01
        twin  | 2024-04-01 |
    """,
)
"""People whom the arithmetic of windows has lost before: too young with nothing else known of them, a scheme before a
move and another after it, somewhere else for one month, the same row twice, months a month apart, gone or never known.
"""


@pytest.fixture(scope="module")
def warehouse() -> Iterator[Connection]:
    with empty_warehouse() as connection:
        yield connection


@pytest.mark.slow
@settings(max_examples=WORLDS, deadline=None, suppress_health_check=list(HealthCheck))
@example(CORNERS)
@given(registers())
def test_both_ways_count_the_same(warehouse: Connection, register: Register) -> None:
    counted = count_register(warehouse, register, INDICATORS)
    assert counted.keys() == {figure.name for figure in FIGURES}
    for figure in FIGURES:
        expected = table_of(register, figure)
        event(f"{figure.name}: {'something' if any(expected.values()) else 'nothing'}")
        check(figure, counted[figure.name], expected)


def check(figure: Sought, counted: dict[Slot, Decimal | None], expected: Table) -> None:
    """Assert that there is a figure in each place where one must be, and nowhere else, and that each is right."""
    missing, odd = expected.keys() - counted.keys(), counted.keys() - expected.keys()
    assert not missing, f"{figure.name} lacks {len(missing)} places: {sorted(missing)[:3]}"
    assert not odd, f"{figure.name} has {len(odd)} places too many: {sorted(odd)[:3]}"
    wrong = [slot for slot, value in expected.items() if counted[slot] != told(value)]
    shown = [f"{slot} is {counted[slot]}, should be {told(expected[slot])}" for slot in sorted(wrong)[:3]]
    assert not wrong, f"{figure.name} is wrong in {len(wrong)} places:\n" + "\n".join(shown)


def told(value: Fraction | None) -> Decimal | None:
    """The value with four decimals, as it is kept."""
    if value is None or value is NOTHING:
        return None if value is None else Decimal(0)
    return (Decimal(value.numerator) / value.denominator).quantize(Decimal("0.0001"), ROUND_HALF_UP)
