"""What earlier releases add, under a supposition: from one release to the next at most one record of a cell came late.

Nobody is told how many came late, and where there were more the supposition is wrong; but often enough there was one or
none, and an attacker may know it. Then a cell's true number is as before or one more, and one more where another figure
is shown, since equal records give equal figures. Full-time persons grew by one at most.

It cannot hold of cells that show figures more than a base apart: of those nothing is supposed. The house, which knows
where it is right, supposes it there alone (`indicators.disclosure.memory`).
"""

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise

import numpy as np

from indicators.disclosure.attack.attack import narrow
from indicators.disclosure.attack.bounds import Bounds, common
from indicators.disclosure.attack.evidence import Evidence, Release
from indicators.disclosure.attack.figure_laws import FigureLaws
from indicators.disclosure.attack.grid import Array

ROUNDS = 4
"""At most so often releases are set against each other, and each is narrowed again after that."""


Laws = Mapping[str, FigureLaws]
"""The figures of a release by name, with their laws."""

Orders = Iterable[tuple[str, str]]


def attack_releases(releases: Sequence[Release]) -> list[list[Evidence]]:
    """What can be known of the figures of each of several releases, oldest first, by whoever kept them all."""
    found = [list(release.evidence()) for release in releases]
    laws = [
        {one.name: FigureLaws(release.places, release.bases, one) for one in its}
        for release, its in zip(releases, found, strict=True)
    ]
    orders = [release.orders for release in releases]
    for its, ordered in zip(laws, orders, strict=True):
        narrow(its, ordered)
    narrow_together(laws, orders, _supposed(releases[-1].rounding.base))
    return found


def narrow_together(
    laws: Sequence[Laws], orders: Sequence[Orders], against: Callable[[str, Bounds, Bounds], None]
) -> None:
    """Narrow the figures of several releases, oldest first, `against` the next and the one before, and each by itself.

    `against` is told a figure's name, and what is known of it in two releases.
    """
    pairs = list(pairwise(laws))
    every = [one for its in laws for one in its.values()]
    for _ in range(ROUNDS):
        was = [(one.bounds.low.copy(), one.bounds.high.copy()) for one in every]
        for then, now in (*pairs, *reversed(pairs[:-1])):
            both = [(name, then[name].bounds, now[name].bounds) for name in then.keys() & now.keys()]
            with ThreadPoolExecutor(os.cpu_count()) as threads:
                list(threads.map(lambda one: against(*one), both))
        for one, bounds in zip(every, was, strict=True):
            one.look_again(*bounds)
        if not any(one.moved.any() for one in every):
            return
        for its, ordered in zip(laws, orders, strict=True):
            narrow(its, ordered)


def _supposed(base: int) -> Callable[[str, Bounds, Bounds], None]:
    """Wherever the figures let it be, at most one record came late."""

    def against(_: str, before: Bounds, now: Bounds) -> None:
        since(before, now, plausible(before, now, base))

    return against


def plausible(before: Bounds, now: Bounds, base: int) -> Array:
    """Where figures of two releases let it be that at most one record came late."""
    apart = np.abs(now.shown[common(now, before)] - before.shown[common(before, now)])
    found: Array = ~(apart > base)
    return found


def since(before: Bounds, now: Bounds, right: Array, alike: bool = True) -> None:
    """Narrow what is known of a figure in one release and in the next, where the supposition is `right`.

    `alike` tells that equal records give equal figures in both.
    """
    then, here = common(before, now), common(now, before)
    most = np.where(right, now.scale[here[0].ravel()], np.inf)
    least = np.where(right, 0.0, -np.inf)
    if alike and not now.days:
        apart = np.abs(now.shown[here] - before.shown[then]) > 0
        least[right & apart] = 1
    low, high = before.low[then], before.high[then]
    now.keep(here, low + least, high + most)
    low, high = now.low[here], now.high[here]
    before.keep(then, low - most, high - least)
