"""What the measures of payments, earnings and paid hours count of one person, as the definitions say it in words."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date

from tests.support.person_oracle_lasting import Spans, worked_months
from tests.support.person_oracle_measures import Event, exit_known
from tests.support.person_oracle_people import Spell, benefit_days, benefit_spells
from tests.support.person_oracle_register import (
    DAY,
    Register,
    Row,
    days_of,
    first_day,
    month_of,
    work_is_known,
)

MONTHS_AFTER = (4, 5, 6)
MONTHS_BEFORE = (3, 2, 1)
PER_CENT = 100
MOST_PER_CENT = 1000


def payments(register: Register, person: str) -> Spans:
    """On each day of a month what was paid for it, in per cent of the unit of money; none of it where that is 0."""
    found: Spans = defaultdict(dict)
    for month, paid in _paid(register, person).items():
        left = register.money_largest
        for scheme in register.schemes:
            counted = min(paid[scheme], left)
            left -= counted
            degree = half_up(PER_CENT * counted, register.money_unit)
            if degree:
                found[scheme] |= dict.fromkeys(days_of(month), degree)
    return found


def payments_due(register: Register, person: str) -> Spans:
    """The days on which a payment was due."""
    return _due(register.of(person, "payments"))


def payments_late(register: Register, person: str) -> Spans:
    """Those of them with one that was made later, or is not made."""
    rows = register.of(person, "payments")
    return _due(
        row for row in rows if row["due_on"] and (not row["paid_on"] or row["paid_on"] > row["due_on"])
    )


def hours_beside_benefit(register: Register, person: str) -> list[Event]:
    """The paid hours of each month with a day on benefit, under the first benefit of the month, on its last day."""
    hours = Counter[int]()
    for row in register.of(person, "work_months"):
        hours[row["month"]] += row["hours"]
    months = {
        scheme: {month_of(day) for day in days} for scheme, days in benefit_days(register, person).items()
    }
    found = []
    for month in sorted(worked_months(register, person)):
        schemes = [scheme for scheme in register.schemes if month in months.get(scheme, ())]
        if schemes:
            found.append(Event(schemes[0], first_day(month + 1) - DAY, hours[month]))
    return found


def earnings_after_exit(register: Register, person: str) -> list[Event]:
    """What is earned a month in the fourth to sixth month after each exit, where that is something."""
    found = []
    for spell, last in _left(register, person):
        earned = _earned(register, person, _after(last))
        if earned:
            found.append(Event(spell.scheme, last, half_up(earned, len(MONTHS_AFTER))))
    return found


def earnings_after_and_before(register: Register, person: str) -> list[Event]:
    """The same in per cent of what is earned in the three months before the spell, where both are something."""
    found = []
    for spell, last in _left(register, person):
        before = _earned(register, person, [month_of(spell.start) - ago for ago in MONTHS_BEFORE])
        after = _earned(register, person, _after(last))
        if before and after:
            found.append(Event(spell.scheme, last, min(half_up(PER_CENT * after, before), MOST_PER_CENT)))
    return found


def half_up(above: int, below: int) -> int:
    """The whole number that is closest to the quotient, the larger one of two."""
    return (2 * above + below) // (2 * below)


def _paid(register: Register, person: str) -> dict[int, Counter[str]]:
    """What was paid for each month, by scheme."""
    paid: dict[int, Counter[str]] = defaultdict(Counter)
    for row in register.of(person, "payments"):
        if row["paid_on"]:
            paid[row["month"]][row["scheme"]] += row["amount"]
    return paid


def _due(rows: Iterable[Row]) -> Spans:
    found: Spans = defaultdict(dict)
    for row in rows:
        if row["due_on"]:
            found[row["scheme"]][row["due_on"]] = PER_CENT
    return found


def _left(register: Register, person: str) -> Iterator[tuple[Spell, date]]:
    """The spells with a known exit, each with its last day."""
    for spell in benefit_spells(register, person):
        if spell.end and exit_known(register, spell):
            yield spell, spell.end - DAY


def _after(last: date) -> list[int]:
    return [month_of(last) + months for months in MONTHS_AFTER]


def _earned(register: Register, person: str, months: Iterable[int]) -> int:
    """What is earned in these months together; nothing where the records of work do not cover all of them."""
    wanted = set(months)
    if not all(work_is_known(register, month) for month in wanted):
        return 0
    rows = register.of(person, "work_months")
    return sum(row["earnings"] or 0 for row in rows if row["month"] in wanted)


SPANS: Mapping[str, Callable[[Register, str], Spans]] = {
    "payments": payments,
    "payments_due": payments_due,
    "payments_late": payments_late,
}
EVENTS: Mapping[str, Callable[[Register, str], list[Event]]] = {
    "hours_beside_benefit": hours_beside_benefit,
    "earnings_after_exit": earnings_after_exit,
    "earnings_after_and_before": earnings_after_and_before,
}
