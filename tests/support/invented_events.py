"""Events drawn by chance, each with a key of its own: in which month, in which area, of whom."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from tests.support.protecting import months_of

FIRST = months_of("2022-01")


@dataclass(frozen=True)
class Events:
    """What happened, one event at a place in each array: its month, its area, whether to a woman, and its key."""

    month: np.ndarray
    area: np.ndarray
    female: np.ndarray
    key: np.ndarray

    @property
    def columns(self) -> tuple[np.ndarray, ...]:
        """The arrays."""
        return self.month, self.area, self.female, self.key

    def where(self, chosen: np.ndarray) -> "Events":
        """Some of the events, with the keys that they have."""
        return Events(*(column[chosen] for column in self.columns))

    def __add__(self, other: "Events") -> "Events":
        """The events of both."""
        return Events(*(np.concatenate(both) for both in zip(self.columns, other.columns, strict=True)))


def happened(seed: int, means: Mapping[str, float], months: int = 12, female: float = 0.5) -> Events:
    """So many events in a month of each area, more or less."""
    chance = np.random.default_rng(seed)
    found = []
    for area, mean in means.items():
        for month in range(FIRST, FIRST + months):
            found += [(month, area)] * int(chance.poisson(mean))
    month, area = (np.array(column) for column in zip(*found, strict=True))
    keys = chance.integers(0, 2**64, len(found), dtype=np.uint64)
    return Events(month, area, chance.random(len(found)) < female, keys)


def last_of_each(events: Events) -> Events:
    """Of each person the last month, which tells where the person counts."""
    in_turn = events.where(np.argsort(events.month, kind="stable")[::-1])
    return in_turn.where(np.unique(in_turn.key, return_index=True)[1])


def of_sex(events: Events, sex: str | None) -> np.ndarray:
    """Of each event, whether it is one of a sex, or of any."""
    known = {None: np.ones(len(events.key), bool), "female": events.female, "male": ~events.female}
    return known.get(sex, np.zeros(len(events.key), bool))
