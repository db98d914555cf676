"""Sentences with links in them, and lists of facts."""

from collections.abc import Iterable, Sequence
from string import Formatter
from typing import Any

from dashboard.components import elements as html
from dashboard.components.elements import Element
from dashboard.text.translation import Translator


def phrase(text: str, **parts: Any) -> list[Any]:
    """A translated text with components in its blanks: `phrase(t("Split of {area}."), area=link)`."""
    found: list[Any] = []
    for before, name, _, _ in Formatter().parse(text):
        found.append(before)
        if name is not None:
            found.append(parts[name])
    return found


def listed(t: Translator, items: Sequence[Any]) -> list[Any]:
    """Several things in a sentence: `a, b and c`."""
    if len(items) < 2:
        return list(items)
    *first, last = items
    return phrase(t("{several} and {last}"), several=commas(first), last=last)


def commas(items: Iterable[Any]) -> list[Any]:
    """Things with commas between them."""
    parts: list[Any] = []
    for item in items:
        parts += [", ", item] if parts else [item]
    return parts


def facts(pairs: Iterable[tuple[Any, Any]], name: str = "facts") -> Element:
    """Names and what is to be said of each; what has nothing to say is left out."""
    rows = [html.Div([html.Dt(term), html.Dd(said)]) for term, said in pairs if said not in (None, "", [])]
    return html.Dl(rows, className=name)
