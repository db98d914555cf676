"""Renewing what changed employers count in gives the figures, and hides those, that counting everybody does."""

from datetime import date
from uuid import UUID

import pytest

from indicators.catalogue import read_catalogue
from indicators.compute import compute_cells, renew_cells
from tests.support.employer_worlds import filled, stretch, vacancy
from tests.support.nights import after, cells_in_order, computed, load_night
from tests.support.person_oracle_register import PERSON_SOURCES, Register
from tests.support.situations import MEMBERS, PLACES, ROLES, SCHEMES
from tests.support.worlds import empty_warehouse
from warehouse import earlier

KEY = b"of a world"
CATALOGUE = [one for one in read_catalogue() if one.topic == "employers"]
PROTECTION = {
    "base": 1,
    "split_from": 0,
    "ratio_from": 0,
    "wide_below": 0,
    "least_persons": 0,
    "least_workplaces": 3,
}
SPRING = date(2024, 4, 10)


def employer(number: int) -> str:
    return str(UUID(int=number))


def told(area: str, positions: int) -> dict:
    """An employer with two vacancies, one of them in another place, and a notice."""
    return {
        "employers": [stretch(area, 10 * positions, date(2020, 1, 1), None)],
        "vacancies": [
            vacancy("1", area, positions, SPRING) | filled(SPRING, 20, 1),
            vacancy("2", "Bro", 1, date(2024, 6, 1), date(2024, 8, 1)),
        ],
        "layoff_notices": [
            {"notice_id": "1", "area": area, "notified_on": date(2024, 9, 9), "persons": positions}
        ],
    }


def register() -> Register:
    known = dict.fromkeys(PERSON_SOURCES, (date(2024, 1, 1), date(2026, 1, 1)))
    empty = Register(PLACES, MEMBERS, ROLES, SCHEMES, "Unknown", known, dict.fromkeys(PERSON_SOURCES, ()))
    areas = ["Aby", "Aby", "Aby", "Bro", "Dal", "Dal", "Unknown"]
    unemployed = {"registrations": [{"start_on": date(2024, 1, 1), "end_on": None}]}
    return after(
        empty,
        {employer(20): unemployed}
        | {employer(number): told(area, number) for number, area in enumerate(areas, 1)},
    )


CHANGES = [
    {employer(1): told("Bro", 4)},
    {employer(1): {}},
    {employer(2): told("Aby", 9)},
    {employer(8): told("Aby", 5), employer(5): told("Dal", 2)},
    {employer(8): told("Unknown", 5)},
    {employer(2): told("Aby", 90)},  # nearly all that is open there
]


@pytest.mark.slow
@pytest.mark.parametrize("change", CHANGES, ids=range(len(CHANGES)))
def test_changed_employers_alone_or_everybody(tmp_path, change):
    with empty_warehouse() as connection:
        before = register()
        for night in ("first", "next"):
            (tmp_path / night).mkdir()
        load_night(connection, before, PROTECTION, [employer(1)], tmp_path / "first")
        compute_cells(connection, CATALOGUE, lambda _: None, KEY)
        earlier.begin(connection)
        first = computed(connection)
        load_night(connection, after(before, change), PROTECTION, sorted(change), tmp_path / "next")
        report = renew_cells(connection, CATALOGUE, lambda _: None, KEY)
        assert report.counted.endswith(" changed persons")
        found, order = computed(connection), cells_in_order(connection)
        assert found != first
        compute_cells(connection, CATALOGUE, lambda _: None, KEY)
        assert found == computed(connection)
        assert order == cells_in_order(connection)
        hidden = "select count(*) from mart.cell where indicator = 'open_positions' and status = 'withdrawn'"
        assert connection.execute(hidden).fetchall()[0][0] > 0
