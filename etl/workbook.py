"""Reading Excel workbooks: the sheets that are asked for, every cell as a text."""

import warnings
import zipfile
import zlib
from collections.abc import Sequence
from pathlib import Path
from xml.etree.ElementTree import ParseError

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException

from etl.refusal import refuse
from warehouse.errors import DeliveryRefused, Fault

Sheet = Sequence[Sequence[str]]
"""Rows of cells as texts, an empty one for an empty cell; the first row is number 1."""

_OLE = bytes.fromhex("D0CF11E0A1B11AE1")
_DAMAGES = (
    zipfile.BadZipFile,
    zlib.error,
    InvalidFileException,
    ParseError,
    KeyError,
    ValueError,
    EOFError,
    OSError,
)


def read_sheets(path: Path, file: str, names: Sequence[str]) -> dict[str, Sheet]:
    """The named sheets with the values that the sender's program had worked out.

    Raises DeliveryRefused when the file is no open workbook, is damaged, or lacks one of the sheets.
    """
    with path.open("rb") as start:
        if start.read(len(_OLE)) == _OLE:
            refuse([Fault(file, "is protected by a password, or of Excel's format before 2007 (.xls)")])
    try:
        sheets = _read(path)
    except _DAMAGES:
        raise DeliveryRefused([Fault(file, "is cut short, damaged or no Excel workbook (.xlsx)")]) from None
    refuse(Fault(file, f"sheet '{name}' is missing") for name in names if name not in sheets)
    return {name: sheets[name] for name in names}


def _read(path: Path) -> dict[str, Sheet]:
    with path.open("rb") as file, warnings.catch_warnings():
        # It warns of styles and extensions that it does not know; values do not depend on them.
        warnings.simplefilter("ignore")
        book = openpyxl.load_workbook(file, read_only=True, data_only=True)
        return {
            sheet.title: [[cell_text(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]
            for sheet in book.worksheets
        }


def cell_text(value: object) -> str:
    """What a cell says; a whole number without a decimal point."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()
