"""A sum of what employers do is withheld where one of them is nearly all of it, with all its workplaces in the area."""

from datetime import date
from uuid import UUID

import pytest

from etl.core import rebuild
from indicators.catalogue import read_catalogue
from indicators.compute import compute_cells
from tests.support.employer_worlds import vacancy
from tests.support.nights import after
from tests.support.person_oracle_loading import UNPROTECTED, load_register
from tests.support.person_oracle_register import PERSON_SOURCES, Register
from tests.support.situations import MEMBERS, PLACES, ROLES, SCHEMES
from tests.support.worlds import empty_warehouse
from warehouse.connection import transaction

PROTECTION = {
    **UNPROTECTED,
    "least_workplaces": 3,
    "largest_employer": 85,
}
[OPEN] = [one for one in read_catalogue() if one.id == "open_positions"]
APRIL = (date(2024, 4, 1), date(2024, 5, 1))


def shown(*told: dict[str, int]) -> dict[str, str]:
    """Of employers with so many positions in each area, all open in April: what is shown of that month, by area."""
    known = dict.fromkeys(PERSON_SOURCES, (date(2024, 1, 1), date(2025, 1, 1)))
    empty = Register(PLACES, MEMBERS, ROLES, SCHEMES, "Unknown", known, dict.fromkeys(PERSON_SOURCES, ()))
    employers = {
        str(UUID(int=number)): {
            "vacancies": [vacancy(area, area, positions, *APRIL) for area, positions in one.items()]
        }
        for number, one in enumerate(told, 1)
    }
    with empty_warehouse() as connection:
        country = load_register(connection, after(empty, employers), PROTECTION)
        rebuild(connection, country)
        with transaction(connection):
            compute_cells(connection, [OPEN], lambda _: None, bytes(32))
        rows = connection.execute(
            "select area, value, status from mart.cell where period = '2024-04' and period_kind = 'month'"
        ).fetchall()
    return {area: f"{value:.0f}" if status == "value" else status for area, value, status in rows}


FEW_IN_ABY = [{"Aby": 4}] * 3
IN_DAL = [{"Dal": 10}] * 6


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        # Of 102 in Aby one has 90; Bro would tell it.
        (
            [{"Aby": 90, "Bro": 90}, *FEW_IN_ABY, *[{"Bro": 10}] * 4, *IN_DAL],
            {"Land": "292", "West": "232", "Aby": "withdrawn", "Bro": "withdrawn", "East": "60", "Dal": "60"},
        ),
        # It has 180 of 200 in West too, though no more than 90 of 260 is at one workplace; so East would tell it.
        (
            [{"Aby": 90, "Bro": 90}, *FEW_IN_ABY, *[{"Bro": 2}] * 4, *IN_DAL],
            dict.fromkeys(("West", "Aby", "Bro", "East", "Dal"), "withdrawn") | {"Land": "260"},
        ),
        # 68 of 80 are 85 per cent.
        (
            [{"Aby": 68}, *FEW_IN_ABY, *[{"Bro": 10}] * 4, *IN_DAL],
            {"Land": "180", "West": "120", "Aby": "80", "Bro": "40", "East": "60", "Dal": "60"},
        ),
    ],
)
def test_what_one_employer_is_nearly_all_of_is_withheld(told, expected):
    assert {area: one for area, one in shown(*told).items() if area != "Unknown"} == expected
