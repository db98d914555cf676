"""What the measures of assessed need count of one person, as the definition says it."""

from collections.abc import Callable, Mapping
from datetime import date

from tests.support.person_oracle_lasting import Spans
from tests.support.person_oracle_measures import activated_days
from tests.support.person_oracle_people import first_choice_days
from tests.support.person_oracle_register import Register


def benefit_days_assessed(register: Register, person: str) -> Spans:
    """The days on benefit on which an assessment of the person's need holds, each under that need."""
    return _by_need(register, person, first_choice_days(register, person))


def activated_days_assessed(register: Register, person: str) -> Spans:
    """Those of them that have an activity of whatever kind."""
    return _by_need(register, person, activated_days(register, person))


def _by_need(register: Register, person: str, counted: Spans) -> Spans:
    needs = _need_on(register, person)
    degrees = {day: degree for days in counted.values() for day, degree in days.items()}
    return {
        need: {day: degree for day, degree in degrees.items() if needs.get(day) == need}
        for need in set(needs.values())
    }


def _need_on(register: Register, person: str) -> dict[date, str]:
    """By day the need of the assessment that holds: each that has a day at all ends those before it for good."""
    rows = [row for row in register.of(person, "need_assessments") if register.days(row)]
    found: dict[date, str] = {}
    for row in sorted(rows, key=lambda row: row["start_on"]):
        found = {day: need for day, need in found.items() if day < row["start_on"]}
        found |= dict.fromkeys(register.days(row), row["need"])
    return found


SPANS: Mapping[str, Callable[..., Spans]] = {
    "benefit_days_assessed": benefit_days_assessed,
    "activated_days_assessed": activated_days_assessed,
}
