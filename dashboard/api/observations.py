"""Cells as a table of observations: one row each, with the columns that every format writes."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from dashboard.api.selection import Selection
from indicators.catalogue import Indicator
from warehouse.periods import Period
from warehouse.reading import Cell, Portal
from warehouse.vocabulary import vocabulary

MISSING = "not_available"
"""Status of a cell that was asked for by name and is not in the release."""

Value = str | Decimal | tuple[str, ...] | None

COLUMNS = (
    "INDICATOR",
    "FREQ",
    "PERIOD_KIND",
    "REF_AREA",
    "TIME_PERIOD",
    "OBS_VALUE",
    "NUMERATOR",
    "DENOMINATOR",
    "LOWER",
    "UPPER",
    "OBS_STATUS",
    "OBS_FLAGS",
)
NAME_COLUMN = "REF_AREA_NAME"


@dataclass(frozen=True)
class Observations:
    """Rows under named columns; a number stands exactly as the pages show it, a missing one is None."""

    columns: tuple[str, ...]
    rows: list[tuple[Value, ...]]

    @property
    def statuses(self) -> set[Value]:
        """The statuses that occur."""
        place = self.columns.index("OBS_STATUS")
        return {row[place] for row in self.rows}

    @property
    def flags(self) -> set[str]:
        """The flags that occur."""
        place = self.columns.index("OBS_FLAGS")
        return {flag for row in self.rows if isinstance(flags := row[place], tuple) for flag in flags}


def read_observations(
    portal: Portal, indicator: Indicator, selection: Selection, names_in: str | None = None
) -> Observations:
    """The selected cells by period kind, period and area; `names_in` adds the areas' names in a language."""
    after = COLUMNS.index("REF_AREA") + 1
    columns = COLUMNS if names_in is None else (*COLUMNS[:after], NAME_COLUMN, *COLUMNS[after:])

    def area(code: str) -> tuple[str, ...]:
        return (code,) if names_in is None else (code, portal.country.name(code, names_in))

    rows = [
        (indicator.id, _frequency(kind), kind, *area(cell.area), *_facts(cell, indicator.decimals))
        for kind, periods in selection.periods.items()
        for cell in _cells(portal, indicator, periods, selection.areas)
    ]
    return Observations(columns, rows)


def _cells(
    portal: Portal, indicator: Indicator, periods: tuple[Period, ...], areas: tuple[str, ...] | None
) -> Iterator[Cell]:
    """The cells in the periods; with `areas`, one for each of them in each period, in the order asked for."""
    if not periods:
        return
    found = portal.cells(indicator.id, periods[0], periods[-1], areas)
    if areas is None:
        yield from found
        return
    known = {(cell.period, cell.area): cell for cell in found}
    for period in map(str, periods):
        for area in areas:
            yield known.get((period, area)) or _missing(area, period)


def _frequency(kind: str) -> str:
    return str(vocabulary().period_kinds[kind].more["frequency"])


def _missing(area: str, period: str) -> Cell:
    return Cell(area, period, None, None, None, None, None, MISSING, ())


def _facts(cell: Cell, decimals: int) -> tuple[Value, ...]:
    return (
        cell.period,
        _rounded(cell.value, decimals),
        _plain(cell.numerator),
        _plain(cell.denominator),
        _rounded(cell.lower, decimals),
        _rounded(cell.upper, decimals),
        cell.status,
        cell.flags,
    )


def _rounded(value: Decimal | None, decimals: int) -> Decimal | None:
    return None if value is None else value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


def _plain(value: Decimal | None) -> Decimal | None:
    """Without the noughts after the decimal point that come from the column's type."""
    return None if value is None else Decimal(f"{value.normalize():f}")
