"""What adds up to what in the figures of a country: public knowledge, as places in a grid."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple, TypeVar

import numpy as np

from indicators.counting.areas import Places
from indicators.disclosure.attack.grid import Array, Grid, Part, Window
from warehouse.areas import Country
from warehouse.vocabulary import vocabulary

ALL: Part = ("all", "all")

Value = TypeVar("Value")

Made = dict[str, frozenset[str]]
"""The areas that each area is made of."""


class Sum(NamedTuple):
    """A part or an area, and those that make it; for areas in the windows from `first` up to `stop`.

    Of parts that are `overlapping` a person may be in several. `more` tells of an area that others may be in it
    besides.
    """

    whole: int
    pieces: tuple[int, ...]
    overlapping: bool = False
    more: bool = False
    first: int = 0
    stop: int = 0


def part_sums(parts: Sequence[Part]) -> list[Sum]:
    """Every part that the categories of another breakdown make: `all`, and the categories that pairs split."""
    at = {part: number for number, part in enumerate(parts)}
    found: dict[tuple[Part, str], list[int]] = {}
    for part, number in at.items():
        for whole, along in _margins(part):
            if whole in at:
                found.setdefault((whole, along), []).append(number)
    known = vocabulary().breakdowns
    return [
        Sum(at[whole], tuple(pieces), overlapping=known[along].overlapping)
        for (whole, along), pieces in found.items()
    ]


def area_sums(country: Country, grid: Grid, made: Sequence[Made]) -> list[Sum]:
    """Every area that others make, for as long as they do: groups of any kind, the country, and what was merged.

    An area is the sum of the areas that people are in, and of the groups of each level together with those of no group.
    An area that is told of before its time has the people of those that it was made of, and maybe some of its own.
    """
    spans = list(_stretches(made))
    told = [_as_told(one) for one, _, _ in spans]
    groups = [
        [area for area in grid.areas if country.areas[area].level == level.code]
        for level in country.levels.values()
        if level.role in {"nested", "grouping"}
    ]
    known = [(area, [_early(one, area) for one, _, _ in spans], True) for area in grid.areas]
    for area in grid.areas:
        known += [(area, [_pieces(one, area, of_level) for one in told], False) for of_level in ((), *groups)]
    return [
        Sum(
            grid.area_at[area],
            tuple(sorted(grid.area_at[one] for one in pieces)),
            more=more,
            first=spans[begin][1],
            stop=spans[end - 1][2],
        )
        for area, making, more in known
        for pieces, begin, end in _stretches(making)
        if pieces and pieces != {area}
    ]


def _early(made: Made, area: str) -> frozenset[str]:
    """What an area that is told of before its time is made of besides itself: of what is in another, that one alone."""
    whole = made.get(area, frozenset())
    inside = {one for one in whole - {area} if made.get(one, whole) < whole} if area in whole else set()
    return frozenset(one for one in inside if not any(one in made[other] - {other} for other in inside))


def _as_told(made: Made) -> Made:
    """The same with areas that are told of before their time in place of what they are made of.

    Who is in such an area by itself already is told of nowhere else.
    """
    found = dict(made)
    for area in sorted(made, key=lambda one: len(made[one])):
        inner = found[area]
        if area in inner and inner != {area}:
            found = {one: _instead(pieces, inner, area) for one, pieces in found.items()}
    return found


def _instead(pieces: frozenset[str], inner: frozenset[str], area: str) -> frozenset[str]:
    """Pieces with an area in place of what is in it; nothing where some of that is no piece, but the area is."""
    if inner <= pieces:
        return pieces - inner | {area}
    return frozenset() if area in pieces else pieces


def _pieces(made: Made, area: str, groups: Sequence[str]) -> frozenset[str]:
    """The groups within an area, and what else it is made of; nothing where no group is, or two have an area in common.

    Without groups what it is made of.
    """
    whole = made.get(area, frozenset())
    inside = {group: made[group] for group in groups if made.get(group, whole) < whole}
    grouped = frozenset[str]().union(*inside.values())
    if groups and (not inside or sum(map(len, inside.values())) > len(grouped)):
        return frozenset()
    return whole - grouped | inside.keys()


def area_bases(places: Places, grid: Grid, bases: Sequence[str]) -> list[Made]:
    """For each window the areas whose people count in each area at its end.

    `bases` are the areas that people are counted in first.
    """
    members = [member for base in bases for member in places.members(base)]
    known: dict[int, Made] = {}
    for month in sorted(set(grid.last_months.tolist())):
        made: dict[str, set[str]] = {}
        for member in members:
            if member.from_month <= month <= member.to_month and member.area in grid.area_at:
                made.setdefault(member.area, set()).add(member.base)
        known[month] = {area: frozenset(pieces) for area, pieces in made.items()}
    return [known[month] for month in grid.last_months.tolist()]


def area_parts(places: Places, grid: Grid, counted: Sequence[Made]) -> list[Made]:
    """The same by the figures that the areas have then: of one that went into another, those of that one."""
    return [
        {
            area: pieces
            for area, in_first in made.items()
            if (pieces := frozenset(places.now(base, month) for base in in_first)) <= grid.area_at.keys()
        }
        for made, month in zip(counted, grid.last_months.tolist(), strict=True)
    ]


def steady(grid: Grid, counted: Sequence[Made]) -> Array:
    """Of each window and area, whether people of the same areas count in it at the end of every month of the window."""
    at = {last: one for (last, length), one in zip(grid.windows, counted, strict=True) if length == 1}
    found = np.zeros((len(grid.windows), len(grid.areas)), bool)
    for number, (last, length) in enumerate(grid.windows):
        seen = [at.get(month, {}) for month in range(last - length + 1, last + 1)]
        for place, area in enumerate(grid.areas):
            pieces = counted[number].get(area)
            found[number, place] = pieces is not None and all(one.get(area) == pieces for one in seen)
    return found


class WindowLaws(NamedTuple):
    """What windows have to do with each other, as numbers of windows."""

    sums: tuple[tuple[int, tuple[int, ...]], ...]
    """A window, and shorter ones that it consists of."""
    turns: tuple[tuple[int, int, int, int], ...]
    """A year, the window that it lost, the year before, the window that it won: year + lost = before + won."""
    same_end: tuple[tuple[int, int], ...]
    """A window, and a longer one that ends with it."""


def window_laws(grid: Grid) -> WindowLaws:
    """The laws of the windows of a grid."""
    at = grid.window_at
    sums = [
        (number, tuple(at[part] for part in parts))
        for (last, length), number in at.items()
        for parts in _consists_of(last, length)
        if all(part in at for part in parts)
    ]
    turns = [
        (number, at[last - 12, step], at[last - step, 12], at[last, step])
        for (last, length), number in at.items()
        for step in (1, 3)
        if length == 12 and {(last - 12, step), (last - step, 12), (last, step)} <= at.keys()
    ]
    same_end = [
        (at[last, short], number)
        for (last, length), number in at.items()
        for short in (1, 3)
        if short < length and (last, short) in at
    ]
    return WindowLaws(tuple(sums), tuple(turns), tuple(same_end))


def _consists_of(last: int, length: int) -> Iterator[list[Window]]:
    for step in (1, 3):
        if step < length:
            yield [(month, step) for month in range(last - length + step, last + 1, step)]


def _margins(part: Part) -> Iterator[tuple[Part, str]]:
    """The parts that a part is a part of, each with the breakdown that the others of it are told apart by."""
    breakdown, category = part
    first, _, second = breakdown.partition(".")
    if second:
        one, _, other = category.partition(".")
        yield (first, one), second
        yield (second, other), first
    elif part != ALL:
        yield ALL, breakdown


def _stretches(values: Sequence[Value]) -> Iterator[tuple[Value, int, int]]:
    """Runs of equal values, each with its first place and the place after its last."""
    turns = [place for place in range(len(values)) if place == 0 or values[place] != values[place - 1]]
    for first, stop in pairwise([*turns, len(values)]):
        yield values[first], first, stop
