"""Numbers as the reader's language writes them.

Babel gives the signs once; the rest is thirty times faster without it.
"""

from decimal import ROUND_HALF_UP, Decimal
from functools import cache, lru_cache

from babel import Locale

MINUS = "−"
NO_BREAK = "\N{NO-BREAK SPACE}"


@cache
def signs(lang: str) -> tuple[str, str]:
    """The decimal sign and the sign between thousands."""
    symbols = Locale.parse(lang).number_symbols
    latin = symbols.get("latn", symbols)
    return str(latin["decimal"]), str(latin["group"])


@lru_cache(maxsize=32768)
def number(value: Decimal | int, decimals: int, lang: str) -> str:
    """`1234.5` as `1,234.50` in English and `1.234,50` in Danish; rounded half up."""
    exact = _rounded(value, decimals)
    text = _written(abs(exact), lang)
    return MINUS + text if exact < 0 else text


def _rounded(value: Decimal | int, decimals: int) -> Decimal:
    return Decimal(value).quantize(_last_place(decimals), ROUND_HALF_UP)


def _written(size: Decimal, lang: str) -> str:
    decimal, group = signs(lang)
    text = f"{size:,f}"
    if (decimal, group) != (".", ","):
        text = text.replace(",", "\0").replace(".", decimal).replace("\0", group)
    return text


@cache
def _last_place(decimals: int) -> Decimal:
    return Decimal(1).scaleb(-decimals)


@lru_cache(maxsize=32768)
def signed(value: Decimal, decimals: int, lang: str) -> str:
    """A difference with its sign; `±` when nothing is left of it after rounding."""
    exact = _rounded(value, decimals)
    sign = "±" if not exact else MINUS if exact < 0 else "+"
    return sign + _written(abs(exact), lang)


@cache
def percent_sign(lang: str) -> str:
    """The per cent sign with the space that the language puts before it."""
    return str(Locale.parse(lang).percent_formats[None].pattern).removeprefix("#,##0")
