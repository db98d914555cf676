"""What the profile says of the area itself: where it lies, what it was and became, what is in it."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from dashboard.components import elements as html
from dashboard.components.attributes import aria
from dashboard.components.elements import Element
from dashboard.components.phrases import facts, listed, phrase
from dashboard.pages.area_history import Event, events, groups, members
from dashboard.text.collation import name_order
from dashboard.text.dates import day_name
from dashboard.text.numbers import number
from dashboard.text.translation import Translator
from warehouse.areas import Area, Country
from warehouse.vocabulary import text_in

OWN_CODES = "project"
"""The code system of areas that have no official code."""


def area_title(
    t: Translator, country: Country, code: str, day: date, query: str = "", *, invented: bool
) -> Element:
    """Level, name, the region around it and how many live there; not where the inhabitants are `invented`.

    Here as below, links to other areas end with the `query` of this one's address.
    """
    area = country.areas[code]
    level = text_in(country.levels[area.level].title, t.lang)
    region = country.group_of(code, country.region_level, day)
    where = (
        phrase(t("{level} in {region}"), level=level, region=link(t, country, region.code, query))
        if region
        else level
    )
    said: list[Any] = [html.P(where, className="eyebrow"), html.H1(country.name(code, t.lang))]
    counted_on = None if invented else area.population_on
    if area.population is not None and counted_on is not None and area.valid_on(counted_on):
        blanks = {"number": number(area.population, 0, t.lang), "day": day_name(counted_on, t.lang)}
        said.append(html.P(t("{number} inhabitants on {day}", **blanks), className="muted"))
    if area.valid_to is not None and area.valid_to <= day:
        said.append(
            html.P(t("This area ended on {day}.", day=day_name(area.valid_to, t.lang)), className="notice")
        )
    if area.valid_from is not None and area.valid_from >= day:
        said.append(
            html.P(t("This area begins on {day}.", day=day_name(area.valid_from, t.lang)), className="notice")
        )
    return html.Div(said, className="area-title")


def link(t: Translator, country: Country, code: str, query: str) -> Element:
    """An area's name, leading to its profile."""
    return html.A(country.name(code, t.lang), href=f"/{t.lang}/area/{code}{query}")


def inside(t: Translator, country: Country, code: str, day: date, query: str = "") -> list[Element]:
    """The areas in the area, by level."""
    found = members(country, code, day)
    if not found:
        return []
    lists = [_level(t, country, level, areas, query) for level, areas in found.items()]
    heading = html.H2(t("Areas in {area}", area=country.name(code, t.lang)), id="inside")
    return [html.Section([heading, *lists], className="card", **aria(labelledby="inside"))]


def _level(t: Translator, country: Country, level: str, areas: Sequence[Area], query: str) -> Element:
    ordered = sorted(areas, key=lambda area: name_order(country.name(area.code, t.lang), t.lang))
    items = [html.Li(link(t, country, area.code, query)) for area in ordered]
    name = f"{text_in(country.levels[level].plural, t.lang)} ({len(items)})"
    return html.Div([html.H3(name), html.Ul(items, className="area-list")])


def identity(t: Translator, country: Country, code: str, day: date, query: str = "") -> Element:
    """Codes, names, dates, groups, and what happened to the area."""
    area = country.areas[code]
    heading = html.H2(t("About this area"), id="identity")
    history = [_event(t, country, code, event, query) for event in events(country, code)]
    named = facts(
        [
            (t("Code"), f"{area.code} ({_code_system(t, area)})"),
            (t("Other codes"), area.alt_code.replace(";", ", ")),
            (t("Local name"), area.name_local if area.name_local != country.name(code, t.lang) else ""),
            (t("Also known as"), ", ".join(area.other_names)),
            (t("Exists"), _dates(t, area)),
            *(
                (text_in(country.levels[group.level].title, t.lang), link(t, country, group.code, query))
                for group in groups(country, code, day)
            ),
            (t("History"), html.Ul(history, className="plain") if history else None),
        ]
    )
    return html.Section([heading, named], className="card", **aria(labelledby="identity"))


def _code_system(t: Translator, area: Area) -> str:
    return t("a code of this portal") if area.code_system == OWN_CODES else area.code_system


def _dates(t: Translator, area: Area) -> str:
    first = day_name(area.valid_from, t.lang) if area.valid_from else ""
    last = day_name(area.valid_to, t.lang) if area.valid_to else ""
    if first and last:
        return t("from {first} to {last}", first=first, last=last)
    if last:
        return t("until {last}", last=last)
    return t("from {first}", first=first) if first else ""


def _event(t: Translator, country: Country, code: str, event: Event, query: str) -> Element:
    told = {
        "renumbered": t("New code or name: {before} becomes {after}."),
        "merged": t("Merger: {before} become {after}."),
        "split": t("Split: {before} becomes {after}."),
        "rearranged": t("New borders: {before} become {after}."),
    }[event.kind]
    before, after = (
        listed(t, [_coded(t, country, code, each, query) for each in side])
        for side in (event.before, event.after)
    )
    happened = phrase(told, before=html.Span(before), after=html.Span(after))
    return html.Li(
        [html.B(day_name(event.on, t.lang)), " – ", *happened, " ", _consequence(t, country, code, event)]
    )


def _coded(t: Translator, country: Country, page: str, code: str, query: str) -> Element:
    named = html.B(country.name(code, t.lang)) if code == page else link(t, country, code, query)
    return html.Span([named, f" ({code})"])


def _consequence(t: Translator, country: Country, code: str, event: Event) -> str:
    """What the change means for the figures on this page."""
    if code in event.before:
        return t("Figures until that day stay here.")
    if country.area(code).valid_from != event.on:
        return t(
            "From that day on figures cover what joined it; earlier ones are those of the area as it was."
        )
    if not country.whole_predecessors(code):
        return t(
            "The series begins on that day, since earlier figures cannot be divided among the new areas."
        )
    if len(event.before) == 1:
        return t("Figures of earlier periods are those of the area before.")
    return t("Figures of earlier periods are the sums of the areas before.")
