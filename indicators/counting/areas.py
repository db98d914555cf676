"""Where the people of a base area count, month by month: in it, in what it became and will become, in groups."""

from collections.abc import Callable, Iterator, Set
from datetime import date, timedelta
from functools import cached_property, partial
from typing import NamedTuple

from indicators.counting.coverage import month_of
from warehouse.areas import Country

BEFORE_ALL, AFTER_ALL = -999999, 999999
"""Months before and after all others."""


class Member(NamedTuple):
    """The months, both included, on whose last day a base area's people count in an area.

    Where the area has no figures of its own then (`stands`), it has some only where somebody is counted.
    """

    area: str
    base: str
    from_month: int
    to_month: int
    stands: bool = True


class Part(NamedTuple):
    """The months, both included, in which an area is a part of another one."""

    area: str
    above: str
    from_month: int
    to_month: int


def base_areas(country: Country, months: range, named: Set[str]) -> list[str]:
    """The areas that people may be in: those of the base level that stand in these months, and all that are `named`."""
    roles = {code: level.role for code, level in country.levels.items()}
    found = []
    for area in country.areas.values():
        first, last = _months(area.valid_from, area.valid_to)
        stands = roles[area.level] == "base" and first < months.stop and last >= months.start
        if stands or (roles[area.level] in {"base", "residual"} and area.code in named):
            found.append(area.code)
    return found


class Places:
    """Where people count in a country that is counted up to `last_month`; nobody is lost to it.

    Who is in an area that went whole into another one counts in that one from then on. An area that was made of whole
    ones has their people before its time too, as far back as each of them was what it was in the end: only then are its
    figures of that time the sum of theirs, and it has them all.
    """

    def __init__(self, country: Country, last_month: int) -> None:
        self.country = country
        self.last_month = last_month
        self._times = {code: _months(one.valid_from, one.valid_to) for code, one in country.areas.items()}

    def members(self, base: str) -> Iterator[Member]:
        """Where a base area's people count."""
        for area, first, last in self._stretches(partial(self._around, base)):
            yield from self._members(area, base, first, last)

    def parts(self, *, groupings: bool = False) -> Iterator[Part]:
        """What each area is a part of, leaving out groups that need not make up the country, unless these are asked."""
        roles = {code: self.country.levels[area.level].role for code, area in self.country.areas.items()}
        for code, role in roles.items():
            around = self._around if role in {"base", "residual"} else self._above
            for area, first, last in self._stretches(partial(around, code)):
                if area != code and (groupings or roles[area] != "grouping"):
                    yield Part(code, area, first, last)

    def now(self, area: str, month: int) -> str:
        """The area, or what it had gone into whole by that month."""
        after = self.country.successors(area)
        return self.now(after[0], month) if month > self._times[area][1] and len(after) == 1 else area

    def pasts(self) -> Iterator[tuple[str, int, int]]:
        """The areas that are told of before their time, with the months, both included, in which they are."""
        for area, (first, _) in self._times.items():
            if self._told_from(area) < first:
                yield area, self._told_from(area), first - 1

    def _around(self, base: str, month: int) -> set[str]:
        now = self.now(base, month)
        return {self.country.whole.code}.union(
            *(self._above(area, month) for area in {now, *self._groups(now, month)})
        )

    def _above(self, area: str, month: int) -> set[str]:
        """An area, those that it went into which are told of before their time, and the country."""
        return {area, self.country.whole.code, *self._later(area, month)}

    def _later(self, area: str, month: int) -> Iterator[str]:
        for after in self.country.successors(area):
            whole = area in self.country.whole_predecessors(after)
            if whole and self._told_from(after) <= month < self._times[after][0]:
                yield after
                yield from self._later(after, month)

    def _groups(self, area: str, month: int) -> Set[str]:
        """The groups of an area; before its time those that all areas belonged to which it was made of."""
        before = self.country.whole_predecessors(area) if month < self._times[area][0] else ()
        if before:
            return set[str].intersection(*(set(self._groups(one, month)) for one in before))
        return {
            group
            for group, (first, last) in self._held.get(area, ())
            if first <= month <= last and group != self.country.whole.code
        }

    def _told_from(self, area: str) -> int:
        first, _ = self._times[area]
        before = self.country.whole_predecessors(area)
        if not before or first > self.last_month:
            return first
        return max(max(self._told_from(one), self._grown.get(one, BEFORE_ALL)) for one in before)

    def _members(self, area: str, base: str, first: int, last: int) -> Iterator[Member]:
        begin, end = self._told_from(area), self._times[area][1]
        for stands, start, stop in ((False, first, begin - 1), (True, begin, end), (False, end + 1, last)):
            if max(first, start) <= min(last, stop):
                yield Member(area, base, max(first, start), min(last, stop), stands)

    def _stretches(self, at: Callable[[int], Set[str]]) -> Iterator[tuple[str, int, int]]:
        """Each area that is found at some month, with the first and the last month of each time that it is."""
        began: dict[str, int] = {}
        for month, found in [*((turn, at(turn)) for turn in self._turns), (AFTER_ALL + 1, set[str]())]:
            for area in [one for one in began if one not in found]:
                yield area, began.pop(area), month - 1
            began |= dict.fromkeys(sorted(found - began.keys()), month)

    @cached_property
    def _turns(self) -> list[int]:
        """The months from which on anything may be otherwise than before."""
        held = (span for spans in self._held.values() for _, span in spans)
        times = [*self._times.values(), *held]
        return sorted(
            {BEFORE_ALL, *(turn for first, last in times for turn in (first, last + 1))} - {AFTER_ALL + 1}
        )

    @cached_property
    def _held(self) -> dict[str, list[tuple[str, tuple[int, int]]]]:
        found: dict[str, list[tuple[str, tuple[int, int]]]] = {}
        for one in self.country.memberships:
            found.setdefault(one.member, []).append((one.group, _months(one.valid_from, one.valid_to)))
        return found

    @cached_property
    def _grown(self) -> dict[str, int]:
        """Of each area that took in others after its first day, the first month after the last time it did."""
        found: dict[str, int] = {}
        for step in self.country.successions:
            if step.on != self.country.area(step.successor).valid_from:
                found[step.successor] = max(found.get(step.successor, BEFORE_ALL), month_of(step.on))
        return found


def _months(first: date | None, last: date | None) -> tuple[int, int]:
    """The first and the last month whose last day lies between two days."""
    from_month = BEFORE_ALL if first is None else month_of(first)
    to_month = AFTER_ALL if last is None else month_of(last + timedelta(days=1)) - 1
    return from_month, to_month
