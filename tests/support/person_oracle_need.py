"""What the measures of assessed need count of one person, as the definition says it: every day asks who holds then."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from datetime import date

from tests.support.person_oracle_lasting import Spans
from tests.support.person_oracle_measures import activated_days
from tests.support.person_oracle_people import first_choice_days
from tests.support.person_oracle_register import Register


def benefit_days_assessed(register: Register, person: str) -> Spans:
    """The days on benefit, each once, on which an assessment holds: by the need that it tells of."""
    return _by_need(register, person, first_choice_days(register, person))


def activated_days_assessed(register: Register, person: str) -> Spans:
    """Those of them that have an activity of whatever kind."""
    return _by_need(register, person, activated_days(register, person))


def _by_need(register: Register, person: str, told: Spans) -> Spans:
    found: dict[str, dict[date, int]] = defaultdict(dict)
    for days in told.values():
        for day, degree in days.items():
            need = _need_on(register, person, day)
            if need:
                found[need][day] = degree
    return found


def _need_on(register: Register, person: str, day: date) -> str | None:
    """The last assessment that has begun by then says it, unless that one has ended: none before it counts again."""
    rows = register.of(person, "need_assessments")
    begun = [row for row in rows if row["start_on"] <= day and row["start_on"] != row["end_on"]]
    last = max(begun, key=lambda row: row["start_on"], default=None)
    if last is None or (last["end_on"] is not None and day >= last["end_on"]):
        return None
    return str(last["need"])


SPANS: Mapping[str, Callable[..., Spans]] = {
    "benefit_days_assessed": benefit_days_assessed,
    "activated_days_assessed": activated_days_assessed,
}
