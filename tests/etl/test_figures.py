"""Ready counted figures: which rows are loaded, which go to quarantine, which refuse the delivery."""

from pathlib import Path

import pytest

from tests.support.staging import accepted, open_stage, refusals, stage_all
from tests.support.statbank import AUK01, auk01, folk1am, write

MEASURE = "social_assistance_recipients"


def judged(folder: Path, table: str) -> tuple[dict[str, object], list[str]]:
    """Of a drawn AUK01: figures by area and period, and what went to quarantine."""
    [staged] = stage_all(write(folder / "in", auk01_csv=auk01(table)), "dk", folder / "work")
    figures = {f"{area} {period}": value for (_, _, period, area), value in accepted(staged).items()}
    return figures, [str(fault).removeprefix("auk01.csv, ") for fault in staged.quarantine]


def refused(folder: Path, table: str) -> list[str]:
    found = refusals(write(folder / "in", auk01_csv=auk01(table)), "dk", folder / "work")
    return [fault.removeprefix("auk01.csv, ") for fault in found]


def test_levels_mixed_in_one_column_become_areas_by_code(tmp_path):
    figures, quarantine = judged(
        tmp_path,
        """
        area                    | quarter | value
        All Denmark             | 2007Q1  | 19206
        Region Hovedstaden      | 2007Q1  | 7000
        Province Byen København | 2007Q1  | 5000
        Copenhagen              | 2007Q1  | 4000
        Not stated municipality | 2007Q1  | 4
        Abroad                  | 2007Q1  | 0
        """,
    )
    assert quarantine == []
    assert figures == {
        "DK 2007-Q1": 19206,
        "1084 2007-Q1": 7000,
        "DK011 2007-Q1": 5000,
        "101 2007-Q1": 4000,
        "DK-NS 2007-Q1": 4,
        "DK-ABROAD 2007-Q1": 0,
    }


def test_women_and_men_are_categories_of_sex(tmp_path):
    table = """
        area  | quarter | sex   | value
        Samsø | 2024Q1  | Total | 9
        Samsø | 2024Q1  | Women | 5
        Samsø | 2024Q1  | Men   | 4
        """
    [staged] = stage_all(write(tmp_path / "in", auk01_csv=auk01(table)), "dk", tmp_path / "work")
    assert accepted(staged) == {
        (MEASURE, "all", "2024-Q1", "741"): 9,
        (MEASURE, "female", "2024-Q1", "741"): 5,
        (MEASURE, "male", "2024-Q1", "741"): 4,
    }
    with open_stage(staged) as connection:
        splits = connection.execute(
            "select distinct breakdown, category from stage.accepted order by all"
        ).fetchall()
    assert splits == [("all", "all"), ("sex", "female"), ("sex", "male")]


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ("", "must not be empty (empty)"),
        (" ", "must not be empty (empty)"),
        ("..", "must be a number (text where a number was expected)"),
        ("1,5", "must be a number (text where a number was expected)"),
        ("12 345", "must be a number (text where a number was expected)"),
        ("1e3", "must be a number (text where a number was expected)"),
        ("nan", "must be a number (text where a number was expected)"),
        ("123456789012345", "must be a number (text where a number was expected)"),
        ("-3", "must not be negative (negative number)"),
        ("1.234", "must not be finer than the source states (number with too many decimals)"),
    ],
)
def test_a_value_that_is_no_count_goes_to_quarantine(tmp_path, value, reason):
    figures, quarantine = judged(
        tmp_path,
        f"""
        area  | quarter | value
        Samsø | 2024Q1  | 9
        Fanø  | 2024Q1  | {value}
        """,
    )
    assert figures == {"741 2024-Q1": 9}
    assert quarantine == [f"row 3, column INDHOLD: {reason}"]


@pytest.mark.parametrize("value", ["7", "007", "7.0", " 7"])
def test_a_number_may_be_written_in_several_ways(tmp_path, value):
    figures, quarantine = judged(tmp_path, f"area | quarter | value\nSamsø | 2024Q1 | {value}")
    assert (figures, quarantine) == ({"741 2024-Q1": 7}, [])


@pytest.mark.parametrize("period", ["2024Q5", "2024K1", "2024", "2024M01", "0000Q1", "next year"])
def test_what_is_no_quarter_goes_to_quarantine(tmp_path, period):
    figures, quarantine = judged(
        tmp_path,
        f"""
        area  | quarter  | value
        Samsø | 2024Q1   | 9
        Samsø | {period} | 8
        """,
    )
    assert figures == {"741 2024-Q1": 9}
    assert quarantine == ["row 3, column TID: must be a period (text where a period was expected)"]


def test_a_repeated_row_counts_once_and_contradicting_rows_not_at_all(tmp_path):
    figures, quarantine = judged(
        tmp_path,
        """
        area      | quarter | value
        Samsø     | 2024Q1  | 9
        Samsø     | 2024Q1  | 9
        Fanø      | 2024Q1  | 5
        Fanø      | 2024Q1  | 6
        Fanø      | 2024Q1  | 5
        Fanø      | 2024Q2  | 5
        Christiansø | 2024Q1 | ..
        Christiansø | 2024Q1 | 1
        """,
    )
    another = "(another figure for the same thing)"
    assert figures == {"741 2024-Q1": 9, "563 2024-Q2": 5, "411 2024-Q1": 1}
    assert quarantine == [
        "row 3, column INDHOLD: repeats another row (the same figure again)",
        f"row 4, column INDHOLD: contradicts another row {another}",
        f"row 5, column INDHOLD: contradicts another row {another}",
        f"row 6, column INDHOLD: contradicts another row {another}",
        "row 8, column INDHOLD: must be a number (text where a number was expected)",
    ]


def test_two_files_of_one_delivery_are_one_table(tmp_path):
    one = auk01("area | quarter | value\nSamsø | 2024Q1 | 9")
    two = auk01("area | quarter | value\nSamsø | 2024Q1 | 9\nFanø | 2024Q1 | 5")
    [staged] = stage_all(write(tmp_path / "in", a_auk01_csv=one, b_auk01_csv=two), "dk", tmp_path / "work")
    assert len(accepted(staged)) == 2
    assert [fault.file for fault in staged.quarantine] == ["b_auk01.csv"]


def test_an_unknown_area_refuses_once_per_name(tmp_path):
    assert refused(
        tmp_path,
        """
        area     | quarter | value
        Samsø    | 2024Q1  | 9
        Atlantis | 2024Q1  | 1
        Atlantis | 2024Q2  | 2
        Nowhere  | 2024Q9  | 2
                 | 2024Q1  | 2
        """,
    ) == [
        'row 3, column OMRÅDE: unknown area ("Atlantis")',
        'row 5, column OMRÅDE: unknown area ("Nowhere")',
        "row 6, column OMRÅDE: unknown area (nothing stands there)",
    ]


def test_an_area_outside_its_time_refuses(tmp_path):
    assert refused(
        tmp_path,
        """
        area               | quarter | value
        Region Hovedstaden | 2026Q4  | 9
        Region Hovedstaden | 2027Q1  | 9
        """,
    ) == ['row 3, column OMRÅDE: this area did not exist in the period ("Region Hovedstaden")']


@pytest.mark.parametrize(
    ("column", "heading", "value"),
    [
        ("benefit", "YDELSESTYPE", "Early retirement"),
        ("sex", "KØN", "Other"),
        ("age", "ALDER", "16-24 years"),
    ],
)
def test_a_new_code_refuses(tmp_path, column, heading, value):
    found = refused(tmp_path, f"area | quarter | {column} | value\nSamsø | 2024Q1 | {value} | 9")
    assert found == [f'row 2, column {heading}: unknown value ("{value}")']


def test_an_empty_code_refuses(tmp_path):
    found = refused(tmp_path, "area | quarter | sex | value\nSamsø | 2024Q1 |  | 9")
    assert found == ["row 2, column KØN: unknown value (nothing stands there)"]


def test_faults_of_all_files_of_a_delivery_are_told(tmp_path):
    files = write(tmp_path / "in", a_auk01_csv=AUK01.replace(";TID", "") + "\n", b_auk01_csv=b"\xff")
    write(files, c_auk01_csv=AUK01 + "\nSamsø;x\n")
    assert [fault.split(",")[0] for fault in refusals(files, "dk", tmp_path / "work")] == [
        "a_auk01.csv",
        "c_auk01.csv",
    ]


def test_months_are_read_where_the_table_has_months(tmp_path):
    table = "area | month | value\nSamsø | 2021M10 | 3650\nSamsø | 2021Q4 | 3651"
    [staged] = stage_all(write(tmp_path / "in", folk1am_csv=folk1am(table)), "dk", tmp_path / "work")
    assert accepted(staged) == {("population", "all", "2021-10", "741"): 3650}
    assert len(staged.quarantine) == 1


def sums(folder: Path, table: str) -> list[tuple[object, ...]]:
    """Sums of a drawn AUK01 that are off: area, place of the sum in the contract, and by how much too far."""
    [staged] = stage_all(write(folder / "in", auk01_csv=auk01(table)), "dk", folder / "work")
    with open_stage(staged) as connection:
        return connection.execute(
            "select area, place, excess from stage.sum_of_parts where excess > 0 order by all"
        ).fetchall()


@pytest.mark.parametrize(("total", "off"), [(97, []), (103, []), (96, [("DK", 0, 1)]), (104, [("DK", 0, 1)])])
def test_regions_make_up_the_country_within_the_stated_rounding(tmp_path, total, off):
    table = f"""
        area               | quarter | value
        All Denmark        | 2024Q1  | {total}
        Region Hovedstaden | 2024Q1  | 60
        Region Sjælland    | 2024Q1  | 30
        Abroad             | 2024Q1  | 10
        """
    # With residual areas alone there is nothing to compare: places 1 and 2 of the contract ask for 10 and no more.
    assert [row for row in sums(tmp_path, table) if row[1] == 0] == off


def test_areas_that_should_have_a_figure_and_have_none(tmp_path):
    [staged] = stage_all(
        write(tmp_path / "in", auk01_csv=auk01("area | quarter | value\nSamsø | 2024Q1 | 9")),
        "dk",
        tmp_path / "work",
    )
    with open_stage(staged) as connection:
        rows = connection.execute(
            "select delivered, count(*) from stage.expected_area group by delivered order by delivered"
        ).fetchall()
    # The country, 5 regions, 11 provinces and 98 municipalities of 2024.
    assert rows == [(False, 1 + 5 + 11 + 98 - 1), (True, 1)]
