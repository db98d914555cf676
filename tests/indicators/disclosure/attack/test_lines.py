"""Lines of cells: those in which something moved are changed, where the law holds; all others stay."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from indicators.disclosure.attack import lines
from indicators.disclosure.attack.bounds import unknown
from indicators.disclosure.attack.grid import Grid
from indicators.disclosure.attack.lines import AREAS, PARTS, WINDOWS, moved_lines

SHAPE = (5, 3, 4)
GRID = Grid(
    tuple((month, 1) for month in range(5)),
    (("all", "all"), ("sex", "female"), ("sex", "male")),
    ("N", "A", "B", "C"),
)
WHERE = {WINDOWS: (3, 4), PARTS: (5, 4), AREAS: (5, 3)}
"""The lines along each axis."""


def bools(shape: tuple[int, ...]) -> st.SearchStrategy:
    return arrays(bool, shape)


@st.composite
def cases(draw):
    axis = draw(st.sampled_from([WINDOWS, PARTS, AREAS]))
    numbers = draw(arrays(float, SHAPE, elements=st.integers(0, 9)))
    windows = draw(st.permutations(range(5)))[: draw(st.integers(1, 5))] if axis == WINDOWS else None
    return axis, numbers, draw(bools(SHAPE)), draw(bools(WHERE[axis])), windows


def summed(axis, numbers, moved, where, windows):
    """Bounds in which every line that is given has become its own sum."""
    bounds = unknown(GRID, days=False)
    bounds.low[:] = numbers
    for block in moved_lines(bounds, moved, axis, where, windows):
        block.low[:] = block.low.sum(axis=block.axis, keepdims=True)
    return bounds.low


@given(cases())
@pytest.mark.parametrize("at_once", [2, 5])
def test_lines_in_which_something_moved_are_changed_and_no_others(at_once, case):
    axis, numbers, moved, where, windows = case
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(lines, "MANY", 1)
        patched.setattr(lines, "AT_ONCE", at_once)
        found = summed(axis, numbers, moved, where, windows)
    rows = list(range(5)) if windows is None else list(windows)
    changed = np.expand_dims(moved[rows].any(axis=axis) & where, axis)
    expected = numbers.copy()
    expected[rows] = np.where(changed, numbers[rows].sum(axis=axis, keepdims=True), numbers[rows])
    assert found.tolist() == expected.tolist()


@given(cases())
def test_where_many_moved_all_are_changed_in_which_the_law_holds(case):
    axis, numbers, moved, where, windows = case
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(lines, "MANY", 0)
        patched.setattr(lines, "AT_ONCE", 5)
        found = summed(axis, numbers, moved, where, windows)
    rows = list(range(5)) if windows is None else list(windows)
    expected = numbers.copy()
    if (moved[rows].any(axis=axis) & where).any():
        inside = np.expand_dims(where, axis)
        expected[rows] = np.where(inside, numbers[rows].sum(axis=axis, keepdims=True), numbers[rows])
    assert found.tolist() == expected.tolist()


def test_a_law_of_everywhere_is_told_once_for_all_lines():
    moved = np.zeros(SHAPE, bool)
    moved[3, 1, 2] = True
    numbers = np.arange(60.0).reshape(SHAPE)
    found = summed(PARTS, numbers, moved, lines.EVERYWHERE, None)
    assert found[3, :, 2].tolist() == [numbers[3, :, 2].sum()] * 3
    assert (found != numbers).sum() == 3
