"""What each measure counts of one person: days, events or whole spells, as the definitions say it in words."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from tests.support.person_oracle_destination import came_from, destination
from tests.support.person_oracle_lasting import (
    Spans,
    benefit_days_with_work,
    long_registered_days,
    long_term_days,
    many_schemes_days,
    registered_days,
    registered_days_on_benefit,
    very_long_term_months,
    whole,
)
from tests.support.person_oracle_people import (
    Spell,
    benefit_days,
    benefit_spells,
    first_choice_days,
    runs,
)
from tests.support.person_oracle_register import DAY, Register, Row, days_of, month_of

NO_SCHEME = ""
MONTHS_OF_A_QUARTER = 3


class Event(NamedTuple):
    """Something that happens on a day; `own` is its scheme, if it has one, `way` where it led to or came from."""

    own: str
    day: date
    amount: int = 1
    way: str = ""


class Followed(NamedTuple):
    """A spell followed for some days, to its end or as long as anything is known of it."""

    own: str
    first: date
    days: int
    ended: bool

    @property
    def last(self) -> date:
        """The last day on which it is followed."""
        return self.first + timedelta(days=self.days - 1)


def activated_days(register: Register, person: str) -> Spans:
    """The days on benefit that have an activity of whatever kind."""
    active = {day for row in register.of(person, "activities") for day in register.days(row)}
    return {
        scheme: {day: degree for day, degree in days.items() if day in active}
        for scheme, days in first_choice_days(register, person).items()
    }


def open_cases(register: Register, person: str) -> Spans:
    """The days on which a case of the person is open."""
    return whole(day for case in register.of(person, "cases") for day in _open_days(register, case))


def open_cases_with_plan(register: Register, person: str) -> Spans:
    """The days on which a case of the person is open and a plan has been made in it."""
    days: set[date] = set()
    for case in register.of(person, "cases"):
        made = [row["happened_on"] for row in _events(register, case, "plan") if row["happened_on"]]
        days |= {day for day in _open_days(register, case) if made and day >= min(made)}
    return whole(days)


def benefit_entries(register: Register, person: str) -> list[Event]:
    """The first day of each spell, if enough days before it are known, and where it came from."""
    return [
        Event(spell.scheme, spell.start, way=came_from(register, person, spell))
        for spell in benefit_spells(register, person)
        if entry_known(register, spell)
    ]


def benefit_exits(register: Register, person: str) -> list[Event]:
    """The last day of each spell, if enough days after it are known, and where it led to."""
    spells = exited(register, person)
    return [leaving(spell)._replace(way=destination(register, person, spell)) for spell in spells]


def placements(register: Register, person: str) -> list[Event]:
    """Every placement."""
    return [Event(NO_SCHEME, row["placed_on"]) for row in register.of(person, "placements")]


def first_interviews_due(register: Register, person: str) -> list[Event]:
    """The first talk of each new case, on the day on which it is due, if the case is open then."""
    return [Event(NO_SCHEME, talks[0]["due_on"]) for talks in _first_interviews(register, person)]


def first_interviews_in_time(register: Register, person: str) -> list[Event]:
    """Those of them that were held by that day."""
    return [
        Event(NO_SCHEME, talks[0]["due_on"])
        for talks in _first_interviews(register, person)
        if any(talk["happened_on"] and talk["happened_on"] <= talk["due_on"] for talk in talks)
    ]


def ended_spells(register: Register, person: str) -> list[Followed]:
    """The spells with a known exit, with their whole length."""
    return [
        Followed(spell.scheme, spell.start, (leaving(spell).day - spell.start).days + 1, ended=True)
        for spell in exited(register, person)
    ]


def begun_spells(register: Register, person: str) -> list[Followed]:
    """The spells with a known entry, followed to a known exit or as long as an exit could be known."""
    found = []
    for spell in benefit_spells(register, person):
        ended = exit_known(register, spell)
        seen_until = register.known["benefit_spells"][1] - register.schemes[spell.scheme] * DAY
        days = ((spell.end if ended else seen_until) - spell.start).days
        if entry_known(register, spell) and days > 0:
            found.append(Followed(spell.scheme, spell.start, days, ended))
    return found


def spells_under_way(register: Register, person: str) -> list[Followed]:
    """The spells so far at the end of each quarter of which the last day is a day on the benefit."""
    found = []
    for scheme, days in benefit_days(register, person).items():
        for first, last in runs(set(days), register.schemes[scheme]):
            found += [
                Followed(scheme, first, (day - first).days + 1, ended=True)
                for day in _quarter_ends(first, last)
                if day in days
            ]
    return found


def exited(register: Register, person: str) -> list[Spell]:
    """The spells with a known exit."""
    return [spell for spell in benefit_spells(register, person) if exit_known(register, spell)]


def leaving(spell: Spell) -> Event:
    """The exit of a spell that has one: its last day."""
    if spell.end is None:
        raise ValueError("The spell has not ended.")
    return Event(spell.scheme, spell.end - DAY)


def entry_known(register: Register, spell: Spell) -> bool:
    """Whether enough days before it are known for the spell to be new."""
    known_from, _ = register.known["benefit_spells"]
    return (spell.start - known_from).days > register.schemes[spell.scheme]


def exit_known(register: Register, spell: Spell) -> bool:
    """Whether it has ended, and enough days after it are known."""
    _, known_until = register.known["benefit_spells"]
    return spell.end is not None and (known_until - spell.end).days > register.schemes[spell.scheme]


def _quarter_ends(first: date, last: date) -> Iterator[date]:
    for month in range(month_of(first), month_of(last) + 1):
        if (month + 1) % MONTHS_OF_A_QUARTER == 0 and days_of(month)[-1] <= last:
            yield days_of(month)[-1]


def _first_interviews(register: Register, person: str) -> list[list[Row]]:
    """Of each case that has a first interview that is not exempted, the contacts due on its day."""
    return [talks for talks in first_talks(register, person) if not any(row["exempt"] for row in talks)]


def first_talks(register: Register, person: str) -> list[list[Row]]:
    """Of each case that has a first interview that counts, exempted or not, the contacts due on its day."""
    known_from, known_until = register.known["cases"][0], register.known["case_events"][1]
    found = []
    for case in register.of(person, "cases"):
        due = [row for row in _events(register, case, "contact") if row["due_on"]]
        first = [row for row in due if row["due_on"] == min(talk["due_on"] for talk in due)]
        if case["opened_on"] < known_from or not first:
            continue
        day = first[0]["due_on"]
        if day < known_until and (case["closed_on"] is None or day < case["closed_on"]):
            found.append(first)
    return found


def _open_days(register: Register, case: Row) -> set[date]:
    return register.days(case, "opened_on", "closed_on")


def _events(register: Register, case: Row, kind: str) -> list[Row]:
    rows = register.of(case["person_id"], "case_events")
    return [row for row in rows if row["case_id"] == case["case_id"] and row["kind"] == kind]


SPANS: Mapping[str, Callable[..., Spans]] = {
    "benefit_days": benefit_days,
    "benefit_days_resolved": first_choice_days,
    "activated_days": activated_days,
    "registered_days": registered_days,
    "registered_days_on_benefit": registered_days_on_benefit,
    "long_registered_days": long_registered_days,
    "long_term_days": long_term_days,
    "many_schemes_days": many_schemes_days,
    "very_long_term_months": very_long_term_months,
    "benefit_days_with_work": benefit_days_with_work,
    "open_cases": open_cases,
    "open_cases_with_plan": open_cases_with_plan,
}
EVENTS: Mapping[str, Callable[..., list[Event]]] = {
    "benefit_entries": benefit_entries,
    "benefit_exits": benefit_exits,
    "placements": placements,
    "first_interviews_due": first_interviews_due,
    "first_interviews_in_time": first_interviews_in_time,
}
SPELLS: Mapping[str, Callable[..., list[Followed]]] = {
    "benefit_spells": ended_spells,
    "benefit_spells_begun": begun_spells,
    "benefit_spells_under_way": spells_under_way,
}
