"""Figures of employers are shown only where so many stand behind them that none of them can be told."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators.disclosure.few import RESIDUAL, Shares, too_few
from indicators.disclosure.splitting import Above
from tests.support.protecting import country_of, protected

MONTHS = np.array([[1, 0], [1, 1], [1, 2], [3, 2]])
"""Three months and their quarter."""


def hidden(behind, areas=(), windows=((1, 0),), least=5):
    """Of areas in one window, or of windows in one area: which are hidden."""
    table = np.array(behind).reshape(1, -1, len(windows))
    return too_few(table, least, areas, np.array(windows)).reshape(-1).tolist()


def test_what_has_too_few_behind_it_is_hidden_and_what_has_nobody_is_nought():
    assert hidden([0, 1, 4, 5]) == [False, True, True, False]


REGION = [Above(one, 0) for one in (1, 2, 3)]


@pytest.mark.parametrize(
    ("behind", "expected"),
    [
        (
            [30, 3, 20, 7],
            [1, 3],
        ),  # the whole less the others would tell it, so the smallest other one goes too
        ([30, 3, 2, 25], [1, 2]),  # together they are enough
        ([30, 3, 1, 26], [1, 2, 3]),
        ([30, 3, 27, 0], [1, 2]),
        ([30, 0, 10, 20], []),
        ([3, 3, 0, 0], [0, 1]),
    ],
)
def test_of_the_parts_of_a_whole_so_many_are_hidden_that_together_they_are_enough(behind, expected):
    assert np.flatnonzero(hidden(behind, REGION)).tolist() == expected


def test_parts_of_each_level_make_up_the_whole_together_with_what_belongs_to_no_area():
    country = [Above(1, 0, level=1), Above(2, 0, level=1), *(Above(one, 0, level=2) for one in (3, 4, 5))]
    country += [Above(6, 0, level=RESIDUAL), Above(3, 1, level=2), Above(4, 1, level=2), Above(5, 2, level=2)]
    assert np.flatnonzero(hidden([60, 30, 28, 10, 20, 28, 2], country)).tolist() == [2, 3, 6]


def test_an_area_is_a_part_only_while_it_is():
    areas = [Above(1, 0, last_month=0), Above(2, 0), Above(3, 0, first_month=1)]
    behind = [[30, 30], [4, 4], [26, 20], [0, 10]]
    found = too_few(np.array([behind]), 5, areas, np.array([[1, 0], [1, 1]]))[0].tolist()
    assert found == [[False, False], [True, True], [True, False], [False, False]]


def test_an_area_may_come_back_into_a_whole():
    """Of three months the second one leaves the second area out, and the third area comes with the last."""
    areas = [Above(1, 0), Above(2, 0, last_month=0), Above(2, 0, first_month=2), Above(3, 0, first_month=2)]
    behind = [[30, 9, 40], [4, 4, 4], [26, 26, 26], [10, 10, 10]]
    found = too_few(np.array([behind]), 5, areas, MONTHS[:3])[0].tolist()
    assert found == [[False] * 3, [True] * 3, [True, False, False], [False, False, True]]


def test_what_belongs_to_no_area_is_split_with_the_others_alone():
    split = [Above(1, 0), Above(2, 0), Above(3, 0, level=RESIDUAL), Above(4, 0, level=RESIDUAL)]
    assert np.flatnonzero(hidden([60, 2, 35, 3, 20], split)).tolist() == [1, 3]
    assert np.flatnonzero(
        hidden([23, 3, 20], [Above(one, 0, level=RESIDUAL) for one in (1, 2)])
    ).tolist() == [*(1, 2)]


def test_areas_without_a_cell_hide_nothing():
    absent = [Above(4, 0), Above(1, 4), Above(2, 4), Above(9, 9)]
    assert np.flatnonzero(hidden([30, 3, 2, 25], [*absent, *REGION])).tolist() == [1, 2]


@pytest.mark.parametrize(
    ("behind", "expected"),
    [
        ([3, 20, 10, 25], [0, 2]),
        ([3, 3, 10, 12], [0, 1, 2]),  # the same three employers may be behind both
        ([3, 0, 0, 3], [0, 3]),
        ([6, 7, 8, 9], []),
    ],
)
def test_a_month_does_not_follow_from_its_quarter_and_the_others(behind, expected):
    assert np.flatnonzero(hidden(behind, windows=MONTHS)).tolist() == expected


def test_a_quarter_does_not_follow_from_its_year():
    windows = [(3, 2), (3, 5), (3, 8), (3, 11), (12, 11)]
    assert hidden([2, 9, 8, 7, 20], windows=windows) == [True, False, False, True, False]


def dominated(total, largest, areas=(), windows=((1, 0),), behind=9):
    """Of areas in one window, or of windows in one area, with enough behind each: which are hidden for dominance."""
    one = [np.array(values).reshape(1, -1, len(windows)) for values in (total, largest)]
    here = np.broadcast_to(behind, one[0].shape) * (one[0] > 0)
    return np.flatnonzero(too_few(here, 5, areas, np.array(windows), Shares(*one, most=85))).tolist()


@pytest.mark.parametrize(
    ("total", "largest", "expected"),
    [
        ([100, 40, 40, 20], [34, 34, 10, 5], []),  # 85 per cent are not more than 85 per cent
        ([100, 40, 40, 20], [35, 35, 10, 5], [1, 2]),  # ... and the whole less the others would tell it
        ([100, 50, 45, 5], [50, 50, 40, 4], [1, 2]),  # of 95 the largest is 50
        ([100, 90, 5, 5], [86, 86, 2, 2], [0, 1, 2, 3]),
        (
            [100, 94, 3, 3],
            [84, 84, 2, 2],
            [1, 2, 3],
        ),  # of what is hidden it is more as long as anything is shown
        ([0, 0, 0, 0], [0, 0, 0, 0], []),
    ],
)
def test_what_one_employer_is_most_of_is_hidden_and_does_not_follow_from_a_whole(total, largest, expected):
    assert dominated(total, largest, REGION) == expected


def test_too_few_are_too_few_where_none_of_them_is_most_of_it_too():
    assert dominated([100, 40, 40, 20], [10, 9, 9, 5], REGION, behind=np.array([[[30], [3], [20], [7]]])) == [
        1,
        3,
    ]


def test_an_area_that_left_a_whole_bears_on_it_no_more():
    areas = [Above(1, 0, last_month=0), Above(2, 0), Above(3, 0)]
    total, largest = [100, 60, 40, 40, 30, 30, 30, 30], [10, 10, 10, 40, 5, 5, 5, 5]
    assert dominated(total, largest, areas, windows=MONTHS[:2]) == [3]


def test_of_several_months_the_largest_employer_may_be_the_same():
    assert dominated([10, 30, 4, 44], [10, 8, 1, 20], windows=MONTHS) == [0, 2]
    assert dominated([10, 30, 4, 44], [10, 8, 2, 20], windows=MONTHS) == [0, 1, 2]


@settings(max_examples=50)
@given(st.lists(st.lists(st.integers(0, 8), min_size=4, max_size=4), min_size=3, max_size=3))
def test_no_cell_with_too_few_follows_from_a_whole_and_its_other_parts(drawn):
    """An area of three; each month and quarter. A quarter has at least as many behind it as each of its months."""
    parts = np.array(drawn)
    parts[:, 3] = np.maximum(parts[:, :3].max(axis=1), parts[:, 3])
    behind = np.concatenate([parts.sum(axis=0, keepdims=True), parts])[np.newaxis]
    found = too_few(behind, 5, REGION, MONTHS)[0]
    assert found[(behind[0] > 0) & (behind[0] < 5)].all()
    for window in range(4):
        assert_enough(behind[0, 1:, window], found[1:, window], np.sum)
    for area in range(4):
        assert_enough(behind[0, area, :3], found[area, :3], np.max)


def assert_enough(behind, closed, gather):
    """The hidden ones together are enough, or nothing but noughts is left."""
    left = behind[closed]
    assert not left.size or gather(left) >= 5 or not behind[~closed].any()


TOWNS = country_of(
    """
    code | level
    XX   | country
    N    | region
    A    | municipality
    B    | municipality
    C    | municipality
    O    | office
    """,
    """
    group | member
    N     | A
    N     | B
    N     | C
    O     | A
    O     | B
    """,
)
CELLS = """
    category | window | month   | area | value | persons
    all      | 1      | 2024-06 | XX   | 500   | 33
             |        |         | N    | 500   | 33
             |        |         | O    | 200   | 13
             |        |         | A    | 150   | 3
             |        |         | B    | 50    | 10
             |        |         | C    | 300   | 20
"""


def test_a_figure_of_few_employers_is_withheld_however_large_it_is():
    shown = {name: str(one) for name, one in protected(TOWNS, CELLS).items()}
    assert set(shown.values()) == {"500", "200", "150", "50", "300"}
    shown = {name: str(one) for name, one in protected(TOWNS, CELLS, least_behind=5).items()}
    assert {name[-1] for name, one in shown.items() if one == "withdrawn"} == {"A", "B"}


def test_what_is_under_a_hidden_figure_is_hidden_with_it():
    """In the quarter A has too few, so B is hidden too; and so are the months of both, whoever is behind these."""
    cells = """
        category | window | month   | area | value | persons
        all      | 3      | 2024-06 | XX   | 500   | 33
                 |        |         | N    | 500   | 33
                 |        |         | O    | 200   | 13
                 |        |         | A    | 150   | 3
                 |        |         | B    | 50    | 10
                 |        |         | C    | 300   | 20
        all      | 1      | 2024-06 | XX   | 400   | 30
                 |        |         | N    | 400   | 30
                 |        |         | O    | 150   | 11
                 |        |         | A    | 0     | 0
                 |        |         | B    | 100   | 10
                 |        |         | C    | 250   | 20
    """
    shown = {name: str(one) for name, one in protected(TOWNS, cells, least_behind=5).items()}
    hidden = {name for name, one in shown.items() if one == "withdrawn"}
    assert hidden == {f"all, 2024-{period}, {area}" for period in ("Q2", "06") for area in "AB"}
