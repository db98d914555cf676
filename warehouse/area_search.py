"""Finding a place by what people type: any case, with or without accents, Danish letters in any spelling."""

import re
import unicodedata
from collections.abc import Iterable

_LETTERS = str.maketrans({"æ": "ae", "ø": "o", "œ": "oe", "đ": "d", "ŋ": "n", "ŧ": "t", "ł": "l"})

EXACT, STARTS, WORD, INSIDE = range(4)
"""How well a text matches, best first."""


def fold(text: str) -> str:
    """`text` as it is compared: `Ålborg` is `Aalborg` is `alborg`, and `København` is `Koebenhavn`."""
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold().translate(_LETTERS))
    plain = (letter for letter in apart if not unicodedata.combining(letter))
    words = "".join(letter if letter.isalnum() else " " for letter in plain).split()
    return re.sub("oe+", "o", re.sub("a[ae]+", "a", " ".join(words)))


def match(wanted: str, terms: Iterable[str]) -> int | None:
    """The best match of `wanted` among `terms` (all folded), or None when it is empty or in none of them."""
    found = [_match_one(wanted, term) for term in terms if wanted and wanted in term]
    return min(found, default=None)


def _match_one(wanted: str, term: str) -> int:
    if wanted == term:
        return EXACT
    if term.startswith(wanted):
        return STARTS
    return WORD if f" {wanted}" in term else INSIDE
