"""What laws of a whole home stand on, and asking them: each is a query that counts what it looks at and what breaks it.

A law that names `$figure` or `$indicator` is asked of one after another, so that it needs little memory.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from indicators.calendar import make_calendar
from indicators.catalogue import MEASURES, Indicator, indicator_from_json
from indicators.core import read_country
from indicators.counting import Figure, Wanted, known_months, plan
from indicators.counting.figures import adds_up, adds_up_workplaces
from indicators.counting.ground import parts_of
from indicators.laws import SQL as PUBLISHING
from indicators.measure import Measure, read_measures
from warehouse.breakdowns import breakdowns
from warehouse.connection import Connection, run_sql
from warehouse.periods import Period
from warehouse.vocabulary import vocabulary

_SQL = Path(__file__).parent / "sql"
_CELLS = "select count(*) from portal.cell"


class Answer(NamedTuple):
    """How many cells (or groups of cells) a law was asked of, and how many break it."""

    law: str
    checked: int
    broken: int


def laws() -> list[Path]:
    """The laws of what is counted and shown."""
    return sorted((_SQL / "laws").glob("*.sql"))


def prepare(connection: Connection) -> None:
    """Make the temporary tables that the laws stand on, of what is computed."""
    listed = connection.execute("select definition from mart.indicator order by place").fetchall()
    defined = [indicator_from_json(definition) for (definition,) in listed]
    indicators = [one for one in defined if one.measures]
    measures = read_measures(MEASURES)
    make_calendar(connection)
    for table in ("area_role", "area_part", "window_part", "protection"):
        _make(connection, table)
    parts = list(parts_of(read_country(connection)))
    _make(
        connection,
        "category_margin",
        breakdowns=[part.breakdown for part in parts],
        categories=[part.category for part in parts],
    )
    _make_figures(connection, indicators, measures)


def ask(connection: Connection) -> Iterator[Answer]:
    """Ask every law of what is counted and shown; needs what `prepare` makes."""
    for law in laws():
        yield ask_law(connection, law)


def ask_law(connection: Connection, law: Path) -> Answer:
    """Ask one law of all that it may be asked of."""
    statement = law.read_text(encoding="utf-8")
    asked: list[dict[str, str]] = [{}]
    for name, table in {"figure": "figure", "indicator": "indicator_part"}.items():
        if f"${name}" in statement:
            known = connection.execute(f"select {name} from {table} order by all").fetchall()
            asked = [{name: one} for (one,) in known]
    answers = [connection.execute(statement, one or None).fetchall()[0] for one in asked]
    return Answer(law.stem, *(int(sum(numbers)) for numbers in zip((0, 0), *answers, strict=True)))


def ask_release(connection: Connection) -> Iterator[Answer]:
    """Ask the laws of every release again of the one that is attached as `portal`."""
    for ground in ("definition", "written_cell"):
        run_sql(connection, PUBLISHING / f"{ground}.sql")
    [(cells,)] = connection.execute(_CELLS).fetchall()
    for law in sorted((PUBLISHING / "laws").glob("*.sql")):
        [(broken,)] = connection.execute(law.read_text(encoding="utf-8")).fetchall()
        yield Answer(f"release: {law.stem}", cells, broken)


def _make_figures(
    connection: Connection, indicators: list[Indicator], measures: Mapping[str, Measure]
) -> None:
    """Tell which figures are counted, for what, and which indicators are made of them."""
    made_of, wanted = plan(indicators, measures)
    counted = {figure: wish for figure, wish in wanted.items() if figure.is_counted}
    months = known_months(connection)
    _make(
        connection,
        "figure",
        figures=[figure.name for figure in counted],
        statistics=[figure.count for figure in counted],
        additions=[adds_up(figure, measures) for figure in counted],
        workplaces=[adds_up_workplaces(figure, measures) for figure in counted],
        first_days=[Period("month", months.start + figure.lead_in_months).starts_on for figure in counted],
        last_days=[Period("month", months.stop - 1 - figure.follow_up_months).ends_on for figure in counted],
    )
    grid = [line for figure, wish in counted.items() for line in _grid(connection, figure, wish)]
    _make(connection, "figure_grid", **_columns(grid, "figures", "breakdowns", "period_kinds", "categories"))
    rows = [
        (
            *(one.id, figures[0].name),
            figures[1].name if one.denominator and figures[1].is_counted else None,
            *(one.denominator, one.unit, one.statistic),
        )
        for one in indicators
        if (figures := made_of[one.id])[0].is_counted
    ]
    names = ("indicators", "above", "below", "denominators", "units", "statistics")
    _make(connection, "indicator_part", **_columns(rows, *names))


def _grid(connection: Connection, figure: Figure, wanted: Wanted) -> Iterator[tuple[str, str, str, int]]:
    """The breakdowns and kinds of periods of a figure, with the number of categories."""
    known = breakdowns(read_country(connection))
    kinds = vocabulary().period_kinds
    sources = [source for (source,) in connection.execute("select source from core.coverage").fetchall()]
    for code in wanted.breakdowns:
        split = known.get(code)
        for kind in wanted.period_kinds & set((split and split.period_kinds) or kinds):
            yield figure.name, code, kind, len(split.told_by(sources)) if split else 1


def _columns(rows: list[Any], *names: str) -> dict[str, list[Any]]:
    columns = zip(*rows, strict=True) if rows else ((),) * len(names)
    return {name: list(column) for name, column in zip(names, columns, strict=True)}


def _make(connection: Connection, table: str, **values: Any) -> None:
    run_sql(connection, _SQL / "law_ground" / f"{table}.sql", values or None)
