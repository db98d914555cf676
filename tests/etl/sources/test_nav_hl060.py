"""NAV's workbook: stacked blocks become figures, and what contradicts itself is refused."""

from pathlib import Path

import pytest

from etl.sources.nav_hl060.clean import flatten, read_rows
from tests.support.staging import accepted, refusals, stage_all
from tests.support.workbooks import (
    BLOCKS,
    COUNTIES,
    COUNTS,
    COUNTY_COUNTS,
    COUNTY_RATES,
    MINIATURE,
    MONTHS,
    RATES,
    Variant,
    write_hl060,
)

UNEMPLOYED, RATE = "registered_unemployed", "registered_unemployed_rate"
MUNICIPALITY_ROWS = sum(len(members) for county, members in BLOCKS.items() if county != "Ukjent")


def staged(folder: Path, variant: Variant):
    (folder / "in").mkdir()
    write_hl060(folder / "in" / "hl060.xlsx", variant)
    [found] = stage_all(folder / "in", "no", folder / "work")
    return found


def refused(folder: Path, variant: Variant) -> list[str]:
    (folder / "in").mkdir()
    write_hl060(folder / "in" / "hl060.xlsx", variant)
    return [fault.removeprefix("hl060.xlsx") for fault in refusals(folder / "in", "no", folder / "work")]


def test_the_committed_miniature_is_what_the_builder_writes(tmp_path):
    assert write_hl060(tmp_path / "again.xlsx").read_bytes() == MINIATURE.read_bytes()


def test_blocks_of_a_sheet_by_hand():
    rows = [
        ["", ""],
        ["Januar - oktober 2022", "Kommune¹"],
        ["Rogaland", ""],
        ["", "Januar", "Februar"],
        ["I alt Rogaland", "9", "8"],
        ["1144 Kvitsøy", "4", "*"],
        ["1151 Utsira", "", ""],
        [""],
        ["Oslo"],
        ["", "Mars"],
        ["0301 Oslo", "7"],
        ["¹ Kommuner slås sammen."],
    ]
    found = [
        (one.line, one.year, one.block, one.area, one.month, one.value) for one in flatten("f", "s", rows)
    ]
    assert found == [
        (5, "2022", "Rogaland", "I alt Rogaland", "Januar", "9"),
        (5, "2022", "Rogaland", "I alt Rogaland", "Februar", "8"),
        (6, "2022", "Rogaland", "1144 Kvitsøy", "Januar", "4"),
        (6, "2022", "Rogaland", "1144 Kvitsøy", "Februar", "*"),
        (7, "2022", "Rogaland", "1151 Utsira", "Januar", ""),
        (7, "2022", "Rogaland", "1151 Utsira", "Februar", ""),
        (11, "2022", "Oslo", "0301 Oslo", "Mars", "7"),
    ]


def test_every_figure_of_the_official_sheets_comes_once_and_no_other():
    rows = read_rows(MINIATURE, "hl060.xlsx")
    per_sheet = {
        sheet: sum(row["sheet"] == sheet for row in rows) for sheet in {row["sheet"] for row in rows}
    }
    county_rows, months = 1 + len(COUNTIES), len(MONTHS)
    assert per_sheet == {
        COUNTY_COUNTS: county_rows * months,
        COUNTY_RATES: county_rows * months,
        COUNTS: MUNICIPALITY_ROWS * months,
        RATES: MUNICIPALITY_ROWS * months,
    }


def test_rows_point_at_sheet_and_line():
    row = next(row for row in read_rows(MINIATURE, "hl060.xlsx") if row["area"] == "1103 Stavanger")
    assert row == {
        "file": f"hl060.xlsx, sheet {COUNTS}",
        "line": 17,
        "sheet": COUNTS,
        "year": "2022",
        "block": "Rogaland",
        "area": "1103 Stavanger",
        "month": "Januar",
        "value": "2140",
    }


def test_country_counties_municipalities_and_what_lies_outside(tmp_path):
    figures = accepted(staged(tmp_path, Variant()))
    january = {
        area: value
        for (measure, _, period, area), value in figures.items()
        if measure == UNEMPLOYED and period == "2022-01"
    }
    assert january == {
        "NO": 16369,
        "03": 12950,
        "11": 2335,
        "54": 1048,
        "NO-99": 27,
        "NO-UNKNOWN": 9,
        "0301": 12950,
        "1101": 188,
        "1103": 2140,
        "1144": 5,
        "1151": "suppressed",
        "5401": 905,
        "5442": 12,
        "5444": 131,
        "2100": 27,
    }


def test_a_star_is_hidden_and_never_a_number(tmp_path):
    figures = accepted(staged(tmp_path, Variant()))
    utsira = [value for (_, _, _, area), value in figures.items() if area == "1151"]
    svalbard_rates = [
        value for (measure, _, _, area), value in figures.items() if (measure, area) == (RATE, "2100")
    ]
    assert utsira == ["suppressed"] * 20
    assert svalbard_rates == ["suppressed"] * 10


def test_percentages_keep_their_decimal(tmp_path):
    figures = accepted(staged(tmp_path, Variant()))
    assert figures[RATE, "all", "2022-01", "1101"] == pytest.approx(2.5)
    assert figures[RATE, "all", "2022-10", "NO"] == pytest.approx(2)


@pytest.mark.parametrize("sheet", [COUNTY_COUNTS, COUNTY_RATES, COUNTS, RATES])
def test_a_missing_sheet(tmp_path, sheet):
    assert refused(tmp_path, Variant(without=sheet)) == [f": sheet '{sheet}' is missing"]


def test_a_subtotal_that_differs_from_the_county_sheet(tmp_path):
    cells = {
        (COUNTS, "I alt Rogaland", "Mars"): 1,
        (RATES, "I alt Oslo", "Juni"): "*",
        (COUNTS, "Ukjent", "Mai"): 3,
    }
    found = refused(tmp_path, Variant(cells))
    assert found == [
        f", sheet {COUNTS}, row 15, column Mars: this subtotal is not what sheet {COUNTY_COUNTS} says (I alt Rogaland)",
        f", sheet {COUNTS}, row 36, column Mai: this subtotal is not what sheet {COUNTY_COUNTS} says (Ukjent)",
        f", sheet {RATES}, row 10, column Juni: this subtotal is not what sheet {COUNTY_RATES} says (I alt Oslo)",
    ]


def test_a_title_without_a_year(tmp_path):
    found = refused(tmp_path, Variant(title="Januar til oktober"))
    assert len(found) == 4
    assert found[0] == f", sheet {COUNTY_COUNTS}: no title like 'Januar - oktober 2022' tells the year"


def test_a_sheet_without_months(tmp_path):
    found = refused(tmp_path, Variant(months=("jan.",)))
    assert found[0] == f", sheet {COUNTY_COUNTS}: no figures under names of months were found"


def test_a_column_that_is_no_month(tmp_path):
    months = (*MONTHS[:-1], "Gjennomsnitt")
    found = refused(tmp_path, Variant(months=months))
    assert found[0] == f', sheet {COUNTY_COUNTS}, row 9, column month: unknown value ("Gjennomsnitt")'


def test_unknown_numbers_and_names_of_areas(tmp_path):
    stranger = {"0999 Nyby": BLOCKS["Oslo"]["0301 Oslo"], "Gamleby": BLOCKS["Oslo"]["0301 Oslo"]}
    found = refused(tmp_path, Variant(blocks=dict(BLOCKS) | {"Oslo": stranger}))
    assert f', sheet {COUNTS}, row 11, column area: unknown area ("0999")' in found
    assert f', sheet {COUNTS}, row 12, column area: unknown area ("Gamleby")' in found


def test_a_number_of_another_generation_is_refused(tmp_path):
    later = dict(BLOCKS) | {"Oslo": {"5501 Tromsø": BLOCKS["Oslo"]["0301 Oslo"]}}
    found = refused(tmp_path, Variant(blocks=later))
    assert (
        found[0] == f', sheet {COUNTS}, row 11, column area: this area did not exist in the period ("5501")'
    )


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ("mangler", "must be a number (text where a number was expected)"),
        (None, "must not be empty (empty)"),
        (-4, "must not be negative (negative number)"),
        (2.5, "must not be finer than the source states (number with too many decimals)"),
    ],
)
def test_a_cell_that_is_no_figure_goes_to_quarantine(tmp_path, value, reason):
    found = staged(tmp_path, Variant({(COUNTS, "5444 Sør-Varanger", "April"): value}))
    assert [str(fault) for fault in found.quarantine] == [
        f"hl060.xlsx, sheet {COUNTS}, row 26, column value: {reason}"
    ]
