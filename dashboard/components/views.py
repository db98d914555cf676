"""The views of Compare: each a sentence in words, and a table or picture that shows more of the same."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import Any

import orjson
from markupsafe import Markup

from dashboard.charts import borders as borders_chart
from dashboard.charts import development as development_chart
from dashboard.charts.layout import Figure, plain
from dashboard.components import elements as html
from dashboard.components import ranking_sentence, sentences
from dashboard.components.attributes import aria, data
from dashboard.components.count_map import count_note
from dashboard.components.elements import Element
from dashboard.components.figure_table import table
from dashboard.components.group_table import NOT_STATED, group_table, group_titles, makes_the_whole
from dashboard.components.phrases import phrase
from dashboard.components.ranking_bars import ranking_bars, uncertain_bars
from dashboard.components.still import written
from dashboard.components.tile_map import HIGHEST, by_colour, legend, tile_map
from dashboard.shades import shade_of
from dashboard.shown import Shown
from dashboard.text.dates import period_name
from dashboard.text.numbers import signs
from warehouse.periods import Period
from warehouse.reading import Cell, Portal
from warehouse.vocabulary import text_in

_FEW_NAMES = 12

VIEW_OF_ALL = "table"
"""The view in which areas of every level stand."""

View = Callable[[Shown], list[Any]]


def table_view(shown: Shown) -> list[Any]:
    """The figures of the period, the chosen areas first."""
    said = sentences.comparison(shown.t, shown.figures, shown.now, shown.state.areas)
    title = text_of_title(shown)
    return [_sentence(shown.of_group(said)), _scrolled(table(shown, title), title)]


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
        "".join(signs(shown.lang)),
    )
    said = shown.of_group(said)
    notes = [html.Li(f"{period_name(period, shown.lang)}: {note}") for period, note in noted]
    breaks = html.Ol(notes, className="breaks") if notes else None
    return [_sentence(said), _chart(figure, said), _line_legend(shown), breaks]


def ranking_view(shown: Shown) -> list[Any]:
    """Bars of the base level, the first rank on top."""
    said = ranking_sentence.ranking(shown.t, shown.figures, shown.now, shown.state.areas)
    if any(cell.lower is not None for cell in shown.now.cells.values()):
        said = f"{said} {shown.t('The thin lines are 95% intervals.')}"
    bars = html.Div([written(ranking_bars(shown)), *_uncertain(shown)], className="rankings")
    return [_sentence(shown.of_group(said)), _elsewhere(shown), bars, _without_figure(shown)]


def groups_view(shown: Shown) -> list[Any]:
    """All groups of a breakdown side by side, for the chosen areas."""
    first, _ = sentences.focus(shown.everyone, shown.state.areas)
    said = (_groups_of(shown, area) for area in dict.fromkeys((first, *shown.state.areas)))
    nothing = shown.t("Too few figures are published for these areas to compare groups.")
    title = text_of_title(shown)
    return [
        _breakdowns(shown),
        _sentence(next(filter(None, said), nothing)),
        _scrolled(group_table(shown, title), title),
        _overlap(shown),
    ]


def _groups_of(shown: Shown, area: str) -> str:
    cells = {
        title: shown.split[code][area]
        for code, title in group_titles(shown).items()
        if NOT_STATED not in code.split(".") and area in shown.split[code]
    }
    if makes_the_whole(shown):
        return sentences.parts(shown.t, shown.figures, shown.everyone, area, cells)
    return sentences.groups(shown.t, shown.figures, shown.everyone, area, cells)


def map_view(shown: Shown) -> list[Any]:
    """Tiles of one size, coloured by classes."""
    places = _tiles(shown.portal, shown.state.period.ends_on)
    tiles = written(tile_map(shown.figures, shown.now, places, shown.state.areas))
    said = [
        shown.of_group(sentences.colours(shown.t, shown.now)),
        shown.t(
            "Every tile is one area of the same size, placed about where it lies; it is not its borders."
        ),
    ]
    colours = written(legend(shown.t, shown.figures, shown.now))
    named = written(by_colour(shown.t, shown.figures, shown.now))
    few_words = html.P(
        shown.t(
            "Tiles have no room for names here: they stand below, under “The areas of each colour”, and each tile leads"
            " to its area."
        ),
        className="muted small narrow-only",
    )
    return [_sentence(" ".join(said)), count_note(shown), _elsewhere(shown), colours, few_words, tiles, named]


def borders_view(shown: Shown) -> list[Any]:
    """The same colours within real borders."""
    said = shown.of_group(sentences.colours(shown.t, shown.now))
    shapes = []
    for area in shown.now.base:
        colour = _colour(shown, area)
        shapes.append(
            borders_chart.Shape(area, _hover(shown, shown.now.cells[area]), colour, area in shown.state.areas)
        )
    geojson = f"/boundaries/{shown.now.country.base_level}.geojson"
    figure = borders_chart.borders(shapes, geojson, shown.now.scale)
    colours = written(legend(shown.t, shown.figures, shown.now, patterned=False))
    return [_sentence(said), count_note(shown), _elsewhere(shown), _chart(figure, said), colours]


def _colour(shown: Shown, area: str) -> int | None:
    if shown.now.cells[area].is_beyond:
        return HIGHEST
    value = shown.now.value(area)
    return None if value is None else shade_of(value, shown.now.shades).place


VIEWS: Mapping[str, View] = {
    "table": table_view,
    "development": development_view,
    "ranking": ranking_view,
    "groups": groups_view,
    "map": map_view,
    "borders": borders_view,
}


def text_of_title(shown: Shown) -> str:
    """Indicator, group and period in words."""
    return ", ".join(filter(None, (shown.title, shown.group, shown.period)))


@lru_cache(maxsize=256)
def _tiles(portal: Portal, day: date) -> Mapping[str, tuple[int, int]]:
    return portal.tiles(day)


def _sentence(said: str) -> Element:
    return html.P(said, className="sentence")


def _scrolled(markup: Markup, title: str) -> Element:
    """A table that narrow screens move sideways."""
    return html.Div(written(markup), className="scroll", tabIndex=0, role="region", **aria(label=title))


def _breakdowns(shown: Shown) -> Element:
    """The ways to split the indicator, as links."""
    state = shown.state
    links = [
        html.A(
            text_in(shown.portal.breakdowns[code].title, shown.lang),
            href=f"?{replace(state, by=code).query}",
            id=f"by-{code.replace('.', '-')}",
            className="soft",
            **(aria(current="true") if code == state.by else {}),
        )
        for code in shown.portal.categories(state.indicator, state.period.kind)
    ]
    return html.Nav(links, className="picks splits only-screen", **aria(label=shown.t("Groups by")))


def _overlap(shown: Shown) -> Element | None:
    if not shown.portal.breakdowns[shown.state.by].overlapping:
        return None
    said = shown.t(
        "One person can be in several of these groups in a period, so they may add up to more than all."
    )
    return html.P(said, className="muted small")


def _chart(figure: Figure, said: str) -> Element:
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
    open_ended = [cell is not None and "provisional" in cell.flags for cell in cells]
    return development_chart.Line(
        shown.name(area), values, [_point(shown, cell) for cell in cells], open_ended
    )


def _point(shown: Shown, cell: Cell | None) -> str:
    said = shown.figures.shown(cell)
    return f"{said} ({shown.t('provisional')})" if cell and "provisional" in cell.flags else said


def _line_legend(shown: Shown) -> Element:
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
    said = _text(shown, cell) if cell.value is not None else shown.figures.reason(cell.status)
    return f"<b>{plain(shown.name(cell.area))}</b><br>{said}"


def _elsewhere(shown: Shown) -> Element | None:
    """Which of the chosen areas a view of the base level leaves out, and where they are seen."""
    t, country = shown.t, shown.now.country
    others = [
        shown.name(area)
        for area in shown.state.areas
        if country.areas[area].level != country.base_level and area != country.whole.code
    ]
    if not others:
        return None
    said = phrase(
        t("Only {level} are shown here. See {areas} in the {table}."),
        level=text_in(country.levels[country.base_level].plural, shown.lang).lower(),
        areas=", ".join(others),
        table=html.A(t("table"), href=f"?{replace(shown.state, view=VIEW_OF_ALL).query}", className="soft"),
    )
    return html.P(said, className="muted small")


def _uncertain(shown: Shown) -> list[Any]:
    """The areas that are left out of the ranking since few people stand behind their figures."""
    if not shown.now.uncertain:
        return []
    said = shown.t("Not ranked: too few people stand behind these figures for their order to mean anything.")
    return [html.P(said, className="muted small unranked"), written(uncertain_bars(shown))]


def _without_figure(shown: Shown) -> Element | None:
    hidden = [shown.name(area) for area in shown.now.base if shown.now.size(area) is None]
    if not hidden:
        return None
    said = shown.t("No published figure: {areas}.", areas=", ".join(hidden))
    if len(hidden) <= _FEW_NAMES:
        return html.P(said, className="muted small")
    number = shown.t.plural(
        "{number} area has no published figure.", "{number} areas have no published figure.", len(hidden)
    )
    return html.Details([html.Summary(number), html.P(said)], className="muted small")
