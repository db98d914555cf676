"""What became of those who left a benefit or came to one, as the definitions say it in words."""

from collections import Counter
from collections.abc import Callable, Mapping

from tests.support.person_oracle_destination import destination, pensions_granted
from tests.support.person_oracle_lasting import studied_months, worked_months
from tests.support.person_oracle_measures import Event, entry_known, exited, leaving
from tests.support.person_oracle_people import benefit_spells
from tests.support.person_oracle_register import Register, month_of, work_is_known


def exits_returned(register: Register, person: str, *, follow_up_months: int) -> list[Event]:
    """The exits after which the person begins anew on the same benefit by the end of so many months after."""
    starts = [(spell.scheme, spell.start) for spell in benefit_spells(register, person)]
    return [
        left
        for left in _exits(register, person)
        if any(
            scheme == left.own
            and left.day < start
            and month_of(start) - month_of(left.day) <= follow_up_months
            for scheme, start in starts
        )
    ]


def exits_followed_up(register: Register, person: str, *, follow_up_months: int) -> list[Event]:
    """The exits for which all of the month so many after is covered by the records of work."""
    return [
        left
        for left in _exits(register, person)
        if work_is_known(register, month_of(left.day) + follow_up_months)
    ]


def exits_employed(register: Register, person: str, *, follow_up_months: int) -> list[Event]:
    """Those of them whose person has paid hours in that month."""
    worked = worked_months(register, person)
    followed = exits_followed_up(register, person, follow_up_months=follow_up_months)
    return [left for left in followed if month_of(left.day) + follow_up_months in worked]


def exits_found(register: Register, person: str, *, follow_up_months: int) -> list[Event]:
    """Those of them with a record of work, of whatever hours, in that month or one since that of the last day."""
    told = {row["month"] for row in register.of(person, "work_months")}
    followed = exits_followed_up(register, person, follow_up_months=follow_up_months)
    return [
        left
        for left in followed
        if told & {month_of(left.day) + months for months in range(follow_up_months + 1)}
    ]


def exits_sustained(
    register: Register, person: str, *, follow_up_months: int, least_hours: int
) -> list[Event]:
    """The exits after which each of so many months has so many paid hours or more."""
    hours = Counter[int]()
    for row in register.of(person, "work_months"):
        hours[row["month"]] += row["hours"]
    return [
        left
        for left in _exits(register, person)
        if all(hours[month_of(left.day) + months] >= least_hours for months in range(1, follow_up_months + 1))
    ]


def exits_in_education(register: Register, person: str, *, follow_up_months: int) -> list[Event]:
    """The exits whose person is enrolled so many months after."""
    studied = studied_months(register, person)
    return [left for left in _exits(register, person) if month_of(left.day) + follow_up_months in studied]


def exits_to_work(register: Register, person: str) -> list[Event]:
    """The exits that lead to work."""
    return _exits_to("work", register, person)


def exits_to_other_benefit(register: Register, person: str) -> list[Event]:
    """The exits that lead to another benefit."""
    return _exits_to("other_benefit", register, person)


def exits_to_disability_pension(register: Register, person: str) -> list[Event]:
    """The exits that lead to a pension, if one of those granted is a disability pension."""
    return [
        leaving(spell)
        for spell in exited(register, person)
        if destination(register, person, spell) == "pension"
        and "disability" in pensions_granted(register, person, spell)
    ]


def entries_employed(register: Register, person: str, *, follow_up_months: int) -> list[Event]:
    """The entries whose person has paid hours in the month so many after."""
    worked = worked_months(register, person)
    return [
        Event(spell.scheme, spell.start)
        for spell in benefit_spells(register, person)
        if entry_known(register, spell) and month_of(spell.start) + follow_up_months in worked
    ]


def _exits(register: Register, person: str) -> list[Event]:
    return [leaving(spell) for spell in exited(register, person)]


def _exits_to(way: str, register: Register, person: str) -> list[Event]:
    spells = exited(register, person)
    return [leaving(spell) for spell in spells if destination(register, person, spell) == way]


EVENTS: Mapping[str, Callable[..., list[Event]]] = {
    "exits_returned": exits_returned,
    "exits_followed_up": exits_followed_up,
    "exits_employed": exits_employed,
    "exits_found": exits_found,
    "exits_sustained": exits_sustained,
    "exits_in_education": exits_in_education,
    "exits_to_work": exits_to_work,
    "exits_to_other_benefit": exits_to_other_benefit,
    "exits_to_disability_pension": exits_to_disability_pension,
    "entries_employed": entries_employed,
}
