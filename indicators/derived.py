"""Figures made of published ones: of the cells of a draft, after the gate has withdrawn what told too much.

Whoever has a release can make them, so they reveal nothing that it does not, and the attack need not look at them.
"""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from indicators.catalogue import Indicator, in_making_order, indicator_from_json
from indicators.core import read_country
from warehouse.areas import Country
from warehouse.breakdowns import breakdowns
from warehouse.connection import Connection, run_sql
from warehouse.vocabulary import vocabulary

HIDING = ("suppressed", "withdrawn", "too_few", "not_available", "not_applicable")
"""Statuses without a number; where the two figures have two of them, what is made has the one that stands first."""

_SQL = Path(__file__).parent / "sql" / "publish" / "differences"

_Values = dict[str, Any]


def write_derived(connection: Connection) -> None:
    """Write the cells of every indicator made of published figures that the draft, attached as `portal`, defines."""
    country = read_country(connection)
    rows = connection.execute("select definition from portal.indicator order by place").fetchall()
    defined = {one.id: one for (text,) in rows for one in [indicator_from_json(text)]}
    for indicator in in_making_order(defined.values()):
        values = _VALUES[indicator.count](indicator, country, defined)
        told = {"indicator": indicator.id, "period_kinds": list(indicator.periods)}
        run_sql(connection, _SQL / f"{indicator.count}.sql", told | values)
        for table in ("cell_period", "cell_stretch"):
            run_sql(connection, _SQL / f"{table}.sql", {"indicator": indicator.id})


def _difference(indicator: Indicator, country: Country, _: Mapping[str, Indicator]) -> _Values:
    first, second = indicator.parts
    told = {
        "first": first.indicator,
        "second": second.indicator,
        "has_interval": indicator.interval != "none",
        "hiding": list(HIDING),
    }
    places = [
        (*place, *first.among(*place), *second.among(*place)) for place in _categories(indicator, country)
    ]
    sides = ("", "first_", "second_")
    names = [f"{side}{name}" for side in sides for name in ("breakdowns", "categories")]
    return told | {name: list(column) for name, column in zip(names, zip(*places, strict=True), strict=True)}


def _sum(indicator: Indicator, _: Country, defined: Mapping[str, Indicator]) -> _Values:
    [part] = indicator.parts
    return {
        "part": part.indicator,
        "breakdowns": ["all", *indicator.breakdowns],
        "per": defined[part.indicator].per,
        "one": vocabulary().units[indicator.unit].more["is"],
    }


def _growth(indicator: Indicator, _: Country, __: Mapping[str, Indicator]) -> _Values:
    return {
        "part": indicator.parts[0].indicator,
        "breakdowns": ["all", *indicator.breakdowns],
        "scale": 10**indicator.decimals,
        "hiding": list(HIDING),
        "measures": list(indicator.rests_on),
    }


_VALUES: Mapping[str, Callable[[Indicator, Country, Mapping[str, Indicator]], _Values]] = {
    "difference": _difference,
    "sum": _sum,
    "growth": _growth,
}
"""What is bound in the SQL of each kind."""


def _categories(indicator: Indicator, country: Country) -> Iterator[tuple[str, str]]:
    yield "all", "all"
    known = breakdowns(country)
    for breakdown in indicator.breakdowns:
        for category in known[breakdown].categories if breakdown in known else ():
            yield breakdown, category
