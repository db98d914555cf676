"""What the largest employer counts for in a figure that adds up what many of them do."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from indicators.counting.count import figure_months, take_rows
from indicators.counting.cube import Columns
from indicators.counting.figures import Figure
from indicators.measure import Measure
from warehouse.connection import Connection, run_sql

_SQL = Path(__file__).parent.parent / "sql" / "disclosure" / "employers"


def largest_shares(
    connection: Connection, figure: Figure, measures: Mapping[str, Measure], months: range
) -> Columns:
    """Of each window and area (`place_id`, and the number of its word) the total, and the largest employer's part.

    The figure must be prepared. An employer counts with all its workplaces in the area; units are the figure's own.
    """
    counted = figure_months(figure, months)
    days = {"first_day": _first_day(counted.start), "next_day": _first_day(counted.stop)}
    take_rows(connection, figure.measure, figure)
    shape = "events" if measures[figure.measure].shape == "events" else "spans"
    run_sql(connection, _SQL / f"month_amount_of_{shape}.sql", days)
    return connection.execute((_SQL / "largest_share.sql").read_text(encoding="utf-8")).fetchnumpy()


def _first_day(month: int) -> date:
    return date(month // 12, month % 12 + 1, 1)
