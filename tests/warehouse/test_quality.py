"""Checks on a table of thirteen rows, small enough to count with a finger."""

import gc
import logging
import subprocess
import sys
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import pytest

from warehouse.quality import Check, CheckResult, QualityError, run_checks

pytestmark = pytest.mark.slow  # importing Great Expectations takes seconds

ROWS = """
    area  | period  | scheme      | persons
    0101  | 2024-Q1 | cash        | 12
    0101  | 2024-Q2 | cash        | 15
    0101  | 2024-Q3 | cash        | null
    0101  | 2024-Q4 | cash        | 11
    0147  | 2024-Q1 | cash        | 7
    0147  | 2024-Q2 | cash        | 8
    0147  | 2024-Q3 | cash        | 9
    0147  | 2024-Q4 | cash        | 10
    0151  | 2024-Q1 | sickness    | 3
    0151  | 2024-Q2 | sickness    | 4
    0151  | 2024-Q2 | sickness    | 4
    0151  | 2024-5  | unheard-of  | 990017
    xx    | 2024-Q1 | cash        | -1
"""


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("with a space & 'quotes'") / "warehouse.duckdb"
    lines = [[cell.strip() for cell in line.split("|")] for line in ROWS.strip().splitlines()[1:]]
    with duckdb.connect(str(file)) as connection:
        connection.execute("create schema core")
        connection.execute(
            "create table core.figure (area varchar, period varchar, scheme varchar, persons integer)"
        )
        connection.executemany(
            "insert into core.figure values (?, ?, ?, ?)",
            [[None if cell == "null" else cell for cell in line] for line in lines],
        )
        connection.execute("create table core.nothing as from core.figure limit 0")
        connection.execute("create view core.sickness as from core.figure where scheme = 'sickness'")
    return file


def check(kind: str, **arguments: Any) -> Check:
    return Check(kind, arguments, "blocking", "A note for the reader.")


def result_of(database: Path, kind: str, table: str = "figure", **arguments: Any) -> CheckResult:
    (result,) = run_checks(database, "core", table, [check(kind, **arguments)])
    return result


def outcome(result: CheckResult) -> tuple[bool, int | None, int | None, str]:
    return result.success, result.checked, result.unexpected, result.observed


KINDS = [
    ("expect_column_values_to_not_be_null", {"column": "area"}, (True, 13, 0, "0 / 13")),
    ("expect_column_values_to_not_be_null", {"column": "persons"}, (False, 13, 1, "1 / 13")),
    # Where nothing is stated there is nothing to judge, so twelve values are checked.
    ("expect_column_values_to_be_between", {"column": "persons", "min_value": 0}, (False, 12, 1, "1 / 12")),
    ("expect_column_values_to_be_between", {"column": "persons", "min_value": -1}, (True, 12, 0, "0 / 12")),
    (
        "expect_column_values_to_be_between",
        {"column": "persons", "min_value": 0, "mostly": 0.9},
        (True, 12, 1, "1 / 12"),
    ),
    (
        "expect_column_values_to_be_in_set",
        {"column": "scheme", "value_set": ["cash", "sickness"]},
        (False, 13, 1, "1 / 13"),
    ),
    (
        "expect_column_values_to_match_regex",
        {"column": "area", "regex": "^[0-9]{4}$"},
        (False, 13, 1, "1 / 13"),
    ),
    # A pattern is searched for in the value: only its anchors make it fit the whole.
    ("expect_column_values_to_match_regex", {"column": "period", "regex": "^2024-"}, (True, 13, 0, "0 / 13")),
    (
        "expect_column_values_to_match_regex",
        {"column": "period", "regex": r"^\d{4}-Q[1-4]$"},
        (False, 13, 1, "1 / 13"),
    ),
    (
        "expect_compound_columns_to_be_unique",
        {"column_list": ["area", "period", "scheme"]},
        (False, 13, 2, "2 / 13"),
    ),
    ("expect_table_row_count_to_be_between", {"min_value": 13, "max_value": 13}, (True, None, None, "13")),
    ("expect_table_row_count_to_be_between", {"min_value": 14}, (False, None, None, "13")),
    (
        "expect_table_columns_to_match_set",
        {"column_set": ["persons", "scheme", "period", "area"]},
        (True, None, None, "4"),
    ),
    ("expect_table_columns_to_match_set", {"column_set": ["area", "period"]}, (False, None, None, "4")),
    ("expect_column_values_to_be_of_type", {"column": "persons", "type_": "INTEGER"}, (True, None, None, "")),
    (
        "expect_column_distinct_values_to_be_in_set",
        {"column": "scheme", "value_set": ["cash", "sickness", "pension"]},
        (False, None, 1, "1"),
    ),
    # One scheme too many and one missing.
    (
        "expect_column_distinct_values_to_equal_set",
        {"column": "scheme", "value_set": ["cash", "sickness", "pension"]},
        (False, None, 2, "2"),
    ),
    (
        "unexpected_rows_expectation",
        {"unexpected_rows_query": "select * from {batch} where persons < 0 or persons > 100"},
        (False, None, 2, "2"),
    ),
    (
        "unexpected_rows_expectation",
        {"unexpected_rows_query": "select area from {batch} group by area having count(*) > 4;"},
        (True, None, 0, "0"),
    ),
    # The greatest value is some row's own value, so it is not told.
    ("expect_column_max_to_be_between", {"column": "persons", "max_value": 100}, (False, None, None, "")),
    (
        "expect_column_values_to_be_between",
        {
            "column": "persons",
            "max_value": 10,
            "row_condition": 'col("area") == "0101"',
            "condition_parser": "great_expectations",
        },
        (False, 3, 3, "3 / 3"),
    ),
]


@pytest.mark.parametrize(("kind", "arguments", "expected"), KINDS)
def test_each_kind_of_check_counts(
    database: Path, kind: str, arguments: dict[str, Any], expected: tuple[bool, int | None, int | None, str]
) -> None:
    assert outcome(result_of(database, kind, **arguments)) == expected


def test_results_come_in_the_order_of_the_checks_and_bear_them(database: Path) -> None:
    checks = [check(kind, **arguments) for kind, arguments, _ in KINDS] * 2
    results = run_checks(database, "core", "figure", checks)
    assert [outcome(result) for result in results] == [expected for _, _, expected in KINDS] * 2
    assert [result.check for result in results] == checks
    assert {result.table for result in results} == {"figure"}


def test_a_view_is_checked_like_a_table(database: Path) -> None:
    result = result_of(
        database, "expect_column_values_to_be_between", "sickness", column="persons", max_value=3
    )
    assert outcome(result) == (False, 3, 2, "2 / 3")


def test_an_empty_table_breaks_no_expectation_of_its_rows(database: Path) -> None:
    result = result_of(database, "expect_column_values_to_not_be_null", "nothing", column="area")
    assert outcome(result) == (True, 0, 0, "0 / 0")


def test_without_checks_nothing_is_opened(tmp_path: Path) -> None:
    assert run_checks(tmp_path / "absent.duckdb", "core", "figure", []) == ()


BAD = [
    ("expect_pigs_to_fly", {}, "expect_pigs_to_fly"),
    ("expect_column_values_to_be_in_set", {"column": "scheme"}, "value_set"),
    ("expect_column_values_to_not_be_null", {"column": "area", "colour": "red"}, "colour"),
    ("expect_column_values_to_not_be_null", {"column": "absent"}, "absent"),
    ("expect_column_values_to_match_regex", {"column": "area", "regex": "("}, "missing \\)"),
    ("expect_column_values_to_match_regex", {"column": "persons", "regex": "^1"}, "regexp_matches"),
    ("expect_column_values_to_be_in_set", {"column": "persons", "value_set": ["many"]}, "many"),
    ("unexpected_rows_expectation", {"unexpected_rows_query": "select 1 from {batch} where"}, "syntax error"),
    ("unexpected_rows_expectation", {"unexpected_rows_query": "select 1"}, "batch"),
]


@pytest.mark.parametrize(("kind", "arguments", "message"), BAD)
def test_a_check_that_cannot_be_made_is_no_finding(
    database: Path, kind: str, arguments: dict[str, Any], message: str
) -> None:
    sound = check("expect_column_values_to_not_be_null", column="area")
    with pytest.raises(QualityError, match=message) as error:
        run_checks(database, "core", "figure", [sound, check(kind, **arguments), sound])
    assert kind in str(error.value)
    assert "\n" not in str(error.value)


def test_a_table_or_file_that_is_not_there_is_a_fault_of_ours(database: Path) -> None:
    with pytest.raises(QualityError, match=r"core\.absent"):
        result_of(database, "expect_column_values_to_not_be_null", "absent", column="area")
    absent = database.with_name("absent.duckdb")
    with pytest.raises(QualityError, match=r"absent\.duckdb"):
        result_of(absent, "expect_column_values_to_not_be_null", column="area")
    assert not absent.exists()


@pytest.fixture
def no_collector() -> Iterator[None]:
    """Nothing is closed by luck."""
    gc.disable()
    yield
    gc.enable()


@pytest.mark.usefixtures("no_collector")
@pytest.mark.parametrize("column", ["area", "absent"])
def test_the_file_can_be_written_right_after(database: Path, column: str) -> None:
    try:
        result_of(database, "expect_column_values_to_not_be_null", column=column)
    except QualityError:
        assert column == "absent"
    write = f"import duckdb; duckdb.connect({str(database)!r}).execute('create or replace table core.mark (a int)')"
    subprocess.run([sys.executable, "-c", write], check=True)
    with duckdb.connect(str(database)) as connection:
        connection.execute("insert into core.mark values (1)")


def test_no_value_of_a_row_leaves_the_database(
    database: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    with warnings.catch_warnings(action="ignore"):
        from warehouse.quality_engine import DuckDBExecutionEngine

    fetched: list[str] = []
    execute = DuckDBExecutionEngine._execute_query_with_recovery

    def remember(connection: Any, query: Any) -> Any:
        frozen = execute(connection, query).freeze()
        fetched.extend(str(value) for row in frozen() for value in row)
        return frozen()

    monkeypatch.setattr(DuckDBExecutionEngine, "_execute_query_with_recovery", staticmethod(remember))
    compared = ("expect_column_distinct_values_", "expect_column_max_")
    checks = [check(kind, **arguments) for kind, arguments, _ in KINDS if not kind.startswith(compared)]
    with caplog.at_level(logging.DEBUG):
        results = run_checks(database, "core", "figure", checks)
    assert "13" in fetched
    for value in ("unheard-of", "990017"):
        assert value not in fetched
        assert value not in str(results)
        assert value not in caplog.text


SCRIPT = """
import logging, socket, sys, warnings
from pathlib import Path

def refuse(*arguments):
    print("connects to", arguments)

socket.socket.connect = refuse
logging.basicConfig(level=logging.INFO)
import warehouse.quality as quality
assert "great_expectations" not in sys.modules
filters = list(warnings.filters)
with quality.made_ready():
    assert quality.run_checks(Path("nowhere"), "core", "figure", []) == ()
assert "great_expectations" in sys.modules
kinds = ["expect_column_values_to_not_be_null", "expect_column_values_to_be_unique"]
checks = [quality.Check(kind, {"column": "persons"}, "warning", "") for kind in kinds]
results = quality.run_checks(Path(sys.argv[1]), "core", "figure", checks)
assert [result.success for result in results] == [False, False]
assert warnings.filters == filters
assert not {"altair.vegalite", "scipy.stats.distributions"} & sys.modules.keys()
wrong = quality.Check("expect_column_values_to_match_regex", {"column": "persons", "regex": "1"}, "warning", "")
try:
    quality.run_checks(Path(sys.argv[1]), "core", "figure", [wrong])
except quality.QualityError:
    sys.exit(7)
"""


def test_nothing_is_said_and_no_host_is_called(database: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(database)],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parents[2],
    )
    assert (run.returncode, run.stdout, run.stderr) == (7, "", "")
