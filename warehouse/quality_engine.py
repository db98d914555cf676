"""Great Expectations taught to read DuckDB: the one place that leans on its insides.

Written for great-expectations 1.24.1 with duckdb 2.0.0, duckdb-engine 0.17.0 and sqlalchemy 2.0, pinned for this
reason: look here first when one of them is raised. Importing this module takes seconds; only `warehouse.quality`
does, and only when checks run.
"""

import atexit
import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Literal

import great_expectations as gx
import sqlalchemy as sa
from great_expectations.data_context.types.base import (
    DataContextConfig,
    InMemoryStoreBackendDefaults,
    ProgressBarsConfig,
)
from great_expectations.datasource.fluent.sql_datasource import SQLDatasource
from great_expectations.execution_engine.sqlalchemy_execution_engine import SqlAlchemyExecutionEngine
from great_expectations.expectations.expectation import Expectation
from great_expectations.expectations.expectation_configuration import ExpectationConfiguration
from great_expectations.expectations.metrics.map_metric_provider.column_condition_partial import (
    column_condition_partial,
)
from great_expectations.expectations.metrics.map_metric_provider.column_map_metric_provider import (
    ColumnMapMetricProvider,
)
from great_expectations.expectations.metrics.metric_provider import metric_value
from great_expectations.expectations.metrics.query_metric_provider import QueryMetricProvider
from great_expectations.expectations.metrics.table_metric_provider import TableMetricProvider


@atexit.register
def _silence_stderr() -> None:
    """Caches of these libraries still hold parts of DuckDB at exit, which it would list over dozens of lines."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)


_EngineClass = type[SqlAlchemyExecutionEngine]
_SESSION = {"autoinstall_known_extensions": "false", "autoload_known_extensions": "false"}
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

    type: Literal["duckdb"] = "duckdb"  # type: ignore[assignment]  # every kind of datasource renames itself so

    @property
    def schema_(self) -> str:
        return self.name

    @property
    def execution_engine_type(self) -> _EngineClass:
        return DuckDBExecutionEngine


class DuckDBColumnTypes(TableMetricProvider):
    """A table's columns, asked of DuckDB itself: its copies of Postgres's catalogues are asked at great length."""

    metric_name = "table.column_types"
    value_keys = ("include_nested",)

    @metric_value(engine=DuckDBExecutionEngine)
    def _sqlalchemy(cls, execution_engine: Any, **_: Any) -> list[dict[str, Any]]:
        dialect, batch = execution_engine.engine.dialect, execution_engine.batch_manager.active_batch_data
        names = (batch.source_schema_name, batch.source_table_name)
        table = ".".join(map(dialect.identifier_preparer.quote, names))
        columns = execution_engine.execute_query(sa.text(f"describe {table}"))
        kinds = dialect.ischema_names
        return [
            {"name": name, "type": kinds.get(kind.lower(), sa.types.NullType)()} for name, kind, *_ in columns
        ]


class DuckDBMatchesRegex(ColumnMapMetricProvider):
    """`expect_column_values_to_match_regex`, whose SQL is not known for DuckDB: found anywhere in the value."""

    condition_metric_name = "column_values.match_regex"
    condition_value_keys = ("regex",)

    @column_condition_partial(engine=DuckDBExecutionEngine)
    def _sqlalchemy(cls, column: sa.ColumnElement[str], regex: str, **_: Any) -> sa.ColumnElement[bool]:
        return sa.func.regexp_matches(column, regex)


class DuckDBUnexpectedRows(QueryMetricProvider):
    """The rows behind `unexpected_rows_expectation`, fetched beside their number: none are wanted."""

    metric_name = "unexpected_rows_query.table"
    value_keys = ("unexpected_rows_query",)

    @metric_value(engine=DuckDBExecutionEngine)
    def _sqlalchemy(cls, **_: Any) -> list[Any]:
        return []


def expectation(kind: str, arguments: Mapping[str, Any]) -> Expectation:
    """The expectation of that name; raises when there is none or the arguments are not its own."""
    return ExpectationConfiguration(type=kind, kwargs=dict(arguments)).to_domain_obj()


def validate(
    database: Path, schema: str, table: str, expectations: Sequence[Expectation]
) -> list[dict[str, Any]]:
    """The results in the order of the expectations, fetching counts and no values of rows.

    Raises RuntimeError naming an expectation that errors.
    """
    for number, one in enumerate(expectations):
        one.meta = {"number": number}  # results come in another order
    suite = gx.ExpectationSuite(table, expectations=list(expectations))
    datasource = _datasource(database, schema)
    with datasource.get_engine().connect():  # held, so that the file is not opened anew by every query
        batch = datasource.add_table_asset(table).add_batch_definition_whole_table(table).get_batch()
        found = batch.validate(suite, result_format=_COUNTS_ONLY)
    results: list[dict[str, Any]] = [result.to_json_dict() for result in found.results]
    for result in results:
        _raise_error(result)
    return sorted(results, key=lambda result: int(result["expectation_config"]["meta"]["number"]))


def _raise_error(result: dict[str, Any]) -> None:
    """An error is told of the expectation, or else of each number that it needed."""
    info = result["exception_info"]
    for one in [info] if "raised_exception" in info else info.values():
        if one["raised_exception"]:
            raise RuntimeError(f"{result['expectation_config']['type']}: {one['exception_message']}")


def _datasource(database: Path, schema: str) -> DuckDBDatasource:
    settings = DataContextConfig(
        store_backend_defaults=InMemoryStoreBackendDefaults(),
        progress_bars=ProgressBarsConfig(globally=False),
        analytics_enabled=False,
    )
    context = gx.get_context(mode="ephemeral", project_config=settings)
    session = {"database": str(database), "read_only": True, "config": _SESSION}
    # A pool would keep the file open after the last check.
    options = {"poolclass": sa.NullPool, "connect_args": session}
    datasource = DuckDBDatasource(name=schema, connection_string="duckdb://", kwargs=options)
    context.add_datasource(datasource=datasource)
    return datasource
