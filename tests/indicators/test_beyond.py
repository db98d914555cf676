"""What is larger than is followed is no number: a difference or growth of it is not available, and may be published."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from indicators.catalogue import Indicator, Part, read_catalogue
from indicators.core import read_country
from indicators.laws import SQL
from indicators.publish import write_draft, write_from_cells
from tests.support.worlds import Figure, Place, World, compute_world, deliver, empty_warehouse
from warehouse.connection import Connection

NAMED = {one.id: one for one in read_catalogue()}
PEOPLE, REGISTERED = NAMED["population"], NAMED["registered_unemployed"]
GROWTH = replace(
    NAMED["payments_change_on_year"],
    parts=(Part(PEOPLE.id, measures=PEOPLE.measures), Part(PEOPLE.id, measures=PEOPLE.measures, before=True)),
    periods=("month",),
    breakdowns=(),
)
DIFFERENCE = replace(
    NAMED["net_inflow_rate"],
    parts=(Part(PEOPLE.id, measures=PEOPLE.measures), Part(REGISTERED.id, measures=REGISTERED.measures)),
    periods=("month",),
    breakdowns=(),
    interval="none",
)


@pytest.fixture
def warehouse() -> Iterator[Connection]:
    with empty_warehouse() as connection:
        yield connection


@pytest.mark.parametrize(
    ("made", "law", "expected"),
    [
        (GROWTH, "growth_of_its_part", {"2023-01": "not_available", "2024-01": "not_available"}),
        (
            DIFFERENCE,
            "difference_of_its_parts",
            {"2022-01": "value", "2023-01": "not_available", "2024-01": "value"},
        ),
    ],
)
def test_nothing_is_made_of_what_is_beyond(
    warehouse: Connection, made: Indicator, law: str, expected: dict[str, str]
) -> None:
    figures = [
        Figure(one.id, "A", f"{year}-01", Decimal(7), "value")
        for one in (PEOPLE, REGISTERED)
        for year in (2022, 2023, 2024)
    ]
    world = World([Place("XX", "country"), Place("A", "municipality")], [], [], figures)
    compute_world(warehouse, world, PEOPLE, REGISTERED, made)
    deliver(warehouse, date(2024, 12, 31))
    warehouse.execute("attach ':memory:' as portal")
    write_draft(warehouse, read_country(warehouse), {})
    warehouse.execute(
        "update portal.cell set value = null, status = 'beyond' where indicator = 'population' and period = '2023-01'"
    )
    write_from_cells(warehouse)
    told = "select period, status from portal.cell where indicator = ? and area = 'A' and period like '%-01'"
    assert dict(warehouse.execute(told, [made.id]).fetchall()) == expected
    assert warehouse.execute((SQL / "laws" / f"{law}.sql").read_text(encoding="utf-8")).fetchall() == [(0,)]
