"""Area profile: one area, how it stands on every indicator, what it is and what is in it."""

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any

from dash import Dash

from dashboard.components import area_search
from dashboard.components import elements as html
from dashboard.components.attributes import aria
from dashboard.components.elements import Element
from dashboard.components.frame import Head
from dashboard.components.held_back import STATUSES, taken_out
from dashboard.components.still import still
from dashboard.data import portal
from dashboard.pages.area_cells import AreaCells
from dashboard.pages.area_choice import Choice, category_name, choice_form, parse_choice, query_of
from dashboard.pages.area_figures import area_figures
from dashboard.pages.area_glance import at_a_glance
from dashboard.pages.area_history import day_of
from dashboard.pages.area_identity import area_title, identity, inside
from dashboard.pages.area_table import (
    Profile,
    area_table,
    legend,
    statuses_of,
    table_name,
)
from dashboard.pages.area_topics import EVERYTHING, parse_topic, topic_links, topic_title
from dashboard.pages.area_windows import wider
from dashboard.text.translation import Translator, translate
from warehouse.reading import Portal
from warehouse.vocabulary import text_in, vocabulary

NAME = "area"
PATH = "/<lang>/area/<code>"
TITLE = "Area profile"

LONGEST_CODE = 40
"""Characters of an unknown code that are shown."""


def known(code: str = "", **_: str) -> bool:
    """Whether there is such an area; if not, the page says so."""
    return code in portal().country.areas


def head(lang: str, code: str = "", **_: str) -> Head:
    """Title and description."""
    t, country = translate(lang), portal().country
    if not known(code):
        return Head(t("No such area"), "")
    name = country.name(code, lang)
    return Head(
        t("{area} in figures", area=name),
        t("How {area} stands on every indicator, beside its region and the whole country.", area=name),
    )


def layout(lang: str, code: str = "", kind: str = "", group: str = "", topic: str = "", **_: str) -> Element:
    """The content of the page."""
    release, t = portal(), translate(lang)
    if code not in release.country.areas:
        return _unknown(t, release, code)
    title, rest = _written(release, lang, code, parse_choice(release, kind, group), parse_topic(topic))
    return html.Div([title, area_search.area_search(release, lang), rest], className="profile")


def register(app: Dash) -> None:
    """The callback of the search box."""
    area_search.register(app)


def _unknown(t: Translator, release: Portal, code: str) -> Element:
    whole = release.country.whole.code
    title = html.Div(
        [html.H1(t("No such area")), html.P(t("No area has the code “{code}”.", code=code[:LONGEST_CODE]))]
    )
    link = html.A(t("To {area}", area=release.country.name(whole, t.lang)), href=f"/{t.lang}/area/{whole}")
    return html.Div([title, area_search.area_search(release, t.lang), html.P(link)], className="profile")


@lru_cache(maxsize=512)
def _written(release: Portal, lang: str, code: str, choice: Choice, topic: str) -> tuple[Any, Any]:
    """Title and rest: all of the page that has no callback, written once for each release and language."""
    t, country, asked = translate(lang), release.country, AreaCells(release, code, choice)
    day, query = day_of(country.areas[code], release.as_of), query_of(release, choice, topic)
    group = category_name(release, choice.category, lang)
    profile = Profile(t, country, code, area_figures(asked, topic), choice.category, group)
    topics = _addresses(profile, release, choice)
    parts = [
        choice_form(t, release, code, choice, topic),
        _wider(profile, release, choice, topic),
        *at_a_glance(profile, asked, topics),
        _figures(profile, release, topics),
        html.Div(
            [*inside(t, country, code, day, query), identity(t, country, code, day, query)],
            className="profile-more",
        ),
    ]
    title = area_title(t, country, code, day, query, invented=release.synthetic)
    return still(title), still(parts)


def _addresses(profile: Profile, release: Portal, choice: Choice) -> Mapping[str, str]:
    """Where all that can be opened of the profile is opened."""
    path = f"/{profile.t.lang}/area/{profile.code}"
    return {one: f"{path}{query_of(release, choice, one)}" for one in profile.fold.counts}


def _wider(profile: Profile, release: Portal, choice: Choice, topic: str) -> Element | None:
    """Where little is shown, a link to the longest periods that show more."""
    found = wider(release, profile.code, choice)
    if found is None:
        return None
    t, (chosen, longer) = profile.t, found
    kinds = {one.kind: text_in(vocabulary().period_kinds[one.kind].title, t.lang).lower() for one in found}
    more = t(
        "By {kind} {shown} of {figures} figures are shown",
        kind=kinds[longer.kind],
        shown=longer.shown,
        figures=longer.figures,
    )
    few = t(
        "Few people live or are counted here, so by {kind} only {shown} of {figures} of the newest figures can be"
        " shown.",
        kind=kinds[chosen.kind],
        shown=chosen.shown,
        figures=chosen.figures,
    )
    query = query_of(release, replace(choice, kind=longer.kind), topic)
    link = html.A(more, href=f"/{t.lang}/area/{profile.code}{query}")
    return html.P([few, " ", link, "."], className="wider only-screen")


def _figures(profile: Profile, release: Portal, topics: Mapping[str, str]) -> Element:
    t = profile.t
    parts: list[Any] = [html.H2(_heading(profile), id="standing"), topic_links(t, profile.fold, topics)]
    if profile.rows:
        named = aria(label=table_name(profile))
        parts += [html.Div(area_table(profile), className="scroll", tabIndex=0, role="region", **named)]
        parts += [_reading(profile, release)]
    else:
        parts += [html.P(t("No figures are published for this area and group."))]
    return html.Section(parts, className="card", **aria(labelledby="standing"))


def _heading(profile: Profile) -> str:
    t = profile.t
    heading = t("How {area} stands", area=profile.name(profile.code))
    opened = profile.fold.open
    topic = "" if opened == EVERYTHING else topic_title(t, opened)
    said = ", ".join(filter(None, (profile.group, topic)))
    return f"{heading}: {said}" if said else heading


def _reading(profile: Profile, release: Portal) -> Element:
    """How to read the table: only of what stands in it."""
    notes = [html.Li(note) for holds, note in _notes(profile) if holds]
    marks = [html.Li([html.B(sign), " ", note]) for sign, note in legend(profile)]
    held_back = [html.Li(taken_out(profile.t, release))] if STATUSES & statuses_of(profile) else []
    return html.Ul([*notes, *marks, *held_back], className="reading")


def _notes(profile: Profile) -> list[tuple[bool, str]]:
    """What there is to say of the table, and whether there is anything in it of which it is said."""
    t, country, rows, besides = profile.t, profile.country, profile.rows, profile.besides
    base = text_in(country.levels[country.base_level].plural, t.lang).lower()
    return [
        (
            any(row.cell.lower is not None for row in rows),
            t("Below the area's figure stands its 95% interval: how far chance alone may move it."),
        ),
        (
            any(beside.clear is not None for beside in besides),
            t(
                "Figures are called higher or lower only if the difference is larger than chance alone would explain."
            ),
        ),
        (
            any(beside.difference is not None and beside.clear is None for beside in besides),
            t("Where no interval is published, only the distance is given: chance may explain it."),
        ),
        (
            any(row.old for row in rows),
            t(
                "Figures in grey are older than the newest of their indicator; they are not compared or ranked."
            ),
        ),
        (
            any(row.settled for row in rows),
            t(
                "A provisional figure has no change yet: that of the last settled period is given, with its name."
            ),
        ),
        (any(row.rank for row in rows), t("Ranks are among the {areas} with a figure.", areas=base)),
        (
            any("rounded" in row.cell.flags for row in rows),
            t("Figures are rounded to protect people, so they do not add up exactly."),
        ),
        (True, t("The development shows up to five years.")),
    ]
