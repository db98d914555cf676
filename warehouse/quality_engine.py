"""Great Expectations taught to read DuckDB: the one place that leans on its insides.

Written for great-expectations 1.24.1 with duckdb 2.0.0, duckdb-engine 0.17.0 and sqlalchemy 2.0, pinned for this
reason: look here first when one of them is raised. Importing this module takes seconds; only `warehouse.quality`
does, and only when checks run.
"""

import logging
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Literal

import great_expectations as gx
import sqlalchemy as sa
from great_expectations.core import ExpectationValidationResult
from great_expectations.data_context.types.base import ProgressBarsConfig
from great_expectations.datasource.fluent import SQLDatasource
from great_expectations.execution_engine import SqlAlchemyExecutionEngine
from great_expectations.expectations.expectation_configuration import ExpectationConfiguration
from great_expectations.expectations.metrics.map_metric_provider import (
    ColumnMapMetricProvider,
    column_condition_partial,
)

# Its log repeats error texts of the database, which can quote a row; what matters of them comes back as results.
logging.getLogger("great_expectations").addHandler(logging.NullHandler())
logging.getLogger("great_expectations").propagate = False

_SESSION = {"TimeZone": "UTC", "autoinstall_known_extensions": "false", "autoload_known_extensions": "false"}
_EngineClass = type[SqlAlchemyExecutionEngine]
_COUNTS_ONLY = {"result_format": "BASIC", "partial_unexpected_count": 0, "exclude_unexpected_values": True}


class DuckDBExecutionEngine(SqlAlchemyExecutionEngine):
    """Reads each result before its connection goes back.

    Great Expectations fetches rows after that, when DuckDB has already dropped them, so without this every
    expectation errors. A frozen result keeps its rows in memory; they are few, since expectations count.
    """

    @staticmethod
    def _execute_query_with_recovery(connection: sa.Connection, query: Any) -> Any:
        return SqlAlchemyExecutionEngine._execute_query_with_recovery(connection, query).freeze()()


class DuckDBDatasource(SQLDatasource):
    """One schema of a DuckDB file; the datasource bears the schema's name."""

    type: Literal["duckdb"] = "duckdb"

    @property
    def schema_(self) -> str:
        return self.name

    @property
    def execution_engine_type(self) -> _EngineClass:
        return DuckDBExecutionEngine


class DuckDBMatchesRegex(ColumnMapMetricProvider):
    """`expect_column_values_to_match_regex`, whose SQL is not known for DuckDB: found anywhere in the value."""

    condition_metric_name = "column_values.match_regex"
    condition_value_keys = ("regex",)

    @column_condition_partial(engine=DuckDBExecutionEngine)
    def _sqlalchemy(cls, column: sa.ColumnElement[str], regex: str, **kwargs: Any) -> sa.ColumnElement[bool]:
        return sa.func.regexp_matches(column, regex)


def validate(
    database: Path, schema: str, table: str, expectations: Sequence[ExpectationConfiguration]
) -> list[ExpectationValidationResult]:
    """What Great Expectations says of a table or view, fetching counts and no values of rows."""
    context = gx.get_context(mode="ephemeral")
    context.variables.progress_bars = ProgressBarsConfig(globally=False)
    datasource = DuckDBDatasource(
        name=schema,
        connection_string="duckdb://",
        # A pool would keep the file open after the last check.
        kwargs={
            "poolclass": sa.NullPool,
            "connect_args": {"database": str(database), "read_only": True, "config": _SESSION},
        },
    )
    context.add_datasource(datasource=datasource)
    batch = datasource.add_table_asset(table).add_batch_definition_whole_table(table).get_batch()
    suite = gx.ExpectationSuite(table, expectations=expectations)
    return batch.validate(suite, result_format=_COUNTS_ONLY).results
