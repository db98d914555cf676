"""Which splits are withdrawn when cells are known too narrowly."""

from collections.abc import Iterable, Iterator, Mapping, Set
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from indicators.counting.areas import Places
from indicators.disclosure.attack import Evidence, Release
from indicators.disclosure.attack.grid import Array, Grid, Part, Window
from indicators.disclosure.attack.laws import area_bases
from indicators.disclosure.attack.ways import reached
from warehouse.connection import run_sql
from warehouse.periods import MONTHS

_WITHDRAW = Path(__file__).parents[1] / "sql" / "attack" / "withdraw.sql"

YEAR = 12
"""The months of the longest windows."""

WITH_THOSE_BOUND, WITH_COUNTRY, LAST_TURN = 2, 3, 4
"""The turns from which those go that a figure is bound to; in which the country goes; in which all of it goes."""

Key = tuple[str, str, str, int]
"""What a split is of: figure, area, breakdown, months."""


class Split(NamedTuple):
    """A figure of an area by a breakdown (`all`: the figure itself), in windows of at most so many months.

    `reason` is how many values were left of what was known most narrowly in it.
    """

    figure: str
    area: str
    breakdown: str
    months: int
    reason: int

    @property
    def key(self) -> Key:
        """What it is of."""
        return self[:4]


def repairs(release: Release, one: Evidence, narrow: Array, turn: int) -> Iterator[Split]:
    """The splits to withdraw since cells of a figure are known too `narrow`: how many values these are left, others 0.

    At first those that they belong to; where that has not helped, in windows of any length and in the areas that theirs
    belongs to as well; then those of the figures that count a part of it, or it of them; then in the whole country too,
    which may tell that there is hardly anybody anywhere; in the end all that is told of these figures in these
    areas, of the country's not for a smaller area's sake: rather than that the release is refused.
    """
    grid = one.bounds.grid
    least: dict[tuple[str, str, int], int] = {}
    above = _above(release, one, with_country=turn == WITH_COUNTRY) if turn else {}
    for window, part, area in zip(*np.nonzero(narrow), strict=True):
        length = grid.windows[window][1]
        months = YEAR if turn else length
        for code in (grid.areas[area], *above.get(grid.areas[area], ())):
            for breakdown in _breakdowns(grid.parts[part], length, turn):
                key = (code, breakdown, months)
                least[key] = min(least.get(key, 9), int(narrow[window, part, area]))
    for figure in sorted(reached({one.name}, release.bound if turn >= WITH_THOSE_BOUND else ())):
        for (code, breakdown, months), reason in sorted(least.items()):
            yield Split(figure, code, breakdown, months, reason)


def widest(splits: Iterable[Split]) -> list[Split]:
    """Splits in order, without those that another holds: of the same figure, area and breakdown in longer windows."""
    found: dict[tuple[str, str, str], Split] = {}
    for split in sorted(splits, key=lambda one: one.months):
        found[split[:3]] = split
    return sorted(found.values())


def withdraw(release: Release, splits: Iterable[Split], held: bool = False) -> None:
    """Withdraw splits from every cell that shows them: of all indicators made of their figures, pairs included.

    `held` tells that figures of the release before may stand there: they may not where this one tells too much alone.
    """
    closed = sorted({cell for split in splits for cell in _cells(release, split)})
    names = ("indicators", "areas", "breakdowns", "period_kinds")
    columns = zip(*closed, strict=True) if closed else ((),) * len(names)
    values: dict[str, Any] = {name: list(column) for name, column in zip(names, columns, strict=True)}
    run_sql(release.connection, _WITHDRAW, values | {"held": held})


def _cells(release: Release, split: Split) -> Iterator[tuple[str, str, str, str]]:
    """Indicator, area, breakdown and kind of period of all that a split closes."""
    for indicator in release.indicators:
        if split.figure in {one.name for one in release.made_of[indicator.id]}:
            for breakdown in ("all", *indicator.breakdowns):
                if split.breakdown in {"all", breakdown, *breakdown.split(".")}:
                    for kind in indicator.periods:
                        if MONTHS[kind] <= split.months:
                            yield indicator.id, split.area, breakdown, kind


def _breakdowns(part: Part, length: int, turn: int) -> tuple[str, ...]:
    """What a part is split by. Pairs have no months of their own: what is known of them comes from their margins."""
    breakdown, _ = part
    margins = tuple(breakdown.split("."))
    if turn >= LAST_TURN:
        return ("all",)
    return (breakdown,) if len(margins) == 1 or (length > 1 and not turn) else margins


def _above(release: Release, one: Evidence, *, with_country: bool) -> dict[str, set[str]]:
    """The areas that each area has been a part of."""
    grid, country = one.bounds.grid, release.country.whole.code
    found = _wholes(release.places, release.bases, grid.windows, grid.areas)
    return {
        area: {whole for whole in wholes if with_country or whole != country}
        for area, wholes in found.items()
    }


@lru_cache(maxsize=64)
def _wholes(
    places: Places, bases: tuple[str, ...], windows: tuple[Window, ...], areas: tuple[str, ...]
) -> Mapping[str, Set[str]]:
    """The same with the country; most figures of a release share these."""
    found: dict[str, set[str]] = {}
    for made in area_bases(places, Grid(windows, (), areas), bases):
        for area, pieces in made.items():
            for piece in pieces - {area}:
                found.setdefault(piece, set()).add(area)
    return found
