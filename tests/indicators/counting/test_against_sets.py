"""Counts two ways, on random tiny registers in which people move, spells touch and keys wrap around."""

from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from indicators.counting import Figure
from tests.indicators.counting.register import (
    ENTRIES,
    FULL_TIME,
    MEAN,
    MEDIAN,
    PERSONS_ON_BENEFIT,
    STILL_ON,
    WITH_PLAN,
    Register,
    Row,
    State,
    count,
    load,
)
from tests.indicators.counting.sets import Item, Sets, mean_weeks, median_weeks, month_of, survival_at
from tests.support.worlds import Member, Place, empty_warehouse
from warehouse.connection import Connection

pytestmark = pytest.mark.slow

GAP = timedelta(days=28)
DAYS = [date(2023, 11, 15), date(2023, 12, 31), date(2024, 1, 1), date(2024, 1, 31), date(2024, 2, 1)]
DAYS += [
    date(2024, 2, 29),
    date(2024, 4, 30),
    date(2024, 5, 1),
    date(2024, 12, 1),
    date(2024, 12, 31),
    date(2025, 2, 15),
]
MONTHS = ["2020-01", "2023-12", "2024-01", "2024-02", "2024-04", "2024-12", "2025-01"]
LENGTHS = [None, 1, 2, 14, 19, 20, 21, 29, 31, 60, 90, 366]
KEYS = [1, 2**64 - 1, 2**64 - 2, 2**63, 12345678901234567890]

people = st.sampled_from([1, 1, 1, 2, 3])
spans = st.tuples(st.sampled_from(DAYS), st.sampled_from(LENGTHS)).map(
    lambda drawn: (drawn[0], drawn[1] and drawn[0] + timedelta(days=drawn[1]))
)
states = st.builds(
    State,
    people,
    st.sampled_from(MONTHS),
    st.sampled_from(["A", "B", "C", "NS"]),
    st.sampled_from(["25-29", "30-39", "outside", "not_stated"]),
    st.sampled_from(["female", "male"]),
    st.sampled_from(["native", "western"]),
)


@st.composite
def runs_a_month_apart(draw: st.DrawFn) -> list[Row]:
    """Spans of one person with exactly one month between them, or none."""
    start = draw(st.sampled_from([month_of(date(2023, 11, 1)), month_of(date(2024, 1, 1))]))
    person, found = draw(people), []
    for _ in range(draw(st.integers(2, 4))):
        length = draw(st.integers(1, 2))
        first, after = (date(number // 12, number % 12 + 1, 1) for number in (start, start + length))
        found.append((person, draw(st.sampled_from(["one", "two"])), first, after, 100, True))
        start += length + draw(st.integers(0, 1))
    return found


@st.composite
def pieces_of_benefit(draw: st.DrawFn) -> list[tuple]:
    """Days on benefits: some twice, some a month apart."""
    drawn = [
        (
            draw(people),
            draw(st.sampled_from(["one", "two"])),
            *draw(spans),
            draw(st.sampled_from([100, 50, 37])),
            True,
        )
        for _ in range(draw(st.integers(0, 6)))
    ]
    return [
        *drawn,
        *draw(st.sampled_from([[], drawn[:1]])),
        *draw(st.one_of(st.just([]), runs_a_month_apart())),
    ]


@st.composite
def plans_of(draw: st.DrawFn, cases: list[tuple]) -> list[tuple]:
    """Plans of some of the cases, before and after others end."""
    return [
        (
            name,
            person,
            "plan",
            start + timedelta(days=draw(st.sampled_from([0, 20, 40, 70]))),
            None,
            False,
            None,
            None,
            None,
        )
        for name, person, start, _ in cases
        if draw(st.booleans())
    ]


@st.composite
def registers(draw: st.DrawFn) -> Register:
    """Three people in three municipalities, one of which changes region."""
    change = draw(st.sampled_from([date(2024, 5, 1), date(2024, 12, 31)]))
    pieces = draw(pieces_of_benefit())
    until = date(2025, 2, 1)
    spells = {  # two that begin on one day would be one
        (person, scheme, start): (
            *(person, scheme, start, end),
            *(start > date(2024, 1, 1), end is not None and end + GAP < until),
        )
        for person, scheme, start, end, *_ in pieces
    }
    cases = [(f"{number}", person, start, end) for number, (person, _, start, end, *_) in enumerate(pieces)]
    plans = draw(plans_of(cases))
    told = {(one.person, one.month): one for one in draw(st.lists(states, min_size=1, max_size=6))}
    return Register(
        list(told.values()),
        {
            "benefit_piece": pieces,
            "benefit_spell": [*spells.values()],
            "case_file": cases,
            "case_event": plans,
        },
        {person: draw(st.sampled_from(KEYS)) for person in (1, 2, 3)},
        date(2024, 1, 1),
        until,
        (
            *(Place("XX", "country"), Place("R", "region"), Place("S", "region")),
            *(Place(code, "municipality") for code in "ABC"),
            Place("NS", "elsewhere"),
        ),
        (
            *(Member("R", "A"), Member("R", "B", None, change - timedelta(days=1))),
            *(Member("S", "B", change), Member("S", "C")),
        ),
    )


@pytest.fixture(scope="module")
def warehouse() -> Iterator[Connection]:
    with empty_warehouse() as connection:
        yield connection


def expected(figure: Figure, register: Register) -> dict:
    sets = Sets(register)
    pieces, cases = register.rows["benefit_piece"], register.rows["case_file"]
    ways = {
        PERSONS_ON_BENEFIT: lambda: sets.persons([row[:4] for row in pieces]),
        FULL_TIME: lambda: sets.full_time(pieces),
        ENTRIES: lambda: sets.events(entered(register)),
        WITH_PLAN: lambda: sets.persons(with_plan(register), [(row[1], None, *row[2:4]) for row in cases]),
        STILL_ON: lambda: sets.durations(followed(register), survival_at(STILL_ON.at_days)),
        MEAN: lambda: sets.durations(ended(register), mean_weeks),
        MEDIAN: lambda: sets.durations(ended(register), median_weeks),
    }
    return ways[figure]()


def entered(register: Register) -> Iterator[Item]:
    for person, scheme, start, _, begins, _ in register.rows["benefit_spell"]:
        if begins:
            yield Item(person, scheme, month_of(start))


def ended(register: Register) -> Iterator[Item]:
    for person, scheme, start, end, _, ends in register.rows["benefit_spell"]:
        if ends:
            yield Item(person, scheme, month_of(end - timedelta(days=1)), Fraction((end - start).days))


def with_plan(register: Register) -> Iterator[tuple[int, None, date, date | None]]:
    for name, person, opened, closed in register.rows["case_file"]:
        held = [row[3] for row in register.rows["case_event"] if row[0] == name]
        if held:
            yield person, None, max(opened, min(held)), closed


def followed(register: Register) -> Iterator[Item]:
    for person, scheme, start, end, begins, ends in register.rows["benefit_spell"]:
        last = end if ends else register.known_until - GAP
        if begins and start < last:
            yield Item(person, scheme, month_of(start), Fraction((last - start).days), not ends)


@given(registers())
@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
def test_counts_agree(warehouse, register):
    load(warehouse, register)
    for figure in (PERSONS_ON_BENEFIT, FULL_TIME, ENTRIES, WITH_PLAN, MEAN, MEDIAN, STILL_ON):
        got, wanted = count(warehouse, figure), expected(figure, register)
        assert set(got) == set(wanted), figure.name
        assert {slot: (got[slot], wanted[slot]) for slot in got if got[slot] != wanted[slot]} == {}, (
            figure.name
        )
