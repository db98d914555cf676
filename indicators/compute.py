"""From delivered figures and records of persons to cells: figures first, then indicators, all in one transaction."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from indicators.calendar import make_calendar
from indicators.catalogue import MEASURES, Indicator, indicator_to_json, read_catalogue
from indicators.cells import write_cells
from indicators.core import read_country
from indicators.counting import countable, known_months, measure_sql
from indicators.disclosure import rounding_key
from indicators.figures import Figures
from indicators.measure import Measure, read_measures
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

    Raises UserError when nothing is loaded, a definition is at fault or the rounding key is not the right one; the
    cells are then as they were.
    """
    catalogue = read_catalogue()
    with home.warehouse() as connection, transaction(connection):
        key = rounding_key(home, connection) if known_months(connection) else b""
        return compute_cells(connection, catalogue, progress, key)


def compute_cells(
    connection: Connection, catalogue: Sequence[Indicator], progress: Progress, key: bytes = b""
) -> ComputeReport:
    """Replace all cells by those of the catalogue's indicators, as far as their measures are delivered.

    `key` is the rounding key: without it nothing is counted from records of persons.
    """
    country = read_country(connection)
    measures = read_measures(MEASURES)
    adds = dict(connection.execute("select measure, adds_over_areas from core.measure_source").fetchall())
    known = adds.keys() | {name for name in measures if key and countable(connection, measure_sql(name))}
    delivered = [indicator for indicator in catalogue if set(indicator.measures) <= known]

    run_sql(connection, SQL / "scratch" / "no_cells.sql")
    make_calendar(connection)
    figures = Figures(connection, country, measures, adds=adds, key=key, progress=progress)
    computed = []
    for indicator, parts in figures.in_turn(delivered):
        progress(f"Computing {indicator.id} …")
        if write_cells(connection, indicator, country, *(figure.name for figure in parts)):
            computed.append(indicator)
    _write_catalogue(connection, computed, measures)
    [(cells,)] = connection.execute("select count(*) from mart.cell").fetchall()
    names = tuple(indicator.id for indicator in computed)
    return ComputeReport(names, cells, tuple(one.id for one in catalogue if one.id not in names))


def _write_catalogue(
    connection: Connection, computed: Sequence[Indicator], measures: Mapping[str, Measure]
) -> None:
    for place, indicator in enumerate(computed):
        row = [indicator.id, place, indicator_to_json(indicator)]
        connection.execute("insert into mart.indicator values (?, ?, ?)", row)
    for measure in sorted({measure for indicator in computed for measure in indicator.measures}):
        connection.execute("insert into mart.measure values (?, ?)", [measure, measure_sql(measure)])
        for source in sorted(measures[measure].records):
            connection.execute("insert into mart.measure_record values (?, ?)", [measure, source])
