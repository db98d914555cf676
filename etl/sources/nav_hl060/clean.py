"""Flattening NAV's workbook HL060: four sheets of stacked blocks become one row per figure.

Sheets 1 and 2 hold the country and its counties, sheets 3 and 4 one block per county with its municipalities. Both
pairs hold counts first and percentages second. A block begins with the county's name, then months, then a subtotal.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from etl.refusal import refuse
from etl.workbook import Sheet, read_sheets
from warehouse.errors import Fault

COUNTY_SHEETS = ("1. Fylke Antall", "2. Fylke Prosent av arbeidsstyr")
MUNICIPALITY_SHEETS = ("3. Kommune Antall", "4. Kommune Prosent av arbeidsst")

MONTHS = {
    *("Januar", "Februar", "Mars", "April", "Mai", "Juni"),
    *("Juli", "August", "September", "Oktober", "November", "Desember"),
}

SUBTOTAL = "I alt "
UNKNOWN = "Ukjent"


@dataclass(frozen=True)
class Figure:
    """One cell of the workbook, with the labels that it stands under."""

    file: str
    line: int
    sheet: str
    year: str
    block: str
    area: str
    month: str
    value: str


def read_rows(path: Path, file: str) -> list[dict[str, Any]]:
    """The workbook's figures, subtotals once. Raises DeliveryRefused when its layout or a subtotal is not as it was."""
    sheets = read_sheets(path, file, (*COUNTY_SHEETS, *MUNICIPALITY_SHEETS))
    figures = [figure for name, rows in sheets.items() for figure in flatten(file, name, rows)]
    refuse([*_empty_sheets(file, figures), *compare_subtotals(figures)])
    return [asdict(figure) for figure in figures if not is_subtotal(figure)]


def flatten(file: str, name: str, rows: Sheet) -> Iterator[Figure]:
    """The figures of one sheet, in its order. Rows without figures are titles, notes or the names of blocks."""
    year = ""
    title = ""
    block = ""
    months: dict[int, str] = {}
    for line, row in enumerate(rows, 1):
        labels = {place: cell for place, cell in enumerate(row) if cell}
        figures = {place: row[place] for place in months if place < len(row)}
        if MONTHS & set(labels.values()):
            months, block = labels, title
        elif any(figures.values()) or re.match(r"\d{4} ", next(iter(labels.values()), "")):
            area = _area(row[: min(months, default=0)])
            for place, month in months.items():
                yield Figure(
                    f"{file}, sheet {name}", line, name, year, block, area, month, figures.get(place, "")
                )
        elif labels:
            title = next(iter(labels.values()))
            year = year or "".join(re.findall(r"^\w+ - \w+ (\d{4})$", title))


def _area(labels: Sequence[str]) -> str:
    """The last label before the figures: counties have their number in a cell of its own, before the name."""
    return next((label for label in reversed(labels) if label), "")


def is_subtotal(figure: Figure) -> bool:
    """Whether a municipality sheet repeats here what a county sheet says; so does the one row of its last block."""
    repeats = figure.area.startswith(SUBTOTAL) or figure.area == UNKNOWN
    return figure.sheet in MUNICIPALITY_SHEETS and repeats


def compare_subtotals(figures: Sequence[Figure]) -> Iterator[Fault]:
    """Where a county's subtotal is not what the county sheet says."""
    counterpart = dict(zip(MUNICIPALITY_SHEETS, COUNTY_SHEETS, strict=True))
    said = {(figure.sheet, figure.area, figure.month): figure.value for figure in figures}
    for figure in filter(is_subtotal, figures):
        sheet = counterpart[figure.sheet]
        if said.get((sheet, figure.area.removeprefix(SUBTOTAL), figure.month)) != figure.value:
            rule = f"this subtotal is not what sheet {sheet} says"
            yield Fault(figure.file, rule, figure.line, figure.month, figure.area)


def _empty_sheets(file: str, figures: Sequence[Figure]) -> Iterator[Fault]:
    for sheet in (*COUNTY_SHEETS, *MUNICIPALITY_SHEETS):
        own = [figure for figure in figures if figure.sheet == sheet]
        if not own:
            yield Fault(f"{file}, sheet {sheet}", "no figures under names of months were found")
        elif not own[0].year:
            yield Fault(f"{file}, sheet {sheet}", "no title like 'Januar - oktober 2022' tells the year")
