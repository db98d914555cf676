"""Sorting whole numbers."""

import numpy as np

from indicators.counting.cube import Array


def in_order(numbers: Array) -> Array:
    """Whole numbers from 0 on, sorted. Of many it is counted how often there is each, which is faster."""
    counted = int(numbers.max(initial=0)) + 1
    if 4 * len(numbers) < counted:
        return np.sort(numbers)
    return np.repeat(np.arange(counted, dtype=numbers.dtype), np.bincount(numbers, minlength=counted))
