"""What sums tell of hidden figures, against tables that are worked out by hand and by trying every number."""

from itertools import product

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from indicators.disclosure.audit.hiding import hide_more, is_given_away
from indicators.disclosure.audit.intervals import audit
from indicators.disclosure.audit.table import Bounds, Law, Table

SMALL, LARGE = Bounds(0, 3), Bounds(4)
TOTAL, A, B, C, D = range(5)


def test_one_hidden_part_is_what_the_others_leave():
    table = Table({TOTAL: 100, A: 60, B: 38}, {C: SMALL}, [Law(TOTAL, (A, B, C))])
    assert audit(table) == {C: Bounds(2, 2)}


@pytest.mark.parametrize(
    ("gap", "interval"),
    [(0, (0, 0)), (1, (0, 1)), (2, (0, 2)), (3, (0, 3)), (4, (1, 3)), (5, (2, 3)), (6, (3, 3))],
)
def test_two_hidden_parts_share_what_is_left(gap, interval):
    table = Table({TOTAL: 60 + gap, A: 60}, {B: SMALL, C: SMALL}, [Law(TOTAL, (A, B, C))])
    assert audit(table) == {B: Bounds(*interval), C: Bounds(*interval)}


def test_without_a_rule_a_hidden_part_is_at_most_what_is_left():
    table = Table({TOTAL: 67, A: 60}, {B: Bounds(), C: Bounds()}, [Law(TOTAL, (A, B, C))])
    assert audit(table) == {B: Bounds(0, 7), C: Bounds(0, 7)}


def test_a_hidden_total_is_told_by_its_parts_and_not_bounded_where_a_part_is_hidden_too():
    assert audit(Table({A: 5, B: 6}, {TOTAL: Bounds()}, [Law(TOTAL, (A, B))])) == {TOTAL: Bounds(11, 11)}
    both = audit(Table({A: 5}, {TOTAL: Bounds(), B: Bounds()}, [Law(TOTAL, (A, B))]))
    assert both == {TOTAL: Bounds(5, None), B: Bounds(0, None)}


def test_a_cell_in_two_sums_is_bounded_by_both():
    # two areas by two sexes: the margins alone say nothing, the rule for one cell tells the other three
    laws = [Law(0, (2, 3)), Law(1, (4, 5)), Law(6, (2, 4)), Law(7, (3, 5))]
    table = Table({0: 5, 1: 9, 6: 4, 7: 10}, dict.fromkeys((2, 3, 4, 5), Bounds()), laws)
    assert audit(table) == {2: Bounds(0, 4), 3: Bounds(1, 5), 4: Bounds(0, 4), 5: Bounds(5, 9)}
    table.hidden[2] = Bounds(4, 4)
    assert {interval.width for interval in audit(table).values()} == {1}


def test_whole_numbers_tell_more_than_fractions_would():
    # a + b = b + c = a + c = 3 has the solution 1.5, 1.5, 1.5 and none in whole numbers; with 4 it is 2 each
    laws = [Law(0, (3, 4)), Law(1, (4, 5)), Law(2, (3, 5))]
    hidden = dict.fromkeys((3, 4, 5), Bounds())
    assert audit(Table({0: 3, 1: 3, 2: 3}, hidden, laws)) == dict.fromkeys((3, 4, 5))
    assert set(audit(Table({0: 4, 1: 4, 2: 4}, hidden, laws)).values()) == {Bounds(2, 2)}


def test_a_rounded_sum_leaves_as_much_as_it_is_rounded_by():
    table = Table({TOTAL: 100, A: 60, B: 30}, {C: Bounds()}, [Law(TOTAL, (A, B, C), within=2)])
    assert audit(table) == {C: Bounds(8, 12)}


def test_where_a_part_was_not_delivered_the_sum_is_no_more_than_a_bound():
    table = Table({TOTAL: 62, A: 60}, {B: SMALL}, [Law(TOTAL, (A, B), complete=False)])
    assert audit(table) == {B: Bounds(0, 2)}


def test_sums_that_contradict_each_other_tell_nothing_and_leave_the_others_alone():
    table = Table({TOTAL: 10, A: 60, C: 5}, {B: SMALL, D: SMALL}, [Law(TOTAL, (A, B)), Law(C, (D,))])
    assert audit(table) == {B: None, D: None}
    assert audit(Table({TOTAL: 10, A: 60, C: 2}, {B: SMALL, D: SMALL}, [Law(TOTAL, (A, B)), Law(C, (D,))]))[
        D
    ] == (2, 2)


def test_a_figure_in_no_sum_is_what_the_rule_says():
    assert audit(Table({}, {A: SMALL, B: Bounds()}, [])) == {A: SMALL, B: Bounds()}


def test_further_hiding_takes_the_first_part_that_can_be_read_and_never_the_total():
    table = Table({TOTAL: 100, A: 60, B: 38}, {C: SMALL}, [Law(TOTAL, (A, B, C))])
    assert hide_more(table, LARGE) == (A,)
    assert audit(table) == {A: Bounds(59, 62), C: SMALL}


def test_two_values_are_too_few():
    table = Table({TOTAL: 100, A: 60, D: 39}, {B: SMALL, C: SMALL}, [Law(TOTAL, (A, B, C, D))])
    assert set(audit(table).values()) == {Bounds(0, 1)}
    assert hide_more(table, LARGE) == (A,)
    three = Table({TOTAL: 101, A: 60, D: 39}, {B: SMALL, C: SMALL}, [Law(TOTAL, (A, B, C, D))])
    assert hide_more(three, LARGE) == ()


def test_hiding_goes_on_where_one_more_is_not_enough():
    # A and C hide 4 together: A is at least 4, so that C would be 0
    table = Table({TOTAL: 42, A: 4, B: 38}, {C: SMALL}, [Law(TOTAL, (A, B, C))])
    assert hide_more(table, LARGE) == (A, B)
    assert audit(table)[C] == SMALL


def test_in_two_sums_hiding_closes_the_square():
    # a: all 0, f 2, m 3; b: all 1, f 4, m 5; sexes: f 6, m 7
    laws = [Law(0, (2, 3)), Law(1, (4, 5)), Law(6, (2, 4)), Law(7, (3, 5))]
    table = Table({0: 22, 1: 40, 6: 20, 7: 42, 3: 20, 4: 18, 5: 22}, {2: SMALL}, laws)
    assert sorted(hide_more(table, LARGE)) == [3, 4, 5]


def test_what_the_rule_alone_tells_is_not_given_away_by_sums():
    table = Table({TOTAL: 30, A: 29}, {B: Bounds(1, 2)}, [])
    assert hide_more(table, LARGE) == ()
    assert not is_given_away(Bounds(1, 2), Bounds(1, 2))
    assert is_given_away(Bounds(1, 2), Bounds(1, 1))


def test_hiding_ends_where_nothing_is_left_to_hide():
    # three hidden parts of a hidden total of at most 3, each at least 1
    table = Table({}, dict.fromkeys((TOTAL, A, B, C), Bounds(1, 3)), [Law(TOTAL, (A, B, C))])
    assert hide_more(table, LARGE) == ()
    assert audit(table)[TOTAL] == Bounds(3, 3)


@st.composite
def tables(draw):
    """A table of areas by sexes with all its margins, whoever is small hidden by a rule or by none."""
    areas, sexes = draw(st.integers(1, 3)), draw(st.integers(1, 2))
    inner = {place: draw(st.integers(0, 9)) for place in product(range(areas), range(sexes))}
    truth, number = {}, {}
    for area, sex in product([*range(areas), None], [*range(sexes), None]):
        number[area, sex] = len(number)
        told = (value for (a, s), value in inner.items() if area in (a, None) and sex in (s, None))
        truth[number[area, sex]] = sum(told)
    laws = [
        *(
            Law(number[area, None], tuple(number[area, sex] for sex in range(sexes)))
            for area in [*range(areas), None]
        ),
        *(
            Law(number[None, sex], tuple(number[area, sex] for area in range(areas)))
            for sex in [*range(sexes), None]
        ),
    ]
    bounds = draw(st.sampled_from([SMALL, Bounds(1, 4), None]))
    if bounds is None:
        hidden = dict.fromkeys(draw(st.sets(st.sampled_from(sorted(truth)), max_size=5)), Bounds())
    else:
        hidden = {cell: bounds for cell, value in truth.items() if bounds.holds(value)}
    known = {cell: value for cell, value in truth.items() if cell not in hidden}
    return Table(known, hidden, laws), truth, Bounds() if bounds is None else Bounds(bounds.high + 1)


@settings(max_examples=60, deadline=None)
@given(tables())
def test_an_interval_never_leaves_the_truth_out(drawn):
    table, truth, beyond = drawn
    assert all(interval.holds(truth[cell]) for cell, interval in audit(table).items())
    hide_more(table, beyond)
    assert all(interval.holds(truth[cell]) for cell, interval in audit(table).items())


@settings(max_examples=40, deadline=None)
@given(tables())
def test_after_further_hiding_nothing_is_given_away_that_could_be_helped(drawn):
    table, _, beyond = drawn
    hide_more(table, beyond)
    for cell, interval in audit(table).items():
        beside = {one for law in table.laws_of[cell] for one in law.cells if one in table.known}
        assert not is_given_away(table.hidden[cell], interval) or not [
            one for one in beside if beyond.holds(table.known[one])
        ]


@settings(max_examples=40, deadline=None)
@given(tables())
def test_intervals_are_those_of_every_number_tried(drawn):
    table, _, _ = drawn
    cells = sorted(table.hidden)
    assume(cells and len(cells) <= 5 and all(table.hidden[cell].high is not None for cell in cells))
    solutions = []
    for values in product(
        *(range(bound.low, bound.high + 1) for bound in (table.hidden[cell] for cell in cells))
    ):
        figures = table.known | dict(zip(cells, values, strict=True))
        if all(figures[law.whole] == sum(figures[part] for part in law.parts) for law in table.laws):
            solutions.append(values)
    tried = {cell: Bounds(min(one), max(one)) for cell, *one in zip(cells, *solutions, strict=True)}
    assert audit(table) == tried
