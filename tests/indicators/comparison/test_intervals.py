from math import sqrt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators.comparison.intervals import Z_95, byar, rounding_error, wilson
from indicators.compute import SQL
from indicators.words import make_types
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


@pytest.mark.parametrize(("base", "error"), [(1, 0.0), (3, 1.1547), (5, 2.0), (7, 2.8284)])
def test_rounding_moves_a_count_by_so_much(base, error):
    assert rounding_error(base) == pytest.approx(error, abs=0.00005)
    variances = [
        r * (base - r) for r in range(base)
    ]  # off by r with chance (base - r) / base, by base - r else
    assert rounding_error(base) ** 2 == pytest.approx(sum(variances) / base)


def test_a_share_of_rounded_counts_has_a_wider_interval():
    # 40 of 100: 0.4037 ± 0.0943; rounding adds 1.96 * 2 * sqrt(1 + 0.16) / 100 = 0.0422 at a right angle
    assert wilson(40, 100) == pytest.approx((0.3094, 0.4980), abs=0.00005)
    assert wilson(40, 100, errors=(2, 2)) == pytest.approx((0.3004, 0.5070), abs=0.00005)
    assert wilson(40, 100, errors=(2, 0)) == pytest.approx(
        (0.3016, 0.5058), abs=0.00005
    )  # 1.96 * 2 / 100 = 0.0392


@pytest.mark.parametrize(
    ("events", "lower", "upper"),
    [
        (0, 0.0, 3.6680),  # (1 - 1/9 + 1.96 / 3)³
        (1, 0.0131, 5.5638),  # (1 - 1/9 - 1.96 / 3)³ and 2 (1 - 1/18 + 1.96 / (3 sqrt 2))³
        (10, 4.7874, 18.3915),  # 10 (1 - 1/90 - 0.2066)³ and 11 (1 - 1/99 + 0.1970)³
        (100, 81.3621, 121.6279),
    ],
)
def test_limits_of_a_count_worked_by_hand(events, lower, upper):
    assert byar(events, 1) == pytest.approx((lower, upper), abs=0.00006)


@pytest.mark.parametrize(
    ("events", "lower", "upper"),
    [(5, 1.6235, 11.6683), (10, 4.7954, 18.3904), (20, 12.2165, 30.8884), (100, 81.3640, 121.6270)],
)
def test_byars_limits_are_close_to_the_exact_ones(events, lower, upper):
    """Exact limits are quantiles of the chi-squared distribution; from five events on they agree within 2 %."""
    assert byar(events, 1) == pytest.approx((lower, upper), rel=0.02)


def test_a_rate_is_per_its_denominator_and_widened_by_rounding():
    assert byar(10, 50, per=100) == pytest.approx((9.575, 36.783), abs=0.001)
    # 10 of 50: below sqrt(5.2126² + (1.96 * 2 * sqrt(1 + 0.2²))²) = 6.5690, above sqrt(8.3915² + 3.9976²) = 9.2950
    assert byar(10, 50, errors=(2, 2)) == pytest.approx((3.4310 / 50, 19.2950 / 50), abs=0.00001)
    assert byar(0, 50, errors=(2, 2)) == pytest.approx((0.0, sqrt(3.6680**2 + 3.9199**2) / 50), abs=0.00001)


@pytest.mark.parametrize(("events", "denominator"), [(-1, 10), (1, 0)])
def test_what_is_no_rate_has_no_interval(events, denominator):
    with pytest.raises(ValueError, match="events over"):
        byar(events, denominator)


COUNTS = st.tuples(st.integers(0, 100_000), st.integers(1, 100_000), st.booleans(), st.booleans())


def in_sql(interval, counts, error):
    """The intervals that SQL gives (numerator, denominator, numerator rounded, denominator rounded)."""
    with empty_warehouse() as connection:
        words = {"breakdown": ["all"], "category": ["all"], "period_kind": ["month"], "period": ["2024-01"]}
        make_types(connection, words | {"area": map(str, range(len(counts)))})
        run_sql(connection, SQL / "scratch" / "indicator_figure.sql")
        for area, (numerator, denominator, above, below) in enumerate(counts):
            row = [
                "all",
                "all",
                "month",
                "2024-01",
                str(area),
                0,
                numerator,
                denominator,
                "value",
                above,
                below,
            ]
            connection.execute(
                "insert into indicator_figure values "
                "(?, ?, ?, ?, ?, ?, ?, ?, null, null, ?, false, false, ?, ?, false, false)",
                row,
            )
        run_sql(connection, SQL / "indicator" / f"{interval}.sql", {"per": 100, "z": Z_95, "error": error})
        rows = connection.execute("select area, lower, upper from indicator_figure").fetchall()
    return {int(area): (float(lower), float(upper)) for area, lower, upper in rows}


@settings(max_examples=20, deadline=None)
@given(st.lists(COUNTS, min_size=1, max_size=40), st.sampled_from([0.0, 2.0]))
@pytest.mark.parametrize(("interval", "function"), [("wilson", wilson), ("byar", byar)])
def test_sql_says_the_same(interval, function, counts, error):
    ready = [
        (min(above, below), below, *flags) if interval == "wilson" else (above, below, *flags)
        for above, below, *flags in counts
    ]
    for area, bounds in in_sql(interval, ready, error).items():
        numerator, denominator, above, below = ready[area]
        expected = function(numerator, denominator, per=100, errors=(error * above, error * below))
        assert bounds == pytest.approx(expected, rel=1e-9, abs=0.000051)
