"""Renewing what changed persons count in gives the cells, and what stands behind them, that counting everybody gives."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any
from unittest import mock

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from etl.core import changed
from indicators.basis import basis_of
from indicators.catalogue import read_catalogue
from indicators.compute import compute_cells, renew_cells
from tests.support.person_oracle_loading import load_register
from tests.support.person_oracle_register import Register, Row
from tests.support.person_worlds import pasts, pseudonyms, registers
from tests.support.worlds import empty_warehouse
from warehouse import earlier
from warehouse.connection import Connection, transaction

pytestmark = pytest.mark.slow

KEY = b"of a world"
CATALOGUE = read_catalogue()
COMPUTED = ("counted", "cell", "indicator", "measure", "measure_record")
NEWCOMER = "7f"
PROTECTIONS = (
    {"base": 2, "split_from": 2, "ratio_from": 2, "wide_below": 3, "least_persons": 1},
    {"base": 5, "split_from": 5, "ratio_from": 5, "wide_below": 10, "least_persons": 5},
    {"base": 1, "split_from": 0, "ratio_from": 0, "wide_below": 0, "least_persons": 0},
)

Change = Mapping[str, Mapping[str, Sequence[Row]]]
"""What a delivery says of each person that it names, by source."""


@st.composite
def changes(draw: st.DrawFn) -> Change:
    """A delivery that names one person or two; one may be new, of one nothing may be left."""
    named = draw(st.sets(st.sampled_from([*pseudonyms(6), *pseudonyms(127)[-1:]]), min_size=1, max_size=2))
    return {person: draw(st.just({}) | pasts(person[-2:])) for person in named}


def after(register: Register, change: Change, days: int = 0) -> Register:
    """The register with a delivery in it that reaches some days further."""
    rows = {
        source: [
            *(row for row in told if row["person_id"] not in change),
            *(
                {"person_id": person, **row}
                for person, past in change.items()
                for row in past.get(source, ())
            ),
        ]
        for source, told in register.rows.items()
    }
    known = {
        source: (first, until + timedelta(days=days)) for source, (first, until) in register.known.items()
    }
    return replace(register, rows=rows, known=known)


def load(
    connection: Connection,
    register: Register,
    protection: Mapping[str, int],
    named: Sequence[str],
    folder: Path,
) -> str:
    """Load a register as if a delivery had named these persons."""
    country = load_register(connection, register, protection)
    changed.start(connection)
    connection.executemany("insert into changed_person values (?)", [[one] for one in named])
    with mock.patch.object(changed, "MOST", 1e9), transaction(connection):
        return changed.tell(connection, country, folder)


def computed(connection: Connection) -> dict[str, list[tuple[Any, ...]]]:
    return {table: connection.table(f"mart.{table}").order("all").fetchall() for table in COMPUTED}


def stretches(connection: Connection) -> list[tuple[Any, ...]]:
    """The cells in the order in which they are published."""
    return connection.execute(
        "select indicator, breakdown, period_kind, category, period, area from mart.cell order by indicator, rowid"
    ).fetchall()


@contextmanager
def computed_world(register: Register, protection: Mapping[str, int], folder: Path) -> Iterator[Connection]:
    with empty_warehouse() as connection:
        load(connection, register, protection, pseudonyms(1), folder)
        compute_cells(connection, CATALOGUE, lambda _: None, KEY)
        earlier.begin(connection)
        yield connection


def compare(connection: Connection) -> None:
    """Renew, then count everybody."""
    report = renew_cells(connection, CATALOGUE, lambda _: None, KEY)
    assert not report.counted.startswith("everybody")
    found, order = computed(connection), stretches(connection)
    compute_cells(connection, CATALOGUE, lambda _: None, KEY)
    assert found == computed(connection)
    assert order == stretches(connection)


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    registers(),
    st.lists(changes(), min_size=1, max_size=2),
    st.sampled_from([0, 4, 9]),
    st.sampled_from(PROTECTIONS),
)
def test_changed_persons_alone_or_everybody(tmp_path_factory, register, deliveries, days, protection):
    with computed_world(register, protection, tmp_path_factory.mktemp("first")) as connection:
        frame = basis_of(connection, CATALOGUE, KEY).frame
        for change in deliveries:
            register = after(register, change, days)
            load(connection, register, protection, sorted(change), tmp_path_factory.mktemp("next"))
        if basis_of(connection, CATALOGUE, KEY).frame == frame:
            compare(connection)
