"""Figures that count a part of another: one way out of it, telling again what that one tells, or some of its days."""

from collections.abc import Iterable, Iterator, Set
from dataclasses import replace
from typing import NamedTuple

from indicators.disclosure.attack.bounds import Bounds
from indicators.disclosure.attack.grid import Part
from indicators.disclosure.attack.laws import ALL
from warehouse.vocabulary import vocabulary


class Way(NamedTuple):
    """A figure by name, and the one of whose events it counts those of a destination: all of these, or a part."""

    figure: str
    whole: str
    destination: str
    is_all: bool


def ways_among(names: Set[str]) -> Iterator[Way]:
    """Those of the named figures that count a way out of another of them."""
    for measure, word in vocabulary().measures.items():
        told = word.more.get("way")
        if told:
            way = Way(f"{measure} amount", f"{told['of']} amount", told["destination"], told.get("all", True))
            if {way.figure, way.whole} <= names:
                yield way


def parts_of_others() -> Iterator[tuple[str, str]]:
    """Pairs of figures by name of which the first counts some of the days of the second, and never more."""
    for measure, word in vocabulary().measures.items():
        if "part_of" in word.more:
            yield f"{measure} amount", f"{word.more['part_of']} amount"


def reached(names: Set[str], pairs: Iterable[Set[str]]) -> set[str]:
    """The figures named, and all that are paired with them, or with such a one."""
    listed, found = list(pairs), set(names)
    while more := {name for pair in listed if pair & found for name in pair} - found:
        found |= more
    return found


def along(whole: Bounds, destination: str) -> Bounds:
    """The same cells, to be narrowed with them; those of a destination bear the names that they have without it."""
    parts = tuple(_without(part, destination) for part in whole.grid.parts)
    return replace(whole, grid=replace(whole.grid, parts=parts))


def _without(part: Part, destination: str) -> Part:
    breakdown, category = part
    if part == ("destination", destination):
        return ALL
    first, _, second = breakdown.partition(".")
    one, _, other = category.partition(".")
    return (
        (first, one) if (second, other) == ("destination", destination) else ("", f"{breakdown} {category}")
    )
