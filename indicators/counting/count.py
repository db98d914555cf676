"""Counting one figure: which statements run, in which order."""

from collections.abc import Callable, Mapping

from indicators.counting.figures import Figure, Wanted
from indicators.counting.rollup import (
    duration,
    read_grids,
    read_spells,
    write_counts,
    write_durations,
    write_full_time,
)
from indicators.counting.statements import check, measure_sql, run
from indicators.measure import Measure
from warehouse.connection import Connection

PERSONS_AT_ONCE = 500_000
"""So many persons are counted at a time: it bounds the memory."""

Values = Mapping[str, int]


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
    counted = figure_months(figure, months)
    prepare_figure(connection, figure, wanted, months)
    find(connection, figure, measures, persons_at_once=persons_at_once)
    if figure.is_duration:
        spells = read_spells(connection, figure)
        found = [(grid, duration(spells, figure, grid)) for grid in read_grids(connection)]
        write_durations(connection, found)
        run(connection, "durations/duration_cell")
    else:
        way = write_full_time if is_full_time(figure, measures) else write_counts
        way(connection, read_grids(connection), counted)
    run(connection, "figure/keep_counted", figure=figure.name)


def prepare_figure(connection: Connection, figure: Figure, wanted: Wanted, months: range) -> None:
    """Make the temporary tables that tell which cells a figure has, if they are not those of the figure before."""
    counted = figure_months(figure, months)
    frame = {
        "breakdowns": sorted(wanted.breakdowns),
        "period_kinds": sorted(wanted.period_kinds),
        "first_month": counted.start,
        "last_month": counted.stop - 1,
    }
    if connection.execute("from frame").fetchall() == [tuple(frame.values())]:
        return
    connection.execute("delete from frame")
    for name in ("period", "window", "part", "step"):
        run(connection, f"figure/figure_{name}", **frame)
    for name in ("kept_profile", "kept_part", "crowd"):
        run(connection, f"figure/{name}")
    connection.execute("insert into frame values (?, ?, ?, ?)", list(frame.values()))


def find(
    connection: Connection,
    figure: Figure,
    measures: Mapping[str, Measure],
    *,
    persons_at_once: int = PERSONS_AT_ONCE,
) -> None:
    """Find who is counted in the prepared figure: `delta`, of full-time persons `amount_change` too.

    Of a duration it is `placed_spell` and `persons_behind`.
    """
    run(connection, "figure/delta")
    _way(figure, measures)(connection, figure, measures, persons_at_once)


def figure_months(figure: Figure, months: range) -> range:
    """Those of the known months that a figure is counted for."""
    return range(months.start + figure.lead_in_months, months.stop - figure.follow_up_months)


def is_full_time(figure: Figure, measures: Mapping[str, Measure]) -> bool:
    """Whether days are added up, as full-time persons."""
    return figure.count == "amount" and measures[figure.measure].shape != "events"


Way = Callable[[Connection, Figure, Mapping[str, Measure], int], None]


def _way(figure: Figure, measures: Mapping[str, Measure]) -> Way:
    """How it is found who is counted."""
    if figure.within:
        return _persons_within
    if figure.count == "amount":
        if is_full_time(figure, measures):
            return _full_time
        return _events_of_workplaces if measures[figure.measure].of_workplaces else _events
    return _persons if figure.count == "persons" else _durations


def _persons(connection: Connection, figure: Figure, measures: Mapping[str, Measure], at_once: int) -> None:
    counted = measures[figure.measure]
    _take(connection, counted, figure)
    for people in _ranges(connection, at_once):
        _segments(connection, counted, people)
        run(connection, "persons/persons")


def _persons_within(
    connection: Connection, figure: Figure, measures: Mapping[str, Measure], at_once: int
) -> None:
    above, below = measures[figure.measure], measures[figure.within]
    for people in _ranges(connection, at_once):
        _take(connection, above, figure)
        _segments(connection, above, people)
        run(connection, "persons/numerator_stretch")
        _take(connection, below, figure)
        _segments(connection, below, people)
        run(connection, "persons/persons_within")


def _full_time(connection: Connection, figure: Figure, measures: Mapping[str, Measure], at_once: int) -> None:
    counted = measures[figure.measure]
    _take(connection, counted, figure)
    run(connection, "amounts/amount_change")
    for people in _ranges(connection, at_once):
        _segments(connection, counted, people)
        run(connection, "persons/persons")
        run(connection, "amounts/degree_days")
        run(connection, "amounts/monthly_keys")


def _events(connection: Connection, figure: Figure, measures: Mapping[str, Measure], _: int) -> None:
    _take(connection, measures[figure.measure], figure)
    _add_events(connection, behind=1)


def _events_of_workplaces(
    connection: Connection, figure: Figure, measures: Mapping[str, Measure], at_once: int
) -> None:
    """Behind these stand workplaces, each once, so that it is known how many employers a figure tells of."""
    counted = measures[figure.measure]
    _take(connection, counted, figure)
    run(connection, "events/days")
    for people in _ranges(connection, at_once):
        _segments(connection, counted, people)
        run(connection, "persons/persons")
    run(connection, "events/workplaces_behind")
    _take(connection, counted, figure)
    _add_events(connection, behind=0)


def _add_events(connection: Connection, behind: int) -> None:
    """Add up the events of `measure_row`; each is so many contributors."""
    run(connection, "events/ways")
    check(connection, "ways_unknown")
    run(connection, "events/events", behind=behind)


def _durations(connection: Connection, figure: Figure, measures: Mapping[str, Measure], _: int) -> None:
    take_spells(connection, figure)
    _check_rows(connection, measures[figure.measure])
    for name in ("stated_spell", "placed_spell", "persons_behind"):
        run(connection, f"durations/{name}")


def take_spells(connection: Connection, figure: Figure) -> None:
    """Make `spell`, what a duration is of, or what is handled as one."""
    take_rows(connection, figure.measure, figure)
    if figure.of_amounts:
        run(connection, "durations/happened")
    else:
        run(connection, "durations/begun" if figure.is_of_begun else "durations/completed")


def _take(connection: Connection, measure: Measure, figure: Figure) -> None:
    """Make `measure_row`, the rows of a measure, and check them."""
    take_rows(connection, measure.id, figure)
    _check_rows(connection, measure)


def _check_rows(connection: Connection, measure: Measure) -> None:
    check(connection, "categories_unknown", category_of=measure.category_of)
    check(connection, "persons_unknown")


def take_rows(connection: Connection, measure: str, figure: Figure) -> None:
    """Make `measure_row`, the rows of a measure, unchecked."""
    sql = measure_sql(measure)
    values = {name: value for name, value in figure.parameters if f"${name}" in sql}
    connection.execute(f"create or replace temp table measure_row as\n{sql}", values)


def _ranges(connection: Connection, at_once: int) -> list[Values]:
    [(persons,)] = connection.execute("select count(*) from counted_person").fetchall()
    return [{"low": low, "high": low + at_once - 1} for low in range(1, persons + 1, at_once)]


def _segments(connection: Connection, measure: Measure, people: Values) -> None:
    """Make `segment`, the counted months of these people in the measure under way."""
    run(connection, "persons/span", category_of=measure.category_of, **people)
    run(connection, "persons/counted_run")
    run(connection, "persons/segment")
    check(connection, "segments_overlapping")
