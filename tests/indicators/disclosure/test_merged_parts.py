"""What must not be split where areas were merged: an area that is told of before its time is above those before it."""

from indicators.disclosure import protect
from tests.support.protecting import KEY, PROTECTION, counted, country_of, protected

MERGED = country_of(
    """
    code | level        | first      | last
    XX   | country      |            |
    N    | region       |            |
    S    | region       |            |
    A    | municipality |            | 2024-05-31
    B    | municipality |            | 2024-05-31
    AB   | municipality | 2024-06-01 |
    """,
    """
    group | member | first      | last
    N     | A      |            | 2024-05-31
    S     | B      |            | 2024-03-31
    N     | B      | 2024-04-01 | 2024-05-31
    N     | AB     | 2024-06-01 |
    """,
    "code | successor | on\nA | AB | 2024-06-01\nB | AB | 2024-06-01",
)


def texts(country, cells):
    return {name: str(figure) for name, figure in protected(country, cells).items()}


def test_before_its_time_a_merged_area_is_above_those_that_it_was_made_of():
    figures = texts(
        MERGED,
        """
        category | window | month   | area | value
        all      | 1      | 2024-02 | XX   | 100
                 |        |         | AB   | 15
                 |        |         | A    | 15
                 |        |         | B    | 0
                 |        | 2024-05 | XX   | 100
                 |        |         | AB   | 20
                 |        |         | A    | 15
        """,
    )
    assert {name: figure for name, figure in figures.items() if not name.endswith("XX")} == {
        "all, 2024-02, AB": "15",
        "all, 2024-02, A": "withdrawn",
        "all, 2024-02, B": "withdrawn",
        "all, 2024-05, AB": "20",
        "all, 2024-05, A": "15",
    }


def test_before_its_time_a_merged_area_is_a_part_of_the_regions_that_all_before_it_were_in():
    figures = texts(
        MERGED,
        """
        category | window | month   | area | value
        all      | 1      | 2024-02 | XX   | 100
                 |        |         | N    | 15
                 |        |         | AB   | 25
                 |        | 2024-05 | XX   | 100
                 |        |         | N    | 15
                 |        |         | AB   | 15
        """,
    )
    assert (figures["all, 2024-02, AB"], figures["all, 2024-05, AB"]) == ("25", "withdrawn")


def test_a_month_before_a_merger_is_a_part_of_the_new_area_s_quarter_across_it():
    figures = texts(
        MERGED,
        """
        category | window | month   | area | value
        all      | 1      | 2024-05 | XX   | 100
                 |        |         | AB   | 20
                 |        |         | A    | 20
                 | 3      | 2024-06 | XX   | 100
                 |        |         | AB   | 15
        """,
    )
    assert {name: figure for name, figure in figures.items() if not name.endswith("XX")} == {
        "all, 2024-Q2, AB": "15",
        "all, 2024-05, AB": "withdrawn",
        "all, 2024-05, A": "withdrawn",
    }


def test_only_figures_from_before_an_area_s_time_say_so():
    with counted(
        MERGED,
        """
        category | window | month   | area | value
        all      | 1      | 2024-05 | AB   | 20
                 |        | 2024-06 | AB   | 20
                 | 3      | 2024-06 | AB   | 20
        """,
    ) as connection:
        protect(connection, PROTECTION, KEY, "figure", provisional_from=999999)
        rows = connection.execute("select period, predecessors from measure_figure order by all").fetchall()
    assert rows == [("2024-05", True), ("2024-06", False), ("2024-Q2", False)]
