"""Published figures as they are read."""

from decimal import Decimal
from typing import NamedTuple

Category = tuple[str, str]
"""A breakdown and one of its categories."""

ALL: Category = ("all", "all")
"""The unsplit total."""


class Cell(NamedTuple):
    """One published figure. Without the status `value` there is no number, only the status."""

    area: str
    period: str
    value: Decimal | None
    numerator: Decimal | None
    denominator: Decimal | None
    lower: Decimal | None
    upper: Decimal | None
    status: str
    flags: tuple[str, ...]


class Told(NamedTuple):
    """What is published of a figure without its parts: the number or, where there is none, the reason."""

    value: Decimal | None
    status: str


class StatusCount(NamedTuple):
    """How many cells of an indicator and period have a status."""

    indicator: str
    period_kind: str
    period: str
    status: str
    cells: int
