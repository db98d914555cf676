"""Numbers that obey a law together, worked by hand."""

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.disclosure.attack.narrowing import (
    BALANCE,
    COVER,
    REST,
    WITHIN,
    Cells,
    Law,
    Lines,
    as_arrays,
    narrow_lines,
)

NAN = np.nan


def line(*bounds: tuple[float, float], shown=()) -> Cells:
    """Cells of one line, each from a least to a greatest number."""
    low, high = (np.array(column, float) for column in zip(*bounds, strict=True))
    figures = np.array(shown or [NAN] * len(low), float)
    return Cells(low, high, figures, *(np.full(len(low), flag) for flag in (False, True, False)))


def obey(cells: Cells, left: Sequence[int], right: int | Sequence[int], rules: int) -> None:
    """Narrow a line to a law."""
    law = Law(left, [right] if isinstance(right, int) else right, rules)
    narrow_lines(cells, Lines(np.array([0]), np.array([0]), 1), as_arrays([law], 1))


def bounds(of: Cells) -> list[tuple[float, float]]:
    return list(zip(of.low.tolist(), of.high.tolist(), strict=True))


def test_pieces_and_their_whole_narrow_each_other():
    cells = line((11, 19), (0, 4), (0, 4), (0, 4))
    obey(cells, [1, 2, 3], [0], BALANCE)
    assert bounds(cells) == [(11, 12), (3, 4), (3, 4), (3, 4)]


def test_two_sums_are_the_same():
    """What a year lost and the year is what the year before and what it won are."""
    cells = line((20, 24), (1, 1), (18, 19), (0, 9))
    obey(cells, [0, 1], [2, 3], BALANCE)
    assert bounds(cells) == [(20, 24), (1, 1), (18, 19), (2, 7)]


def test_pieces_that_may_overlap_are_the_whole_at_least():
    cells = line((5, 9), (1, 3), (0, 4))
    obey(cells, [1, 2], [0], COVER)
    assert bounds(cells) == [(5, 7), (1, 3), (2, 4)]


def test_a_part_is_within_its_whole():
    cells = line((1, 9), (3, 12))
    obey(cells, [1], 0, WITHIN)
    assert bounds(cells) == [(3, 9), (3, 9)]


@pytest.mark.parametrize(("shown", "most"), [([5, 0], 8), ([5, 5], 9), ([5, NAN], 9)])
def test_a_part_that_is_shown_as_another_figure_is_less(shown, most):
    cells = line((1, 9), (1, 9), shown=shown)
    obey(cells, [1], 0, WITHIN)
    assert bounds(cells)[1] == (1, most)


def test_where_one_piece_is_less_than_the_whole_the_others_are_something():
    cells = line((1, 9), (1, 4), (0, 4), (0, 0), shown=[5, 0, NAN, 0])
    obey(cells, [1, 2, 3], 0, REST)
    assert bounds(cells) == [(1, 9), (1, 4), (1, 4), (0, 0)]


def test_where_every_piece_is_less_than_the_whole_two_are_something():
    cells = line((1, 9), (0, 4), (0, 4), (0, 4), shown=[5, 0, 0, 0])
    obey(cells, [1, 2, 3], 0, REST)
    assert bounds(cells)[0] == (2, 9)


def test_what_would_leave_a_cell_nothing_is_not_believed():
    cells = line((20, 24), (1, 4), (0, 4))
    for _ in range(100):
        obey(cells, [1, 2], [0], BALANCE)
        obey(cells, [1, 2], 0, WITHIN)
    assert bounds(cells) == [(20, 24), (1, 4), (0, 4)]
    assert cells.clashing.all()


def test_what_is_off_by_decimals_alone_does_not_clash():
    cells = line((10.001, 10.001), (6, 6), (4, 4))
    obey(cells, [1, 2], [0], BALANCE)
    assert bounds(cells) == [(10.001, 10.001), (6, 6), (4, 4)]
    assert not cells.clashing.any()


def test_laws_speak_of_lines():
    """Two areas of two months: the first month is of the first area alone."""
    low, high = np.array([3.0, 0.0, 1.0, 1.0]), np.array([3.0, 4.0, 9.0, 9.0])
    flags = (np.full(4, flag) for flag in (False, True, False))
    cells = Cells(low, high, np.full(4, NAN), *flags)
    laws = as_arrays([Law([0], [1], BALANCE)], 2)
    narrow_lines(cells, Lines(np.array([0]), np.array([0]), 1), laws)
    assert low.tolist() == [3, 3, 1, 1]
    assert high.tolist() == [3, 3, 9, 9]
    narrow_lines(cells, Lines(np.array([0, 1]), np.array([1, 0]), 2), laws)
    assert high.tolist() == [3, 3, 3, 3]


@pytest.mark.parametrize(("moved", "group", "found"), [(0, 1, 4), (3, 1, 9), (0, 0, 9)])
def test_a_law_is_applied_where_it_holds_and_one_of_its_cells_has_moved(moved, group, found):
    cells = line((4, 4), (0, 9), (0, 0), (0, 9))._replace(moved=np.arange(4) == moved)
    law = Law([0], [1], BALANCE, np.array([False, True]))
    narrow_lines(cells, Lines(np.array([0]), np.array([group]), 1), as_arrays([law], 2))
    assert cells.high.tolist() == [4, found, 0, 9]
    assert cells.news.tolist() == [False, found == 4, False, False]


NUMBERS = st.integers(0, 12)


@st.composite
def true_sums(draw: st.DrawFn) -> tuple[list[int], Cells]:
    """Pieces and their whole, and bounds that they are within."""
    pieces = draw(st.lists(NUMBERS, min_size=1, max_size=5))
    truth = [sum(pieces), *pieces]
    around = [(one - draw(NUMBERS), one + draw(NUMBERS)) for one in truth]
    rounded = {one: draw(st.sampled_from([one // 5 * 5, -(-one // 5) * 5, NAN])) for one in truth}
    return truth, line(*around, shown=[rounded[one] if one else 0 for one in truth])


@given(true_sums(), st.lists(st.sampled_from([BALANCE, COVER, WITHIN, REST]), min_size=1, max_size=4))
def test_narrowing_only_ever_narrows_and_keeps_the_truth(drawn, rules):
    """Rules one after the other, and all at once."""
    truth, cells = drawn
    for rule in (*rules, sum(set(rules))):
        before = bounds(cells)
        obey(cells, range(1, len(truth)), 0, rule)
        for number, (low, high), (least, most) in zip(truth, bounds(cells), before, strict=True):
            assert least <= low <= number <= high <= most
    assert not cells.clashing.any()
