"""Where the people of a base area count, month by month: in it, in its groups, in the country."""

from collections.abc import Iterator, Set
from datetime import date, timedelta
from typing import NamedTuple

from indicators.counting.coverage import month_of
from warehouse.areas import Country, Membership

BEFORE_ALL, AFTER_ALL = -999999, 999999
"""Months before and after all others."""


class Member(NamedTuple):
    """The months, both included, on whose last day a base area's people count in an area.

    An area that does not stand then (`stands`) has figures only where somebody is counted.
    """

    area: str
    base: str
    from_month: int
    to_month: int
    stands: bool = True


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


def area_members(country: Country, base: str) -> Iterator[Member]:
    """Where a base area's people count; nobody is lost to the country.

    Who is in an area before its time was in one that went into it whole. The groups of both then are its own; of a
    group that lost people in such a step nothing can be told before it.
    """
    area = country.area(base)
    first, last = _months(area.valid_from, area.valid_to)
    yield Member(country.whole.code, base, BEFORE_ALL, AFTER_ALL)
    yield Member(base, base, BEFORE_ALL, first - 1, stands=False)
    yield Member(base, base, first, last)
    yield Member(base, base, last + 1, AFTER_ALL, stands=False)
    for one in country.memberships:
        if one.member == base and one.group != country.whole.code:
            begin, end = _months(_since(country, one), one.valid_to)
            yield Member(one.group, base, max(begin, _told_from(country, one.group)), end)


def _since(country: Country, one: Membership) -> date | None:
    """The first day of a membership, or of those that the area's predecessors had in the same group."""
    before = country.whole_predecessors(one.member)
    earlier = [other for other in country.memberships if other.group == one.group and other.member in before]
    began_with_the_area = one.valid_from == country.area(one.member).valid_from
    if not before or not began_with_the_area or {other.member for other in earlier} != set(before):
        return one.valid_from
    starts = [other.valid_from for other in earlier]
    return None if None in starts else min(start for start in starts if start is not None)


def _told_from(country: Country, group: str) -> int:
    """The first month of which a group's figures are whole: people of areas replaced count where these went."""
    lost = [
        _months(None, one.valid_to)[1] + 1
        for one in country.memberships
        if one.group == group
        and len(country.successors(one.member)) == 1
        and not any(country.successors(one.member)[0] == other.member for other in _members(country, group))
    ]
    return max(lost, default=BEFORE_ALL)


def _members(country: Country, group: str) -> list[Membership]:
    return [one for one in country.memberships if one.group == group]


def _months(first: date | None, last: date | None) -> tuple[int, int]:
    """The first and the last month whose last day lies between two days."""
    from_month = BEFORE_ALL if first is None else month_of(first)
    to_month = AFTER_ALL if last is None else month_of(last + timedelta(days=1)) - 1
    return from_month, to_month
