"""The order of names in an alphabet."""

from functools import lru_cache
from unicodedata import combining, normalize

_LETTERS_AFTER_Z = {"da": "æøå", "nb": "æøå", "nn": "æøå", "sv": "åäö"}
_DOUBLE_LETTERS = {"da": {"aa": "å"}, "nb": {"aa": "å"}, "nn": {"aa": "å"}}


@lru_cache(maxsize=8192)
def name_order(name: str, lang: str) -> tuple[str, str]:
    """What to sort a name by: `Aabenraa` and `Ærø` come last in Danish, first in English."""
    text = name.casefold()
    for double, letter in _DOUBLE_LETTERS.get(lang, {}).items():
        text = text.replace(double, letter)
    own = _LETTERS_AFTER_Z.get(lang, "")
    return "".join(f"~{own.index(letter)}" if letter in own else _plain(letter) for letter in text), name


def _plain(letter: str) -> str:
    letters = {"æ": "ae", "ø": "o", "ß": "ss", "ł": "l", "đ": "d"}.get(letter) or normalize("NFKD", letter)
    return "".join(sign for sign in letters if not combining(sign))
