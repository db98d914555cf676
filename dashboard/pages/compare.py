"""Compare: one indicator, up to eight areas, one period, one group of people, in tables and pictures."""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from dash import ClientsideFunction, Dash, Input, State, dcc

from dashboard.components import elements as html
from dashboard.components import notes
from dashboard.components.attributes import aria
from dashboard.components.controls import rail
from dashboard.components.downloads import downloads
from dashboard.components.elements import Element
from dashboard.components.frame import Head
from dashboard.components.held_back import hint
from dashboard.components.icons import icon
from dashboard.components.kpis import cards
from dashboard.components.notice import dropped
from dashboard.components.sentences import comparison
from dashboard.components.still import Still, still
from dashboard.components.views import VIEWS, text_of_title
from dashboard.data import portal
from dashboard.shown import Shown
from dashboard.state import State as Asked
from dashboard.state import offered_views, parse_state
from dashboard.text.translation import Translator
from warehouse.reading import Portal

NAME = "compare"
PATH = "/<lang>/compare"
TITLE = "Compare areas"


def layout(lang: str, **parts: str) -> Element:
    """The selection, and what it shows."""
    release = portal()
    asked = parse_state(release, parts)
    shown = _shown(release, lang, asked)
    return html.Div(
        [
            dcc.Store(id="asked", data=asked.query),
            html.Div([rail(shown), still(downloads(shown.t, asked))], className="side"),
            html.Div([still(dropped(shown)), content(release, lang, asked)], className="content"),
        ],
        className="compare",
    )


def head(lang: str, **parts: str) -> Head:
    """Indicator and period; the first comparison in words."""
    release = portal()
    shown = _shown(release, lang, parse_state(release, parts))
    said = comparison(shown.t, shown.figures, shown.now, shown.state.areas)
    return Head(text_of_title(shown), shown.of_group(said))


def register(app: Dash) -> None:
    """Whatever the reader chooses goes into the address, and the address asks for the page."""
    app.clientside_callback(
        ClientsideFunction("compare", "choose"),
        Input("indicator", "value"),
        Input("areas", "value"),
        Input("period", "value"),
        Input("group", "value"),
        State("asked", "data"),
        prevent_initial_call=True,
    )


def _shown(release: Portal, lang: str, asked: Asked) -> Shown:
    """What layout, content and head of one page have in common, for as long as it takes to make them."""
    return _made(release, lang, asked, asked.dropped)


@lru_cache(maxsize=8)
def _made(release: Portal, lang: str, asked: Asked, _dropped: object) -> Shown:
    """States that show the same are equal, and yet may tell of other things that were dropped."""
    return Shown(release, lang, asked)


@lru_cache(maxsize=256)
def content(release: Portal, lang: str, asked: Asked) -> Still:
    """All that has no callback of its own, finished."""
    shown = _shown(release, lang, asked)
    return still([*_heading(shown), cards(shown), _view(shown), notes.definition(shown)])


def _heading(shown: Shown) -> Iterator[Element]:
    title: list[Element | str] = [shown.title]
    if shown.unit:
        title += [" ", html.Span(shown.unit, className="unit")]
    yield html.H1(title)
    told: list[Element | str] = [shown.period]
    if "provisional" in shown.common:
        told.append(f" ({shown.t('provisional')})")
    if shown.group:
        told += [" · ", html.Strong(shown.group)]
    yield html.P([*told, f" · {shown.figures.direction()}"], className="muted")


def _view(shown: Shown) -> Element:
    parts = VIEWS[shown.state.view](shown)
    source = notes.source_line(shown.t, shown.portal, shown.now.indicator)
    foot = [notes.marks(shown), hint(shown), source]
    label = _tab_titles(shown.t)[shown.state.view]
    return html.Section(
        [_tabs(shown), *parts, html.Div(foot, className="foot")], className="card view", **aria(label=label)
    )


def _tabs(shown: Shown) -> Element:
    titles = _tab_titles(shown.t)
    state = shown.state
    views = offered_views(shown.portal, state.indicator, state.period.kind)
    tabs = [_tab(shown, view, titles[view]) for view in views]
    return html.Nav(tabs, className="tabs only-screen", **aria(label=shown.t("Show as")))


def _tab(shown: Shown, view: str, title: str) -> Element:
    current = aria(current="page") if view == shown.state.view else {}
    address = f"?{replace(shown.state, view=view, by='').query}"
    return html.A([icon(view), title], href=address, id=f"view-{view}", className="soft", **current)


def _tab_titles(t: Translator) -> dict[str, str]:
    return {
        "table": t("Table"),
        "development": t("Development"),
        "ranking": t("Ranking"),
        "groups": t("Groups"),
        "map": t("Map"),
        "borders": t("Borders"),
    }
