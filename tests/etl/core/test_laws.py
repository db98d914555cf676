"""Laws of the core, on many small registers drawn at random, against a walk from day to day."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from etl.core import broken_laws, rebuild
from tests.support.core_tables import GAP_DAYS, person, replace_all, tiny_country
from tests.support.core_walk import Walk, degrees, first_choices, state_of_month, stretches
from warehouse.connection import Connection

Row = Mapping[str, Any]

WALK = Walk(date(2023, 11, 1), date(2024, 3, 1))
FIRST = date(2023, 11, 20)
# Each person is a world of its own: several in one register cost no more than one.
SETTINGS = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])

pytestmark = pytest.mark.slow

people = st.integers(1, 5).map(person)
starts = st.integers(0, 60).map(lambda number: FIRST + timedelta(days=number))
lengths = st.none() | st.sampled_from([1, 2, 3, 4, 10, 11, 12, 28, 40])


def stretched(start: str, end: str, row: Row, length: int | None) -> Row:
    return {**row, end: row[start] + timedelta(days=length) if length else None}


benefits = st.lists(
    st.builds(
        stretched,
        st.just("start_on"),
        st.just("end_on"),
        st.fixed_dictionaries(
            {
                "person_id": people,
                "scheme": st.sampled_from(list(GAP_DAYS)),
                "start_on": starts,
                "degree": st.sampled_from([30, 100]),
            }
        ),
        lengths,
    ),
    min_size=8,
    max_size=40,
)
registrations = st.lists(
    st.builds(
        stretched,
        st.just("start_on"),
        st.just("end_on"),
        st.fixed_dictionaries({"person_id": people, "start_on": starts}),
        lengths,
    ),
    min_size=5,
    max_size=20,
)
states = st.lists(
    st.builds(
        stretched,
        st.just("valid_from"),
        st.just("valid_to"),
        st.fixed_dictionaries(
            {
                "person_id": people,
                "valid_from": starts,
                "area": st.sampled_from(["north", "split"]),
                "birth_year": st.sampled_from([1957, 1999, 2008, None]),
                "sex": st.sampled_from(["female", "male", None]),
                "origin": st.sampled_from(["native", None]),
            }
        ),
        lengths,
    ),
    min_size=5,
    max_size=20,
    unique_by=lambda row: (row["person_id"], row["valid_from"]),
)


def tell(warehouse: Connection, **sources: Sequence[Row]) -> None:
    replace_all(warehouse, sources)
    rebuild(warehouse, tiny_country())


def rows_of(warehouse: Connection, table: str) -> list[tuple[Any, ...]]:
    return warehouse.table(f"core.{table}").order("all").fetchall()


def by_person(rows: Sequence[Row]) -> dict[Any, list[Row]]:
    found = defaultdict(list)
    for row in rows:
        found[row["person_id"]].append(row)
    return found


@SETTINGS
@given(benefits)
def test_pieces_hold_each_day_on_benefit_once_and_are_as_long_as_they_can_be(warehouse, rows):
    tell(warehouse, benefit_spells=rows)
    pieces = rows_of(warehouse, "benefit_piece")
    held: dict[tuple[Any, str, date], tuple[int, bool]] = {}
    for who, scheme, start, end, degree, first_choice in pieces:
        for day in WALK.covered(start, end):
            assert (who, scheme, day) not in held
            held[who, scheme, day] = (degree, first_choice)
    expected = {}
    for who, told in by_person(rows).items():
        by_scheme = degrees(WALK, told)
        first = first_choices(by_scheme, list(GAP_DAYS))
        for scheme, days in by_scheme.items():
            for day, degree in days.items():
                expected[who, scheme, day] = (degree, first[day] == scheme)
    assert held == expected
    begun = {(who, scheme, start, *same) for who, scheme, start, _, *same in pieces}
    assert begun.isdisjoint((who, scheme, end, *same) for who, scheme, _, end, *same in pieces)


@SETTINGS
@given(benefits)
def test_spells_are_the_days_joined_by_the_gap_rule(warehouse, rows):
    tell(warehouse, benefit_spells=rows)
    expected = {
        (who, scheme, *stretch)
        for who, told in by_person(rows).items()
        for scheme, days in degrees(WALK, told).items()
        for stretch in stretches(WALK, set(days), GAP_DAYS[scheme])
    }
    assert sorted(map(str, expected)) == sorted(str(row[:4]) for row in rows_of(warehouse, "benefit_spell"))


@SETTINGS
@given(registrations)
def test_registrations_are_the_days_joined_without_a_gap(warehouse, rows):
    tell(warehouse, registrations=rows)
    expected = {
        (who, *stretch)
        for who, told in by_person(rows).items()
        for stretch in stretches(
            WALK, set().union(*(WALK.covered(row["start_on"], row["end_on"]) for row in told)), 0
        )
    }
    assert sorted(map(str, expected)) == sorted(map(str, rows_of(warehouse, "registration")))


@SETTINGS
@given(states, registrations)
def test_everybody_has_in_every_month_the_state_that_was_known_last(warehouse, told, others):
    tell(warehouse, person_states=told, registrations=others)
    assert broken_laws(warehouse) == []
    rows = rows_of(warehouse, "person_state")
    found = {}
    for who, first, following, *state in rows:
        for year, month in WALK.months:
            if first <= year * 12 + month - 1 < following:
                assert (who, year, month) not in found
                found[who, year, month] = tuple(state)
    known = by_person(told)
    assert found == {
        (who, year, month): state_of_month(WALK, known[who], year, month)
        for who in {row["person_id"] for row in (*told, *others)}
        for year, month in WALK.months
    }
    begun = {(who, first, *state) for who, first, _, *state in rows}
    assert begun.isdisjoint((who, following, *state) for who, _, following, *state in rows)


@SETTINGS
@given(benefits, registrations, states, st.randoms(use_true_random=False))
def test_neither_the_order_of_rows_nor_telling_again_changes_anything(
    warehouse, spells, stretched, told, random
):
    sources = {"benefit_spells": spells, "registrations": stretched, "person_states": told}
    tables = ("person_state", "benefit_piece", "benefit_spell", "registration")
    tell(warehouse, **sources)
    first = {table: rows_of(warehouse, table) for table in tables}
    assert broken_laws(warehouse) == []
    rebuild(warehouse, tiny_country())
    assert {table: rows_of(warehouse, table) for table in tables} == first
    tell(warehouse, **{source: random.sample(rows, len(rows)) for source, rows in sources.items()})
    assert {table: rows_of(warehouse, table) for table in tables} == first


def test_equal_rows_tear_nothing_apart_where_there_are_many(warehouse):
    """Ties in a sort show only at scale, where several threads sort: each row here comes three times."""
    replace_all(warehouse, {})
    warehouse.execute("""
        insert into raw.benefit_spells by name
        select
            md5(cast(number // 20 as varchar))::uuid as person_id,
            ['first', 'second', 'third'][1 + number % 3] as scheme,
            date '2023-01-01' + cast(hash(number) % 300 as integer) as start_on,
            start_on + 1 + cast(hash(number, 1) % 30 as integer) as end_on,
            [50, 100][1 + number % 2] as degree,
            'drawn' as delivery
        from range(60000) as numbers(number)
        cross join range(3)
    """)
    warehouse.execute("""
        insert into raw.registrations
        select person_id, start_on, end_on, delivery from raw.benefit_spells
    """)
    rebuild(warehouse, tiny_country())
    assert broken_laws(warehouse) == []
    first = [rows_of(warehouse, table) for table in ("benefit_piece", "benefit_spell", "registration")]
    rebuild(warehouse, tiny_country())
    again = [rows_of(warehouse, table) for table in ("benefit_piece", "benefit_spell", "registration")]
    assert again == first


def test_the_walk_itself_counts_as_a_reader_would():
    days = {date(2024, 1, 1), date(2024, 1, 2), date(2024, 1, 5), date(2024, 2, 29)}
    assert stretches(WALK, days, 2) == {
        (date(2024, 1, 1), date(2024, 1, 6)),
        (date(2024, 2, 29), None),
    }
    assert len(stretches(WALK, days, 1)) == 3
