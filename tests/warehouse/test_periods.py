"""Periods: how they are written, which months they hold, and what is not one."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warehouse.periods import MONTHS, Period, parse_period


@pytest.mark.parametrize(
    ("text", "kind", "first_day", "last_day"),
    [
        ("2026-03", "month", date(2026, 3, 1), date(2026, 3, 31)),
        ("2024-02", "month", date(2024, 2, 1), date(2024, 2, 29)),
        ("2025-12", "month", date(2025, 12, 1), date(2025, 12, 31)),
        ("2026-Q1", "quarter", date(2026, 1, 1), date(2026, 3, 31)),
        ("2025-Q4", "quarter", date(2025, 10, 1), date(2025, 12, 31)),
        ("2026", "year", date(2026, 1, 1), date(2026, 12, 31)),
        ("2026-03", "rolling_year", date(2025, 4, 1), date(2026, 3, 31)),
        ("2025-12", "rolling_year", date(2025, 1, 1), date(2025, 12, 31)),
    ],
)
def test_first_and_last_day(text: str, kind: str, first_day: date, last_day: date) -> None:
    period = parse_period(text, kind)
    assert (period.starts_on, period.ends_on) == (first_day, last_day)
    assert str(period) == text
    assert len(period.months) == MONTHS[kind]


@pytest.mark.parametrize(("text", "kind"), [("2026-03", "month"), ("2026-Q2", "quarter"), ("2026", "year")])
def test_the_kind_follows_from_the_spelling(text: str, kind: str) -> None:
    assert parse_period(text).kind == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("", None),
        ("26", None),
        ("0000", None),
        ("0000-01", None),
        ("2026-00", None),
        ("2026-13", None),
        ("2026-3", None),
        ("2026-Q0", None),
        ("2026-Q5", None),
        ("2026Q1", None),
        ("2026M03", None),
        ("2026-03-01", None),
        (" 2026", None),
        ("2026\n", None),
        ("٢٠٢٦", None),
        ("2026-03", "quarter"),
        ("2026-03", "year"),
        ("2026-Q1", "month"),
        ("2026-Q1", "rolling_year"),
        ("2026", "rolling_year"),
        ("2026", "week"),
    ],
)
def test_what_is_no_period(text: str, kind: str | None) -> None:
    with pytest.raises(ValueError, match="not a period"):
        parse_period(text, kind)


@pytest.mark.parametrize(
    ("text", "kind", "next_one"),
    [
        *(("2025-12", "month", "2026-01"), ("2025-Q4", "quarter", "2026-Q1")),
        *(("2025", "year", "2026"), ("2025-12", "rolling_year", "2026-01")),
    ],
)
def test_a_rolling_year_is_followed_by_one_a_month_later(text: str, kind: str, next_one: str) -> None:
    assert str(parse_period(text, kind).following()) == next_one


def test_a_year_before() -> None:
    assert [
        str(parse_period(text, kind).year_before())
        for text, kind in [("2026-01", "month"), ("2026-Q1", "quarter"), ("2026", "year"), ("2026-01", "rolling_year")]
    ] == ["2025-01", "2025-Q1", "2025", "2025-01"]  # fmt: skip


def test_periods_of_a_kind_stand_in_order_of_time() -> None:
    texts = ["2025-12", "2026-02", "2026-01"]
    assert [str(period) for period in sorted(map(parse_period, texts))] == ["2025-12", "2026-01", "2026-02"]


PERIODS = st.builds(Period, st.just("month"), st.integers(12, 9999 * 12)) | st.builds(
    Period, st.just("rolling_year"), st.integers(24, 9999 * 12)
)


@given(PERIODS)
def test_what_is_written_is_read_back(period: Period) -> None:
    assert parse_period(str(period), period.kind) == period
    assert period.starts_on <= period.ends_on


@given(st.integers(1, 9998), st.integers(1, 4))
def test_four_quarters_are_a_year_and_three_months_a_quarter(year: int, number: int) -> None:
    whole = parse_period(f"{year:04}")
    quarters = [parse_period(f"{year:04}-Q{each}") for each in (1, 2, 3, 4)]
    assert [month for quarter in quarters for month in quarter.months] == list(whole.months)
    months = [parse_period(f"{year:04}-{3 * number - 3 + each:02}").last for each in (1, 2, 3)]
    assert tuple(months) == quarters[number - 1].months
