"""What the measures of interviews held in the first months on a benefit count of one person, as the definition says."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from tests.support.person_oracle_lasting import months_later
from tests.support.person_oracle_measures import Event, entry_known
from tests.support.person_oracle_people import benefit_days, benefit_spells
from tests.support.person_oracle_register import Register, days_from


def spells_of_six_months(register: Register, person: str, *, seniority_months: int) -> list[Event]:
    """The day so many months after the first of each new spell that reaches it, if no talk until then is exempted."""
    return [event for event, _ in _senior(register, person, seniority_months)]


def spells_with_interviews(
    register: Register, person: str, *, seniority_months: int, interviews: int
) -> list[Event]:
    """Those of them with talks held on so many of the days until then."""
    held = {row["happened_on"] for row in register.of(person, "case_events") if row["kind"] == "contact"}
    found = _senior(register, person, seniority_months)
    return [event for event, until_then in found if len(held & until_then) >= interviews]


def _senior(register: Register, person: str, months: int) -> Iterator[tuple[Event, set[date]]]:
    """The day on which each new spell is so many months old, and the days from its first until then."""
    contacts = [row for row in register.of(person, "case_events") if row["kind"] == "contact"]
    excused = {row["due_on"] for row in contacts if row["exempt"]}
    on = benefit_days(register, person)
    for spell in benefit_spells(register, person):
        day = months_later(spell.start, months)
        until_then = set(days_from(spell.start, day))
        goes_on = day in on[spell.scheme] and (spell.end is None or day < spell.end)
        if entry_known(register, spell) and goes_on and not excused & until_then:
            yield Event(spell.scheme, day), until_then


EVENTS: Mapping[str, Callable[..., list[Event]]] = {
    "spells_of_six_months": spells_of_six_months,
    "spells_with_interviews": spells_with_interviews,
}
