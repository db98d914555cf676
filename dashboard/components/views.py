"""The views of Compare: each a sentence in words, and a table or picture that shows more of the same."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache
from typing import Any

import orjson
from dash import html
from dash.development.base_component import Component

from dashboard.charts import borders as borders_chart
from dashboard.charts import development as development_chart
from dashboard.charts.layout import Figure, plain
from dashboard.components import sentences
from dashboard.components.attributes import aria, data
from dashboard.components.figure_table import table
from dashboard.components.ranking_bars import ranking_bars
from dashboard.components.still import written
from dashboard.components.tile_map import class_of, class_places, figures_of, legend, tile_map
from dashboard.shown import Shown
from dashboard.standing import quantile_classes
from dashboard.text.dates import period_name
from warehouse.periods import Period
from warehouse.reading import Cell, Portal

View = Callable[[Shown], list[Any]]


def table_view(shown: Shown) -> list[Any]:
    """The figures of the period, the chosen areas first."""
    said = sentences.comparison(shown.t, shown.figures, shown.now, shown.state.areas)
    title = text_of_title(shown)
    whole = html.Div(
        written(table(shown, title)), className="scroll", tabIndex=0, role="region", **aria(label=title)
    )
    return [_sentence(said), whole]


def development_view(shown: Shown) -> list[Any]:
    """Lines over all periods."""
    said = sentences.development(shown.t, shown.figures, shown.now, shown.series, shown.state.areas)
    periods = shown.periods
    places = {period: _place(periods, period) for period, _ in shown.breaks}
    noted = [(period, note) for period, note in shown.breaks if 0 < places[period] < len(periods)]
    figure = development_chart.development(
        [period_name(period, shown.lang) for period in periods],
        [period.ends_on.year for period in periods],
        [_line(shown, area) for area in shown.state.areas],
        [places[period] for period, _ in noted],
    )
    notes = [html.Li(f"{period_name(period, shown.lang)}: {note}") for period, note in noted]
    breaks = html.Ol(notes, className="breaks") if notes else None
    return [_sentence(said), _chart(figure, said), _line_legend(shown), breaks]


def ranking_view(shown: Shown) -> list[Any]:
    """Bars of the base level, the first rank on top."""
    said = sentences.ranking(shown.t, shown.figures, shown.now, shown.state.areas)
    if any(cell.lower is not None for cell in shown.now.cells.values()):
        said = f"{said} {shown.t('The thin lines are 95% intervals.')}"
    return [_sentence(said), written(ranking_bars(shown)), _without_figure(shown)]


def map_view(shown: Shown) -> list[Any]:
    """Tiles of one size, coloured by five classes."""
    places = _tiles(shown.portal, shown.state.period.ends_on)
    tiles = written(tile_map(shown.figures, shown.now, places, shown.state.areas))
    said = [
        sentences.colours(shown.t, shown.now),
        shown.t(
            "Every tile is one area of the same size, placed about where it lies; it is not its borders."
        ),
    ]
    return [_sentence(" ".join(said)), written(legend(shown.t, shown.figures, shown.now)), tiles]


def borders_view(shown: Shown) -> list[Any]:
    """The same colours within real borders."""
    said = sentences.colours(shown.t, shown.now)
    classes = quantile_classes(figures_of(shown.now))
    colours = class_places(classes)
    shapes = []
    for area in shown.now.base:
        value = shown.now.value(area)
        colour = None if value is None else colours[class_of(value, classes)]
        shapes.append(
            borders_chart.Shape(area, _hover(shown, shown.now.cells[area]), colour, area in shown.state.areas)
        )
    figure = borders_chart.borders(shapes, f"/boundaries/{shown.now.country.base_level}.geojson")
    return [_sentence(said), _chart(figure, said), written(legend(shown.t, shown.figures, shown.now))]


VIEWS: Mapping[str, View] = {
    "table": table_view,
    "development": development_view,
    "ranking": ranking_view,
    "map": map_view,
    "borders": borders_view,
}


def text_of_title(shown: Shown) -> str:
    """Indicator and period in words."""
    return f"{shown.title}, {shown.period}"


@lru_cache(maxsize=256)
def _tiles(portal: Portal, day: date) -> Mapping[str, tuple[int, int]]:
    return portal.tiles(day)


def _sentence(said: str) -> Component:
    return html.P(said, className="sentence")


def _chart(figure: Figure, said: str) -> Component:
    """A place of the chart's final size, where `assets/charts.js` draws it once the browser is ready."""
    return html.Div(
        className="chart",
        role="img",
        style={"height": figure["layout"]["height"]},
        **aria(label=said),
        **data(figure=orjson.dumps(figure).decode()),
    )


def _place(periods: Any, first: Period) -> int:
    return sum(period.ends_on < first.starts_on for period in periods)


def _line(shown: Shown, area: str) -> development_chart.Line:
    cells = [shown.series[area].get(period) for period in shown.periods]
    values = [None if cell is None or cell.value is None else float(cell.value) for cell in cells]
    return development_chart.Line(shown.name(area), values, [shown.figures.shown(cell) for cell in cells])


def _line_legend(shown: Shown) -> Component:
    """The lines' names for narrow screens, which have no room for them beside the lines."""
    items = [
        html.Li([html.Span(className=f"dot series-{slot}"), shown.name(area)])
        for slot, area in enumerate(shown.state.areas)
    ]
    return html.Ul(items, className="legend narrow-only", **aria(hidden="true"))


def _text(shown: Shown, cell: Cell) -> str:
    interval = shown.figures.interval(cell)
    return shown.figures.shown(cell) + (f" ({interval})" if interval else "")


def _hover(shown: Shown, cell: Cell) -> str:
    return f"<b>{plain(shown.name(cell.area))}</b><br>{_text(shown, cell)}"


def _without_figure(shown: Shown) -> Component | None:
    hidden = [shown.name(area) for area in shown.now.base if shown.now.value(area) is None]
    if not hidden:
        return None
    return html.P(shown.t("No published figure: {areas}.", areas=", ".join(hidden)), className="muted small")
