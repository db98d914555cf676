"""What is expected of records: a right delivery meets all of it, and each expectation can fail."""

from collections.abc import Mapping
from pathlib import Path

import duckdb
import pytest

from etl.expectations import expected_of
from etl.source import read_sources
from tests.support.records import covering, write_records
from tests.support.staging import profile_of, stage_all
from warehouse.quality import run_checks

SOURCES = {source.name: source for source in read_sources()}

SPELLS = """
    person | scheme            | start_on   | last_day   | degree
    1      | social_assistance | 2024-01-01 | 2024-01-31 | 100
    1      | social_assistance | 2024-05-01 |            | 100
    2      | sickness_benefit  | 2024-01-01 |            | 50
    """

pytestmark = pytest.mark.slow  # Great Expectations


def results(file: Path, table: str, source: str) -> Mapping[str, bool]:
    """What is expected of a staged table, and whether it holds."""
    checks = expected_of(SOURCES[source], profile_of("dk"))[table]
    return {result.check.note: result.success for result in run_checks(file, "stage", table, checks)}


def staged(folder: Path, table: str = SPELLS) -> Path:
    [found] = stage_all(write_records(folder / "in", benefit_spells=table), "dk", folder / "work", covering())
    return found.file


def broken(file: Path, table: str, statement: str) -> set[str]:
    """The expectations that no longer hold when a table is changed."""
    with duckdb.connect(str(file)) as connection:
        connection.execute(statement)
    return {note for note, success in results(file, table, "benefit_spells").items() if not success}


def test_a_right_delivery_meets_all_that_is_expected(tmp_path):
    file = staged(tmp_path)
    for table in ("accepted", "reconciliation"):
        assert set(results(file, table, "benefit_spells").values()) == {True}


@pytest.mark.parametrize(
    ("change", "note"),
    [
        ("person_id = null", "Every record has its person_id."),
        ("start_on = null", "Every record has its start_on."),
        ("scheme = 'magic'", "Every scheme is known."),
        ("degree = 0", "degree is from 1 to 100."),
        ("degree = 101", "degree is from 1 to 100."),
        ("end_on = start_on", "No end_on lies before start_on."),
        ("start_on = '2024-01-01'", "No two records have the same person_id, scheme, start_on."),
    ],
)
def test_each_expectation_of_records_can_fail(tmp_path, change, note):
    assert note in broken(staged(tmp_path), "accepted", f"update stage.accepted set {change}")


@pytest.mark.parametrize(
    ("change", "note"),
    [
        ("delivered = 0", "At least one row is delivered."),
        ("quarantined_share = 0.06", "At most 5% of the rows break a rule."),
        ("lost = 1", "Every delivered row is loaded or in quarantine."),
    ],
)
def test_each_expectation_of_the_reconciliation_can_fail(tmp_path, change, note):
    assert broken(staged(tmp_path), "reconciliation", f"update stage.reconciliation set {change}") == {note}


def test_a_delivery_that_only_takes_back_is_right(tmp_path):
    file = staged(tmp_path, "person | scheme | start_on | degree\n1 | | |\n2 | | |")
    assert set(results(file, "accepted", "benefit_spells").values()) == {True}
    assert set(results(file, "reconciliation", "benefit_spells").values()) == {True}


@pytest.mark.parametrize("source", [name for name, source in SOURCES.items() if source.person_level])
def test_expectations_follow_from_the_contract(source):
    checks = expected_of(SOURCES[source], profile_of("dk"))["accepted"]
    needed = {column.kept_as for column in SOURCES[source].columns if column.required}
    not_null = {check.arguments["column"] for check in checks if check.kind.endswith("not_be_null")}
    assert not_null == needed
    assert {check.severity for check in checks} == {"blocking"}
