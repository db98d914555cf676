"""Cards with the figures of the chosen areas."""

from dashboard.components import elements as html
from dashboard.components.attributes import aria
from dashboard.components.elements import Element
from dashboard.components.marks import figure, name_mark, why_no_change
from dashboard.components.still import Still, written
from dashboard.shown import Shown
from warehouse.reading import Cell


def cards(shown: Shown) -> Element:
    """A card for each area: figure, change over a year, interval."""
    items = [_card(shown, area, slot) for slot, area in enumerate(shown.state.areas)]
    return html.Ul(items, className="kpis")


def _card(shown: Shown, area: str, slot: int) -> Element:
    now, figures, t = shown.now, shown.figures, shown.t
    cell = now.cell(area)
    parts = [
        html.Span([shown.name(area), written(name_mark(t, now, area))], className="kpi-name"),
        html.Span(
            _value(shown, cell), className="kpi-value", style={"--letters": str(len(figures.shown(cell)))}
        ),
        html.Span(_note(shown, cell), className="kpi-note"),
    ]
    interval = figures.interval(cell)
    if interval:
        said: list[Element | str] = [t("95% interval"), " ", html.Span(interval, className="number")]
        parts.append(html.Span(said, className="kpi-note"))
    return html.Li(parts, className=f"kpi series-{slot}")


def _value(shown: Shown, cell: Cell) -> Element | Still:
    """The figure, or the mark of what the note below says in words."""
    if cell.value is None:
        return html.Span(shown.figures.sign(cell.status), **aria(hidden="true"))
    return written(figure(shown.figures, cell, shown.common))


def _note(shown: Shown, cell: Cell) -> list[Element | str]:
    t, change = shown.t, shown.now.change(cell.area)
    if cell.value is None:
        return [shown.figures.reason(cell.status)]
    doubt = shown.now.doubt(cell.area)
    if doubt:
        return [why_no_change(t, doubt)]
    if change is None:
        return [t("No figure 12 months before")]
    said: list[Element | str] = [html.B(shown.figures.change(change)), " ", t("over 12 months")]
    return [*said, ", ", t("no more than rounding can make")] if shown.now.is_slight(change) else said
