"""Numbers by hand, as English and Danish readers write them."""

from decimal import Decimal

import pytest
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from dashboard.text.numbers import number, percent_sign, signed

D = Decimal


@pytest.mark.parametrize(
    ("value", "decimals", "english", "danish"),
    [
        (D("1234567.891"), 1, "1,234,567.9", "1.234.567,9"),
        (D("0"), 0, "0", "0"),
        (D("0.05"), 1, "0.1", "0,1"),
        (D("8.35"), 1, "8.4", "8,4"),
        (D("2.5"), 0, "3", "3"),
        (D("5.7000"), 2, "5.70", "5,70"),
        (D("-1234.5"), 1, "−1,234.5", "−1.234,5"),
        (999, 0, "999", "999"),
        (1000, 0, "1,000", "1.000"),
    ],
)
def test_a_number_in_two_languages(value: Decimal, decimals: int, english: str, danish: str) -> None:
    assert number(value, decimals, "en") == english
    assert number(value, decimals, "da") == danish


@pytest.mark.parametrize(
    ("change", "text"),
    [
        ("0.31", "+0.3"),
        ("-0.31", "−0.3"),
        ("0", "±0.0"),
        ("0.04", "±0.0"),
        ("-0.04", "±0.0"),
        ("10", "+10.0"),
    ],
)
def test_a_change_always_has_a_sign(change: str, text: str) -> None:
    assert signed(D(change), 1, "en") == text


def test_the_sign_of_per_cent_stands_as_the_language_wants_it() -> None:
    assert (percent_sign("en"), percent_sign("da")) == ("%", "\N{NO-BREAK SPACE}%")


@given(st.decimals(0, 10**9, places=4), st.integers(0, 3), st.sampled_from(["en", "da", "ru", "hy", "tg"]))
def test_the_fast_way_writes_what_babel_writes(value: Decimal, decimals: int, lang: str) -> None:
    exact = value.quantize(Decimal(1).scaleb(-decimals), "ROUND_HALF_UP")
    pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
    assert number(value, decimals, lang) == format_decimal(exact, format=pattern, locale=lang)
