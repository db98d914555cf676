"""Renewing what changed persons count in gives the cells, and what is behind them, that counting everybody gives."""

import os
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from indicators.basis import basis_of
from indicators.catalogue import read_catalogue
from indicators.compute import compute_cells, renew_cells
from tests.support.nights import Change, after, cells_in_order, computed, load_night
from tests.support.person_oracle_corners import corners
from tests.support.person_oracle_loading import MONEY
from tests.support.person_oracle_register import Register, Row
from tests.support.person_worlds import ABROAD, pasts, pseudonyms, registers
from tests.support.worlds import empty_warehouse
from warehouse import earlier
from warehouse.connection import Connection

pytestmark = pytest.mark.slow

KEY = b"of a world"
CATALOGUE = read_catalogue()
WORLDS = int(os.environ.get("PERSON_WORLDS", "1"))
PROTECTIONS = (
    {
        "base": 2,
        "split_from": 2,
        "ratio_from": 2,
        "wide_below": 3,
        "least_persons": 1,
        "least_workplaces": 2,
        "money": MONEY,
    },
    {
        "base": 5,
        "split_from": 5,
        "ratio_from": 5,
        "wide_below": 10,
        "least_persons": 5,
        "least_workplaces": 2,
    },
    {
        "base": 1,
        "split_from": 0,
        "ratio_from": 0,
        "wide_below": 0,
        "least_persons": 0,
        "least_workplaces": 3,
        "money": MONEY,
    },
)
"""Of so few people the rules of a real country would show nothing."""


def moved(register: Register) -> Change:
    """A delivery that gives two persons the past of others, one none, one another's state, the rest half benefits."""
    told = Counter(row["person_id"] for rows in register.rows.values() for row in rows)
    first, second, third, fourth, fifth, *others = sorted(told, key=lambda person: (-told[person], person))
    rest = {person: past(register, person) for person in others}
    return {
        first: past(register, second),
        third: {},
        fourth: past(register, first),
        fifth: past(register, fifth) | {"person_states": past(register, first)["person_states"]},
        **{
            person: rows | {"benefit_spells": [row | {"degree": 50} for row in rows["benefit_spells"]]}
            for person, rows in rest.items()
        },
    }


def past(register: Register, person: str) -> dict[str, list[Row]]:
    """What is told of somebody, by source."""
    return {
        source: [
            {name: value for name, value in row.items() if name != "person_id"}
            for row in rows
            if row["person_id"] == person
        ]
        for source, rows in register.rows.items()
    }


STAYING: Change = {
    str(UUID(int=99)): {
        "person_states": [
            dict.fromkeys(("valid_to", "sex", "origin", "education"))
            | {"valid_from": date(2020, 1, 1), "area": ABROAD, "birth_year": 1990}
        ],
        "registrations": [{"start_on": date(2024, 1, 1), "end_on": date(2024, 3, 1)}],
    },
    str(UUID(int=98)): {"registrations": [{"start_on": date(2024, 1, 1), "end_on": date(2024, 3, 1)}]},
}
"""Somebody abroad and somebody of whom nothing is told: so the areas that anybody is in stay the same."""


@st.composite
def changes(draw: st.DrawFn) -> Change:
    """A delivery that names one person or two; one may be new, of another nothing may be left."""
    known_and_new = st.sampled_from(pseudonyms(7))
    named = draw(st.sets(known_and_new, min_size=1, max_size=2))
    return {person: draw(st.just({}) | pasts(person[-2:])) for person in sorted(named)}


@contextmanager
def computed_world(register: Register, protection: Mapping[str, Any], folder: Path) -> Iterator[Connection]:
    """A warehouse with a register, computed."""
    with empty_warehouse() as connection:
        load_night(connection, register, protection, pseudonyms(1), folder)
        compute_cells(connection, CATALOGUE, lambda _: None, KEY)
        earlier.begin(connection)
        yield connection


def compare(connection: Connection) -> None:
    """Renew, then count everybody."""
    report = renew_cells(connection, CATALOGUE, lambda _: None, KEY)
    assert report.counted.endswith(" changed persons")
    found, order = computed(connection), cells_in_order(connection)
    compute_cells(connection, CATALOGUE, lambda _: None, KEY)
    assert found == computed(connection)
    assert order == cells_in_order(connection)


@settings(max_examples=WORLDS, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    register=registers(),
    deliveries=st.lists(changes(), min_size=1, max_size=2),
    days=st.sampled_from([0, 4, 9]),
    protection=st.sampled_from(PROTECTIONS),
)
@example(register=corners(), deliveries=[moved(corners())], days=4, protection=PROTECTIONS[0])
def test_changed_persons_alone_or_everybody(tmp_path_factory, register, deliveries, days, protection):
    """One load or two before a computation; what is known may reach some days further each time."""
    register = after(register, STAYING)
    with computed_world(register, protection, tmp_path_factory.mktemp("first")) as connection:
        frame = basis_of(connection, CATALOGUE, KEY).frame
        for change in deliveries:
            register = after(register, change, days)
            load_night(connection, register, protection, sorted(change), tmp_path_factory.mktemp("next"))
        if basis_of(connection, CATALOGUE, KEY).frame == frame:
            compare(connection)
