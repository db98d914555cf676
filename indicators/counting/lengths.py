"""How long spells last, as arrays: means, medians, survivals and their medians.

What is found is in ten-thousandths, half up: of weeks for means and medians (or of another stretch of days; amounts are
handled as days, of which each is one), of per cent for survivals. SQL finds the
spells (columns `crowd`, `base`, `month`, `days`, `has_ended`). Sums of them add up over categories and areas and tell
means, and survivals where all spells are followed; of all else the spells themselves are gathered, place by place.
"""

import os
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise

import numpy as np

from indicators.counting.cube import Array, Columns, Grid, rolled_up, windows
from indicators.counting.ordering import in_order

Duration = tuple[Array, Array]
"""The durations of categories, places and windows, and whether each is known."""

_WEEK = 7
_HALF = 0.5
_DIGITS = 9
"""Products of fractions are right to these, and halves are met exactly."""

Statistic = Callable[[Array, range, int], Duration]
"""Finds the duration of each of some windows, from the codes of the spells of one category and place.

A code is the number of the window times so many lengths, and the length: twice the days, one more if the spell was lost
from sight before it ended. So who is lost on a day comes after those whose spells end on it, and is at risk with them.
"""


def means(spells: Columns, grid: Grid, in_one: int = _WEEK) -> Duration:
    """The mean lengths in weeks, or in stretches of so many days."""
    sums = _Sums(spells, grid)
    number, days = sums.of(), sums.of(spells["days"])
    return (20000 * days + in_one * number) // (2 * in_one * np.maximum(number, 1)), number > 0


def medians(spells: Columns, grid: Grid, wanted: Array | None = None, in_one: int = _WEEK) -> Duration:
    """The median lengths in weeks, or in stretches of so many days, midway between the middle two.

    Of all cells or those that are wanted.
    """
    return _gathered(spells, grid, median(in_one), wanted)


def survivals(spells: Columns, grid: Grid, at_days: int, wanted: Array | None = None) -> Duration:
    """How many in a hundred spells last longer than so many days; of all cells or those that are wanted.

    E. L. Kaplan and P. Meier, Nonparametric estimation from incomplete observations, Journal of the American
    Statistical Association 53 (1958) 457-481. A spell is at risk as long as it is known to have lasted. Unknown where
    the last spells are lost from sight before that day.
    """
    sums = _Sums(spells, grid)
    number = sums.of()
    followed = sums.of(~spells["has_ended"] & (spells["days"] < at_days)) == 0
    ended = sums.of(spells["has_ended"] & (spells["days"] <= at_days))
    value = _ten_thousandths(1 - ended / np.maximum(number, 1))
    value[~followed], known = 0, followed & (number > 0)
    rest = ~followed if wanted is None else wanted & ~followed
    found, there = _gathered(spells, grid, survival(at_days), rest)
    return np.where(known | there, value + found, 0), known | there


def survival_medians(spells: Columns, grid: Grid, at_days: int, wanted: Array | None = None) -> Duration:
    """The weeks that half of the spells outlast; of all cells or those that are wanted.

    By Kaplan and Meier, as for survivals: the first day on which no more than half are left. Where more than half last
    longer than so many days it is one day more, which stands for all that is longer; unknown where the last spells are
    lost from sight before that is known.
    """
    return _gathered(spells, grid, survival_median(at_days), wanted)


def median(in_one: int) -> Statistic:
    """The median length in stretches of so many days."""

    def found(codes: Array, windows: range, lengths: int) -> Duration:
        codes = in_order(codes)
        edges = np.searchsorted(codes, lengths * np.arange(windows.start, windows.stop + 1))
        number = np.diff(edges)
        known = number > 0
        first, number = edges[:-1][known], number[known]
        middle = [codes[first + one] % lengths // 2 for one in ((number - 1) // 2, number // 2)]
        value = np.zeros(len(known), "i8")
        value[known] = (20000 * (middle[0].astype("i8") + middle[1]) + 2 * in_one) // (4 * in_one)
        return value, known

    return found


def survival(at_days: int) -> Statistic:
    """How many in a hundred spells last longer than so many days."""

    def found(codes: Array, windows: range, lengths: int) -> Duration:
        counts = _counts(codes, windows, lengths)
        ended, of = _ended(counts, at_days)
        share = np.prod(1 - ended / np.maximum(of, 1), axis=1)
        followed = counts[:, 2 * at_days :].any(axis=1)
        known = followed | ((ended == of) & (of > 0)).any(axis=1)
        return np.where(known, _ten_thousandths(share), 0), known

    return found


def survival_median(at_days: int) -> Statistic:
    """The weeks after which no more than half of the spells are left: those of one day more if that takes longer."""

    def found(codes: Array, windows: range, lengths: int) -> Duration:
        counts = _counts(codes, windows, lengths)
        ended, of = _ended(counts, at_days)
        left = np.cumprod(1 - ended / np.maximum(of, 1), axis=1)
        reached = np.round(left, _DIGITS) <= _HALF
        within = np.any(reached, axis=1)
        known: Array = within | np.any(counts[:, 2 * at_days :], axis=1)
        days = np.where(within, reached.argmax(axis=1), at_days + 1)
        return np.where(known, (20000 * days + 7) // 14, 0), known

    return found


def _counts(codes: Array, windows: range, lengths: int) -> Array:
    """How many codes there are of each length in each window."""
    counts = np.bincount(codes - windows.start * lengths, minlength=len(windows) * lengths)
    return counts.reshape(len(windows), lengths)


def _ended(counts: Array, at_days: int) -> tuple[Array, Array]:
    """How many spells end after each number of days up to this one, and of how many that are at risk."""
    at_risk = np.cumsum(counts[:, ::-1], axis=1)[:, ::-1]
    return counts[:, ::2][:, : at_days + 1], at_risk[:, ::2][:, : at_days + 1]


def _ten_thousandths(share: Array) -> Array:
    """Per cent in ten-thousandths; products of fractions are right to twelve digits, no further."""
    return np.floor(np.round(1_000_000 * share, 6) + 0.5).astype("i8")


class _Sums:
    """Sums over the spells of each category, place and window."""

    def __init__(self, spells: Columns, grid: Grid) -> None:
        first, last = (
            (grid.months[0] - grid.window_months + 1, grid.months[-1]) if len(grid.months) else (0, -1)
        )
        self._grid = grid
        self._ends = grid.months - first + 1
        self._shape = (grid.crowds, grid.bases, int(last - first + 1))
        self._inside = np.flatnonzero((spells["month"] >= first) & (spells["month"] <= last))
        crowd, base, month = (spells[name][self._inside] for name in ("crowd", "base", "month"))
        self._place = (crowd * grid.bases + base) * self._shape[2] + month - first

    def of(self, weights: Array | None = None) -> Array:
        """How many spells there are, or what they weigh together."""
        these = None if weights is None else weights[self._inside]
        monthly = np.bincount(self._place, these, minlength=int(np.prod(self._shape))).astype("i8")
        return rolled_up(
            windows(monthly.reshape(self._shape), self._ends, self._grid.window_months), self._grid
        )


def _gathered(spells: Columns, grid: Grid, statistic: Statistic, wanted: Array | None) -> Duration:
    """The durations of each category, place and window, from the spells themselves."""
    shape = (len(grid.parts), len(grid.place_ids), len(grid.months))
    asked = np.ones(shape, bool) if wanted is None else wanted
    value, known = np.zeros(shape, "i8"), np.zeros(shape, bool)
    lengths = 2 * int(spells["days"].max(initial=0)) + 2
    pieces = _codes(spells, grid, lengths, np.flatnonzero(asked.any(axis=(0, 1))))

    def gather_place(gathering: tuple[int, range, list[int]]) -> None:
        place, span, bases = gathering
        for part, these in enumerate(grid.parts):
            here = np.zeros(len(grid.months), bool)
            here[span.start : span.stop] = asked[part, place, span.start : span.stop]
            if here.any():
                first, last = (int(at) for at in np.flatnonzero(here)[[0, -1]])
                codes = np.concatenate(
                    [pieces[crowd * grid.bases + base] for crowd in these for base in bases]
                )
                there = (part, place, slice(first, last + 1))
                value[there], known[there] = statistic(
                    codes[here[codes // lengths]], range(first, last + 1), lengths
                )

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(gather_place, gatherings(grid)))
    return value, known


def _codes(spells: Columns, grid: Grid, lengths: int, windows: Array) -> list[Array]:
    """The codes of spells, once for each of these windows that they lie in, by crowd and base area."""
    months = np.arange(spells["month"].max(initial=0) + grid.window_months + 1)
    before = np.searchsorted(grid.months[windows], months)
    first, after = before[spells["month"]], before[spells["month"] + grid.window_months]
    often = after - first
    row = np.repeat(np.arange(len(often)), often)
    window = windows[np.arange(len(row)) + (first - np.cumsum(often) + often)[row]]
    code = window * lengths + 2 * spells["days"][row] + ~spells["has_ended"][row]
    place = spells["crowd"][row] * grid.bases + spells["base"][row]
    order = np.argsort(place.astype(np.min_scalar_type(place.max(initial=0))), kind="stable")
    begins = np.searchsorted(place[order], np.arange(grid.crowds * grid.bases))
    # The lesser kind of whole number sorts faster; one below the opposite of the largest fits where that one fits.
    kind = np.promote_types("i4", np.min_scalar_type(~code.max(initial=0)))
    return np.split(code[order].astype(kind), begins[1:])


def gatherings(grid: Grid) -> Iterator[tuple[int, range, list[int]]]:
    """Places with windows in which the same base areas count there."""
    for place in range(len(grid.place_ids)):
        members = [one for one in grid.members if one.place == place]
        turns = sorted({turn for one in members for turn in (one.begin, one.end)})
        for begin, end in pairwise(turns):
            bases = [one.base for one in members if one.begin <= begin and one.end >= end]
            if bases:
                yield place, range(begin, end), bases
