"""Totals that an owner publishes: each is understood, or the delivery is refused with its row and the rule."""

from pathlib import Path

from tests.support.records import covering, records
from tests.support.staging import open_stage, refusals, stage_all
from tests.support.statbank import write

HEADER = "indicator | breakdown | category | period_kind | period | area | value | rounded_to | within"
GOOD = [
    "recipients      | all        | all             | quarter      | 2024-Q1 | 1084 | 1200   | 100 |",
    "recipients      |            |                 | year         | 2023    | DK  | 1200.5 |     | 0.5",
    "benefit_entries | scheme.sex | unemployment_benefit.female | rolling_year | 2024-03 | 101 | 30 | | 0",
]


def delivery(folder: Path, *rows: str) -> Path:
    return write(folder, official_totals_csv=records("\n".join([HEADER, *rows])))


def test_totals_are_read_with_how_far_the_truth_may_be(tmp_path: Path) -> None:
    [staged] = stage_all(delivery(tmp_path / "in", *GOOD), "dk", tmp_path / "work", covering())
    with open_stage(staged) as connection:
        found = connection.execute(
            "select breakdown, category, period_kind, area, total, within from stage.accepted order by line"
        ).fetchall()
    assert [(*row[:4], float(row[4]), float(row[5])) for row in found] == [
        ("all", "all", "quarter", "1084", 1200, 50),
        ("all", "all", "year", "DK", 1200.5, 0.5),
        ("scheme.sex", "unemployment_benefit.female", "rolling_year", "101", 30, 0),
    ]


def test_whatever_is_not_understood_refuses_the_delivery_with_its_row(tmp_path: Path) -> None:
    [fault] = refusals(
        delivery(tmp_path / "a", GOOD[0], "nobody | all | all | year | 2023 | DK | 20 | 1 |"),
        "dk",
        tmp_path / "work-a",
        covering(),
    )
    assert fault == 'official_totals.csv, row 3, column indicator: unknown value ("nobody")'
    rows = [
        GOOD[0],
        "recipients | sex | ladies | year    | 2023    | DK   | 20  | 1 |",
        "recipients | all | all    | quarter | 2023-09 | DK   | 20  | 1 |",
        "recipients | all | all    | year    | 2025    | DK   | 20  | 1 |",
        "recipients | all | all    | year    | 2023    | ZZ   | 20  | 1 |",
        "recipients | all | all    | year    | 2003    | 1084 | 20  | 1 |",
        "recipients | all | all    | year    | 2022    | DK   | -20 | 1 |",
        "recipients | all | all    | year    | 2021    | DK   | 20  | 1 | 1",
        "recipients | all | all    | year    | 2020    | DK   | 20  | 0 |",
        "recipients | all | all    | year    | 2019    | DK   | 20  |   | some",
        "recipients |     |        | quarter | 2024-Q1 | 1084  | 999 | 1 |",
    ]
    found = refusals(delivery(tmp_path / "b", *rows), "dk", tmp_path / "work-b", covering())
    assert [fault.removeprefix("official_totals.csv, ") for fault in found] == [
        'row 3, column category: unknown category of its breakdown ("sex ladies")',
        "row 4, column period: must be a period of its kind",
        "row 5, column period: must not lie after the days that the delivery covers",
        'row 6, column area: unknown area ("ZZ")',
        'row 7, column area: this area did not exist in the period ("1084")',
        "row 8, column value: must be a number, not below 0",
        "row 9, column rounded_to: either this or within must be told",
        "row 10, column rounded_to: must be a number above 0",
        "row 11, column within: must be a number, not below 0",
        "row 12, column value: is told of twice",
    ]
