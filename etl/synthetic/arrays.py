"""Days as whole numbers, and draws of many at once."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
Columns = Mapping[str, NDArray[Any]]
"""The columns of a table by name, all of one length."""

Random = np.random.Generator

FOREVER = 100_000
"""A day after all days: what has not ended ends then."""

LONG_AGO = -100_000
"""A day before all days: what was always known was told then."""

_EPOCH = date(1970, 1, 1)


def day_number(day: date) -> int:
    """Days since the first of January 1970."""
    return (day - _EPOCH).days


def first_days(first_month: int, months: int) -> Ints:
    """The first day of each month from `first_month` on; months are counted from January of year 0."""
    since_epoch = np.arange(first_month, first_month + months) - 1970 * 12
    return since_epoch.astype("datetime64[M]").astype("datetime64[D]").astype(np.int64)


def months_of(days: Ints) -> Ints:
    """The month of each day, counted from January of year 0."""
    return days.astype("datetime64[D]").astype("datetime64[M]").astype(np.int64) + 1970 * 12


def drawn_through(points: Mapping[date, float], days: Ints) -> Floats:
    """The value on each day, on straight lines through those given; before the first and after the last it stays."""
    values: Floats = np.interp(days, [day_number(day) for day in points], list(points.values()))
    return values


def chances(rng: Random, count: int, chance: float | Floats) -> Flags:
    """True with that chance, `count` times."""
    return rng.random(count) < chance


def days_between(rng: Random, count: int, bounds: Sequence[int]) -> Ints:
    """Whole numbers of days, all from the first to the last of `bounds` alike."""
    return rng.integers(bounds[0], bounds[1], count, endpoint=True)


def choices(rng: Random, count: int, weights: Sequence[float] | Floats) -> Ints:
    """Places in a list of weights, drawn by weight."""
    upper = np.cumsum(np.asarray(weights, dtype=np.float64))
    places: Ints = np.searchsorted(upper, rng.random(count) * upper[-1], side="right").astype(np.int64)
    return places


def log_odds(chance: float | Floats) -> Floats:
    """The logarithm of a chance's odds."""
    odds: Floats = np.log(np.asarray(chance) / (1 - np.asarray(chance)))
    return odds


def from_log_odds(odds: Floats) -> Floats:
    """The chance with that logarithm of odds."""
    return 1 / (1 + np.exp(-odds))


def stacked(parts: Sequence[Columns]) -> dict[str, NDArray[Any]]:
    """Tables of the same columns, one under the other."""
    return {name: np.concatenate([part[name] for part in parts]) for name in parts[0]}


def kept(columns: Columns, which: Flags | Ints) -> dict[str, NDArray[Any]]:
    """Some rows of a table."""
    return {name: values[which] for name, values in columns.items()}


def repeated(counts: Ints) -> tuple[Ints, Ints]:
    """Each row so many times: its place in `counts`, and 0, 1, 2 … among its own."""
    row = np.repeat(np.arange(len(counts)), counts)
    return row, np.arange(len(row)) - np.repeat(np.cumsum(counts) - counts, counts)


def without_repeats(columns: Columns, *keys: str) -> dict[str, NDArray[Any]]:
    """The rows whose keys no earlier row has, in their order."""
    _, first = np.unique(in_order(*(columns[key] for key in keys)), return_index=True)
    fresh = np.zeros(len(columns[keys[0]]), dtype=np.bool_)
    fresh[first] = True
    return kept(columns, fresh)


def in_order(*keys: Ints) -> Ints:
    """One number for each row that sorts as the keys do, first key first; much faster to sort than several.

    Raises OverflowError when the keys are of so wide ranges that such a number would be too large.
    """
    numbers, size = np.zeros(len(keys[0]), dtype=np.int64), 1
    for key in keys if len(keys[0]) else ():
        lowest, width = int(key.min()), int(np.ptp(key)) + 1
        size *= width
        if size > np.iinfo(np.int64).max:
            raise OverflowError("The keys of rows are of too wide ranges to be sorted as one number.")
        numbers = numbers * width + (key - lowest)
    return numbers
