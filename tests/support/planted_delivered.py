"""A world of delivered figures in which each slip in adding them up and carrying them back shows somewhere."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import partial
from itertools import product
from random import Random

from indicators.catalogue import Indicator, read_catalogue
from indicators.compute import compute_cells
from tests.support.oracle import Oracle
from tests.support.planted_comparing import Compared, Row, rows_in, rows_of
from tests.support.worlds import Figure, draw, load
from warehouse.connection import Connection, transaction

COUNTRY = draw(
    """
    code | level        | first      | last
    XX   | country      |            |
    N    | region       |            |
    S    | region       |            |
    Q    | region       |            | 2023-12-31
    R    | region       |            | 2023-12-31
    T    | region       | 2024-01-01 |
    JOBS | office       |            |
    HELP | office       |            |
    A    | municipality |            |
    B    | municipality |            | 2023-12-31
    C    | municipality |            | 2023-12-31
    BC   | municipality | 2024-01-01 |
    D    | municipality |            | 2024-01-30
    E    | municipality | 2024-01-31 |
    F    | municipality |            | 2023-12-31
    G    | municipality | 2024-01-01 |
    I    | municipality |            | 2023-12-31
    FI   | municipality | 2024-01-01 |
    J    | municipality |            | 2024-02-29
    K    | municipality |            | 2023-11-30
    L    | municipality | 2023-12-01 | 2024-01-31
    M    | municipality | 2024-02-01 |
    nil  | municipality |            |
    told | elsewhere    |            |
    not  | elsewhere    |            |
    """,
    "",
    members="""
    group | member | first      | last
    N     | A      |            |
    N     | B      |            | 2023-12-31
    N     | BC     | 2024-01-01 |
    N     | told   |            |
    S     | C      |            | 2023-12-31
    S     | D      |            | 2024-01-30
    S     | E      | 2024-01-31 |
    S     | not    |            |
    R     | F      |            | 2023-12-31
    R     | I      |            | 2023-12-31
    T     | FI     | 2024-01-01 |
    JOBS  | A      |            | 2023-12-31
    JOBS  | A      | 2023-12-31 |
    JOBS  | J      | 2024-01-31 | 2024-02-29
    HELP  | A      |            |
    HELP  | nil    |            |
    """,
    steps="""
    code | successor | on
    B    | BC        | 2024-01-01
    C    | BC        | 2024-01-01
    D    | E         | 2024-01-31
    F    | G         | 2024-01-01
    F    | FI        | 2024-01-01
    I    | FI        | 2024-01-01
    J    | E         | 2024-03-01
    K    | L         | 2023-12-01
    L    | M         | 2024-02-01
    Q    | T         | 2024-01-01
    R    | T         | 2024-01-01
    """,
)
"""B and C merge, D becomes E on a last day of a month and takes J in later, F is split and I goes whole into a part
of it, K becomes L and then M; Q and R make up T. A is in JOBS twice on a day. Nothing is ever told of two areas, one
of them residual.
"""

PERIODS = {
    "population": (
        ("month", ("2023-11", "2023-12", "2024-01", "2024-02", "2024-03")),
        ("rolling_year", ("2023-12", "2024-01", "2024-03")),
    ),
    "social_assistance_recipients": (
        ("quarter", ("2023-Q4", "2024-Q1")),
        ("month", ("2023-11", "2023-12", "2024-01")),
    ),
    "registered_unemployed_rate": (("month", ("2023-11", "2023-12", "2024-01")),),
}
SPLITS = (("all", "all"), ("sex", "female"), ("sex", "not_stated"), ("age", "not_stated"))
MADE_OF_OTHERS = {"BC", "E", "FI", "M"}
NEVER_TOLD = {"nil", "not"}
NOT_ADDED = frozenset({"registered_unemployed_rate"})
STATUSES = ("value",) * 10 + ("suppressed",) * 2 + ("not_available",)
BREAKS = (("population", "2024-02"), ("population", "2024-03"), ("registered_unemployed_rate", "2023-12"))

_NAMED = {one.id: one for one in read_catalogue()}
INDICATORS = (
    replace(_NAMED["population"], periods=("month", "rolling_year"), breakdowns=("sex", "age")),
    replace(_NAMED["registered_unemployed_rate"], breakdowns=("sex",)),
    replace(_NAMED["social_assistance_per_1000"], periods=("month", "quarter"), breakdowns=("sex", "age")),
)


def delivered(connection: Connection) -> Iterator[Compared]:
    """Each indicator computed from what is delivered, and what the oracle says of it."""
    figures = list(_figures(Random(3)))
    world = replace(COUNTRY, figures=figures, not_additive=NOT_ADDED, breaks=BREAKS)
    load(connection, world)
    withheld = set(Random(7).sample(figures, 60))
    named = [[one.measure, one.breakdown, one.category, one.kind, one.period, one.area] for one in withheld]
    connection.executemany("insert into mart.withheld values (?, ?, ?, ?, ?, ?)", named)
    shown = [one._replace(value=None, status="withdrawn") if one in withheld else one for one in figures]
    oracle = Oracle(replace(world, figures=shown))
    for indicator in INDICATORS:
        expected = rows_of(indicator.id, oracle.slots(indicator))
        yield Compared(indicator.id, partial(_computed, connection, indicator), expected)


def _computed(connection: Connection, indicator: Indicator) -> list[Row]:
    with transaction(connection):
        compute_cells(connection, [indicator], lambda _: None)
    return rows_in(connection, "mart.cell")


def _figures(dice: Random) -> Iterator[Figure]:
    """A figure in most places: also where the area is no more, or not yet, and in some that could be added up."""
    told = [(measure, *one) for measure, kinds in PERIODS.items() for one in kinds]
    slots = [(measure, kind, period) for measure, kind, periods in told for period in periods]
    for (measure, kind, period), split, place in product(slots, SPLITS, COUNTRY.places):
        rare = place.level != "municipality" or place.code in MADE_OF_OTHERS
        if place.code not in NEVER_TOLD and dice.random() < (0.2 if rare else 0.9):
            status = dice.choice(STATUSES)
            value = Decimal(dice.choice((0, 1, 3, 7, 16))) if status == "value" else None
            yield Figure(measure, place.code, period, value, status, *split, kind)
