"""Delimited files: each fault with its line, and nothing that is no fault."""

from contextlib import closing
from pathlib import Path

import pytest

from etl.delimited import find_row_faults, read_header, stage_lines
from etl.source import Column
from tests.support.contracts import small_source
from warehouse.connection import open_private
from warehouse.errors import DeliveryRefused

BOM = b"\xef\xbb\xbf"


def staged(folder: Path, data: bytes, **contract: object) -> list[tuple[object, ...]]:
    """The rows of a file whose contract has the columns `area` and `value`: line, area, value."""
    path = folder / "small.csv"
    path.write_bytes(data)
    with closing(open_private(folder / "work.duckdb", folder)) as connection:
        connection.execute("create schema if not exists stage")
        connection.execute(
            "create or replace table stage.delivered"
            " (delivery varchar, file varchar, line bigint, area varchar, value varchar)"
        )
        stage_lines(connection, path, "small.csv", "d1", small_source(folder, **contract))
        return connection.execute("select line, area, value from stage.delivered order by line").fetchall()


def faults(folder: Path, data: bytes, **contract: object) -> list[str]:
    with pytest.raises(DeliveryRefused) as refused:
        staged(folder, data, **contract)
    return [str(fault) for fault in refused.value.faults]


@pytest.mark.parametrize(
    "data",
    [
        b"area;value\nA;1\nB;2\n",
        b"area;value\r\nA;1\r\nB;2\r\n",
        BOM + b"area;value\nA;1\nB;2",
        BOM + b'"area";"value"\r\n"A";1\r\nB;"2"\r\n\r\n\r\n',
        b"value;area\n1;A\n2;B\n",
    ],
    ids=["plain", "CRLF", "BOM and no last line end", "quotes and blank lines at the end", "other order"],
)
def test_one_table_in_many_hands(tmp_path, data):
    assert staged(tmp_path, data) == [(2, "A", "1"), (3, "B", "2")]


def test_values_keep_commas_separators_in_quotes_and_their_letters(tmp_path):
    data = 'area;value\n"Nord; Syd";Age, total\nÆrø;"say ""so"""\n'.encode()
    assert staged(tmp_path, data) == [(2, "Nord; Syd", "Age, total"), (3, "Ærø", 'say "so"')]


def test_an_empty_value_is_null_and_only_the_header_is_no_fault(tmp_path):
    assert staged(tmp_path, b"area;value\nA;\n") == [(2, "A", None)]
    assert staged(tmp_path, b"area;value\n") == []


def test_a_name_with_signs_of_a_search_pattern_is_one_file(tmp_path):
    folder = tmp_path / "2024 [1] *"
    folder.mkdir()
    assert staged(folder, b"area;value\nA;1\n") == [(2, "A", "1")]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", ["small.csv: is empty"]),
        (BOM + b"\n\n", ["small.csv: is empty"]),
        (b"area\nA\n", ["small.csv, row 1, column value: this column is missing (small_table)"]),
        (
            b"area;value;extra\nA;1;2\n",
            [
                "small.csv, row 1, column extra: this column is not in the contract of the source (small_table)"
            ],
        ),
        (b"area;value;area\nA;1;B\n", ["small.csv, row 1, column area: this column comes twice"]),
        (
            b"area;value\nA;1\nB\nC;3;4\n",
            [
                "small.csv, row 3, column value: has too few values (1 values where 2 were expected)",
                "small.csv, row 4: has too many values (3 values where 2 were expected)",
            ],
        ),
        (b"area;value\nA;1\n\nC;3\n", ["small.csv, row 3: is a blank line"]),
        (b'area;value\nA;1\n"B\nb";2\nC;3\n', ["small.csv, row 3: a line break inside a value"]),
        (b'area;value\nA;1\n"B;2\nC;3\n', ["small.csv, row 3: a line break inside a value"]),
        (
            "area;value\nA;1\nÆrø;2\n".encode("cp1252"),
            ["small.csv, row 3: is not UTF-8; it looks like Windows-1252"],
        ),
        ("område;value\n".encode("cp1252"), ["small.csv, row 1: is not UTF-8; it looks like Windows-1252"]),
        ("area;value\n".encode("utf-16"), ["small.csv, row 1: is not UTF-8; it looks like UTF-16"]),
        (b"area;value\nA;\x81\n", ["small.csv, row 2: is not UTF-8"]),
    ],
    ids=[
        *("nothing", "blank", "missing column", "unexpected column", "column twice", "ragged", "blank line"),
        *(
            "broken line",
            "open quotation mark",
            "Windows-1252",
            "Windows-1252 header",
            "UTF-16",
            "no known encoding",
        ),
    ],
)
def test_faults_are_named_with_their_place(tmp_path, data, expected):
    assert faults(tmp_path, data) == expected


def test_a_column_that_need_not_be_there_is_empty_without(tmp_path):
    columns = (Column("area"), Column("value", required=False))
    assert staged(tmp_path, b"area\nA\n", columns=columns) == [(2, "A", None)]


def test_a_person_level_file_is_refused_for_what_its_columns_are_called(tmp_path):
    expected = (
        "small.csv, row 1, column e-mail: this column is called like something that tells who a person is"
    )
    assert expected in faults(tmp_path, b"area;value;e-mail\nA;1;a@b.dk\n", person_level=True)
    assert expected not in faults(tmp_path, b"area;value;e-mail\nA;1;a@b.dk\n")


def test_a_header_is_read_whatever_its_letters(tmp_path):
    file = tmp_path / "a.csv"
    for data in (
        "OMRÅDE;TID\n".encode("utf-8-sig"),
        "OMRÅDE;TID\r\n".encode("cp1252"),
        b'"OMR\xc3\x85DE";TID',
    ):
        file.write_bytes(data)
        assert read_header(file, ";") == ["OMRÅDE", "TID"]


def test_a_file_without_lines_is_no_trouble(tmp_path):
    file = tmp_path / "a.csv"
    file.write_bytes(b"x" * 10**6)
    assert len(read_header(file, ";")) == 1


def test_a_quotation_mark_that_swallows_the_rest_is_found_where_it_opens():
    lines = ["area;value\n", 'A;"1\n', *["B;2\n"] * 40_000]
    [fault] = find_row_faults("f.csv", ["area", "value"], lines, ";")
    assert str(fault) == "f.csv, row 2: a quotation mark is opened here and not closed"
