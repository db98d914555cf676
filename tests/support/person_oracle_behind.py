"""Who stands behind each figure: how many, and the sum of their keys, by which the figure is rounded."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from tests.support.person_oracle import Counting, Item, Slot
from tests.support.person_oracle_every_measure import EVENTS, OF_WORKPLACES, SPELLS
from tests.support.person_oracle_figures import OF_BEGUN, Sought, spans_of
from tests.support.person_oracle_register import Register, month_of

KEYS = 2**64
"""Keys are added modulo this."""


class Behind(NamedTuple):
    """The persons (of events: the events) behind a figure, and the sum of their keys."""

    contributors: int
    key: int


NOBODY = Behind(0, 0)


def behind(register: Register, sought: Sought, keys: Mapping[str, int]) -> dict[Slot, Behind]:
    """Who is behind the figure in every place; `keys` are the persons' own."""
    counting = Counting(register, sought.breakdowns, sought.period_kinds, sought.lead_in, sought.follow_up)
    if sought.is_level:
        found = _levels(counting, sought, keys)
    elif sought.measure in EVENTS:
        found = _events(counting, sought, keys)
    elif sought.measure in SPELLS:
        found = _spells(counting, sought, keys)
    else:
        found = _days(counting, sought, keys)
    return {**dict.fromkeys(counting.grid(), NOBODY), **found}


def _events(counting: Counting, sought: Sought, keys: Mapping[str, int]) -> dict[Slot, Behind]:
    """Each event counts and brings the key of its person; a workplace counts once, whatever happens there."""
    placed = counting.placed(
        Item(person, one.own, month_of(one.day), None, one.way)
        for person in counting.register.people
        for one in EVENTS[sought.measure](counting.register, person, **dict(sought.parameters))
    )
    found = {slot: _together((item.person for item in items), keys) for slot, items in placed.items()}
    if sought.measure in OF_WORKPLACES:
        return {
            slot: Behind(len({item.person for item in placed[slot]}), one.key) for slot, one in found.items()
        }
    return found


def _levels(counting: Counting, sought: Sought, keys: Mapping[str, int]) -> dict[Slot, Behind]:
    """Each person counts once, however many amounts are theirs."""
    placed = counting.placed(
        Item(person, one.own, month_of(one.day), None, one.way)
        for person in counting.register.people
        for one in EVENTS[sought.measure](counting.register, person)
    )
    return {slot: _together({item.person for item in items}, keys) for slot, items in placed.items()}


def _spells(counting: Counting, sought: Sought, keys: Mapping[str, int]) -> dict[Slot, Behind]:
    """Each person counts once, however many spells are theirs."""
    placed = counting.placed(
        Item(person, one.own, month_of(one.first if sought.statistic in OF_BEGUN else one.last), None)
        for person in counting.register.people
        for one in SPELLS[sought.measure](counting.register, person, **dict(sought.parameters))
    )
    return {slot: _together({item.person for item in items}, keys) for slot, items in placed.items()}


def _days(counting: Counting, sought: Sought, keys: Mapping[str, int]) -> dict[Slot, Behind]:
    """Each person counts once; to the key of full-time persons each month brings those who are there in it."""
    given = dict(sought.parameters)
    spans = spans_of(counting, sought.measure, given)
    around = spans_of(counting, sought.within, given) if sought.within else None
    people = counting.persons(spans, around)
    if sought.statistic == "persons":
        return {slot: _together(found, keys) for slot, found in people.items()}
    placed = counting.placed(
        Item(person, own, month, None)
        for person, days_of_own in spans.items()
        for own, days in days_of_own.items()
        for month in {month_of(day) for day in days}
    )
    months = {slot: {(item.person, item.month) for item in items} for slot, items in placed.items()}
    return {
        slot: Behind(len(people.get(slot, ())), _together((one for one, _ in there), keys).key)
        for slot, there in months.items()
    }


def _together(persons: Iterable[str], keys: Mapping[str, int]) -> Behind:
    listed = list(persons)
    return Behind(len(listed), sum(keys[person] for person in listed) % KEYS)
