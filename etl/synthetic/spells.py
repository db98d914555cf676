"""Benefit spells as they are lived: each person's way from one benefit to the next, or to none.

All people of a chunk take their next step together. Those on no benefit wait for each scheme at once, and the first to
come is begun; how long it lasts is drawn, and whether another follows.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from math import gamma

import numpy as np

from etl.synthetic.arrays import (
    FOREVER,
    Columns,
    Flags,
    Floats,
    Ints,
    Random,
    chances,
    days_between,
    from_log_odds,
    in_order,
    log_odds,
    stacked,
)
from etl.synthetic.chunks import Chunk
from etl.synthetic.clocks import Clocks
from etl.synthetic.people import YEAR, People, age_table, turns
from etl.synthetic.places import Places
from etl.synthetic.settings import EDUCATIONS, ORIGINS, SEXES, Part, Settings

NONE = -1
LOOK_AHEAD = 730
"""Who has entered nothing for so many days is looked at anew: older, and perhaps elsewhere."""


@dataclass(frozen=True)
class Speeds:
    """How fast the people of a chunk enter each scheme and leave any, against the average."""

    settings: Settings
    people: People
    places: Places

    @cached_property
    def entries(self) -> Floats:
        """Spells a day by person and scheme, at an average age in an average place."""
        parts = [self.settings.benefits["schemes"][scheme] for scheme in self.settings.schemes]
        return np.stack(
            [_of_person(self.people, part) * part["a_year"] / 1000 / YEAR for part in parts], axis=1
        )

    @cached_property
    def exits(self) -> Floats:
        """Factor by person, at an average age in an average place."""
        return _of_person(self.people, self.settings.benefits["exits"])

    @cached_property
    def entry_ages(self) -> Floats:
        """Factor by age and scheme; 0 where nobody of that age gets it."""
        tables = []
        for scheme in self.settings.schemes:
            part = self.settings.benefits["schemes"][scheme]
            table = age_table(self.settings, part["age"])
            table[: part["ages"][0]] = 0
            table[part["ages"][1] + 1 :] = 0
            tables.append(table)
        return np.stack(tables, axis=1)

    @cached_property
    def exit_ages(self) -> Floats:
        """Factor by age."""
        return age_table(self.settings, self.settings.benefits["exits"]["age"], outside=1)


def _of_person(people: People, part: Part) -> Floats:
    """The product of the factors of sex, origin, education and of what no record shows."""
    speed = _factors(part["sex"], SEXES)[people.sex] * _factors(part["origin"], ORIGINS)[people.origin]
    speed *= _factors(part["education"], EDUCATIONS)[people.education]
    weight = part["hidden"]
    product: Floats = speed * np.exp(weight * people.hidden - weight**2 / 2)
    return product


def _factors(values: Mapping[str, float], names: tuple[str, ...]) -> Floats:
    return np.array([values[name] for name in names], dtype=np.float64)


@dataclass(frozen=True)
class _Way:
    """Where people stand: on no benefit since `day`, or about to begin `scheme` then."""

    who: Ints
    day: Ints
    scheme: Ints
    again: Flags

    def __getitem__(self, which: Flags) -> "_Way":
        return _Way(self.who[which], self.day[which], self.scheme[which], self.again[which])


def live_spells(chunk: Chunk, clocks: Clocks) -> Columns:
    """Spells of the chunk's people, by person and in order: who, scheme, start, end (first day after), exits.

    `exits` tells a spell after which the person goes off benefit, at least for a while.
    """
    settings, people, rng = chunk.settings, chunk.people, chunk.rng
    speeds = Speeds(settings, people, chunk.places)
    way = _at_first(speeds, rng)
    rounds = []
    while len(way.who):
        way = _still_here(settings, people, _next_entry(speeds, clocks, way, rng))
        begun = way.scheme != NONE
        spells, after = _live(speeds, clocks, way[begun], rng)
        rounds.append(spells)
        way = _still_here(settings, people, _joined(way[~begun], after))
    spells = stacked(rounds)
    order = in_order(spells["who"], spells["start"], spells["scheme"], spells["end"]).argsort()
    return {name: values[order] for name, values in spells.items()}


def _at_first(speeds: Speeds, rng: Random) -> _Way:
    """Everybody on the first day lived, or of arrival; as many begin a benefit as are on it when nothing changes."""
    people, settings = speeds.people, speeds.settings
    who = np.arange(len(people))
    day = np.maximum(people.arrives, settings.lived_from)
    expected = _entry_speeds(speeds, who, day, people.area_on(who, day)) * (people.arrives < day)[:, None]
    for place, scheme in enumerate(settings.schemes):
        part = settings.benefits["schemes"][scheme]
        expected[:, place] *= 7 * part["scale"] * gamma(1 + 1 / part["shape"])
    upper = (expected / (1 + expected.sum(axis=1, keepdims=True))).cumsum(axis=1)
    drawn = (upper < rng.random((len(people), 1))).sum(axis=1)
    return _Way(
        who, day, np.where(drawn < len(settings.schemes), drawn, NONE), np.zeros(len(people), np.bool_)
    )


def _still_here(settings: Settings, people: People, way: _Way) -> _Way:
    return way[way.day <= np.minimum(settings.cuts[1], people.leaves[way.who] - 1)]


def _joined(one: _Way, other: _Way) -> _Way:
    return _Way(
        np.concatenate([one.who, other.who]),
        np.concatenate([one.day, other.day]),
        np.concatenate([one.scheme, other.scheme]),
        np.concatenate([one.again, other.again]),
    )


def _next_entry(speeds: Speeds, clocks: Clocks, way: _Way, rng: Random) -> _Way:
    """Those on no benefit get the next scheme and its day, or NONE and a later day to look again.

    They are drawn as in their place's year of most entries. In other years as many too many are left on none.
    """
    waiting = np.flatnonzero(way.scheme == NONE)
    who, day = way.who[waiting], way.day[waiting]
    by_year = speeds.places.entries_by_year
    area, most = speeds.people.area_on(who, day), by_year.max(axis=1)
    again = np.where(way.again[waiting], speeds.settings.benefits["again"], 1.0)
    speed = _entry_speeds(speeds, who, day, area) * (most[area] * again)[:, None]
    with np.errstate(divide="ignore"):
        waits = rng.standard_exponential(speed.shape) / speed
    days = np.stack([clock.after(day, waits[:, place]) for place, clock in enumerate(clocks.entries)], axis=1)
    first = days.argmin(axis=1)
    found = days[np.arange(len(who)), first]
    seen = found < day + LOOK_AHEAD
    until = np.where(seen, found, day + LOOK_AHEAD)
    entered, scheme = way.day.copy(), way.scheme.copy()
    entered[waiting] = until
    seen &= chances(rng, len(who), by_year[area, speeds.places.year_of(until)] / most[area])
    scheme[waiting] = np.where(seen & _of_age(speeds, who, until, first), first, NONE)
    return _Way(way.who, entered, scheme, way.again)


def _entry_speeds(speeds: Speeds, who: Ints, day: Ints, area: Ints) -> Floats:
    """Spells a day of the people `who` at their age and in their place, by scheme."""
    by_age = speeds.entry_ages[speeds.people.age_on(who, day)]
    here: Floats = speeds.entries[who] * by_age * speeds.places.entries[area]
    return here


def _of_age(speeds: Speeds, who: Ints, day: Ints, scheme: Ints) -> Flags:
    """Whether the people `who` are of an age for a scheme on a day."""
    flags: Flags = speeds.entry_ages[speeds.people.age_on(who, day), scheme] > 0
    return flags


def _live(speeds: Speeds, clocks: Clocks, way: _Way, rng: Random) -> tuple[Columns, _Way]:
    """The spells that begin now, and where their people stand when these end."""
    ends, why = _ends(speeds, clocks, way, rng)
    following = _followers(speeds.settings, way, why, rng)
    days = _following_days(speeds.settings, way, ends, rng)
    following = np.where(_of_age(speeds, way.who, days, following), following, NONE)
    off = following == NONE
    spells = {"who": way.who, "scheme": way.scheme, "start": way.day, "end": ends, "exits": off}
    back = _days_back(speeds, clocks, way, ends, rng)
    returns = off & (why == BY_ITSELF) & _of_age(speeds, way.who, back, way.scheme)
    days = np.where(returns, back, np.where(off, ends + 1, days))
    following = np.where(returns, way.scheme, following)
    return spells, _Way(way.who, days, following, np.ones(len(way.who), dtype=np.bool_))


BY_ITSELF, USED_UP, TOO_OLD, GONE = range(4)


def _ends(speeds: Speeds, clocks: Clocks, way: _Way, rng: Random) -> tuple[Ints, Ints]:
    """The first day after each spell, and why it ended."""
    settings, people = speeds.settings, speeds.people
    area = people.area_on(way.who, way.day)
    speed = (
        speeds.exits[way.who] * speeds.exit_ages[people.age_on(way.who, way.day)] * speeds.places.exits[area]
    )
    ends = np.full(len(way.who), FOREVER)
    why = np.full(len(way.who), BY_ITSELF)
    for place, scheme in enumerate(settings.schemes):
        part = settings.benefits["schemes"][scheme]
        mine = np.flatnonzero(way.scheme == place)
        waits = 7 * part["scale"] * rng.weibull(part["shape"], len(mine)) / speed[mine]
        ends[mine] = np.maximum(clocks.exits[place].after(way.day[mine], waits), way.day[mine] + 3)
        if "at_most_weeks" in part:
            _cut(ends, why, mine, way.day[mine] + 7 * part["at_most_weeks"], USED_UP)
        if "when_too_old" in part:
            _cut(ends, why, mine, turns(people, way.who[mine], part["ages"][1] + 1), TOO_OLD)
    everyone = np.arange(len(way.who))
    pensioners = everyone[chances(rng, len(everyone), settings.benefits["leaves_at_pension"])]
    _cut(ends, why, pensioners, turns(people, way.who[pensioners], 67), GONE)
    _cut(ends, why, everyone, people.leaves[way.who], GONE)
    return np.maximum(ends, way.day + 1), why


def _cut(ends: Ints, why: Ints, which: Ints, at: Ints, reason: int) -> None:
    earlier = at < ends[which]
    ends[which[earlier]] = at[earlier]
    why[which[earlier]] = reason


def _followers(settings: Settings, way: _Way, why: Ints, rng: Random) -> Ints:
    """The scheme that follows each spell, or NONE."""
    following = np.full(len(way.who), NONE)
    draw = rng.random(len(way.who))
    reasons = {BY_ITSELF: "then", USED_UP: "when_used_up", TOO_OLD: "when_too_old"}
    for place, scheme in enumerate(settings.schemes):
        for reason, name in reasons.items():
            upper = 0.0
            for follower, share in settings.benefits["schemes"][scheme].get(name, {}).items():
                mine = (way.scheme == place) & (why == reason) & (draw >= upper) & (draw < upper + share)
                following[mine] = settings.schemes.index(follower)
                upper += share
    return following


def _days_back(speeds: Speeds, clocks: Clocks, way: _Way, ends: Ints, rng: Random) -> Ints:
    """When those who go off a benefit begin on the same one again, sooner in months of many entries; else FOREVER."""
    settings, part = speeds.settings, speeds.settings.benefits["returns"]
    shares = np.array([part["share"][scheme] for scheme in settings.schemes], dtype=np.float64)
    odds = log_odds(shares)[way.scheme] + part["hidden"] * speeds.people.hidden[way.who]
    returning = chances(rng, len(ends), from_log_odds(odds)) & (ends <= settings.cuts[1])
    waits = rng.standard_exponential(len(ends)) * 7 * part["weeks"]
    back = np.full(len(ends), FOREVER)
    for place, clock in enumerate(clocks.entries):
        mine = np.flatnonzero(returning & (way.scheme == place))
        earliest = np.minimum(ends[mine] + part["after_days"], settings.cuts[1])
        back[mine] = clock.after(earliest, waits[mine])
    return back


def _following_days(settings: Settings, way: _Way, ends: Ints, rng: Random) -> Ints:
    """The day on which the next benefit begins: at once, after a gap, or before the last day of this one."""
    part, count = settings.benefits["following"], len(ends)
    draw = rng.random(count)
    gap = days_between(rng, count, part["gap"]["days"])
    overlap = days_between(rng, count, part["overlap"]["days"])
    later = np.where(draw < part["gap"]["share"], gap, 0)
    days = ends + np.where(draw > 1 - part["overlap"]["share"], -overlap, later)
    return np.maximum(days, way.day + 1)
