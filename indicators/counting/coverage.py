"""What is known of persons: which sources have delivered, and for which months all of them have."""

import re
from datetime import date

from warehouse.connection import Connection

SOURCES = {
    "activity": "activities",
    "benefit_piece": "benefit_spells",
    "benefit_spell": "benefit_spells",
    "case_event": "case_events",
    "case_file": "cases",
    "person_state": "person_states",
    "placement": "placements",
    "registration": "registrations",
    "work_month": "work_months",
}
"""The source that each table of the core is made from."""

_TABLE = re.compile(r"\bcore\.(\w+)")


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


def countable(connection: Connection, sql: str) -> bool:
    """Whether a measure reads tables of persons, and the sources of all of them have delivered."""
    needed = {SOURCES[table] for table in _TABLE.findall(sql) if table in SOURCES}
    rows = connection.execute("select source from core.coverage").fetchall()
    return bool(needed) and needed <= {source for (source,) in rows}
