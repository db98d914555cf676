"""What one shown figure tells of its cell, and how much is counted as given away; worked by hand."""

from itertools import pairwise

import numpy as np
import pytest

from indicators.disclosure.attack.bounds import CLOSE, Bounds, Rounding, unknown
from indicators.disclosure.attack.exposure import Exposure, exposure
from indicators.disclosure.attack.grid import days_of, grid_of
from indicators.disclosure.attack.releases import plausible, since

JANUARY = 2024 * 12
GRID = grid_of({(JANUARY, 1)}, [("all", "all")], ["A", "B", "C"])
BY_CHANCE, TO_THE_NEAREST = Rounding(5, 4), Rounding(5, 2)


def told(*figures: float, rounding: Rounding = BY_CHANCE, days: bool = False, places=()) -> Bounds:
    """Cells of areas in their order, each shown as a figure."""
    bounds = unknown(GRID, days)
    tell(bounds, *figures, rounding=rounding, places=places or range(len(figures)))
    return bounds


def tell(bounds: Bounds, *figures: float, rounding: Rounding = BY_CHANCE, places=(0, 1, 2)) -> None:
    areas = np.array(places[: len(figures)])
    nought = np.zeros(len(figures), int)
    bounds.tell((nought, nought, areas), np.array(figures, float), rounding, np.ones(len(figures), bool))


def of(bounds: Bounds) -> list[tuple[float, float]]:
    return list(zip(bounds.low.ravel().tolist(), bounds.high.ravel().tolist(), strict=True))


@pytest.mark.parametrize(
    ("rounding", "expected"),
    [(BY_CHANCE, [(0, 4), (1, 9), (6, 14)]), (TO_THE_NEAREST, [(0, 2), (3, 7), (8, 12)])],
)
def test_a_rounded_count_is_within_the_base_of_its_figure(rounding, expected):
    assert of(told(0, 5, 10, rounding=rounding)) == expected


def test_what_is_no_multiple_is_true_and_the_others_are_rounded():
    assert of(told(0, 7, 10)) == [(0, 4), (7, 7), (6, 14)]


def test_full_time_persons_fill_the_space_between():
    """5 are shown of more than 0 and less than 10; January has 31 days."""
    low, high = of(told(5, days=True))[0]
    assert low == 0
    assert high == pytest.approx(31 * (10 + CLOSE))


def test_full_time_persons_of_longer_windows_have_more_days():
    assert days_of((JANUARY + 2, 3)) == 31 + 29 + 31
    assert days_of((JANUARY + 11, 12)) == 366


def test_the_same_cell_told_of_twice():
    bounds = told(5, 5, places=(0, 0))
    assert (of(bounds)[0], bounds.clashing.any()) == ((1, 9), False)
    tell(bounds, 10)
    assert of(bounds)[0] == (6, 9)
    assert bounds.clashing.ravel().tolist() == [True, False, False]


def test_the_same_cell_told_of_twice_in_one_breath():
    bounds = told(5, 10, places=(0, 0))
    assert of(bounds)[0] == (6, 9)
    assert bounds.clashing.ravel().tolist() == [True, False, False]


def test_cells_are_counted_by_how_many_values_they_may_have():
    bounds = unknown(GRID, days=False)
    bounds.low[:], bounds.high[:] = [3, 0, 5], [3, 2, 5]
    assert values_of(exposure(bounds)) == (1, 0, 1)
    bounds.high[:] = [4, 3, 6]
    assert values_of(exposure(bounds)) == (0, 1, 0)
    bounds.clashing[:] = True
    assert values_of(exposure(bounds)) == (0, 0, 0)
    assert exposure(bounds).clashing == 3


def values_of(found: Exposure) -> tuple[int, int, int]:
    return found.exactly, found.to_two, found.to_three


def test_one_late_record_makes_another_figure():
    """Shown as 0, then as 5: one more than 0 to 4, and no more than 9."""
    before, now = told(0, 5, 5), told(5, 5, 15)
    since(before, now, plausible(before, now, 5))
    assert of(before) == [(0, 4), (1, 9), (1, 9)]
    assert of(now) == [(1, 5), (1, 9), (11, 19)]
    assert not now.clashing.any()


def test_twelve_late_records_leave_little():
    """One record more with each release: shown as 0 for long, then as 5."""
    releases = [told(figure) for figure in (0, 0, 0, 0, 5, 10)]
    pairs = list(pairwise(releases))
    for before, now in (*pairs, *reversed(pairs)):
        since(before, now, plausible(before, now, 5))
    assert [of(one)[0] for one in releases] == [(1, 4), (2, 4), (3, 4), (4, 4), (5, 5), (6, 6)]
