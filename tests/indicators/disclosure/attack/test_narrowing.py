"""Numbers that obey a law together, worked by hand."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.disclosure.attack.narrowing import Block, balance, cover, rest, within

NAN = np.nan


def block(*bounds: tuple[float, float], shown=()) -> Block:
    """Cells along one axis, each from a least to a greatest number."""
    low, high = (np.array(column, float) for column in zip(*bounds, strict=True))
    return Block(low, high, np.array(shown or [NAN] * len(low), float), np.zeros(len(low), bool))


def bounds(of: Block) -> list[tuple[float, float]]:
    return list(zip(of.low.tolist(), of.high.tolist(), strict=True))


def test_pieces_and_their_whole_narrow_each_other():
    cells = block((11, 19), (0, 4), (0, 4), (0, 4))
    balance(cells, [1, 2, 3], [0])
    assert bounds(cells) == [(11, 12), (3, 4), (3, 4), (3, 4)]


def test_two_sums_are_the_same():
    """What a year lost and the year is what the year before and what it won are."""
    cells = block((20, 24), (1, 1), (18, 19), (0, 9))
    balance(cells, [0, 1], [2, 3])
    assert bounds(cells) == [(20, 24), (1, 1), (18, 19), (2, 7)]


def test_pieces_that_may_overlap_are_the_whole_at_least():
    cells = block((5, 9), (1, 3), (0, 4))
    cover(cells, [1, 2], [0])
    assert bounds(cells) == [(5, 7), (1, 3), (2, 4)]


def test_a_part_is_within_its_whole():
    cells = block((1, 9), (3, 12))
    within(cells, [1], 0, strictly=True)
    assert bounds(cells) == [(3, 9), (3, 9)]


@pytest.mark.parametrize(("shown", "most"), [([5, 0], 8), ([5, 5], 9), ([5, NAN], 9)])
def test_a_part_that_is_shown_as_another_figure_is_less(shown, most):
    cells = block((1, 9), (1, 9), shown=shown)
    within(cells, [1], 0, strictly=True)
    assert bounds(cells)[1] == (1, most)
    within(cells, [1], 0, strictly=False)
    assert bounds(cells)[1] == (1, most)


def test_where_one_piece_is_less_than_the_whole_the_others_are_something():
    cells = block((1, 9), (1, 4), (0, 4), (0, 0), shown=[5, 0, NAN, 0])
    rest(cells, [1, 2, 3], 0)
    assert bounds(cells) == [(1, 9), (1, 4), (1, 4), (0, 0)]


def test_where_every_piece_is_less_than_the_whole_two_are_something():
    cells = block((1, 9), (0, 4), (0, 4), (0, 4), shown=[5, 0, 0, 0])
    rest(cells, [1, 2, 3], 0)
    assert bounds(cells)[0] == (2, 9)


def test_what_would_leave_a_cell_nothing_is_not_believed():
    cells = block((20, 24), (1, 4), (0, 4))
    for _ in range(100):
        balance(cells, [1, 2], [0])
        within(cells, [1, 2], 0, strictly=False)
    assert bounds(cells) == [(20, 24), (1, 4), (0, 4)]
    assert cells.clashing.all()


def test_what_is_off_by_decimals_alone_does_not_clash():
    cells = block((10.001, 10.001), (6, 6), (4, 4))
    balance(cells, [1, 2], [0])
    assert bounds(cells) == [(10.001, 10.001), (6, 6), (4, 4)]
    assert not cells.clashing.any()


def test_laws_speak_of_one_axis():
    """Two areas of two months: the first month is of the first area alone."""
    low, high = np.array([[[3.0, 0.0]], [[1.0, 1.0]]]), np.array([[[3.0, 4.0]], [[9.0, 9.0]]])
    cells = Block(low, high, np.full(low.shape, NAN), np.zeros(low.shape, bool), axis=2)
    balance(cells, [0], [1])
    assert low.tolist() == [[[3, 3]], [[1, 1]]]
    assert high.tolist() == [[[3, 3]], [[9, 9]]]
    balance(Block(low, high, cells.shown, cells.clashing, axis=0), [0], [1])
    assert high.tolist() == [[[3, 3]], [[3, 3]]]


NUMBERS = st.integers(0, 12)


@st.composite
def true_sums(draw: st.DrawFn) -> tuple[list[int], Block]:
    """Pieces and their whole, and bounds that they are within."""
    pieces = draw(st.lists(NUMBERS, min_size=1, max_size=5))
    truth = [sum(pieces), *pieces]
    around = [(one - draw(NUMBERS), one + draw(NUMBERS)) for one in truth]
    rounded = {one: draw(st.sampled_from([one // 5 * 5, -(-one // 5) * 5, NAN])) for one in truth}
    return truth, block(*around, shown=[rounded[one] if one else 0 for one in truth])


@given(true_sums(), st.permutations([balance, cover, within, rest]))
def test_narrowing_only_ever_narrows_and_keeps_the_truth(drawn, laws):
    truth, cells = drawn
    pieces = range(1, len(truth))
    for law in laws:
        before = bounds(cells)
        if law is within:
            within(cells, pieces, 0, strictly=True)
        elif law is rest:
            rest(cells, pieces, 0)
        else:
            law(cells, pieces, [0])
        for number, (low, high), (least, most) in zip(truth, bounds(cells), before, strict=True):
            assert least <= low <= number <= high <= most
    assert not cells.clashing.any()
