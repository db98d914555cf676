"""What is small is carried down in arrays: by category, then by area, then by window, at any distance."""

import numpy as np

from indicators.disclosure.splitting import Above, withheld
from tests.support.tables import read_table


def judge(drawn, parts=(), areas=(), hiding=None):
    """Of a table `part | area | window_months | month | small`, the rows that are withheld, as they are drawn.

    With `hiding` there is one column more: `behind`.
    """
    rows = read_table(drawn)
    numbers = ("part", "area", "window_months", "month", *(["behind"] if hiding else []))
    cells = {name: np.array([int(row[name]) for row in rows]) for name in numbers}
    small = np.array([row["small"] == "yes" for row in rows])
    found = withheld(cells, small, parts, areas, hiding)
    return ["".join(list(row.values())[:4]) for row, one in zip(rows, found, strict=True) if one]


def test_it_is_carried_through_a_category_an_area_and_a_window():
    cells = """
        part | area | window_months | month | small
        0    | 0    | 3             | 5     | yes
        0    | 0    | 1             | 5     |
        0    | 1    | 3             | 5     |
        1    | 0    | 3             | 5     |
        0    | 1    | 1             | 5     |
        1    | 0    | 1             | 5     |
        1    | 1    | 3             | 5     |
        1    | 1    | 1             | 5     |
        0    | 0    | 1             | 6     |
        1    | 1    | 1             | 6     |
    """
    # As part, area, length of window, month: all but the small one itself and the month after its window.
    assert judge(cells, [Above(1, 0)], [Above(1, 0)]) == [
        *("0015", "0135", "1035", "0115", "1015", "1135", "1115")
    ]


def test_what_is_small_closes_what_is_under_it_and_nothing_beside_or_above_it():
    cells = """
        part | area | window_months | month | small
        0    | 0    | 1             | 5     |
        0    | 1    | 1             | 5     | yes
        0    | 2    | 1             | 5     |
        1    | 0    | 1             | 5     |
        1    | 1    | 1             | 5     |
        1    | 2    | 1             | 5     |
    """
    assert judge(cells, [Above(1, 0)], [Above(1, 0), Above(2, 0)]) == ["1115"]


def test_an_area_is_of_a_group_from_the_first_month_to_the_last():
    cells = """
        part | area | window_months | month | small
        0    | 0    | 1             | 3     | yes
        0    | 0    | 1             | 4     | yes
        0    | 0    | 1             | 5     | yes
        0    | 0    | 1             | 6     | yes
        0    | 1    | 1             | 3     |
        0    | 1    | 1             | 4     |
        0    | 1    | 1             | 5     |
        0    | 1    | 1             | 6     |
    """
    assert judge(cells, areas=[Above(1, 0, 4, 5)]) == ["0114", "0115"]


def test_one_of_several_that_is_small_is_enough():
    """A pair's first margin, an area's first group, a month's quarter; the others are large."""
    cells = """
        part | area | window_months | month | small
        0    | 0    | 1             | 5     |
        1    | 0    | 1             | 5     | yes
        2    | 0    | 1             | 5     |
        3    | 0    | 1             | 5     |
        4    | 0    | 1             | 5     |
        4    | 1    | 1             | 5     | yes
        4    | 2    | 1             | 5     |
        0    | 3    | 12            | 5     |
        0    | 3    | 3             | 5     | yes
        0    | 3    | 1             | 4     |
    """
    parts = [Above(3, 1), Above(3, 2)]
    areas = [Above(2, 1), Above(2, 0)]
    assert judge(cells, parts, areas) == ["3015", "4215", "0314"]


def test_categories_and_areas_without_a_cell_close_nothing():
    cells = """
        part | area | window_months | month | small
        0    | 0    | 1             | 5     | yes
        1    | 1    | 1             | 5     |
    """
    absent = [Above(1, 2), Above(2, 0), Above(1, 7), Above(7, 0)]
    assert judge(cells, absent, absent) == []


def test_nothing_at_all_is_judged_too():
    nothing = np.zeros(0, "i8")
    cells = dict.fromkeys(("part", "area", "window_months", "month"), nothing)
    assert withheld(cells, nothing.astype(bool), [Above(1, 0)], [Above(1, 0)]).tolist() == []


def test_what_need_not_close_what_is_under_it_does_not():
    cells = """
        part | area | window_months | month | small
        0    | 0    | 1             | 5     | yes
        0    | 1    | 1             | 5     |
        0    | 2    | 1             | 5     |
    """
    assert judge(cells, areas=[Above(1, 0, closing=False), Above(2, 0)]) == ["0215"]


def with_few(behind, _):
    return (behind > 0) & (behind < 5)


def test_what_is_hidden_by_itself_is_withheld_and_so_is_what_is_under_it():
    cells = """
        part | area | window_months | month | small | behind
        0    | 0    | 1             | 5     |       | 30
        0    | 1    | 1             | 5     |       | 3
        1    | 0    | 1             | 5     | yes   | 20
        1    | 1    | 1             | 5     |       | 9
        2    | 0    | 1             | 5     |       | 4
        2    | 1    | 1             | 5     |       | 9
        3    | 1    | 1             | 5     |       | 9
    """
    parts = [Above(3, 2)]
    assert judge(cells, parts, hiding=with_few) == ["0115", "2015"]
    assert judge(cells, [*parts, Above(1, 0)], [Above(1, 0)], with_few) == [
        *("0115", "1115", "2015", "2115", "3115")
    ]


def test_nobody_is_behind_what_has_no_cell():
    cells = """
        part | area | window_months | month | small | behind
        0    | 0    | 1             | 5     |       | 9
        1    | 1    | 1             | 5     |       | 8
    """
    assert judge(cells, [Above(1, 0)], [Above(1, 0)], with_few) == []
