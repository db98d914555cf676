"""A whole load: what is in the warehouse afterwards, what a second load changes, what a refusal leaves."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import NamedTuple

import duckdb
import pytest

from etl.run import LoadReport, load
from tests.repository.tree import ROOT
from tests.support.statbank import auk01, folk1am, write
from tests.support.workbooks import MINIATURE
from warehouse.errors import DeliveryRefused, UserError
from warehouse.homes import open_home

MINIATURES = ROOT / "data" / "miniatures"

EVERYWHERE = """
    area   | quarter | value
    Samsø  | 2024Q1  | 9
    Fanø   | 2024Q1  | 5
    Samsø  | 2024Q2  | 8
    """
CORRECTED = """
    area   | quarter | value
    Samsø  | 2024Q2  | 80
    Samsø  | 2024Q3  | 7
    """


def load_into(home: Path, deliveries: Path, country: str = "dk") -> LoadReport:
    return load(deliveries, country, home, lambda _: None)


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


def refused(home: Path, deliveries: Path, country: str = "dk") -> list[str]:
    with pytest.raises(DeliveryRefused) as raised:
        load_into(home, deliveries, country)
    return [str(fault) for fault in raised.value.faults]


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


@pytest.fixture(scope="module")
def population(tmp_path_factory: pytest.TempPathFactory) -> Loaded:
    folder = tmp_path_factory.mktemp("population")
    table = "area | month | value\nSamsø | 2024M01 | 3600"
    deliveries = write(folder / "in", folk1am_csv=folk1am(table))
    return Loaded(folder / "home", load_into(folder / "home", deliveries))


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
        "country, region, province, municipality. (227 / 230)"
    )


def test_the_same_delivery_again_changes_nothing(tmp_path):
    home = tmp_path / "home"
    first = load_into(home, write(tmp_path / "in", auk01_csv=auk01(EVERYWHERE)))
    before = everything(home)
    again = load_into(home, write(tmp_path / "renamed", other_auk01_csv=auk01(EVERYWHERE)))
    assert [delivery.outcome for delivery in again.deliveries] == ["already loaded"]
    assert again.deliveries[0].rows_loaded == first.deliveries[0].rows_loaded == 3
    assert everything(home) == before


@pytest.mark.slow
def test_a_correction_replaces_the_periods_that_it_speaks_of_and_the_old_rows_stay_on_record(
    population, tmp_path
):
    home = shutil.copytree(population.home, tmp_path / "home")
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


@pytest.mark.slow
def test_what_was_corrected_before_is_not_brought_back_by_loading_it_again(tmp_path):
    home = tmp_path / "home"
    first = write(tmp_path / "in", auk01_csv=auk01(EVERYWHERE))
    load_into(home, first)
    load_into(home, write(tmp_path / "new", auk01_csv=auk01(CORRECTED)))
    before = everything(home)
    assert load_into(home, first).deliveries[0].outcome == "already loaded"
    assert everything(home) == before


@pytest.mark.slow
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
    assert select(population.home, "select kind, as_of from raw.delivery") == [
        ("official", date(2024, 1, 31))
    ]


def test_too_many_rows_in_quarantine_refuse_and_are_named(tmp_path):
    table = "area | quarter | value\nSamsø | 2024Q1 | 9\nFanø | 2024Q1 | .."
    assert refused(tmp_path / "home", write(tmp_path / "in", auk01_csv=auk01(table))) == [
        "auk01.csv: this does not hold: At most 5% of the rows break a rule.",
        "auk01.csv, row 3, column INDHOLD: must be a number (text where a number was expected)",
    ]


def test_a_file_without_rows_is_refused(tmp_path):
    [fault] = refused(tmp_path / "home", write(tmp_path / "in", auk01_csv=auk01("area | quarter | value")))
    assert fault == "auk01.csv: this does not hold: There is at least one figure."


def bad_deliveries() -> dict[str, dict[str, str | bytes]]:
    """Files of which each refuses whatever else lies in the folder."""
    good = auk01(EVERYWHERE)
    return {
        "missing column": {"auk01_csv": good.replace(";INDHOLD", "")},
        "unknown area": {"auk01_csv": good.replace("Fanø", "Atlantis")},
        "new code": {"auk01_csv": good.replace("Age, total", "16-24 years")},
        "Windows-1252": {"auk01_csv": good.encode("cp1252")},
        "e-mail column": {
            "auk01_csv": good.replace("Samsø", "anna@example.org").replace("Fanø", "bo@example.org")
        },
        "too much in quarantine": {"auk01_csv": good.replace(";9", ";x")},
        "faulty manifest": {"auk01_csv": good, "manifest_yml": "kind: real"},
        "wrong checksum": {"auk01_csv": good, "manifest_yml": f"files: {{auk01.csv: {'0' * 64}}}"},
    }


@pytest.mark.parametrize("fault", bad_deliveries())
def test_a_refused_first_delivery_leaves_no_home(tmp_path, fault):
    refused(tmp_path / "deep" / "home", write(tmp_path / "in", **bad_deliveries()[fault]))
    assert not (tmp_path / "deep" / "home").exists()


@pytest.mark.parametrize("fault", bad_deliveries())
def test_a_refused_delivery_leaves_the_warehouse_as_it_was(population, tmp_path, fault):
    home = shutil.copytree(population.home, tmp_path / "home")
    before = (home / "warehouse.duckdb").read_bytes()
    good = folk1am("area | month | value\nSamsø | 2024M02 | 3601")
    refused(home, write(tmp_path / "in", folk1am_csv=good, **bad_deliveries()[fault]))
    assert (home / "warehouse.duckdb").read_bytes() == before
    assert list((home / "temporary").iterdir()) == []


@pytest.mark.parametrize("cut", [4, 2])
def test_a_truncated_workbook_is_refused(tmp_path, cut):
    data = MINIATURE.read_bytes()
    [fault] = refused(tmp_path / "home", write(tmp_path / "in", hl060_xlsx=data[: len(data) // cut]), "no")
    assert fault == "hl060.xlsx: is cut short, damaged or no Excel workbook (.xlsx)"


def test_faults_of_all_deliveries_are_told_together(tmp_path):
    files = {
        "auk01_csv": auk01("area | quarter | value\nAtlantis | 2024Q1 | 9"),
        "folk1am_csv": b"OMR\xc5DE;K\xd8N;TID",
    }
    assert refused(tmp_path / "home", write(tmp_path / "in", **files)) == [
        'auk01.csv, row 2, column OMRÅDE: unknown area ("Atlantis")',
        "folk1am.csv, row 1: is not UTF-8; it looks like Windows-1252",
    ]


def user_error(home: Path, deliveries: Path, country: str = "dk") -> str:
    with pytest.raises(UserError) as raised:
        load_into(home, deliveries, country)
    return str(raised.value)


def test_a_home_of_the_other_kind_or_country_is_not_touched(population, tmp_path):
    home = shutil.copytree(population.home, tmp_path / "home")
    assert "holds official figures" in user_error(home, MINIATURES / "dk")
    official = write(tmp_path / "no", hl060_xlsx=MINIATURE.read_bytes())
    assert "is the home of country 'dk'" in user_error(home, official, "no")


def test_an_unknown_country_a_folder_without_deliveries_and_a_home_that_is_a_file(tmp_path):
    deliveries = write(tmp_path / "in", note_txt="hello")
    assert "There is no country 'xx'" in user_error(tmp_path / "home", deliveries, "xx")
    assert "belongs to a source of Denmark" in user_error(tmp_path / "home", deliveries)
    write(tmp_path, home_txt="no folder")
    assert "cannot be used as a home" in user_error(tmp_path / "home.txt", MINIATURES / "dk")
    assert not (tmp_path / "home").exists()


def test_leftovers_of_a_killed_load_are_cleared_away(tmp_path):
    home = tmp_path / "home"
    write(home / "temporary" / "load", stage_dst_auk01_duckdb="half written")
    load_into(home, write(tmp_path / "in", auk01_csv=auk01(EVERYWHERE)))
    assert list((home / "temporary").iterdir()) == []


def test_folders_and_files_of_a_home_are_its_owners_alone(population):
    paths = [population.home, *population.home.iterdir()]
    assert {path.name: oct(path.stat().st_mode & 0o777) for path in paths} == {
        "home": "0o700",
        "home.json": "0o600",
        "releases": "0o700",
        "temporary": "0o700",
        "warehouse.duckdb": "0o600",
    }
