"""Where an exit from a benefit led to, as the basis of exits says it in words."""

from datetime import date
from typing import Protocol

from tests.support.person_oracle_lasting import worked_months
from tests.support.person_oracle_people import NOT_STATED, benefit_days
from tests.support.person_oracle_register import DAY, Register, days_from, month_of


class Leaving(Protocol):
    """An exit: the benefit that was left, and the last day on it."""

    @property
    def own(self) -> str:
        """The benefit."""

    @property
    def day(self) -> date:
        """The last day."""


def destination(register: Register, person: str, leaving: Leaving) -> str:
    """The first that fits: died or left the country, another benefit, work, or something else."""
    month = month_of(leaving.day)
    if _is_known(register, person, month) and not _is_known(register, person, month + 1):
        return "left"
    if _on_another(register, person, leaving):
        return "other_benefit"
    return "work" if month + 1 in worked_months(register, person) else "other"


def _is_known(register: Register, person: str, month: int) -> bool:
    """Whether the records of where people live tell sex, age or origin of the person in a month."""
    row = register.last_state(person, month)
    return row is not None and any(
        row[key] not in {None, NOT_STATED} for key in ("sex", "birth_year", "origin")
    )


def _on_another(register: Register, person: str, leaving: Leaving) -> bool:
    """Whether a day on another benefit follows before more days have passed than may be off."""
    gap = register.schemes[leaving.own]
    after = set(days_from(leaving.day + DAY, leaving.day + (gap + 2) * DAY))
    return any(
        scheme != leaving.own and not after.isdisjoint(days)
        for scheme, days in benefit_days(register, person).items()
    )
