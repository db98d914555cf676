"""Every SQL file says first what one row is, and touches its own layer alone."""

import re

import pytest

from tests.repository.tree import PACKAGES, name_of, own_files

SQL_FILES = {
    name_of(file): file.read_text(encoding="utf-8")
    for package in PACKAGES
    for file in own_files(f"{package}/**/*.sql")
}

SCHEMAS_OF = {
    "etl": {"raw", "core", "earlier", "stage"},
    "indicators": {"core", "earlier", "mart"},
    "indicators/sql/explain": {"raw", "core", "mart"},
    "indicators/sql/publish": {"raw", "core", "mart", "portal"},
    "indicators/sql/attack": {"mart", "portal"},
    "indicators/sql/attack/held": {"portal", "previous"},
    "indicators/sql/publish/compare": {"portal", "previous"},
    "indicators/sql/publish/differences": {"portal"},
    "warehouse": {"raw", "core", "earlier", "mart"},
    "dashboard": set(),
}

COMMENT = re.compile(r"--[^\n]*")
TEXT = re.compile(r"'[^']*'")
QUALIFIED = re.compile(r"\b(?:from|join|into|update|table|view|exists)\s+(?:\w+\.)?(\w+)\.\w+")


def first_line_fault(sql: str) -> str:
    """What is wrong with the first line: queries and tables say what one row is, statements what they do."""
    first, _, rest = sql.partition("\n")
    if not re.fullmatch(r"-- [A-Z].*[^ ]", first):
        return "the first line must be a comment that says what the file is"
    rows_follow = re.match(r"(?:--[^\n]*\n|\s)*(?:select|with|create table|create view)\b", rest)
    if rows_follow and not first.startswith("-- One row"):
        return "the first line must say what one row is: -- One row per ..."
    return ""


def allowed_schemas(name: str) -> set[str]:
    return SCHEMAS_OF[max((folder for folder in SCHEMAS_OF if name.startswith(f"{folder}/")), key=len)]


def schemas_in(sql: str) -> set[str]:
    return set(QUALIFIED.findall(TEXT.sub("''", COMMENT.sub("", sql))))


def test_the_first_line_says_what_one_row_is():
    assert {name: fault for name, sql in SQL_FILES.items() if (fault := first_line_fault(sql))} == {}


def test_a_file_touches_its_own_layer_alone():
    assert {
        name: other for name, sql in SQL_FILES.items() if (other := schemas_in(sql) - allowed_schemas(name))
    } == {}


@pytest.mark.parametrize(
    ("sql", "right"),
    [
        ("-- One row per area.\nselect 1", True),
        ("-- One row per area.\n-- Ended ones too.\nwith x as (select 1) select * from x", True),
        ("-- Takes the place of what a delivery said before.\ndelete from core.figure", True),
        ("-- All areas.\nselect 1", False),
        ("-- All areas.\n-- Ended ones too.\ncreate table core.area (code varchar)", False),
        ("select 1", False),
        ("--\nselect 1", False),
    ],
)
def test_a_wrong_first_line_is_found(sql, right):
    assert (first_line_fault(sql) == "") is right


def test_schemas_are_found_in_statements_but_not_in_comments_and_texts():
    sql = """-- from raw.delivery
    insert into warehouse.core.figure
    select * from stage.row as row join mart.cell as cell on row.x = cell.y
    where row.note = 'from raw.file'"""
    assert schemas_in(sql) == {"core", "stage", "mart"}
