"""A load that is refused: every fault is named, and nothing is as if it had been tried."""

import shutil

import duckdb
import pytest

from tests.support.loading import EVERYWHERE, MINIATURES, refused, user_error
from tests.support.statbank import auk01, folk1am, write
from tests.support.workbooks import MINIATURE

pytestmark = pytest.mark.slow  # every load runs all its checks


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
    home = shutil.copytree(population, tmp_path / "home")
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


def test_a_home_of_the_other_kind_or_country_is_not_touched(population, tmp_path):
    home = shutil.copytree(population, tmp_path / "home")
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


def test_a_source_whose_columns_have_changed_asks_for_a_new_home(population, tmp_path):
    home = shutil.copytree(population, tmp_path / "home")
    with duckdb.connect(str(home / "warehouse.duckdb")) as connection:
        connection.execute("alter table raw.dst_folk1am rename column line to place")
    before = (home / "warehouse.duckdb").read_bytes()
    later = write(tmp_path / "in", folk1am_csv=folk1am("area | month | value\nSamsø | 2024M02 | 3601"))
    assert "load its deliveries into a new --home" in user_error(home, later)
    assert (home / "warehouse.duckdb").read_bytes() == before
