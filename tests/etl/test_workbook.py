"""Workbooks that cannot be read are told from each other, and cells become texts."""

import pytest

from etl.workbook import cell_text, read_sheets
from tests.support.workbooks import COUNTS, MINIATURE
from warehouse.errors import DeliveryRefused

WHOLE = MINIATURE.read_bytes()
DAMAGED = "a.xlsx: is cut short, damaged or no Excel workbook (.xlsx)"


def fault(folder, data, names=()):
    path = folder / "a.xlsx"
    path.write_bytes(data)
    with pytest.raises(DeliveryRefused) as refused:
        read_sheets(path, "a.xlsx", names)
    [found] = refused.value.faults
    return str(found)


def test_only_the_sheets_asked_for_with_rows_counted_from_the_first():
    sheets = read_sheets(MINIATURE, "a.xlsx", [COUNTS])
    assert list(sheets) == [COUNTS]
    assert sheets[COUNTS][0] == [""] * len(sheets[COUNTS][0])
    assert sheets[COUNTS][5][1] == "Januar - oktober 2022"


@pytest.mark.parametrize(
    "data",
    [b"", b"not a workbook", b"PK\x03\x04 and then nothing", WHOLE[: len(WHOLE) // 2], WHOLE[:-30]],
    ids=["empty", "text", "a zip in name", "half", "nearly whole"],
)
def test_a_damaged_workbook(tmp_path, data):
    assert fault(tmp_path, data) == DAMAGED


def test_a_workbook_damaged_in_the_middle(tmp_path):
    middle = len(WHOLE) // 2
    assert fault(tmp_path, WHOLE[:middle] + b"\x00" * 400 + WHOLE[middle + 400 :]) == DAMAGED


def test_a_protected_workbook(tmp_path):
    expected = "a.xlsx: is protected by a password, or of Excel's format before 2007 (.xls)"
    assert fault(tmp_path, bytes.fromhex("D0CF11E0A1B11AE1") + b"\x00" * 500) == expected


def test_a_missing_sheet(tmp_path):
    assert fault(tmp_path, WHOLE, [COUNTS, "9. Bydel"]) == "a.xlsx: sheet '9. Bydel' is missing"


@pytest.mark.parametrize(
    ("value", "text"),
    [(None, ""), (172, "172"), (2.6, "2.6"), (3.0, "3"), (0, "0"), (" * ", "*"), (1e6, "1000000")],
)
def test_cells_as_texts(value, text):
    assert cell_text(value) == text
