"""What earlier releases add, under a supposition: from one release to the next at most one record of a cell came late.

Nobody is told how many came late, and where there were more the supposition is wrong; but often enough there was one or
none, and an attacker may know it. Then a cell's true number is as before or one more, and one more where another figure
is shown, since equal records give equal figures. Full-time persons grew by one at most.

It cannot hold of cells that show figures more than a base apart: of those nothing is supposed.
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise

import numpy as np

from indicators.disclosure.attack.attack import narrow
from indicators.disclosure.attack.bounds import Bounds, common
from indicators.disclosure.attack.evidence import Evidence, Release
from indicators.disclosure.attack.figure_laws import FigureLaws

ROUNDS = 4
"""At most so often releases are set against each other, and each is narrowed again after that."""


def attack_releases(releases: Sequence[Release]) -> list[list[Evidence]]:
    """What can be known of the figures of each of several releases, oldest first, by whoever kept them all."""
    found = [list(release.evidence()) for release in releases]
    laws = [
        {one.name: FigureLaws(release.places, release.bases, one) for one in its}
        for release, its in zip(releases, found, strict=True)
    ]
    pairs = list(pairwise(laws))
    for _ in range(ROUNDS):
        for release, its in zip(releases, laws, strict=True):
            narrow(its, release.orders)
        before = [
            {name: (one.bounds.low.copy(), one.bounds.high.copy()) for name, one in its.items()}
            for its in laws
        ]
        for then, now in (*pairs, *reversed(pairs)):
            _set_against(then, now, releases[-1].rounding.base)
        for its, was in zip(laws, before, strict=True):
            for name, one in its.items():
                one.look_again(*was[name])
    return found


def _set_against(then: Mapping[str, FigureLaws], now: Mapping[str, FigureLaws], base: int) -> None:
    for name in then.keys() & now.keys():
        since(then[name].bounds, now[name].bounds, base)


def since(before: Bounds, now: Bounds, base: int) -> None:
    """Narrow what is known of a figure in one release and in the next."""
    then, here = common(before, now), common(now, before)
    scale = now.scale[here[0].ravel()]
    apart = np.abs(now.shown[here] - before.shown[then])
    most = np.where(apart > base, np.inf, scale)
    least = np.where(apart > base, -np.inf, 0)
    if not now.days:
        least[apart == base] = 1
    low, high = before.low[then], before.high[then]
    now.keep(here, low + least, high + most)
    low, high = now.low[here], now.high[here]
    before.keep(then, low - most, high - least)
