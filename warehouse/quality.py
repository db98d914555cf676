"""Expectations of a table as plain data, checked by Great Expectations, answered in counts."""

import logging
import os
import sys
import warnings
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Lock, Thread
from typing import Any, Literal

from warehouse.late_imports import read_when_used

_ENGINE = "warehouse.quality_engine"
_IMPORTING = Lock()
_BATCH = "{batch}"
_COUNTING = ("expect_table_", "expect_column_unique_value_count_", "unexpected_rows_")
"""Kinds whose observed value is a number of rows, columns or values; others may observe a row's own value."""


class QualityError(RuntimeError):
    """A check that could not be made: a fault of ours, which says nothing of the data."""


@dataclass(frozen=True)
class Check:
    """One expectation.

    `kind` is the name that Great Expectations gives it, `note` says in plain language what is expected and why.
    `unexpected_rows_expectation` takes an `unexpected_rows_query` over `{batch}` and expects no rows of it.
    """

    kind: str
    arguments: Mapping[str, Any]
    severity: Literal["blocking", "warning"]
    note: str


@dataclass(frozen=True)
class CheckResult:
    """What a check found, in counts and never in values of rows.

    `checked` is the number of rows judged (rows with nothing to judge are left out), `unexpected` the number of rows,
    or of distinct values, that are not as expected; None where the kind does not count them. `observed` is the same
    for readers, in figures only: "3 / 120", "356", or nothing where it would tell a value.
    """

    table: str
    check: Check
    success: bool
    checked: int | None
    unexpected: int | None
    observed: str


def run_checks(database: Path, schema: str, table: str, checks: Sequence[Check]) -> tuple[CheckResult, ...]:
    """The result of each check on a table or view of a DuckDB file, in the order of the checks.

    The file is read only, and closed again on return; nobody may hold it open for writing meanwhile. The first call
    takes seconds more, to import Great Expectations. Kinds that compare distinct values read these into memory, so
    they suit columns of codes. Raises QualityError, whose text can quote the database, when a check cannot be made.
    """
    if not checks:
        return ()
    engine = _engine()
    with warnings.catch_warnings(action="ignore"):  # of its own old ways, which only its authors can mend
        found = _validate(engine, database, schema, table, checks)
    return tuple(_result(table, check, result) for check, result in zip(checks, found, strict=True))


@contextmanager
def made_ready() -> Iterator[None]:
    """Great Expectations is imported while the block does something else, such as waiting for DuckDB."""
    importing = Thread(target=_engine)
    importing.start()
    try:
        yield
    finally:
        importing.join()


def _engine() -> Any:
    """The module that knows Great Expectations, imported once, by whichever thread comes first."""
    with _IMPORTING:
        if _ENGINE in sys.modules:
            return sys.modules[_ENGINE]
        os.environ["GX_ANALYTICS_ENABLED"] = "False"
        # Its log repeats what the database says, which can quote a row; errors come back as results all the same.
        logging.getLogger("great_expectations").setLevel(logging.CRITICAL + 1)
        # Two fifths of the import is what compares distributions, which no check does.
        with warnings.catch_warnings(action="ignore"), read_when_used("altair", "scipy.stats"):
            from warehouse import quality_engine
        return quality_engine


def _validate(
    engine: Any, database: Path, schema: str, table: str, checks: Sequence[Check]
) -> list[dict[str, Any]]:
    expectations = []
    for check in checks:
        with _fault_of_ours(f"{schema}.{table}: {check.kind}"):
            _require_batch(check)
            expectations.append(engine.expectation(check.kind, check.arguments))
    with _fault_of_ours(f"{schema}.{table}"):
        found: list[dict[str, Any]] = engine.validate(database, schema, table, expectations)
        return found


@contextmanager
def _fault_of_ours(what: str) -> Iterator[None]:
    try:
        yield
    except Exception as error:
        raise QualityError(f"{what}: {' '.join(str(error).split())}") from error


def _require_batch(check: Check) -> None:
    query = check.arguments.get("unexpected_rows_query", _BATCH)
    if _BATCH not in query:
        raise ValueError(f"the query does not read {_BATCH}")


def _result(table: str, check: Check, found: Mapping[str, Any]) -> CheckResult:
    result = found["result"]
    checked, unexpected = _counts(check.kind, result)
    return CheckResult(
        table,
        check,
        found["success"],
        checked,
        unexpected,
        _observed(check.kind, result, checked, unexpected),
    )


def _counts(kind: str, result: Mapping[str, Any]) -> tuple[int | None, int | None]:
    missing = result.get("missing_count") or 0
    unexpected = result.get("unexpected_count") or 0
    if "element_count" in result:
        return result["element_count"] - missing, unexpected
    if "unexpected_count" in result or "missing_count" in result:
        return None, unexpected + missing
    return None, result["observed_value"] if kind.startswith("unexpected_rows_") else None


def _observed(kind: str, result: Mapping[str, Any], checked: int | None, unexpected: int | None) -> str:
    if checked is not None:
        return f"{unexpected} / {checked}"
    value = result.get("observed_value") if kind.startswith(_COUNTING) else unexpected
    if value is None:
        return ""
    return str(len(value) if isinstance(value, list) else value)
