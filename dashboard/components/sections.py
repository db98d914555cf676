"""A long page of prose: its sections as cards, beside links to each."""

from collections.abc import Sequence
from typing import Any

from dashboard.components import elements as html
from dashboard.components.attributes import aria
from dashboard.components.elements import Element
from dashboard.components.still import still
from dashboard.text.translation import Translator

Section = tuple[str, str, Sequence[Any]]
"""Name in the address, title, content."""


def with_contents(t: Translator, title: str, sections: Sequence[Section]) -> Any:
    """The content of such a page."""
    links = html.Ul([html.Li(html.A(heading, href=f"#{name}")) for name, heading, _ in sections])
    cards = [
        html.Section([html.H2(heading, id=name), *parts], className="card", **aria(labelledby=name))
        for name, heading, parts in sections
    ]
    here = t("On this page")
    contents = html.Nav([html.H2(here), links], className="contents only-screen", **aria(label=here))
    body = html.Div([contents, html.Div(cards)], className="with-contents")
    return still(html.Div([html.H1(title), body], className="about-data"))


def listed(*lines: str) -> Element:
    """Short statements, one below the other."""
    return html.Ul([html.Li(line) for line in lines])
