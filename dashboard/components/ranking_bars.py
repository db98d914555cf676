"""Bars sorted by length with the interval of each and a line for the whole country: plain HTML.

A chart library took seconds to draw 350 rows; as HTML they stand at once, wrap over printed pages and can be read,
searched and followed like any text.
"""

from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup, escape

from dashboard.components.figure_table import sorted_areas
from dashboard.components.links import area_link
from dashboard.shown import Shown
from warehouse.reading import Cell


@dataclass(frozen=True)
class Scale:
    """Turns figures into per cent of the width, from the lowest, which is 0 or below it, to the largest."""

    largest: Decimal
    lowest: Decimal = Decimal(0)

    @property
    def signed(self) -> str:
        """The class of bars on both sides of zero."""
        return " signed" if self.lowest < 0 else ""

    @property
    def zero(self) -> str:
        """Where zero lies, for the style sheet."""
        return f"--zero:{self.place(Decimal(0))}"

    def place(self, value: Decimal) -> str:
        """How far to the right a figure lies."""
        return self.length(value - self.lowest)

    def length(self, distance: Decimal) -> str:
        """How long a distance is drawn."""
        span = self.largest - self.lowest
        return f"{max(100 * distance / span, Decimal(0)):.2f}%" if span > 0 else "0%"

    def bar(self, value: Decimal) -> str:
        """Where the bar of a figure lies: it begins or ends at zero."""
        width = f"width:{self.length(abs(value))}"
        return f"margin-left:{self.place(min(value, Decimal(0)))};{width}" if self.lowest < 0 else width


def ranking_bars(shown: Shown) -> Markup:
    """A row for each area of the base level that has a rank, the first on top."""
    country, scale = _country(shown), _scale(shown)
    rows = "".join([_row(shown, scale, cell) for cell in _cells(shown) if cell.area in shown.now.ranks])
    if not rows:
        return Markup("")
    if country is None:
        return Markup(f'<ol class="ranking{scale.signed}" style="{scale.zero}">{rows}</ol>')
    at = scale.place(country.value or Decimal(0))
    text = escape(f"{shown.name(country.area)} {shown.figures.shown(country)}")
    line = f'<li class="reference"><span class="track"><b>{text}</b></span></li>'
    return Markup(f'<ol class="ranking lined{scale.signed}" style="--at:{at};{scale.zero}">{line}{rows}</ol>')


def uncertain_bars(shown: Shown) -> Markup:
    """The areas whose figures are too uncertain to be ranked, on the scale of those that are."""
    scale = _scale(shown)
    rows = [_row(shown, scale, cell) for cell in _cells(shown) if cell.area in shown.now.uncertain]
    return Markup(f'<ul class="ranking uncertain{scale.signed}" style="{scale.zero}">{"".join(rows)}</ul>')


def _cells(shown: Shown) -> list[Cell]:
    order = shown.now.order_of_ranks
    cells = [shown.now.cells[area] for area in sorted_areas(shown.now, "name", shown.lang)]
    known = [(order.merit(cell.size), cell) for cell in cells if cell.size is not None]
    return [cell for _, cell in sorted(known, key=lambda one: one[0])]


def _scale(shown: Shown) -> Scale:
    country = _country(shown)
    cells = [*_cells(shown), *([country] if country else [])]
    ends = [end for cell in cells for end in (cell.value, cell.lower, cell.upper) if end is not None]
    return Scale(max([*ends, Decimal(0)]), min([*ends, Decimal(0)]))


def _country(shown: Shown) -> Cell | None:
    """The country's figure, where it is of the same size as an area's."""
    cell = shown.now.cells.get(shown.now.country.whole.code)
    return cell if cell and cell.value is not None and shown.figures.is_ratio else None


def _row(shown: Shown, scale: Scale, cell: Cell) -> str:
    area, chosen = cell.area, shown.state.areas
    kind = f' class="chosen series-{chosen.index(area)}"' if area in chosen else ""
    interval = shown.figures.interval(cell)
    said = f"{shown.t('95% interval')} {interval}" if interval else ""
    place = shown.now.ranks.get(area, "") if shown.now.places_tell else ""
    bar = "width:100%" if cell.is_beyond else scale.bar(cell.value or Decimal(0))
    return (
        f'<li{kind} title="{escape(said)}"><span class="rank">{place}</span>'
        f"{area_link(shown.lang, area, shown.name(area))}"
        f'<span class="number">{escape(shown.figures.shown(cell))}</span>'
        f'<span class="track"><span class="bar{" beyond" if cell.is_beyond else ""}" style="{bar}"></span>'
        f'{_whisker(scale, cell)}</span><span class="unseen">{escape(said)}</span></li>'
    )


def _whisker(scale: Scale, cell: Cell) -> str:
    if cell.lower is None or cell.upper is None:
        return ""
    left, width = scale.place(cell.lower), scale.length(cell.upper - cell.lower)
    return f'<span class="whisker" style="left:{left};width:{width}"></span>'
