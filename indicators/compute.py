"""From delivered figures to cells: measures first, then indicators, all in one transaction."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from indicators.calendar import make_calendar
from indicators.catalogue import MEASURES, Indicator, indicator_to_json, read_catalogue
from indicators.cells import write_cells
from indicators.core import read_country
from warehouse.connection import Connection, run_sql, transaction
from warehouse.homes import Home

SQL = Path(__file__).parent / "sql"

Progress = Callable[[str], object]
"""Is told in a few words what is being done."""


@dataclass(frozen=True)
class ComputeReport:
    """What was computed; `not_delivered` are the indicators that no source of the country has figures for."""

    indicators: tuple[str, ...]
    cells: int
    not_delivered: tuple[str, ...]


def compute(home: Home, progress: Progress) -> ComputeReport:
    """Compute every indicator anew from what is loaded; the same deliveries give the same cells.

    Raises UserError when nothing is loaded or a definition is at fault; the cells are then as they were.
    """
    catalogue = read_catalogue()
    with home.warehouse() as connection, transaction(connection):
        return compute_cells(connection, catalogue, progress)


def compute_cells(
    connection: Connection, catalogue: Sequence[Indicator], progress: Progress
) -> ComputeReport:
    """Replace all cells by those of the catalogue's indicators, as far as their measures are delivered."""
    country = read_country(connection)
    adds = dict(connection.execute("select measure, adds_over_areas from core.measure_source").fetchall())
    delivered = [indicator for indicator in catalogue if set(indicator.measures) <= adds.keys()]

    run_sql(connection, SQL / "scratch" / "no_cells.sql")
    run_sql(connection, SQL / "scratch" / "measure_figure.sql")
    make_calendar(connection)
    for measure in sorted({measure for indicator in delivered for measure in indicator.measures}):
        progress(f"Counting {measure} …")
        _count(connection, measure, adds[measure])
    computed = []
    for indicator in delivered:
        progress(f"Computing {indicator.id} …")
        if write_cells(connection, indicator, country, indicator.numerator, indicator.denominator):
            computed.append(indicator)
    _write_catalogue(connection, computed)
    [(cells,)] = connection.execute("select count(*) from mart.cell").fetchall()
    names = tuple(indicator.id for indicator in computed)
    return ComputeReport(names, cells, tuple(one.id for one in catalogue if one.id not in names))


def _count(connection: Connection, measure: str, adds: bool) -> None:
    """The measure's figures for every area: as delivered, then summed, then carried back to successors."""
    statement = measure_sql(measure)
    connection.execute(f"create or replace temp table measure_row as\n{statement}")
    run_sql(connection, SQL / "measure" / "delivered.sql", {"measure": measure})
    if adds:
        run_sql(connection, SQL / "measure" / "rolled_up.sql", {"measure": measure})
    run_sql(connection, SQL / "measure" / "before_its_time.sql", {"measure": measure, "adds": adds})


def _write_catalogue(connection: Connection, computed: Sequence[Indicator]) -> None:
    for place, indicator in enumerate(computed):
        row = [indicator.id, place, indicator_to_json(indicator)]
        connection.execute("insert into mart.indicator values (?, ?, ?)", row)
    for measure in sorted({measure for indicator in computed for measure in indicator.measures}):
        connection.execute("insert into mart.measure values (?, ?)", [measure, measure_sql(measure)])


def measure_sql(measure: str) -> str:
    """The very SQL that counts a measure."""
    return (MEASURES / f"{measure}.sql").read_text(encoding="utf-8")
