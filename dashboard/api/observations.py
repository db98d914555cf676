"""Cells as a table of observations: one row each, with the columns that every format writes."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cache, cached_property, lru_cache

from dashboard.api.selection import Selection
from dashboard.text.translation import translate
from indicators.catalogue import Indicator
from warehouse.reading import ALL, Category, Cell, Portal
from warehouse.vocabulary import text_in, vocabulary

MISSING = "not_available"
"""Status of a cell that was asked for by name and is not in the release."""

Value = str | Decimal | tuple[str, ...] | None
Row = tuple[Value, ...]

COLUMNS = (
    "INDICATOR",
    "FREQ",
    "PERIOD_KIND",
    "BREAKDOWN",
    "CATEGORY",
    "REF_AREA",
    "TIME_PERIOD",
    "OBS_VALUE",
    "NUMERATOR",
    "DENOMINATOR",
    "LOWER",
    "UPPER",
    "OBS_STATUS",
    "OBS_FLAGS",
    "DATA_KIND",
)
NAMED = ("CATEGORY", "REF_AREA")
"""Columns of codes that can have a column of names beside them."""


@dataclass(frozen=True)
class Observations:
    """Rows under named columns; a number stands exactly as the pages show it, a missing one is None."""

    columns: tuple[str, ...]
    rows: list[Row]

    @cached_property
    def statuses(self) -> set[Value]:
        """The statuses that occur."""
        place = self.columns.index("OBS_STATUS")
        return {row[place] for row in self.rows}

    @cached_property
    def flags(self) -> set[str]:
        """The flags that occur."""
        place = self.columns.index("OBS_FLAGS")
        return {flag for row in self.rows if isinstance(flags := row[place], tuple) for flag in flags}


def read_observations(
    portal: Portal, indicator: Indicator, selection: Selection, names_in: str | None = None
) -> Observations:
    """The selected cells; `names_in` adds the names of categories and areas in a language."""
    return Observations(
        columns_of(names_in), list(iterate_observations(portal, indicator, selection, names_in))
    )


def columns_of(names_in: str | None) -> tuple[str, ...]:
    """The columns of observations, with those of names when a language is given."""
    if names_in is None:
        return COLUMNS
    return tuple(name for column in COLUMNS for name in _with_names(column))


def iterate_observations(
    portal: Portal, indicator: Indicator, selection: Selection, names_in: str | None = None
) -> Iterator[Row]:
    """The selected cells by period kind, category, period and area, one category after the other."""
    kind_of_data, read = portal.meta["kind"], _reader(portal, indicator.id, selection)
    for kind, categories in selection.categories.items():
        first = (indicator.id, str(vocabulary().period_kinds[kind].more["frequency"]), kind)
        for category in categories:
            known = (*first, *_category(portal, category, names_in))
            for cell in read(kind, category):
                area = (
                    (cell.area,)
                    if names_in is None
                    else (cell.area, portal.country.name(cell.area, names_in))
                )
                yield (*known, *area, *_facts(cell, indicator.decimals), kind_of_data)


def _with_names(column: str) -> tuple[str, ...]:
    return (column, f"{column}_NAME") if column in NAMED else (column,)


def _category(portal: Portal, category: Category, names_in: str | None) -> tuple[str, ...]:
    if names_in is None:
        return category
    breakdown, code = category
    if category == ALL:
        return (*category, translate(names_in)("Everyone"))
    return (*category, text_in(portal.breakdowns[breakdown].categories[code], names_in))


def _reader(
    portal: Portal, indicator: str, selection: Selection
) -> Callable[[str, Category], Iterable[Cell]]:
    """Reads the selected cells of a period kind and category.

    With areas, there is one for each of them in each period, in the order asked for.
    """
    areas = selection.areas

    def of_all(kind: str, category: Category) -> Iterable[Cell]:
        periods = selection.periods[kind]
        return portal.cells(indicator, periods[0], periods[-1], category=category) if periods else ()

    @cache
    def known(category: Category) -> Mapping[tuple[str, str], Mapping[str, Cell]]:
        return portal.development(indicator, selection.periods, areas or (), category)

    def of_some(kind: str, category: Category) -> Iterable[Cell]:
        told = known(category)
        for period in map(str, selection.periods[kind]):
            for area in areas or ():
                yield told[area, kind].get(period) or _missing(area, period)

    return of_all if areas is None else of_some


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


@lru_cache(maxsize=32768)
def _rounded(value: Decimal | None, decimals: int) -> Decimal | None:
    return None if value is None else value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


@lru_cache(maxsize=32768)
def _plain(value: Decimal | None) -> Decimal | None:
    """Without the noughts after the decimal point that come from the column's type."""
    return None if value is None else Decimal(f"{value.normalize():f}")
