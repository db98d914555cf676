"""A figure is split further, by category, area or window, only where it is published and at least 20."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.protecting import country_of, months_of, protected

COUNTRY = country_of("code | level\nXX | country")
TOWNS = country_of(
    """
    code | level
    XX   | country
    N    | region
    A    | municipality
    B    | municipality
    O    | office
    NS   | elsewhere
    """,
    """
    group | member | first      | last
    N     | A      |            |
    N     | B      |            | 2024-06-30
    O     | B      |            |
    """,
)


def texts(country, cells):
    return {name: str(figure) for name, figure in protected(country, cells).items()}


def test_a_small_total_is_not_split_by_category():
    figures = texts(
        COUNTRY,
        """
        category   | window | month   | area | value
        all        | 1      | 2024-01 | XX   | 15
        sex female |        |         |      | 10
        all        | 1      | 2024-02 | XX   | 20
        sex female |        |         |      | 10
        """,
    )
    assert figures == {
        "all, 2024-01, XX": "15",
        "sex female, 2024-01, XX": "withdrawn",
        "all, 2024-02, XX": "20",
        "sex female, 2024-02, XX": "10",
    }


@pytest.mark.parametrize(
    ("whole", "female", "young", "shown"),
    [(100, 20, 20, True), (100, 15, 40, False), (100, 40, 15, False), (15, 15, 15, False)],
)
def test_a_pair_is_part_of_both_its_margins(whole, female, young, shown):
    figures = texts(
        COUNTRY,
        f"""
        category             | window | month   | area | value
        all                  | 3      | 2024-03 | XX   | {whole}
        sex female           |        |         |      | {female}
        age 16-24            |        |         |      | {young}
        sex.age female.16-24 |        |         |      | 5
        """,
    )
    assert figures["sex.age female.16-24, 2024-Q1, XX"] == ("5" if shown else "withdrawn")


def test_an_area_is_part_of_its_region_and_of_the_country_but_not_of_another_grouping():
    figures = texts(
        TOWNS,
        """
        category | window | month   | area | value
        all      | 1      | 2024-06 | XX   | 100
                 |        |         | N    | 15
                 |        |         | O    | 10
                 |        |         | A    | 5
                 |        |         | B    | 10
                 |        |         | NS   | 10
        """,
    )
    assert figures == {
        "all, 2024-06, XX": "100",
        "all, 2024-06, N": "15",
        "all, 2024-06, O": "10",
        "all, 2024-06, A": "withdrawn",
        "all, 2024-06, B": "withdrawn",
        "all, 2024-06, NS": "10",
    }


def test_who_is_a_part_of_a_region_is_settled_on_the_last_day_of_the_window():
    figures = texts(
        TOWNS,
        """
        category | window | month   | area | value
        all      | 1      | 2024-07 | XX   | 100
                 |        |         | N    | 15
                 |        |         | A    | 5
                 |        |         | B    | 10
        """,
    )
    assert (figures["all, 2024-07, A"], figures["all, 2024-07, B"]) == ("withdrawn", "10")


def test_a_small_country_is_not_split_at_all():
    figures = texts(
        TOWNS,
        """
        category   | window | month   | area | value
        all        | 1      | 2024-06 | XX   | 15
                   |        |         | N    | 0
                   |        |         | NS   | 5
        sex female |        |         | NS   | 0
        """,
    )
    assert {name for name, figure in figures.items() if figure == "withdrawn"} == set(figures) - {
        "all, 2024-06, XX"
    }


def test_a_month_is_part_of_its_quarter_and_that_of_the_rolling_year_that_ends_with_it():
    figures = texts(
        COUNTRY,
        """
        category | window | month   | area | value
        all      | 12     | 2024-03 | XX   | 15
                 | 12     | 2024-06 | XX   | 100
                 | 12     | 2024-09 | XX   | 100
                 | 3      | 2024-03 | XX   | 5
                 | 3      | 2024-06 | XX   | 15
                 | 3      | 2024-09 | XX   | 20
                 | 1      | 2024-03 | XX   | 0
                 | 1      | 2024-04 | XX   | 5
                 | 1      | 2024-07 | XX   | 5
        """,
    )
    withdrawn = {name for name, figure in figures.items() if figure == "withdrawn"}
    assert withdrawn == {"all, 2024-Q1, XX", "all, 2024-03, XX", "all, 2024-04, XX"}


def test_a_month_of_a_quarter_that_has_not_ended_is_part_of_the_rolling_year_that_ends_with_it():
    figures = texts(
        COUNTRY,
        """
        category | window | month   | area | value
        all      | 12     | 2024-10 | XX   | 15
                 | 12     | 2024-11 | XX   | 20
                 | 1      | 2024-10 | XX   | 5
                 | 1      | 2024-11 | XX   | 5
        """,
    )
    assert (figures["all, 2024-10, XX"], figures["all, 2024-11, XX"]) == ("withdrawn", "5")


def test_a_window_that_is_part_of_none_that_is_counted_is_shown():
    figures = texts(COUNTRY, "category | window | month | area | value\nall | 1 | 2024-01 | XX | 5")
    assert figures == {"all, 2024-01, XX": "5"}


def test_the_last_months_are_provisional():
    figures = protected(
        COUNTRY,
        """
        category | window | month   | area | value
        all      | 1      | 2024-05 | XX   | 100
                 | 1      | 2024-06 | XX   | 100
                 | 3      | 2024-06 | XX   | 100
        """,
        provisional_from=months_of("2024-06"),
    )
    assert {name for name, figure in figures.items() if figure.provisional} == {
        "all, 2024-06, XX",
        "all, 2024-Q2, XX",
    }


CATEGORIES = ("all", "sex female", "age 16-24", "sex.age female.16-24")
AREAS = ("XX", "N", "A", "B")
WINDOWS = ((12, "2024-03"), (3, "2024-03"), (1, "2024-02"))
GRID = list(product(CATEGORIES, AREAS, WINDOWS))


def parents(category, area, window):
    """What a cell of the grid is directly a part of, written out by hand."""
    wholes = {"sex.age female.16-24": ("sex female", "age 16-24")}.get(
        category, () if category == "all" else ("all",)
    )
    groups = {"XX": (), "N": ("XX",)}.get(area, ("N", "XX"))
    longer = WINDOWS[: WINDOWS.index(window)][-1:]
    yield from ((whole, area, window) for whole in wholes)
    yield from ((category, group, window) for group in groups)
    yield from ((category, area, span) for span in longer)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from([5, 15, *[20] * 4, *[60] * 14]), min_size=len(GRID), max_size=len(GRID)))
def test_a_cell_is_shown_when_all_that_it_is_part_of_is_shown_and_large(values):
    counts = dict(zip(GRID, values, strict=True))
    lines = [
        f"{category} | {length} | {month} | {area} | {value}"
        for (category, area, (length, month)), value in counts.items()
    ]
    figures = texts(TOWNS, "\n".join(["category | window | month | area | value", *lines]))

    def shown(cell):
        return all(counts[whole] >= 20 and shown(whole) for whole in parents(*cell))

    written = {12: "to 2024-03", 3: "2024-Q1", 1: "2024-02"}
    assert figures == {
        f"{category}, {written[window[0]]}, {area}": str(counts[category, area, window])
        if shown((category, area, window))
        else "withdrawn"
        for category, area, window in GRID
    }
