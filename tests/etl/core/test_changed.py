"""Telling changed persons alone gives the core that telling everybody gives."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from unittest import mock

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from etl.core import changed, rebuild
from tests.support.core_tables import (
    GAP_DAYS,
    KNOWN_FROM,
    empty_warehouse,
    person,
    read_rows,
    replace_all,
    tiny_country,
)
from warehouse import earlier
from warehouse.connection import Connection
from warehouse.errors import UserError

Row = Mapping[str, Any]
World = Mapping[str, Sequence[Row]]

CORE = (
    *("person_state", "benefit_piece", "benefit_spell", "benefit_exit", "benefit_entry"),
    *("registration", "activity", "work_month", "payment", "education_month", "pension"),
    *("placement", "case_file", "case_event"),
    *("workplace", "employer", "vacancy", "layoff_notice"),
)

people = st.integers(1, 4).map(person)
days = st.integers(0, 40).map(lambda number: date(2024, 5, 10) + timedelta(days=number))
lasting = st.none() | st.sampled_from([1, 3, 12, 30])
cases = st.sampled_from(["a", "b", "c"])


def records(start: str, end: str, **more: st.SearchStrategy[Any]) -> st.SearchStrategy[list[Row]]:
    """Rows of something that lasts."""

    def ended(row: Row, length: int | None) -> Row:
        return {**row, end: row[start] + timedelta(days=length) if length else None}

    told = st.fixed_dictionaries({"person_id": people, start: days, **more})
    return st.lists(st.builds(ended, told, lasting), max_size=8)


def of_months(**more: st.SearchStrategy[Any]) -> st.SearchStrategy[list[Row]]:
    """Rows of months that something is told of."""
    return st.lists(
        st.fixed_dictionaries({"person_id": people, "month": st.integers(24291, 24294), **more}), max_size=5
    )


worlds = st.fixed_dictionaries(
    {
        "person_states": records(
            "valid_from", "valid_to", area=st.sampled_from(["north", "south", "mid_north"])
        ),
        "benefit_spells": records(
            "start_on", "end_on", scheme=st.sampled_from(list(GAP_DAYS)), degree=st.sampled_from([50, 100])
        ),
        "registrations": records("start_on", "end_on"),
        "need_assessments": records("start_on", "end_on", need=st.sampled_from(["low", "high"])).map(
            lambda rows: list({(row["person_id"], row["start_on"]): row for row in rows}.values())
        ),
        "work_months": of_months(hours=st.sampled_from([0, 20])),
        "education_months": of_months(level=st.sampled_from(["higher", None])),
        "pensions": st.lists(
            st.fixed_dictionaries({"person_id": people, "kind": st.just("disability"), "granted_on": days}),
            max_size=3,
        ),
        "cases": records("opened_on", "closed_on", case_id=cases),
        "case_events": st.lists(
            st.fixed_dictionaries(
                {"person_id": people, "case_id": cases, "kind": st.just("plan"), "happened_on": days}
                | {"exempt": st.just(False)}
            ),
            max_size=6,
        ),
        "employers": records(
            "active_from", "active_to", area=st.none() | st.sampled_from(["north", "south"])
        ),
        "vacancies": records(
            "opened_on", "closed_on", area=st.none() | st.sampled_from(["north", "mid_north"])
        ).map(
            lambda rows: [
                {**row, "vacancy_id": str(number), "positions": 1} for number, row in enumerate(rows)
            ]
        ),
    }
)

REGISTERED = {"person_id": person(8), "start_on": date(2024, 5, 1), "end_on": None}
"""Somebody is always there."""


@pytest.fixture(scope="module")
def warehouse():
    with empty_warehouse() as connection:
        yield connection


def cover(warehouse: Connection, until: date) -> None:
    warehouse.execute("delete from core.coverage")
    warehouse.execute("insert into core.coverage values ('benefit_spells', ?, ?)", [KNOWN_FROM, until])


def tell(
    warehouse: Connection, world: World, folder: Path, named: Sequence[Any] = (), most: float = 1e9
) -> str:
    """Put a world in the place of what was delivered, and tell the core of it."""
    replace_all(warehouse, world)
    changed.start(warehouse)
    warehouse.executemany("insert into changed_person values (?)", [[one] for one in named] or [[person(9)]])
    with mock.patch.object(changed, "MOST", most):
        return changed.tell(warehouse, tiny_country(), folder)


def core(warehouse: Connection) -> dict[str, list[tuple[Any, ...]]]:
    return {table: warehouse.table(f"core.{table}").order("all").fetchall() for table in CORE}


def rows_of(world: World, who: Any) -> dict[str, list[Row]]:
    return {source: [row for row in rows if row["person_id"] == who] for source, rows in world.items()}


@pytest.mark.slow
@settings(max_examples=25, deadline=None)
@given(worlds, worlds, st.sets(people, min_size=1, max_size=2), st.sampled_from([0, 1, 20]))
def test_changed_persons_alone_or_everybody(tmp_path_factory, before, drawn, named, later):
    with empty_warehouse() as warehouse:
        compare(warehouse, tmp_path_factory, before, drawn, (named, later))


def compare(warehouse, folders, before, drawn, change):
    """Tell a world, change some persons and days in it, and tell these alone; then everybody."""
    named, later = change
    before = {**before, "registrations": [*before["registrations"], REGISTERED]}
    until = date(2024, 6, 10)
    cover(warehouse, until)
    tell(warehouse, before, folders.mktemp("whole"))
    after = {
        source: [
            *(row for row in before[source] if row["person_id"] not in named),
            *(row for row in drawn[source] if row["person_id"] in named),
        ]
        for source in before
    }
    cover(warehouse, until + timedelta(days=later))
    told = tell(warehouse, after, folders.mktemp("part"), sorted(named))
    assert not told.startswith("all persons")
    found = core(warehouse)
    rebuild(warehouse, tiny_country())
    assert found == core(warehouse)


SPELLS = """
person_id | scheme | start_on   | end_on     | degree
1         | first  | 2024-05-01 | 2024-05-20 | 100
2         | third  | 2024-05-01 | 2024-06-05 | 100
"""


def test_a_spell_whose_end_is_known_by_now_is_told_anew_though_nobody_named_it(warehouse, tmp_path):
    world = {"benefit_spells": read_rows(SPELLS)}
    known = "select person_id, exit_known from core.benefit_spell order by all"
    cover(warehouse, date(2024, 6, 10))
    warehouse.execute("delete from core.basis")
    tell(warehouse, world, tmp_path)
    assert warehouse.execute(known).fetchall() == [(person(1), True), (person(2), False)]
    cover(warehouse, date(2024, 6, 20))
    assert tell(warehouse, world, tmp_path) == "2 of 2 persons"
    assert warehouse.execute(known).fetchall() == [(person(1), True), (person(2), True)]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ("select 1", "1 of 2 persons"),
        ("update core.scheme set gap_days = 4 where scheme = 'second'", "all persons"),
        ("update core.coverage set known_from = date '2022-01-01'", "all persons"),
        ("delete from core.area where code = 'split'", "all persons"),
        ("insert into core.succession values ('south', 'north', '2024-01-01', 'drawn')", "1 of 2 persons"),
    ],
)
def test_what_everybody_rests_on_makes_everybody_told_anew(tmp_path, change, told):
    with empty_warehouse() as warehouse:
        world = {"benefit_spells": read_rows(SPELLS)}
        tell(warehouse, world, tmp_path)
        warehouse.execute(change)
        assert tell(warehouse, world, tmp_path) == told


def test_when_many_have_changed_everybody_is_told_anew(tmp_path):
    with empty_warehouse() as warehouse:
        world = {"benefit_spells": read_rows(SPELLS)}
        tell(warehouse, world, tmp_path)
        assert tell(warehouse, world, tmp_path, [person(1)], most=0.4) == "all persons, since 1 had changed"
        assert tell(warehouse, world, tmp_path, [person(1)], most=0.5) == "1 of 2 persons"


def test_records_that_do_not_fit_together_are_refused_there_too(warehouse, tmp_path):
    cover(warehouse, date(2024, 6, 10))
    warehouse.execute("delete from core.basis")
    tell(warehouse, {}, tmp_path)
    unknown = read_rows(SPELLS.replace("first ", "nobody"))
    with pytest.raises(UserError, match="every scheme is known: 1 times not"):
        tell(warehouse, {"benefit_spells": unknown}, tmp_path, [person(1)])


SPELLS_LATER = SPELLS.replace("2024-05-20", "2024-05-25")
SPELLS_LATEST = SPELLS.replace("2024-05-20", "2024-05-28")


def test_what_was_said_when_cells_were_computed_is_kept_until_everybody_is_told_anew(tmp_path_factory):
    ends = "select end_on from earlier.benefit_spell"
    with empty_warehouse() as warehouse:
        tell(warehouse, {"benefit_spells": read_rows(SPELLS)}, tmp_path_factory.mktemp("first"))
        earlier.begin(warehouse)
        for spells in (SPELLS_LATER, SPELLS_LATEST):
            folder = tmp_path_factory.mktemp("next")
            assert (
                tell(warehouse, {"benefit_spells": read_rows(spells)}, folder, [person(1)])
                == "1 of 2 persons"
            )
            assert warehouse.execute(ends).fetchall() == [(date(2024, 5, 20),)]
            assert warehouse.execute("from earlier.person").fetchall() == [(person(1),)]
        warehouse.execute("delete from core.basis")
        assert (
            tell(warehouse, {"benefit_spells": read_rows(SPELLS)}, tmp_path_factory.mktemp("last"))
            == "all persons"
        )
        assert warehouse.execute(ends).fetchall() == []
        assert not earlier.is_kept(warehouse)


def test_before_anything_is_computed_nothing_is_kept(tmp_path_factory):
    with empty_warehouse() as warehouse:
        for spells in (SPELLS, SPELLS_LATER):
            world = {"benefit_spells": read_rows(spells)}
            tell(warehouse, world, tmp_path_factory.mktemp("next"), [person(1)])
        assert warehouse.execute("from earlier.person").fetchall() == []
