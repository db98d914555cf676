"""What stands behind a figure before protection: read from the private warehouse, and never to leave the house."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from indicators.counting.figures import Figure, figures_of
from indicators.explanation import Explanation
from indicators.measure import Measure, measure_of
from warehouse.connection import Connection
from warehouse.errors import UserError
from warehouse.homes import Home
from warehouse.reading import Portal

_SQL = Path(__file__).parent / "sql" / "explain"

WITHDRAWN = "withdrawn"
"""The status of a cell that was computed and, it may be, closed only when the release was attacked."""

Sizes = tuple[tuple[str, int], ...]
"""Tables of the core, each with the number of its rows."""


@dataclass(frozen=True)
class Counting:
    """One counted figure of a cell before protection.

    `contributors` are the persons or workplaces behind it, or the events of persons where these are added up. It was
    counted from all rows of the core's `tables`; `rows`, of `persons`, are those of its measure in the window, in the
    whole country and of any age.
    """

    figure: str
    value: Decimal | None
    contributors: int
    tables: Sizes
    rows: int
    persons: int


def read_unprotected(home: Home, portal: Portal, explanation: Explanation) -> tuple[Counting, ...]:
    """The figures behind a cell, numerator first, without those that are delivered.

    Raises UserError when the home has no warehouse, or one that has moved on since the release was made, and for a
    difference, of which nothing was counted.
    """
    if explanation.sides:
        own = explanation.origin.indicator.id
        parts = " and ".join(dict.fromkeys(one.indicator.id for one in explanation.sides))
        raise UserError(f"{own} is made of published figures, so nothing of it was counted: explain {parts}.")
    if not home.has_warehouse:
        raise UserError(
            f"{home.path} holds releases alone: what was counted before protection is told only where the records are."
        )
    with home.warehouse() as connection:
        _check_same(connection, portal, explanation)
        return tuple(_countings(connection, explanation))


def _check_same(connection: Connection, portal: Portal, explanation: Explanation) -> None:
    """That the warehouse is as it was when the release was made: its deliveries, and the cell, if it is shown."""
    loaded = {delivery for (delivery,) in _read(connection, "delivery")}
    computed = _read(connection, "published", **_place(explanation))
    cell = explanation.cell
    delivered = {one.delivery for one in portal.deliveries}
    same = computed == [(cell.value, cell.status)] or cell.status == WITHDRAWN
    if loaded != delivered or not same:
        raise UserError(
            f"The warehouse has moved on since release {portal.release}: what it holds is not what the figure was "
            "counted from. Run openindsats compute and publish first, or explain the newest release."
        )


def _countings(connection: Connection, explanation: Explanation) -> Iterator[Counting]:
    indicator = explanation.origin.indicator
    measures = {one.measure: measure_of(one.measure, one.sql) for one in explanation.origin.measures}
    for figure in figures_of(indicator, measures):
        if figure.is_counted:
            tables = {table for one in figure.measures for table in measures[one].tables}
            tables |= {measures[one].states for one in figure.measures}
            sizes = [(table, _size(connection, table)) for table in sorted(tables)]
            yield _counting(connection, explanation, figure, measures[figure.measure], tuple(sizes))


def _counting(
    connection: Connection, explanation: Explanation, figure: Figure, measure: Measure, tables: Sizes
) -> Counting:
    own = f"{figure.name} of {explanation.origin.indicator.id}"
    place = {**_place(explanation), "figures": [own, figure.name]}
    counted = {name: (value, persons) for name, value, persons in _read(connection, "counted", **place)}
    name = own if own in counted else figure.name
    value, contributors = counted.get(name, (Decimal(0), 0))
    rows, persons = _rows_in_window(connection, explanation, figure, measure)
    return Counting(name, value, contributors, tables, rows, persons)


def _rows_in_window(
    connection: Connection, explanation: Explanation, figure: Figure, measure: Measure
) -> tuple[int, int]:
    """Rows of the measure in the window, and their persons."""
    [sql] = (one.sql for one in explanation.origin.measures if one.measure == measure.id)
    bound = {name: value for name, value in figure.parameters if name in measure.parameters}
    connection.execute(f"create or replace temp table measure_row as\n{sql}", bound)
    way = "events" if measure.shape == "events" else "days"
    if figure.is_duration and not figure.of_amounts:
        way = "begun" if figure.is_of_begun else "ended"
    period = explanation.period
    [(rows, persons)] = _read(connection, way, first_day=period.starts_on, last_day=period.ends_on)
    return rows, persons


def _size(connection: Connection, table: str) -> int:
    [(rows,)] = connection.table(f"core.{table}").aggregate("count(*)").fetchall()
    return int(rows)


def _place(explanation: Explanation) -> dict[str, Any]:
    breakdown, category = explanation.category
    return {
        "indicator": explanation.origin.indicator.id,
        "breakdown": breakdown,
        "category": category,
        "period_kind": explanation.period.kind,
        "period": str(explanation.period),
        "area": explanation.area.code,
    }


def _read(connection: Connection, name: str, **values: Any) -> list[tuple[Any, ...]]:
    statement = (_SQL / f"{name}.sql").read_text(encoding="utf-8")
    bound = {key: value for key, value in values.items() if f"${key}" in statement}
    return connection.execute(statement, bound or None).fetchall()
