"""Releases one late record apart: what they tell together is withdrawn, and what is known by then is remembered."""

from pathlib import Path

import numpy as np

from indicators.disclosure.attack import Release, attack
from indicators.disclosure.gate import guard
from indicators.disclosure.memory import name_memory, recall
from tests.support.attacked import ENTRIES, Told, nowhere, outside, published, truth_in
from tests.support.invented_events import FIRST, Events, happened
from warehouse.connection import Connection, attach
from warehouse.releases import Release as Published

NIGHTS = 1
LATE = Events(
    np.full(NIGHTS, FIRST + 4),
    np.full(NIGHTS, "E"),
    np.ones(NIGHTS, bool),
    np.random.default_rng(6).integers(0, 2**64, NIGHTS, dtype=np.uint64),
)
"""A record of one month in E that comes late."""


def before_they_came() -> Events:
    """Events of a year; in its fifth month there are two in E."""
    events = happened(6, {"A": 30, "B": 40, "C": 25, "D": 30, "E": 9, "F": 40})
    of_may = np.flatnonzero((events.month == FIRST + 4) & (events.area == "E"))
    return events.where(~np.isin(np.arange(len(events.key)), of_may[2:]))


def saved(connection: Connection, file: Path, name: str) -> Published:
    """The draft as a file."""
    with attach(connection, file, "written"):
        connection.execute("copy from database portal to written")
    return Published(name, file, current=True)


def test_what_a_release_told_narrows_what_is_known_of_the_next(tmp_path: Path):
    with published(nowhere(), Told(ENTRIES, [before_they_came()])) as connection:
        before = saved(connection, tmp_path / "before.duckdb", "before")
    with published(nowhere(), Told(ENTRIES, [before_they_came() + LATE])) as connection:
        release = Release(connection)
        [alone], [found] = attack(release), attack(release)
        recall(connection, release, {found.name: found}, before)
        assert outside(truth_in(connection), [found]) == []
        narrower = (found.bounds.high - found.bounds.low) < (alone.bounds.high - alone.bounds.low)
        assert narrower.any()


def test_what_was_known_narrowly_is_known_of_the_next_release_too(tmp_path: Path):
    cell = ("benefit_entries amount", FIRST + 4, 1, "sex", "female", "E")
    with published(nowhere(), Told(ENTRIES, [before_they_came()])) as connection:
        before = saved(connection, tmp_path / "before.duckdb", "before")
        release = Release(connection)
        [found] = attack(release)
        bounds = found.bounds
        place = (
            bounds.grid.window_at[cell[1], 1],
            bounds.grid.part_at["sex", "female"],
            bounds.grid.area_at["E"],
        )
        connection.execute("insert into mart.known values ('before', ?, ?, ?, ?, ?, ?, 2, 3)", list(cell))
        recall(connection, release, {found.name: found}, before)
        assert bounds.low[place] >= 2
        assert bounds.high[place] <= 4  # one record may have come late


def test_what_is_known_narrowly_is_kept_of_two_releases(tmp_path: Path):
    with published(nowhere(), Told(ENTRIES, [before_they_came()])) as connection:
        connection.execute("insert into mart.counted select *, 0, 0, 0 from truth")
        before: Published | None = None
        for name in ("r0", "r1", "r2"):
            guard(connection, str, before)
            name_memory(connection, name)
            before = saved(connection, tmp_path / f"{name}.duckdb", name)
        kept = connection.execute("select distinct release from mart.known order by all").fetchall()
        assert kept == [("r1",), ("r2",)]
