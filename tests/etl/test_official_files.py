"""The official files of two statistics offices, against what their readers know of them."""

from collections import Counter

import pytest

from etl.deliveries import find_deliveries
from etl.source import read_sources
from tests.repository.tree import ROOT
from tests.support.staging import accepted, open_stage, stage_all
from warehouse.country_files import read_country

PUBLISHED = ROOT.parent / "shared" / "data" / "published"

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not PUBLISHED.is_dir(), reason="the official files are not beside the checkout"),
]


@pytest.fixture(scope="module")
def denmark(tmp_path_factory: pytest.TempPathFactory) -> dict[str, object]:
    staged = stage_all(PUBLISHED / "dst_denmark", "dk", tmp_path_factory.mktemp("dk"))
    return {one.delivery.source.name: one for one in staged}


@pytest.fixture(scope="module")
def norway(tmp_path_factory: pytest.TempPathFactory):
    [staged] = stage_all(PUBLISHED / "nav_norway", "no", tmp_path_factory.mktemp("no"))
    return staged


def sums_that_are_off(staged) -> int:
    with open_stage(staged) as connection:
        return connection.execute("select count(*) from stage.sum_of_parts where excess > 0").fetchall()[0][0]


def missing_areas(staged) -> int:
    with open_stage(staged) as connection:
        return connection.execute("select count(*) from stage.expected_area where not delivered").fetchall()[
            0
        ][0]


def test_files_that_no_source_claims():
    danish = find_deliveries(PUBLISHED / "dst_denmark", read_sources())
    assert {path.name for path in danish.unclaimed} == {
        "README.md",
        "auk01_tidy.csv",
        "factor_employment_per_1000.csv",
        "factor_population.csv",
        "factor_unemployment_pct.csv",
        "factor_welfare_per_1000.csv",
        "folk1a_population_annual.csv",
    }
    norwegian = find_deliveries(PUBLISHED / "nav_norway", read_sources())
    assert [len(delivery.files) for delivery in norwegian.deliveries] == [1]


@pytest.mark.parametrize(
    ("source", "rows"), [("dst_auk01", 8892), ("dst_folk1am", 105 * 53), ("dst_lbesk69", 117 * 71)]
)
def test_every_danish_row_is_a_figure(denmark, source, rows):
    assert len(accepted(denmark[source])) == rows
    assert denmark[source].quarantine == []


@pytest.mark.parametrize("source", ["dst_auk01", "dst_folk1am", "dst_lbesk69"])
def test_danish_tables_are_complete_and_add_up_within_what_the_contract_allows(denmark, source):
    assert sums_that_are_off(denmark[source]) == 0
    assert missing_areas(denmark[source]) == 0


def test_recipients_in_the_country_are_as_published(denmark):
    figures = accepted(denmark["dst_auk01"])
    country = {period: value for (_, _, period, area), value in figures.items() if area == "DK"}
    told = {"2007-Q1": 19206, "2012-Q1": 20385, "2017-Q1": 23159, "2021-Q1": 17732, "2025-Q4": 9168}
    assert {period: country[period] for period in told} == told
    assert len(country) == 76


def test_the_workbook_holds_all_municipalities_and_hides_what_it_hid(norway):
    assert norway.quarantine == []
    levels = {code: area.level for code, area in read_country("no").areas.items()}
    cells: Counter[tuple[str, bool]] = Counter()
    for (measure, _, _, area), value in accepted(norway).items():
        if levels[area] == "municipality" or area == "2100":
            cells[measure, value == "suppressed"] += 1
    assert cells == {
        ("registered_unemployed", False): 3570 - 144,
        ("registered_unemployed", True): 144,
        ("registered_unemployed_rate", False): 3570 - 154,
        ("registered_unemployed_rate", True): 154,
    }


def test_no_visible_count_of_the_workbook_is_below_four(norway):
    counts = [
        value
        for (measure, *_), value in accepted(norway).items()
        if measure == "registered_unemployed" and value != "suppressed"
    ]
    assert min(counts) == 4


def test_unemployed_in_the_country_are_as_published(norway):
    figures = accepted(norway)
    assert figures["registered_unemployed", "all", "2022-01", "NO"] == 74143
    assert figures["registered_unemployed", "all", "2022-10", "NO"] == 45406


def test_counties_make_up_the_country_and_municipalities_their_counties(norway):
    assert sums_that_are_off(norway) == 0
    assert missing_areas(norway) == 0
    with open_stage(norway) as connection:
        compared = dict(
            connection.execute("select place, count(*) from stage.sum_of_parts group by place").fetchall()
        )
    assert compared == {0: 10, 1: 110}
