"""The attack: laws narrow what is known of each figure until nothing moves any more."""

from collections.abc import Sequence

import numpy as np

from indicators.disclosure.attack.bounds import Bounds
from indicators.disclosure.attack.evidence import Evidence, Release
from indicators.disclosure.attack.figure_laws import FigureLaws

ROUNDS = 4
"""At most so often the figures are set against each other, and each is narrowed again after that."""


def attack(release: Release) -> list[Evidence]:
    """Everything that the public tables of a release let anybody know of its figures; durations are left out."""
    found = {one.name: one for one in release.evidence()}
    open_figures = [FigureLaws(release.country, release.bases, one) for one in found.values()]
    for _ in range(ROUNDS):
        for figure in open_figures:
            figure.narrow()
        moved = set[str]()
        for part, whole in release.orders:
            if order(found[part].bounds, found[whole].bounds):
                moved |= {part, whole}
        open_figures = [one for one in open_figures if one.name in moved]
    return list(found.values())


def order(part: Bounds, whole: Bounds) -> bool:
    """Narrow two figures of which the first counts a part of what the second counts; whether anything moved."""
    inside, around = _common(part, whole), _common(whole, part)
    low, high = whole.low[around], part.high[inside]
    gap = np.zeros(low.shape)
    if not part.days:
        shown = part.shown[inside], whole.shown[around]
        gap[~np.isnan(shown[0]) & ~np.isnan(shown[1]) & (shown[0] != shown[1])] = 1
    least = np.maximum(low, part.low[inside] + gap)
    most = np.minimum(high, whole.high[around] - gap)
    whole.low[around], part.high[inside] = least, most
    return bool((least > low).any() or (most < high).any())


def _common(one: Bounds, other: Bounds) -> tuple[np.ndarray, ...]:
    """Where in one grid the windows, parts and areas are that the other has too."""

    def places(mine: Sequence[object], theirs: Sequence[object]) -> list[int]:
        known = set(theirs)
        return [number for number, key in enumerate(mine) if key in known]

    mine, theirs = one.grid, other.grid
    return np.ix_(
        places(mine.windows, theirs.windows),
        places(mine.parts, theirs.parts),
        places(mine.areas, theirs.areas),
    )
