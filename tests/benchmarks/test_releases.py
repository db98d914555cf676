"""What is known of numbers that truly are small, counted by hand."""

from dataclasses import replace

import numpy as np

from benchmarks.releases import _of_small
from indicators.disclosure.attack.bounds import unknown
from indicators.disclosure.attack.grid import Grid
from indicators.disclosure.memory import Known


def test_only_numbers_from_1_to_4_are_counted_by_how_many_values_they_are_left():
    grid = Grid(((24000, 1),), (("all", "all"),), tuple("ABCDEFG"))
    counted = np.array([[[1, 4, 2, 3, 0, 5, np.nan]]])
    low = np.array([[[1, 3, 1, 0, 0, 5, 1]]], float)
    high = np.array([[[1, 4, 3, 9, 0, 5, 1]]], float)
    known = Known(replace(unknown(grid, days=False), low=low, high=high), counted)
    assert _of_small(known) == (4, 1, 1, 1)
