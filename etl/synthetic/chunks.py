"""The part of the country that is drawn together, and what its draws need."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from etl.synthetic.arrays import Flags, Floats, Ints, Random, chances, days_between
from etl.synthetic.people import People
from etl.synthetic.places import Places
from etl.synthetic.settings import Part, Settings


@dataclass(frozen=True)
class Chunk:
    """Some municipalities' people, in a country of settings and places; `rng` is theirs alone."""

    settings: Settings
    places: Places
    people: People
    rng: Random

    def chance(self, count: int, chance: float | Floats) -> Flags:
        """True with that chance, `count` times."""
        return chances(self.rng, count, chance)

    def days(self, count: int, bounds: Sequence[int]) -> Ints:
        """Numbers of days, all from the first to the last of `bounds` alike."""
        return days_between(self.rng, count, bounds)

    def weeks(self, means: Floats) -> Ints:
        """Days of a wait with those mean weeks, one at least."""
        return np.ceil(self.rng.standard_exponential(len(means)) * means * 7).astype(np.int64)

    def lags(self, count: int, late: Part, prompt: Sequence[int] = (0, 7)) -> Ints:
        """Days until the register is told: few for most rows, many for the late ones."""
        is_late = self.chance(count, late["share"])
        return np.where(is_late, self.days(count, late["days"]), self.days(count, prompt))
