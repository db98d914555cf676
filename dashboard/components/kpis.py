"""Cards with the figures of the first few areas."""

from decimal import Decimal

from dash import html
from dash.development.base_component import Component

from dashboard.components.marks import common_flags, figure
from dashboard.components.still import written
from dashboard.standing import Standing
from dashboard.state import State
from dashboard.text.figures import Figures
from dashboard.text.translation import Translator

MOST_CARDS = 4


def cards(t: Translator, figures: Figures, now: Standing, state: State) -> Component:
    """A card for each of the first areas: figure, change over a year, interval."""
    items = [_card(t, figures, now, area, slot) for slot, area in enumerate(state.areas[:MOST_CARDS])]
    return html.Ul(items, className="kpis")


def _card(t: Translator, figures: Figures, now: Standing, area: str, slot: int) -> Component:
    cell = now.cells[area]
    value = written(figure(figures, cell, common_flags(now.cells.values())))
    parts = [
        html.Span(now.country.name(area, t.lang), className="kpi-name"),
        html.Span(value, className="kpi-value"),
        html.Span(_moved(t, figures, now.change(area)), className="kpi-note"),
    ]
    interval = figures.interval(cell)
    if interval:
        parts.append(html.Span(t("95 % interval {interval}", interval=interval), className="kpi-note"))
    return html.Li(parts, className=f"kpi series-{slot}")


def _moved(t: Translator, figures: Figures, change: Decimal | None) -> list[Component | str]:
    if change is None:
        return [t("No figure 12 months before")]
    return [html.B(figures.change(change)), " ", t("over 12 months")]
