"""Every figure of a register before protection: what is counted, in every place where it must be."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from tests.support.person_oracle import Counting, Item, Slot, windows
from tests.support.person_oracle_measures import (
    EVENTS,
    SPANS,
    Followed,
    begun_spells,
    ended_spells,
)
from tests.support.person_oracle_register import month_of

Table = dict[Slot, Fraction | None]
"""A value for every place; None where there is nothing that a value could be made of."""

DAYS_PER_WEEK = 7


def persons(counting: Counting, measure: str, around: str | None = None) -> Table:
    """How many people have a counted day; with `around`, among and in the state of those who have one there."""
    found = counting.persons(_spans(counting, measure), around and _spans(counting, around))
    return {slot: Fraction(len(found.get(slot, ()))) for slot in counting.grid()}


def full_time_persons(counting: Counting, measure: str) -> Table:
    """Counted days, each times its degree, divided by the days of the period."""
    items = (
        Item(person, own, month_of(day), degree)
        for person, spans in _spans(counting, measure).items()
        for own, days in spans.items()
        for day, degree in days.items()
    )
    monthly = Counter({})
    for item in items:
        monthly[item.person, item.own, item.month] += item.thing
    placed = counting.placed(Item(*key, degrees) for key, degrees in monthly.items())
    length = {(one.period_kind, one.period): one.days for one in windows(counting.register.months)}
    return {
        slot: Fraction(
            sum(item.thing for item in placed.get(slot, ())), 100 * length[slot.period_kind, slot.period]
        )
        for slot in counting.grid()
    }


def events(counting: Counting, measure: str) -> Table:
    """How much happened."""
    placed = counting.placed(
        Item(person, one.own, month_of(one.day), one.amount)
        for person in counting.register.people
        for one in EVENTS[measure](counting.register, person)
    )
    return {slot: Fraction(sum(item.thing for item in placed.get(slot, ()))) for slot in counting.grid()}


def durations(counting: Counting, statistic: str, at_days: int | None = None) -> Table:
    """A mean or median length in weeks of spells that ended, or a share of begun ones that lasts longer."""
    spells, belongs_to = (begun_spells, _first) if statistic == "survival" else (ended_spells, _last)
    placed = counting.placed(
        Item(person, one.own, month_of(belongs_to(one)), one)
        for person in counting.register.people
        for one in spells(counting.register, person)
    )
    table: Table = {}
    for slot in counting.grid():
        found = [item.thing for item in placed.get(slot, ())]
        if statistic == "survival":
            table[slot] = survival(found, at_days or 0)
        else:
            lengths = [Fraction(one.days, DAYS_PER_WEEK) for one in found]
            table[slot] = {"mean": mean, "median": median}[statistic](lengths)
    return table


def mean(lengths: Sequence[Fraction]) -> Fraction | None:
    """The sum divided by how many there are."""
    return sum(lengths, Fraction(0)) / len(lengths) if lengths else None


def median(lengths: Sequence[Fraction]) -> Fraction | None:
    """The middle one by length, or the mean of the two in the middle."""
    if not lengths:
        return None
    ordered = sorted(lengths)
    return (ordered[(len(ordered) - 1) // 2] + ordered[len(ordered) // 2]) / 2


def survival(spells: Sequence[Followed], at_days: int) -> Fraction | None:
    """The share that lasts longer than so many days, by Kaplan and Meier.

    None if no spell is followed for so long, unless all are known to have ended before.
    """
    share = Fraction(1)
    for length in range(1, at_days + 1):
        followed = [one for one in spells if one.days >= length]
        ended = [one for one in followed if one.ended and one.days == length]
        if ended:
            share *= 1 - Fraction(len(ended), len(followed))
    return share if share == 0 or any(one.days >= at_days for one in spells) else None


def _first(spell: Followed) -> date:
    return spell.first


def _last(spell: Followed) -> date:
    return spell.last


def _spans(counting: Counting, measure: str) -> dict[str, dict[str, dict[date, int]]]:
    register = counting.register
    return {person: SPANS[measure](register, person) for person in register.people}
