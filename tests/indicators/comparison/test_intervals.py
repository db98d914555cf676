from math import sqrt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators.comparison.intervals import Z_95, wilson
from indicators.compute import SQL
from tests.support.worlds import empty_warehouse
from warehouse.connection import run_sql

SHARES = st.integers(1, 1_000_000).flatmap(lambda whole: st.tuples(st.integers(0, whole), st.just(whole)))


@pytest.mark.parametrize(
    ("numerator", "denominator", "lower", "upper"),
    [
        (0, 10, 0.0, 0.2775),  # z² / (n + z²) = 3.8415 / 13.8415
        (10, 10, 0.7225, 1.0),
        (5, 10, 0.2366, 0.7634),  # 0.5 ± 1.96 · sqrt(0.025 + 0.0096) / 1.3841
        (15, 148, 0.0624, 0.1605),
    ],
)
def test_intervals_worked_by_hand(numerator, denominator, lower, upper):
    assert wilson(numerator, denominator) == pytest.approx((lower, upper), abs=0.00005)


def test_the_interval_is_in_the_figures_own_unit():
    assert wilson(5, 10, per=1000) == pytest.approx((236.59, 763.41), abs=0.005)


@pytest.mark.parametrize(("numerator", "denominator"), [(11, 10), (-1, 10), (0, 0)])
def test_what_is_no_part_has_no_interval(numerator, denominator):
    with pytest.raises(ValueError, match="no part"):
        wilson(numerator, denominator)


@given(SHARES)
def test_the_interval_holds_the_share_and_is_solved_by_its_ends(share):
    numerator, denominator = share
    lower, upper = wilson(numerator, denominator)
    assert 0 <= lower <= numerator / denominator + 1e-12
    assert numerator / denominator - 1e-12 <= upper <= 1
    for end in (lower, upper):
        if 0 < end < 1:  # an end is the share at which the observed one lies exactly z standard errors away
            error = sqrt(end * (1 - end) / denominator)
            assert abs(numerator / denominator - end) == pytest.approx(Z_95 * error, rel=1e-6, abs=1e-6)


@settings(max_examples=20, deadline=None)
@given(st.lists(SHARES, min_size=1, max_size=40))
def test_sql_says_the_same(shares):
    with empty_warehouse() as connection:
        run_sql(connection, SQL / "scratch" / "indicator_figure.sql")
        for area, (numerator, denominator) in enumerate(shares):
            row = ["all", "all", "month", "2024-01", str(area), 0, numerator, denominator, "value"]
            connection.execute(
                "insert into indicator_figure values (?, ?, ?, ?, ?, ?, ?, ?, null, null, ?, false, false, false, false, false, false)",
                row,
            )
        run_sql(connection, SQL / "indicator" / "wilson.sql", {"per": 1000, "z": Z_95, "error": 0.0})
        found = connection.execute("select area, lower, upper from indicator_figure").fetchall()
    for area, lower, upper in found:
        expected = wilson(*shares[int(area)], per=1000)
        assert (float(lower), float(upper)) == pytest.approx(expected, abs=0.000051)
