"""What each measure counts of one person: days, events or whole spells, as its definition says."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import NamedTuple

from tests.support.person_oracle_people import Spell, benefit_days, benefit_spells, first_choice_days
from tests.support.person_oracle_register import DAY, Register, Row, month_of

Spans = dict[str, dict[date, int]]
"""One person's counted days: by own category, each day with its degree in per cent."""

WHOLE_DEGREE = 100
NO_SCHEME = ""


class Event(NamedTuple):
    """Something that happens on a day; `own` is its scheme, if it has one."""

    own: str
    day: date
    amount: int = 1


def registered_days(register: Register, person: str) -> Spans:
    """The days on which somebody is registered as unemployed."""
    return _whole_days(day for row in register.of(person, "registrations") for day in register.days(row))


def activated_days(register: Register, person: str) -> Spans:
    """The days on benefit that have an activity."""
    active = {day for row in register.of(person, "activities") for day in register.days(row)}
    days = first_choice_days(register, person)
    return {
        scheme: {day: degree for day, degree in known.items() if day in active}
        for scheme, known in days.items()
    }


def open_cases(register: Register, person: str) -> Spans:
    """The days on which a case of the person is open."""
    return _whole_days(
        day for case in register.of(person, "cases") for day in register.days(case, "opened_on", "closed_on")
    )


def open_cases_with_plan(register: Register, person: str) -> Spans:
    """The days on which a case of the person is open and has a plan, made that day or before."""
    days: set[date] = set()
    for case in register.of(person, "cases"):
        plans = _held(register, person, case, "plan")
        if plans:
            days |= {day for day in register.days(case, "opened_on", "closed_on") if day >= min(plans)}
    return _whole_days(days)


def _held(register: Register, person: str, case: Row, kind: str) -> list[date]:
    """The days on which events of a kind happened in a case."""
    return [row["happened_on"] for row in _events(register, person, case, kind) if row["happened_on"]]


def _events(register: Register, person: str, case: Row, kind: str) -> list[Row]:
    rows = register.of(person, "case_events")
    return [row for row in rows if row["case_id"] == case["case_id"] and row["kind"] == kind]


def _whole_days(days) -> Spans:
    return {NO_SCHEME: dict.fromkeys(days, WHOLE_DEGREE)}
