"""Accounts of what was spent on active programmes: which rows are loaded, and which refuse the delivery."""

from pathlib import Path

import pytest

from tests.support.staging import accepted, refusals, stage_all
from tests.support.statbank import write

ROWS = """area,quarter,category,amount
101,2026-Q1,2,1500000
101,2026-Q1,7,0
101,2026-Q1,9,99
101,2026-Q2,2,1600000
147,2026-Q1,2,-1
147,2026-Q1,3,12.5
147,2026-Q1,4,
147,2026-Q1,5,a few
147,2026-Q1,6,7
147,2026-Q1,6,8
"""


def test_each_category_is_a_measure_and_wrong_amounts_go_to_quarantine(tmp_path: Path) -> None:
    [staged] = stage_all(write(tmp_path / "in", expenditure_csv=ROWS), "dk", tmp_path / "work")
    assert accepted(staged) == {
        ("expenditure_training", "all", "2026-Q1", "101"): 1_500_000,
        ("expenditure_start_up", "all", "2026-Q1", "101"): 0,
        ("expenditure_early_retirement", "all", "2026-Q1", "101"): 99,
        ("expenditure_training", "all", "2026-Q2", "101"): 1_600_000,
    }
    assert [str(fault).removeprefix("expenditure.csv, ") for fault in staged.quarantine] == [
        "row 6, column amount: must not be negative (negative number)",
        "row 7, column amount: must not be finer than the source states (number with too many decimals)",
        "row 8, column amount: must not be empty (empty)",
        "row 9, column amount: must be a number (text where a number was expected)",
        "row 10, column amount: contradicts another row (another figure for the same thing)",
        "row 11, column amount: contradicts another row (another figure for the same thing)",
    ]


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("2026-Q1,7,0", "2026-Q1,1,0", "column category"),
        ("101,2026-Q2", "nowhere,2026-Q2", "column area: unknown area"),
        ("amount\n", "spent\n", "column amount: this column is missing"),
    ],
)
def test_what_the_contract_does_not_know_refuses_the_delivery(
    tmp_path: Path, old: str, new: str, rule: str
) -> None:
    good = "".join(ROWS.splitlines(keepends=True)[:5])
    found = refusals(write(tmp_path / "in", expenditure_csv=good.replace(old, new)), "dk", tmp_path / "work")
    assert any(rule in fault for fault in found), found


def test_a_month_is_no_quarter(tmp_path: Path) -> None:
    rows = ROWS.splitlines(keepends=True)[:5]
    deliveries = write(tmp_path / "in", expenditure_csv="".join(rows).replace("2026-Q2", "2026-04"))
    [staged] = stage_all(deliveries, "dk", tmp_path / "work")
    assert [fault.rule for fault in staged.quarantine] == ["must be a period"]
