"""From delivered figures and records of persons to cells: for each indicator its figures, then its cells.

It is no one transaction: until that ended, it would hold every table that counting makes on the way. What is computed
is listed last instead, and nothing counts as computed that is not listed.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from indicators.basis import basis_of, keep_basis, kept_basis
from indicators.calendar import make_calendar
from indicators.catalogue import (
    MEASURES,
    Indicator,
    in_currency,
    indicator_to_json,
    read_catalogue,
    reading_order,
)
from indicators.cells import has_cells, makeable, write_cells
from indicators.core import read_country
from indicators.counting import CountingError, countable, known_months, measure_sql
from indicators.disclosure import rounding_key
from indicators.disclosure.audit import is_wanted, withhold
from indicators.figures import Figures
from indicators.measure import Measure, read_measures
from indicators.renewal import renew
from warehouse import earlier
from warehouse.connection import Connection, append, run_sql
from warehouse.homes import Home, make_anew

SQL = Path(__file__).parent / "sql"

Progress = Callable[[str], object]
"""Is told in a few words what is being done."""


@dataclass(frozen=True)
class ComputeReport:
    """What was computed; `not_delivered` are the indicators that no source of the country has figures for.

    `counted` says in words who was counted anew, `withheld` how many delivered figures are not shown, so that those
    that their owner hides cannot be worked out.
    """

    indicators: tuple[str, ...]
    cells: int
    not_delivered: tuple[str, ...]
    counted: str = "everybody"
    withheld: int = 0


def compute(home: Home, progress: Progress, protect: bool | None = None) -> ComputeReport:
    """Compute every indicator from what is loaded; the same deliveries give the same cells.

    `protect` says whether further delivered figures are withheld, so that those that their owner hides cannot be
    worked out; None: as the last time, at first not.

    Where nothing but records of persons has changed since the last time, only what changed persons count in is computed
    anew. Raises UserError when nothing is loaded, a definition is at fault or the rounding key is not the right one;
    what was computed is then as it was. Whoever is stopped later has nothing computed.
    """
    catalogue = read_catalogue()
    with home.warehouse() as connection:
        key = _key(home, connection)
        withheld = _withhold(connection, progress, protect)
        before, basis = kept_basis(connection), basis_of(connection, catalogue, key)
        renewable = before is not None and before.frame == basis.frame and earlier.is_kept(connection)
        keep_basis(connection, None)
        if renewable:
            report = renew_cells(connection, catalogue, progress, key)
        else:
            report = compute_cells(connection, catalogue, progress, key)
        earlier.begin(connection)
        keep_basis(connection, basis)
        return replace(report, withheld=withheld)


def is_computed(home: Home, protect: bool | None = None) -> bool:
    """Whether the cells are those that computing now would give. Raises UserError as `compute` does."""
    catalogue = read_catalogue()
    with home.warehouse() as connection:
        kept = kept_basis(connection)
        return (
            kept is not None
            and protect in {None, is_wanted(connection)}
            and kept.checksum == basis_of(connection, catalogue, _key(home, connection)).checksum
        )


def _key(home: Home, connection: Connection) -> bytes:
    """The rounding key, if anything is counted from records of persons."""
    return rounding_key(home, connection) if known_months(connection) else b""


def _withhold(connection: Connection, progress: Progress, protect: bool | None) -> int:
    """How many delivered figures are withheld from now on."""
    progress("Auditing delivered tables …")
    country = read_country(connection)
    make_calendar(connection)
    return withhold(connection, country, protect)


def compute_cells(
    connection: Connection, catalogue: Sequence[Indicator], progress: Progress, key: bytes = b""
) -> ComputeReport:
    """Replace all cells by those of the catalogue's indicators, as far as their measures are delivered.

    `key` is the rounding key: without it nothing is counted from records of persons.
    """
    delivered, figures = _prepare(connection, catalogue, progress, key)
    _forget_cells(connection)
    computed = []
    for indicator, parts in figures.in_turn(delivered):
        progress(f"Computing {indicator.id} …")
        if write_cells(connection, indicator, figures.country, *(figure.name for figure in parts)):
            computed.append(indicator)
    _write_catalogue(connection, [*computed, *_makeable(connection, catalogue, figures)], figures.measures)
    return _report(connection, catalogue)


def renew_cells(
    connection: Connection, catalogue: Sequence[Indicator], progress: Progress, key: bytes
) -> ComputeReport:
    """Renew the cells that persons count in who have changed since the cells were computed.

    Everybody is counted where that does not fit what was kept.
    """
    [(persons,)] = connection.execute("select count(*) from earlier.person").fetchall()
    delivered, figures = _prepare(connection, catalogue, progress, key)
    try:
        renew(figures, delivered)
    except CountingError as fault:
        report = compute_cells(connection, catalogue, progress, key)
        return replace(report, counted=f"everybody, since {fault}")
    run_sql(connection, SQL / "scratch" / "nothing_listed.sql")
    computed = [one for one in delivered if has_cells(connection, one)]
    _write_catalogue(connection, [*computed, *_makeable(connection, catalogue, figures)], figures.measures)
    return replace(_report(connection, catalogue), counted=f"{persons:,} changed persons")


def _prepare(
    connection: Connection, catalogue: Sequence[Indicator], progress: Progress, key: bytes
) -> tuple[list[Indicator], Figures]:
    """The indicators whose measures are delivered, and what makes their figures."""
    country = read_country(connection)
    measures = read_measures(MEASURES)
    adds = dict(connection.execute("select measure, adds_over_areas from core.measure_source").fetchall())
    known = adds.keys() | {name for name, one in measures.items() if key and countable(connection, one)}
    delivered = [
        in_currency(one, country) for one in catalogue if one.measures and set(one.measures) <= known
    ]
    make_calendar(connection)
    return delivered, Figures(connection, country, measures, adds=adds, key=key, progress=progress)


def _makeable(connection: Connection, catalogue: Sequence[Indicator], figures: Figures) -> list[Indicator]:
    return [in_currency(one, figures.country) for one in makeable(connection, catalogue)]


def _report(connection: Connection, catalogue: Sequence[Indicator]) -> ComputeReport:
    rows = connection.execute("select indicator from mart.indicator order by place").fetchall()
    names = tuple(name for (name,) in rows)
    [(cells,)] = connection.execute("select count(*) from mart.cell").fetchall()
    return ComputeReport(names, cells, tuple(one.id for one in catalogue if one.id not in names))


def _forget_cells(connection: Connection) -> None:
    run_sql(connection, SQL / "scratch" / "nothing_listed.sql")
    for table in ("cell", "counted"):
        make_anew(connection, "mart", table)
    run_sql(connection, SQL / "scratch" / "named_cells.sql")


def _write_catalogue(
    connection: Connection, computed: Sequence[Indicator], measures: Mapping[str, Measure]
) -> None:
    """List what is computed, and what can be made of it when it is published; the indicators last and at once."""
    used = sorted({measure for indicator in computed for measure in indicator.measures})
    records = [(measure, source) for measure in used for source in sorted(measures[measure].records)]
    append(connection, "mart.measure", ({"measure": one, "sql": measure_sql(one)} for one in used))
    append(connection, "mart.measure_record", ({"measure": one, "source": source} for one, source in records))
    append(
        connection,
        "mart.indicator",
        (
            {"indicator": one.id, "place": place, "definition": indicator_to_json(one)}
            for place, one in enumerate(sorted(computed, key=reading_order))
        ),
    )
