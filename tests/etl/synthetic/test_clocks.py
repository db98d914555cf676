"""Clocks: days that count more or less, and waits read off in days."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.synthetic.arrays import FOREVER
from etl.synthetic.clocks import Clock, make_clocks
from etl.synthetic.settings import read_settings

# Days 10, 11, 12, 13: the clock runs 1, 1, 2 and 4 in them.
CLOCK = Clock(10, np.array([0.0, 1, 2, 4, 8]))


@pytest.mark.parametrize(
    ("start", "wait", "day"),
    [
        (10, 0.5, 10),
        (10, 1.5, 11),
        (10, 3.9, 12),
        (12, 1.9, 12),
        (12, 2.1, 13),
        (13, 3.9, 13),
        (13, 4.1, FOREVER),
    ],
)
def test_a_wait_ends_when_the_clock_has_run_on_by_it(start, wait, day):
    assert CLOCK.after(np.array([start]), np.array([wait])).tolist() == [day]


@given(st.integers(10, 13), st.floats(0, 20))
def test_no_wait_ends_before_it_begins(start, wait):
    assert CLOCK.after(np.array([start]), np.array([wait]))[0] >= start


def test_january_counts_more_than_september_for_entries_into_unemployment():
    settings = read_settings("dk", 3000, 24, 1)
    clock = make_clocks(settings).entries[settings.schemes.index("unemployment_benefit")]
    speed = np.diff(clock.read)
    january, september = (int(settings.month_starts[place]) - clock.first for place in (2, 10))
    assert speed[january] > 1.5 * speed[september]
