"""What the measures of activities count of one person, as the definitions say it in words."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from tests.support.person_oracle_lasting import Spans, whole, worked_months
from tests.support.person_oracle_measures import (
    NO_SCHEME,
    Event,
    Followed,
    entry_known,
    exit_known,
)
from tests.support.person_oracle_people import Spell, benefit_spells
from tests.support.person_oracle_register import DAY, Register, Row, month_of, work_is_known

WITHIN_DAYS = 91
MONTHS_AFTER_ACTIVITY = 3
EMPLOYER_BASED = ("wage_subsidy", "work_placement")


def activity_days(register: Register, person: str) -> Spans:
    """The days on which somebody takes part in an activity, with benefit or without."""
    return whole(_active(register, person))


def activities_begun(register: Register, person: str) -> list[Event]:
    """The first day of each activity."""
    return [Event(NO_SCHEME, row["start_on"]) for row in _activities(register, person)]


def employer_based_begun(register: Register, person: str) -> list[Event]:
    """The first day of each one at an employer."""
    return [Event(NO_SCHEME, row["start_on"]) for row in _at_employers(register, person)]


def employer_based_ended(register: Register, person: str) -> list[Event]:
    """The last day of each one that has ended, if all of the third month after is covered by the records of work."""
    return [
        Event(NO_SCHEME, row["end_on"] - DAY)
        for row in _at_employers(register, person)
        if row["end_on"]
        and row["end_on"] <= register.known["activities"][1]
        and work_is_known(register, month_of(row["end_on"] - DAY) + MONTHS_AFTER_ACTIVITY)
    ]


def employer_based_employed(register: Register, person: str) -> list[Event]:
    """Those of them whose person has paid hours in that month."""
    worked = worked_months(register, person)
    return [
        ended
        for ended in employer_based_ended(register, person)
        if month_of(ended.day) + MONTHS_AFTER_ACTIVITY in worked
    ]


def first_activities_due(register: Register, person: str) -> list[Event]:
    """The first day of each new spell that lasts for 91 days or has an activity on one of its first 91 days."""
    return [
        Event(spell.scheme, spell.start)
        for spell in _watched(register, person)
        if _lasts(spell) or _active_early(register, person, spell)
    ]


def first_activities_in_time(register: Register, person: str) -> list[Event]:
    """Those of them that have one."""
    return [
        Event(spell.scheme, spell.start)
        for spell in _watched(register, person)
        if _active_early(register, person, spell)
    ]


def spells_until_activity(register: Register, person: str) -> list[Followed]:
    """The new spells, followed to the first day of activity, else to the exit or as long as anything is known."""
    active = _active(register, person)
    found = []
    for spell in _new_spells(register, person):
        benefits_end = register.known["benefit_spells"][1] - register.schemes[spell.scheme] * DAY
        seen_until = spell.end if spell.end and exit_known(register, spell) else benefits_end
        seen_until = min(seen_until, register.known["activities"][1])
        days = (seen_until - spell.start).days
        waited = [number for number in range(1, days + 1) if spell.start + (number - 1) * DAY in active]
        if days > 0:
            found.append(Followed(spell.scheme, spell.start, min(waited, default=days), ended=bool(waited)))
    return found


def _activities(register: Register, person: str) -> Iterator[Row]:
    """The activities that have a day."""
    rows = register.of(person, "activities")
    return (row for row in rows if row["end_on"] is None or row["start_on"] < row["end_on"])


def _at_employers(register: Register, person: str) -> Iterator[Row]:
    return (row for row in _activities(register, person) if row["kind"] in EMPLOYER_BASED)


def _active(register: Register, person: str) -> set[date]:
    return {day for row in _activities(register, person) for day in register.days(row)}


def _new_spells(register: Register, person: str) -> Iterator[Spell]:
    return (spell for spell in benefit_spells(register, person) if entry_known(register, spell))


def _watched(register: Register, person: str) -> Iterator[Spell]:
    """The new spells of whose first 91 days all is known, a break at their end too."""
    for spell in _new_spells(register, person):
        after = spell.start + WITHIN_DAYS * DAY
        gap = register.schemes[spell.scheme] * DAY
        if after + gap <= register.known["benefit_spells"][1] and after <= register.known["activities"][1]:
            yield spell


def _lasts(spell: Spell) -> bool:
    return spell.end is None or (spell.end - spell.start).days >= WITHIN_DAYS


def _active_early(register: Register, person: str, spell: Spell) -> bool:
    days = [spell.start + number * DAY for number in range(WITHIN_DAYS)]
    return any(day in _active(register, person) for day in days if spell.end is None or day < spell.end)


SPANS: Mapping[str, Callable[..., Spans]] = {"activity_days": activity_days}
EVENTS: Mapping[str, Callable[..., list[Event]]] = {
    "activities_begun": activities_begun,
    "employer_based_begun": employer_based_begun,
    "employer_based_ended": employer_based_ended,
    "employer_based_employed": employer_based_employed,
    "first_activities_due": first_activities_due,
    "first_activities_in_time": first_activities_in_time,
}
SPELLS: Mapping[str, Callable[..., list[Followed]]] = {
    "spells_until_activity": spells_until_activity,
}
