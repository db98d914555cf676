"""The words of `data/reference/vocabulary.yml`, read once."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
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

    def explained(self, language: str) -> str:
        """The note and, where it is known, the reason: for those who ask what the term means."""
        note, because = text_in(self.note, language), self.more.get("because")
        return f"{note} {text_in(because, language)}" if because else note


@dataclass(frozen=True)
class Breakdown:
    """A way to split an indicator and its categories, in reading order.

    `own` means that the categories belong to what is counted and not to the person; where they are `overlapping`, a
    person may be in several, and which there are is the country's matter. `parts` are the breakdowns that a pair
    crosses; `period_kinds` those it is published for, empty for all. `needs` names the source without whose records
    nobody is in a category.
    """

    code: str
    title: Text
    categories: Mapping[str, Text]
    own: bool = False
    overlapping: bool = False
    parts: tuple[str, ...] = ()
    period_kinds: tuple[str, ...] = ()
    needs: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_of_events(self) -> bool:
        """Whether it tells events or days apart and not people, each of them being in one category."""
        return self.own and not self.overlapping and not self.parts

    def told_by(self, sources: Collection[str]) -> Collection[str]:
        """The categories that can be told of where these sources have delivered."""
        return [one for one in self.categories if self.needs.get(one) in {None, *sources}]


@dataclass(frozen=True)
class Vocabulary:
    """All shared words. Every mapping keeps the order of the file.

    `breakdowns` are without categories where those are the country's matter: see `warehouse.breakdowns`.
    """

    languages: Mapping[str, str]
    period_kinds: Mapping[str, Word]
    breakdowns: Mapping[str, Breakdown]
    statuses: Mapping[str, Word]
    flags: Mapping[str, Word]
    units: Mapping[str, Word]
    currencies: Mapping[str, Text]
    directions: Mapping[str, Word]
    topics: Mapping[str, Word]
    catalogues: Mapping[str, Word]
    measures: Mapping[str, Word]


def _words(entries: Mapping[str, Mapping[str, Any]]) -> dict[str, Word]:
    return {
        code: Word(code, entry["title"], entry.get("note", {"en": ""}), entry)
        for code, entry in entries.items()
    }


def _units(
    entries: Mapping[str, Mapping[str, Any]], currencies: Mapping[str, Text]
) -> Mapping[str, Mapping[str, Any]]:
    """The units, and of those of currency one for each currency besides."""
    own = {
        unit_in(code, currency): {
            key: _named(value, text) if isinstance(value, dict) else value
            for key, value in entry.items()
            if key != "currency"
        }
        for code, entry in entries.items()
        if "currency" in entry
        for currency, text in currencies.items()
    }
    return {**entries, **own}


def unit_in(unit: str, currency: str) -> str:
    """The code of a unit of currency in one: `dkk_a_month` for `currency_a_month`."""
    return unit.replace("currency", currency.lower())


def _named(value: Text, currency: Text) -> Text:
    return {language: text.replace("{currency}", currency[language]) for language, text in value.items()}


def _breakdowns(
    entries: Mapping[str, Mapping[str, Any]], pairs: Mapping[str, Sequence[str]]
) -> dict[str, Breakdown]:
    single = {
        code: Breakdown(
            code,
            entry["title"],
            entry.get("categories", {}),
            entry.get("own", False),
            entry.get("overlapping", False),
            needs=entry.get("needs", {}),
        )
        for code, entry in entries.items()
    }
    crossings = {code: code.partition(".") for code in pairs}
    return single | {
        code: crossed(single[first], single[second], tuple(pairs[code]))
        for code, (first, _, second) in crossings.items()
    }


def crossed(first: Breakdown, second: Breakdown, period_kinds: tuple[str, ...]) -> Breakdown:
    """The pair of two breakdowns: a category of it is one of each, `female.25-29`, "Women, 25–29 years"."""
    categories = {
        f"{one}.{other}": _joined(text, more, ", ")
        for one, text in first.categories.items()
        for other, more in second.categories.items()
    }
    return Breakdown(
        f"{first.code}.{second.code}",
        _joined(first.title, second.title, " × "),
        categories,
        first.own or second.own,
        first.overlapping or second.overlapping,
        (first.code, second.code),
        period_kinds,
        {
            category: source
            for category in categories
            for one, part in zip((first, second), category.split("."), strict=True)
            if (source := one.needs.get(part))
        },
    )


def _joined(first: Text, second: Text, between: str) -> Text:
    return {
        language: f"{text}{between}{_inside(text_in(second, language))}" for language, text in first.items()
    }


def _inside(text: str) -> str:
    return text[:1].lower() + text[1:]


@cache
def vocabulary() -> Vocabulary:
    """The project's vocabulary."""
    entries = yaml.safe_load((DATA / "reference" / "vocabulary.yml").read_text(encoding="utf-8"))
    return Vocabulary(
        languages=entries["languages"],
        breakdowns=_breakdowns(entries["breakdowns"], entries["pairs"]),
        currencies=entries["currencies"],
        units=_words(_units(entries["units"], entries["currencies"])),
        **{
            kind: _words(entries[kind])
            for kind in (
                "period_kinds",
                "statuses",
                "flags",
                "directions",
                "topics",
                "catalogues",
                "measures",
            )
        },
    )
