"""What a release says, read straight from its file, and where it differs from the figures of `independent`."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import NamedTuple

from tests.support.independent import Cell, Key
from warehouse.connection import open_public

MADE = frozenset({"summed", "predecessors"})
"""The flags that tell how a figure came about."""

STORED = Decimal("0.00005")
"""What a number may lose by being stored with four decimals."""

INTERVAL = Decimal("0.0001")
"""How far the ends of two intervals may lie apart."""

COLUMNS = (
    "indicator, area, period, value, numerator, denominator, lower, upper, status, flags, breakdown, category"
)


class Released(NamedTuple):
    """A row of the table of cells."""

    indicator: str
    area: str
    period: str
    value: Decimal | None
    numerator: Decimal | None
    denominator: Decimal | None
    lower: Decimal | None
    upper: Decimal | None
    status: str
    flags: str
    breakdown: str
    category: str

    @property
    def key(self) -> Key:
        """Indicator, area and period."""
        return self.indicator, self.area, self.period

    @property
    def numbers(self) -> tuple[Decimal | None, ...]:
        """Everything in the row that could be a number."""
        return self.value, self.numerator, self.denominator, self.lower, self.upper


def read_release(home: Path) -> list[Released]:
    """Every cell of a home's current release."""
    manifest = json.loads((home / "releases" / "current.json").read_text(encoding="utf-8"))
    with open_public(home / "releases" / manifest["file"]) as release:
        return [Released(*row) for row in release.execute(f"select {COLUMNS} from cell").fetchall()]


def disagreements(expected: Mapping[Key, Cell], released: Iterable[Released]) -> list[str]:
    """One line for every cell on which the two are not of one mind; none if they agree on all of them."""
    rows = list(released)
    wrong = [row for row in rows if not agree(row, expected.get(row.key))]
    times = Counter(row.key for row in rows)
    return sorted(
        [f"{row} is released, {expected.get(row.key)} expected" for row in wrong]
        + [f"{key} is not released, {expected[key]} expected" for key in expected.keys() - times.keys()]
        + [f"{key} is released {times[key]} times" for key in times if times[key] > 1]
    )


def agree(row: Released, cell: Cell | None) -> bool:
    """Whether a row says what a cell says; without a cell, that there is no figure."""
    if cell is None or cell.value is None:
        return row.status == (cell.status if cell else "not_available") and set(row.numbers) == {None}
    return (
        row.status == cell.status
        and row.value == cell.value
        and row.numerator == cell.numerator
        and near(row.denominator, cell.denominator, STORED)
        and near(row.lower, cell.lower, INTERVAL)
        and near(row.upper, cell.upper, INTERVAL)
        and MADE.intersection(row.flags.split(",")) == cell.flags
        and row.breakdown == row.category == "all"
    )


def near(stored: Decimal | None, number: Fraction | float | None, distance: Decimal) -> bool:
    """Whether two numbers are as good as equal, or neither is there."""
    if stored is None or number is None:
        return stored is number
    return abs(Fraction(stored) - Fraction(number)) <= distance
