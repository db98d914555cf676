"""A person's past, looked at day by day: where and who they were each month, what they received each day."""

from collections import defaultdict
from datetime import date
from typing import NamedTuple

from tests.support.person_oracle_register import DAY, Register, Row

NOT_STATED = "not_stated"
AGE_BANDS = ("16-24", "25-29", "30-39", "40-49", "50-59", "60-66")


class State(NamedTuple):
    """Where and who somebody is in a month; the fields are called as the breakdowns are."""

    area: str
    sex: str
    age: str
    origin: str


class Spell(NamedTuple):
    """An uninterrupted time on one scheme; `end` is the first day after, None when it is still open."""

    scheme: str
    start: date
    end: date | None


def state_in(register: Register, person: str, month: int) -> State | None:
    """The state that the person has in a month: the last one known on any of its days. A workplace has one for ever.

    Where several hold on a day it is the one that began last. Nothing for who is too young or too old to be counted.
    """
    if person in register.workplaces:
        return State(area_of(register, register.workplaces[person].told), NOT_STATED, NOT_STATED, NOT_STATED)
    last = register.last_state(person, month)
    if last:
        return _stated(register, last, month // 12)
    return State(register.not_stated_area, NOT_STATED, NOT_STATED, NOT_STATED)


def _stated(register: Register, row: Row, year: int) -> State | None:
    age = _age_band(row["birth_year"], year)
    if age is None:
        return None
    return State(area_of(register, row["area"]), row["sex"] or NOT_STATED, age, row["origin"] or NOT_STATED)


def _age_band(born: int | None, year: int) -> str | None:
    if born is None:
        return NOT_STATED
    for band in AGE_BANDS:
        youngest, oldest = map(int, band.split("-"))
        if youngest <= year - born <= oldest:
            return band
    return None


def area_of(register: Register, code: str | None) -> str:
    """The area as delivered; an unknown one is not stated."""
    known = {place.code for place in register.places if register.roles[place.level] in {"base", "residual"}}
    return code if code in known else register.not_stated_area


def benefit_days(register: Register, person: str) -> dict[str, dict[date, int]]:
    """Of each scheme the days on it, each with its degree: the highest that a row gives that day."""
    days: dict[str, dict[date, int]] = defaultdict(dict)
    for row in register.of(person, "benefit_spells"):
        known = days[row["scheme"]]
        for day in register.days(row):
            known[day] = max(known.get(day, 0), row["degree"])
    return days


def first_choice_days(register: Register, person: str) -> dict[str, dict[date, int]]:
    """The days on benefit, each on one scheme only: the one with priority."""
    days = benefit_days(register, person)
    taken: set[date] = set()
    first: dict[str, dict[date, int]] = {}
    for scheme in register.schemes:
        first[scheme] = {day: degree for day, degree in days.get(scheme, {}).items() if day not in taken}
        taken |= first[scheme].keys()
    return first


def benefit_spells(register: Register, person: str) -> list[Spell]:
    """The days of each scheme joined to spells: a break of at most the scheme's gap days does not end one."""
    spells = []
    for scheme, days in benefit_days(register, person).items():
        for first, last in runs(set(days), register.schemes[scheme]):
            open_still = last + DAY >= register.horizon
            spells.append(Spell(scheme, first, None if open_still else last + DAY))
    return spells


def runs(days: set[date], gap_days: int) -> list[tuple[date, date]]:
    """First and last day of each run of days; up to so many days may be missing within one."""
    found: list[tuple[date, date]] = []
    for day in sorted(days):
        if found and (day - found[-1][1]).days - 1 <= gap_days:
            found[-1] = (found[-1][0], day)
        else:
            found.append((day, day))
    return found
