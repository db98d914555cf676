"""What is wrong with one entry of the catalogue: each value by itself, then what is wrong together."""

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date
from typing import Any

from indicators.contradictions import COUNTS, contradictions
from indicators.differences import MADE_OF, is_list_of_parts
from indicators.measure import Measure
from warehouse.vocabulary import vocabulary

PARTS = (1, 100, 1000)
"""What a ratio may be expressed per."""

STATISTICS = ("mean", "median", "survival", "survival_median")
"""What may be said of durations: of those that ended; or of those begun, followed for `at_days` at most: the share that
lasts longer, or how long half of them last."""

INTERVALS = ("none", "wilson", "byar", "newcombe")
"""Ways to say how much chance is in a figure: `wilson` for a share of persons, `byar` for events per something,
`newcombe` for a difference of two figures with intervals of their own."""

MOST_DECIMALS = 4
"""Decimals that a cell can hold."""

_MOST_MONTHS = 60
_MOST_DAYS = 3653

Check = Callable[[Any], str]
"""Says what is wrong with a value; an empty text when nothing is."""


def entry_faults(
    entry: Mapping[str, Any], required: Collection[str], measures: Mapping[str, Measure]
) -> list[tuple[str | None, str]]:
    """All faults of an entry, as key and rule; those between keys only when each value is right by itself."""
    checks = _checks(measures)
    needed = {*required, "parts" if entry.get("count") in MADE_OF else "numerator"}
    found: list[tuple[str | None, str]] = [
        *((None, f"unknown key '{key}'") for key in sorted(entry.keys() - checks.keys())),
        *((None, f"key '{key}' is missing") for key in sorted(needed - entry.keys())),
    ]
    for key, check in checks.items():
        wrong = check(entry[key]) if key in entry else ""
        if wrong:
            found.append((key, wrong))
    return found or list(contradictions(entry, measures))


def _checks(measures: Mapping[str, Measure]) -> dict[str, Check]:
    words = vocabulary()
    return {
        "title": _translated,
        "question": _translated,
        "topic": _one_of(words.topics),
        "count": _one_of(COUNTS),
        "numerator": _one_of(measures, "has no SQL file in measures"),
        "unit": _one_of(words.units),
        "direction": _one_of(words.directions),
        "periods": _some_of(words.period_kinds),
        "basis": _translated,
        "reference": _translated,
        "review_on": _day,
        "denominator": _one_of(measures, "has no SQL file in measures"),
        "parts": is_list_of_parts,
        "per": _one_of(PARTS),
        "decimals": _whole(0, MOST_DECIMALS),
        "interval": _one_of(INTERVALS),
        "parameters": _numbers,
        "lead_in_months": _whole(1, _MOST_MONTHS),
        "follow_up_months": _whole(1, _MOST_MONTHS),
        "statistic": _one_of(STATISTICS),
        "at_days": _whole(1, _MOST_DAYS),
        "breakdowns": _some_of(words.breakdowns),
        "caveats": _translated_lines,
        "crosswalk": _elsewhere(words.catalogues),
        "retired_on": _day,
        "replaced_by": _plain,
        "key_figure": _true,
    }


def _one_of(known: Iterable[str | int], otherwise: str = "") -> Check:
    allowed = list(known)
    expected = otherwise or f"must be one of: {', '.join(map(str, allowed))}"
    return lambda value: "" if type(value) in (str, int) and value in allowed else expected


def _whole(least: int, most: int) -> Check:
    expected = f"must be a whole number from {least} to {most}"
    return lambda value: "" if type(value) is int and least <= value <= most else expected


def _some_of(known: Iterable[str]) -> Check:
    one = _one_of(known)

    def check(value: Any) -> str:
        if not isinstance(value, list) or not value:
            return "must be a list"
        if len(value) != len({str(each) for each in value}):
            return "names something twice"
        return next(filter(None, map(one, value)), "")

    return check


def _numbers(value: Any) -> str:
    """Parameters stand in SQL as `$name`, so they are written in small letters and _."""
    right = isinstance(value, dict) and all(
        isinstance(name, str) and re.fullmatch(r"[a-z_]+", name) and type(number) is int
        for name, number in value.items()
    )
    return "" if right and value else "must name parameters in small letters and _, each with a whole number"


def _plain(value: Any) -> str:
    if not isinstance(value, str) or not value.strip():
        return "must be a text"
    return "must not be a link" if "://" in value else ""


def _translated(value: Any) -> str:
    return _by_language(value) or next(filter(None, map(_plain, value.values())), "")


def _translated_lines(value: Any) -> str:
    wrong = _by_language(value)
    if wrong:
        return wrong
    if not all(isinstance(lines, list) and lines and not any(map(_plain, lines)) for lines in value.values()):
        return "must be a list of texts in each language"
    if len({len(lines) for lines in value.values()}) > 1:
        return "has more texts in one language than in another"
    return ""


def _by_language(value: Any) -> str:
    languages = vocabulary().languages
    if not isinstance(value, dict):
        return f"must be given in: {', '.join(languages)}"
    missing = [language for language in languages if language not in value]
    unknown = sorted(str(language) for language in value.keys() - languages.keys())
    if missing:
        return f"is not translated into: {', '.join(missing)}"
    return f"is in a language that the vocabulary does not name: {', '.join(unknown)}" if unknown else ""


def _elsewhere(catalogues: Collection[str]) -> Check:
    """A code is one word and the same in every language; what says more is translated."""

    def check(value: Any) -> str:
        if not isinstance(value, dict) or not value:
            return "must name catalogues and what the indicator is in them"
        unknown = sorted(str(name) for name in value.keys() - set(catalogues))
        if unknown:
            return f"names a catalogue that the vocabulary does not know: {', '.join(unknown)}"
        return next(filter(None, map(_code_or_words, value.values())), "")

    return check


def _code_or_words(value: Any) -> str:
    if isinstance(value, str) and re.fullmatch(r"\S+", value):
        return ""
    return _translated(value) if isinstance(value, dict) else "must be a code, or words in each language"


def _true(value: Any) -> str:
    return "" if value is True else "must be true, or be left out"


def _day(value: Any) -> str:
    return "" if type(value) is date else "must be a date, written 2027-01-31"
