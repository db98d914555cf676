"""Laws of loading, on many small deliveries drawn at random; checks by Great Expectations are left out for speed."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from etl.checking import Checked
from etl.store import read_loaded, write
from tests.support import statbank
from tests.support.staging import accepted, profile_of, sources_of, stage_all

CODES = {"Samsø": "741", "Fanø": "563", "Læsø": "825"}

MANY = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
FEW = settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])

pytestmark = pytest.mark.slow


class Row(NamedTuple):
    """One line of AUK01."""

    area: str
    quarter: str
    value: str


def row(quarters: Sequence[str], values: Sequence[str]) -> st.SearchStrategy[Row]:
    """Lines of few areas, periods and values, so that they meet often."""
    return st.builds(Row, st.sampled_from(list(CODES)), st.sampled_from(quarters), st.sampled_from(values))


rows = st.lists(row(["2024Q1", "2024Q2", "soon"], ["3", "4", "", "x", "-1"]), min_size=1, max_size=12)
good_rows = st.lists(
    row(["2024Q1", "2024Q2"], ["3", "4"]), min_size=1, max_size=5, unique_by=lambda one: one[:2]
)


def expected(delivered: Sequence[Row]) -> dict[tuple[str, str], int]:
    """The figures that should be loaded, worked out with dictionaries alone: {(area, period): value}."""
    said: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for area, quarter, value in delivered:
        if quarter != "soon" and value.isdecimal():
            said[CODES[area], quarter.replace("Q", "-Q")].append(int(value))
    return {key: values[0] for key, values in said.items() if len(set(values)) == 1}


def text_of(delivered: Sequence[Row]) -> str:
    lines = [" | ".join(one) for one in delivered]
    return statbank.auk01("\n".join(["area | quarter | value", *lines]))


def load(home: Path, deliveries: Path, work: Path) -> None:
    """Everything that `etl.run.load` does but the checks."""
    before = read_loaded(home, "dk", "official")
    staged = stage_all(deliveries, "dk", work)
    new = [Checked(one, ()) for one in staged if one.delivery.id not in before]
    write(home, profile_of("dk"), "official", sources_of("dk"), new, folder=work)


def core(home: Path) -> dict[str, Counter[tuple[object, ...]]]:
    """What indicators are counted from: the rows of each table, in no order."""
    with duckdb.connect(str(home / "warehouse.duckdb"), read_only=True) as connection:
        tables = connection.execute(
            "select table_name from duckdb_tables() where schema_name = 'core'"
        ).fetchall()
        return {name: Counter(connection.execute(f"from core.{name}").fetchall()) for (name,) in tables}


@MANY
@given(rows)
def test_delivered_rows_are_loaded_or_in_quarantine_and_no_other_figure_is(delivered):
    with TemporaryDirectory() as folder:
        deliveries = statbank.write(Path(folder) / "in", auk01_csv=text_of(delivered))
        [staged] = stage_all(deliveries, "dk", Path(folder) / "work")
        found = {(area, period): value for (_, _, period, area), value in accepted(staged).items()}
    assert found == expected(delivered)
    lines = [fault.row for fault in staged.quarantine]
    assert len(lines) == len(set(lines)) == len(delivered) - len(found)


@FEW
@given(good_rows)
def test_loading_twice_is_loading_once(delivered):
    with TemporaryDirectory() as folder:
        here = Path(folder)
        deliveries = statbank.write(here / "in", auk01_csv=text_of(delivered))
        load(here / "home", deliveries, here / "one")
        once = core(here / "home")
        load(here / "home", deliveries, here / "two")
        assert core(here / "home") == once


@FEW
@given(good_rows, st.integers(3600, 3699))
def test_the_order_of_unrelated_deliveries_does_not_matter(delivered, inhabitants):
    with TemporaryDirectory() as folder:
        here = Path(folder)
        population = f"area | month | value\nSamsø | 2024M01 | {inhabitants}"
        one = statbank.write(here / "a", auk01_csv=text_of(delivered))
        two = statbank.write(here / "b", folk1am_csv=statbank.folk1am(population))
        for home, order in {"ab": (one, two), "ba": (two, one)}.items():
            for place, deliveries in enumerate(order):
                load(here / home, deliveries, here / f"{home}{place}")
        assert core(here / "ab") == core(here / "ba")


@FEW
@given(good_rows, good_rows)
def test_a_later_delivery_says_all_about_its_periods_and_nothing_about_others(first, second):
    with TemporaryDirectory() as folder:
        here = Path(folder)
        for name, delivered in {"one": first, "two": second}.items():
            load(
                here / "home", statbank.write(here / f"in_{name}", auk01_csv=text_of(delivered)), here / name
            )
        with duckdb.connect(str(here / "home" / "warehouse.duckdb"), read_only=True) as connection:
            figures = connection.execute("select area, period, value from core.figure").fetchall()
    old, new = expected(first), expected(second)
    # A delivery of the same rows in the same order is known and not loaded again, which comes to the same.
    replaced = {period for _, period in new}
    kept = {key: value for key, value in old.items() if key[1] not in replaced}
    assert {(area, period): value for area, period, value in figures} == kept | new
