"""From the figures of measures to the cells of an indicator."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from indicators.catalogue import Indicator, in_making_order
from indicators.comparison.intervals import Z_95, rounding_error
from indicators.counting import measure_sql
from indicators.measure import measure_of
from warehouse.areas import Country
from warehouse.connection import Connection, run_sql

SQL = Path(__file__).parent / "sql"

_SHARES = ("percent",)
"""Units of which a figure says what part of a whole something is."""


def write_cells(
    connection: Connection,
    indicator: Indicator,
    country: Country,
    numerator: str,
    denominator: str | None = None,
) -> bool:
    """Write the indicator's cells; whether there are any.

    `numerator` and `denominator` are the names in `measure_figure` of the figures that it is made of.
    """
    make_figures(connection, indicator, country, numerator, denominator)
    grid = {
        "indicator": indicator.id,
        "residual_levels": [code for code, level in country.levels.items() if level.role == "residual"],
    }
    _run(connection, "grid", grid)
    return has_cells(connection, indicator)


def has_cells(connection: Connection, indicator: Indicator) -> bool:
    """Whether the indicator has any cell."""
    statement = "select 1 from mart.cell where indicator = ? limit 1"
    return bool(connection.execute(statement, [indicator.id]).fetchall())


def makeable(connection: Connection, catalogue: Iterable[Indicator]) -> list[Indicator]:
    """The indicators all of whose parts have cells or are such: they are made of these when they are published."""
    statement = "select 1 from mart.cell where indicator = ? and breakdown = ? and category = ? limit 1"
    found: dict[str, Indicator] = {}
    for indicator in in_making_order(catalogue):
        if all(
            part.indicator in found
            or connection.execute(statement, [part.indicator, part.breakdown, part.category]).fetchall()
            for part in indicator.parts
        ):
            found[indicator.id] = indicator
    return list(found.values())


def make_figures(
    connection: Connection,
    indicator: Indicator,
    country: Country,
    numerator: str,
    denominator: str | None = None,
) -> None:
    """Make `indicator_figure` of what stands in `measure_figure`, and `told_cell`, the cells that it tells of."""
    run_sql(connection, SQL / "scratch" / "indicator_figure.sql")
    wanted = {
        "numerator": numerator,
        "period_kinds": list(indicator.periods),
        "breakdowns": ["all", *indicator.breakdowns],
    }
    if denominator is None:
        _run(connection, "plain", wanted)
    else:
        _run(connection, "denominator", {**wanted, "denominator": denominator})
        is_money = measure_of(indicator.numerator, measure_sql(indicator.numerator)).is_money
        _run(connection, "ratio", {**wanted, **_ratio_rules(indicator, country, is_money)})
    if indicator.interval != "none":
        values = {"per": indicator.per, "z": Z_95, "error": _rounding_error(country)}
        _run(connection, indicator.interval, values)
    _run(connection, "broken", {"measures": list(indicator.measures)})
    if indicator.count != "delivered":
        records = (measure_of(one, measure_sql(one)).records for one in indicator.measures)
        _run(connection, "broken_records", {"sources": sorted(frozenset().union(*records))})
    _run(connection, "anew", {"counted": indicator.count != "delivered"})
    run_sql(connection, SQL / "indicator" / "told_cell.sql")


def _ratio_rules(indicator: Indicator, country: Country, is_money: bool) -> dict[str, Any]:
    protection = country.protection if country.has_persons else None
    money = protection.money if protection and is_money else None
    return {
        "per": indicator.per,
        "scale": 10**indicator.decimals,
        "share": indicator.unit in _SHARES,
        "numerator_from": money.least(protection.base) if protection and money else 0,
        "ratio_from": protection.ratio_from if protection else 0,
        "wide_below": protection.wide_below if protection else 0,
    }


def _rounding_error(country: Country) -> float:
    return rounding_error(country.protection.base) if country.has_persons else 0.0


def _run(connection: Connection, name: str, values: dict[str, Any]) -> None:
    run_sql(connection, SQL / "indicator" / f"{name}.sql", values)
