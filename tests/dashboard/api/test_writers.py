"""Formats: what a spreadsheet would take for a formula stays a text."""

import csv
import io
from decimal import Decimal

import openpyxl

from dashboard.api.observations import Observations, Value, columns_of
from dashboard.api.writers import to_csv, to_json, to_xlsx

NAME_COLUMN = "REF_AREA_NAME"
NAMED = columns_of("en")


def observed(name: str, value: str, flags: tuple[str, ...] = ()) -> Observations:
    row: tuple[Value, ...] = (
        *("x", "M", "month", "all", "all", "Everyone", "1", name, "2025-01", Decimal(value)),
        *(None, None, None, None, "value", flags, "official"),
    )
    return Observations(NAMED, [row])


def csv_row(observations: Observations) -> dict[str, str]:
    text = b"".join(to_csv(observations.columns, observations.rows)).decode()
    [row] = csv.DictReader(io.StringIO(text))
    return row


def test_a_name_that_looks_like_a_formula_is_marked_as_text() -> None:
    for name in ("=1+1", "+1", "-1", "@a", "\tb", "\rc"):
        assert csv_row(observed(name, "1"))[NAME_COLUMN] == f"'{name}"


def test_a_negative_number_stays_a_number() -> None:
    assert csv_row(observed("Ærø", "-1.50"))["OBS_VALUE"] == "-1.50"


def test_names_with_commas_quotes_and_lines_come_back_whole() -> None:
    name = 'Ærø, "the\nisland"'
    assert csv_row(observed(name, "1"))[NAME_COLUMN] == name


def test_a_workbook_runs_no_formula_and_opens_no_link() -> None:
    for name in ("=1+1", "https://example.org", "{=1}"):
        book = openpyxl.load_workbook(io.BytesIO(to_xlsx(observed(name, "1"), [("Note", "=2+2")], 0)))
        cell = book["Data"].cell(2, NAMED.index(NAME_COLUMN) + 1)
        assert (cell.value, cell.data_type, cell.hyperlink) == (name, "s", None)
        assert book["Notes"]["B1"].data_type == "s"


def test_numbers_keep_the_decimals_of_the_definition() -> None:
    assert b'"OBS_VALUE":2.50' in to_json({}, observed("a", "2.50"))
    assert b'"OBS_VALUE":100000000000000000000' in to_json({}, observed("a", "1E+20"))
    assert csv_row(observed("a", "0.00"))["OBS_VALUE"] == "0.00"


def test_flags_are_a_list_in_json_and_words_in_tables() -> None:
    flagged = observed("a", "1", ("provisional", "break"))
    assert b'"OBS_FLAGS":["provisional","break"]' in to_json({}, flagged)
    assert csv_row(flagged)["OBS_FLAGS"] == "provisional break"


def test_a_large_table_comes_in_pieces_that_make_it_whole() -> None:
    one = observed("a", "1")
    pieces = list(to_csv(one.columns, one.rows * 4999))
    assert len(pieces) == 3
    assert len(b"".join(pieces).splitlines()) == 5000
