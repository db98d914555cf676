"""Periods and days by hand, as English and Danish readers write them."""

from datetime import date

import pytest

from dashboard.text.dates import day_name, period_name
from warehouse.periods import parse_period


@pytest.mark.parametrize(
    ("text", "kind", "english", "danish"),
    [
        ("2025-Q4", None, "2025 Q4", "4. kvartal 2025"),
        ("2025-Q1", None, "2025 Q1", "1. kvartal 2025"),
        ("2026-03", None, "March 2026", "marts 2026"),
        ("2026", None, "2026", "2026"),
        ("2026-03", "rolling_year", "Year to March 2026", "År til marts 2026"),
    ],
)
def test_a_period_in_two_languages(text: str, kind: str | None, english: str, danish: str) -> None:
    period = parse_period(text, kind)
    names = [period_name(period, lang).replace("\N{NO-BREAK SPACE}", " ") for lang in ("en", "da")]
    assert names == [english, danish]


def test_a_quarter_is_never_broken_over_two_lines() -> None:
    assert " " not in period_name(parse_period("2025-Q4"), "da")


def test_a_month_alone_is_not_declined() -> None:
    assert period_name(parse_period("2026-06"), "ru") == "июнь 2026"


def test_a_day_in_two_languages() -> None:
    assert day_name(date(2026, 7, 9), "en") == "9 July 2026"
    assert day_name(date(2026, 7, 9), "da") == "9. juli 2026"
