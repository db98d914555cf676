"""Catalogue: every indicator with what it means, by topic; and each on a page of its own."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import orjson
from markupsafe import Markup

from dashboard.catalogue_search import LONGEST_SEARCH, Found, search, words_of
from dashboard.components import elements as html
from dashboard.components.attributes import aria, data
from dashboard.components.elements import Element
from dashboard.components.frame import Head
from dashboard.components.phrases import facts
from dashboard.components.still import Still, still, written
from dashboard.data import catalogue, portal
from dashboard.pages.catalogue_detail import detail
from dashboard.pages.catalogue_entries import Entry, by_topic, entries
from dashboard.pages.catalogue_picture import picture
from dashboard.text.dates import period_name
from dashboard.text.figures import Figures
from dashboard.text.translation import Translator, translate
from warehouse.reading import Portal
from warehouse.vocabulary import text_in, vocabulary

NAME = "catalogue"
PATH = "/<lang>/catalogue/<indicator>"
TITLE = "Catalogue"

_FORM = Markup(
    '<form class="filter only-screen" role="search" action="/{lang}/catalogue" method="get">'
    '<label for="filter">{label}</label>'
    '<div><input id="filter" name="q" type="search" value="{value}" maxlength="{longest}" autocomplete="off"'
    ' data-filter="" class="input"><button class="button">{button}</button></div></form>'
)


def known(indicator: str = "", **_: str) -> bool:
    """Whether there is such an indicator, or none is asked for; if not, the page says so."""
    return not indicator or indicator in catalogue(portal())


def head(lang: str, indicator: str = "", **_: str) -> Head:
    """Title and description."""
    t = translate(lang)
    if not known(indicator):
        return Head(t("No such indicator"), "")
    if not indicator:
        return Head(t(TITLE), t("Every indicator with its question, definition, source and download."))
    found = catalogue(portal())[indicator]
    return Head(text_in(found.title, lang), text_in(found.question, lang))


def layout(lang: str, indicator: str = "", q: str = "", **_: str) -> Any:
    """The content of the page."""
    if indicator:
        return detail(portal(), lang, indicator)
    return _list(portal(), lang, q.strip()[:LONGEST_SEARCH])


@lru_cache(maxsize=64)
def _list(release: Portal, lang: str, wanted: str) -> Any:
    t, known, found = translate(lang), entries(release), search(release, lang, wanted)
    shown = set(found.indicators)
    topics = [
        _topic(t, release, topic, members, shown) for topic, members in by_topic(known.values()).items()
    ]
    return still(
        html.Div(
            [
                html.H1(t(TITLE)),
                html.P(t("What is measured, how, and where the figures come from."), className="lead"),
                _search(t, wanted),
                _count(t, found, len(known)),
                *topics,
            ],
            className="catalogue",
        )
    )


def _search(t: Translator, wanted: str) -> Any:
    label, button = t("Search the catalogue"), t("Search")
    return written(
        _FORM.format(lang=t.lang, label=label, value=wanted, longest=LONGEST_SEARCH, button=button)
    )


def _count(t: Translator, found: Found, total: int) -> Element:
    """How many are shown, and in every language's own plural what to say while the list is narrowed."""
    counts = range(1, total + 1)
    nothing = t("No indicator has these words.")
    told = [nothing, *(t.plural("{number} indicator", "{number} indicators", number) for number in counts)]
    near = t("No indicator has these words; these have words that come close.")
    attributes = data(filter_counts=orjson.dumps(told).decode(), filter_near=near)
    said = told[len(found.indicators)] if found.exact or not found.indicators else near
    return html.P(said, role="status", className="muted", **attributes)


def _topic(t: Translator, release: Portal, topic: str, members: Sequence[Entry], shown: set[str]) -> Element:
    cards = [_card(t, release, entry, entry.indicator.id in shown) for entry in members]
    hidden = not any(entry.indicator.id in shown for entry in members)
    heading = html.H2(text_in(vocabulary().topics[topic].title, t.lang), id=f"topic-{topic}")
    return html.Section(
        [heading, *cards], hidden=hidden, **aria(labelledby=f"topic-{topic}"), **data(topic=topic)
    )


@lru_cache(maxsize=512)
def _card(t: Translator, release: Portal, entry: Entry, shown: bool) -> Still:
    """An indicator, which is the same whatever else was found."""
    indicator = entry.indicator
    link = html.A(text_in(indicator.title, t.lang), href=f"/{t.lang}/catalogue/{indicator.id}")
    said = html.Div([html.H3(link), html.P(text_in(indicator.question, t.lang))])
    parts = [
        html.Div([said, picture(t, release, entry)], className="pictured"),
        facts(_facts(t, release, entry), "facts row"),
    ]
    words = data(entry=words_of(release, t.lang, indicator.id), indicator=indicator.id)
    return still(html.Article(parts, className="card entry", hidden=not shown, **words))


def _facts(t: Translator, release: Portal, entry: Entry) -> list[tuple[str, Any]]:
    words, country = vocabulary(), release.country
    kinds = [text_in(words.period_kinds[kind].title, t.lang) for kind in entry.periods]
    levels = [text_in(country.levels[level].plural, t.lang) for level in entry.levels]
    publishers = dict.fromkeys(text_in(source.facts["publisher"], t.lang) for source in entry.sources)
    return [
        (t("Unit"), Figures(entry.indicator, t.lang).unit),
        (t("Direction"), text_in(words.directions[entry.indicator.direction].title, t.lang)),
        (t("Periods"), ", ".join(kinds)),
        (t("Newest"), period_name(entry.newest, t.lang) if entry.newest else ""),
        (t("Next update"), period_name(entry.next_update, t.lang) if entry.next_update else ""),
        (t("Source"), ", ".join(publishers)),
        (t("Areas"), ", ".join(levels)),
    ]
