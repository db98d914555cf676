"""What the measures of the data's own quality count of one person, as the definitions say it in words."""

from collections.abc import Callable, Mapping

from tests.support.person_oracle_lasting import Spans
from tests.support.person_oracle_people import NOT_STATED, area_of, benefit_days, first_choice_days
from tests.support.person_oracle_register import Register, month_of


def benefit_days_not_stated(register: Register, person: str) -> Spans:
    """The days on benefit in months of which sex, year of birth or area is not known."""
    first = first_choice_days(register, person)
    months = {month_of(day) for days in first.values() for day in days}
    wanted = {month for month in months if _leaves_open(register, person, month)}
    return {
        scheme: {day: degree for day, degree in days.items() if month_of(day) in wanted}
        for scheme, days in first.items()
    }


def benefit_days_on_several(register: Register, person: str) -> Spans:
    """The days on two benefits or more, each under the one that stands first."""
    told = benefit_days(register, person)
    return {
        scheme: {day: degree for day, degree in days.items() if sum(day in one for one in told.values()) > 1}
        for scheme, days in first_choice_days(register, person).items()
    }


def _leaves_open(register: Register, person: str, month: int) -> bool:
    row = register.last_state(person, month)
    return (
        row is None
        or row["sex"] in {None, NOT_STATED}
        or row["birth_year"] is None
        or area_of(register, row["area"]) == register.not_stated_area
    )


SPANS: Mapping[str, Callable[..., Spans]] = {
    "benefit_days_not_stated": benefit_days_not_stated,
    "benefit_days_on_several": benefit_days_on_several,
}
