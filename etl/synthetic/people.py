"""The people of working age of some municipalities: who they are and where they live when."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from etl.synthetic.arrays import FOREVER, LONG_AGO, Floats, Ints, Random, chances, choices
from etl.synthetic.places import Places
from etl.synthetic.settings import EDUCATIONS, ORIGINS, Settings

YEAR = 365.25
OLDEST = 119
MOVES = 2
"""More moves than that of one person are not drawn."""


@dataclass(frozen=True)
class People:
    """Arrays with a row for each person; categories are places in their lists. `number` runs over the country."""

    number: Ints
    born: Ints
    sex: Ints
    origin: Ints
    education: Ints
    hidden: Floats
    areas: Ints
    """Where they live: at first, after the first move, after the second."""
    moves: Ints
    """Days of the moves; FOREVER when there is none."""
    arrives: Ints
    leaves: Ints

    def __len__(self) -> int:
        return len(self.number)

    @property
    def birth_year(self) -> Ints:
        """The calendar year of birth."""
        years: Ints = self.born.astype("datetime64[D]").astype("datetime64[Y]").astype(np.int64) + 1970
        return years

    def area_on(self, who: Ints, days: Ints) -> Ints:
        """Where the people `who` live on those days."""
        moved = np.zeros(len(who), dtype=np.int64)
        for move in range(MOVES):  # twice as fast as all moves at once
            moved += days >= self.moves[who, move]
        areas: Ints = self.areas[who, moved]
        return areas

    def age_on(self, who: Ints, days: Ints) -> Ints:
        """Completed years of the people `who` on those days, OLDEST at most."""
        ages: Ints = np.floor((days - self.born[who]) / YEAR).astype(np.int64)
        return np.clip(ages, 0, OLDEST)


def draw_people(settings: Settings, places: Places, areas: Sequence[int], first: int, rng: Random) -> People:
    """Everybody who is of working age at some time and lives first in `areas`; numbers begin with `first`."""
    ages, weights = _ages(settings)
    home = np.repeat(areas, np.rint(places.residents[areas] * weights.sum()).astype(np.int64))
    count = len(home)
    last_day = settings.cuts[1]
    age = ages[choices(rng, count, weights)] + rng.random(count)
    born = np.floor(last_day - age * YEAR).astype(np.int64)
    origin = (places.origins[home].cumsum(axis=1) < rng.random((count, 1))).sum(axis=1)
    moves, moved = _moves(settings, places, home, born, rng)
    arrives, leaves = _stay(settings, origin, rng)
    return People(
        number=np.arange(first, first + count),
        born=born,
        sex=(~chances(rng, count, settings.people["women"])).astype(np.int64),
        origin=np.minimum(origin, len(ORIGINS) - 1),
        education=_education(settings, origin, rng),
        hidden=places.hidden[home] + rng.standard_normal(count),
        areas=moved,
        moves=moves,
        arrives=arrives,
        leaves=leaves,
    )


def _ages(settings: Settings) -> tuple[Ints, Floats]:
    """Ages on the last day of everybody who was of working age since the first day lived; residents of each age."""
    by_age = {
        age: share / 100
        for band, share in settings.people["age_bands"].items()
        for age in range(settings.age_bands[band][0], settings.age_bands[band][1] + 1)
    }
    youngest, oldest = min(by_age), max(by_age)
    years = int((settings.cuts[1] - settings.lived_from) // YEAR)
    ages = np.arange(youngest, oldest + years + 1)
    return ages, np.array([by_age[min(age, oldest)] for age in ages.tolist()])


def _education(settings: Settings, origin: Ints, rng: Random) -> Ints:
    shares: Mapping[str, Mapping[str, float]] = settings.people["education"]
    upper = np.cumsum([[shares[one][level] for level in EDUCATIONS] for one in ORIGINS], axis=1)
    drawn = (upper[np.minimum(origin, len(ORIGINS) - 1)] < rng.random((len(origin), 1))).sum(axis=1)
    levels: Ints = np.minimum(drawn, len(EDUCATIONS) - 1)
    return levels


def _stay(settings: Settings, origin: Ints, rng: Random) -> tuple[Ints, Ints]:
    """The days of arrival and of leaving (or dying): few have either inside the time that is lived."""
    count, people = len(origin), settings.people
    days = settings.cuts[1] - settings.lived_from
    foreign = origin != ORIGINS.index("native")
    arrived = chances(rng, count, np.where(foreign, 4.0, 0.3) * people["arrivals"] * days / YEAR)
    left = chances(rng, count, np.where(foreign, 2.0, 0.8) * people["departures"] * days / YEAR)
    arrives = np.where(arrived, settings.lived_from + rng.integers(0, days, count), LONG_AGO)
    leaves = settings.lived_from + rng.integers(0, days, count)
    return arrives, np.where(left & (leaves > arrives + 90), leaves, FOREVER)


def _moves(settings: Settings, places: Places, home: Ints, born: Ints, rng: Random) -> tuple[Ints, Ints]:
    """Days of the moves, and the areas before, between and after them."""
    days = settings.cuts[1] - settings.lived_from
    chance_a_year = _by_age(settings, settings.people["moves"], born, settings.lived_from + days // 2)
    count = np.minimum(rng.poisson(chance_a_year * days / YEAR), MOVES)
    drawn = np.sort(settings.lived_from + rng.integers(0, days, (len(home), MOVES)), axis=1)
    moves = np.where(count[:, None] > np.arange(MOVES), drawn, FOREVER)
    areas = [home]
    for move in range(MOVES):
        there = areas[-1].copy()
        moving = np.flatnonzero(moves[:, move] < FOREVER)
        there[moving] = _destinations(settings, places, there[moving], rng)
        areas.append(there)
    return moves, np.stack(areas, axis=1)


def _destinations(settings: Settings, places: Places, origin: Ints, rng: Random) -> Ints:
    """Mostly in the same province, by size; a move to the place itself is a move within it."""
    anywhere = choices(rng, len(origin), places.residents.astype(np.float64))
    near = chances(rng, len(origin), settings.people["moves_within_province"])
    destinations = anywhere.copy()
    for province in np.unique(places.provinces[origin]):
        who = np.flatnonzero(near & (places.provinces[origin] == province))
        members = np.flatnonzero(places.provinces == province)
        destinations[who] = members[choices(rng, len(who), places.residents[members].astype(np.float64))]
    return destinations


def _by_age(settings: Settings, values: Mapping[str, float], born: Ints, day: int) -> Floats:
    ages = np.clip((day - born) / YEAR, 0, OLDEST).astype(np.int64)
    return age_table(settings, values, outside=min(values.values()))[ages]


def age_table(settings: Settings, values: Mapping[str, float], outside: float = 0) -> Floats:
    """A value for every age from 0 to OLDEST, by age band; `outside` where there is no band."""
    table = np.full(OLDEST + 1, float(outside))
    for band, value in values.items():
        first, last = settings.age_bands[band]
        table[first : last + 1] = value
    return table


def turns(people: People, who: Ints, age: int) -> Ints:
    """The days on which the people `who` reach an age."""
    days: Ints = np.ceil(people.born[who] + age * YEAR).astype(np.int64)
    return days
