"""Whatever is counted of persons, counted twice: by the portal's SQL, and by sets and dictionaries."""

import os
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import HealthCheck, event, example, given, settings

from indicators.catalogue import read_catalogue
from tests.support.person_oracle import Slot
from tests.support.person_oracle_corners import corners
from tests.support.person_oracle_figures import NOTHING, Sought, Table, figures_of, table_of
from tests.support.person_oracle_loading import count_register
from tests.support.person_oracle_register import Register
from tests.support.person_worlds import registers
from tests.support.worlds import empty_warehouse
from warehouse.connection import Connection

FIGURES = figures_of(read_catalogue())
COUNTED = {figure.measure for figure in FIGURES}
INDICATORS = [indicator for indicator in read_catalogue() if COUNTED & set(indicator.measures)]
WORLDS = int(os.environ.get("PERSON_WORLDS", "20"))
"""How many worlds are drawn; many more take a while and find what is rare."""


@pytest.fixture(scope="module")
def warehouse() -> Iterator[Connection]:
    with empty_warehouse() as connection:
        yield connection


@pytest.mark.slow
@settings(max_examples=WORLDS, deadline=None, suppress_health_check=list(HealthCheck))
@example(corners())
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
