"""Methods of protection and what they cost, by hand."""

import io

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.testing import assert_allclose, assert_array_equal
from rich.console import Console

from benchmarks._disclosure import (
    COUNTS,
    METHODS,
    Cells,
    Method,
    Tally,
    cells_shown,
    count_errors,
    known,
    per_cent,
    places_moved,
    rounded,
    share_errors,
    shares_shown,
    shown_by,
    thirds,
)
from benchmarks.disclosure import method_table
from indicators.disclosure.attack.bounds import Rounding, unknown
from indicators.disclosure.attack.grid import Grid
from indicators.disclosure.splitting import Above

JANUARY, QUARTER, YEAR = 24288, 24290, 24299
DEFAULT, NEAREST = Method(5, split=True), Method(5, split=False, nearest=True)
PARTS = (("all", "all"), ("sex", "female"), ("age", "16-24"), ("sex.age", "female.16-24"))


def keys(count: int) -> np.ndarray:
    return np.arange(count, dtype=np.uint64)


def test_the_methods_are_those_of_the_question():
    assert [(one.base, one.split, one.nearest) for one in METHODS] == [
        *((base, split, False) for base in (3, 5, 7, 10) for split in (False, True)),
        *((5, split, True) for split in (False, True)),
    ]
    assert [one.split_from for one in METHODS[1::2]] == [12, 20, 28, 40, 20]
    assert (DEFAULT.rounding, NEAREST.rounding) == (Rounding(5, 4), Rounding(5, 2))


def test_the_nearest_multiple_is_nearest():
    true = np.array([0, 2, 2.5, 3, 7, 7.4999, 8, np.nan])
    assert_array_equal(rounded(true, keys(8), NEAREST, 1), [0, 0, 5, 5, 5, 5, 10, np.nan])


def test_chance_is_right_on_average_and_depends_on_key_and_seed():
    true = np.full(100_000, 13.25)
    shown = rounded(true, keys(100_000), DEFAULT, 1)
    assert set(shown) == {10, 15}
    assert shown.mean() == pytest.approx(13.25, abs=0.05)
    assert_array_equal(shown, rounded(true, keys(100_000), DEFAULT, 1))
    assert (
        0.4 < (shown == rounded(true, keys(100_000), DEFAULT, 2)).mean() < 0.7
    )  # 0.545 of independent draws


@settings(deadline=None)
@given(st.floats(0, 1000), st.sampled_from(METHODS), st.integers(0, 2**64 - 1), st.integers(0, 100))
def test_rounding_stays_within_the_reach(true: float, method: Method, key: int, seed: int):
    [shown] = rounded(np.array([true]), np.array([key], np.uint64), method, seed)
    assert shown % method.base == 0
    assert abs(shown - true) <= method.rounding.farthest


def test_what_is_under_something_small_is_withheld():
    grid = Grid(((JANUARY, 1), (QUARTER, 3)), PARTS, ("country", "town"))
    true = np.full((2, 4, 2), 50.0)
    true[1, 1, 1] = 15  # women of the town in the quarter
    areas = [Above(1, 0)]
    shown = shown_by(DEFAULT, Cells(grid, true, keys(16).reshape(true.shape)), areas, 1)
    withheld = {(1, 3, 1), (0, 1, 1), (0, 3, 1)}
    assert {tuple(map(int, one)) for one in np.argwhere(np.isnan(shown))} == withheld
    assert not np.isnan(shown_by(NEAREST, Cells(grid, true, keys(16).reshape(true.shape)), areas, 1)).any()


def test_a_cell_that_is_not_counted_closes_nothing():
    grid = Grid(((JANUARY, 1),), PARTS[:2], ("country",))
    true = np.array([[[np.nan], [30.0]]])
    shown = shown_by(DEFAULT, Cells(grid, true, keys(2).reshape(true.shape)), [], 1)
    assert_array_equal(np.isnan(shown), np.isnan(true))


def test_errors_of_counts_by_size():
    true, shown = np.array([0, 1, 4, 4.5, 5, 100, 20]), np.array([5, 0, 5, 5, 10, 105, np.nan])
    assert count_errors(true, shown) == [Tally(2.25, 3), Tally(25, 1), Tally(0, 0), Tally(25, 1)]
    assert len(COUNTS) == 4


def test_errors_of_shares_by_denominator():
    true = np.array([10.0, 50, 30]), np.array([50.0, 100, 40])
    shown = np.array([10.0, 55, 30]), np.array([50.0, 100, 45])
    small, medium, large = share_errors(true, shown)
    assert (small, large) == (Tally(0, 1), Tally(0, 0))
    assert_allclose(medium, (25, 1))


def test_a_share_is_shown_of_enough_and_is_a_hundred_at_most():
    above, below = shares_shown(np.array([45.0, 55, 10]), np.array([45.0, 50, 50]), 50)
    assert_array_equal(per_cent(above, below), [np.nan, 100, 20])


def test_places_moved():
    true, shown = np.array([1.0, 2, 3, 4, np.nan]), np.array([3.0, 1, 2, np.nan, 5])
    assert_array_equal(places_moved(true, shown), [2, 1, 1, np.nan, np.nan])


def test_thirds_by_size():
    assert [list(one) for one in thirds(np.array([50, 10, 30, 20, 60, 40]))] == [[1, 3], [2, 5], [0, 4]]


def test_cells_shown_by_length():
    grid = Grid(((JANUARY, 1), (QUARTER, 3), (YEAR, 12)), PARTS[:2], ("town",))
    true = np.array([[[1.0], [2]], [[3], [np.nan]], [[5], [6]]])
    shown = np.array([[[0.0], [np.nan]], [[5], [np.nan]], [[5], [5]]])
    assert cells_shown(grid, true, shown) == [Tally(1, 2), Tally(1, 1), Tally(2, 2)]


def test_what_is_known_of_small_cells():
    grid = Grid(((JANUARY, 1),), PARTS, ("town",))
    bounds = unknown(grid, days=False)
    bounds.low[:] = np.array([1, 1, 5, 2])[None, :, None]
    bounds.high[:] = np.array([1, 2, 5, 4])[None, :, None]
    true = np.array([1.0, 2, 5, 3])[None, :, None]
    assert known(bounds, true) == [Tally(1, 3), Tally(1, 3), Tally(1, 3)]
    true[0, 0, 0] = 2
    with pytest.raises(ValueError, match="not true"):
        known(bounds, true)


def test_a_table_has_a_column_for_each_method():
    table = method_table([("error", [str(number) for number in range(10)])])
    told = io.StringIO()
    Console(file=told, width=152).print(table)
    assert [column.header for column in table.columns[1:]] == [one.name for one in METHODS]
    assert "10 split" in told.getvalue()
