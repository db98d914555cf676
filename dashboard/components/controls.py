"""The selection: indicator, areas, period, and a few ready choices of areas."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

import orjson

from dashboard.components import elements as html
from dashboard.components.attributes import aria
from dashboard.components.elements import Element
from dashboard.components.icons import icon
from dashboard.components.still import still
from dashboard.shown import Shown
from dashboard.standing import Standing
from dashboard.state import (
    EVERYONE,
    MOST_AREAS,
    group_code,
    last_ended,
    offered_indicators,
    offered_kinds,
)
from dashboard.text.collation import name_order
from dashboard.text.dates import period_name
from dashboard.text.translation import Translator, translate
from warehouse.areas import Country
from warehouse.periods import Period
from warehouse.reading import Category, Portal
from warehouse.vocabulary import text_in, vocabulary

Options = list[dict[str, Any]]

_AsJson = Any
"""Options that are written already: they are the most of a page, and many pages have the same."""

_LOOK: dict[str, Any] = {
    "size": "md",
    "searchable": True,
    "openOnFocus": False,  # a new page gives the focus back (assets/navigate.js), which would open the list again
    "withCheckIcon": True,
    "withScrollArea": False,
    "comboboxProps": {
        "shadow": "md",
        "withinPortal": False,
        "transitionProps": {"duration": 0},
        "width": "max-content",
        "position": "bottom-start",
    },
    "filter": {"function": "findByWords"},
}

_MANTINE = "dash_mantine_components"
"""Namespace of the inputs that only JavaScript can draw."""

COMBOBOX = {"role": "combobox"}
"""What Mantine's inputs leave out; `assets/search.js` tells whether their list is open."""


def rail(shown: Shown) -> Element:
    """The controls, which narrow screens fold away under one line that says what is chosen."""
    t = shown.t
    chosen = t.plural("{number} area", "{number} areas", len(shown.state.areas))
    summary = [
        icon("sliders"),
        html.Span(t("Your selection")),
        html.Span(f"{chosen} · {shown.period}", className="muted"),
    ]
    return html.Details(
        [
            html.Summary(still(summary)),
            html.Section(_controls(shown), className="controls card", **aria(label=t("Your selection"))),
        ],
        id="selection",
        className="rail only-screen",
    )


def _controls(shown: Shown) -> list[Any]:
    portal, lang, state = shown.portal, shown.lang, shown.state
    return [
        _indicator_choice(portal, lang, state.indicator),
        _area_choice(shown),
        still(_quick_picks(shown)),
        _period_choice(portal, lang, state.indicator, state.period),
        still(_kinds(shown)),
        _group_choice(portal, lang, state.indicator, state.period.kind, state.category),
    ]


def _choice(kind: str, t: Translator, **props: Any) -> Element:
    """An input of Mantine's, as plain as the `elements` of HTML."""
    look = _LOOK | {"nothingFoundMessage": t("Nothing found")}
    return {"namespace": _MANTINE, "type": kind, "props": props | look}


@lru_cache(maxsize=256)
def _indicator_choice(portal: Portal, lang: str, indicator: str) -> Element:
    t, title = translate(lang), text_in(offered_indicators(portal)[indicator].title, lang)
    return _choice(
        "Select",
        t,
        id="indicator",
        label=t("Indicator"),
        data=_written(indicator_options, portal, lang),
        value=indicator,
        allowDeselect=False,
        attributes={"input": COMBOBOX | {"title": title}},  # its name may be longer than the field
    )


@lru_cache(maxsize=256)
def _period_choice(portal: Portal, lang: str, indicator: str, period: Period) -> Element:
    t = translate(lang)
    return _choice(
        "Select",
        t,
        id="period",
        label=t("Period"),
        data=_written(period_options, portal, lang, indicator, period.kind),
        value=str(period),
        allowDeselect=False,
        attributes={"input": COMBOBOX},
    )


@lru_cache(maxsize=256)
def _group_choice(portal: Portal, lang: str, indicator: str, kind: str, category: Category) -> Element:
    t, groups = translate(lang), group_options(portal, lang, indicator, kind)
    return _choice(
        "Select",
        t,
        id="group",
        label=_of_groups(portal, t, indicator, kind),
        data=_written(group_options, portal, lang, indicator, kind),
        value=group_code(category),
        disabled=len(groups) == 1,
        allowDeselect=False,
        attributes={"input": COMBOBOX},
    )


def _of_groups(portal: Portal, t: Translator, indicator: str, kind: str) -> str:
    """What the groups are of: people, and of some indicators also events by where they lead to or what was before."""
    split = (portal.breakdowns[code] for code in portal.categories(indicator, kind))
    events = [text_in(one.title, t.lang) for one in split if one.is_of_events]
    return t("Group of people, or {events}", events=events[0].lower()) if events else t("Group of people")


def _area_choice(shown: Shown) -> Any:
    t, portal, state = shown.t, shown.portal, shown.state
    full = len(state.areas) == MOST_AREAS
    return _choice(
        "MultiSelect",
        t,
        id="areas",
        label=t("Areas"),
        description=t("Up to {number}; search by name, former name or code", number=MOST_AREAS),
        data=_written(area_options, portal, t.lang, (*shown.now.areas, *_not_standing(shown))),
        value=list(state.areas),
        maxValues=MOST_AREAS,
        attributes={"inputField": COMBOBOX},
        placeholder="" if full else t("Add an area"),
        className="full" if full else "",
    )


@lru_cache(maxsize=256)
def _written(options: Callable[..., Options], *asked: Any) -> _AsJson:
    return orjson.Fragment(orjson.dumps(options(*asked)))


def indicator_options(portal: Portal, lang: str) -> Options:
    """The indicators by topic."""
    groups: dict[str, Options] = {}
    for indicator in offered_indicators(portal).values():
        option = {"value": indicator.id, "label": text_in(indicator.title, lang), "words": indicator.id}
        groups.setdefault(indicator.topic, []).append(option)
    return [
        {"group": text_in(vocabulary().topics[topic].title, lang), "items": items}
        for topic, items in groups.items()
    ]


def period_options(portal: Portal, lang: str, indicator: str, kind: str) -> Options:
    """The periods of an indicator and kind, the newest first."""
    periods = offered_kinds(portal, indicator)[kind]
    return [
        {"value": code, "label": period_name(period, lang), "words": code} for code, period in periods.items()
    ]


def group_options(portal: Portal, lang: str, indicator: str, kind: str) -> Options:
    """The groups of people that an indicator is published for, breakdown by breakdown after all of them."""
    options: Options = [{"value": EVERYONE, "label": translate(lang)("Everyone"), "words": EVERYONE}]
    for code, categories in portal.categories(indicator, kind).items():
        breakdown = portal.breakdowns[code]
        items = [
            {
                "value": group_code((code, name)),
                "label": text_in(breakdown.categories[name], lang),
                "words": name,
            }
            for name in categories
        ]
        options.append({"group": text_in(breakdown.title, lang), "items": items})
    return options


def area_options(portal: Portal, lang: str, areas: tuple[str, ...]) -> Options:
    """Areas by level, each with all the words that it may be found by."""
    country = portal.country
    groups: dict[str, Options] = {}
    for code in areas:
        groups.setdefault(country.areas[code].level, []).append(_area_option(portal, lang, code))
    return [
        {
            "group": text_in(country.levels[level].plural, lang),
            "items": sorted(items, key=lambda option: name_order(option["label"], lang)),
        }
        for level, items in groups.items()
    ]


@lru_cache(maxsize=4096)
def _area_option(portal: Portal, lang: str, code: str) -> dict[str, Any]:
    country = portal.country
    return {"value": code, "label": country.name(code, lang), "words": words_of(country, code)}


def _not_standing(shown: Shown) -> list[str]:
    return [area for area in shown.state.areas if area not in shown.now.offered]


def words_of(country: Country, code: str) -> str:
    """Code, names and former names of an area and of those whose place it took."""
    words: dict[str, None] = {}
    for one in (code, *country.predecessors(code)):
        area = country.areas[one]
        words |= dict.fromkeys((area.code, area.name_en, area.name_local, *area.other_names))
    return " | ".join(words)


def _kinds(shown: Shown) -> Element | None:
    """The kinds of periods as links, where the indicator has several: each leads to the last that had ended."""
    state, kinds = shown.state, offered_kinds(shown.portal, shown.state.indicator)
    if len(kinds) == 1:
        return None
    links = []
    for kind, periods in kinds.items():
        period = last_ended(periods, state.period) or next(iter(periods.values()))
        period = state.period if kind == state.period.kind else period
        links.append(
            html.A(
                text_in(vocabulary().period_kinds[kind].title, shown.lang),
                href=f"?{replace(state, period=period).query}",
                id=f"kind-{kind}",
                className="soft",
                **(aria(current="true") if kind == state.period.kind else {}),
            )
        )
    return html.Nav(links, className="picks", **aria(label=shown.t("Kind of period")))


def _quick_picks(shown: Shown) -> Element:
    state = shown.state
    links = [
        html.A(
            title,
            href=f"?{replace(state, areas=areas).query}",
            id=f"pick-{place}",
            className="soft",
            **(aria(current="true") if areas == state.areas else {}),
        )
        for place, (title, areas) in enumerate(quick_picks(shown.t, shown.now, state.areas))
    ]
    return html.Nav(links, className="picks", **aria(label=shown.t("Quick choices of areas")))


def quick_picks(t: Translator, now: Standing, areas: Sequence[str]) -> list[tuple[str, tuple[str, ...]]]:
    """Ready choices of areas, each with its title."""
    country, day = now.country, now.period.ends_on
    whole = (country.whole.code,) if country.whole.code in now.offered else ()
    regions = now.of_level(country.region_level)
    found = [(t("Usual areas"), now.usual(4))]
    if regions and len(regions) + len(whole) <= MOST_AREAS:
        title = text_in(country.levels[country.region_level].plural, t.lang)
        found.append((title, (*whole, *regions)))
    own = next((area for area in areas if country.areas[area].level == country.base_level), None)
    region = country.group_of(own, country.region_level, day) if own else None
    if own and region and region.code in now.offered:
        members = set(country.members(region.code, day))
        beside = [area for area in now.largest if area in members and area != own]
        name = country.name(region.code, t.lang)
        if beside:
            found.append((t("Largest in {region}", region=name), (own, region.code, *beside)[:MOST_AREAS]))
    return found
