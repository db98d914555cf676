"""Pictures that only decorate; the drawings are in `assets/15-icons.css`."""

from dashboard.components import elements as html
from dashboard.components.attributes import aria
from dashboard.components.elements import Element


def icon(name: str) -> Element:
    """An icon in the colour of the text beside it, hidden from screen readers."""
    return html.Span(className=f"icon icon-{name}", **aria(hidden="true"))
