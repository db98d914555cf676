"""Countries so tiny that every table of them can be gone through, and what their cells are made of."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np

from indicators.disclosure.attack.grid import Grid
from tests.support.attacked import nowhere
from tests.support.invented_events import FIRST, Events, happened
from warehouse.areas import Country

SEXES = ("female", "male", "not_stated")


@dataclass(frozen=True)
class Tiny:
    """What is drawn. `region` are the areas of its region."""

    areas: str = "AB"
    region: str = ""
    months: int = 3
    mean: float = 3
    base: int = 3
    split_from: int = 0
    by_sex: bool = False
    persons: int = 0
    """How many persons there are, each in an area or nowhere in each month; else events are counted."""
    absent: int = 1
    """How much likelier than any area nowhere is."""


def country_of(tiny: Tiny) -> Country:
    """Its places and thresholds."""
    places = ["code | level", "XX | country", *(f"{area} | municipality" for area in tiny.areas)]
    members = ["group | member", *(f"N | {area}" for area in tiny.region)]
    regions = ["N | region"] if tiny.region else []
    return nowhere(
        "\n".join(places + regions), "\n".join(members), base=tiny.base, split_from=tiny.split_from
    )


def events_of(tiny: Tiny, seed: int) -> Events:
    """What happens there, or in which months its persons are where."""
    chance = np.random.default_rng(seed)
    if not tiny.persons:
        return happened(seed, dict.fromkeys(tiny.areas, tiny.mean), tiny.months)
    where = chance.choice([*[""] * tiny.absent, *tiny.areas], (tiny.persons, tiny.months))
    where[0, 0] = "A"  # somebody is there
    person, month = np.nonzero(where != "")
    female = chance.random(tiny.persons) < 0.5
    keys = chance.integers(0, 2**64, tiny.persons, dtype=np.uint64)
    return Events(month + FIRST, where[person, month], female[person], keys[person])


def cells_of(tiny: Tiny, grid: Grid) -> Iterator[tuple[tuple[int, int, int], frozenset[int]]]:
    """Each cell with its atoms. An atom is a sex and, for each month, the area: a person's, or that of one event."""
    pasts = list(product(*[["", *tiny.areas]] * tiny.months)) if tiny.persons else list(_single(tiny))
    kinds = [(sex, past) for sex in (SEXES if tiny.by_sex else ("",)) for past in pasts if any(past)]
    under = {"XX": set(tiny.areas), "N": set(tiny.region), **{area: {area} for area in tiny.areas}}
    for (window, (last, length)), (part, (_, category)), (place, area) in product(
        enumerate(grid.windows), enumerate(grid.parts), enumerate(grid.areas)
    ):
        first = last - length + 1 - FIRST
        if first >= 0:
            yield (
                (window, part, place),
                frozenset(
                    number
                    for number, (sex, past) in enumerate(kinds)
                    if category in {"all", sex} and _last_area(past[first : first + length]) in under[area]
                ),
            )


def _single(tiny: Tiny) -> Iterator[Sequence[str]]:
    """Pasts of one event: in one month in one area."""
    for month, area in product(range(tiny.months), tiny.areas):
        yield ["" if one != month else area for one in range(tiny.months)]


def _last_area(past: Sequence[str]) -> str:
    """The last area that somebody was in."""
    return next((area for area in reversed(past) if area), "")
