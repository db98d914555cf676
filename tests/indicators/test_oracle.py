"""The same cells two ways, on random tiny worlds in which collisions are likely."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from indicators.catalogue import Indicator, read_catalogue
from tests.support.oracle import Oracle, told
from tests.support.worlds import (
    Figure,
    Member,
    Place,
    Step,
    World,
    cells_in,
    compute_world,
    empty_warehouse,
)
from warehouse.connection import Connection

CATALOGUE = {indicator.id: indicator for indicator in read_catalogue()}
pytestmark = pytest.mark.slow

REFORMS = [date(2024, 1, 1), date(2024, 2, 1), date(2024, 4, 1)]
PERIODS = {
    "population": ["2024-01", "2024-02", "2024-03"],
    "social_assistance_recipients": ["2023-Q4", "2024-Q1"],
    "registered_unemployed_rate": ["2024-01", "2024-03"],
}
BREAKS = [(measure, period) for measure in PERIODS for period in ("2024-02", "2023-Q4")]
INDICATORS = (
    replace(CATALOGUE["social_assistance_per_1000"], decimals=1, breakdowns=("sex",)),
    replace(CATALOGUE["population"], breakdowns=("sex",)),
    CATALOGUE["registered_unemployed_rate"],
)


@st.composite
def worlds(draw: st.DrawFn) -> World:
    """Three municipalities in two regions, one reform, a few holes."""
    reform = draw(st.sampled_from(REFORMS))
    eve = date.fromordinal(reform.toordinal() - 1)
    steps = draw(st.sampled_from(["AB>D", "A>D", "A>D A>E", "AB>D B>E", "A>D D>E", ""]))
    places = [
        *(Place(code, "municipality", None, draw(st.sampled_from([None, eve]))) for code in "AB"),
        *(Place(code, "municipality") for code in "C"),
        *(Place(code, "municipality", draw(st.sampled_from([reform, reform, None]))) for code in "DE"),
        *(Place(code, "region") for code in "NS"),
        Place("X", "elsewhere"),
    ]
    members = [
        Member(
            group, code, draw(st.sampled_from([None, None, reform])), draw(st.sampled_from([None, None, eve]))
        )
        for group, code in draw(
            st.lists(st.tuples(st.sampled_from("NS"), st.sampled_from("ABCDX")), max_size=5)
        )
    ]
    return World(
        places,
        members,
        [Step(code, move[-1], reform) for move in steps.split() for code in move[:-2]],
        draw(figures()),
        frozenset({"registered_unemployed_rate"}),
        draw(st.lists(st.sampled_from(BREAKS), max_size=2, unique=True)),
    )


@st.composite
def figures(draw: st.DrawFn) -> list[Figure]:
    """A figure for each base area and period, save for a few that are hidden, missing or not sent."""
    holes = draw(
        st.dictionaries(st.integers(0, 40), st.sampled_from(["suppressed", "not_available", ""]), max_size=5)
    )
    extra = draw(st.sampled_from(["", "N", "X", "D"]))
    splits = draw(st.sampled_from([[("all", "all")], [("all", "all"), ("sex", "female")]]))
    found = []
    for measure, periods in PERIODS.items():
        for period in periods:
            for area in f"ABC{extra}":
                for split in splits:
                    status = holes.get(len(found) % 41, "value")
                    value = Decimal(draw(st.sampled_from([0, 1, 3, 7, 7, 16]))) if status == "value" else None
                    found.append(Figure(measure, area, period, value, status, *split))
    return [one for one in found if one.status]


@pytest.fixture(scope="module")
def warehouse() -> Iterator[Connection]:
    with empty_warehouse() as connection:
        yield connection


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(worlds())
def test_both_ways_give_the_same_cells(warehouse: Connection, world: World) -> None:
    compute_world(warehouse, world, *INDICATORS)
    computed = cells_in(warehouse)
    for indicator in INDICATORS:
        expected = Oracle(world).cells(indicator)
        assert {key: told(cell) for key, cell in computed.items() if key[0] == indicator.id} == expected
        for cell in expected.values():
            event(f"{cell.status} {' '.join(sorted(cell.flags))}")


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(worlds())
def test_the_laws_hold(warehouse: Connection, world: World) -> None:
    compute_world(warehouse, world, *INDICATORS)
    computed = cells_in(warehouse)
    for one in world.figures:
        cell = computed.get((_plain(one.measure), one.breakdown, one.category, one.period, one.area))
        if cell is not None and one.status != "not_available":
            assert (cell.value, cell.status) == (one.value, one.status)  # as published, untouched
    for cell in computed.values():
        if cell.status != "value":
            assert cell[:5] == (None,) * 5
        if cell.lower is not None and cell.upper is not None:
            assert cell.numerator <= cell.denominator
            assert cell.lower - Decimal("0.05") <= cell.value <= cell.upper + Decimal("0.05")
    compute_world(warehouse, world, *INDICATORS)
    assert cells_in(warehouse) == computed


def _plain(measure: str) -> str:
    plain: list[Indicator] = [one for one in INDICATORS if one.measures == (measure,)]
    return plain[0].id if plain else ""
