"""NAV's workbook HL060 in small, drawn with invented figures: stacked blocks, subtotals, stars, notes and strangers.

`data/miniatures/no/hl060_2022.xlsx` is what `write_hl060` writes when nothing is asked to be unlike it. To write it
anew: `python -m tests.support.workbooks`.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import xlsxwriter

Value = int | float | str | None
Rows = list[list[Value]]

MINIATURE = Path(__file__).parents[2] / "data" / "miniatures" / "no" / "hl060_2022.xlsx"

MONTHS = ("Januar", "Februar", "Mars", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober")
COUNTY_COUNTS, COUNTY_RATES = "1. Fylke Antall", "2. Fylke Prosent av arbeidsstyr"
COUNTS, RATES = "3. Kommune Antall", "4. Kommune Prosent av arbeidsst"

_SEASON = (100, 91, 84, 79, 68, 70, 74, 71, 66, 64)
_LEAST_SHOWN = 4


@dataclass(frozen=True)
class Line:
    """Unemployed persons in each month, and the labour force, which some lines have none of."""

    persons: tuple[int, ...]
    labour_force: int

    def counts(self) -> list[Value]:
        """The counts, a star for the smallest."""
        return [persons if persons >= _LEAST_SHOWN else "*" for persons in self.persons]

    def rates(self) -> list[Value]:
        """The percentages, a star where the count has one or there is no labour force."""
        return [
            round(100 * persons / self.labour_force, 1)
            if self.labour_force and persons >= _LEAST_SHOWN
            else "*"
            for persons in self.persons
        ]


def _line(january: int, labour_force: int = 0) -> Line:
    return Line(tuple(round(january * share / 100) for share in _SEASON), labour_force)


def _together(lines: Iterable[Line]) -> Line:
    members = list(lines)
    persons = tuple(map(sum, zip(*(line.persons for line in members), strict=True)))
    return Line(persons, sum(line.labour_force for line in members))


BLOCKS: Mapping[str, Mapping[str, Line]] = {
    "Oslo": {"0301 Oslo": _line(12950, 381000)},
    "Rogaland": {
        "1101 Eigersund": _line(188, 7400),
        "1103 Stavanger": _line(2140, 76500),
        "1144 Kvitsøy": _line(5, 290),
        "1151 Utsira": _line(2, 110),
    },
    "Troms og Finnmark - Romsa ja Finnmárku": {
        "5401 Tromsø": _line(905, 43200),
        "5442 Unjárga - Nesseby": _line(12, 430),
        "5444 Sør-Varanger": _line(131, 5300),
    },
    "Øvrige områder": {"2100 Svalbard": _line(27)},
    "Ukjent": {"Ukjent": _line(9)},
}
NUMBERS = ("03", "11", "54", "99", "Ukjent")
COUNTIES = {county: _together(members.values()) for county, members in BLOCKS.items()}


@dataclass(frozen=True)
class Variant:
    """What is to be unlike the miniature. `cells` are by sheet, first label of the row, and month."""

    cells: Mapping[tuple[str, str, str], Value] = field(default_factory=dict)
    without: str = ""
    title: str = "Januar - oktober 2022"
    months: tuple[str, ...] = MONTHS
    blocks: Mapping[str, Mapping[str, Line]] = field(default_factory=lambda: BLOCKS)

    @property
    def counties(self) -> Mapping[str, Line]:
        """The totals of the blocks."""
        return {county: _together(members.values()) for county, members in self.blocks.items()}


SPOILED = {(RATES, "5442 Unjárga - Nesseby", "Mars"): "mangler"}
"""The one cell of the miniature that is neither a figure nor a star."""


def write_hl060(path: Path, variant: Variant | None = None) -> Path:
    """Write the workbook; the same variant always gives the same bytes."""
    unlike = variant or Variant(SPOILED)
    sheets = {
        "0. Om tabellene": _about(unlike.title),
        COUNTY_COUNTS: _county_sheet(unlike, "Fylke. Antall²", Line.counts),
        COUNTY_RATES: _county_sheet(unlike, "Fylke. Prosent av arbeidsstyrken²", Line.rates),
        COUNTS: _municipality_sheet(unlike, "Kommune¹. Antall²", Line.counts),
        RATES: _municipality_sheet(unlike, "Kommune¹. Prosent av arbeidsstyrken²", Line.rates),
    }
    for sheet, label, month in unlike.cells:
        _change(sheets[sheet], label, month, unlike.cells[sheet, label, month])
    book = xlsxwriter.Workbook(path)
    book.set_properties({"created": datetime(2022, 11, 1, tzinfo=UTC)})
    for name, rows in sheets.items():
        if name != unlike.without:
            _write(book.add_worksheet(name), rows)
    _write_strangers(book)
    book.close()
    return path


def _head(title: str, subject: str) -> Rows:
    return [
        [],
        [None, "Kilde: NAV", None, None, "Helt ledige. Fylke og kommune. Tidsserie måned"],
        [None, None, None, None, subject],
        [],
        [],
        [None, title],
        [],
    ]


def _about(title: str) -> Rows:
    return [
        *_head(title, "Om tabellene"),
        [None, "Oppdiktede tall. Verdier mindre enn 4 er erstattet med «*»."],
        [None, "¹ Kommuner og fylker slås sammen og endres."],
        [None, "² Det er brudd i statistikken."],
    ]


def _county_sheet(variant: Variant, subject: str, figures: Callable[[Line], list[Value]]) -> Rows:
    """January is as wide as two columns; the second of them is empty."""

    def row(labels: list[Value], values: list[Value]) -> list[Value]:
        return [None, *labels, *values[:1], None, *values[1:]]

    lines = [row([None, "I alt"], figures(_together(variant.counties.values())))]
    for number, (county, line) in zip(NUMBERS, variant.counties.items(), strict=True):
        lines.append(row([number, county], figures(line)))
    notes: Rows = [[], [None, "² Det er brudd i statistikken fra og med november 2018."]]
    return [*_head(variant.title, subject), row([None, None], list(variant.months)), *lines, *notes]


def _municipality_sheet(variant: Variant, subject: str, figures: Callable[[Line], list[Value]]) -> Rows:
    rows = _head(variant.title, subject)
    for county, members in variant.blocks.items():
        rows += [
            [None, county],
            [None, None, *variant.months],
            [None, f"I alt {county}", *figures(variant.counties[county])],
            *([None, label, *figures(line)] for label, line in members.items()),
            [],
        ]
    return [*rows, [None, "¹ Kommuner og fylker slås sammen og endres."]]


def _change(rows: Rows, label: str, month: str, value: Value) -> None:
    place = None
    for row in rows:
        place = row.index(month) if month in row else place
        if label in row and place is not None and len(row) > place:
            row[place] = value


def _write(sheet: Any, rows: Rows) -> None:
    for line, row in enumerate(rows):
        for place, value in enumerate(row):
            if value is not None:
                sheet.write(line, place, value)


def _write_strangers(book: Any) -> None:
    """Sheets that the county keeps in the same file for itself, with formulas."""
    own = book.add_worksheet("Telemark")
    own.write_row(0, 1, MONTHS)
    own.write_row(1, 0, ["3806 Porsgrunn", *range(410, 420)])
    own.write_row(2, 0, ["3807 Skien", *range(700, 710)])
    own.write_formula(3, 1, "=SUM(B2:B3)", value=1110)
    book.add_worksheet("Viz").write_formula(0, 0, "=Telemark!B4/3", value=370)


if __name__ == "__main__":
    write_hl060(MINIATURE)
