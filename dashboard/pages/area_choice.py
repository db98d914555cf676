"""What an address asks of an area's profile, and how a reader asks for something else: kind of period, group, topic."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from markupsafe import Markup

from dashboard.components import elements as html
from dashboard.components.attributes import aria
from dashboard.components.still import Still, still, written
from dashboard.pages.area_topics import KEY_FIGURES
from dashboard.state import EVERYONE, group_code, offered_indicators, offered_kinds
from dashboard.text.translation import Translator, translate
from warehouse.periods import MONTHS, Period
from warehouse.reading import ALL, Category, Portal
from warehouse.vocabulary import text_in, vocabulary

_TOPIC = Markup('<input type="hidden" name="topic" value="{}">')

USUAL_KIND = "quarter"
"""Long enough to be well filled, short enough to be news."""


@dataclass(frozen=True)
class Choice:
    """The kind of period that is preferred where an indicator has it, and the group of people."""

    kind: str
    category: Category = ALL


def parse_choice(portal: Portal, kind: str, group: str) -> Choice:
    """What is asked for as far as it is offered, else the usual. Never raises."""
    kinds, groups = profile_kinds(portal), profile_groups(portal)
    return Choice(kind if kind in kinds else _usual_kind(portal), groups.get(group, ALL))


def query_of(portal: Portal, choice: Choice, topic: str = KEY_FIGURES) -> str:
    """The query of an address that asks for this, with its question mark; empty for the usual. All of it are codes."""
    kind = "" if choice.kind == _usual_kind(portal) else choice.kind
    group = "" if choice.category == ALL else group_code(choice.category)
    asked = {"kind": kind, "group": group, "topic": topic}
    return "?" * any(asked.values()) + "&".join([f"{name}={text}" for name, text in asked.items() if text])


def _usual_kind(portal: Portal) -> str:
    kinds = profile_kinds(portal)
    return USUAL_KIND if USUAL_KIND in kinds else next(iter(kinds))


@lru_cache(maxsize=4)
def profile_kinds(portal: Portal) -> tuple[str, ...]:
    """The kinds of periods that any indicator has, the shortest first."""
    found = {kind for name in offered_indicators(portal) for kind in offered_kinds(portal, name)}
    return tuple(kind for kind in vocabulary().period_kinds if kind in found)


@lru_cache(maxsize=4)
def profile_groups(portal: Portal) -> Mapping[str, Category]:
    """The groups of people that any indicator is split into; pairs and what is of events are left to Compare."""
    single = (
        code for code, one in portal.breakdowns.items() if not one.parts and (one.overlapping or not one.own)
    )
    pairs = [(code, category) for code in single for category in portal.breakdowns[code].categories]
    return {EVERYONE: ALL} | {group_code(pair): pair for pair in pairs}


@lru_cache(maxsize=16)
def chosen_periods(portal: Portal, kind: str) -> Mapping[str, Sequence[Period]]:
    """The periods of a kind, oldest first, of every indicator; where there are none, of one as long or its first."""
    kinds = {one: offered_kinds(portal, one) for one in offered_indicators(portal)}
    return {one: portal.periods[one, _nearest(kind, list(offered))] for one, offered in kinds.items()}


def _nearest(kind: str, offered: Sequence[str]) -> str:
    alike = (one for one in offered if MONTHS[one] == MONTHS[kind])
    return kind if kind in offered else next(alike, offered[0])


def category_name(portal: Portal, category: Category, lang: str) -> str:
    """A group in words, empty for all."""
    breakdown, code = category
    return "" if category == ALL else text_in(portal.breakdowns[breakdown].categories[code], lang)


def choice_form(t: Translator, portal: Portal, code: str, choice: Choice, topic: str) -> Any:
    """A form that works without scripts and keeps the topic; nothing where there is nothing to choose."""
    fields = _fields(portal, t.lang, choice)
    if fields is None:
        return ""
    return html.Form(
        [fields, written(_TOPIC.format(topic)) if topic else None],
        action=f"/{t.lang}/area/{code}",
        method="get",
        className="choice only-screen",
        **aria(label=t("Choose period and group")),
    )


@lru_cache(maxsize=256)
def _fields(portal: Portal, lang: str, choice: Choice) -> Still | None:
    """What there is to choose, the same for all areas; None where there is nothing."""
    t, kinds, groups = translate(lang), profile_kinds(portal), profile_groups(portal)
    fields = []
    if len(kinds) > 1:
        titles = vocabulary().period_kinds
        options = [_option(kind, text_in(titles[kind].title, t.lang), choice.kind) for kind in kinds]
        fields += _field("profile-kind", "kind", t("Period"), options)
    if len(groups) > 1:
        fields += _field("profile-group", "group", t("Group of people"), _group_options(t, portal, choice))
    return still([*fields, html.Button(t("Show"), className="button")]) if fields else None


def _field(name: str, parameter: str, label: str, options: Iterable[Any]) -> list[Any]:
    chosen = html.Select(list(options), id=name, name=parameter, className="input")
    return [html.Div([html.Label(label, htmlFor=name), chosen])]


def _group_options(t: Translator, portal: Portal, choice: Choice) -> list[Any]:
    chosen = group_code(choice.category)
    parts: list[Any] = [_option(EVERYONE, t("Everyone"), chosen)]
    for code, one in portal.breakdowns.items():
        if not one.parts:
            options = [
                _option(group_code((code, category)), text_in(title, t.lang), chosen)
                for category, title in one.categories.items()
            ]
            parts.append(html.Optgroup(options, label=text_in(one.title, t.lang)))
    return parts


def _option(value: str, text: str, chosen: str) -> Any:
    return html.Option(text, value=value, selected="selected" if value == chosen else None)
