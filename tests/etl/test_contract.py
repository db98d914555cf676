"""Contracts of records of persons: what stands fits together, and what does not is told at once."""

import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from etl.contract import TAKEN, contract_faults
from etl.source import SOURCES, read_sources
from warehouse.errors import UserError

RECORDS = [source for source in read_sources() if source.person_level]
SPELLS = SOURCES / "benefit_spells" / "source.yml"


def contract() -> dict[str, Any]:
    entry: dict[str, Any] = yaml.safe_load(SPELLS.read_text(encoding="utf-8"))
    return entry


def faults(entry: dict[str, Any], file: Path = SPELLS) -> list[str]:
    return [f"{where}: {rule}" for where, rule in contract_faults(file, entry)]


def faults_with(column: str, **changes: object) -> list[str]:
    """What is wrong when a column is described otherwise."""
    entry = contract()
    entry["columns"][column] = {**entry["columns"][column], **changes}
    return faults(entry)


def test_there_are_seventeen_sources_of_records_and_any_country_can_deliver_them():
    assert [source.name for source in RECORDS] == [
        *("activities", "applications", "benefit_spells", "case_events", "cases", "education_months"),
        *("employers", "layoff_notices", "need_assessments", "payments", "pensions", "person_states"),
        "placements",
        *("registrations", "sanctions", "vacancies", "work_months"),
    ]
    assert all(
        source.serves("dk") and source.serves("tj") and not source.already_public for source in RECORDS
    )


@pytest.mark.parametrize("source", RECORDS, ids=lambda source: source.name)
def test_the_warehouse_has_a_table_of_the_contracts_columns(source):
    schema = SOURCES.parents[1] / "warehouse" / "schema" / "raw" / f"{source.name}.sql"
    table = schema.read_text(encoding="utf-8")
    columns = [line.split()[0] for line in table.splitlines() if line.startswith("    ")]
    assert columns == [*(column.kept_as for column in source.columns), "delivery"]


@pytest.mark.parametrize("source", RECORDS, ids=lambda source: source.name)
def test_retention_runs_from_the_day_that_the_contract_names(source):
    [column] = [column for column in source.columns if column.name == source.retained_from]
    sql = (SOURCES.parent / "sql" / "expire" / f"{source.name}.sql").read_text(encoding="utf-8")
    assert f".{column.kept_as}" in sql


@pytest.mark.parametrize(
    ("column", "changes", "expected"),
    [
        (
            "scheme",
            {"type": "word"},
            "columns.scheme.type: must be one of: code, day, flag, integer, month, person, text",
        ),
        (
            "scheme",
            {"codes": "benefits"},
            "columns.scheme.codes: must be one of: age, areas, origin, schemes, sex",
        ),
        ("scheme", {"codes": []}, "columns.scheme.codes: must be a list"),
        ("scheme", {"type": "person"}, "columns.scheme.type: person is for person_id alone"),
        ("scheme", {"planned": True}, "columns.scheme.planned: is for the type day only"),
        ("scheme", {"holds": "area"}, "columns.scheme.holds: is for figures only"),
        ("degree", {"codes": ["a"]}, "columns.degree.codes: is for the type code only"),
        ("degree", {"at_least": 101}, "columns.degree.at_most: is less than at_least"),
        (
            "degree",
            {"at_most": 1.5},
            "columns.degree.at_most: must be a whole number from 0 to 1000000000",
        ),
        ("degree", {"type": "code"}, "columns.degree.at_least: is for the type integer only"),
        ("last_day", {"ends": "scheme"}, "columns.last_day.ends: must name a column of days"),
        ("last_day", {"becomes": "End On"}, "columns.last_day.becomes: must be small letters, digits and _"),
        ("person_id", {"type": "text"}, "columns.person_id: must be there, with the type person"),
    ],
)
def test_a_column_that_contradicts_itself_is_a_fault(column, changes, expected):
    assert expected in faults_with(column, **changes)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"key": None}, "key: is missing"),
        ({"key": ["person_id", "day"]}, "key.2: is not a column"),
        ({"retained_from": None}, "retained_from: is missing"),
        ({"retained_from": "scheme"}, "retained_from: must be a column of days or months"),
        ({"end": None}, "end: is there if, and only if, a column ends what another starts"),
        ({"end": "open"}, "end: must be one of: exclusive, inclusive"),
        ({"area_labels": "statbank"}, "area_labels: is for figures only"),
        ({"measures": {"spells": {"adds_over_areas": True}}}, "measures: is for figures only"),
        ({"person_level": False}, "person_level: does not fit the shape records"),
        ({"refers_to": "cases"}, ": needs a known_earlier.sql beside it"),
        ({"columns": {"scheme": {"type": "code"}}}, "columns.person_id: must be there, with the type person"),
        ({"columns": {"person_id": {"type": "person"}, "scheme": None}}, "columns.scheme.type: is missing"),
    ],
)
def test_a_contract_that_contradicts_itself_is_a_fault(changes, expected):
    entry = {key: value for key, value in (contract() | changes).items() if value is not None}
    assert expected in faults(entry)


def test_figures_have_no_keys_of_records():
    file = SOURCES / "dst_auk01" / "source.yml"
    entry = yaml.safe_load(file.read_text(encoding="utf-8"))
    entry |= {"key": ["TID"], "country": "any"}
    del entry["measures"]
    assert faults(entry, file) == [
        "key: is for records of persons only",
        "measures: is missing",
        "area_labels: are those of one country",
    ]


def test_what_a_measure_says_of_sums_and_hiding_is_checked():
    file = SOURCES / "nav_hl060" / "source.yml"
    entry = yaml.safe_load(file.read_text(encoding="utf-8"))
    counted = entry["measures"]["registered_unemployed"]
    assert faults(entry, file) == []
    counted["hides"] = {"at_least": 4, "at_most": 3}
    assert faults(entry, file) == ["measures.registered_unemployed.hides.at_most: is less than at_least"]
    counted |= {"hides": {"at_most": 3}, "partitions": ["scheme"]}
    assert set(faults(entry, file)) == {
        "measures.registered_unemployed.partitions.1: must be one of: age, origin, sex",
        "measures.registered_unemployed.hides.at_least: is missing",
    }


def test_all_faults_are_told_at_once():
    entry = contract() | {"key": ["day"], "retained_from": "scheme"}
    entry["columns"]["degree"] = {"type": "integer"}
    assert faults(entry) == [
        "retained_from: must be a column of days or months",
        "key.1: is not a column",
        "columns.degree.at_least: is missing",
        "columns.degree.at_most: is missing",
    ]


def test_rows_refer_to_a_source_of_records(tmp_path):
    shutil.copytree(SOURCES / "case_events", tmp_path / "case_events")
    with pytest.raises(
        UserError, match=r"case_events/source\.yml, column refers_to: is no source of records"
    ):
        read_sources(tmp_path)
    shutil.copytree(SOURCES / "cases", tmp_path / "cases")
    assert len(read_sources(tmp_path)) == 2


def test_no_source_can_bear_the_name_of_another_raw_table():
    tables = {file.stem for file in (SOURCES.parents[1] / "warehouse" / "schema" / "raw").glob("*.sql")}
    assert tables - {source.name for source in RECORDS} == set(TAKEN)
