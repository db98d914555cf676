"""A table in a box of its own that scrolls on narrow screens."""

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from dashboard.components import elements as html
from dashboard.components.attributes import aria
from dashboard.components.elements import Element


def simple_table(
    caption: str, columns: Sequence[str], rows: Iterable[Sequence[Any]], numbers: Collection[int] = ()
) -> Element:
    """The table; the first column names the rows, and those at the places `numbers` are set to the right."""
    head = html.Tr(
        [html.Th(title, scope="col", className=_kind(place, numbers)) for place, title in enumerate(columns)]
    )
    body = [html.Tr([_cell(place, cell, numbers) for place, cell in enumerate(row)]) for row in rows]
    parts = [html.Caption(caption, className="unseen"), html.Thead(head), html.Tbody(body)]
    table = html.Table(parts, className="figures")
    return html.Div(table, className="scroll", tabIndex=0, role="region", **aria(label=caption))


def _cell(place: int, cell: Any, numbers: Collection[int]) -> Element:
    return html.Td(cell, className=_kind(place, numbers)) if place else html.Th(cell, scope="row")


def _kind(place: int, numbers: Collection[int]) -> str:
    return "number" if place in numbers else ""
