"""Published figures as they are read."""

from abc import ABC, abstractmethod
from collections.abc import ItemsView, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache, cached_property, lru_cache
from typing import Any, NamedTuple

Category = tuple[str, str]
"""A breakdown and one of its categories."""

ALL: Category = ("all", "all")
"""The unsplit total."""


BEYOND = "beyond"
LARGEST = Decimal("Infinity")
"""Stands in an order for figures that are beyond: each is larger than any number."""


class Cell(NamedTuple):
    """One published figure. Without the status `value` there is no number, only the status.

    With the status `beyond` it is known to be larger than the time that people are followed for.
    """

    area: str
    period: str
    value: Decimal | None
    numerator: Decimal | None
    denominator: Decimal | None
    lower: Decimal | None
    upper: Decimal | None
    status: str
    flags: tuple[str, ...]

    @property
    def is_beyond(self) -> bool:
        """Whether all that is known is that the figure is larger than people are followed for."""
        return self.status == BEYOND

    @property
    def size(self) -> Decimal | None:
        """What the figure is put in order by: its number, or `LARGEST` if it is beyond; None if none is published."""
        return LARGEST if self.is_beyond else self.value


Number = Decimal | None

Facts = tuple[Number, Number, Number, Number, Number, str, tuple[str, ...]]
"""What a cell says of its area and period: all of its fields but these two."""

_UNSAID = [""] * 6
"""What a cell leaves out at its end."""


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

    def get(self, name: str, default: Any = None) -> Any:
        """The cell of a name, else the default; what a mapping does by itself takes three times as long."""
        return self[name] if name in self._places else default

    def items(self) -> ItemsView[str, Cell]:
        """All names with their cells, made at once."""
        return self.whole().items()

    def __contains__(self, name: object) -> bool:
        return name in self._places

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)

    def figures_and_flags(self) -> Iterator[tuple[str, Decimal | None, tuple[str, ...]]]:
        """The figure of each name and its flags, without making cells.

        None where none is published, and `LARGEST` where it is beyond.
        """
        for name, written in zip(self._places, self._written, strict=True):
            status, flags, value, *_ = (*written.split("|", 3), "", "")
            yield name, LARGEST if status == BEYOND else decimal_of(value), flags_of(flags)

    def whole(self) -> dict[str, Cell]:
        """All cells by their names, made at once."""
        return {
            name: self._cell(name, _facts(one)) for name, one in zip(self._places, self._written, strict=True)
        }

    def made(self, names: Iterable[str] | None = None) -> list[Cell]:
        """The cells of some names (None: all), as far as there are any, in their order."""
        if names is not None:
            chosen = {name for name in names if name in self._places}
            return [self[name] for name in sorted(chosen, key=self._places.__getitem__)]
        return list(self.whole().values())


class Series(Row):
    """An area's cells of one indicator by period, the oldest first."""

    def __init__(self, area: str, periods: str, cells: str) -> None:
        """The cells as they were written in a row."""
        super().__init__(periods, cells)
        self._area = area

    def _cell(self, name: str, facts: Facts) -> Cell:
        return Cell(self._area, name, *facts)

    def figures(self, periods: Iterable[str]) -> Iterator[Decimal | None]:
        """The figures of some periods, None where none is published."""
        places, written = self._places, self._written
        for period in periods:
            said = written[places[period]].split("|", 3) if period in places else ()
            yield decimal_of(said[2]) if len(said) > 2 else None

    def tells(self, period: str) -> bool:
        """Whether a figure is published for a period, be it that it is beyond."""
        said = self._written[self._places[period]].split("|", 3) if period in self._places else ()
        return said[:1] == [BEYOND] or (len(said) > 2 and bool(said[2]))


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
    status, flags, value, numerator, denominator, lower, upper, *_ = written.split("|") + _UNSAID
    return (
        decimal_of(value),
        decimal_of(numerator),
        decimal_of(denominator),
        decimal_of(lower),
        decimal_of(upper),
        status or "value",
        flags_of(flags),
    )


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
    """A figure that was written as text, None if nothing was."""
    return Decimal(text) if text else None


@cache
def flags_of(joined: str) -> tuple[str, ...]:
    """Flags that were written with commas between them."""
    return tuple(filter(None, joined.split(",")))
