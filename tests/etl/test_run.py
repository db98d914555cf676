"""A whole load: what is in the warehouse afterwards, and what a second load changes."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import NamedTuple

import duckdb
import pytest

from etl.run import LoadReport
from tests.support.loading import EVERYWHERE, MINIATURES, load_into
from tests.support.statbank import auk01, write
from warehouse.homes import open_home

pytestmark = pytest.mark.slow  # every load runs all its checks

CORRECTED = """
    area   | quarter | value
    Samsø  | 2024Q2  | 80
    Samsø  | 2024Q3  | 7
    """


@contextmanager
def warehouse(home: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect(str(home / "warehouse.duckdb"), read_only=True) as connection:
        yield connection


def select(home: Path, sql: str) -> list[tuple[object, ...]]:
    with warehouse(home) as connection:
        return connection.execute(sql).fetchall()


def everything(home: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every table with its rows in some fixed order."""
    with warehouse(home) as connection:
        tables = connection.execute(
            "select schema_name || '.' || table_name from duckdb_tables() order by all"
        )
        return {
            name: connection.execute(f"select * from {name} order by all").fetchall()
            for (name,) in tables.fetchall()
        }


def figures(home: Path) -> dict[str, int]:
    rows = select(home, "select area || ' ' || period, value::integer from core.figure")
    return dict(rows)


class Loaded(NamedTuple):
    """A home with one load, to be read or copied and not to be changed."""

    home: Path
    report: LoadReport


@pytest.fixture(scope="module")
def danish(tmp_path_factory: pytest.TempPathFactory) -> Loaded:
    home = tmp_path_factory.mktemp("dk") / "home"
    return Loaded(home, load_into(home, MINIATURES / "dk"))


@pytest.fixture(scope="module")
def norwegian(tmp_path_factory: pytest.TempPathFactory) -> Loaded:
    home = tmp_path_factory.mktemp("no") / "home"
    return Loaded(home, load_into(home, MINIATURES / "no", "no"))


@pytest.mark.parametrize(("loaded", "quarantined"), [("danish", 3), ("norwegian", 1)])
def test_a_miniature_is_loaded_and_reconciles(loaded, quarantined, request):
    home, report = request.getfixturevalue(loaded)
    assert [path.name for path in report.unclaimed] == ["README.txt"]
    assert open_home(home).kind == "synthetic"
    assert sum(delivery.rows_quarantined for delivery in report.deliveries) == quarantined
    for delivery in report.deliveries:
        assert delivery.outcome == "loaded"
        assert delivery.rows_delivered == delivery.rows_loaded + delivery.rows_quarantined
        assert select(home, f"select count(*) from raw.{delivery.source}") == [(delivery.rows_delivered,)]
    assert select(home, "select source, count(*) from core.figure group by source order by source") == [
        (delivery.source, delivery.rows_loaded) for delivery in report.deliveries
    ]


def test_what_the_warehouse_knows_of_a_delivery(danish):
    home = danish.home
    [source] = select(
        home, "select facts::json ->> '$.publisher.en' from core.source where source = 'dst_auk01'"
    )
    assert source == ("Statistics Denmark",)
    assert select(home, "select place, source, kind, as_of, first_period, last_period from raw.delivery") == [
        (1, "dst_auk01", "synthetic", date(2024, 12, 31), "2023-Q1", "2024-Q4"),
        (2, "dst_folk1am", "synthetic", date(2024, 12, 31), "2023-01", "2024-12"),
        (3, "dst_lbesk69", "synthetic", date(2024, 12, 31), "2023-Q1", "2024-Q4"),
    ]
    files = select(home, "select file, bytes from raw.delivery_file where file like 'AUK01%'")
    assert files == [("AUK01_2023_2024.csv", (MINIATURES / "dk" / "AUK01_2023_2024.csv").stat().st_size)]
    assert select(home, "select measure, adds_over_areas from core.measure_source order by measure") == [
        ("full_time_employees", True),
        ("population", True),
        ("social_assistance_recipients", True),
    ]
    assert select(home, "select count(*) from core.country") == [(1,)]
    assert select(
        home, "select column_name, rule, value_class from raw.quarantine where file like 'AUK01%'"
    ) == [
        ("INDHOLD", "must be a number", "text where a number was expected"),
        ("INDHOLD", "must not be negative", "negative number"),
    ]
    assert select(home, "select distinct severity from raw.check_result where not success") == [("warning",)]


def test_what_ties_figures_to_each_other(danish, norwegian):
    sums = "select place, whole, part, within from core.figure_sum order by all"
    assert select(norwegian.home, sums) == [
        (0, "country", "county", 0),
        (0, "country", "residual", 0),
        (1, "county", "municipality", 0),
    ]
    rules = "select measure, source, decimals, hidden_from, hidden_to from core.figure_rule order by all"
    assert select(norwegian.home, rules) == [
        ("registered_unemployed", "nav_hl060", 0, 0, 3),
        ("registered_unemployed_rate", "nav_hl060", 1, None, None),
    ]
    partitions = "select measure, source, breakdown from core.figure_partition"
    assert select(danish.home, partitions) == [("population", "dst_folk1am", "sex")]


def test_hidden_cells_and_breaks_of_the_workbook(norwegian):
    home = norwegian.home
    hidden = select(
        home,
        "select measure, area, count(*) from core.figure where status = 'suppressed' group by all order by all",
    )
    # Kvitsøy is below four in June, September and October. What lies outside the municipalities has no labour force.
    small = [("1144", 3), ("1151", 10)]
    assert hidden == [
        *(("registered_unemployed", *row) for row in small),
        *(
            ("registered_unemployed_rate", *row)
            for row in [*small, ("2100", 10), ("NO-99", 10), ("NO-UNKNOWN", 10)]
        ),
    ]
    assert select(home, "select distinct value is null from core.figure where status = 'suppressed'") == [
        (True,)
    ]
    breaks = select(home, "select measure, period from core.series_break")
    assert breaks == [("registered_unemployed_rate", "2022-01")]


def test_warnings_are_told_in_words(tmp_path):
    report = load_into(tmp_path / "home", write(tmp_path / "in", auk01_csv=auk01(EVERYWHERE)))
    [warning] = report.warnings
    assert warning == (
        "dst_auk01: this does not hold: Every area has a figure in every period: "
        "country, region, province, municipality. (227 of 230 are not so)"
    )


def test_the_same_delivery_again_changes_nothing(tmp_path):
    home = tmp_path / "home"
    first = load_into(home, write(tmp_path / "in", auk01_csv=auk01(EVERYWHERE)))
    before = everything(home)
    again = load_into(home, write(tmp_path / "renamed", other_auk01_csv=auk01(EVERYWHERE)))
    assert [delivery.outcome for delivery in again.deliveries] == ["already loaded"]
    assert again.deliveries[0].rows_loaded == first.deliveries[0].rows_loaded == 3
    assert everything(home) == before


def test_a_correction_replaces_the_periods_that_it_speaks_of_and_the_old_rows_stay_on_record(
    population, tmp_path
):
    home = shutil.copytree(population, tmp_path / "home")
    load_into(home, write(tmp_path / "in", auk01_csv=auk01(EVERYWHERE)))
    load_into(home, write(tmp_path / "new", auk01_csv=auk01(CORRECTED)))
    assert figures(home) == {
        "741 2024-Q1": 9,
        "563 2024-Q1": 5,
        "741 2024-Q2": 80,
        "741 2024-Q3": 7,
        "741 2024-01": 3600,
    }
    assert select(home, "select count(*), count(distinct delivery) from raw.dst_auk01") == [(5, 2)]
    assert select(home, "select source from raw.delivery order by place") == [
        *(("dst_folk1am",), ("dst_auk01",), ("dst_auk01",))
    ]


def test_what_was_corrected_before_is_not_brought_back_by_loading_it_again(tmp_path):
    home = tmp_path / "home"
    first = write(tmp_path / "in", auk01_csv=auk01(EVERYWHERE))
    load_into(home, first)
    load_into(home, write(tmp_path / "new", auk01_csv=auk01(CORRECTED)))
    before = everything(home)
    assert load_into(home, first).deliveries[0].outcome == "already loaded"
    assert everything(home) == before


def test_a_row_in_quarantine_takes_its_old_figure_away(tmp_path):
    home = tmp_path / "home"
    many = "\n".join(
        f"Samsø | {year}Q{quarter} | 5" for year in range(2010, 2020) for quarter in (1, 2, 3, 4)
    )
    load_into(
        home, write(tmp_path / "in", auk01_csv=auk01(f"area | quarter | value\nFanø | 2010Q1 | 5\n{many}"))
    )
    load_into(
        home, write(tmp_path / "new", auk01_csv=auk01(f"area | quarter | value\nFanø | 2010Q1 | ..\n{many}"))
    )
    assert "563 2010-Q1" not in figures(home)
    assert len(figures(home)) == 40


def test_without_a_manifest_deliveries_speak_until_their_last_period_ends(population):
    assert select(population, "select kind, as_of from raw.delivery") == [("official", date(2024, 1, 31))]


def test_leftovers_of_a_killed_load_are_cleared_away(tmp_path):
    home = tmp_path / "home"
    write(home / "temporary" / "load", stage_dst_auk01_duckdb="half written")
    load_into(home, write(tmp_path / "in", auk01_csv=auk01(EVERYWHERE)))
    assert list((home / "temporary").iterdir()) == []


def test_folders_and_files_of_a_home_are_its_owners_alone(population):
    paths = [population, *population.iterdir()]
    assert {path.name: oct(path.stat().st_mode & 0o777) for path in paths} == {
        "home": "0o700",
        "home.json": "0o600",
        "releases": "0o700",
        "temporary": "0o700",
        "warehouse.duckdb": "0o600",
    }
