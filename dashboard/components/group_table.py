"""The table of groups: every group of a breakdown in a row, the chosen areas side by side."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from markupsafe import Markup, escape

from dashboard.components.marks import figure, name_mark
from dashboard.shown import Shown
from dashboard.text.figures import MISSING
from warehouse.reading import ALL, Category, Cell
from warehouse.vocabulary import text_in

NOT_STATED = "not_stated"
"""The category of those of whom it is not known which group they belong to."""

_TABLE = Markup(
    '<table class="figures groups" style="--areas:{}"><caption class="unseen">{}</caption>'
    "<thead><tr>{}</tr></thead>{}</table>"
)
_AREA = Markup('<th scope="col" class="number series-{}"><a href="/{}/area/{}">{}</a>{}</th>')
_PART = Markup('<tr class="group"><th colspan="{}" scope="rowgroup">{}</th></tr>')
_BODY = Markup("<tbody>{}{}</tbody>")


def group_titles(shown: Shown) -> Mapping[str, str]:
    """The names of the groups in the reader's language, by category."""
    texts = shown.portal.breakdowns[shown.state.by].categories
    return {name: text_in(texts[name], shown.lang) for name in shown.split}


def makes_the_whole(shown: Shown) -> bool:
    """Whether the groups are of events or days, each of which is in one: their amounts are together all of them."""
    if shown.figures.is_ratio:
        return False
    known = shown.portal.breakdowns
    breakdown = known[shown.state.by]
    return any(known[part].is_of_events for part in (breakdown.code, *breakdown.parts))


def group_table(shown: Shown, caption: str) -> Markup:
    """The table as HTML, everybody in the first row; the groups of a pair stand under what they have in common."""
    breakdown = shown.portal.breakdowns[shown.state.by]
    of_rows = text_in(breakdown.title, shown.lang) if breakdown.is_of_events else shown.t("Group of people")
    heads = [Markup('<th scope="col">{}</th>').format(of_rows)]
    for slot, area in enumerate(shown.state.areas):
        sign = name_mark(shown.t, shown.now, area)
        heads.append(_AREA.format(slot, shown.lang, area, shown.name(area), sign))
    highest = _highest(shown)
    everything = shown.t("All") if breakdown.is_of_events else shown.t("Everyone")
    parts = [("", {ALL: everything}), *_parts(shown)]
    bodies = [_body(shown, highest, heading, rows) for heading, rows in parts]
    return _TABLE.format(len(shown.state.areas), caption, Markup("").join(heads), Markup("").join(bodies))


def _parts(shown: Shown) -> Iterator[tuple[str, Mapping[Category, str]]]:
    """The rows with the heading that they stand under: of a pair the groups of its first part."""
    by, titles = shown.state.by, group_titles(shown)
    breakdown = shown.portal.breakdowns[by]
    if not breakdown.parts:
        yield "", {(by, name): title for name, title in titles.items()}
        return
    first, second = (shown.portal.breakdowns[part].categories for part in breakdown.parts)
    for name, title in first.items():
        inside = {
            (by, whole): text_in(second[whole.removeprefix(f"{name}.")], shown.lang)
            for whole in titles
            if whole.startswith(f"{name}.")
        }
        if inside:
            yield text_in(title, shown.lang), inside


def _body(shown: Shown, highest: Decimal, heading: str, rows: Mapping[Category, str]) -> Markup:
    head = _PART.format(len(shown.state.areas) + 1, heading) if heading else ""
    return _BODY.format(
        head, Markup("".join([_row(shown, highest, category, title) for category, title in rows.items()]))
    )


def _row(shown: Shown, highest: Decimal, category: Category, title: str) -> str:
    """A row whose name leads to the table of all areas for this group."""
    cells = shown.everyone.cells if category == ALL else shown.split[category[1]]
    query = replace(shown.state, category=category, view="table", by="").query
    kind = ' class="chosen"' if category == shown.state.category else ""
    name = "-".join(category).replace(".", "-")
    figures = [_cell(shown, highest, slot, cells.get(area)) for slot, area in enumerate(shown.state.areas)]
    link = f'<a id="group-{name}" class="soft" href="?{escape(query)}">{escape(title)}</a>'
    return f'<tr{kind}><th scope="row">{link}</th>{"".join(figures)}</tr>'


def _cell(shown: Shown, highest: Decimal, slot: int, cell: Cell | None) -> str:
    """A figure, what it is of the area's whole or its interval, and both drawn as a bar."""
    written = figure(shown.figures, cell, shown.common_in_view)
    return f'<td class="number">{written}{_beside(shown, highest, slot, cell)}</td>'


def _beside(shown: Shown, highest: Decimal, slot: int, cell: Cell | None) -> str:
    if cell is None or cell.value is None:
        return ""
    if shown.figures.is_ratio:
        line = _second_line(shown.figures.interval(cell))
        return line if shown.figures.has_sign else line + _bar(slot, cell.value, highest)
    whole = shown.everyone.value(cell.area)
    if not whole or whole < shown.everyone.whole_from:  # too few to be parted in per cent
        return _second_line(MISSING)
    return _second_line(shown.figures.share(cell.value, whole)) + _bar(slot, cell.value, whole, " of-whole")


def _second_line(text: str) -> str:
    return f'<span class="beside">{escape(text)}</span>' if text else ""


def _bar(slot: int, value: Decimal, whole: Decimal, kind: str = "") -> str:
    length = min(100 * value / whole, Decimal(100)) if whole > 0 else Decimal(0)
    return f'<span class="share series-{slot}{kind}"><span style="width:{length:.1f}%"></span></span>'


def _highest(shown: Shown) -> Decimal:
    cells = [cell for cells in shown.split.values() for cell in cells.values()]
    own = [shown.everyone.value(area) for area in shown.state.areas]
    return max(
        (value for value in (*(cell.value for cell in cells), *own) if value is not None), default=Decimal(0)
    )
