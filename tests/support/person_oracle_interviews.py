"""What the measures of interviews held in the first months on a benefit count of one person, as the definition says."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from tests.support.person_oracle_lasting import months_later
from tests.support.person_oracle_measures import Event, entry_known
from tests.support.person_oracle_people import Spell, benefit_days, benefit_spells
from tests.support.person_oracle_register import Register, days_from


def spells_of_six_months(register: Register, person: str, *, seniority_months: int) -> list[Event]:
    """The day so many months after the first of each new spell, if that is a day on it and no contact is exempted."""
    return [Event(spell.scheme, day) for spell, day in _reached(register, person, seniority_months)]


def spells_with_interviews(
    register: Register, person: str, *, seniority_months: int, interviews: int
) -> list[Event]:
    """Those of them with contacts held on so many different days before that day."""
    held = _contact_days(register, person, "happened_on")
    return [
        Event(spell.scheme, day)
        for spell, day in _reached(register, person, seniority_months)
        if len(held.intersection(days_from(spell.start, day))) >= interviews
    ]


def _reached(register: Register, person: str, months: int) -> Iterator[tuple[Spell, date]]:
    """Each new spell that is not exempted from a contact due before the day so many months after, and that day."""
    on = benefit_days(register, person)
    exempted = _contact_days(register, person, "due_on", only_exempt=True)
    for spell in benefit_spells(register, person):
        day = months_later(spell.start, months)
        lasts = day in on[spell.scheme] and (spell.end is None or day < spell.end)
        if entry_known(register, spell) and lasts and exempted.isdisjoint(days_from(spell.start, day)):
            yield spell, day


def _contact_days(register: Register, person: str, column: str, *, only_exempt: bool = False) -> set[date]:
    """The days on which contacts of the person are held, or due, in whatever case."""
    return {
        row[column]
        for row in register.of(person, "case_events")
        if row["kind"] == "contact" and row[column] and (row["exempt"] or not only_exempt)
    }


EVENTS: Mapping[str, Callable[..., list[Event]]] = {
    "spells_of_six_months": spells_of_six_months,
    "spells_with_interviews": spells_with_interviews,
}
