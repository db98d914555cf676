"""Lines in the size of a word."""

import re
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from dashboard.components.sparkline import HEIGHT, WIDTH, sparkline

Values = list[Decimal | None]


def drawn(values: Values, label: str = "") -> str:
    places = tuple(place / max(len(values) - 1, 1) for place in range(len(values)))
    return str(sparkline(values, places, label)["props"]["html"])


def numbers(*values: int | None) -> Values:
    return [None if value is None else Decimal(value) for value in values]


def test_a_gap_stays_a_gap():
    found = drawn(numbers(1, 2, None, 3, 4))
    assert found.count("<polyline") == 2
    assert found.count("<circle") == 1


def test_a_figure_between_two_gaps_is_a_dot():
    found = drawn(numbers(1, 2, None, 3, None, 1, 2))
    assert found.count("<polyline") == 2
    assert found.count("<circle") == 2


def test_nothing_published_draws_nothing():
    assert "<polyline" not in drawn(numbers(None, None))
    assert "<circle" not in drawn([])


def test_the_highest_figure_is_at_the_top():
    [line] = re.findall(r'points="([^"]*)"', drawn(numbers(0, 10)))
    assert line == "4.0,28.0 116.0,4.0"


def test_what_ends_early_ends_early_in_the_picture():
    found = str(sparkline(numbers(0, 10, None), (0.0, 0.25, 1.0), "")["props"]["html"])
    assert re.findall(r'points="([^"]*)"', found) == ["4.0,28.0 32.0,4.0"]
    assert 'cx="32.0"' in found


def test_the_label_is_no_html():
    assert "<b>" not in drawn(numbers(1), '"<b>')


@given(st.lists(st.none() | st.decimals(-1000, 1000, places=2), max_size=8))
def test_everything_is_drawn_inside_the_picture(values):
    found = drawn(values)
    points = [point for line in re.findall(r'points="([^"]*)"', found) for point in line.split()]
    points += [",".join(pair) for pair in re.findall(r'cx="([^"]*)" cy="([^"]*)"', found)]
    for x, y in (map(float, point.split(",")) for point in points):
        assert 0 <= x <= WIDTH
        assert 0 <= y <= HEIGHT
