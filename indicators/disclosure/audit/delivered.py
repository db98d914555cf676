"""The audit of delivered figures: read from the core, counted for the release, and held back where that is wanted."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from indicators.disclosure.audit.hiding import hide_more
from indicators.disclosure.audit.intervals import audit
from indicators.disclosure.audit.table import Bounds, Law, Table
from warehouse.areas import Country
from warehouse.connection import Connection, run_sql

_SQL = Path(__file__).parents[2] / "sql" / "audit"

_CONTRADICTED = 0
"""No value is possible where the laws contradict each other."""

Slot = tuple[str, str]
"""A kind of period and a period."""


class Hiding(NamedTuple):
    """A delivered measure with hidden figures, in units of which `scale` make one.

    `hidden` is what its owner's rule tells of those that the owner hides, `beyond` what it tells of all others.
    """

    measure: str
    source: str
    scale: int
    hidden: Bounds
    beyond: Bounds


class Audit(NamedTuple):
    """How many cells of a measure are hidden, by its owner and by this portal, and what sums tell of all of them."""

    measure: str
    source: str
    hidden: int
    withheld: int
    exact: int
    two_values: int
    three_values: int
    contradicted: int


def audit_delivered(connection: Connection, country: Country) -> Iterator[Audit]:
    """Audit every delivered measure of which a figure is hidden; needs `calendar`."""
    for hiding in read_hiding(connection):
        tables = read_tables(connection, country, hiding)
        yield _counted(connection, hiding, tables.values())


def withhold(connection: Connection, country: Country, wanted: bool | None) -> int:
    """Decide which delivered figures are withheld; how many these are. Needs `calendar`.

    They are those without which a hidden one could be worked out, and those that tell the same in another way. None
    for `wanted` means what was wanted the last time, at first nothing. What is withheld once stays so as long as it is
    wanted and delivered: two releases that withhold different figures would tell more than either.
    """
    if wanted is not None:
        connection.execute("delete from mart.withholding")
        connection.execute("insert into mart.withholding values (?)", [wanted])
    if not is_wanted(connection):
        connection.execute("delete from mart.withheld")
        return 0
    _run(connection, "forget_revised")
    for hiding in read_hiding(connection):
        for (kind, period), table in read_tables(connection, country, hiding).items():
            slot = {"measure": hiding.measure, "period_kind": kind, "period": period}
            if more := hide_more(table, hiding.beyond):
                _run(connection, "withhold", **slot, cells=list(more))
    _run(connection, "withhold_beside")
    [(withheld,)] = connection.execute("select count(*) from mart.withheld").fetchall()
    return int(withheld)


def is_wanted(connection: Connection) -> bool:
    """Whether figures are withheld in this home so that hidden ones cannot be worked out."""
    return connection.execute("select wanted from mart.withholding").fetchall() == [(True,)]


def read_tables(connection: Connection, country: Country, hiding: Hiding) -> Mapping[Slot, Table]:
    """The measure's tables, one for each period in which a figure is hidden; needs `calendar`."""
    _run(connection, "audited_cell", measure=hiding.measure)
    known: dict[Slot, dict[int, int]] = defaultdict(dict)
    hidden: dict[Slot, dict[int, Bounds]] = defaultdict(dict)
    for kind, period, cell, units, status in _read(connection, "cells_in_order"):
        if status == "value":
            known[kind, period][cell] = units
        else:
            hidden[kind, period][cell] = hiding.hidden if status == "suppressed" else hiding.beyond
    laws = _laws(connection, country, hiding)
    return {slot: Table(known[slot], cells, laws[slot]) for slot, cells in hidden.items()}


def _laws(connection: Connection, country: Country, hiding: Hiding) -> Mapping[Slot, list[Law]]:
    residual = [code for code, level in country.levels.items() if level.role == "residual"]
    levels = {"residual_levels": residual, "country_level": country.whole.level}
    _run(connection, "area_part", measure=hiding.measure, **levels)
    rows = [*_read(connection, "area_law"), *_read(connection, "category_law", measure=hiding.measure)]
    found: dict[Slot, list[Law]] = defaultdict(list)
    for kind, period, whole, parts, within, missing in rows:
        law = Law(whole, tuple(parts), int(within * hiding.scale), complete=missing == 0)
        found[kind, period].append(law)
    return found


def read_hiding(connection: Connection) -> Iterator[Hiding]:
    """The delivered measures of which a figure is hidden."""
    for measure, source, scale, first, last in _read(connection, "hidden_measure"):
        if last is None:
            yield Hiding(measure, source, scale, Bounds(), Bounds())
        else:
            yield Hiding(measure, source, scale, Bounds(first, last), Bounds(last + 1))


def _counted(connection: Connection, hiding: Hiding, tables: Iterable[Table]) -> Audit:
    widths: Counter[float] = Counter()
    for table in tables:
        for cell, interval in audit(table).items():
            told = interval is None or interval.width < table.hidden[cell].width
            widths[_CONTRADICTED if interval is None else interval.width] += told
    status = dict(_read(connection, "cells_by_status"))
    return Audit(
        hiding.measure,
        hiding.source,
        status.get("suppressed", 0),
        status.get("withdrawn", 0),
        *(widths[width] for width in (1, 2, 3, _CONTRADICTED)),
    )


def _read(connection: Connection, name: str, **values: Any) -> list[tuple[Any, ...]]:
    statement = (_SQL / f"{name}.sql").read_text(encoding="utf-8")
    return connection.execute(statement, values or None).fetchall()


def _run(connection: Connection, name: str, **values: Any) -> None:
    run_sql(connection, _SQL / f"{name}.sql", values or None)
