"""Checks of sense on the core: what a delivery that is right row by row may still get wrong as a whole.

Each is a query in `sql/sense` whose rows are what breaks it, run by Great Expectations on the warehouse's own file.
They warn: the delivery is loaded, for it may be right, and somebody should look.
"""

from collections.abc import Iterator
from pathlib import Path

from warehouse.connection import Connection
from warehouse.homes import Home
from warehouse.quality import Check, run_checks

_SQL = Path(__file__).parent / "sql" / "sense"

RULES = {
    "months_go_on": (
        "The last months have about as many records as those before: no less than half, no more than twice as many."
    ),
    "months_have_so_many_hours": "Nobody has more paid hours than a month has.",
}
"""What each query looks for, as it should be."""

_QUERY = "select broken.* from ({rule}) as broken where exists (select 1 from {{batch}})"


def senseless(home: Home) -> list[str]:
    """What makes no sense in the core of a home, which nobody may hold open: rule, table and months, never a number."""
    checks = [_check(rule) for rule in RULES]
    results = run_checks(home.warehouse_file, "core", "coverage", checks)
    broken = [rule for rule, result in zip(RULES, results, strict=True) if not result.success]
    if not broken:
        return []
    with home.warehouse() as connection:
        return [line for rule in broken for line in _told(connection, rule)]


def _check(rule: str) -> Check:
    arguments = {"unexpected_rows_query": _QUERY.format(rule=_sql(rule))}
    return Check("unexpected_rows_expectation", arguments, "warning", RULES[rule])


def _sql(rule: str) -> str:
    return (_SQL / f"{rule}.sql").read_text(encoding="utf-8")


def _told(connection: Connection, rule: str) -> Iterator[str]:
    found: dict[str, list[str]] = {}
    for table, period in connection.execute(f"from ({_sql(rule)}) order by all").fetchall():
        found.setdefault(table, []).append(period)
    for table, periods in found.items():
        yield f"{table}, {', '.join(periods)}: this does not hold: {RULES[rule]}"
