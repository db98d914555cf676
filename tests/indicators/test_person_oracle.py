"""Whatever is counted of persons, counted twice: by the portal's SQL, and by sets and dictionaries."""

import os
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, event, example, given, settings

from etl.core import rebuild
from indicators.catalogue import Indicator, read_catalogue
from indicators.compute import compute_cells
from tests.support.person_oracle import Slot
from tests.support.person_oracle_corners import corners
from tests.support.person_oracle_figures import (
    Sought,
    Table,
    as_kept,
    behind_of,
    counting_of,
    figures_of,
    parts_of,
    table_of,
)
from tests.support.person_oracle_loading import MONEY, UNPROTECTED, count_register, load_register
from tests.support.person_oracle_register import Register
from tests.support.person_shortened import shortened
from tests.support.person_worlds import registers
from tests.support.worlds import empty_warehouse
from warehouse.connection import Connection, transaction

INDICATORS = [one for one in shortened(read_catalogue()) if parts_of([one])]
FIGURES = figures_of(INDICATORS)
TO_THE_EDGES = [replace(one, lead_in_months=0, follow_up_months=0) for one in INDICATORS]
"""Counted in all periods that are known: the corners are known for a year, which is too short for some."""

OF_WHAT_IS_DELIVERED = {
    *("recipients_share_of_population", "very_long_term_share_of_population", "payments_per_inhabitant"),
    "programme_expenditure_per_registered",
}
"""Of those there is no population to divide by, or no expenditure to divide."""

WORLDS = int(os.environ.get("PERSON_WORLDS", "5"))
"""How many worlds are drawn; many more take a while and find what is rare."""

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def warehouse() -> Iterator[Connection]:
    with empty_warehouse() as connection:
        yield connection


@settings(max_examples=WORLDS, deadline=None, suppress_health_check=list(HealthCheck))
@example(corners())
@given(registers())
def test_both_ways_count_the_same(warehouse: Connection, register: Register) -> None:
    counted = count_register(warehouse, register, INDICATORS)
    known = [figure for figure in FIGURES if counting_of(register, figure).grid()]
    assert counted.keys() == {figure.name for figure in known}
    for figure in known:
        expected = table_of(register, figure)
        event(f"{figure.name}: {'something' if any(expected.values()) else 'nothing'}")
        check(figure, counted[figure.name], expected)


def test_both_ways_find_as_many_people_behind_a_figure(warehouse: Connection) -> None:
    register = corners()
    count_register(warehouse, register, INDICATORS)
    for figure in FIGURES:
        found = warehouse.execute(
            "select breakdown, category, period_kind, period, area, contributors from mart.counted"
            " where figure = ? and contributors != 0",
            [figure.name],
        ).fetchall()
        behind = behind_of(counting_of(register, figure), figure)
        assert {Slot(*row[:5]): row[5] for row in found} == behind


def test_cells_are_made_of_the_right_figures(warehouse: Connection) -> None:
    """Above and below the line stands what the definition names, once nothing needs to be protected."""
    register = corners()
    rebuild(warehouse, load_register(warehouse, register, UNPROTECTED))
    with transaction(warehouse):
        compute_cells(warehouse, TO_THE_EDGES, lambda _: None, b"of the corners")
    figures = parts_of(TO_THE_EDGES)
    tables = {one.name: table_of(register, one) for one in figures_of(TO_THE_EDGES)}
    compared = set()
    for indicator in TO_THE_EDGES:
        parts = [tables[one.name] for one in figures[indicator.id]]
        for slot, (*counted, status) in cells_of(warehouse, indicator).items():
            expected = [as_kept(part[slot]) for part in parts]
            if status == "value":
                compared.add(indicator.id)
                shown = counted[1:] if indicator.denominator else counted[:1]
                off = max(abs(one - other) for one, other in zip(shown, expected, strict=True))
                assert off < most_off(indicator), f"{indicator.id}, {slot}: {shown}, should be {expected}"
            elif status == "too_few":
                assert indicator.numerator == "payments"  # too little money for nobody to dominate the sum
            else:
                assert status == ("not_applicable" if indicator.denominator else "not_available")
                assert (expected[-1] or 0) < 1
    assert compared == {indicator.id for indicator in TO_THE_EDGES} - OF_WHAT_IS_DELIVERED


def most_off(indicator: Indicator) -> int:
    """Rounding goes to whole persons and weeks, of money to steps; a survival is a share of whole persons, of a few."""
    if indicator.count == "level":
        return MONEY["step"]
    return 25 if indicator.statistic == "survival" else 1


def cells_of(warehouse: Connection, indicator: Indicator) -> dict[Slot, tuple[Any, ...]]:
    """Value, numerator, denominator and status of an indicator's cells."""
    columns = "breakdown, category, period_kind, period, area, value, numerator, denominator, status"
    rows = warehouse.execute(
        f"select {columns} from mart.cell where indicator = ?", [indicator.id]
    ).fetchall()
    return {Slot(*row[:5]): row[5:] for row in rows}


def check(figure: Sought, counted: dict[Slot, Decimal | None], expected: Table) -> None:
    """Assert that there is a figure in each place where one must be, and nowhere else, and that each is right."""
    missing, odd = expected.keys() - counted.keys(), counted.keys() - expected.keys()
    assert not missing, f"{figure.name} lacks {len(missing)} places: {sorted(missing)[:3]}"
    assert not odd, f"{figure.name} has {len(odd)} places too many: {sorted(odd)[:3]}"
    wrong = [slot for slot, value in expected.items() if counted[slot] != as_kept(value)]
    shown = [f"{slot} is {counted[slot]}, should be {as_kept(expected[slot])}" for slot in sorted(wrong)[:3]]
    assert not wrong, f"{figure.name} is wrong in {len(wrong)} places:\n" + "\n".join(shown)


def test_a_way_is_not_shown_where_no_records_tell_of_it(warehouse: Connection) -> None:
    told = corners()
    known = {source: days for source, days in told.known.items() if source not in {"work_months", "pensions"}}
    rows = {source: listed for source, listed in told.rows.items() if source in known}
    register = replace(told, known=known, rows=rows)
    ways = [one for one in INDICATORS if one.id in {"benefit_exits", "benefit_entries"}]
    counted = count_register(warehouse, register, ways)
    for figure in figures_of(ways):
        expected = table_of(register, figure)
        assert {slot.category for slot in expected}.isdisjoint({"work", "pension"})
        check(figure, counted[figure.name], expected)
