"""Pictures that only decorate; the drawings are in `assets/15-icons.css`."""

from dash import html

from dashboard.components.attributes import aria


def icon(name: str) -> html.Span:
    """An icon in the colour of the text beside it, hidden from screen readers."""
    return html.Span(className=f"icon icon-{name}", **aria(hidden="true"))
