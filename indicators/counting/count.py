"""Counting one figure: which statements run, in which order."""

from collections.abc import Callable, Mapping
from typing import Any

from indicators.counting.figures import Figure, Wanted
from indicators.counting.rollup import read_grids, write_counts, write_full_time
from indicators.counting.statements import check, measure_sql, run
from indicators.measure import Measure
from warehouse.connection import Connection

PERSONS_AT_ONCE = 500_000
"""So many persons are counted at a time: it bounds the memory."""

Values = Mapping[str, Any]


def count_figure(
    connection: Connection,
    figure: Figure,
    wanted: Wanted,
    measures: Mapping[str, Measure],
    months: range,
    *,
    persons_at_once: int = PERSONS_AT_ONCE,
) -> None:
    """Make `counted_cell` of a figure, and keep it in `mart.counted` as it is before protection.

    Raises CountingError when the counted months of a person overlap, or a category or a person is unknown.
    """
    values = {
        "figure": figure.name,
        "breakdowns": sorted(wanted.breakdowns),
        "period_kinds": sorted(wanted.period_kinds),
        "first_month": months.start + figure.lead_in_months,
        "last_month": months.stop - 1 - figure.follow_up_months,
        "at_days": figure.at_days,
        "at_once": persons_at_once,
    }
    for name in ("period", "window", "part", "step"):
        run(connection, f"figure/figure_{name}", **values)
    run(connection, "figure/kept_profile")
    run(connection, "figure/kept_part")
    run(connection, "figure/crowd")
    run(connection, "figure/delta")
    _way(figure, measures)(connection, figure, values)
    run(connection, "figure/keep_counted", **values)


Way = Callable[[Connection, Figure, Values], None]


def _way(figure: Figure, measures: Mapping[str, Measure]) -> Way:
    """How a figure is counted."""
    if figure.within:
        return _persons_within
    if figure.count == "amount":
        return _events if measures[figure.measure].shape == "events" else _full_time
    return _persons if figure.count == "persons" else _durations


def _persons(connection: Connection, figure: Figure, values: Values) -> None:
    _take(connection, figure.measure, figure)
    for people in _ranges(connection, values):
        _segments(connection, people)
        run(connection, "persons/persons")
    write_counts(connection, read_grids(connection), _months(values))


def _persons_within(connection: Connection, figure: Figure, values: Values) -> None:
    for people in _ranges(connection, values):
        _take(connection, figure.measure, figure)
        _segments(connection, people)
        run(connection, "persons/numerator_stretch")
        _take(connection, figure.within, figure)
        _segments(connection, people)
        run(connection, "persons/persons_within")
    write_counts(connection, read_grids(connection), _months(values))


def _full_time(connection: Connection, figure: Figure, values: Values) -> None:
    _take(connection, figure.measure, figure)
    run(connection, "amounts/amount_change")
    for people in _ranges(connection, values):
        _segments(connection, people)
        run(connection, "persons/persons")
        run(connection, "amounts/degree_days")
        run(connection, "amounts/monthly_keys")
    write_full_time(connection, read_grids(connection), _months(values))


def _events(connection: Connection, figure: Figure, values: Values) -> None:
    _take(connection, figure.measure, figure)
    run(connection, "events/events")
    write_counts(connection, read_grids(connection), _months(values))


def _durations(connection: Connection, figure: Figure, values: Values) -> None:
    _take(connection, figure.measure, figure)
    run(connection, "durations/begun" if figure.count == "survival" else "durations/completed")
    for name in ("placed_spell", "persons_behind", figure.count, "counted_cell", "duration_cell"):
        run(connection, f"durations/{name}", **values)


def _take(connection: Connection, measure: str, figure: Figure) -> None:
    """Make `measure_row`, the rows of a measure."""
    sql = measure_sql(measure)
    values = {name: value for name, value in figure.parameters if f"${name}" in sql}
    connection.execute(f"create or replace temp table measure_row as\n{sql}", values)
    check(connection, "categories_unknown")
    check(connection, "persons_unknown")


def _months(values: Values) -> range:
    """The months that the figure under way is counted for."""
    return range(values["first_month"], values["last_month"] + 1)


def _ranges(connection: Connection, values: Values) -> list[Values]:
    [(persons,)] = connection.execute("select count(*) from counted_person").fetchall()
    starts = range(1, persons + 1, values["at_once"])
    return [{"low": low, "high": low + values["at_once"] - 1} for low in starts]


def _segments(connection: Connection, people: Values) -> None:
    """Make `segment`, the counted months of these people in the measure under way."""
    run(connection, "persons/span", **people)
    run(connection, "persons/counted_run")
    run(connection, "persons/segment")
    check(connection, "segments_overlapping")
