"""Tiny registers of persons, put straight into the core, and what is counted of them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, NamedTuple
from uuid import UUID

from indicators.calendar import make_calendar
from indicators.catalogue import MEASURES
from indicators.counting import Figure, Wanted, count_figure, known_months, prepare_counting
from indicators.measure import read_measures
from tests.support.worlds import PROFILE, Member, Place, Step, empty_warehouse
from warehouse.areas import Country, country_from_rows
from warehouse.connection import Connection
from warehouse.country_tables import write_country

BREAKDOWNS = ("all", "sex", "age", "origin", "scheme", "sex.age", "origin.sex", "scheme.sex", "scheme.age")
PERIOD_KINDS = ("month", "quarter", "year", "rolling_year")
NEVER, FOREVER = -999999, 1000000
SCHEME = {"title": {"en": "Scheme"}, "group": "social_assistance", "gap_days": 28}
PERSONS = {
    "not_stated_area": "NS",
    "schemes": {"one": SCHEME, "two": SCHEME},
    "provisional_months": 2,
    "retention_years": 10,
    "protection": {"base": 5, "split_from": 20, "ratio_from": 50, "wide_below": 100, "least_persons": 10},
}
MEASURE = read_measures(MEASURES)


class State(NamedTuple):
    """Who and where a person is from a month on."""

    person: int
    month: int
    area: str = "A"
    age: str = "25-29"
    sex: str = "female"
    origin: str = "native"


UNKNOWN = ("NS", "not_stated", "not_stated", "not_stated")
"""The state of whom nothing is told."""


class Counted(NamedTuple):
    """What is counted in a cell."""

    value: Decimal | None
    contributors: int
    key: int


class Slot(NamedTuple):
    """A cell's place: `window` is the period's kind and last month."""

    kind: str
    period: str
    area: str
    breakdown: str = "all"
    category: str = "all"


@dataclass(frozen=True)
class Register:
    """All that is known of a tiny country's people; `rows` are the rows of core tables without the person."""

    states: Sequence[State]
    rows: Mapping[str, Sequence[tuple[Any, ...]]]
    keys: Mapping[int, int] = field(default_factory=dict)
    known_from: date = date(2024, 1, 1)
    known_until: date = date(2025, 1, 1)
    places: Sequence[Place] = (
        Place("XX", "country"),
        Place("R", "region"),
        Place("A", "municipality"),
        Place("B", "municipality"),
        Place("NS", "elsewhere"),
    )
    members: Sequence[Member] = (Member("R", "A"), Member("R", "B"))
    steps: Sequence[Step] = ()

    @property
    def country(self) -> Country:
        """The country."""
        return country_from_rows(
            {**PROFILE, "persons": PERSONS, "working_age": [16, 66]},
            [
                (code, level, code, code, "", "", "", first, last, None, None, 50.0, 10.0, "drawn")
                for code, level, first, last in self.places
            ],
            [("region", *member, "drawn") for member in self.members],
            [(*step, "drawn") for step in self.steps],
        )

    @property
    def people(self) -> set[int]:
        """Everybody."""
        return {state.person for state in self.states} | {row[0] for rows in self.rows.values() for row in rows}


def month(text: str) -> int:
    """A month's number."""
    year, _, number = text.partition("-")
    return int(year) * 12 + int(number) - 1


def identity(person: int) -> UUID:
    """A person's pseudonym."""
    return UUID(int=person)


def state_rows(register: Register) -> Iterator[tuple[Any, ...]]:
    """The rows of `core.person_state`, complete and disjoint."""
    for person in sorted(register.people):
        told = {one.month: one[2:] for one in register.states if one.person == person}
        turns = sorted({NEVER: UNKNOWN, **told}.items())
        for (start, state), after in zip(turns, [*(turn for turn, _ in turns[1:]), FOREVER], strict=True):
            area, age, sex, origin = state
            yield identity(person), start, after, area, age, sex, origin


def load(connection: Connection, register: Register) -> None:
    """Put a register in the place of whatever was there, ready to be counted."""
    write_country(connection, register.country)
    keys = {person: register.keys.get(person, 1000 + person) for person in register.people}
    sources = ("benefit_spells", "cases", "case_events", "person_states", "registrations", "work_months")
    tables = {
        "core.person_state": list(state_rows(register)),
        "core.coverage": [(source, register.known_from, register.known_until) for source in sources],
        "person_key": [(identity(person), key) for person, key in keys.items()],
        **{f"core.{table}": [] for table in ("benefit_piece", "benefit_spell", "case_file", "case_event")},
    }
    for table, rows in register.rows.items():
        tables[f"core.{table}"] = [
            (*row[:place], identity(row[place]), *row[place + 1 :])
            for place in [1 if table.startswith("case") else 0]
            for row in (row if place == 0 else (row[1], row[0], *row[2:]) for row in rows)
        ]
    connection.execute("create or replace temp table person_key (person_id uuid, person_key ubigint)")
    for table, rows in tables.items():
        connection.execute(f"delete from {table}")
        if rows:
            connection.executemany(f"insert into {table} values ({', '.join('?' * len(rows[0]))})", rows)
    make_calendar(connection)
    prepare_counting(connection, register.country, known_months(connection))


def count(
    connection: Connection,
    figure: Figure,
    breakdowns: Iterable[str] = BREAKDOWNS,
    kinds: Iterable[str] = PERIOD_KINDS,
    persons_at_once: int = 1000,
) -> dict[Slot, Counted]:
    """Count a figure of what is loaded; each cell once."""
    connection.execute("delete from mart.counted")
    wanted = Wanted(frozenset(breakdowns), frozenset(kinds))
    months = known_months(connection)
    count_figure(connection, figure, wanted, MEASURE, months, persons_at_once=persons_at_once)
    rows = connection.execute(
        "select period_kind, period, area, breakdown, category, value, contributors, cell_key from mart.counted"
    ).fetchall()
    cells = {Slot(*row[:5]): Counted(*row[5:]) for row in rows}
    assert len(cells) == len(rows)
    return cells


@contextmanager
def loaded(register: Register) -> Iterator[Connection]:
    """A warehouse with a register in it."""
    with empty_warehouse() as connection:
        load(connection, register)
        yield connection


def piece(person: int, scheme: str, first: str, last: str | None, degree: int = 100) -> tuple[Any, ...]:
    """A row of `benefit_piece`; `last` is the last day."""
    return person, scheme, date.fromisoformat(first), after(last), degree, True


def spell(
    person: int, scheme: str, first: str, last: str | None, entry: bool = True, exits: bool = True
) -> tuple[Any, ...]:
    """A row of `benefit_spell`; `last` is the last day."""
    return person, scheme, date.fromisoformat(first), after(last), entry, exits


def after(last: str | None) -> date | None:
    """The first day after a day."""
    return date.fromisoformat(last) + timedelta(days=1) if last else None
