"""How long spells last, as arrays: means, medians and survivals.

What is found is in ten-thousandths, half up: of weeks for means and medians, of per cent for survivals. SQL finds the
spells (columns `crowd`, `base`, `month`, `days`, `has_ended`). Sums of them add up over categories and areas and tell
means, and survivals where all spells are followed; of all else the spells themselves are gathered, place by place.
"""

import os
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from indicators.counting.cube import Array, Columns, Grid, rolled_up

Duration = tuple[Array, Array]
"""The durations of categories, places and windows, and whether each is known."""

Statistic = Callable[[Array, range, int], Duration]
"""Finds the duration of each of some windows, from the codes of the spells of one category and place.

A code is the number of the window times so many lengths, and the length: twice the days, one more if the spell was lost
from sight before it ended. So who is lost on a day comes after those whose spells end on it, and is at risk with them.
"""


def means(spells: Columns, grid: Grid) -> Duration:
    """The mean lengths in weeks."""
    placed = _placed(spells, grid)
    number, days = placed.sum(), placed.sum(placed.days)
    return (20000 * days + 7 * number) // (14 * np.maximum(number, 1)), number > 0


def medians(spells: Columns, grid: Grid, wanted: Array | None = None) -> Duration:
    """The median lengths in weeks, midway between the middle two; of all cells or those that are wanted."""
    return _placed(spells, grid).gather(median, wanted)


def survivals(spells: Columns, grid: Grid, at_days: int, wanted: Array | None = None) -> Duration:
    """How many in a hundred spells last longer than so many days; of all cells or those that are wanted.

    E. L. Kaplan and P. Meier, Nonparametric estimation from incomplete observations, Journal of the American
    Statistical Association 53 (1958) 457-481. A spell is at risk as long as it is known to have lasted. Unknown where
    the last spells are lost from sight before that day.
    """
    placed = _placed(spells, grid)
    number = placed.sum()
    followed = placed.sum(~placed.has_ended & (placed.days < at_days)) == 0
    ended = placed.sum(placed.has_ended & (placed.days <= at_days))
    value = _ten_thousandths(1 - ended / np.maximum(number, 1))
    value[~followed], known = 0, followed & (number > 0)
    found, there = placed.gather(survival(at_days), ~followed if wanted is None else wanted & ~followed)
    return np.where(known | there, value + found, 0), known | there


def median(codes: Array, windows: range, lengths: int) -> Duration:
    """The median length in weeks."""
    codes = np.sort(codes)
    edges = np.searchsorted(codes, lengths * np.arange(windows.start, windows.stop + 1))
    number = np.diff(edges)
    known = number > 0
    first, number = edges[:-1][known], number[known]
    middle = [codes[first + one] % lengths // 2 for one in ((number - 1) // 2, number // 2)]
    value = np.zeros(len(known), "i8")
    value[known] = (20000 * (middle[0] + middle[1]) + 14) // 28
    return value, known


def survival(at_days: int) -> Statistic:
    """How many in a hundred spells last longer than so many days."""

    def found(codes: Array, windows: range, lengths: int) -> Duration:
        counts = np.bincount(codes - windows.start * lengths, minlength=len(windows) * lengths)
        counts = counts.reshape(len(windows), lengths)
        at_risk = np.cumsum(counts[:, ::-1], axis=1)[:, ::-1]
        ended, of = (one[:, ::2][:, : at_days + 1] for one in (counts, at_risk))
        share = np.prod(1 - ended / np.maximum(of, 1), axis=1)
        followed = counts[:, 2 * at_days :].any(axis=1)
        known = followed | ((ended == of) & (of > 0)).any(axis=1)
        return np.where(known, _ten_thousandths(share), 0), known

    return found


def _ten_thousandths(share: Array) -> Array:
    """Per cent in ten-thousandths; products of fractions are right to twelve digits, no further."""
    return np.floor(np.round(1_000_000 * share, 6) + 0.5).astype("i8")


@dataclass(frozen=True)
class _Placed:
    """Spells with the numbers of their crowd and base area, as one, and of a window that they lie in."""

    grid: Grid
    crowd_base: Array
    window: Array
    days: Array
    has_ended: Array

    def sum(self, weights: Array | None = None) -> Array:
        """How many there are in each category, place and window, or what these weigh together."""
        shape = (self.grid.crowds, self.grid.bases, len(self.grid.months))
        found = np.bincount(self.crowd_base * shape[2] + self.window, weights, minlength=int(np.prod(shape)))
        return rolled_up(found.astype("i8").reshape(shape), self.grid)

    def gather(self, statistic: Statistic, wanted: Array | None) -> Duration:
        """The durations of each category, place and window, from the spells themselves."""
        shape = (len(self.grid.parts), len(self.grid.place_ids), len(self.grid.months))
        asked = np.ones(shape, bool) if wanted is None else wanted
        value, known = np.zeros(shape, "i8"), np.zeros(shape, bool)
        lengths = 2 * int(self.days.max(initial=0)) + 2
        crowds = self._codes(lengths, np.asarray(asked.any(axis=(0, 1))))

        def gather_place(gathering: tuple[int, range, list[int]]) -> None:
            place, windows, bases = gathering
            for part, these in enumerate(self.grid.parts):
                there = (part, place, slice(windows.start, windows.stop))
                if asked[there].any():
                    codes = np.concatenate([crowds[crowd][base] for crowd in these for base in bases])
                    inside = _among(codes // lengths - windows.start, asked[there])
                    value[there], known[there] = statistic(codes[inside], windows, lengths)

        with ThreadPoolExecutor(os.cpu_count()) as pool:
            list(pool.map(gather_place, gatherings(self.grid)))
        return value, known

    def _codes(self, lengths: int, windows: Array) -> list[list[Array]]:
        """The codes of spells that lie in some of the windows, by crowd and base area."""
        inside = np.flatnonzero(windows[self.window])
        code = self.window * lengths + 2 * self.days + ~self.has_ended
        places = self.grid.crowds * self.grid.bases
        place = self.crowd_base[inside]
        order = inside[np.argsort(place.astype(np.min_scalar_type(places)), kind="stable")]
        ends = np.cumsum(np.bincount(place, minlength=places))
        pieces = np.split(code[order].astype("i4"), ends[:-1])
        return [pieces[crowd : crowd + self.grid.bases] for crowd in range(0, places, self.grid.bases)]


def _among(window: Array, asked: Array) -> Array:
    """Which windows are asked for; those before the first and after the last are not."""
    inside = (window >= 0) & (window < len(asked))
    inside[inside] = asked[window[inside]]
    return inside


def gatherings(grid: Grid) -> Iterator[tuple[int, range, list[int]]]:
    """Places with windows in which the same base areas count there."""
    for place in range(len(grid.place_ids)):
        members = [one for one in grid.members if one.place == place]
        turns = sorted({turn for one in members for turn in (one.begin, one.end)})
        for begin, end in pairwise(turns):
            bases = [one.base for one in members if one.begin <= begin and one.end >= end]
            if bases:
                yield place, range(begin, end), bases


def _placed(spells: Columns, grid: Grid) -> _Placed:
    """The spells, each as often as it lies in a window."""
    before = np.searchsorted(grid.months, np.arange(spells["month"].max(initial=0) + grid.window_months + 1))
    first, after = before[spells["month"]], before[spells["month"] + grid.window_months]
    often = after - first
    row = np.repeat(np.arange(len(often)), often)
    return _Placed(
        grid=grid,
        crowd_base=(spells["crowd"] * grid.bases + spells["base"])[row],
        window=np.arange(len(row)) + (first - np.cumsum(often) + often)[row],
        days=spells["days"][row],
        has_ended=spells["has_ended"][row],
    )
