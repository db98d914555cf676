"""What the measures of registrations as unemployed count of one person, as the definitions say it in words."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from tests.support.person_oracle_lasting import months_later, studied_months, worked_months
from tests.support.person_oracle_measures import NO_SCHEME, Event
from tests.support.person_oracle_people import benefit_days, runs
from tests.support.person_oracle_register import DAY, Register, first_day, month_of, work_is_known

PLACEMENT = "work_placement"


def registrations_followed_up(register: Register, person: str, *, follow_up_months: int) -> list[Event]:
    """The first day of each new time as registered, if work is known of all of so many months after its month."""
    return [
        Event(NO_SCHEME, first)
        for first, _ in _times(register, person)
        if first > register.known["registrations"][0]
        and all(work_is_known(register, month) for month in _months_after(first, follow_up_months))
    ]


def registrations_employed(register: Register, person: str, *, follow_up_months: int) -> list[Event]:
    """Those of them with paid hours in one of these months."""
    worked = worked_months(register, person)
    begun = registrations_followed_up(register, person, follow_up_months=follow_up_months)
    return [one for one in begun if worked & set(_months_after(one.day, follow_up_months))]


def registrations_ended(register: Register, person: str) -> list[Event]:
    """The last day of each time as registered that has ended."""
    return [Event(NO_SCHEME, last) for _, last in _ended(register, person)]


def registrations_ended_well(register: Register, person: str, *, months: int) -> list[Event]:
    """Those that lasted for less than so many months, with work, education or a placement in the month after."""
    good = worked_months(register, person) | studied_months(register, person) | _placed(register, person)
    return [
        Event(NO_SCHEME, last)
        for first, last in _ended(register, person)
        if last < months_later(first, months) and month_of(last) + 1 in good
    ]


def registrations_near_long_term(register: Register, person: str, *, months: int) -> list[Event]:
    """The day so many months after the first of each time that still lasts on the day one month fewer after it."""
    return [
        Event(NO_SCHEME, months_later(first, months))
        for first, last in _times(register, person)
        if months_later(first, months - 1) <= last
    ]


def registrations_long_term(register: Register, person: str, *, months: int) -> list[Event]:
    """Those of them that last on that day too."""
    return [
        Event(NO_SCHEME, months_later(first, months))
        for first, last in _times(register, person)
        if months_later(first, months - 1) <= last and months_later(first, months) <= last
    ]


def registrations_begun(register: Register, person: str) -> list[Event]:
    """The first day of each time as registered."""
    return [Event(NO_SCHEME, first) for first, _ in _times(register, person)]


def registrations_from_inactivity(register: Register, person: str) -> list[Event]:
    """Those in the month before which the person has no paid hours, education, benefit or registration."""
    told = worked_months(register, person) | studied_months(register, person)
    for days in (_registered(register, person), *benefit_days(register, person).values()):
        told |= {month_of(day) for day in days}
    return [one for one in registrations_begun(register, person) if month_of(one.day) - 1 not in told]


def integrations(register: Register, person: str) -> list[Event]:
    """The first day of each month with paid hours after one without in which the person was registered."""
    worked = worked_months(register, person)
    registered = {month_of(day) for day in _registered(register, person)}
    return [
        Event(NO_SCHEME, first_day(month))
        for month in sorted(worked)
        if month - 1 in registered - worked
        and work_is_known(register, month - 1)
        and work_is_known(register, month)
    ]


def _registered(register: Register, person: str) -> set[date]:
    return {day for row in register.of(person, "registrations") for day in register.days(row)}


def _times(register: Register, person: str) -> list[tuple[date, date]]:
    """First and last day of each time as registered; of one that goes on the last day that can matter."""
    return runs(_registered(register, person), 0)


def _ended(register: Register, person: str) -> Iterator[tuple[date, date]]:
    return (one for one in _times(register, person) if one[1] + DAY < register.horizon)


def _placed(register: Register, person: str) -> set[int]:
    """The months with a day of work placement."""
    rows = (row for row in register.of(person, "activities") if row["kind"] == PLACEMENT)
    return {month_of(day) for row in rows for day in register.days(row)}


def _months_after(day: date, months: int) -> range:
    return range(month_of(day) + 1, month_of(day) + months + 1)


EVENTS: Mapping[str, Callable[..., list[Event]]] = {
    "registrations_followed_up": registrations_followed_up,
    "registrations_employed": registrations_employed,
    "registrations_ended": registrations_ended,
    "registrations_ended_well": registrations_ended_well,
    "registrations_near_long_term": registrations_near_long_term,
    "registrations_long_term": registrations_long_term,
    "integrations": integrations,
    "registrations_begun": registrations_begun,
    "registrations_from_inactivity": registrations_from_inactivity,
}
