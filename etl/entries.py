"""What the values of a YAML entry must be: small checks that are put together and tell every fault at once."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from warehouse.periods import parse_period
from warehouse.vocabulary import vocabulary

Wrong = Iterator[tuple[str, str]]
"""What is wrong: where in the entry (keys joined by dots), and the rule that is broken."""

Check = Callable[[str, Any], Wrong]


def text(where: str, value: Any) -> Wrong:
    """A text that is not empty."""
    if not isinstance(value, str) or not value.strip():
        yield where, "must be a text"


def translated(where: str, value: Any) -> Wrong:
    """A text in every language of the portal."""
    if not isinstance(value, Mapping):
        yield where, f"must be given in: {', '.join(vocabulary().languages)}"
        return
    for language in vocabulary().languages:
        yield from text(f"{where}.{language}", value.get(language))
    for language in sorted(map(str, value.keys() - vocabulary().languages.keys())):
        yield f"{where}.{language}", "is a language that the vocabulary does not name"


def flag(where: str, value: Any) -> Wrong:
    """True or false."""
    if not isinstance(value, bool):
        yield where, "must be true or false"


def period(where: str, value: Any) -> Wrong:
    """A period as SDMX writes it."""
    try:
        parse_period(value)
    except (TypeError, ValueError):
        yield where, "must be a period"


def number(lowest: float, highest: float, *, whole: bool = False) -> Check:
    """A number from `lowest` to `highest`."""
    kinds = (int,) if whole else (int, float)

    def check(where: str, value: Any) -> Wrong:
        if type(value) not in kinds or not lowest <= value <= highest:
            yield where, f"must be a {'whole ' if whole else ''}number from {lowest:.10g} to {highest:.10g}"

    return check


def one_of(words: Iterable[str]) -> Check:
    """One of the known words."""
    known = sorted(words)

    def check(where: str, value: Any) -> Wrong:
        if value not in known:
            yield where, f"must be one of: {', '.join(known)}"

    return check


def matching(pattern: str, rule: str) -> Check:
    """A text of that pattern."""

    def check(where: str, value: Any) -> Wrong:
        if not isinstance(value, str) or not re.fullmatch(pattern, value):
            yield where, rule

    return check


def list_of(item: Check) -> Check:
    """A list of at least one such item."""

    def check(where: str, value: Any) -> Wrong:
        if not isinstance(value, list) or not value:
            yield where, "must be a list"
            return
        for place, each in enumerate(value, 1):
            yield from item(f"{where}.{place}", each)

    return check


def map_of(key: Check, item: Check) -> Check:
    """At least one such key, each with such an item."""

    def check(where: str, value: Any) -> Wrong:
        if not isinstance(value, Mapping) or not value:
            yield where, "must be keys with values"
            return
        for name, each in value.items():
            yield from key(f"{where}.{name}", name)
            yield from item(f"{where}.{name}", each)

    return check


def record(required: Mapping[str, Check], optional: Mapping[str, Check] | None = None) -> Check:
    """Exactly these keys; the optional ones may be left out."""
    checks = {**required, **(optional or {})}

    def check(where: str, value: Any) -> Wrong:
        if not isinstance(value, Mapping):
            yield where, f"must have the keys: {', '.join(checks)}"
            return
        dot = f"{where}." if where else ""
        for name in sorted(map(str, value.keys() - checks.keys())):
            yield f"{dot}{name}", "is not a known key"
        for name in required.keys() - value.keys():
            yield f"{dot}{name}", "is missing"
        for name in checks.keys() & value.keys():
            yield from checks[name](f"{dot}{name}", value[name])

    return check
