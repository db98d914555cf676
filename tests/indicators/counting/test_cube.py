"""Adding up in arrays: windows one after the other, categories and areas of what belongs to them."""

import numpy as np

from indicators.counting import cube
from indicators.counting.cube import Belonging, Grid
from tests.support.tables import read_table

KINDS = {"amount": "i8", "contributors": "i8", "degree": "i8", "missing": "i8", "cell_key": "u8"}
LAST_KEY = 2**64 - 1


def grid(months=range(4), window_months=1, *, parts=((0,),), members=(), stands=(), crowds=1, bases=1):
    return Grid(
        window_months=window_months,
        months=np.array(months),
        part_ids=np.array([10 + part for part in range(len(parts))]),
        parts=[np.array(one) for one in parts],
        place_ids=np.array([20 + place for place in range(len(stands))]),
        members=members,
        stands=np.array(stands, bool),
        crowds=crowds,
        bases=bases,
    )


def columns(drawn):
    rows = read_table(drawn)
    return {name: np.array([int(row[name]) for row in rows], KINDS.get(name, "i8")) for name in rows[0]}


def counts(*crowds, kind="i8"):
    """What is counted, a row of windows for each crowd and base area."""
    return np.array(crowds, kind)


def test_what_changes_in_a_window_is_counted_from_there_on():
    changes = columns(
        """
        crowd | base | window | amount | contributors | cell_key
        0     | 0    | 1      | 20     | 2            | 7
        0     | 0    | 3      | -10    | -1           | 1
        1     | 2    | 0      | 30     | 3            | 5
        """
    )
    found = cube.cumulated(changes, grid(parts=((0,), (1,)), crowds=2, bases=3))
    nobody = [0, 0, 0, 0]
    assert {value: one.tolist() for value, one in found.items()} == {
        "amount": [[[0, 20, 20, 10], nobody, nobody], [nobody, nobody, [30, 30, 30, 30]]],
        "contributors": [[[0, 2, 2, 1], nobody, nobody], [nobody, nobody, [3, 3, 3, 3]]],
        "cell_key": [[[0, 7, 7, 8], nobody, nobody], [nobody, nobody, [5, 5, 5, 5]]],
    }


def test_keys_wrap_at_2_to_the_64_whether_people_come_or_go():
    changes = columns(
        f"""
        crowd | base | window | amount | contributors | cell_key
        0     | 0    | 0      | 1      | 1            | {LAST_KEY}
        0     | 0    | 1      | 1      | 1            | 3
        0     | 0    | 3      | -1     | -1           | {2**64 - 3}
        """
    )
    assert cube.cumulated(changes, grid())["cell_key"].tolist() == [[[LAST_KEY, 2, 2, LAST_KEY]]]


def test_a_category_adds_up_its_crowds():
    of_crowds = counts([[1, 2]], [[10, 20]], [[100, 200]])
    wanted = grid(
        months=range(2),
        parts=((0, 1, 2), (1,), (0, 2)),
        members=[Belonging(0, 0, 0, 2)],
        stands=[[1, 1]],
        crowds=3,
    )
    assert cube.rolled_up(of_crowds, wanted).tolist() == [[[111, 222]], [[10, 20]], [[101, 202]]]


def test_an_area_that_changes_its_group_counts_in_the_new_one_from_that_window_on():
    north, south, country = 0, 1, 2
    moving, staying = 0, 1
    members = [
        Belonging(north, moving, 0, 2),
        Belonging(south, moving, 2, 4),
        Belonging(south, staying, 0, 4),
        Belonging(country, moving, 0, 4),
        Belonging(country, staying, 0, 4),
    ]
    of_bases = counts([[1, 2, 3, 4], [10, 20, 30, 40]])
    assert cube.rolled_up(of_bases, grid(members=members, stands=[[1] * 4] * 3, bases=2)).tolist() == [
        [[1, 2, 0, 0], [10, 20, 33, 44], [11, 22, 33, 44]]
    ]


def test_keys_wrap_in_categories_and_in_areas():
    half = 2**63
    of_crowds = counts([[half], [1]], [[half], [LAST_KEY]], kind="u8")
    members = [Belonging(0, 0, 0, 1), Belonging(0, 1, 0, 1)]
    wanted = grid(months=[0], parts=((0, 1), (1,)), members=members, stands=[[1]], crowds=2, bases=2)
    assert cube.rolled_up(of_crowds, wanted).tolist() == [[[0]], [[half - 1]]]


DAYS = np.array([31, 29, 31, 30])
FROM_JANUARY_TO_MARCH = """
    crowd | base | month | degree | missing | cell_key
    0     | 0    | 0     | 50     | 800     | {key}
    0     | 0    | 2     | 0      | 100     | 0
    0     | 0    | 3     | -50    | 0       | {less}
"""
"""On half a benefit from 17 January to 29 March: 15, 29, 29 and 0 days."""


def full_time(months, window_months, key=7):
    changes = columns(FROM_JANUARY_TO_MARCH.format(key=key, less=2**64 - key))
    found = cube.degree_days(changes, grid(months, window_months), 100, DAYS)
    return {value: one.tolist() for value, one in found.items()}


def test_degree_days_of_a_month_are_those_of_whole_months_less_what_is_missing():
    assert full_time(range(100, 104), 1) == {
        "amount": [[[750, 1450, 1450, 0]]],
        "cell_key": [[[7, 7, 7, 0]]],
    }


def test_degree_days_of_a_window_are_those_of_its_months():
    assert full_time([102, 103], 3) == {"amount": [[[3650, 2900]]], "cell_key": [[[21, 14]]]}


def test_keys_of_months_wrap_at_2_to_the_64():
    assert full_time([102, 103], 3, key=LAST_KEY)["cell_key"] == [[[2**64 - 3, 2**64 - 2]]]


def test_degree_days_stay_with_their_crowd_and_base_area():
    changes = columns(
        """
        crowd | base | month | degree | missing | cell_key
        0     | 1    | 0     | 100    | 0       | 1
        1     | 0    | 1     | 10     | 90      | 2
        """
    )
    wanted = grid(range(2), parts=((0,), (1,)), crowds=2, bases=2)
    found = cube.degree_days(changes, wanted, 0, np.array([31, 29]))
    assert {value: one.tolist() for value, one in found.items()} == {
        "amount": [[[0, 0], [3100, 2900]], [[0, 200], [0, 0]]],
        "cell_key": [[[0, 0], [1, 1]], [[0, 2], [0, 0]]],
    }


def test_cells_are_those_of_areas_that_stand_and_those_with_something_in_them():
    wanted = grid([100, 101, 102, 103], 3, parts=((0,), (0,)), stands=[[1, 0, 0, 0], [0, 0, 0, 1]])
    nothing = [0, 0, 0, 0]
    found = {
        "amount": counts([[0, 5, 0, 0], nothing], [nothing, nothing]),
        "contributors": counts([[0, 0, 1, 0], nothing], [nothing, [0, 0, 0, 2]]),
    }
    cells = {name: values.tolist() for name, values in cube.cells(wanted, found)}
    assert list(zip(*cells.values(), strict=True)) == [
        (3, 100, 10, 20, 0, 0),
        (3, 101, 10, 20, 5, 0),
        (3, 102, 10, 20, 0, 1),
        (3, 103, 10, 21, 0, 0),
        (3, 100, 11, 20, 0, 0),
        (3, 103, 11, 21, 0, 2),
    ]
    assert list(cells) == ["window_months", "month", "part_id", "place_id", "amount", "contributors"]
