"""What stands at addresses of a language that name no page."""

from dashboard.components import elements as html
from dashboard.components.elements import Element
from dashboard.components.frame import Head
from dashboard.text.translation import translate

NAME = "missing"
PATH = "/<lang>/<nothing>"
TITLE: str | None = None


def known(**_: str) -> bool:
    """Whether there is such a page: never."""
    return False


def head(lang: str, **_: str) -> Head:
    """Title and description."""
    return Head(translate(lang)("Nothing is shown at this address."), "")


def layout(lang: str, **_: str) -> Element:
    """The content of the page."""
    t = translate(lang)
    return html.Div(
        [
            html.H1(t("Nothing is shown at this address.")),
            html.P(t("It may be mistyped, or come from an old link. All pages are named above.")),
            html.P(html.A(t("To the front page"), href=f"/{lang}")),
        ],
        className="missing",
    )
