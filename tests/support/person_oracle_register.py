"""What the person oracle is told: a tiny country and the rows of the raw tables; and the days of a month."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from typing import Any, NamedTuple

from tests.support.person_oracle_places import Places
from tests.support.worlds import Member, Place, Step

Row = Mapping[str, Any]
"""One row of a raw table, by column; an end is the first day after, None while it is open."""

PERSON_SOURCES = (
    *("person_states", "benefit_spells", "registrations", "activities"),
    *("work_months", "payments", "education_months", "pensions", "placements", "cases", "case_events"),
    *("sanctions", "applications"),
    "need_assessments",
    *("employers", "vacancies", "layoff_notices"),
)
OF_WORKPLACES = ("employers", "vacancies", "layoff_notices")
DAY = timedelta(days=1)


class Workplace(NamedTuple):
    """An employer in one area that is told of it, or in none, be it that none was told or none that is known."""

    employer: str
    told: str | None

    @property
    def name(self) -> str:
        """What it goes by among the people of a register."""
        return f"{self.employer} in {self.told}"


def month_of(day: date) -> int:
    """The day's month, counted from January of year 0."""
    return day.year * 12 + day.month - 1


def first_day(month: int) -> date:
    """The first day of a month."""
    return date(month // 12, month % 12 + 1, 1)


def days_from(first: date, after: date) -> Iterator[date]:
    """Every day from `first` up to the one before `after`."""
    day = first
    while day < after:
        yield day
        day += DAY


def days_of(month: int) -> list[date]:
    """Every day of a month."""
    return list(days_from(first_day(month), first_day(month + 1)))


@dataclass(frozen=True)
class Register:
    """A country, its people's rows, and of which days each source tells (`known`: first day, first day after)."""

    places: Sequence[Place]
    members: Sequence[Member]
    roles: Mapping[str, str]
    schemes: Mapping[str, int]
    """Gap days by scheme; the first has priority over the later ones."""
    not_stated_area: str
    known: Mapping[str, tuple[date, date]]
    rows: Mapping[str, Sequence[Row]]
    steps: Sequence[Step] = field(default=())
    decision_days: Mapping[str, int] = field(default_factory=dict)
    """By which day an application is to be decided, the one on which it is complete being the first, by scheme."""
    money_unit: int = 10_000
    """So much money is one in sums of it."""
    money_largest: int = 25_000
    """So much of what a person is paid in a month counts."""

    def of(self, person: str, source: str) -> list[Row]:
        """What a source tells of a person."""
        return self._rows_of.get((person, source), [])

    @cached_property
    def _rows_of(self) -> Mapping[tuple[str, str], list[Row]]:
        found: dict[tuple[str, str], list[Row]] = {}
        for source, rows in self.rows.items():
            for row in rows:
                found.setdefault((row["person_id"], source), []).append(row)
        return found

    @cached_property
    def people(self) -> list[str]:
        """Everybody of whom any source tells, and after them the workplaces."""
        persons = {row["person_id"] for source in PERSON_SOURCES for row in self.rows.get(source, ())}
        return [*sorted(persons), *self.workplaces]

    @cached_property
    def workplaces(self) -> Mapping[str, Workplace]:
        """By name the workplaces of which any source tells."""
        told = (row for source in OF_WORKPLACES for row in self.rows.get(source, ()))
        found = {Workplace(row["person_id"], self.place_told(row["area"])) for row in told}
        return {one.name: one for one in sorted(found, key=lambda one: one.name)}

    def place_told(self, code: str | None) -> str | None:
        """The area that a code means: a municipality or a residual area; none where it is the one of nobody knows."""
        known = {place.code for place in self.places if self.roles[place.level] in {"base", "residual"}}
        return code if code in known - {self.not_stated_area} else None

    @cached_property
    def months(self) -> range:
        """The months that every source tells of from their first to their last day."""
        told = [self.known[source] for source in PERSON_SOURCES if source in self.known]
        starts, ends = max(first for first, _ in told), min(after for _, after in told)
        return range(month_of(starts - DAY) + 1, month_of(ends))

    @cached_property
    def horizon(self) -> date:
        """A day so late that nothing after it can matter; what is open lasts until then."""
        return max(after for _, after in self.known.values()) + 700 * DAY

    def days(self, row: Row, start: str = "start_on", end: str = "end_on") -> set[date]:
        """The days that a row covers."""
        return set(days_from(row[start], min(row[end] or self.horizon, self.horizon)))

    @cached_property
    def around(self) -> Places:
        """Whose people count where."""
        places = {place.code: place for place in self.places}
        return Places(places, self.members, self.steps, self.roles, days_of(self.months[-1])[-1])

    def shown(self, day: date) -> set[str]:
        """The areas that have figures on a day: those that stand or are told of before their time.

        Residual ones only if somebody is ever in them.
        """
        residual = {place.code for place in self.places if self.roles[place.level] == "residual"}
        return self.around.shown(day) - (residual - self._somebody_in)

    @cached_property
    def _somebody_in(self) -> set[str | None]:
        """The areas that a workplace or some person's state is in, and the one of those of whom nothing is known."""
        rows = self.rows.get("person_states", ())
        turns = {month_of(day) for row in rows for day in (row["valid_from"], row["valid_to"]) if day}
        turns |= {month + 1 for month in turns}
        held = [self.last_state(person, month) for person in self.people for month in turns]
        of_work = {one.told for one in self.workplaces.values()}
        return of_work | {row["area"] for row in held if row} | {self.not_stated_area}

    def last_state(self, person: str, month: int) -> Row | None:
        """What is known of a person on the last day of a month of which anything is: what began last, of several."""
        rows = self.of(person, "person_states")
        for day in reversed(days_of(month)):
            held = [
                row
                for row in rows
                if row["valid_from"] <= day and (row["valid_to"] is None or day < row["valid_to"])
            ]
            if held:
                return max(held, key=lambda row: row["valid_from"])
        return None

    def areas_around(self, code: str, day: date) -> set[str]:
        """The areas that people whose state names this one count in on that day."""
        return self.around.around(code, day)

    def areas_above(self, code: str, day: date) -> set[str]:
        """The other areas in which everybody counts who counts in this one on that day."""
        here = self.around.codes_in(code, day)
        return {
            place.code for place in self.places if here and here <= self.around.codes_in(place.code, day)
        } - {code}


def work_is_known(register: Register, month: int) -> bool:
    """Whether the records of work cover the whole month."""
    known_from, known_until = register.known["work_months"]
    return known_from <= first_day(month) and first_day(month + 1) <= known_until
