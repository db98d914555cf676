"""Bars sorted by length with the interval of each and a line for the whole country: plain HTML.

A chart library took seconds to draw 350 rows; as HTML they stand at once, wrap over printed pages and can be read,
searched and followed like any text.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup, escape

from dashboard.components.figure_table import sorted_areas
from dashboard.components.links import area_link
from dashboard.shown import Shown
from warehouse.reading import Cell


@dataclass(frozen=True)
class Scale:
    """Turns figures into per cent of the width, of which the largest takes all."""

    largest: Decimal

    def place(self, value: Decimal) -> str:
        """How far to the right a figure lies."""
        return f"{max(100 * value / self.largest, Decimal(0)):.2f}%" if self.largest > 0 else "0%"


def ranking_bars(shown: Shown) -> Markup:
    """A row for each area of the base level that has a rank, the first on top."""
    country, scale = _country(shown), _scale(shown)
    rows = "".join([_row(shown, scale, cell) for cell in _cells(shown) if cell.area in shown.now.ranks])
    if not rows:
        return Markup("")
    if country is None:
        return Markup(f'<ol class="ranking">{rows}</ol>')
    at = scale.place(country.value or Decimal(0))
    text = escape(f"{shown.name(country.area)} {shown.figures.shown(country)}")
    line = f'<li class="reference"><span class="track"><b>{text}</b></span></li>'
    return Markup(f'<ol class="ranking lined" style="--at:{at}">{line}{rows}</ol>')


def uncertain_bars(shown: Shown) -> Markup:
    """The areas whose figures are too uncertain to be ranked, on the scale of those that are."""
    scale = _scale(shown)
    rows = [_row(shown, scale, cell) for cell in _cells(shown) if cell.area in shown.now.uncertain]
    return Markup(f'<ul class="ranking uncertain">{"".join(rows)}</ul>')


def _cells(shown: Shown) -> list[Cell]:
    order = sorted_areas(shown.now, "-value" if shown.now.highest_first else "value", shown.lang)
    return [shown.now.cells[area] for area in order if shown.now.value(area) is not None]


def _scale(shown: Shown) -> Scale:
    country = _country(shown)
    return Scale(_largest([*_cells(shown), *([country] if country else [])]))


def _country(shown: Shown) -> Cell | None:
    """The country's figure, where it is of the same size as an area's."""
    cell = shown.now.cells.get(shown.now.country.whole.code)
    return cell if cell and cell.value is not None and shown.figures.is_ratio else None


def _largest(cells: Sequence[Cell]) -> Decimal:
    return max(
        (max(cell.value or Decimal(0), cell.upper or Decimal(0)) for cell in cells), default=Decimal(0)
    )


def _row(shown: Shown, scale: Scale, cell: Cell) -> str:
    area, chosen = cell.area, shown.state.areas
    kind = f' class="chosen series-{chosen.index(area)}"' if area in chosen else ""
    interval = shown.figures.interval(cell)
    said = f"{shown.t('95% interval')} {interval}" if interval else ""
    place = shown.now.ranks.get(area, "") if shown.now.places_tell else ""
    return (
        f'<li{kind} title="{escape(said)}"><span class="rank">{place}</span>'
        f"{area_link(shown.lang, area, shown.name(area))}"
        f'<span class="number">{escape(shown.figures.shown(cell))}</span>'
        f'<span class="track"><span class="bar" style="width:{scale.place(cell.value or Decimal(0))}"></span>'
        f'{_whisker(scale, cell)}</span><span class="unseen">{escape(said)}</span></li>'
    )


def _whisker(scale: Scale, cell: Cell) -> str:
    if cell.lower is None or cell.upper is None:
        return ""
    left, width = scale.place(cell.lower), scale.place(cell.upper - cell.lower)
    return f'<span class="whisker" style="left:{left};width:{width}"></span>'
