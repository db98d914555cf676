"""What the attacker holds possible is possible: the truth is never outside, whatever the country and its people."""

import os
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, event, example, given, settings
from hypothesis import strategies as st

from indicators.disclosure.attack import Release, attack
from tests.support.attacked import ENTRIES, RECIPIENTS, Told, exposed, outside, published, truth_in
from tests.support.drafts import draft_of, lenient
from tests.support.person_oracle_corners import corners
from tests.support.person_oracle_register import Register
from tests.support.person_worlds import registers
from tests.support.planted_people import crowd
from tests.support.tiny_countries import Tiny, country_of, events_of
from tests.support.worlds import empty_warehouse
from warehouse.connection import Connection

WORLDS = int(os.environ.get("ATTACKED_WORLDS", "1"))
"""How many worlds are drawn; many more take a while and find what is rare."""


@pytest.fixture(scope="module")
def warehouse() -> Iterator[Connection]:
    with empty_warehouse() as connection:
        yield connection


LENIENT = st.builds(lenient, st.sampled_from([1, 2, 3, 5]), st.sampled_from([0, 0, 1, 5]))


@pytest.mark.parametrize(
    "tiny",
    [
        Tiny("ABC", region="AB", months=26, mean=2, base=1, by_sex=True),
        Tiny("ABC", region="AB", months=26, base=1, persons=20, by_sex=True),
        Tiny("AB", region="A", months=26, base=1, persons=20, absent=30),
    ],
)
def test_true_numbers_obey_every_law(tiny: Tiny) -> None:
    """Rounded to multiples of one they stand as they are."""
    indicator = replace(RECIPIENTS if tiny.persons else ENTRIES, breakdowns=("sex",))
    for seed in range(3):
        told = Told(indicator, [events_of(tiny, seed)])
        with published(country_of(tiny), told, months=tiny.months) as connection:
            found = attack(Release(connection))
            assert outside(truth_in(connection), found) == []
            assert not exposed(found).clashing


@pytest.mark.slow
@settings(max_examples=WORLDS, deadline=None, suppress_health_check=list(HealthCheck))
@example(crowd(), lenient(1, 0), 0)
@example(corners(), lenient(2, 0), 1)
@given(st.one_of(registers(), registers(most_people=24)), LENIENT, st.integers(0, 2**20))
def test_the_truth_is_never_outside(
    warehouse: Connection, register: Register, protection: dict[str, int], key: int
) -> None:
    draft_of(warehouse, register, protection, key)
    try:
        found = attack(Release(warehouse))
    finally:
        warehouse.execute("detach portal")
    columns = "figure, breakdown, category, period_kind, period, area, value"
    truth = warehouse.execute(f"select {columns} from mart.counted where value is not null").fetchall()
    assert outside(truth, found) == []
    assert not exposed(found).clashing
    narrowed = sum(int((one.bounds.values() < 1000).sum()) for one in found)
    event(f"thousands of cells narrowed: {narrowed // 1000}, {protection['base']}")
