"""Compare: one indicator, up to eight areas, one period."""

from dash import html
from dash.development.base_component import Component

from dashboard.components.frame import Head
from dashboard.text.translation import translate

NAME = "compare"
PATH = "/<lang>/compare"
TITLE = "Compare areas"


def layout(lang: str, **parts: str) -> Component:
    """The content of the page."""
    return html.H1(translate(lang)(TITLE))


def head(lang: str, **parts: str) -> Head:
    """Title and description."""
    return Head(translate(lang)(TITLE), "")
