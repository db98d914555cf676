"""What is known of persons: which sources have delivered, and for which months all of them have."""

from datetime import date

from indicators.measure import Measure
from warehouse.connection import Connection


def month_of(day: date) -> int:
    """The month that a day lies in, counted from January of year 0."""
    return day.year * 12 + day.month - 1


def known_months(connection: Connection) -> range:
    """The months of which every day is known from all sources of records of persons; none while there are none."""
    known = connection.execute("select max(known_from), min(known_until) from core.coverage").fetchall()
    known_from, known_until = known[0]
    if known_from is None:
        return range(0)
    return range(month_of(known_from) + (known_from.day > 1), month_of(known_until))


def countable(connection: Connection, measure: Measure) -> bool:
    """Whether a measure is counted from records of persons, and all the sources of these have delivered."""
    rows = connection.execute("select source from core.coverage").fetchall()
    delivered = bool(measure.records) and measure.records <= {source for (source,) in rows}
    return (
        delivered
        and all(_is_told(connection, *one) for one in measure.optional)
        and _has_money(connection, measure)
    )


def _is_told(connection: Connection, table: str, column: str) -> bool:
    """Whether any delivery filled a column that may be left out."""
    statement = f"select 1 from core.{table} where {column} is not null limit 1"
    return bool(connection.execute(statement).fetchall())


def _has_money(connection: Connection, measure: Measure) -> bool:
    """Whether the country says how money is protected, if the measure is one of money."""
    if not measure.is_money:
        return True
    rows = connection.execute("select profile ->> '$.persons.protection.money' from core.country").fetchall()
    return any(rule is not None for (rule,) in rows)
