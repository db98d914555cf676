"""Held figures: where a release has withdrawn its own, those of the release before stand, and tell nothing new."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from indicators.disclosure.attack import Release
from indicators.disclosure.gate import guard
from indicators.disclosure.holding import hold, holds
from indicators.disclosure.memory import Before, name_memory
from indicators.disclosure.repair import Split, withdraw
from tests.support.attacked import ENTRIES, Told, found_in
from tests.support.late_records import before_they_came, draft, late, memory_of
from warehouse.connection import Connection, attach

FIGURE = "benefit_entries amount"
KEY = "indicator, breakdown, category, period_kind, period, area"
TOLD = "value, numerator, denominator, lower, upper, status"
MONTHS_OF_E = Split(FIGURE, "E", "all", 1, 2)
SHOWN = "status in ('value', 'beyond', 'too_few')"


@pytest.fixture
def earlier(tmp_path: Path) -> Path:
    """A release of a year, published before four records came late."""
    with draft(Told(ENTRIES, [before_they_came()])) as connection:
        return kept(connection, tmp_path / "earlier.duckdb")


@contextmanager
def later() -> Iterator[Connection]:
    """A draft with the late records, of which the months of E are withdrawn."""
    with draft(Told(ENTRIES, [before_they_came() + late(4)])) as connection:
        withdraw(Release(connection), [MONTHS_OF_E], held=True)
        yield connection


def kept(connection: Connection, file: Path) -> Path:
    """The draft as a published file."""
    with attach(connection, file, "written"):
        connection.execute("copy from database portal to written")
    return file


def cells(connection: Connection, columns: str, condition: str = "true") -> set[tuple]:
    return set(connection.execute(f"select {columns} from portal.cell where {condition}").fetchall())


def told_in(file: Path, condition: str) -> set[tuple]:
    with draft(Told(ENTRIES, [before_they_came()])) as connection, attach(connection, file, "other"):
        return set(connection.execute(f"select {KEY}, {TOLD} from other.cell where {condition}").fetchall())


def test_withdrawn_figures_give_way_to_those_of_the_release_before(earlier: Path):
    with later() as connection:
        of_e = "area = 'E' and period_kind = 'month'"
        others = cells(connection, "*", f"not ({of_e})")
        hold(connection, earlier)
        held = cells(connection, f"{KEY}, {TOLD}", "flags like '%held%'")
        assert held == told_in(earlier, f"{of_e} and {SHOWN}") != set()
        assert cells(connection, "flags", "flags like '%held%'") == {("held,rounded",)}
        assert cells(connection, "*", f"not ({of_e})") == others


def test_what_is_held_is_no_news_to_an_attacker(earlier: Path):
    with later() as connection:
        withdrawn = found_in(connection)
        hold(connection, earlier)
        assert found_in(connection) == withdrawn


def test_what_was_held_before_is_held_still_and_said_once(earlier: Path, tmp_path: Path):
    with later() as connection:
        hold(connection, earlier)
        told = cells(connection, "*")
        between = kept(connection, tmp_path / "between.duckdb")
    with later() as connection:
        hold(connection, between)
        assert cells(connection, "*") == told


def test_where_nothing_was_told_before_a_gap_stays():
    with later() as connection:
        hold(connection, None)
        assert cells(connection, "value, status, flags", "area = 'E' and period_kind = 'month'") <= {
            (None, "withdrawn", ""),
            (None, "not_available", ""),
        }


@pytest.mark.parametrize(
    "otherwise",
    [
        "update other.indicator set definition = json_merge_patch(definition, '{\"per\": 7}')",
        "update other.measure set sql = sql || ' '",
        "update other.membership set valid_to = date '2001-01-01' where member_code = 'E'",
        "update other.area set valid_to = date '2001-01-01' where code = 'F'",
        'update other.country set profile = json_merge_patch(profile, \'{"persons": {"youngest": 1}}\')',
    ],
)
def test_figures_that_were_counted_or_drawn_otherwise_are_not_held(earlier: Path, otherwise: str):
    with later() as connection:
        with attach(connection, earlier, "other"):
            changed = connection.execute(otherwise).fetchall()
        assert changed != [(0,)]
        hold(connection, earlier)
        assert cells(connection, "flags", "flags like '%held%'") == set()


def test_a_cell_that_the_gate_did_not_withdraw_is_never_filled(earlier: Path):
    with later() as connection:
        connection.execute(
            "update portal.cell set value = null, status = 'withdrawn', flags = '' where area = 'D'"
        )
        hold(connection, earlier)
        assert cells(connection, "status, flags", "area = 'D'") == {("withdrawn", "")}


@pytest.mark.parametrize("turns", [(False,), (True, False), (False, True)])
def test_what_a_release_tells_alone_is_a_gap_whatever_else_it_is_withdrawn_for(
    earlier: Path, turns: tuple[bool, ...]
):
    with draft(Told(ENTRIES, [before_they_came() + late(4)])) as connection:
        for held in turns:
            withdraw(Release(connection), [MONTHS_OF_E], held=held)
        hold(connection, earlier)
        assert cells(connection, "flags", "area = 'E' and period_kind = 'month'") == {("",)}


def test_of_releases_that_are_guarded_and_held_every_cell_once_told_is_told_still(tmp_path: Path):
    """Five records of E come late, one with each release, so that something must be withdrawn."""
    memory, before, file, withdrawn = [], None, None, 0
    with ExitStack() as drafts:
        for number in range(6):
            told = Told(ENTRIES, [before_they_came() + late(number)])
            connection = drafts.enter_context(draft(told, memory))
            withdrawn += len(guard(connection, str, before).withdrawn)
            name_memory(connection, f"r{number}", before)
            hold(connection, file)
            gaps = cells(connection, KEY, "status = 'withdrawn'")
            if file:
                assert not {row[:6] for row in told_in(file, SHOWN)} & gaps
            memory, before = memory_of(connection), Before(f"r{number}", alike=True)
            file = kept(connection, tmp_path / f"r{number}.duckdb")
            assert holds(connection, file) == bool(cells(connection, "1", "flags like '%held%'"))
    assert withdrawn > 0
