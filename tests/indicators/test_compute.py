"""Hand-worked examples of every rule that makes a cell."""

from dataclasses import replace
from decimal import Decimal

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
UNEMPLOYED = CATALOGUE["registered_unemployed"]
RATE = CATALOGUE["registered_unemployed_rate"]

TWO_TOWNS = """
    code | level
    A    | municipality
    B    | municipality
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
    assert grid["JOBS"] == {"2024-01": "101 summed", "2024-02": "200 summed"}  # members on the last day


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
    """,
    )
    assert grid_of(world, UNEMPLOYED) == read_grid("""
        area | 2023-11         | 2023-12        | 2024-01
        A    | 5               | suppressed     |
        B    | 6               | 7              |
        C    | suppressed      | 9              |
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


ONE_QUARTER = """
    measure                     | area | period  | value
    social_assistance_recipients | A   | 2024-Q1 | 4
    population                   | A   | 2024-01 | 999
    population                   | A   | 2024-02 | 1000
    population                   | A   | 2024-03 | 1002
"""


def test_the_denominator_is_the_mean_of_the_quarters_months():
    cells = cells_of(draw(TWO_TOWNS, ONE_QUARTER), PER_1000)
    cell = cells["social_assistance_per_1000", "all", "all", "2024-Q1", "A"]
    assert cell.denominator == Decimal("1000.3333")  # 3001 / 3
    assert cell.numerator == 4
    assert cell.value == Decimal("4.00")  # 4000 / 1000.3333 = 3.9987


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("population | A | 2024-04 | 7", "value"),
        ("", "not_available"),
        ("population | A | 2024-03 | missing", "not_available"),
        ("population | A | 2024-03 | hidden", "suppressed"),
    ],
)
def test_every_month_of_the_denominator_must_be_there(line, status):
    start = (
        ONE_QUARTER
        if status == "value"
        else ONE_QUARTER.replace("population                   | A   | 2024-03 | 1002", "")
    )
    other_town = "\nsocial_assistance_recipients | B | 2024-Q1 | hidden\n"
    cells = cells_of(draw(TWO_TOWNS, start.rstrip() + other_town + line), PER_1000)
    assert cells["social_assistance_per_1000", "all", "all", "2024-Q1", "A"].status == status


def ratio_of(numerator: str, denominator: str, decimals: int = 1) -> str:
    """Recipients per 1,000 inhabitants of the town A, which has these figures."""
    same_kind = replace(PER_1000, numerator="full_time_employees", periods=("month",), decimals=decimals)
    world = draw(
        TWO_TOWNS,
        f"""
        measure             | area | period  | value
        full_time_employees | A    | 2024-01 | {numerator}
        population          | A    | 2024-01 | {denominator}
        full_time_employees | B    | 2024-01 | 1
        population          | B    | 2024-01 | 1
    """,
    )
    return grid_of(world, same_kind)["A"]["2024-01"]


def test_a_ratio_is_divided_last_and_rounded_half_up():
    assert ratio_of("167", "20000") == "8.4"  # 8.35
    assert ratio_of("165", "20000") == "8.3"  # 8.25, which rounding half to even would leave at 8.2
    assert ratio_of("1", "3") == "333.3"
    assert ratio_of("1", "16", decimals=0) == "63"  # 62.5
    assert ratio_of("1", "7", decimals=4) == "142.8571"
    assert ratio_of("0", "7") == "0"


def test_the_status_of_a_ratio_follows_its_parts():
    assert ratio_of("hidden", "100") == "suppressed"
    assert ratio_of("1", "hidden") == "suppressed"
    assert ratio_of("missing", "hidden") == "suppressed"
    assert ratio_of("hidden", "missing") == "suppressed"
    assert ratio_of("missing", "100") == "not_available"
    assert ratio_of("1", "missing") == "not_available"
    assert ratio_of("1", "0") == "not_applicable"
    assert ratio_of("0", "0") == "not_applicable"


def test_a_groups_ratio_comes_from_summed_parts():
    world = draw(
        GROUPS,
        members="""
        group | member
        NORTH | A
        NORTH | B
        """,
        figures="""
        measure                      | area  | period  | value
        social_assistance_recipients | A     | 2024-Q1 | 1
        social_assistance_recipients | B     | 2024-Q1 | 9
        social_assistance_recipients | NORTH | 2024-Q1 | 11
        population                   | A     | 2024-Q1 | 100
        population                   | B     | 2024-Q1 | 300
        """,
    )
    cells = cells_of(world, PER_1000)
    north = cells["social_assistance_per_1000", "all", "all", "2024-Q1", "NORTH"]
    assert str(north) == "27.5 summed"  # 11 of 400, neither the mean of 10 and 30 nor 10 of 400
    assert (north.numerator, north.denominator) == (11, 400)


def test_a_share_of_persons_has_its_interval():
    cell = cells_of(draw(TWO_TOWNS, ONE_QUARTER.replace("999", "1000").replace("1002", "1000")), PER_1000)[
        "social_assistance_per_1000", "all", "all", "2024-Q1", "A"
    ]
    # 4 of 1000: middle (0.004 + 0.0019207) / 1.0038415 = 0.0058981,
    # reach 1.96 * sqrt(0.000003984 + 0.0000009604) / 1.0038415 = 0.0043415
    assert cell.lower == pytest.approx(Decimal("1.5566"), abs=Decimal("0.0005"))
    assert cell.upper == pytest.approx(Decimal("10.2396"), abs=Decimal("0.0005"))


def test_what_is_no_ratio_has_no_parts():
    cell = cells_of(draw(TWO_TOWNS, ONE_QUARTER), POPULATION)["population", "all", "all", "2024-01", "A"]
    assert (cell.numerator, cell.denominator, cell.lower, cell.upper) == (None, None, None, None)


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
