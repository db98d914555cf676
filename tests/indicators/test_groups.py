"""Hand-worked examples: figures of groups of areas, and of areas before their time."""

from indicators.catalogue import read_catalogue
from tests.support.tables import read_grid
from tests.support.worlds import draw, grid_of

CATALOGUE = {indicator.id: indicator for indicator in read_catalogue()}
POPULATION = CATALOGUE["population"]
UNEMPLOYED = CATALOGUE["registered_unemployed"]
RATE = CATALOGUE["registered_unemployed_rate"]


GROUPS = """
    code  | level
    A     | municipality
    B     | municipality
    C     | municipality
    NORTH | region
    JOBS  | office
"""


def test_a_group_that_the_source_leaves_out_is_the_sum_of_its_members():
    world = draw(
        GROUPS,
        members="""
        group | member | first      | last
        NORTH | A      |            |
        NORTH | B      |            |
        JOBS  | A      |            | 2024-01-31
        JOBS  | C      | 2024-01-31 |
        JOBS  | B      | 2024-02-01 |
        """,
        figures="""
        measure    | area  | period  | value
        population | A     | 2024-01 | 1
        population | B     | 2024-01 | 10
        population | C     | 2024-01 | 100
        population | NORTH | 2024-01 | 12
        population | A     | 2024-02 | 2
        population | B     | 2024-02 | 20
        population | C     | 2024-02 | 200
        """,
    )
    grid = grid_of(world, POPULATION)
    assert grid["NORTH"] == {
        "2024-01": "12",
        "2024-02": "22 summed",
    }  # published figures stand, even if they do not add up
    assert grid["JOBS"] == {"2024-01": "101 summed", "2024-02": "220 summed"}  # members on the last day


def test_a_member_that_is_hidden_hides_the_sum_and_one_that_is_missing_leaves_it_out():
    world = draw(
        GROUPS,
        members="""
        group | member
        NORTH | A
        NORTH | B
        JOBS  | B
        JOBS  | C
        """,
        figures="""
        measure    | area  | period  | value
        population | A     | 2024-01 | hidden
        population | B     | 2024-01 | missing
        population | A     | 2024-02 | 7
        population | B     | 2024-02 | 8
        population | C     | 2024-02 | 9
        population | NORTH | 2024-02 | hidden
        population | A     | 2024-03 | 1
        """,
    )
    grid = grid_of(world, POPULATION)
    assert grid["NORTH"] == {"2024-01": "suppressed", "2024-02": "suppressed", "2024-03": "not_available"}
    assert grid["JOBS"] == {"2024-01": "not_available", "2024-02": "17 summed", "2024-03": "not_available"}


def test_figures_that_do_not_add_are_never_summed():
    world = draw(
        GROUPS,
        members="""
        group | member
        NORTH | A
        """,
        figures="""
        measure                    | area | period  | value
        registered_unemployed_rate | A    | 2024-01 | 2.5
        """,
        not_additive=["registered_unemployed_rate"],
    )
    assert grid_of(world, RATE)["NORTH"] == {"2024-01": "not_available"}


REFORM = """
    code | level        | first      | last
    A    | municipality |            | 2023-12-31
    B    | municipality |            | 2023-12-31
    C    | municipality |            | 2023-12-31
    AB   | municipality | 2024-01-01 |
    C2   | municipality | 2024-01-01 |
"""
MERGED_AND_RENUMBERED = """
    code | successor | on
    A    | AB        | 2024-01-01
    B    | AB        | 2024-01-01
    C    | C2        | 2024-01-01
"""


def test_a_successor_goes_on_backwards_from_whole_predecessors():
    world = draw(
        REFORM,
        steps=MERGED_AND_RENUMBERED,
        figures="""
        measure               | area | period  | value
        registered_unemployed | A    | 2023-11 | 5
        registered_unemployed | B    | 2023-11 | 6
        registered_unemployed | C    | 2023-11 | hidden
        registered_unemployed | A    | 2023-12 | hidden
        registered_unemployed | B    | 2023-12 | 7
        registered_unemployed | C    | 2023-12 | 9
        registered_unemployed | AB   | 2024-01 | 12
        registered_unemployed | C    | 2024-01 | 1
    """,
    )
    assert grid_of(world, UNEMPLOYED) == read_grid("""
        area | 2023-11         | 2023-12        | 2024-01
        A    | 5               | suppressed     |
        B    | 6               | 7              |
        C    | suppressed      | 9              | 1
        AB   | 11 predecessors | suppressed     | 12
        C2   | suppressed      | 9 predecessors | not_available
    """)


def test_what_does_not_add_goes_on_from_one_predecessor_only():
    world = draw(
        REFORM,
        steps=MERGED_AND_RENUMBERED,
        not_additive=["registered_unemployed_rate"],
        figures="""
        measure                    | area | period  | value
        registered_unemployed_rate | A    | 2023-12 | 2.5
        registered_unemployed_rate | B    | 2023-12 | 3.5
        registered_unemployed_rate | C    | 2023-12 | 1.1
    """,
    )
    grid = grid_of(world, RATE)
    assert grid["C2"] == {"2023-12": "1.1 predecessors"}
    assert "AB" not in grid


def test_a_predecessor_without_a_figure_leaves_the_successor_without_one():
    world = draw(
        REFORM,
        steps=MERGED_AND_RENUMBERED,
        figures="""
        measure               | area | period  | value
        registered_unemployed | A    | 2023-12 | 5
        registered_unemployed | C    | 2023-12 | missing
    """,
    )
    assert set(grid_of(world, UNEMPLOYED)) == {"A", "B", "C"}


def test_after_a_split_the_series_starts_anew():
    world = draw(
        """
        code | level        | first      | last
        A    | municipality |            | 2023-12-31
        B    | municipality |            | 2023-12-31
        A1   | municipality | 2024-01-01 |
        A2B  | municipality | 2024-01-01 |
        """,
        steps="""
        code | successor | on
        A    | A1        | 2024-01-01
        A    | A2B       | 2024-01-01
        B    | A2B       | 2024-01-01
        """,
        figures="""
        measure               | area | period  | value
        registered_unemployed | A    | 2023-12 | 5
        registered_unemployed | B    | 2023-12 | 6
        registered_unemployed | A1   | 2024-01 | 2
        """,
    )
    assert grid_of(world, UNEMPLOYED) == read_grid("""
        area | 2023-12 | 2024-01
        A    | 5       |
        B    | 6       |
        A1   |         | 2
        A2B  |         | not_available
    """)


def test_what_joined_later_is_no_part_of_the_past():
    world = draw(
        """
        code | level        | first      | last
        A    | municipality |            | 2022-12-31
        C    | municipality |            | 2023-12-31
        S    | municipality | 2023-01-01 |
        """,
        steps="""
        code | successor | on
        A    | S         | 2023-01-01
        C    | S         | 2024-01-01
        """,
        figures="""
        measure               | area | period  | value
        registered_unemployed | A    | 2022-12 | 1
        registered_unemployed | C    | 2022-12 | 10
        """,
    )
    assert grid_of(world, UNEMPLOYED)["S"] == {"2022-12": "1 predecessors"}


def test_one_step_back_and_no_further():
    world = draw(
        """
        code | level        | first      | last
        A    | municipality |            | 2022-12-31
        B    | municipality | 2023-01-01 | 2023-12-31
        C    | municipality | 2024-01-01 |
        """,
        steps="""
        code | successor | on
        A    | B         | 2023-01-01
        B    | C         | 2024-01-01
        """,
        figures="""
        measure               | area | period  | value
        registered_unemployed | A    | 2022-12 | 1
        registered_unemployed | B    | 2023-01 | 2
        """,
    )
    assert grid_of(world, UNEMPLOYED) == read_grid("""
        area | 2022-12        | 2023-01
        A    | 1              |
        B    | 1 predecessors | 2
        C    |                | 2 predecessors
    """)


def test_summed_predecessors_carry_both_flags():
    world = draw(
        """
        code | level        | first      | last
        A    | municipality |            |
        R    | region       |            | 2023-12-31
        S    | region       | 2024-01-01 |
        """,
        members="""
        group | member | first | last
        R     | A      |       | 2023-12-31
        """,
        steps="""
        code | successor | on
        R    | S         | 2024-01-01
        """,
        figures="""
        measure    | area | period  | value
        population | A    | 2023-12 | 5
        """,
    )
    assert grid_of(world, POPULATION)["S"] == {"2023-12": "5 predecessors,summed"}
