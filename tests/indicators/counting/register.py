"""Tiny registers of persons, put straight into the core, and what is counted of them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple
from uuid import UUID

from etl import core
from indicators.calendar import make_calendar
from indicators.catalogue import MEASURES
from indicators.counting import Figure, Wanted, count_figure, known_months, prepare_counting
from indicators.measure import read_measures
from tests.support.worlds import PROFILE, Member, Place, Step, empty_warehouse
from warehouse.areas import Country, country_from_rows
from warehouse.connection import Connection, run_sql
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
CORE = Path(core.__file__).parent / "sql"
SOURCES = ("person_states", "benefit_spells", "cases", "case_events")
TABLES = ("benefit_piece", "benefit_spell", "benefit_exit", "benefit_entry", "case_file", "case_event")
UNKNOWN = ("NS", "not_stated", "not_stated", "not_stated")
"""The state of whom nothing is told."""

Row = tuple[Any, ...]


class State(NamedTuple):
    """Who and where a person is from a month on."""

    person: int
    month: str
    area: str = "A"
    age: str = "25-29"
    sex: str = "female"
    origin: str = "native"


class Counted(NamedTuple):
    """What is counted in a cell."""

    value: Decimal | None
    contributors: int
    key: int


class Slot(NamedTuple):
    """A cell's place."""

    kind: str
    period: str
    area: str
    breakdown: str = "all"
    category: str = "all"


@dataclass(frozen=True)
class Register:
    """All that is known of a tiny country's people; `rows` are those of core tables, with numbers for persons."""

    states: Sequence[State]
    rows: Mapping[str, Sequence[Row]]
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
    def people(self) -> list[int]:
        """Everybody."""
        named = {value for rows in self.rows.values() for row in rows for value in row[:2]}
        return sorted(
            {state.person for state in self.states} | {one for one in named if isinstance(one, int)}
        )

    def key(self, person: int) -> int:
        """A person's key."""
        return self.keys.get(person, 1000 + person)


def month(text: str) -> int:
    """A month's number."""
    year, _, number = text.partition("-")
    return int(year) * 12 + int(number) - 1


def day(text: str | None) -> date | None:
    """The first day after a last day."""
    return date.fromisoformat(text) + timedelta(days=1) if text else None


def piece(person: int, scheme: str, first: str, last: str | None, degree: int = 100) -> Row:
    """A row of `benefit_piece`."""
    return person, scheme, date.fromisoformat(first), day(last), degree, True


def spell(person: int, scheme: str, first: str, last: str | None) -> Row:
    """A row of `benefit_spell`; one that has a last day is known to have ended."""
    return person, scheme, date.fromisoformat(first), day(last), True, last is not None


def case(name: str, person: int, first: str, last: str | None) -> Row:
    """A row of `case_file`."""
    return name, person, date.fromisoformat(first), day(last)


def plan_made(name: str, person: int, held: str) -> Row:
    """A row of `case_event`."""
    return name, person, "plan", date.fromisoformat(held), None, False, None, None, None


def state_rows(register: Register) -> Iterator[Row]:
    """The rows of `core.person_state`, complete and disjoint."""
    for person in register.people:
        told = {month(one.month): tuple(one[2:]) for one in register.states if one.person == person}
        turns = sorted({NEVER: UNKNOWN, **told}.items())
        ends = [*(start for start, _ in turns[1:]), FOREVER]
        for (start, (area, age, sex, origin)), end in zip(turns, ends, strict=True):
            yield person, start, end, area, age, sex, origin


def load(connection: Connection, register: Register) -> None:
    """Put a register in the place of whatever was there, ready to be counted."""
    write_country(connection, register.country)
    connection.execute("create or replace temp table person_key (person_id uuid, person_key ubigint)")
    told = (register.known_from, register.known_until)
    rows: dict[str, Iterable[Row]] = {f"core.{table}": () for table in TABLES}
    rows |= {f"core.{table}": lines for table, lines in register.rows.items()}
    rows["core.person_state"] = state_rows(register)
    rows["core.coverage"] = [(source, *told) for source in SOURCES]
    rows["person_key"] = [(UUID(int=person), register.key(person)) for person in register.people]
    for table, lines in rows.items():
        connection.execute(f"delete from {table}")
        place = connection.table(table).columns.index("person_id") if "coverage" not in table else None
        values = [[_identity(value, at == place) for at, value in enumerate(line)] for line in lines]
        if values:
            row = f"({', '.join('?' * len(values[0]))})"
            given = [value for line in values for value in line]
            connection.execute(f"insert into {table} values {', '.join([row] * len(values))}", given)
    for table in ("benefit_exit", "benefit_entry"):
        run_sql(connection, CORE / f"{table}.sql")  # they ask the others where people went to and came from
    make_calendar(connection)
    prepare_counting(connection, register.country, known_months(connection))


def _identity(value: Any, is_person: bool) -> Any:
    return UUID(int=value) if is_person and isinstance(value, int) else value


def count(
    connection: Connection,
    figure: Figure,
    breakdowns: Iterable[str] = BREAKDOWNS,
    kinds: Iterable[str] = PERIOD_KINDS,
    persons_at_once: int = 1000,
) -> dict[Slot, Counted]:
    """Count a figure of what is loaded; each cell stands there once."""
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


def counted(register: Register, figure: Figure) -> dict[Slot, Counted]:
    """Count a figure of a register."""
    with loaded(register) as connection:
        return count(connection, figure)


PERSONS_ON_BENEFIT = Figure("benefit_days persons", "benefit_days", "persons")
FULL_TIME = Figure("benefit_days amount", "benefit_days", "amount")
ENTRIES = Figure("benefit_entries amount", "benefit_entries", "amount")
EXITS = Figure("benefit_exits amount", "benefit_exits", "amount")
WITH_PLAN = Figure("with plan", "open_cases_with_plan", "persons", within="open_cases")
MEAN = Figure("benefit_spells mean", "benefit_spells", "mean")
MEDIAN = Figure("benefit_spells median", "benefit_spells", "median")
STILL_ON = Figure("survival", "benefit_spells_begun", "survival", at_days=20)
