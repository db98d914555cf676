"""The frame of every page: header with pages, languages and theme, notice of invented figures, footer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any
from urllib.parse import quote, urlencode

import dash_mantine_components as dmc
from dash.development.base_component import Component

from dashboard import addresses
from dashboard.addresses import Page
from dashboard.components import elements as html
from dashboard.components.attributes import aria, data
from dashboard.components.elements import Element
from dashboard.components.icons import icon
from dashboard.data import portal
from dashboard.text.citation import NAME
from dashboard.text.dates import day_name
from dashboard.text.translation import Translator, translate
from warehouse.reading import Portal
from warehouse.vocabulary import text_in, vocabulary

THEME = {
    "fontFamily": "var(--font)",
    "primaryColor": "brand",
    "primaryShade": {"light": 7, "dark": 4},
    "black": "#17242F",
    "defaultRadius": "sm",
    "respectReducedMotion": True,
    "colors": {
        "brand": [
            *("#EAF3FA", "#D3E4F2", "#A6C9E4", "#76ACD6", "#7FB8E8"),
            *("#3583C1", "#2679BB", "#12436D", "#0F3A60", "#0A2C4B"),
        ],
        "dark": [
            *("#E7EDF3", "#C9D3DC", "#A9B6C3", "#7F8E9C", "#3B4B5A"),
            *("#2C3A47", "#1F2C38", "#17222D", "#131D27", "#101A23"),
        ],
    },
}
"""Mantine's own greys look brown beside the portal's slate."""


@dataclass(frozen=True)
class Head:
    """What a page says of itself to the window and to search engines."""

    title: str
    description: str


def head_of(page: Page, lang: str, parts: Mapping[str, str]) -> addresses.Head:
    """What a page says of itself, which begins with a warning where its figures are invented."""
    head = page.head(lang, **parts)
    if not portal().synthetic:
        return head
    invented = translate(lang)("Invented figures:")
    return Head(f"{invented} {head.title}", f"{invented} {head.description}".rstrip())


def frame(lang: str, page: Page, parts: Mapping[str, str], content: Component) -> Component:
    """A whole page. `parts` are the untrusted texts of its address: variables of the path and the query."""
    t = translate(lang)
    release = portal()
    whole: Component = dmc.MantineProvider(
        theme=THEME,
        defaultColorScheme="auto",
        children=[
            html.A(t("Skip to content"), href="#main", className="skip"),
            _header(t, page, parts, release),
            html.Main(
                [_invented(t), content] if release.synthetic else content,
                id="main",
                tabIndex=-1,
                className="wrap",
            ),
            _footer(release, lang),
        ],
    )
    return whole


def address(page: Page, lang: str, parts: Mapping[str, str]) -> str:
    """The address of a page in a language; what is no part of the path is the query."""
    names = [name.strip("<>") for name in page.PATH.split("/") if name.startswith("<")]
    known = {"lang": lang} | {name: str(text) for name, text in parts.items()}
    path = page.PATH
    for name in names:
        path = path.replace(f"<{name}>", quote(known.get(name, ""), safe=""))
    rest = {name: text for name, text in known.items() if name not in names}
    return path.rstrip("/") + (f"?{urlencode(rest, safe=',')}" if rest else "")


def _pages() -> Sequence[Any]:
    from dashboard.pages import PAGES  # here, since the pages themselves need this module's Head

    return PAGES


def _header(t: Translator, page: Page, parts: Mapping[str, str], release: Portal) -> Element:
    tools = html.Div([_languages(t, page, parts), _theme_button(t)], className="tools")
    return html.Header(
        html.Div([*_brand_and_pages(release, t.lang, page.NAME), tools], className="wrap"), className="top"
    )


@lru_cache(maxsize=64)
def _brand_and_pages(release: Portal, lang: str, current: str) -> tuple[Element, Element]:
    t, country = translate(lang), text_in(release.country.names, lang)
    mark = html.Span(className="mark", **aria(hidden="true"))
    brand = html.A(
        [mark, NAME, html.Span(country, className="brand-of")], href=f"/{lang}/compare", className="brand"
    )
    links = [
        html.A(
            t(one.TITLE),
            href=address(one, lang, {}),
            **(aria(current="page") if current == one.NAME else {}),
        )
        for one in _pages()
        if one.TITLE is not None
    ]
    return brand, html.Nav(links, className="pages", **aria(label=t("Pages")))


def _languages(t: Translator, page: Page, parts: Mapping[str, str]) -> Element:
    links = [
        html.A(
            [html.Span(code.upper(), **aria(hidden="true")), html.Span(title, className="unseen")],
            href=address(page, code, parts),
            lang=code,
            hrefLang=code,
            title=title,
            **(aria(current="true") if code == t.lang else {}),
        )
        for code, title in vocabulary().languages.items()
    ]
    return html.Nav(links, className="languages", **aria(label=t("Language")))


@cache
def _theme_button(t: Translator) -> Element:
    return html.Button(
        [icon("moon"), icon("sun"), html.Span(t("Switch between light and dark"), className="unseen")],
        className="theme",
        type="button",
        title=t("Switch between light and dark"),
        **data(theme_switch=""),
    )


@cache
def _invented(t: Translator) -> Element:
    return html.P(
        [
            icon("alert"),
            html.Strong(t("Invented figures.")),
            " ",
            t("Everything on this page was made up to show the portal."),
        ],
        className="invented",
    )


@lru_cache(maxsize=16)
def _footer(release: Portal, lang: str) -> Element:
    t = translate(lang)
    return html.Footer(
        html.Div(
            [
                html.P([_origin(t, release), ": ", *_sources(t, release)]),
                html.P(
                    [
                        t("Figures as of {day}", day=day_name(release.as_of, t.lang)),
                        " · ",
                        t("Release {name}", name=release.release),
                        " · ",
                        html.A(t("About the data"), href=f"/{t.lang}/about"),
                        " · ",
                        html.A(t("Data protection"), href=f"/{t.lang}/protection"),
                        " · ",
                        html.A(t("Open data (API)"), href="/api/v1/indicators"),
                    ]
                ),
            ],
            className="wrap",
        ),
        className="bottom",
    )


def _origin(t: Translator, release: Portal) -> str:
    return t("Invented figures. Real ones would come from") if release.synthetic else t("Sources")


def _sources(t: Translator, release: Portal) -> list[Component | str]:
    """Each publisher once with its licence; one source's licence may differ from another's."""
    found = {
        (text_in(source.facts["publisher"], t.lang), str(source.facts["licence"]["name"])): source
        for source in release.sources
    }
    parts: list[Component | str] = []
    for (publisher, licence), source in found.items():
        url = str(source.facts["licence"].get("url", ""))
        named = html.A(licence, href=url, rel="license") if url.startswith("https://") else licence
        parts += [", " if parts else "", publisher, " (", named, ")"]
    return parts
