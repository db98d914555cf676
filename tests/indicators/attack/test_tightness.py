"""The attacker knows as much as going through every table that is possible: neither more nor, mostly, less."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product

import numpy as np
import pytest

from indicators.disclosure.attack import Release, attack
from indicators.disclosure.attack.grid import Grid
from tests.support.attacked import (
    ENTRIES,
    FIRST,
    RECIPIENTS,
    Events,
    Told,
    happened,
    nowhere,
    place_of,
    published,
)
from tests.support.every_table import every_table

SEXES = ("female", "male", "not_stated")


@dataclass(frozen=True)
class Tiny:
    """A country so tiny that every table of it can be gone through. `region` are the areas of its region."""

    areas: str = "AB"
    region: str = ""
    months: int = 3
    mean: float = 3
    base: int = 3
    split_from: int = 0
    by_sex: bool = False
    persons: int = 0
    """How many persons there are, each in an area or nowhere in each month; else events are counted."""


WORLDS = {
    "areas by sex": Tiny(months=1, by_sex=True),
    "areas by sex, small ones not split": Tiny(months=1, by_sex=True, split_from=6),
    "areas in a quarter": Tiny(),
    "areas in a quarter, small ones not split": Tiny(split_from=6),
    "base 5": Tiny(base=5, mean=2),
    "a quarter by sex": Tiny("A", base=2, mean=2, by_sex=True),
    "a region": Tiny("ABC", region="AB", base=2, mean=2),
    "years": Tiny("A", months=13, base=2, mean=1),
    "persons": Tiny("A", persons=6),
    "persons who move": Tiny(base=2, persons=3),
    "persons by sex": Tiny("A", base=2, persons=4, by_sex=True),
}

SEEDS = range(5)
LESS = {
    # Several sums together leave no room for a fifth, each by itself does.
    ("areas by sex", 7): ["2022-01, male, XX: from 1 to 5, but 4 is the most"],
    # Were all three of the quarter there in March, A would have the same persons in both, which show different figures.
    ("persons who move", 2): ["2022-03, all, XX: from 1 to 3, but 2 is the most"],
}
"""Where the attacker knows less, and why."""


@pytest.mark.parametrize("name", [name for name in WORLDS if name != "persons by sex"])
def test_as_much_is_known_as_can_be(name):
    for seed in SEEDS:
        assert differing(WORLDS[name], seed) == LESS.get((name, seed), [])


def test_where_several_laws_must_be_seen_together_less_is_known():
    for (name, seed), less in LESS.items():
        assert differing(WORLDS[name], seed) == less


def test_the_attacker_does_not_suppose_that_sex_stays_the_same():
    """A person may be of one sex in a month's records and of another in the next month's."""
    less = "2022-03 and 2 before, female, A: from 1 to 3, but 2 is the least"
    assert less in differing(WORLDS["persons by sex"], 1)


def differing(tiny: Tiny, seed: int) -> list[str]:
    """Every cell of which the attacker knows less than can be known."""
    indicator = replace(RECIPIENTS if tiny.persons else ENTRIES, breakdowns=("sex",) if tiny.by_sex else ())
    with published(
        country_of(tiny), Told(indicator, [events_of(tiny, seed)]), months=tiny.months
    ) as connection:
        [found] = attack(Release(connection))
        columns = "breakdown, category, period_kind, period, area, value"
        rows = connection.execute(f"select {columns} from portal.cell where status = 'value'").fetchall()
    grid, bounds = found.bounds.grid, found.bounds
    shown = {place_of(grid, *slot): int(value) for *slot, value in rows}
    cells = dict(cells_of(tiny, grid))
    tables = every_table(cells, shown, tiny.base, max(shown.values()) + tiny.base)
    differ = []
    for place, atoms in cells.items():
        numbers = tables[:, sorted(atoms)].sum(axis=1)
        known, possible = (bounds.low[place], bounds.high[place]), (numbers.min(), numbers.max())
        assert known[0] <= possible[0], "the attacker takes for impossible what is not"
        assert known[1] >= possible[1], "the attacker takes for impossible what is not"
        if known != possible:
            differ.append(told(grid, place, known, possible))
    return differ


def told(grid: Grid, place: tuple[int, int, int], known: Sequence[int], possible: Sequence[int]) -> str:
    """What is known of a cell, and what more could be."""
    window, part, area = place
    last, length = grid.windows[window]
    name = f"{last // 12}-{last % 12 + 1:02}" + (f" and {length - 1} before" if length > 1 else "")
    least = f", but {possible[0]} is the least" if possible[0] > known[0] else ""
    most = f", but {possible[1]} is the most" if possible[1] < known[1] else ""
    category, where = grid.parts[part][1], grid.areas[area]
    return f"{name}, {category}, {where}: from {known[0]:.0f} to {known[1]:.0f}{least}{most}"


def country_of(tiny: Tiny):
    places = ["code | level", "XX | country", *(f"{area} | municipality" for area in tiny.areas)]
    members = ["group | member", *(f"N | {area}" for area in tiny.region)]
    regions = ["N | region"] if tiny.region else []
    return nowhere(
        "\n".join(places + regions), "\n".join(members), base=tiny.base, split_from=tiny.split_from
    )


def events_of(tiny: Tiny, seed: int) -> Events:
    chance = np.random.default_rng(seed)
    if not tiny.persons:
        return happened(seed, dict.fromkeys(tiny.areas, tiny.mean), tiny.months)
    where = chance.choice(["", *tiny.areas], (tiny.persons, tiny.months))
    where[0, 0] = "A"  # somebody is there
    person, month = np.nonzero(where != "")
    female = chance.random(tiny.persons) < 0.5
    keys = chance.integers(0, 2**64, tiny.persons, dtype=np.uint64)
    return Events(month + FIRST, where[person, month], female[person], keys[person])


def cells_of(tiny: Tiny, grid: Grid) -> Iterator[tuple[tuple[int, int, int], frozenset[int]]]:
    """Each cell with its atoms. An atom is a sex and, for each month, the area: a person's, or that of one event."""
    pasts = list(product(*[["", *tiny.areas]] * tiny.months)) if tiny.persons else list(single(tiny))
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
                    if category in {"all", sex} and last_area(past[first : first + length]) in under[area]
                ),
            )


def single(tiny: Tiny) -> Iterator[Sequence[str]]:
    """Pasts of one event: in one month in one area."""
    for month, area in product(range(tiny.months), tiny.areas):
        yield ["" if one != month else area for one in range(tiny.months)]


def last_area(past: Sequence[str]) -> str:
    """The last area that somebody was in."""
    return next((area for area in reversed(past) if area), "")
