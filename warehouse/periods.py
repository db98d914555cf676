"""Periods as SDMX writes them: `2026`, `2026-Q1`, `2026-03`; a rolling year is a month with a kind of its own."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

MONTHS = {"month": 1, "quarter": 3, "year": 12, "rolling_year": 12}
"""Length of a period of each kind, in months."""

_SHAPES = {
    "month": re.compile(r"([0-9]{4})-(0[1-9]|1[0-2])"),
    "quarter": re.compile(r"([0-9]{4})-Q([1-4])"),
    "year": re.compile(r"([0-9]{4})"),
}


@dataclass(frozen=True, order=True)
class Period:
    """A period of one kind; `last` is its last month counted from January of year 0."""

    kind: str
    last: int

    @property
    def months(self) -> tuple[int, ...]:
        """Every month of the period, counted like `last`. Rolling years overlap, so a month can belong to twelve."""
        return tuple(range(self.last - MONTHS[self.kind] + 1, self.last + 1))

    @property
    def starts_on(self) -> date:
        """First day of the period."""
        return _first_day(self.months[0])

    @property
    def ends_on(self) -> date:
        """Last day of the period."""
        return _first_day(self.last + 1) - timedelta(days=1)

    def year_before(self) -> "Period":
        """The same period one year earlier."""
        return Period(self.kind, self.last - 12)

    def following(self) -> "Period":
        """The next period of the kind; a rolling year is followed by the one that ends a month later."""
        return Period(self.kind, self.last + (1 if self.kind == "rolling_year" else MONTHS[self.kind]))

    def __str__(self) -> str:
        return _spelled(self.kind, self.last)


@cache
def _spelled(kind: str, last: int) -> str:
    year, month = divmod(last, 12)
    if kind == "quarter":
        return f"{year:04}-Q{month // 3 + 1}"
    return f"{year:04}" if kind == "year" else f"{year:04}-{month + 1:02}"


def _first_day(month: int) -> date:
    return date(month // 12, month % 12 + 1, 1)


@cache
def parse_period(text: str, kind: str | None = None) -> Period:
    """Read a period; without `kind` it follows from the spelling (a month's spelling is read as a month).

    Raises ValueError for anything that is not a period of that kind.
    """
    for name, shape in _SHAPES.items():
        found = shape.fullmatch(text)
        if found and kind in {None, name, "rolling_year" if name == "month" else name}:
            return Period(kind or name, _last_month(name, found))
    raise ValueError(f"not a period{f' of kind {kind}' if kind else ''}: {text!r}")


def _last_month(shape: str, found: re.Match[str]) -> int:
    year = int(found[1])
    if year == 0:
        raise ValueError(f"not a period: {found[0]!r}")
    if shape == "year":
        return year * 12 + 11
    return year * 12 + (int(found[2]) - 1 if shape == "month" else int(found[2]) * 3 - 1)
