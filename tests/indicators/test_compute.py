"""Hand-worked examples: which cells there are, and what they say when nothing is known."""

from dataclasses import replace

import pytest

from indicators.catalogue import read_catalogue
from indicators.compute import compute_cells
from tests.support.tables import read_grid
from tests.support.worlds import cells_in, cells_of, compute_world, draw, empty_warehouse, grid_of
from warehouse.errors import UserError

CATALOGUE = {indicator.id: indicator for indicator in read_catalogue()}
POPULATION = CATALOGUE["population"]
RECIPIENTS = CATALOGUE["social_assistance_recipients"]
PER_1000 = CATALOGUE["social_assistance_per_1000"]
RATE = CATALOGUE["registered_unemployed_rate"]


TWO_TOWNS = """
    code | level
    A    | municipality
    B    | municipality
"""
ONE_QUARTER = """
    measure                     | area | period  | value
    social_assistance_recipients | A   | 2024-Q1 | 4
    population                   | A   | 2024-01 | 999
    population                   | A   | 2024-02 | 1000
    population                   | A   | 2024-03 | 1003
"""


def test_figures_are_published_as_delivered_and_gaps_are_not_available():
    world = draw(
        TWO_TOWNS,
        figures="""
        measure    | area | period  | value
        population | A    | 2024-01 | 10
        population | A    | 2024-03 | 12
        population | B    | 2024-01 | hidden
        population | B    | 2024-03 | 0
    """,
    )
    assert grid_of(world, POPULATION) == read_grid("""
        area | 2024-01    | 2024-02       | 2024-03
        A    | 10         | not_available | 12
        B    | suppressed | not_available | 0
    """)


def test_periods_run_from_the_first_to_the_last_of_which_anything_is_known():
    world = draw(
        TWO_TOWNS,
        figures="""
        measure    | area | period  | value
        population | A    | 2023-12 | missing
        population | A    | 2024-01 | 10
        population | B    | 2024-02 | hidden
        population | B    | 2024-03 | missing
    """,
    )
    assert grid_of(world, POPULATION) == read_grid("""
        area | 2024-01       | 2024-02
        A    | 10            | not_available
        B    | not_available | suppressed
    """)


def test_areas_are_those_that_stand_and_residual_ones_only_if_reported():
    world = draw(
        """
        code    | level        | first      | last
        A       | municipality | 2024-02-01 |
        OLD     | municipality |            | 2024-01-31
        NEXT    | municipality | 2024-03-15 |
        ABROAD  | elsewhere    |            |
        UNKNOWN | elsewhere    |            |
        """,
        figures="""
        measure    | area   | period  | value
        population | OLD    | 2024-01 | 5
        population | A      | 2024-02 | 6
        population | ABROAD | 2024-02 | 1
        population | OLD    | 2024-03 | 4
        """,
    )
    assert grid_of(world, POPULATION) == read_grid("""
        area   | 2024-01       | 2024-02 | 2024-03
        A      |               | 6       | not_available
        OLD    | 5             |         | 4
        NEXT   |               |         | not_available
        ABROAD | not_available | 1       | not_available
    """)


def test_the_break_is_flagged_where_it_starts():
    figures = """
        measure                      | area | period  | value
        social_assistance_recipients | A    | 2023-Q4 | 4
        social_assistance_recipients | A    | 2024-Q1 | 4
        social_assistance_recipients | A    | 2024-Q2 | 4
        social_assistance_recipients | B    | 2024-Q1 | hidden
    """
    world = draw(
        TWO_TOWNS, figures, breaks=[("social_assistance_recipients", "2024-02"), ("population", "2023-Q4")]
    )
    assert grid_of(world, RECIPIENTS) == read_grid("""
        area | 2023-Q4       | 2024-Q1    | 2024-Q2
        A    | 4             | 4 break    | 4
        B    | not_available | suppressed | not_available
    """)
    assert {cell.flags for cell in cells_of(world, RECIPIENTS).values() if cell.value is None} == {""}


def test_only_declared_breakdowns_are_published_and_their_grid_is_full():
    figures = """
        measure    | area | period  | value | breakdown | category
        population | A    | 2024-01 | 10    | all       | all
        population | A    | 2024-01 | 6     | sex       | female
        population | A    | 2024-02 | 4     | sex       | male
    """
    world = draw(TWO_TOWNS, figures)
    split = replace(POPULATION, breakdowns=("sex",))
    assert {key[1] for key in cells_of(world, POPULATION)} == {"all"}
    assert grid_of(world, split, ("sex", "female")) == read_grid("""
        area | 2024-01       | 2024-02
        A    | 6             | not_available
        B    | not_available | not_available
    """)


def test_what_the_country_does_not_deliver_is_listed_and_left_out():
    world = draw(
        TWO_TOWNS,
        """
        measure                      | area | period  | value
        population                   | A    | 2024-01 | 10
        social_assistance_recipients | A    | 2020-Q1 | 1
    """,
    )
    with empty_warehouse() as connection:
        report = compute_world(connection, world, POPULATION, RATE, PER_1000)
        kept = connection.execute("select indicator, place from mart.indicator").fetchall()
        measures = connection.execute("select measure from mart.measure").fetchall()
    assert report.indicators == ("population",)
    assert report.not_delivered == (
        "registered_unemployed_rate",
        "social_assistance_per_1000",
    )  # no period in common
    assert report.cells == 2
    assert kept == [("population", 0)]
    assert measures == [("population",)]


def test_computing_again_changes_nothing_and_another_load_leaves_nothing_behind():
    world = draw(TWO_TOWNS, ONE_QUARTER)
    smaller = draw(
        TWO_TOWNS,
        """
        measure    | area | period  | value
        population | A    | 2024-01 | 10
    """,
    )
    with empty_warehouse() as connection:
        first = compute_world(connection, world, *CATALOGUE.values())
        before = cells_in(connection)
        again = compute_world(connection, world, *CATALOGUE.values())
        assert (again, cells_in(connection)) == (first, before)
        compute_world(connection, smaller, *CATALOGUE.values())
        assert {key[0] for key in cells_in(connection)} == {"population"}


def test_computing_before_loading_says_so():
    with empty_warehouse() as connection, pytest.raises(UserError, match="Nothing is loaded"):
        compute_cells(connection, tuple(CATALOGUE.values()), lambda _: None)
