"""Time that runs faster in some months than in others: seasons, trends and the shock.

A waiting time is drawn in the time of a clock and read off in days. A rate that varies over the calendar is thus drawn
exactly and without steps.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from etl.synthetic.arrays import FOREVER, Floats, Ints, first_days
from etl.synthetic.settings import Part, Settings
from warehouse.periods import parse_period


@dataclass(frozen=True)
class Clock:
    """`read[i]` is what the clock shows at the beginning of day `first + i`; on an average day it runs on by 1."""

    first: int
    read: Floats

    def after(self, starts: Ints, waits: Floats) -> Ints:
        """The day when the clock has run on by `waits` since `starts`; FOREVER when it does so too late."""
        targets = self.read[starts - self.first] + waits
        days = np.searchsorted(self.read, targets, side="right") - 1 + self.first
        return np.where(targets < self.read[-1], days, FOREVER)


@dataclass(frozen=True)
class Clocks:
    """The clocks of entering and of leaving each scheme, in the order of the schemes."""

    entries: tuple[Clock, ...]
    exits: tuple[Clock, ...]


def make_clocks(settings: Settings) -> Clocks:
    """The clocks, from the first day lived to a little after the last delivered."""
    benefits = settings.benefits
    months = np.arange(settings.first_month - 12 * settings.demo["years_before"], _end_month(settings))
    flat = [1.0] * 12

    def clock(way: str, scheme: str, trend: Mapping[str, float]) -> Clock:
        season = np.asarray(benefits["seasons"][way].get(scheme, flat))
        speed = season[months % 12] / season.mean()
        speed *= (1 + trend.get(scheme, 0) / 100) ** ((months - settings.first_month) / 12)
        speed *= _shock(benefits["shock"], way, scheme, months)
        return _clock(months, speed)

    schemes = settings.schemes
    return Clocks(
        tuple(clock("entries", scheme, benefits["trend"]) for scheme in schemes),
        tuple(clock("exits", scheme, {}) for scheme in schemes),
    )


def _end_month(settings: Settings) -> int:
    return settings.first_month + settings.months + 2


def _clock(months: Ints, speed: Floats) -> Clock:
    starts = first_days(int(months[0]), len(months) + 1)
    by_day = np.repeat(speed, np.diff(starts))
    return Clock(int(starts[0]), np.concatenate([[0.0], np.cumsum(by_day)]))


def _shock(shock: Part, way: str, scheme: str, months: Ints) -> Floats:
    factors: Sequence[float] = shock[way].get(scheme, [])
    speed = np.ones(len(months))
    begins = parse_period(shock["begins"], "month").last
    for place, factor in enumerate(factors):
        speed[months == begins + place] = factor
    return speed
