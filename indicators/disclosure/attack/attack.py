"""The attack: laws narrow what is known of each figure until nothing moves any more."""

import os
from collections.abc import Iterable, Mapping, Set
from concurrent.futures import ThreadPoolExecutor

import numpy as np

from indicators.disclosure.attack.bounds import Bounds, common
from indicators.disclosure.attack.evidence import Evidence, Release
from indicators.disclosure.attack.figure_laws import FigureLaws
from indicators.disclosure.attack.grid import Array
from indicators.disclosure.attack.ways import Way, along, ways_among

ROUNDS = 4
"""At most so often the figures are set against each other, and each is narrowed again after that."""


def attack(release: Release, names: Set[str] | None = None) -> list[Evidence]:
    """Everything that the public tables of a release let anybody know of its figures; durations are left out.

    With `names` only of these figures and of those that they are bound to.
    """
    found, laws, begun = [], dict[str, FigureLaws](), []
    with ThreadPoolExecutor(os.cpu_count()) as threads:
        for one in release.evidence(names and release.linked(names)):
            found.append(one)
            laws[one.name] = FigureLaws(release.places, release.bases, one)
            begun.append(threads.submit(laws[one.name].narrow))  # beside the reading of the next
        for each in begun:
            each.result()
    narrow(laws, [pair for pair in release.orders if laws.keys() >= set(pair)], laws.keys())
    return found


def narrow(
    laws: Mapping[str, FigureLaws], orders: Iterable[tuple[str, str]], narrowed: Set[str] = frozenset()
) -> None:
    """Narrow the figures of a release wherever anything has moved, each by itself and then against each other.

    Those `narrowed` have been by themselves, and not against each other.
    """
    for _ in range(ROUNDS):
        moved = {name for name, one in laws.items() if one.moved.any()}
        with ThreadPoolExecutor(os.cpu_count()) as threads:
            list(threads.map(lambda name: laws[name].narrow(), sorted(moved)))
        narrowed |= moved
        ways = [way for way in ways_among(laws.keys()) if narrowed & {way.figure, way.whole}]
        _set_against_each_other(laws, [pair for pair in orders if narrowed & set(pair)], ways)
        narrowed = frozenset()
        if not any(one.moved.any() for one in laws.values()):
            return


def _set_against_each_other(
    laws: Mapping[str, FigureLaws], orders: Iterable[tuple[str, str]], ways: Iterable[Way]
) -> None:
    """Narrow what counts a part of something else, and that."""
    paired = {name for pair in orders for name in pair} | {name for way in ways for name in way[:2]}
    before = {name: (laws[name].bounds.low.copy(), laws[name].bounds.high.copy()) for name in paired}
    for part, whole in orders:
        order(laws[part].bounds, laws[whole].bounds)
    for way in ways:
        part_of, around = laws[way.figure].bounds, along(laws[way.whole].bounds, way.destination)
        order(part_of, around)
        if way.is_all:
            order(around, part_of)
    for name in paired:
        laws[name].look_again(*before[name])


def order(part: Bounds, whole: Bounds) -> None:
    """Narrow two figures of which the first counts a part of what the second counts."""
    inside, around = common(part, whole), common(whole, part)
    gap: Array | float = 0
    if not part.days:
        gap = (np.abs(part.shown[inside] - whole.shown[around]) > 0).astype(float)
    least, most = part.low[inside] + gap, whole.high[around] - gap
    part.keep(inside, None, most)
    whole.keep(around, least, None)
