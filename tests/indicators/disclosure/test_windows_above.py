"""Which longer windows a window is a part of."""

import pytest

from indicators.disclosure.splitting import windows_above
from tests.support.protecting import months_of

COUNTED = {
    (length, months_of(month))
    for length, month in [
        *((1, f"2024-0{number}") for number in range(1, 6)),
        *((3, "2023-12"), (3, "2024-03")),
        *((12, "2024-02"), (12, "2024-03"), (12, "2024-04")),
    ]
}
"""Months up to May 2024, quarters up to the first, rolling years from February to April."""


@pytest.mark.parametrize(
    ("window", "above"),
    [
        ((1, "2024-01"), [(3, "2024-03"), (12, "2024-03")]),
        ((1, "2024-02"), [(3, "2024-03"), (12, "2024-03")]),
        ((1, "2024-03"), [(3, "2024-03"), (12, "2024-03")]),
        ((1, "2024-04"), [(12, "2024-04")]),
        ((1, "2024-05"), []),
        ((1, "2023-12"), [(3, "2023-12")]),
        ((3, "2024-03"), [(12, "2024-03")]),
        ((3, "2023-12"), []),
        ((12, "2024-03"), []),
    ],
)
def test_a_month_is_of_its_quarter_and_of_the_rolling_year_that_ends_with_the_longest_known(window, above):
    length, month = window
    assert windows_above(length, months_of(month), COUNTED) == [
        (other, months_of(last)) for other, last in above
    ]


def test_windows_are_asked_for_as_often_as_need_be():
    assert windows_above(1, 2, iter([(3, 2), (12, 2)])) == [(3, 2), (12, 2)]
