"""What each measure of days counts of one person where that hangs on what came before or is there besides."""

from calendar import monthrange
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date

from tests.support.person_oracle_people import benefit_days, first_choice_days, runs
from tests.support.person_oracle_register import Register, days_of, first_day, month_of

Spans = dict[str, dict[date, int]]
"""One person's counted days: by own category, each day with its degree in per cent."""

WHOLE_DEGREE = 100
PER_CENT = 100
LONG_TERM_MONTHS = 12
LONG_REGISTERED_MONTHS = 4


def whole(days: Iterable[date]) -> Spans:
    """Days that are of no scheme, each in full."""
    return {"": dict.fromkeys(days, WHOLE_DEGREE)}


def worked_months(register: Register, person: str) -> set[int]:
    """The months in which the person has paid hours."""
    return {row["month"] for row in register.of(person, "work_months") if row["hours"] > 0}


def studied_months(register: Register, person: str) -> set[int]:
    """The months in which the person is enrolled in ordinary education, of whatever level."""
    return {row["month"] for row in register.of(person, "education_months")}


def registered_days(register: Register, person: str) -> Spans:
    """The days on which somebody is registered as unemployed."""
    return whole(_registered(register, person))


def registered_days_on_benefit(register: Register, person: str) -> Spans:
    """Those of them that are days on some benefit too."""
    return whole(_registered(register, person) & _on_benefit(register, person))


def long_registered_days(register: Register, person: str) -> Spans:
    """The days registered from the one on that lies four months after the first of those without a gap."""
    days = _registered(register, person)
    return whole(
        day
        for first, last in runs(days, 0)
        for day in days
        if months_later(first, LONG_REGISTERED_MONTHS) <= day <= last
    )


def long_term_days(register: Register, person: str) -> Spans:
    """The days on benefit in months that end twelve in a row with a day on some benefit."""
    months = {month_of(day) for day in _on_benefit(register, person)}
    return _in_months(
        register, person, lambda one: all(one - ago in months for ago in range(LONG_TERM_MONTHS))
    )


def benefit_days_with_work(register: Register, person: str) -> Spans:
    """The days on benefit in months with paid hours."""
    return _in_months(register, person, worked_months(register, person).__contains__)


def many_schemes_days(register: Register, person: str, *, schemes: int, months: int) -> Spans:
    """The days on benefit in months that end so many in which the person was on so many schemes or more."""
    found = benefit_days(register, person)
    on = {scheme: {month_of(day) for day in days} for scheme, days in found.items()}

    def is_one(month: int) -> bool:
        looked_at = range(month - months + 1, month + 1)
        return sum(not told.isdisjoint(looked_at) for told in on.values()) >= schemes

    return {
        scheme: {day: degree for day, degree in days.items() if is_one(month_of(day))}
        for scheme, days in found.items()
    }


def very_long_term_months(register: Register, person: str, *, months: int, least_percent: int) -> Spans:
    """All days of each month with a day on some benefit that ends so many months on benefit for most of the time."""
    on = Counter(month_of(day) for day in _on_benefit(register, person))

    def is_one(month: int) -> bool:
        first = month - months + 1
        length = (first_day(month + 1) - first_day(first)).days
        return PER_CENT * sum(on[one] for one in range(first, month + 1)) >= least_percent * length

    return whole(day for month in list(on) if is_one(month) for day in days_of(month))


def _registered(register: Register, person: str) -> set[date]:
    return {day for row in register.of(person, "registrations") for day in register.days(row)}


def _on_benefit(register: Register, person: str) -> set[date]:
    return {day for days in benefit_days(register, person).values() for day in days}


def _in_months(register: Register, person: str, wanted: Callable[[int], bool]) -> Spans:
    """The days on benefit, each on one scheme only, of some months."""
    return {
        scheme: {day: degree for day, degree in days.items() if wanted(month_of(day))}
        for scheme, days in first_choice_days(register, person).items()
    }


def months_later(day: date, months: int) -> date:
    """The same day of a later month, or its last day if it has none such."""
    later = month_of(day) + months
    year, month = later // 12, later % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
