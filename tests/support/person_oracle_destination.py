"""Where an exit from a benefit led to and where an entry came from, as their basis says it in words."""

from datetime import date

from tests.support.person_oracle_lasting import studied_months, worked_months
from tests.support.person_oracle_people import NOT_STATED, Spell, benefit_days
from tests.support.person_oracle_register import DAY, Register, days_from, first_day, month_of


def destination(register: Register, person: str, spell: Spell) -> str:
    """Of a spell that has ended the first that fits, and elsewhere if nothing does."""
    last = _last_day(spell)
    month = month_of(last)
    if _is_known(register, person, month) and not _is_known(register, person, month + 1):
        return "left"
    if pensions_granted(register, person, spell):
        return "pension"
    after = days_from(last + DAY, last + (register.schemes[spell.scheme] + 2) * DAY)
    return _on_another(register, person, spell.scheme, set(after)) or _busy(register, person, month + 1)


def came_from(register: Register, person: str, spell: Spell) -> str:
    """The first that fits, and elsewhere if nothing does."""
    before = days_from(spell.start - (register.schemes[spell.scheme] + 1) * DAY, spell.start)
    month = month_of(spell.start) - 1
    return _on_another(register, person, spell.scheme, set(before)) or _busy(register, person, month)


def pensions_granted(register: Register, person: str, spell: Spell) -> set[str]:
    """The kinds of pension granted from a day of the spell on to the end of the month after that of its last day."""
    too_late = first_day(month_of(_last_day(spell)) + 2)
    return {
        row["kind"] for row in register.of(person, "pensions") if spell.start <= row["granted_on"] < too_late
    }


def _last_day(spell: Spell) -> date:
    if spell.end is None:
        raise ValueError("The spell has not ended.")
    return spell.end - DAY


def _is_known(register: Register, person: str, month: int) -> bool:
    """Whether the records of where people live tell sex, age or origin of the person in a month."""
    row = register.last_state(person, month)
    return row is not None and any(
        row[key] not in {None, NOT_STATED} for key in ("sex", "birth_year", "origin")
    )


def _on_another(register: Register, person: str, own: str, days: set[date]) -> str:
    """Another benefit, if the person is on one on one of the days."""
    others = (told for scheme, told in benefit_days(register, person).items() if scheme != own)
    return "other_benefit" if any(not days.isdisjoint(told) for told in others) else ""


def _busy(register: Register, person: str, month: int) -> str:
    if month in worked_months(register, person):
        return "work"
    return "education" if month in studied_months(register, person) else "other"
