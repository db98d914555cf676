"""A duration from records to its published cell: enough people to be shown, few enough to be worked out."""

from collections.abc import Iterator
from datetime import date, timedelta
from uuid import UUID

import pytest

from etl.core import rebuild
from indicators.catalogue import read_catalogue
from indicators.compute import compute_cells
from tests.support.person_oracle_loading import load_register
from tests.support.person_oracle_register import PERSON_SOURCES, Register
from tests.support.situations import MEMBERS, PLACES, ROLES, SCHEMES
from tests.support.worlds import cells_in, empty_warehouse
from warehouse.connection import Connection

BEGIN = date(2024, 4, 1)
PEOPLE = [str(UUID(int=number)) for number in range(1, 101)]
KEY = bytes(range(32))


def lasting(days: int, people: list[str]) -> Iterator[dict]:
    """A spell of so many days for each of these people."""
    for person in people:
        yield {
            "person_id": person,
            "scheme": "social_assistance",
            "start_on": BEGIN,
            "end_on": BEGIN + timedelta(days=days),
            "degree": 100,
            "recorded_on": BEGIN,
        }


@pytest.fixture(scope="module")
def warehouse() -> Iterator[Connection]:
    """A hundred people in Aby: sixty on benefit for two weeks, ten for twelve and thirty for a year."""
    spells = [*lasting(14, PEOPLE[:60]), *lasting(84, PEOPLE[60:70]), *lasting(365, PEOPLE[70:])]
    lives = {"valid_from": date(1950, 1, 1), "valid_to": None, "area": "Aby", "birth_year": 1980}
    states = [
        {"person_id": person, **lives, "sex": "female", "origin": None, "education": None}
        for person in PEOPLE
    ]
    known = dict.fromkeys(PERSON_SOURCES, (date(2024, 1, 1), date(2026, 1, 1)))
    rows = {"person_states": states, "benefit_spells": spells}
    with empty_warehouse() as connection:
        rebuild(
            connection,
            load_register(connection, Register(PLACES, MEMBERS, ROLES, SCHEMES, "Unknown", known, rows)),
        )
        durations = [indicator for indicator in read_catalogue() if indicator.count == "duration"]
        compute_cells(connection, durations, lambda _: None, KEY)
        yield connection


@pytest.mark.parametrize(
    ("indicator", "period", "value"),
    [
        ("completed_duration_median", "2024-Q2", 2),  # 60 spells of 2 weeks, 10 of 12
        ("completed_duration_mean", "2024-Q2", 3),  # 240 weeks by 70 spells is 3.4
        ("completed_duration_median", "2025-Q1", 52),
        ("still_on_benefit_after_26_weeks", "2024-Q2", 30),
    ],
)
def test_a_duration_is_published_in_its_unit(
    warehouse: Connection, indicator: str, period: str, value: int
) -> None:
    cells = cells_in(warehouse)
    for area in ("Aby", "West", "Land"):
        cell = cells[indicator, "all", "all", period, area]
        assert (cell.status, cell.value) == ("value", value)
        assert "rounded" in cell.flags
