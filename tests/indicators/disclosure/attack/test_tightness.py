"""The attacker knows as much as going through every table that is possible: neither more nor, mostly, less."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from indicators.disclosure.attack import Release, attack
from indicators.disclosure.attack.grid import Grid
from tests.support.attacked import ENTRIES, RECIPIENTS, Told, place_of, published
from tests.support.every_table import every_table
from tests.support.tiny_countries import Tiny, cells_of, country_of, events_of

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
