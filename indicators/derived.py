"""Differences of published figures: made of the cells of a draft, after the gate has withdrawn what told too much.

Whoever has a release can make them, so they reveal nothing that it does not, and the attack need not look at them.
"""

from collections.abc import Iterator
from pathlib import Path

from indicators.catalogue import Indicator, indicator_from_json
from indicators.core import read_country
from warehouse.areas import Country
from warehouse.breakdowns import breakdowns
from warehouse.connection import Connection, run_sql

HIDING = ("suppressed", "withdrawn", "too_few", "not_available", "not_applicable")
"""Statuses without a number; where the two figures have two of them, the difference has the one that stands first."""

_SQL = Path(__file__).parent / "sql" / "publish" / "differences"


def write_differences(connection: Connection) -> None:
    """Write the cells of every difference that the draft, attached as `portal`, has a definition of."""
    country = read_country(connection)
    rows = connection.execute("select definition from portal.indicator order by place").fetchall()
    for (definition,) in rows:
        indicator = indicator_from_json(definition)
        if indicator.parts:
            _write(connection, indicator, country)


def _write(connection: Connection, indicator: Indicator, country: Country) -> None:
    first, second = indicator.parts
    told = {
        "indicator": indicator.id,
        "first": first.indicator,
        "second": second.indicator,
        "period_kinds": list(indicator.periods),
        "has_interval": indicator.interval != "none",
        "hiding": list(HIDING),
    }
    places = [
        (*place, *first.among(*place), *second.among(*place)) for place in _categories(indicator, country)
    ]
    sides = ("", "first_", "second_")
    names = [f"{side}{name}" for side in sides for name in ("breakdowns", "categories")]
    columns = {name: list(column) for name, column in zip(names, zip(*places, strict=True), strict=True)}
    run_sql(connection, _SQL / "cell.sql", told | columns)
    for table in ("cell_period", "cell_stretch"):
        run_sql(connection, _SQL / f"{table}.sql", {"indicator": indicator.id})


def _categories(indicator: Indicator, country: Country) -> Iterator[tuple[str, str]]:
    yield "all", "all"
    known = breakdowns(country)
    for breakdown in indicator.breakdowns:
        for category in known[breakdown].categories if breakdown in known else ():
            yield breakdown, category
