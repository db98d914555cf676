"""Whose people count where, told from the places: which delivered codes each of them takes in on a day.

A state keeps the code that was delivered. People of an area that went whole into another one count in that one from
its first day with them. An area that was made of whole ones takes in what these take in before its time: as far back
as all of them have been as they went into it, and only if it stands by the last day that is counted.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from tests.support.oracle import stands
from tests.support.worlds import Member, Place, Step

Codes = frozenset[str]
NOBODY: Codes = frozenset()


@dataclass(frozen=True)
class Places:
    """A country's places, and the last day that is counted."""

    places: Mapping[str, Place]
    members: Sequence[Member]
    steps: Sequence[Step]
    roles: Mapping[str, str]
    until: date

    def around(self, code: str, day: date) -> set[str]:
        """The places that people with this code count in."""
        return {place for place in self.places if code in self.codes_in(place, day)}

    def shown(self, day: date) -> set[str]:
        """The places that have figures on a day though nobody is counted in them."""
        return {code for code, place in self.places.items() if stands(place, day) or self.is_past(code, day)}

    def codes_in(self, place: str, day: date) -> Codes:
        """The delivered codes that a place takes in."""
        if (place, day) not in self._known:
            self._known[place, day] = self._codes_in(place, day)
        return self._known[place, day]

    def is_past(self, code: str, day: date) -> bool:
        """Whether a place is told of before its time, as the sum of those that it was made of."""
        first = self.places[code].first
        return first is not None and self._told_since(code) <= day < first

    def _codes_in(self, place: str, day: date) -> Codes:
        role = self.roles[self.places[place].level]
        if role == "country":
            return frozenset(self.places)
        own = (
            _together(self.codes_in(one, day) for one in self.made_of(place))
            if self.is_past(place, day)
            else NOBODY
        )
        if role in {"base", "residual"}:
            return own | self._gone_into(place, day)
        return own | _together(self._of_member(one, place, day) for one in self.places)

    def _of_member(self, code: str, group: str, day: date) -> Codes:
        """What an area brings a group that it belongs to; before its time nobody but those that have its code."""
        if self.roles[self.places[code].level] not in {"base", "residual"} or not self._belongs(
            code, group, day
        ):
            return NOBODY
        return self._gone_into(code, day)

    def _belongs(self, code: str, group: str, day: date) -> bool:
        """Before its time an area belongs to where all belong that it was made of."""
        first, before = self.places[code].first, self.made_of(code)
        if first is not None and day < first and before:
            return all(self._belongs(one, group, day) for one in before)
        return any((one.group, one.member) == (group, code) and stands(one, day) for one in self.members)

    def _gone_into(self, code: str, day: date) -> Codes:
        """The area's own code and those of areas that have gone whole into it; nothing if it did so itself."""
        last, after = self.places[code].last, self._after(code)
        if last is not None and day > last and len(after) == 1:
            return NOBODY
        return frozenset({code}) | self._taken(code, day)

    def _taken(self, code: str, day: date) -> Codes:
        gone = {one.code for one in self.steps if one.successor == code and one.on <= day}
        whole = {one for one in gone if self._after(one) == {code}}
        return _together(frozenset({one}) | self._taken(one, day) for one in whole)

    def made_of(self, code: str) -> set[str]:
        """The areas that made up the place on its first day; none where one of them was split."""
        before = {
            one.code for one in self.steps if one.successor == code and one.on == self.places[code].first
        }
        return before if all(self._after(one) == {code} for one in before) else set()

    def _told_since(self, code: str) -> date:
        """The first day on which the place is told of: its own first, or an earlier one of all that it was made of."""
        first, before = self.places[code].first or date.min, self.made_of(code)
        if not before or first > self.until:
            return first
        return max(self._as_it_ended_since(one) for one in before)

    def _as_it_ended_since(self, code: str) -> date:
        first = self.places[code].first
        grown = [one.on for one in self.steps if one.successor == code and (first is None or one.on > first)]
        return max([self._told_since(code), *grown])

    def _after(self, code: str) -> set[str]:
        return {one.successor for one in self.steps if one.code == code}

    @cached_property
    def _known(self) -> dict[tuple[str, date], Codes]:
        return {}


def _together(codes: Iterable[Codes]) -> Codes:
    return frozenset().union(*codes)
