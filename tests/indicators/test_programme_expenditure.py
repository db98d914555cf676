"""Expenditure, delivered, over registered unemployed, counted: what is added up, divided and given away."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from decimal import Decimal
from random import Random

import pytest

from etl.core import rebuild
from indicators.catalogue import read_catalogue
from indicators.compute import compute_cells
from indicators.counting import measure_sql
from indicators.disclosure.attack import Evidence, Release, attack
from indicators.laws import check_laws
from indicators.publish import write_draft, write_from_cells
from tests.support.attacked import outside
from tests.support.person_oracle_loading import load_register
from tests.support.person_oracle_register import PERSON_SOURCES, Register
from tests.support.situations import MEMBERS, PLACES, ROLES, SCHEMES
from tests.support.worlds import Figure, Place, World, compute_world, empty_warehouse, load
from warehouse.connection import Connection, append, transaction

ACTIVE = ("training", "job_rotation", "incentives", "supported_employment", "job_creation", "start_up")
PASSIVE = ("income_support", "early_retirement")
QUARTERS = [f"{year}-Q{quarter}" for year in (2023, 2024) for quarter in (1, 2, 3, 4)]
LAST_MONTHS = dict(
    zip(QUARTERS, (f"{period[:4]}-{3 * int(period[-1]):02}" for period in QUARTERS), strict=True)
)
SPENT = [one for one in read_catalogue() if one.id == "programme_expenditure_per_registered"]

Amounts = Mapping[tuple[str, str, str], int]
"""What was spent, by category, area and quarter."""


def rows_of(amounts: Amounts) -> list[Figure]:
    return [
        Figure(f"expenditure_{category}", area, quarter, Decimal(amount), "value")
        for (category, area, quarter), amount in amounts.items()
    ]


def added_up(amounts: Amounts) -> dict[tuple[str, str, str], int]:
    """Categories 2 to 7 of a quarter where all six are told, four quarters in a row where all four are."""
    areas = {area for _, area, _ in amounts}
    quarters = {
        (area, quarter): sum(amounts[category, area, quarter] for category in ACTIVE)
        for area in areas
        for quarter in QUARTERS
        if all((category, area, quarter) in amounts for category in ACTIVE)
    }
    years = {
        (area, QUARTERS[last]): sum(quarters[area, one] for one in QUARTERS[last - 3 : last + 1])
        for area in areas
        for last in range(3, len(QUARTERS))
        if all((area, one) in quarters for one in QUARTERS[last - 3 : last + 1])
    }
    found = {("quarter", quarter, area): amount for (area, quarter), amount in quarters.items()}
    return found | {
        ("rolling_year", LAST_MONTHS[quarter], area): amount for (area, quarter), amount in years.items()
    }


def test_only_what_is_told_whole_is_added_up() -> None:
    draw = Random(3)
    amounts = {
        (category, area, quarter): draw.randrange(5000) * draw.randrange(2)
        for category in (*ACTIVE, *PASSIVE)
        for area in "ABCDEFGH"
        for quarter in QUARTERS
        if draw.random() < 0.985
    }
    places = [Place("XX", "country"), *(Place(area, "municipality") for area in "ABCDEFGH")]
    with empty_warehouse() as connection:
        load(connection, World(places, [], [], rows_of(amounts)))
        told = connection.execute(
            f"select period_kind, period, area, value, status from ({measure_sql('programme_expenditure')})"
        ).fetchall()
    expected = added_up(amounts)
    assert {row[:3]: row[3] for row in told} == expected
    assert len(told) == len(expected) < 8 * (8 + 5)
    assert {status for *_, status in told} == {"value"}
    assert {kind for kind, _, _ in expected} == {"quarter", "rolling_year"}


def test_a_country_that_counts_nobody_does_not_deliver_it() -> None:
    figures = rows_of({(category, "A", "2024-Q1"): 1 for category in ACTIVE})
    total = Figure("programme_expenditure", "A", "2024-Q1", Decimal(6), "value")
    world = World([Place("XX", "country"), Place("A", "municipality")], [], [], [*figures, total])
    with empty_warehouse() as connection:
        report = compute_world(connection, world, *SPENT)
    assert report.not_delivered == ("programme_expenditure_per_registered",)


SIZES = {"Aby": 93, "Bro": 131, "Dal": 48}


def registered() -> Register:
    """Registered unemployed of three municipalities, from a month of 2023 on or to one of 2024."""
    draw = Random(1)
    rows: dict[str, list[dict[str, object]]] = {"person_states": [], "registrations": []}
    for number, area in enumerate(area for area, many in SIZES.items() for _ in range(many)):
        person = {"person_id": f"00000000-0000-0000-0000-{number:012}"}
        state = {
            "valid_from": date(2000, 1, 1),
            "valid_to": None,
            "area": area,
            "birth_year": 1980,
            "sex": "female",
        }
        rows["person_states"].append({**person, **state, "origin": "native", "education": None})
        first = date(2023, draw.randint(1, 12), draw.randint(1, 28))
        last = draw.choice([None, None, date(2024, draw.randint(1, 12), draw.randint(1, 28))])
        rows["registrations"].append({**person, "start_on": first, "end_on": last})
    known = dict.fromkeys(PERSON_SOURCES, (date(2023, 1, 1), date(2025, 1, 1)))
    return Register(PLACES, MEMBERS, ROLES, SCHEMES, "Unknown", known, rows)


@contextmanager
def drafted(amounts: Amounts) -> Iterator[Connection]:
    """The draft of a release of what was spent per registered unemployed."""
    with empty_warehouse() as connection:
        country = load_register(connection, registered())
        adds = ("programme_expenditure", *(f"expenditure_{one}" for one in (*ACTIVE, *PASSIVE)))
        append(
            connection,
            "core.measure_source",
            ({"measure": one, "source": "drawn", "adds_over_areas": True} for one in adds),
        )
        append(
            connection,
            "core.figure",
            (
                {
                    "source": "drawn",
                    "measure": one.measure,
                    "breakdown": one.breakdown,
                    "category": one.category,
                    "period_kind": "quarter",
                    "period": one.period,
                    "area": one.area,
                    "value": one.value,
                    "status": one.status,
                    "delivery": "drawn",
                }
                for one in rows_of(amounts)
            ),
        )
        rebuild(connection, country)
        with transaction(connection):
            compute_cells(connection, SPENT, lambda _: None, (7).to_bytes(32))
        connection.execute("attach ':memory:' as portal")
        write_draft(connection, country, {})
        yield connection


NOTHING = ("Bro", "2024-Q3")

SPENDING = {
    (category, area, quarter): 100_003 * (number + 1) * SIZES[area] // 7 * ((area, quarter) != NOTHING)
    for number, category in enumerate((*ACTIVE, *PASSIVE))
    for area in SIZES
    for quarter in QUARTERS
    if (area, quarter) != ("Dal", "2024-Q2")
}

SPENDING |= {
    (category, "Land", quarter): sum(SPENDING[category, area, quarter] for area in SIZES)
    for category in (*ACTIVE, *PASSIVE)
    for quarter in QUARTERS
    if quarter != "2024-Q2"
}

LEAK = """
    update portal.cell as cell set value = round(cell.numerator / counted.value)
    from mart.counted as counted
    where counted.figure = 'registered_days amount' and cell.status = 'value' and counted.value > 0
        and cell.breakdown = counted.breakdown and cell.category = counted.category
        and cell.period_kind = counted.period_kind and cell.period = counted.period and cell.area = counted.area
"""
"""What forgetting to divide by what is published would tell: a number that all know, over how many there truly are."""


@pytest.mark.slow  # a whole computation
def test_it_is_divided_by_what_is_published_and_tells_nothing_more() -> None:
    with drafted(SPENDING) as connection:
        shown = cells(connection)
        sums = added_up(SPENDING)
        for kind, period, area in [("quarter", "2024-Q1", "Aby"), ("rolling_year", "2024-12", "Bro")]:
            value, above, below, status, flags = shown[kind, period, area]
            assert (above, status, flags) == (sums[kind, period, area], "value", flags)
            assert below % 5 == 0
            assert value == (2 * above + below) // (2 * below)
            assert "rounded" in flags.split(",")
        west = sums["quarter", "2024-Q1", "Aby"] + sums["quarter", "2024-Q1", "Bro"]
        assert shown["quarter", "2024-Q1", "West"][1] == west
        assert shown["quarter", "2024-Q3", "Bro"][:2] == (0, 0)
        assert shown["quarter", "2024-Q2", "Dal"][3] == "not_available"
        assert shown["quarter", "2024-Q2", "Land"][3] == "not_available"
        assert shown["quarter", "2024-Q1", "Land"][1] == sums["quarter", "2024-Q1", "Land"]
        assert shown["rolling_year", "2024-12", "Land"][3] == "not_available"
        assert shown["rolling_year", "2023-12", "Land"][3] == "value"
        assert shown["quarter", "2024-Q1", "Dal"][3] == "too_few"
        assert not {("rolling_year", f"2024-{month:02}", "Aby") for month in (1, 2, 4, 5)} & {
            place for place, cell in shown.items() if cell[3] == "value"
        }
        [honest] = known(connection)
        truth = connection.execute(
            "select figure, breakdown, category, period_kind, period, area, value from mart.counted"
        ).fetchall()
        assert outside(truth, [honest]) == []
        connection.execute(LEAK)
        [told] = known(connection)
        narrow = (told.bounds.high - told.bounds.low) / told.bounds.scale < 0.05
        before = (honest.bounds.high - honest.bounds.low) / honest.bounds.scale < 0.05
        assert narrow.sum() > before.sum() + 10


@pytest.mark.slow  # a whole computation
def test_a_release_of_it_keeps_the_laws() -> None:
    with drafted(SPENDING) as connection:
        write_from_cells(connection)
        check_laws(connection)


def known(connection: Connection) -> list[Evidence]:
    """What the attacker knows of the registered unemployed."""
    return [one for one in attack(Release(connection)) if one.name == "registered_days amount"]


def cells(connection: Connection) -> dict[tuple[str, str, str], tuple]:
    rows = connection.execute(
        "select period_kind, period, area, value, numerator, denominator, status, flags from portal.cell"
    ).fetchall()
    return {row[:3]: row[3:] for row in rows}
