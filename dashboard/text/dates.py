"""Periods and days as the reader's language writes them."""

from datetime import date
from functools import cache

from babel.dates import format_date

from dashboard.text.numbers import NO_BREAK
from dashboard.text.translation import translate
from warehouse.periods import Period


@cache
def period_name(period: Period, lang: str) -> str:
    """`2025 Q4`, `March 2026`, `2025`, `Year to March 2026`."""
    last = period.ends_on
    if period.kind == "year":
        return str(last.year)
    if period.kind == "quarter":
        quarter = translate(lang)("{year} Q{quarter}", year=last.year, quarter=(last.month + 2) // 3)
        return quarter.replace(" ", NO_BREAK)
    month = format_date(last, "LLLL y", locale=lang)  # the stand-alone form: many languages decline the other
    return translate(lang)("Year to {month}", month=month) if period.kind == "rolling_year" else month


@cache
def day_name(day: date, lang: str) -> str:
    """A day in words, `9 July 2026`."""
    return format_date(day, "d MMMM y" if lang == "en" else "long", locale=lang)
