"""Parquet files: the same rows as text, and each fault of their layout named."""

from pathlib import Path
from typing import Any

import pytest

from etl import staging
from tests.support.records import covering, records, write_parquet
from tests.support.staging import open_stage, refusals, stage_all
from tests.support.statbank import write

SPELLS = """
    select * from (values
        (printf('%032x', 1), 'social_assistance', date '2024-01-10', date '2024-02-09', 100::smallint, null::date),
        (printf('%032x', 2), 'sickness_benefit', date '2024-01-10', null, 50, date '2024-01-12'),
        (printf('%032x', 3), 'magic', date '2024-01-10', null, 50, null)
    ) as spell(person_id, scheme, start_on, last_day, degree, recorded_on)
    """
DRAWN = """
    person | scheme            | start_on   | last_day   | degree | recorded_on
    1      | social_assistance | 2024-01-10 | 2024-02-09 | 100    |
    2      | sickness_benefit  | 2024-01-10 |            | 50     | 2024-01-12
    3      | magic             | 2024-01-10 |            | 50     |
    """


def tables(deliveries: Path, work: Path) -> list[list[tuple[object, ...]]]:
    """What is accepted and what is quarantined of the one delivery in a folder."""
    [staged] = stage_all(deliveries, "dk", work, covering())
    with open_stage(staged) as connection:
        statements = (
            "from stage.accepted order by all",
            "select * exclude (file, line) from stage.quarantined order by all",
        )
        return [connection.execute(statement).fetchall() for statement in statements]


def refused(folder: Path, source: str, query: str) -> list[str]:
    deliveries = write_parquet(folder / "in" / f"{source}.parquet", query)
    found = refusals(deliveries, "dk", folder / "work", covering())
    return [fault.removeprefix(f"{source}.parquet") for fault in found]


def test_parquet_and_text_say_the_same(tmp_path):
    parquet = write_parquet(tmp_path / "a" / "benefit_spells.parquet", SPELLS)
    text = write(tmp_path / "b", benefit_spells_csv=records(DRAWN))
    assert tables(parquet, tmp_path / "one") == tables(text, tmp_path / "two")


def test_both_forms_can_make_one_delivery(tmp_path):
    write_parquet(tmp_path / "in" / "benefit_spells_1.parquet", SPELLS)
    more = records(DRAWN).replace("2024-01-10", "2023-01-10")
    deliveries = write(tmp_path / "in", benefit_spells_2_csv=more)
    accepted, _ = tables(deliveries, tmp_path / "work")
    assert len(accepted) == 4


def test_rows_are_counted_from_one(tmp_path):
    deliveries = write_parquet(tmp_path / "in" / "benefit_spells.parquet", SPELLS)
    [staged] = stage_all(deliveries, "dk", tmp_path / "work", covering())
    assert [str(fault) for fault in staged.quarantine] == [
        "benefit_spells.parquet, row 3, column scheme: unknown code (text that is no known code)"
    ]


@pytest.mark.parametrize("width", ["tinyint", "smallint", "integer", "bigint", "utinyint", "uinteger"])
def test_whole_numbers_may_be_of_any_width(tmp_path, width):
    query = f"select * replace (degree::{width} as degree) from ({SPELLS})"
    assert refused(tmp_path, "benefit_spells", query) == []


@pytest.mark.parametrize(
    ("column", "kind", "said", "types"),
    [
        ("start_on", "timestamp", "days", "DATE was expected, TIMESTAMP found"),
        ("start_on", "varchar", "days", "DATE was expected, VARCHAR found"),
        ("degree", "double", "whole numbers", "INTEGER was expected, DOUBLE found"),
        ("degree", "varchar", "whole numbers", "INTEGER was expected, VARCHAR found"),
        ("person_id", "blob", "texts", "VARCHAR was expected, BLOB found"),
        ("scheme", "blob", "texts", "VARCHAR was expected, BLOB found"),
    ],
)
def test_other_types_are_refused_with_what_was_expected(tmp_path, column, kind, said, types):
    query = f"select * replace ({column}::{kind} as {column}) from ({SPELLS})"
    assert refused(tmp_path, "benefit_spells", query) == [
        f", column {column}: this column must hold {said} ({types})"
    ]


def test_all_that_is_wrong_with_the_columns_is_told_at_once(tmp_path):
    query = f"select * exclude (degree) replace ('' as start_on), 'a' as client_name from ({SPELLS})"
    assert refused(tmp_path, "benefit_spells", query) == [
        ", column client_name: this column is called like something that tells who a person is",
        ", column degree: this column is missing (benefit_spells)",
        ", column client_name: this column is not in the contract of the source (benefit_spells)",
        ", column start_on: this column must hold days (DATE was expected, VARCHAR found)",
    ]


@pytest.mark.parametrize("kept", [0, 4, 200])
def test_a_damaged_file_is_refused(tmp_path, kept):
    deliveries = write_parquet(tmp_path / "in" / "benefit_spells.parquet", SPELLS)
    file = deliveries / "benefit_spells.parquet"
    file.write_bytes(file.read_bytes()[:kept])
    assert refusals(deliveries, "dk", tmp_path / "work", covering()) == [
        "benefit_spells.parquet: is cut short, damaged or no Parquet file"
    ]


def test_figures_come_as_parquet_too(tmp_path):
    query = "select '101' as area, '2024-03' as month, 'all' as sex, '25-29' as age, 7 as persons"
    deliveries = write_parquet(tmp_path / "in" / "population.parquet", query)
    [staged] = stage_all(deliveries, "dk", tmp_path / "work")
    with open_stage(staged) as connection:
        assert connection.execute(
            "select measure, breakdown, category, period, area, value::integer from stage.accepted"
        ).fetchall() == [("population_working_age", "age", "25-29", "2024-03", "101", 7)]


def test_identifiers_in_a_column_of_codes_are_found_at_the_door(tmp_path):
    query = f"select * replace ('person' || degree || '@example.org' as scheme) from ({SPELLS})"
    assert refused(tmp_path, "benefit_spells", query) == [
        ", column scheme: this column holds e-mail addresses"
    ]


def test_a_file_is_named_by_its_path_in_the_folder_whatever_signs_it_has(tmp_path):
    write_parquet(tmp_path / "in" / "north [1]" / "benefit_spells.parquet", SPELLS)
    [staged] = stage_all(tmp_path / "in", "dk", tmp_path / "work", covering())
    [fault] = staged.quarantine
    assert str(fault).startswith("north [1]/benefit_spells.parquet, row 3,")


def test_files_that_leave_out_different_columns_make_one_delivery(tmp_path):
    write_parquet(tmp_path / "in" / "benefit_spells_1.parquet", SPELLS)
    without = f"select person_id, scheme, start_on + 40 as start_on, degree from ({SPELLS})"
    deliveries = write_parquet(tmp_path / "in" / "benefit_spells_2.parquet", without)
    accepted, _ = tables(deliveries, tmp_path / "work")
    assert len(accepted) == 4


def test_a_file_that_changes_while_it_is_read_is_refused(tmp_path, monkeypatch):
    deliveries = write_parquet(tmp_path / "in" / "benefit_spells.parquet", SPELLS)
    judge = staging._judge

    def change(*args: Any) -> None:
        judge(*args)
        write_parquet(tmp_path / "in" / "benefit_spells.parquet", f"{SPELLS} limit 1")

    monkeypatch.setattr(staging, "_judge", change)
    assert refusals(deliveries, "dk", tmp_path / "work", covering()) == [
        "benefit_spells.parquet: was changed while it was read"
    ]
