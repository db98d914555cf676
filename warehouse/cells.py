"""Published figures as they are read."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache, cached_property, lru_cache
from typing import Any, NamedTuple

import orjson

from warehouse.periods import Period

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


class Columns(NamedTuple):
    """What is said of a figure in its periods, one after the other; figures as text, flags joined by commas."""

    figures: Sequence[str | None]
    lowers: Sequence[str | None]
    uppers: Sequence[str | None]
    statuses: Sequence[str]
    flags: Sequence[str]


class Series(Mapping[str, Cell]):
    """An area's cells of one indicator by period, without their parts; a cell is made when it is asked for."""

    def __init__(self, area: str, periods: str, *columns: str) -> None:
        """Periods, the oldest first, and what is said of the figure in each are lists that were written as JSON."""
        self._area = area
        self._periods = periods
        self._written = columns

    @cached_property
    def _places(self) -> Mapping[str, int]:
        return _places(self._periods)

    @cached_property
    def _columns(self) -> Columns:
        return Columns(*map(_listed, self._written))

    def __getitem__(self, period: str) -> Cell:
        at = self._places[period]
        figures, lowers, uppers, statuses, flags = self._columns
        low, high = decimal_of(lowers[at]), decimal_of(uppers[at])
        return Cell(
            self._area,
            period,
            decimal_of(figures[at]),
            None,
            None,
            low,
            high,
            statuses[at],
            flags_of(flags[at]),
        )

    def __contains__(self, period: object) -> bool:
        return period in self._places

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)

    def figures(self, periods: Iterable[Period]) -> Iterator[Decimal | None]:
        """The figures of some periods, None where none is published."""
        places, figures = self._places, self._columns.figures
        for period in periods:
            at = places.get(str(period))
            yield None if at is None else decimal_of(figures[at])


class Newest(NamedTuple):
    """The figures of all areas in an indicator's newest period, None where none is published, and their flags."""

    areas: Sequence[str]
    figures: Sequence[Decimal | None]
    flags: Sequence[tuple[str, ...]]


class StatusCount(NamedTuple):
    """How many cells of an indicator and period have a status."""

    indicator: str
    period_kind: str
    period: str
    status: str
    cells: int


def newest_of(areas: str, figures: str, flags: str) -> Newest:
    """Newest figures that were written as JSON."""
    return Newest(
        orjson.loads(areas), [*map(decimal_of, orjson.loads(figures))], [*map(flags_of, orjson.loads(flags))]
    )


@lru_cache(maxsize=1024)
def _listed(text: str) -> list[Any]:
    """A list that was written as JSON; that of statuses, or of there being no intervals, is the same of many areas."""
    found: list[Any] = orjson.loads(text)
    return found


@lru_cache(maxsize=256)
def _places(periods: str) -> Mapping[str, int]:
    return {period: place for place, period in enumerate(orjson.loads(periods))}


def cell_of(row: Sequence[Any]) -> Cell:
    """A cell of a row that begins with its category; figures are written as text, flags with commas between them."""
    _, area, period, value, numerator, denominator, lower, upper, status, flags = row
    return Cell(
        area,
        period,
        decimal_of(value),
        decimal_of(numerator),
        decimal_of(denominator),
        decimal_of(lower),
        decimal_of(upper),
        status,
        flags_of(flags),
    )


@lru_cache(maxsize=65536)
def decimal_of(text: str | None) -> Decimal | None:
    """A figure that was written as text."""
    return None if text is None else Decimal(text)


@cache
def flags_of(joined: str) -> tuple[str, ...]:
    """Flags that were written with commas between them."""
    return tuple(filter(None, joined.split(",")))
