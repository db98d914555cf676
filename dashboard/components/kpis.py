"""Cards with the figures of the first few areas."""

from decimal import Decimal

from dash import html
from dash.development.base_component import Component

from dashboard.components.marks import common_flags, figure
from dashboard.components.still import written
from dashboard.shown import Shown
from dashboard.text.figures import Figures, status_text
from dashboard.text.translation import Translator
from warehouse.reading import Cell

MOST_CARDS = 4


def cards(shown: Shown) -> Component:
    """A card for each of the first areas: figure, change over a year, interval."""
    items = [_card(shown, area, slot) for slot, area in enumerate(shown.state.areas[:MOST_CARDS])]
    return html.Ul(items, className="kpis")


def _card(shown: Shown, area: str, slot: int) -> Component:
    now, figures, t = shown.now, shown.figures, shown.t
    cell = now.cells[area]
    parts = [
        html.Span(shown.name(area), className="kpi-name"),
        html.Span(written(figure(figures, cell, common_flags(now.cells.values()))), className="kpi-value"),
        html.Span(_note(t, figures, cell, now.change(area)), className="kpi-note"),
    ]
    interval = figures.interval(cell)
    if interval:
        said: list[Component | str] = [t("95% interval"), " ", html.Span(interval, className="number")]
        parts.append(html.Span(said, className="kpi-note"))
    return html.Li(parts, className=f"kpi series-{slot}")


def _note(t: Translator, figures: Figures, cell: Cell, change: Decimal | None) -> list[Component | str]:
    if cell.value is None:
        return [status_text(cell.status, t.lang)]
    if change is None:
        return [t("No figure 12 months before")]
    return [html.B(figures.change(change)), " ", t("over 12 months")]
