"""Numbers in order, be they sorted or counted."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.counting.ordering import in_order


@given(st.lists(st.integers(0, 99), max_size=100))
def test_numbers_are_in_order(numbers):
    found = in_order(np.array(numbers, "i4"))
    assert found.tolist() == sorted(numbers)
    assert found.dtype == np.dtype("i4")


@pytest.mark.parametrize("count", [24, 25])
def test_few_and_many(count):
    numbers = [99, *range(count - 1)]
    assert in_order(np.array(numbers)).tolist() == sorted(numbers)
