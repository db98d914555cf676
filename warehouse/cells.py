"""Published figures as they are read."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache, cached_property, lru_cache
from typing import Any, NamedTuple

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


class Facts(NamedTuple):
    """What a cell says of its area and period."""

    value: Decimal | None
    numerator: Decimal | None
    denominator: Decimal | None
    lower: Decimal | None
    upper: Decimal | None
    status: str
    flags: tuple[str, ...]


_NO_NUMBERS: list[Decimal | None] = [None] * 5


class Row(ABC, Mapping[str, Cell]):
    """Cells that were written in a row, by the name that tells them apart; a cell is made when it is asked for."""

    def __init__(self, names: str, cells: str) -> None:
        """Names and cells, each parted by semicolons."""
        self._places = _places(names)
        self._cells = cells

    @cached_property
    def _written(self) -> Sequence[str]:
        return self._cells.split(";") if self._places else ()

    @abstractmethod
    def _cell(self, name: str, facts: Facts) -> Cell:
        """The cell of a name."""

    def __getitem__(self, name: str) -> Cell:
        return self._cell(name, _facts(self._written[self._places[name]]))

    def __contains__(self, name: object) -> bool:
        return name in self._places

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)

    def figures_and_flags(self) -> Iterator[tuple[str, Decimal | None, tuple[str, ...]]]:
        """The figure of each name (None where none is published) and its flags, without making cells."""
        for name, written in zip(self._places, self._written, strict=True):
            _, flags, value = _beginning(written)
            yield name, decimal_of(value or None), flags_of(flags)

    def made(self, names: Iterable[str] | None = None) -> list[Cell]:
        """The cells of some names (None: all), as far as there are any, in their order."""
        if names is not None:
            chosen = set(names)
            return [self[name] for name in self._places if name in chosen]
        return [self._cell(name, _facts(one)) for name, one in zip(self._places, self._written, strict=True)]


class Series(Row):
    """An area's cells of one indicator by period, the oldest first."""

    def __init__(self, area: str, periods: str, cells: str) -> None:
        """The cells as they were written in a row."""
        super().__init__(periods, cells)
        self._area = area

    def _cell(self, name: str, facts: Facts) -> Cell:
        return Cell(self._area, name, *facts)

    def figures(self, periods: Iterable[Period]) -> Iterator[Decimal | None]:
        """The figures of some periods, None where none is published."""
        for period in periods:
            at = self._places.get(str(period))
            yield None if at is None else decimal_of(_beginning(self._written[at])[2] or None)


class Abreast(Row):
    """The cells of all areas in one period of an indicator, by area."""

    def __init__(self, period: str, areas: str = "", cells: str = "") -> None:
        """The cells as they were written in a row, none by default."""
        super().__init__(areas, cells)
        self._period = period

    def _cell(self, name: str, facts: Facts) -> Cell:
        return Cell(name, self._period, *facts)


class StatusCount(NamedTuple):
    """How many cells of an indicator and period have a status."""

    indicator: str
    period_kind: str
    period: str
    status: str
    cells: int


@lru_cache(maxsize=1024)
def _places(names: str) -> Mapping[str, int]:
    return {name: place for place, name in enumerate(names.split(";"))} if names else {}


@lru_cache(maxsize=16384)
def _facts(written: str) -> Facts:
    """A cell's facts; what it is written as is told in indicators/sql/publish/written_cell.sql."""
    status, flags, *numbers = written.split("|") if "|" in written else (written, "")
    known = [decimal_of(number or None) for number in numbers] + _NO_NUMBERS
    value, numerator, denominator, lower, upper, *_ = known
    return Facts(value, numerator, denominator, lower, upper, status or "value", flags_of(flags))


def _beginning(written: str) -> Sequence[str]:
    """Status, flags and value as they are written, without reading the rest."""
    return (*written.split("|", 3), "", "")[:3]


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
