"""A warehouse in memory that each test tells of its own persons."""

from collections.abc import Iterator

import pytest

from tests.support.core_tables import empty_warehouse
from warehouse.connection import Connection


@pytest.fixture(scope="module")
def warehouse() -> Iterator[Connection]:
    """The warehouse of a tiny country."""
    with empty_warehouse() as connection:
        yield connection
