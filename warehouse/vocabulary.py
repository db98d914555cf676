"""The words of `data/reference/vocabulary.yml`, read once."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

DATA = Path(__file__).resolve().parent.parent / "data"

Text = Mapping[str, str]
"""One text in several languages, keyed by language code; English is always there."""


def text_in(text: Text, language: str) -> str:
    """The text in `language`, else in English."""
    return text.get(language) or text["en"]


@dataclass(frozen=True)
class Word:
    """One term of the vocabulary with its texts and what else is known of it."""

    code: str
    title: Text
    note: Text
    more: Mapping[str, Any]


@dataclass(frozen=True)
class Breakdown:
    """A way to split an indicator and its categories, in reading order."""

    code: str
    title: Text
    categories: Mapping[str, Text]


@dataclass(frozen=True)
class Vocabulary:
    """All shared words. Every mapping keeps the order of the file."""

    languages: Mapping[str, str]
    period_kinds: Mapping[str, Word]
    breakdowns: Mapping[str, Breakdown]
    statuses: Mapping[str, Word]
    flags: Mapping[str, Word]
    units: Mapping[str, Word]
    directions: Mapping[str, Word]
    topics: Mapping[str, Word]


def _words(entries: Mapping[str, Mapping[str, Any]]) -> dict[str, Word]:
    return {
        code: Word(code, entry["title"], entry.get("note", {"en": ""}), entry)
        for code, entry in entries.items()
    }


def _breakdowns(entries: Mapping[str, Mapping[str, Any]]) -> dict[str, Breakdown]:
    return {code: Breakdown(code, entry["title"], entry["categories"]) for code, entry in entries.items()}


@cache
def vocabulary() -> Vocabulary:
    """The project's vocabulary."""
    entries = yaml.safe_load((DATA / "reference" / "vocabulary.yml").read_text(encoding="utf-8"))
    return Vocabulary(
        languages=entries["languages"],
        breakdowns=_breakdowns(entries["breakdowns"]),
        **{
            kind: _words(entries[kind])
            for kind in ("period_kinds", "statuses", "flags", "units", "directions", "topics")
        },
    )
