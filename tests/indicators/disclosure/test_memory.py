"""Releases one late record apart: what they tell together is withdrawn, and what is known by then is remembered."""

from contextlib import ExitStack, closing
from pathlib import Path

import numpy as np
import pytest

from indicators.disclosure.attack import Evidence, Release, attack_releases
from indicators.disclosure.gate import guard, truth_of
from indicators.disclosure.memory import name_memory
from tests.support.attacked import ENTRIES, Told, nowhere, published
from tests.support.invented_events import FIRST, Events, happened
from warehouse.connection import Connection, attach, open_memory
from warehouse.releases import Release as Published

NIGHTS = 6
LATE = Events(
    np.full(NIGHTS, FIRST + 4),
    np.full(NIGHTS, "E"),
    np.ones(NIGHTS, bool),
    np.random.default_rng(6).integers(0, 2**64, NIGHTS, dtype=np.uint64),
)
"""Records of one month in E that come late, one with each release."""


def before_they_came() -> Events:
    """Events of a year; in its fifth month there are two in E."""
    events = happened(6, {"A": 30, "B": 40, "C": 25, "D": 30, "E": 9, "F": 40})
    of_may = np.flatnonzero((events.month == FIRST + 4) & (events.area == "E"))
    return events.where(~np.isin(np.arange(len(events.key)), of_may[2:]))


def in_turn(folder: Path, kept: bool) -> tuple[list[Published], int]:
    """One release after another, through the gate, which knows the ones before or does not; what was withdrawn."""
    found: list[Published] = []
    known: list[tuple[object, ...]] = []
    withdrawn = 0
    for night in range(NIGHTS):
        events = before_they_came() + LATE.where(np.arange(NIGHTS) < night)
        with published(nowhere(), Told(ENTRIES, [events])) as connection:
            connection.execute("insert into mart.counted select *, 0, 0, 0 from truth")
            if known:
                connection.executemany("insert into mart.known values (?, ?, ?, ?, ?, ?, ?, ?, ?)", known)
            verdict = guard(connection, str, found[-1] if found and kept else None)
            name_memory(connection, f"r{night}")
            known = connection.execute("from mart.known").fetchall()
            withdrawn += len(verdict.withdrawn)
            found.append(saved(connection, folder / f"{kept}-{night}.duckdb", f"r{night}"))
    return found, withdrawn


def saved(connection: Connection, file: Path, name: str) -> Published:
    """The draft as a file, with what was counted beside it, for the test alone."""
    connection.execute("create table portal.truth as from truth")
    with attach(connection, file, "written"):
        connection.execute("copy from database portal to written")
    return Published(name, file, current=True)


def narrow_in(releases: list[Published]) -> list[int]:
    """How many truly small cells of each release are known to two values or exactly to who kept all."""
    with ExitStack() as opened:
        drafts = []
        for one in releases:
            connection = opened.enter_context(closing(open_memory(one.file.parent, "1GB")))
            opened.enter_context(attach(connection, one.file, "portal", "read_only"))
            connection.execute("create schema mart; create view mart.counted as from portal.truth")
            drafts.append(Release(connection))
        return [
            known_to_two(draft, one) for draft, [one] in zip(drafts, attack_releases(drafts), strict=True)
        ]


def known_to_two(draft: Release, one: Evidence) -> int:
    places, true = truth_of(draft, one)
    left = one.bounds.values()[places]
    return int(((true >= 1) & (true <= 4) & (left > 0) & (left <= 2) & one.bounds.holds(places, true)).sum())


@pytest.mark.slow
def test_releases_in_a_row_tell_no_more_than_one_may(tmp_path: Path):
    forgetful, _ = in_turn(tmp_path, kept=False)
    assert narrow_in(forgetful) > 0
    careful, withdrawn = in_turn(tmp_path, kept=True)
    assert withdrawn > 0
    assert narrow_in(careful) == 0


def test_what_is_known_by_then_is_kept_of_two_releases(tmp_path: Path):
    with published(nowhere(), Told(ENTRIES, [before_they_came()])) as connection:
        connection.execute("insert into mart.counted select *, 0, 0, 0 from truth")
        for name in ("r0", "r1", "r2"):
            before = None if name == "r0" else saved_once(connection, tmp_path / f"{name}.duckdb", name)
            guard(connection, str, before)
            name_memory(connection, name)
        kept = connection.execute("select distinct release from mart.known order by all").fetchall()
        assert {name for (name,) in kept} <= {"r1", "r2"}


def saved_once(connection: Connection, file: Path, name: str) -> Published:
    """The draft as a file: the release before the one of that name."""
    with attach(connection, file, "written"):
        connection.execute("copy from database portal to written")
    return Published(f"r{int(name[1:]) - 1}", file, current=True)
