"""What adds up to what, in countries drawn by hand."""

from collections.abc import Sequence

from indicators.counting.areas import Places
from indicators.disclosure.attack.grid import Grid, grid_of
from indicators.disclosure.attack.laws import (
    ALL,
    area_bases,
    area_parts,
    area_sums,
    part_sums,
    steady,
    window_laws,
)
from tests.support.protecting import country_of, months_of
from warehouse.areas import Country

JANUARY = months_of("2024-01")

PLACES = """
    code | level        | first      | last
    XX   | country      |            |
    N    | region       |            |
    S    | region       |            |
    A    | municipality |            |
    B    | municipality |            | 2024-02-29
    C    | municipality |            |
    D    | municipality | 2024-03-01 |
    G    | office       |            |
    NS   | elsewhere    |            |
"""
MEMBERS = """
    group | member | first      | last
    N     | A      |            |
    N     | B      |            | 2024-02-29
    N     | D      | 2024-03-01 |
    S     | C      |            |
    G     | A      |            |
    G     | C      |            |
"""
COUNTRY = country_of(PLACES, MEMBERS, "code | successor | on\nB | D | 2024-03-01")
BASES = ("A", "B", "C", "D", "NS")
GRID = grid_of(
    {(JANUARY + month, 1) for month in range(4)} | {(JANUARY + 2, 3)},
    [ALL],
    ["XX", "N", "S", "A", "B", "C", "D", "G", "NS"],
)

WHERE = Places(COUNTRY, JANUARY + 3)
COUNTED = area_bases(WHERE, GRID, BASES)


def sums(
    more: bool = False, country: Country = COUNTRY, grid: Grid = GRID, bases: Sequence[str] = BASES
) -> set[tuple[str, str, str]]:
    """Whole, pieces, and the months of the windows in which they make it, or are in it among others."""
    where = Places(country, JANUARY + 3)
    made = area_parts(where, grid, area_bases(where, grid, bases))
    return {
        (
            grid.areas[law.whole],
            " ".join(grid.areas[one] for one in law.pieces),
            " ".join(str(last - JANUARY + 1) for last, _ in grid.windows[law.first : law.stop]),
        )
        for law in area_sums(country, grid, made)
        if law.more == more
    }


def test_areas_add_up_to_the_country_by_themselves_and_by_groups():
    """D is told of before its time, with the people of B."""
    of_country = {(pieces, months) for whole, pieces, months in sums() if whole == "XX"}
    always = "1 2 3 3 4"
    assert of_country == {("A C D NS", always), ("N S NS", always), ("D G NS", always)}


def test_groups_are_sums_too_and_a_region_of_one_municipality_is_that_one():
    found = {(whole, pieces) for whole, pieces, months in sums() if whole != "XX"}
    assert found == {("N", "A D"), ("S", "C"), ("G", "A C"), ("G", "S A")}


def test_before_its_time_an_area_has_the_people_of_what_became_it_and_maybe_others():
    """Somebody's record may name it too early."""
    assert sums(more=True) == {("D", "B", "1 2")}


def test_who_is_in_an_area_that_became_another_twice_over_is_not_counted_twice():
    """In January C is told of with the people of A, and D with those of C and B: A's are in it by way of C."""
    places = """
        code | level        | first      | last
        XX   | country      |            |
        A    | municipality |            | 2024-01-31
        B    | municipality |            | 2024-02-29
        C    | municipality | 2024-02-01 | 2024-02-29
        D    | municipality | 2024-03-01 |
    """
    steps = """
        code | successor | on
        A    | C         | 2024-02-01
        B    | D         | 2024-03-01
        C    | D         | 2024-03-01
    """
    country = country_of(places, steps=steps)
    grid = grid_of({(JANUARY + month, 1) for month in range(4)}, [ALL], ["XX", *"ABCD"])
    assert sums(True, country, grid, "ABCD") == {("C", "A", "1"), ("D", "B C", "1 2")}
    assert {one for one in sums(False, country, grid, "ABCD") if one[0] == "XX"} == {("XX", "D", "1 2 3 4")}


def test_an_area_is_steady_if_people_of_the_same_ones_count_in_it_in_every_month():
    """B went into D whole, which is told of before its time: all that they are in is steady."""
    found = steady(GRID, COUNTED)
    quarter = GRID.window_at[JANUARY + 2, 3]
    named = {area for area, one in zip(GRID.areas, found[quarter], strict=True) if one}
    assert named == {"XX", "N", "S", "A", "C", "D", "G", "NS"}


def test_categories_add_up_along_each_breakdown_that_a_part_is_split_by():
    parts = [ALL, ("sex", "f"), ("sex", "m"), ("scheme", "x"), ("scheme.sex", "x.f"), ("scheme.sex", "x.m")]
    parts += [("destination", "work"), ("destination", "other")]
    named = [" ".join(part) for part in parts]
    found = {
        (named[law.whole], ", ".join(named[one] for one in law.pieces), law.overlapping)
        for law in part_sums(parts)
    }
    assert found == {
        ("all all", "sex f, sex m", False),
        ("all all", "scheme x", True),
        ("all all", "destination work, destination other", False),
        ("scheme x", "scheme.sex x.f, scheme.sex x.m", False),
        ("sex f", "scheme.sex x.f", True),
        ("sex m", "scheme.sex x.m", True),
    }


def test_windows_consist_of_shorter_ones_and_turn_by_one():
    months = {(JANUARY + month, 1) for month in range(13)}
    quarters = {(JANUARY + month, 3) for month in (2, 5, 8, 11)}
    grid = grid_of(months | quarters | {(JANUARY + 11, 12), (JANUARY + 12, 12)}, [ALL], ["XX"])
    at, laws = grid.window_at, window_laws(grid)
    first, second = at[JANUARY + 11, 12], at[JANUARY + 12, 12]
    assert (first, tuple(at[JANUARY + month, 1] for month in range(12))) in laws.sums
    assert (first, tuple(at[JANUARY + month, 3] for month in (2, 5, 8, 11))) in laws.sums
    assert len(laws.sums) == 4 + 2 + 1
    assert laws.turns == ((second, at[JANUARY, 1], first, at[JANUARY + 12, 1]),)
    assert (at[JANUARY + 11, 3], first) in laws.same_end
    assert (at[JANUARY + 12, 1], second) in laws.same_end
