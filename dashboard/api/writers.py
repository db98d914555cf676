"""Observations as JSON, CSV and XLSX."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import chain, islice
from typing import Any

import orjson
import xlsxwriter

from dashboard.api.observations import Observations, Row, Value

_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
_ROWS_OF_A_PIECE = 2000
_WIDTHS = {
    "INDICATOR": 32,
    "CATEGORY": 20,
    "CATEGORY_NAME": 28,
    "REF_AREA_NAME": 28,
    "OBS_STATUS": 16,
    "OBS_FLAGS": 24,
}
_WIDTH = 13
_NOTE_WIDTH = 110


def to_json(facts: Mapping[str, Any], observations: Observations) -> bytes:
    """One object: the facts, then `columns` and `observations`. A missing number is null."""
    columns = observations.columns
    rows = [dict(zip(columns, row, strict=True)) for row in observations.rows]
    return orjson.dumps({**facts, "columns": columns, "observations": rows}, default=_number)


def to_csv(columns: Sequence[str], rows: Iterable[Row]) -> Iterator[bytes]:
    """As RFC 4180 has it: UTF-8 without a mark, commas, points, CRLF; a missing number is an empty cell.

    It comes in pieces, so that a large answer is never held as a whole.
    """
    texts: Iterator[Sequence[str]] = chain([columns], ([_csv_value(value) for value in row] for row in rows))
    while piece := list(islice(texts, _ROWS_OF_A_PIECE)):
        lines = io.StringIO(newline="")
        csv.writer(lines).writerows(piece)
        yield lines.getvalue().encode()


def to_xlsx(observations: Observations, notes: list[tuple[str, str]], decimals: int) -> bytes:
    """A workbook: the figures in the first sheet, what must be known of them in the second."""
    file = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(file, options) as workbook:
        _write_data(workbook, observations, decimals)
        _write_notes(workbook, notes)
    return file.getvalue()


def _write_data(workbook: Any, observations: Observations, decimals: int) -> None:
    sheet = workbook.add_worksheet("Data")
    bold = workbook.add_format({"bold": True})
    exact = workbook.add_format({"num_format": f"#,##0.{'0' * decimals}" if decimals else "#,##0"})
    formats = dict.fromkeys(("OBS_VALUE", "LOWER", "UPPER"), exact)
    for place, column in enumerate(observations.columns):
        sheet.set_column(place, place, _WIDTHS.get(column, _WIDTH), formats.get(column))
        sheet.write_string(0, place, column, bold)
    for line, row in enumerate(observations.rows, start=1):
        for place, value in enumerate(row):
            if isinstance(value, Decimal):
                sheet.write_number(line, place, float(value))
            elif value:
                sheet.write_string(line, place, _text(value))
    sheet.freeze_panes(1, 0)
    if observations.rows:
        sheet.autofilter(0, 0, len(observations.rows), len(observations.columns) - 1)


def _write_notes(workbook: Any, notes: list[tuple[str, str]]) -> None:
    sheet = workbook.add_worksheet("Notes")
    bold = workbook.add_format({"bold": True, "valign": "top"})
    wrapped = workbook.add_format({"text_wrap": True, "valign": "top"})
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 1, _NOTE_WIDTH)
    for line, (name, text) in enumerate(notes):
        sheet.write_string(line, 0, name, bold)
        sheet.write_string(line, 1, text, wrapped)


def _number(value: Any) -> orjson.Fragment:
    if isinstance(value, Decimal):
        return orjson.Fragment(f"{value:f}")
    raise TypeError(type(value))


def _csv_value(value: Value) -> str:
    """A text that a spreadsheet would take for a formula is marked as text; numbers are left as they are."""
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return f"{value:f}"
    text = _text(value)
    return f"'{text}" if text.startswith(_FORMULA_SIGNS) else text


def _text(value: str | tuple[str, ...]) -> str:
    return value if isinstance(value, str) else " ".join(value)
