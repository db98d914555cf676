"""How long spells last, worked out by hand: means, medians and survivals of categories, places and windows."""

import numpy as np
import pytest

from indicators.counting import lengths
from indicators.counting.cube import Belonging
from tests.indicators.counting.test_cube import grid
from tests.support.tables import read_table

NORTH, SOUTH, COUNTRY = 0, 1, 2
LOST = False


def spells(*rows, crowd=0, base=0, month=0):
    """Spells of these days, each with whether it has ended; or days alone where all have."""
    told = [row if isinstance(row, tuple) else (row, True) for row in rows]
    kinds = {"crowd": "i4", "base": "i2", "month": "i4", "days": "i4", "has_ended": "?"}
    columns = [(crowd, base, month, days, ended) for days, ended in told]
    return {
        name: np.array([row[at] for row in columns], kind) for at, (name, kind) in enumerate(kinds.items())
    }


def together(*some):
    return {name: np.concatenate([one[name] for one in some]) for name in some[0]}


def one(months=(0,), window_months=1):
    """One category of one area."""
    return grid(months, window_months, members=[Belonging(0, 0, 0, len(months))], stands=[[1] * len(months)])


def durations(found):
    """What is found, by part, place and window; None where nothing is known."""
    value, known = found
    assert (value[~known] == 0).all()
    told = np.where(known, value, None)
    return told.tolist()


def test_a_mean_is_in_weeks_half_up():
    assert durations(lengths.means(spells(7, 14), one())) == [[[15_000]]]
    assert durations(lengths.means(spells(7, 8), one())) == [[[10_714]]]
    assert durations(lengths.means(spells(*[7] * 31, 14), one())) == [[[10_313]]]


@pytest.mark.parametrize(
    ("days", "weeks"), [((70,), 10), ((7, 70, 14), 2), ((7, 70, 14, 28), 3), ((14, 14, 70, 70), 6)]
)
def test_a_median_is_the_middle_one_or_midway_between_the_middle_two(days, weeks):
    assert durations(lengths.medians(spells(*days), one())) == [[[10_000 * weeks]]]


def test_a_median_is_in_weeks_half_up():
    assert durations(lengths.medians(spells(1), one())) == [[[1_429]]]
    assert durations(lengths.medians(spells(1, 4), one())) == [[[3_571]]]


def test_amounts_are_handled_as_days_of_which_each_is_one_half_up():
    assert durations(lengths.means(spells(20_000, 30_001), one(), 1)) == [[[250_005_000]]]
    assert durations(lengths.means(spells(1, 1, 2), one(), 1)) == [[[13_333]]]
    assert durations(lengths.medians(spells(1, 90_000, 4), one(), None, 1)) == [[[40_000]]]
    assert durations(lengths.medians(spells(200_000_000, 300_000_001), one(), None, 1)) == [
        [[2_500_000_005_000]]
    ]


def test_amounts_may_be_large_in_many_windows():
    drawn = together(*(spells(3 * 10**8, month=month) for month in range(5)))
    expected = [[[3 * 10**12] * 5]]
    assert durations(lengths.medians(drawn, one(range(5)), None, 1)) == expected


@pytest.mark.parametrize("statistic", [lengths.means, lengths.medians])
def test_where_there_is_no_spell_nothing_is_known(statistic):
    assert durations(statistic(spells(7), one((0, 1)))) == [[[10_000, None]]]
    assert durations(statistic(spells(7, month=3), one())) == [[[None]]]
    assert durations(statistic(spells(), one())) == [[[None]]]


def test_spells_lie_in_every_window_that_their_month_is_in():
    drawn = together(*(spells(7 * 2**month, month=month) for month in range(6)))
    of = one((2, 3, 5), 3)
    assert durations(lengths.medians(drawn, of)) == [[[20_000, 40_000, 160_000]]]
    assert durations(lengths.means(drawn, of)) == [[[23_333, 46_667, 186_667]]]


def test_a_category_gathers_the_spells_of_its_crowds():
    drawn = together(spells(7, 14, crowd=0), spells(70, crowd=1), spells(700, crowd=2))
    of = grid([0], parts=((0, 1, 2), (1,), (0, 1)), members=[Belonging(0, 0, 0, 1)], stands=[[1]], crowds=3)
    assert durations(lengths.medians(drawn, of)) == [[[60_000]], [[100_000]], [[20_000]]]
    assert durations(lengths.survivals(drawn, of, 70)) == [[[250_000]], [[0]], [[0]]]


def test_an_area_counts_in_the_group_that_it_belongs_to_at_the_windows_end():
    moving, staying = 0, 1
    drawn = together(*(spells(7, 14, 21, base=moving, month=month) for month in range(3)))
    drawn = together(drawn, *(spells(70, 70, base=staying, month=month) for month in range(3)))
    members = [
        *(Belonging(NORTH, moving, 0, 2), Belonging(SOUTH, moving, 2, 3), Belonging(SOUTH, staying, 0, 3)),
        *(Belonging(COUNTRY, base, 0, 3) for base in (moving, staying)),
    ]
    of = grid(range(3), members=members, stands=[[1] * 3] * 3, bases=2)
    expected = [[[20_000, 20_000, None], [100_000, 100_000, 30_000], [30_000] * 3]]
    assert durations(lengths.medians(drawn, of)) == expected
    assert durations(lengths.means(drawn, of))[0][COUNTRY] == [52_000] * 3
    lost = together(drawn, *(spells((8, LOST), base=moving, month=month) for month in range(3)))
    gone = [[[750_000, 750_000, None], [1_000_000, 1_000_000, 833_333], [833_333] * 3]]
    assert durations(lengths.survivals(lost, of, 13)) == gone


def test_crowds_and_base_areas_are_not_mixed_up():
    places = [(crowd, base) for crowd in (0, 1) for base in (0, 1)]
    drawn = together(*(spells(7 * 10**crowd * 2**base, crowd=crowd, base=base) for crowd, base in places))
    members = [Belonging(place, place, 0, 1) for place in range(3)]
    of = grid([0], parts=((0,), (1,), (2,)), members=members, stands=[[1]] * 3, crowds=3, bases=3)
    for statistic in (lengths.means, lengths.medians):
        found = durations(statistic(drawn, of))
        assert found == [[[10_000], [20_000], [None]], [[100_000], [200_000], [None]], [[None]] * 3]


def test_there_may_be_many_crowds():
    drawn = together(*(spells(7 * (crowd + 1), crowd=crowd) for crowd in reversed(range(300))))
    parts = [(crowd,) for crowd in range(300)]
    of = grid([0], parts=parts, members=[Belonging(0, 0, 0, 1)], stands=[[1]], crowds=300)
    assert durations(lengths.medians(drawn, of)) == [[[10_000 * (crowd + 1)]] for crowd in range(300)]


AT_10_DAYS = """
    days                         | per_cent
    11 11 10                     | 666667
    5 10 12 14                   | 500000
    5 5- 10 12                   | 375000
    5- 5 10 12                   | 375000
    5- 9                         | 0
    5 5 8- 10- 11                | 600000
    10- 10                       | 500000
    9- 10                        | 0
    9-                           |
    5 9-                         |
    9- 10-                       | 1000000
    5 5- 5-                      |
    5 9 9-                       |
"""


@pytest.mark.parametrize(("days", "per_cent"), [tuple(row.values()) for row in read_table(AT_10_DAYS)])
def test_survival_at_10_days(days, per_cent):
    """A minus says that the spell was lost from sight after so many days."""
    drawn = [(int(one.rstrip("-")), not one.endswith("-")) for one in days.split()]
    expected = int(per_cent) if per_cent else None
    assert durations(lengths.survivals(spells(*drawn), one(), 10)) == [[[expected]]]


def test_a_survival_is_rounded_half_up_however_it_is_found():
    rest = [11] * 127
    assert durations(lengths.survivals(spells(*[5] * 127, 11), one(), 10)) == [[[7_813]]]
    assert durations(lengths.survivals(spells(*[5] * 127, 11, (1, LOST)), one(), 10)) == [[[7_813]]]
    assert durations(lengths.survivals(spells(5, *rest), one(), 10)) == [[[992_188]]]
    assert durations(lengths.survivals(spells(5, *rest, (1, LOST)), one(), 10)) == [[[992_188]]]


HALF_OF_THEM = """
    days                         | weeks
    7                            | 10000
    7 14                         | 10000
    7 14 21                      | 20000
    7 14 21 28                   | 20000
    1 1 3                        | 1429
    11                           | 15714
    7- 14                        | 20000
    7 7-                         | 10000
    7- 7- 14 28                  | 20000
    7 14- 21 28                  | 30000
    7- 14- 21-                   |
    7 70- 70- 70-                | 41429
    7 27- 27- 27-                |
    7 28- 28- 28-                | 41429
    28                           | 40000
    29                           | 41429
    7 29                         | 10000
    7 29 29                      | 41429
    7 14 29 29                   | 20000
    7 14 29 29 29                | 41429
    14 28- 29                    | 41429
    14 21- 28 29                 | 40000
"""


@pytest.mark.parametrize(("days", "weeks"), [tuple(row.values()) for row in read_table(HALF_OF_THEM)])
def test_how_long_half_of_them_last_within_28_days(days, weeks):
    """A minus says that the spell was lost from sight after so many days.

    Of 7, 14-, 21 and 28 three quarters are left after 7 days and three eighths after 21. Of 14, 21-, 28 and 29 three
    quarters are left after 14 days, and half of these after 28. Where more than half last longer it is told as 29 days.
    """
    drawn = [(int(one.rstrip("-")), not one.endswith("-")) for one in days.split()]
    expected = int(weeks) if weeks else None
    assert durations(lengths.survival_medians(spells(*drawn), one(), 28)) == [[[expected]]]


def test_half_is_met_exactly_after_many_steps():
    """A thousand spells, each lost or ended on a day of its own: a product of fractions that comes to one half."""
    ended = [(day, True) for day in range(1, 501)]
    staying = [(1000, LOST)] * 500
    assert durations(lengths.survival_medians(spells(*ended, *staying), one(), 600)) == [[[714_286]]]
    assert durations(lengths.survival_medians(spells(*ended[:-1], *staying), one(), 600)) == [[[858_571]]]


def test_how_long_half_of_them_last_is_told_window_by_window():
    drawn = together(spells(7, 14), spells(21, (3, LOST), month=1), spells(5, 40, 40, month=2))
    assert durations(lengths.survival_medians(drawn, one(range(4)), 28)) == [[[10_000, 30_000, 41_429, None]]]
    wanted = np.array([[[False, True, False, False]]])
    assert durations(lengths.survival_medians(drawn, one(range(4)), 28, wanted)) == [
        [[None, 30_000, None, None]]
    ]


def test_windows_with_a_lost_spell_and_without_one_stand_side_by_side():
    drawn = together(spells(5, 11), spells(5, (5, LOST), 11, 12, month=1), spells((9, LOST), month=2))
    of = one(range(4))
    assert durations(lengths.survivals(drawn, of, 10)) == [[[500_000, 750_000, None, None]]]
    drawn = together(drawn, spells(11, month=3))
    assert durations(lengths.survivals(drawn, of, 10)) == [[[500_000, 750_000, None, 1_000_000]]]


def test_where_all_are_followed_long_enough_spells_need_not_be_gathered():
    nothing = np.zeros((1, 1, 1), bool)
    assert durations(lengths.survivals(spells(5, 11, (10, LOST)), one(), 10, nothing)) == [[[666_667]]]
    assert durations(lengths.survivals(spells(5, 11, (9, LOST)), one(), 10, nothing)) == [[[None]]]


def test_only_what_is_wanted_need_be_found():
    drawn = together(*(spells(7, (5, LOST), 21, month=month) for month in range(3)))
    wanted = np.array([[[False, True, False]]])
    assert durations(lengths.medians(drawn, one(range(3)), wanted)) == [[[None, 10_000, None]]]
    assert durations(lengths.survivals(drawn, one(range(3)), 10, wanted)) == [[[None, 500_000, None]]]
    assert durations(lengths.survivals(spells(5, 11), one(), 10, np.array([[[True]]]))) == [[[500_000]]]


def test_places_are_gathered_while_the_same_areas_count_there():
    members = [Belonging(0, 0, 0, 4), Belonging(0, 1, 1, 3), Belonging(1, 1, 0, 1), Belonging(1, 1, 2, 2)]
    found = list(lengths.gatherings(grid(range(4), members=members, stands=[[1] * 4] * 2, bases=2)))
    assert found == [(0, range(1), [0]), (0, range(1, 3), [0, 1]), (0, range(3, 4), [0]), (1, range(1), [1])]
