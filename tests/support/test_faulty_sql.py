"""Faults made for SQL that is drawn here: each kind where it must be, and nothing twice."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.support.faulty_sql import KINDS, KINDS_OF_FIGURES, Fault, Kind, faults_in
from tests.support.sql_words import read_statement


def faults(tmp_path: Path, sql: str, kinds: Mapping[str, Kind] = KINDS_OF_FIGURES) -> list[Fault]:
    file = tmp_path / "drawn.sql"
    file.write_text(sql, encoding="utf-8")
    return faults_in(file, kinds)


def made(tmp_path: Path, kind: str, sql: str) -> list[str]:
    """What the faults of a kind make of a line, spaces aside."""
    return [" ".join(fault.sql.split()) for fault in faults(tmp_path, sql) if fault.kind == kind]


def test_comments_are_no_words_and_brackets_and_cases_are_deeper():
    words = read_statement("-- where\nselect f(a.b), case when x <= 'on and' then $y end").words
    assert [(word.text, word.depth) for word in words] == [
        *(("select", 0), ("f", 0), ("(", 0), ("a.b", 1), (")", 0), (",", 0), ("case", 0), ("when", 1)),
        *(("x", 1), ("<=", 1), ("'on and'", 1), ("then", 1), ("$y", 1), ("end", 0)),
    ]


@pytest.mark.parametrize(
    ("kind", "sql", "expected"),
    [
        (
            "join",
            "select 1 from a inner join b on a.x = b.x and a.y = b.y",
            [
                "select 1 from a left join b on a.x = b.x and a.y = b.y",
                "select 1 from a inner join b on true and a.y = b.y",
                "select 1 from a inner join b on a.x = b.x and true",
            ],
        ),
        ("join", "select 1 from a left join b on true", ["select 1 from a inner join b on true"]),
        ("join", "select 1 from a full join b on true", ["select 1 from a left join b on true"]),
        ("bound", "select x - 1 from a", ["select x from a"]),
        ("bound", "select 12 * x + 1 * y from a", []),
        ("bound", "select x ->> '$.y', x -> 0 from a", []),
        ("bound", "select 1 from a where x < y", ["select 1 from a where x <= y"]),
        (
            "bound",
            "select 1 from a where x between y and z",
            ["select 1 from a where x between 1 + y and z", "select 1 from a where x between y and -1 + z"],
        ),
        ("bound", "select least(x, y) from a", ["select greatest(x, y) from a"]),
        ("distinct", "select distinct x from a", ["select x from a"]),
        ("distinct", "from a union from b", ["from a union all from b"]),
        ("distinct", "from a union all by name from b", ["from a union by name from b"]),
        (
            "window",
            "select sum(x) over (partition by y, z order by t) from a",
            [
                "select sum(x) over (partition by z order by t) from a",
                "select sum(x) over (partition by y order by t) from a",
                "select sum(x) over (partition by y, z order by t desc) from a",
            ],
        ),
        (
            "window",
            "select sum(x) over w from a window w as (rows between unbounded preceding and current row)",
            [
                "select sum(x) over w from a window w as ()",
                "select sum(x) over w from a window w as (rows between unbounded preceding and 1 preceding)",
            ],
        ),
        ("window", "select lag(x) over () from a", ["select lead(x) over () from a"]),
        (
            "filter",
            "select 1 from a where x and (y or z)",
            [
                "select 1 from a where true and (y or z)",
                "select 1 from a where x and true",
                "select 1 from a where x and (false or z)",
                "select 1 from a where x and (y or false)",
            ],
        ),
        ("filter", "select 1 from a where $x = y", ["select 1 from a where ($x = y or true)"]),
        (
            "filter",
            "select case when x then 1 else 0 end from a",
            [
                "select case when true then 1 else 0 end from a",
                "select case when false then 1 else 0 end from a",
            ],
        ),
        ("filter", "select count(*) filter (where x) from a", ["select count(*) filter (where true) from a"]),
        ("filter", "from a qualify row_number() over () = 1", ["from a"]),
        (
            "grid",
            "with slot as (from a) from slot left join b on x",
            ["with slot as (from a) from slot inner join b on x"],
        ),
        ("grid", "from a cross join b as c", ["from a cross join (select * from b limit 1) as c"]),
        ("grid", "select $last_month", ["select ($last_month - 1)"]),
        ("null", "select coalesce(f(x, y), 0)", ["select f(x, y)"]),
        ("null", "select x is null", ["select x is not null"]),
        ("null", "select lead(x, 1, 9) over ()", ["select lead(x) over ()"]),
        ("sum", "select -x * 2 // y from a", ["select -x / 2 // y from a", "select -x * 2 / y from a"]),
        (
            "sum",
            "select sum(x) + abs(y)",
            ["select max(x) + abs(y)", "select sum(x) - abs(y)", "select sum(x) + (y)"],
        ),
        ("sum", "select a.*, count(*), x - 1", ["select a.*, count(*), x + 1"]),
        (
            "logic",
            "select x or bool_and(y) and z between 1 and 2",
            [
                "select x and bool_and(y) and z between 1 and 2",
                "select x or bool_or(y) and z between 1 and 2",
                "select x or bool_and(y) or z between 1 and 2",
            ],
        ),
    ],
)
def test_a_fault_of_each_kind(tmp_path: Path, kind: str, sql: str, expected: list[str]) -> None:
    assert sorted(made(tmp_path, kind, sql)) == sorted(expected)


def test_every_kind_is_drawn_above():
    [mark] = test_a_fault_of_each_kind.pytestmark
    assert {kind for kind, *_ in mark.args[1]} == set(KINDS_OF_FIGURES)


def test_a_fault_is_called_by_its_lines_and_equal_ones_are_told_apart(tmp_path: Path) -> None:
    found = faults(
        tmp_path, "-- One.\nselect\n    x - 1\nfrom a\nunion all\nselect\n    x - 1\nfrom b\n", KINDS
    )
    assert [(fault.kind, fault.line, fault.name) for fault in found] == [
        ("bound", 3, "x - 1 → x"),
        ("distinct", 5, "union all → union"),
        ("bound", 7, "x - 1 → x (2)"),
    ]


def test_a_condition_that_is_always_so_cannot_be_dropped(tmp_path: Path) -> None:
    [fault] = faults(tmp_path, "select 1 from a inner join b on true")
    assert fault.name.endswith("→ select 1 from a left join b on true")
