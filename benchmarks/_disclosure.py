"""Methods of protection, and what each costs and hides: pure functions of true counts and of what is shown of them.

Arrays of a figure have the axes of the attacker's grids: windows, parts, areas; NaN where nothing is counted or shown.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd

from indicators.disclosure.attack.bounds import Bounds, Rounding
from indicators.disclosure.attack.exposure import SMALL
from indicators.disclosure.attack.grid import Array, Grid, Part
from indicators.disclosure.attack.laws import ALL
from indicators.disclosure.splitting import Above, carried_down

COUNTS = ((1, 4), (5, 19), (20, 99), (100, np.inf))
"""True counts from and to."""

DENOMINATORS = ((50, 99), (100, 499), (500, np.inf))
"""True denominators from and to."""

VALUES = (1, 2, 3)
"""So many values are left of what is known exactly, to two or to three values."""

_TEN_THOUSANDTHS = 10_000


class Method(NamedTuple):
    """Rounding to multiples of a base, at random or to the nearest, with the split rule or without it."""

    base: int
    split: bool
    nearest: bool = False

    @property
    def split_from(self) -> int:
        """What is published as less is not split further: 20 of base 5, and in proportion."""
        return 4 * self.base

    @property
    def rounding(self) -> Rounding:
        """What an attacker knows of it."""
        return Rounding(self.base, self.base // 2 if self.nearest else self.base - 1)

    @property
    def name(self) -> str:
        """Two lines for the head of a column."""
        return f"{'nearest' if self.nearest else 'random'}\n{self.base}{' split' if self.split else ''}"


METHODS = tuple(
    Method(base, split, nearest)
    for base, nearest in ((3, False), (5, False), (7, False), (10, False), (5, True))
    for split in (False, True)
)


class Cells(NamedTuple):
    """What is rounded on its grid, and the keys that draw."""

    grid: Grid
    true: Array
    keys: Array


class Tally(NamedTuple):
    """A sum over so many cells."""

    total: float = 0
    cells: int = 0

    def __add__(self, other: object) -> "Tally":
        """Both together."""
        if not isinstance(other, Tally):
            return NotImplemented
        return Tally(self.total + other.total, self.cells + other.cells)

    @property
    def mean(self) -> float:
        """The mean over the cells; NaN of none."""
        return self.total / self.cells if self.cells else np.nan


def rounded(true: Array, keys: Array, method: Method, seed: int) -> Array:
    """Multiples of the method's base: up with the chance of the remainder, drawn by cell key, or the nearest."""
    known = ~np.isnan(true)
    parts = np.rint(np.where(known, true, 0) * _TEN_THOUSANDTHS).astype(np.int64)
    whole = method.base * _TEN_THOUSANDTHS
    remainder = parts % whole
    if method.nearest:
        up = 2 * remainder >= whole
    else:
        up = _drawn(keys, seed) % np.uint64(whole) < remainder.astype(np.uint64)
    shown: Array = np.where(known, (parts // whole + up) * method.base, np.nan)
    return shown


def _drawn(keys: Array, seed: int) -> Array:
    """64 bits of each key, mixed as SplitMix64 does (Steele, Lea and Flood 2014)."""
    mixed = keys.astype(np.uint64) + np.uint64(seed * 0x9E3779B97F4A7C15 % 2**64)
    for shift, factor in ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB)):
        mixed = (mixed ^ (mixed >> np.uint64(shift))) * np.uint64(factor)
    return mixed ^ (mixed >> np.uint64(31))


def shown_by(method: Method, cells: Cells, areas: Iterable[Above], seed: int) -> Array:
    """What a method shows of a figure."""
    shown = rounded(cells.true, cells.keys, method, seed)
    if method.split:
        small = np.nan_to_num(shown, nan=np.inf) < method.split_from
        windows = np.array([(length, last) for last, length in cells.grid.windows])
        under = carried_down(small.transpose(1, 2, 0), parts_above(cells.grid.parts), areas, windows)
        shown[under.transpose(2, 0, 1)] = np.nan
    return shown


def parts_above(parts: Sequence[Part]) -> Iterator[Above]:
    """What each part is split off: `all`, and a pair such as `female.25-29` both its margins."""
    at = {part: number for number, part in enumerate(parts)}
    for (breakdown, category), number in at.items():
        margins = list(zip(breakdown.split("."), category.split("."), strict=False))
        wholes = [ALL] * (breakdown != ALL[0]) + margins * (len(margins) > 1)
        yield from (Above(number, at[whole]) for whole in wholes if whole in at)


def count_errors(true: Array, shown: Array) -> list[Tally]:
    """Squared errors of counts by their true size."""
    return [_squares((shown - true)[_between(true, size)]) for size in COUNTS]


def share_errors(true: tuple[Array, Array], shown: tuple[Array, Array]) -> list[Tally]:
    """Squared errors of shares, in square percentage points, by the true denominator."""
    with np.errstate(divide="ignore", invalid="ignore"):
        errors = per_cent(*shown) - per_cent(*true)
    return [_squares(errors[_between(true[1], size)]) for size in DENOMINATORS]


def per_cent(above: Array, below: Array) -> Array:
    """Shares; what is rounded above its whole is shown as the whole."""
    found: Array = 100 * np.minimum(above, below) / below
    return found


def shares_shown(above: Array, below: Array, least: int) -> tuple[Array, Array]:
    """Numerators and denominators, the latter only where they are published as `least` or more."""
    return above, np.where(below >= least, below, np.nan)


def places_moved(true: Array, shown: Array) -> Array:
    """By how many places each area moves when those with a figure are ranked by what is shown; NaN where none is."""
    both = np.isnan(true) | np.isnan(shown)
    ranks = [pd.Series(np.where(both, np.nan, one)).rank() for one in (true, shown)]
    moved: Array = (ranks[0] - ranks[1]).abs().to_numpy()
    return moved


def thirds(sizes: Array) -> list[Array]:
    """The numbers of the small, the median and the large ones."""
    return np.array_split(np.argsort(sizes, kind="stable"), 3)


def cells_shown(grid: Grid, true: Array, shown: Array) -> list[Tally]:
    """Of the cells that are counted those that are shown, by windows of 1, 3 and 12 months."""
    lengths = np.array([length for _, length in grid.windows])
    counted = [(~np.isnan(one)).sum(axis=(1, 2)) for one in (shown, true)]
    return [Tally(*(int(one[lengths == length].sum()) for one in counted)) for length in (1, 3, 12)]


def known(bounds: Bounds, true: Array) -> list[Tally]:
    """Of the cells that are truly from 1 to 4 those known exactly, to two and to three values.

    Raises ValueError where what is known of a cell does not hold the truth.
    """
    places = np.nonzero(~np.isnan(true))
    if not bounds.holds(places, true[places]).all():  # type: ignore[arg-type]
        raise ValueError("What an attacker is said to know is not true.")
    small = (true > 0) & ((true < SMALL + 1) if bounds.days else (true <= SMALL))
    left = bounds.values()[small]
    return [Tally(int((left == values).sum()), left.size) for values in VALUES]


def _between(true: Array, size: tuple[float, float]) -> Array:
    """Full-time persons lie between whole numbers: up to the next size."""
    low, high = size
    found: Array = (true >= low) & (true < high + 1)
    return found


def _squares(errors: Array) -> Tally:
    known_errors = errors[~np.isnan(errors)]
    return Tally(float((known_errors**2).sum()), known_errors.size)
