"""A country's places: areas of every level and generation, what belongs to what, and what replaced what."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

from warehouse.area_search import fold, match
from warehouse.profile import Profile
from warehouse.vocabulary import text_in

Rows = Iterable[Sequence[Any]]
Value = TypeVar("Value")


@dataclass(frozen=True)
class Area:
    """A place that figures are published for. `valid_to` is its last day, None while it stands.

    The fields stand in the order of the `area` table's columns.
    """

    code: str
    level: str
    name_en: str
    name_local: str
    other_names: tuple[str, ...]
    code_system: str
    alt_code: str
    valid_from: date | None
    valid_to: date | None
    population: int | None
    population_on: date | None
    lat: float | None
    lon: float | None
    source: str

    def name(self, language: str, local_language: str) -> str:
        """The local name for readers of the country's own language, the English name for all others."""
        return self.name_local if language == local_language else self.name_en

    def valid_on(self, day: date) -> bool:
        """Whether the area stands on that day."""
        return _holds(self.valid_from, self.valid_to, day)


@dataclass(frozen=True)
class Membership:
    """An area's time in a group; `grouping` is the group's level and `valid_to` the last day."""

    grouping: str
    group: str
    member: str
    valid_from: date | None
    valid_to: date | None
    source: str

    def valid_on(self, day: date) -> bool:
        """Whether the membership holds on that day."""
        return _holds(self.valid_from, self.valid_to, day)


@dataclass(frozen=True)
class Succession:
    """An ended area and one of those that took its place, `on` their first day."""

    code: str
    successor: str
    on: date
    source: str


@dataclass(frozen=True)
class Label:
    """What a source without codes calls an area in a stretch of time; `valid_to` is the last day."""

    label: str
    code: str
    valid_from: date | None
    valid_to: date | None

    def valid_on(self, day: date) -> bool:
        """Whether the label has this meaning on that day."""
        return _holds(self.valid_from, self.valid_to, day)


@dataclass(frozen=True)
class Country(Profile):
    """One country: its profile and its places. Areas keep the order in which they were given."""

    areas: Mapping[str, Area]
    memberships: tuple[Membership, ...]
    successions: tuple[Succession, ...]

    @cached_property
    def whole(self) -> Area:
        """The area that is the country itself."""
        return next(area for area in self.areas.values() if self.levels[area.level].role == "country")

    def area(self, code: str) -> Area:
        """The area with that code. Raises KeyError when there is none."""
        return self.areas[code]

    def name(self, code: str, language: str) -> str:
        """An area's name in a language. Raises KeyError for an unknown code."""
        area = self.areas[code]
        if area is self.whole:
            return text_in(self.names, language)
        return area.name(language, self.local_language)

    def areas_on(self, day: date, level: str | None = None) -> tuple[Area, ...]:
        """The areas that stand on a day, of one level or of all."""
        return tuple(
            area for area in self.areas.values() if level in {None, area.level} and area.valid_on(day)
        )

    def group_of(self, code: str, grouping: str, day: date) -> Area | None:
        """The group of that level which the area belongs to on a day."""
        for membership in self._memberships_of.get(code, ()):
            if membership.grouping == grouping and membership.valid_on(day):
                return self.areas[membership.group]
        return None

    def groups_ever(self, code: str, grouping: str) -> tuple[str, ...]:
        """Codes of the groups of that level which the area belongs to on any day."""
        held = self._memberships_of.get(code, ())
        return tuple(dict.fromkeys(one.group for one in held if one.grouping == grouping))

    def members(self, group_code: str, day: date) -> tuple[str, ...]:
        """Codes of the areas that belong to a group on a day."""
        held = self._members_of.get(group_code, ())
        return tuple(membership.member for membership in held if membership.valid_on(day))

    def predecessors(self, code: str) -> tuple[str, ...]:
        """The areas whose place this one took, whole or in part."""
        return tuple(one.code for one in self._steps_to.get(code, ()))

    def successors(self, code: str) -> tuple[str, ...]:
        """The areas that took this one's place."""
        return tuple(self._steps_from.get(code, ()))

    def whole_predecessors(self, code: str) -> tuple[str, ...]:
        """The areas that this one was made of on its first day, whole: only their sum is its past.

        Nothing when any of them was split, for then nobody can tell which part came here; nor of an area that took in
        others later on, whose past is its own.
        """
        first = self.areas[code].valid_from
        before = tuple(one.code for one in self._steps_to.get(code, ()) if one.on == first)
        return before if all(self.successors(old) == (code,) for old in before) else ()

    def find(self, text: str, language: str, limit: int = 10, on: date | None = None) -> tuple[Area, ...]:
        """Areas by name, other name or code, best first; what has ended brings its successors with it.

        Among equal matches what stands (on the day `on`, or without an end) comes first, then the larger
        level, the larger population, the name.
        """
        wanted = fold(text)
        ranks: dict[str, int] = {}
        for code, terms in self._search_terms.items():
            rank = match(wanted, terms)
            if rank is not None:
                for found in (code, *self.successors(code)):
                    ranks[found] = min(rank, ranks.get(found, rank))
        levels = list(self.levels)

        def order(area: Area) -> tuple[Any, ...]:
            ended = not area.valid_on(on) if on else area.valid_to is not None
            name = fold(self.name(area.code, language))
            return ranks[area.code], ended, levels.index(area.level), -(area.population or 0), name, area.code

        return tuple(sorted((self.areas[code] for code in ranks), key=order)[:limit])

    @cached_property
    def _search_terms(self) -> Mapping[str, tuple[str, ...]]:
        return {
            area.code: tuple(map(fold, (area.code, area.name_en, area.name_local, *area.other_names)))
            for area in self.areas.values()
        }

    @cached_property
    def _memberships_of(self) -> Mapping[str, list[Membership]]:
        return _by((membership.member, membership) for membership in self.memberships)

    @cached_property
    def _members_of(self) -> Mapping[str, list[Membership]]:
        return _by((membership.group, membership) for membership in self.memberships)

    @cached_property
    def _steps_from(self) -> Mapping[str, list[str]]:
        return _by((step.code, step.successor) for step in self.successions)

    @cached_property
    def _steps_to(self) -> Mapping[str, list[Succession]]:
        return _by((step.successor, step) for step in self.successions)

    def area_rows(self) -> list[tuple[Any, ...]]:
        """The areas as rows of the `area` table."""
        return [
            tuple(";".join(value) if isinstance(value, tuple) else value for value in _values(area))
            for area in self.areas.values()
        ]

    def membership_rows(self) -> list[tuple[Any, ...]]:
        """The memberships as rows of the `membership` table."""
        return [_values(membership) for membership in self.memberships]

    def succession_rows(self) -> list[tuple[Any, ...]]:
        """The successions as rows of the `succession` table."""
        return [_values(step) for step in self.successions]


def country_from_rows(
    profile: Mapping[str, Any], areas: Rows, memberships: Rows, successions: Rows
) -> Country:
    """The country whose profile and tables (rows with columns in the tables' order) these are."""
    known = [_area_of(row) for row in areas]
    return Country(
        profile,
        {area.code: area for area in known},
        tuple(Membership(*row) for row in memberships),
        tuple(Succession(*row) for row in successions),
    )


def _area_of(row: Sequence[Any]) -> Area:
    cells = dict(zip((field.name for field in fields(Area)), row, strict=True))
    names = (name.strip() for name in cells["other_names"].split(";"))
    return Area(**(cells | {"other_names": tuple(name for name in names if name)}))


def _values(record: Area | Membership | Succession) -> tuple[Any, ...]:
    return tuple(getattr(record, field.name) for field in fields(record))


def _by(pairs: Iterable[tuple[str, Value]]) -> Mapping[str, list[Value]]:
    found: defaultdict[str, list[Value]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return found


def _holds(first: date | None, last: date | None, day: date) -> bool:
    return (first is None or first <= day) and (last is None or day <= last)
