"""Checks of sense on all cells that were computed: what breaks one does not count as computed, and is not published.

They look for what an error of a delivery or of ours does to figures, where the laws of a release look at each cell.
Each is a query in `sql/sense` whose rows are what breaks it; Great Expectations runs it on the warehouse's own file.
"""

from collections.abc import Sequence
from pathlib import Path

from indicators.basis import keep_basis, kept_basis
from warehouse.connection import Connection, run_sql
from warehouse.errors import UserError
from warehouse.homes import Home
from warehouse.quality import Check, run_checks

SQL = Path(__file__).parent / "sql"

RULES = {
    "areas_make_the_whole": "The figure of the whole country is that of its areas, within rounding.",
    "figures_can_be": "No figure is below zero, no share above 100 per cent, no interval the wrong way round.",
    "groups_make_everybody": "The figure of everybody is that of the groups that each is in one of, within rounding.",
}
"""What each query looks for, as it should be."""

NAMED = 10
"""So many places where a rule is broken are named; their number is always told."""

_QUERY = "select broken.* from ({rule}) as broken where exists (select 1 from {{batch}})"


def require_sense(home: Home) -> None:
    """Check all cells of the home, which nobody may hold open. Raises UserError that names what makes no sense.

    It names rule, indicator, breakdown, area and period, never a number; nothing counts as computed then, nor while
    it is checked.
    """
    with home.warehouse() as connection:
        basis = kept_basis(connection)
        keep_basis(connection, None)
    results = run_checks(home.warehouse_file, "mart", "cell", [_check(rule) for rule in RULES])
    broken = [rule for rule, result in zip(RULES, results, strict=True) if not result.success]
    with home.warehouse() as connection:
        if not broken:
            keep_basis(connection, basis)
            return
        told = [line for rule in broken for line in _told(connection, rule)]
        run_sql(connection, SQL / "scratch" / "nothing_listed.sql")
    raise UserError("\n  ".join(["Figures make no sense; they are not published.", *told]))


def _check(rule: str) -> Check:
    query = _QUERY.format(rule=_sql(rule))
    return Check("unexpected_rows_expectation", {"unexpected_rows_query": query}, "blocking", RULES[rule])


def _sql(rule: str) -> str:
    return (SQL / "sense" / f"{rule}.sql").read_text(encoding="utf-8")


def _told(connection: Connection, rule: str) -> Sequence[str]:
    rows = connection.execute(f"select distinct * from ({_sql(rule)}) order by all").fetchall()
    places = [f"  mart.cell, {', '.join(map(str, row))}" for row in rows[:NAMED]]
    more = [f"  and {len(rows) - NAMED:,} more"] if len(rows) > NAMED else []
    return [f"This does not hold: {RULES[rule]}", *places, *more]
