"""Planting faults in SQL whose rows were worked out a second way."""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

import duckdb

from tests.support.faulty_sql import Fault
from tests.support.oracle import Expected, Slot
from tests.support.person_oracle_figures import as_kept
from tests.support.planting import NOT_SQL, CaughtError, NotSqlError, read_instead
from warehouse.connection import Connection

Row = tuple[Any, ...]


class Compared:
    """Rows that are made again and again, each time with another fault; they stand in an order.

    Raises AssertionError if the SQL as it is does not make what is expected.
    """

    def __init__(self, name: str, make: Callable[[], Sequence[Row]], expected: Sequence[Row]) -> None:
        self.name = name
        self._make, self._expected = make, expected
        with read_instead({}) as reads:
            found = make()
        self.reads = {file for file in reads if file.suffix == ".sql"}
        for one, other in zip(found, expected, strict=False):
            assert one == other, f"{name}: {one}, should be {other}"
        assert len(found) == len(expected), f"{name}: {len(found)} rows, should be {len(expected)}"

    def plant(self, fault: Fault) -> None:
        """Raises CaughtError if the fault makes other rows, NotSqlError if it cannot be run."""
        if fault.file not in self.reads:
            return
        try:
            with read_instead({fault.file: fault.sql}):
                found = self._make()
        except NOT_SQL as error:
            raise NotSqlError from error
        except duckdb.Error as error:
            raise CaughtError(f"{self.name}: {type(error).__name__}") from error
        if found != self._expected:
            raise CaughtError(self.name)


def rows_in(connection: Connection, table: str) -> list[Row]:
    """The rows of a table in the order in which they stand there."""
    return connection.execute(f"select * from {table} order by rowid").fetchall()


def rows_of(indicator: str, cells: Mapping[Slot, Expected]) -> list[Row]:
    """The rows of an indicator's cells, as they are kept."""
    rows = ((indicator, *split, kind.kind, str(kind), area) for split, kind, area in cells)
    found = {row: _shown(cell) for row, cell in zip(rows, cells.values(), strict=True)}
    return [(*place, *found[place]) for place in sorted(found, key=in_order)]


def in_order(place: Row) -> Row:
    """What the cells of an indicator are sorted by, given what names them in a row."""
    _, breakdown, category, kind, period, area = place[:6]
    return breakdown, kind, category, period, area


def _shown(cell: Expected) -> Row:
    numbers: tuple[Fraction | None, ...] = (cell.value, cell.numerator, cell.denominator)
    ends: tuple[Decimal | None, Decimal | None] = cell.interval or (None, None)
    return *map(as_kept, numbers), *ends, cell.status, ",".join(sorted(cell.flags))
