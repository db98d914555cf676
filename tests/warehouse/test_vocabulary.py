"""The shared words: complete in every language, and only words that the rest understands."""

import re
from collections.abc import Iterator

import pytest

from warehouse.periods import MONTHS
from warehouse.vocabulary import Text, Vocabulary, text_in, vocabulary

KINDS = ("period_kinds", "statuses", "flags", "units", "directions", "topics", "catalogues", "measures")


def texts(words: Vocabulary) -> Iterator[tuple[str, Text]]:
    for kind in KINDS:
        for code, word in getattr(words, kind).items():
            yield f"{kind}.{code}", word.title
            if kind in {"statuses", "flags"}:
                yield f"{kind}.{code}.note", word.note
    for code, breakdown in words.breakdowns.items():
        yield code, breakdown.title
        yield from ((f"{code}.{category}", title) for category, title in breakdown.categories.items())


def test_every_text_is_there_in_english_and_danish() -> None:
    assert [name for name, text in texts(vocabulary()) if not (text.get("en") and text.get("da"))] == []


def test_every_text_is_in_a_language_of_the_portal() -> None:
    languages = vocabulary().languages.keys()
    assert [name for name, text in texts(vocabulary()) if text.keys() - languages] == []


@pytest.mark.parametrize("kind", [*KINDS, "breakdowns"])
def test_codes_are_plain(kind: str) -> None:
    codes = list(getattr(vocabulary(), kind))
    assert codes
    plain = [part for code in codes for part in code.split(".")]
    assert [code for code in plain if not re.fullmatch(r"[A-Za-z0-9_-]+", code)] == []


def test_a_category_of_a_pair_is_one_of_each() -> None:
    pair = vocabulary().breakdowns["sex.age"]
    assert pair.parts == ("sex", "age")
    assert "month" not in pair.period_kinds
    assert pair.categories["female.25-29"] == {"en": "Women, 25–29 years", "da": "Kvinder, 25-29 år"}
    assert len(pair.categories) == 3 * 7


def test_period_kinds_are_those_that_periods_know() -> None:
    assert vocabulary().period_kinds.keys() == MONTHS.keys()


def test_statuses_and_flags_have_sdmx_letters_of_their_own() -> None:
    for kind in ("statuses", "flags"):
        letters = [word.more["sdmx"] for word in getattr(vocabulary(), kind).values()]
        assert len(set(letters)) == len(letters)


def test_the_unsplit_total_is_no_category() -> None:
    assert [
        code for code, breakdown in vocabulary().breakdowns.items() if "all" in breakdown.categories
    ] == []


def test_a_missing_language_falls_back_to_english() -> None:
    text = {"en": "Year", "da": "År"}
    assert [text_in(text, language) for language in ("da", "en", "hy")] == ["År", "Year", "Year"]
