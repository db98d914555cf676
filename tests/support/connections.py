"""A database that lives as long as a test."""

from contextlib import AbstractContextManager, closing

import duckdb


def memory() -> AbstractContextManager[duckdb.DuckDBPyConnection]:
    """An empty database in memory."""
    return closing(duckdb.connect())
