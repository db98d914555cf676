"""Laws of a whole home: each holds of what the portal computes, and says so when it is broken."""

import io
import re
import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from rich.console import Console

from benchmarks._laws import ask_law, laws, prepare
from benchmarks.laws import check
from etl.core import rebuild
from indicators.catalogue import read_catalogue
from indicators.compute import compute_cells
from tests.support.person_oracle_corners import corners
from tests.support.person_oracle_loading import UNPROTECTED, load_register
from tests.support.worlds import empty_warehouse
from warehouse.connection import Connection, open_private, transaction
from warehouse.releases import current_release

COMPUTED = {
    *("recipients", "full_time_recipients", "full_time_recipients_by_scheme", "benefit_exits"),
    "open_positions",
    *("open_cases_with_plan", "completed_duration_mean", "still_on_benefit_after_26_weeks"),
}
ROUNDED = {**UNPROTECTED, "base": 5, "least_workplaces": 2}
"""So few people would not be shown: counts are rounded, nothing is withheld."""

COUNTED, SHOWN = "update mart.counted set", "update mart.cell set"
ONCE_MORE = "amount = amount + 10000, value = value + 1 where figure = 'benefit_days persons'"
FULL_TIME, NAIVE = (f"figure = 'benefit_days{way} amount'" for way in ("_resolved", ""))
PLANTED = {
    "areas_make_the_country": f"{COUNTED} {ONCE_MORE} and area = 'XX'",
    "areas_make_their_groups": f"{COUNTED} cell_key = 1 where area = 'S'",
    "categories_make_the_whole": f"{COUNTED} {ONCE_MORE} and category = 'male.25-29'",
    "cells_counted_once": "insert into mart.counted from mart.counted limit 1",
    "cells_shown_once": "insert into mart.cell from mart.cell limit 1",
    "durations_are_possible": f"{COUNTED} value = 101 where figure like '%survival%' and value > 0",
    "durations_are_rounded": f"{SHOWN} value = value + 1 where indicator = 'completed_duration_mean'",
    "every_figure_has_its_cell": "delete from mart.cell where area = 'A' and period = '2024-03'",
    "figures_are_made_of_their_amount": f"{COUNTED} value = value + 0.001 where {FULL_TIME}",
    "few_workplaces_are_not_told": f"{COUNTED} contributors = 1 where figure = 'open_positions amount'",
    "full_time_persons_are_no_more_than_persons": f"{COUNTED} value = value + 1 where {FULL_TIME}",
    "grid_is_full": "delete from mart.counted where breakdown = 'sex' and category = 'male' and area = 'A'",
    "longer_windows_count_no_fewer": f"{COUNTED} amount = 0 where period_kind = 'rolling_year'",
    "months_bound_their_window": f"{COUNTED} amount = 0 where period_kind = 'month'",
    "no_part_is_above_its_whole": f"{COUNTED} amount = 0 where figure = 'open_cases persons'",
    "overlaps_resolved_count_no_more": f"{COUNTED} amount = 0 where {NAIVE}",
    "ratios_have_enough_below_them": f"{SHOWN} value = value + 100.1 where indicator = 'open_cases_with_plan'",
    "rolling_year_to_december": f"{COUNTED} value = value + 1 where period_kind = 'year'",
    "rounding_stays_within_the_base": f"{SHOWN} value = value + 5 where indicator = 'recipients'",
    "schemes_have_no_more_persons_than_all": f"{COUNTED} amount = 0 where breakdown = 'all'",
    "schemes_make_the_whole": f"{COUNTED} amount = amount + 1 where {NAIVE} and category = 'first'",
}


@pytest.fixture(scope="module")
def computed() -> Iterator[Connection]:
    """A small world, computed: some of the catalogue's indicators, so that it takes little time."""
    indicators = [one for one in read_catalogue() if one.id in COMPUTED]
    with empty_warehouse() as connection:
        rebuild(connection, load_register(connection, corners(), ROUNDED))
        with transaction(connection):
            compute_cells(connection, indicators, lambda _: None, b"of the corners")
        prepare(connection)
        yield connection


def test_a_break_is_planted_of_every_law():
    assert PLANTED.keys() == {law.stem for law in laws()}


@pytest.mark.parametrize("law", laws(), ids=lambda law: law.stem)
def test_a_law_holds_until_it_is_broken(computed: Connection, law: Path):
    before = ask_law(computed, law)
    assert before.checked > 0
    assert before.broken == 0
    computed.begin()
    try:
        computed.execute(PLANTED[law.stem])
        assert 0 < ask_law(computed, law).broken <= before.checked + 1
    finally:
        computed.rollback()


@pytest.mark.slow  # builds a home, if no other test has
def test_a_published_home_is_asked_and_no_figure_is_told(danish_home: Path):
    told = io.StringIO()
    assert not check(danish_home, Console(file=told, width=120))
    assert "release: value_in_interval" in told.getvalue()


@pytest.mark.slow  # builds a home, if no other test has
def test_a_published_home_that_breaks_a_law_is_told(danish_home: Path, tmp_path: Path):
    home = shutil.copytree(danish_home, tmp_path / "home")
    with closing(open_private(current_release(home / "releases").file, tmp_path)) as release:
        release.execute("update cell set status = 'withdrawn' where status = 'value'")
    told = io.StringIO()
    assert check(home, Console(file=told, width=120))
    assert re.search(r"release: one_status .* [1-9][0-9,]* ", told.getvalue())
