"""Which figures of employers must not be shown because too few workplaces are behind them, or one is most of them.

Rounding hides who counts for one: a person. An employer may count for hundreds of positions, so a figure is shown only
where so many workplaces are behind it that none can be told from it. Where one is hidden, so is what it follows from:
of the parts that make up a whole so many are hidden that together enough workplaces are behind them, and no employer
is most of what they are together. All is told as arrays.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np

from indicators.disclosure.splitting import Above, Array

RESIDUAL = -1
"""The level of what belongs to no area: it is a part of every whole, whatever that is split into."""

_NONE = np.iinfo("i8").max

_SHORTER: Mapping[int, Sequence[int]] = {1: (), 3: (1,), 12: (1, 3)}
"""The lengths that windows of each length are made up of."""


class Shares(NamedTuple):
    """Of each cell what all employers count for and what the largest does, which may be `most` per cent of that."""

    total: Array
    largest: Array
    most: int

    def dominated(self) -> Array:
        """The cells of which one employer is more."""
        found: Array = self.largest * 100 > self.most * self.total
        return found


class _Split(NamedTuple):
    """What a whole is split into: places along an axis, and in which windows each of them is a part of it."""

    axis: int
    parts: Sequence[int]
    within: Array


def too_few(
    behind: Array, least: int, areas: Iterable[Above], windows: Array, shares: Shares | None = None
) -> Array:
    """Of a grid of parts, areas and windows, which cells must be hidden.

    `behind` are the workplaces behind each cell, `windows` pairs of a length and a last month. Where nobody is behind a
    cell it is 0, as everybody may know. Without `shares` no employer dominates any.
    """
    hidden = (behind > 0) & (behind < least)
    if shares:
        hidden |= shares.dominated()
    splits = [*_of_areas(areas, windows, behind.shape[1]), *_of_windows(windows)]
    before = -1
    while before != (before := int(hidden.sum())):
        for split in splits:
            _hide_one_more(hidden, behind, least, split, shares)
    return hidden


def _hide_one_more(hidden: Array, behind: Array, least: int, split: _Split, shares: Shares | None) -> None:
    """Where the hidden parts have too few behind them together, hide the part with the fewest of the others too.

    So it is where one employer may be most of what is hidden.

    Areas have no workplace in common, so theirs are added up. Months may have the same, so the most in one of them is
    taken.
    """
    here = np.ix_(*(split.parts if axis == split.axis else range(n) for axis, n in enumerate(behind.shape)))
    there = np.where(split.within, behind[here], 0)
    closed = hidden[here]
    gather = np.sum if split.axis == 1 else np.max
    together = gather(np.where(closed, there, 0), axis=split.axis, keepdims=True)
    left = np.where(closed | (there == 0), _NONE, there)
    next_one = left.argmin(axis=split.axis, keepdims=True)
    lacking = (together > 0) & (together < least)
    if shares:
        lacking |= _together(shares, split, here, closed).dominated()
    lacking &= left.min(axis=split.axis, keepdims=True) < _NONE
    places = np.arange(len(split.parts)).reshape([-1 if axis == split.axis else 1 for axis in range(3)])
    hidden[here] = closed | (lacking & (places == next_one))


def _together(shares: Shares, split: _Split, here: Any, closed: Array) -> Shares:
    """Of the hidden parts all together; the largest of several months may be the same in all."""
    hidden = split.within & closed
    gather = np.max if split.axis == 1 else np.sum
    total = np.where(hidden, shares.total[here], 0).sum(axis=split.axis, keepdims=True)
    return Shares(
        total, gather(np.where(hidden, shares.largest[here], 0), axis=split.axis, keepdims=True), shares.most
    )


def _of_areas(areas: Iterable[Above], windows: Array, count: int) -> Iterator[_Split]:
    """A split for each area and each level that its parts may be of."""
    known = [one for one in areas if max(one.one, one.above) < count]
    wholes: dict[int, list[Above]] = {}
    for one in known:
        wholes.setdefault(one.above, []).append(one)
    for parts in wholes.values():
        for level in {one.level for one in parts if one.level != RESIDUAL} or {RESIDUAL}:
            yield _split_of_areas([one for one in parts if one.level in {level, RESIDUAL}], windows)


def _split_of_areas(parts: Sequence[Above], windows: Array) -> _Split:
    places = sorted({one.one for one in parts})
    within = np.zeros((1, len(places), len(windows)), bool)
    for one in parts:
        then = (windows[:, 1] >= one.first_month) & (windows[:, 1] <= one.last_month)
        within[0, places.index(one.one)] |= then
    return _Split(1, places, within)


def _of_windows(windows: Array) -> Iterator[_Split]:
    """A split for each quarter into months, and for each year into quarters and into months.

    Windows that overlap, as rolling years do, would tell more: there are none of such figures.
    """
    at = {(int(length), int(month)): number for number, (length, month) in enumerate(windows)}
    for length, month in at:
        for short in _SHORTER[length]:
            parts = [(short, last) for last in range(month, month - length, -short)]
            if all(part in at for part in parts):
                yield _Split(2, [at[part] for part in parts], np.ones((1, 1, len(parts)), bool))
