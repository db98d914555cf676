"""Releases of a few events one late record apart, in warehouses that remember what was known before."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import numpy as np

from tests.support.attacked import Told, nowhere, published
from tests.support.invented_events import FIRST, Events, happened
from warehouse.connection import Connection

MEANS = {"A": 30, "B": 40, "C": 25, "D": 30, "E": 9, "F": 40}


def late(records: int, area: str = "E") -> Events:
    """Records of the fifth month that come late, each with a key of its own."""
    keys = np.random.default_rng(51).integers(0, 2**64, records, dtype=np.uint64)
    return Events(np.full(records, FIRST + 4), np.full(records, area), np.ones(records, bool), keys)


def before_they_came() -> Events:
    """Events of a year; in its fifth month there are two in E."""
    events = happened(6, MEANS)
    of_may = np.flatnonzero((events.month == FIRST + 4) & (events.area == "E"))
    return events.where(~np.isin(np.arange(len(events.key)), of_may[2:]))


@contextmanager
def draft(told: Told, kept: Sequence[tuple] = (), **spoilt) -> Iterator[Connection]:
    """A draft beside what was counted, in a warehouse in which `kept` is remembered."""
    with published(nowhere(), told, **spoilt) as connection:
        connection.execute(
            "insert into mart.counted "
            "select figure, breakdown, category, period_kind, period, area, value, 0, 0, 0 from truth"
        )
        for row in kept:
            connection.execute("insert into mart.known values (?, ?, ?)", list(row))
        yield connection


def memory_of(connection: Connection) -> list[tuple]:
    return connection.execute("from mart.known order by all").fetchall()
