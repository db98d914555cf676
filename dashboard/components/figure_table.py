"""The table of Compare: the chosen areas first, then every area of the base level."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from markupsafe import Markup

from dashboard.components.differences import against, difference_word
from dashboard.components.links import area_link
from dashboard.components.marks import escaped, explained, figure, missing, name_mark, no_change, slight
from dashboard.ranks import Order
from dashboard.shown import Shown, Side
from dashboard.standing import Standing
from dashboard.text.collation import name_order
from dashboard.text.figures import MISSING, Figures
from warehouse.reading import Cell
from warehouse.vocabulary import text_in

_GROUP = Markup('<tr class="group"><th colspan="{}" scope="rowgroup">{}</th></tr>')
_HEAD = Markup('<th scope="col" class="{}"{}>{}</th>')
_SORT = Markup(
    '<a id="sort-{}" class="soft" href="{}">{}<span class="sorted" aria-hidden="true">{}</span></a>'
)
_TABLE = Markup(
    '<table class="figures"><caption class="unseen">{}</caption><thead><tr>{}</tr></thead>{}</table>'
)
_BODY = Markup("<tbody>{}{}</tbody>")
_NEXT = '</td><td class="number">'

Write = Callable[[str, Cell], Markup | str]


class Column(NamedTuple):
    """A column of figures: its heading, what it says of an area, and the name it is sorted by, if it can be."""

    title: str
    write: Write
    sort: str = ""


def table(shown: Shown, caption: str) -> Markup:
    """The table as HTML. A hidden figure is a mark with its reason, never a number."""
    columns = columns_of(shown)
    span = len(columns) + 1
    level = shown.now.country.levels[shown.now.country.base_level]
    base = sorted_areas(shown.now, shown.state.sort, shown.t.lang)
    everyone = f"{text_in(level.plural, shown.t.lang)} ({len(base)})"
    bodies = [
        _BODY.format(_GROUP.format(span, shown.t("Your areas")), _rows(shown, columns, shown.state.areas)),
        _BODY.format(_GROUP.format(span, everyone), _rows(shown, columns, base)),
    ]
    return _TABLE.format(caption, _heads(shown, columns), Markup("").join(bodies))


def columns_of(shown: Shown) -> list[Column]:
    """The columns that this indicator has something for."""
    t, figures, now = shown.t, shown.figures, shown.now
    cells = list(now.cells.values())
    columns = [Column(shown.period, lambda _, cell: figure(figures, cell, shown.common), "value")]
    if any(cell.lower is not None for cell in cells):
        columns.append(Column(t("95% interval"), lambda _, cell: _interval(figures, cell)))
    is_change = now.indicator.count == "growth"  # it says by itself what has changed in a year
    if not is_change and any(now.change(area) is not None for area in now.areas):
        columns.append(Column(t("Change over 12 months"), lambda area, _: _change(shown, area), "change"))
    if columns[-1].sort == "change" and not figures.is_ratio:
        columns.append(Column(t("Change in per cent"), lambda area, _: _growth(shown, area)))
    first = shown.state.areas[0]
    if figures.is_ratio and len(shown.state.areas) > 1:
        columns.append(
            Column(t("Against {area}", area=shown.name(first)), lambda area, _: _against(shown, area))
        )
    if now.indicator.denominator is not None:
        columns.append(
            Column(
                shown.measure_title(now.indicator.numerator),
                lambda _, cell: _part(figures, cell, cell.numerator),
            )
        )
        columns.append(
            Column(
                shown.measure_title(now.indicator.denominator),
                lambda _, cell: _part(figures, cell, cell.denominator),
            )
        )
    columns += [_part_column(side) for side in shown.sides]
    if now.places_tell:
        columns.append(Column(_rank_title(shown), lambda area, _: _rank(shown, area)))
    return columns


def _part_column(side: Side) -> Column:
    """What one of the two figures of a difference says of each area."""
    return Column(side.title, lambda area, _: figure(side.figures, side.now.cell(area), side.common))


def sorted_areas(now: Standing, sort: str, lang: str) -> list[str]:
    """The areas of the base level in an order of `state.SORTS`; areas without a figure come last."""
    by_name = sorted(now.base, key=lambda code: name_order(now.country.name(code, lang), lang))
    key, backwards = sort.removeprefix("-"), sort.startswith("-")
    if key == "name":
        return by_name[::-1] if backwards else by_name
    known: dict[str, Decimal] = {}
    for code in by_name:
        figure_or_none = now.size(code) if key == "value" else now.change(code)
        if figure_or_none is not None:
            known[code] = figure_or_none
    return sorted(known, key=known.__getitem__, reverse=backwards) + [
        code for code in by_name if code not in known
    ]


def _heads(shown: Shown, columns: Iterable[Column]) -> Markup:
    first = Column(shown.t("Area"), lambda *_: "", "name")
    return Markup("").join(
        _head(shown, column, "" if column is first else "number") for column in (first, *columns)
    )


def _head(shown: Shown, column: Column, kind: str) -> Markup:
    if not column.sort:
        return _HEAD.format(kind, "", column.title)
    now_by, backwards = shown.state.sort.removeprefix("-"), shown.state.sort.startswith("-")
    active = now_by == column.sort
    # A first click on a figure brings the highest up, on the name the first letter.
    turned = not backwards if active else column.sort != "name"
    other = f"-{column.sort}" if turned else column.sort
    state = replace(shown.state, sort=other)
    direction = Markup(' aria-sort="{}"').format("descending" if backwards else "ascending") if active else ""
    arrow = ("▼" if backwards else "▲") if active else ""
    return _HEAD.format(kind, direction, _SORT.format(column.sort, f"?{state.query}", column.title, arrow))


def _rows(shown: Shown, columns: Sequence[Column], areas: Iterable[str]) -> Markup:
    """The rows, put together without `Markup.format`, which would take most of the page's time."""
    slots = {area: slot for slot, area in enumerate(shown.state.areas)}
    writers = [column.write for column in columns]
    return Markup("".join([_row(shown, writers, area, slots.get(area)) for area in areas]))


def _row(shown: Shown, writers: Sequence[Write], area: str, slot: int | None) -> str:
    cell = shown.now.cell(area)
    figures = _NEXT.join([_as_html(write(area, cell)) for write in writers])
    link = area_link(shown.lang, area, shown.name(area))
    if slot is None:
        return f'<tr><th scope="row">{link}</th><td class="number">{figures}</td></tr>'
    dot = f'<span class="dot series-{slot}"></span>'
    sign = name_mark(shown.t, shown.now, area)
    return f'<tr class="chosen"><th scope="row">{dot}{link}{sign}</th><td class="number">{figures}</td></tr>'


def _as_html(text: Markup | str) -> str:
    return text if isinstance(text, Markup) else escaped(text)


def _change(shown: Shown, area: str) -> Markup | str:
    change = shown.now.change(area)
    if change is None:
        return _unknown(shown, area)
    said = shown.figures.change(change)
    return slight(shown.t, said) if shown.now.is_slight(change) else said


def _against(shown: Shown, area: str) -> str:
    """How a chosen area differs from the first one; of the others that is not asked."""
    first, *others = shown.state.areas
    if area not in others:
        return ""
    return (
        difference_word(shown.t, shown.figures, *against(shown.now.cell(area), shown.now.cell(first)))
        or MISSING
    )


def _growth(shown: Shown, area: str) -> Markup | str:
    change, before = shown.now.change(area), shown.now.before.get(area)
    if change is None or before is None or before.value is None:
        return _unknown(shown, area)
    if not before.value or before.value < shown.now.whole_from or shown.now.is_slight(change):
        return MISSING
    return shown.figures.growth(change, before.value)


def _unknown(shown: Shown, area: str) -> Markup:
    """Why there is no change: the status of the figure now, its doubt, else the status of the one a year before."""
    now, before, doubt = shown.now.cell(area), shown.now.before.get(area), shown.now.doubt(area)
    if now.value is None:
        return missing(now.status, shown.t.lang)
    if doubt:
        return no_change(shown.t, doubt)
    return missing(before.status if before else "not_available", shown.t.lang)


def _part(figures: Figures, cell: Cell, part: Decimal | None) -> Markup | str:
    return missing(cell.status, figures.lang) if cell.value is None else figures.part(part)


def _interval(figures: Figures, cell: Cell) -> Markup | str:
    return missing(cell.status, figures.lang) if cell.value is None else figures.interval(cell) or MISSING


def _rank(shown: Shown, area: str) -> Markup | str:
    rank = shown.now.ranks.get(area)
    if rank is not None:
        return shown.t("{rank} of {number}", rank=rank, number=len(shown.now.ranks))
    few = area in shown.now.uncertain
    return explained(
        MISSING, shown.t("Not ranked, too few people") if few else shown.t("Not ranked"), "status"
    )


def _rank_title(shown: Shown) -> str:
    return {
        Order.HIGHEST_FIRST: shown.t("Rank, highest first"),
        Order.LOWEST_FIRST: shown.t("Rank, lowest first"),
        Order.NEAREST_ZERO_FIRST: shown.t("Rank, nearest zero first"),
    }[shown.now.order_of_ranks]
