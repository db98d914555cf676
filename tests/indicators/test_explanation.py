"""What a release tells of how a figure came about."""

import pytest

from indicators.asking import find_cell
from indicators.catalogue import indicator_from_json
from indicators.explanation import Explanation, explain, origin
from tests.support.denmark import RECIPIENTS
from warehouse.homes import Home
from warehouse.reading import Portal
from warehouse.releases import current_release

RATE = "social_assistance_per_1000"


@pytest.fixture(scope="module")
def portal(split_denmark: Home) -> Portal:
    return Portal(current_release(split_denmark.releases).file)


def explained(portal: Portal, *words: str, **more: str) -> Explanation:
    return explain(portal, find_cell(portal, *words, **more))


def test_the_measures_stand_with_what_is_counted_of_them(portal: Portal) -> None:
    ways = {
        one.id: [counted.way for counted in origin(portal, one).measures]
        for one in map(indicator_from_json, portal.definitions)
    }
    assert ways == {
        RATE: ["delivered", "delivered"],
        RECIPIENTS: ["delivered"],
        "population": ["delivered"],
        "recipients": ["persons"],
        "activation_degree": ["days", "days"],
        "gender_gap_in_work_after_exit": ["days", "days"],  # of the two that it is the difference of
    }


def test_only_what_is_counted_of_persons_is_protected(portal: Portal) -> None:
    assert explained(portal, "recipients", "DK", "2025-Q1").origin.protection == portal.country.protection
    assert explained(portal, RATE, "DK", "2025-Q1").origin.protection is None


def test_the_very_sql_and_the_deliveries_of_its_sources_stand_there(portal: Portal) -> None:
    of = explained(portal, RATE, "DK", "2025-Q1").origin
    assert [one.sql for one in of.measures] == [portal.measures[RECIPIENTS], portal.measures["population"]]
    told = {load.delivery.source: [(file.file, file.sha256) for file in load.files] for load in of.loads}
    assert told == {
        "dst_auk01": [("dst_auk01.csv", "0" * 64)],
        "dst_folk1am": [("dst_folk1am.csv", "0" * 64)],
    }
    alone = explained(portal, "population", "DK", "2025-03").origin
    assert [load.delivery.source for load in alone.loads] == ["dst_folk1am"]


def test_an_area_stands_with_what_belongs_to_it_on_the_last_day_of_the_window(portal: Portal) -> None:
    """Labour market council areas ended with 2024; employment councils began with 2025."""
    before, after = (explained(portal, RECIPIENTS, "851", period) for period in ("2024-Q4", "2025-Q1"))
    assert [group.code for group in before.groups] == ["1081", "DK050", "RAR-NOJ"]
    assert [group.code for group in after.groups] == ["1081", "DK050", "RBR-1081"]
    region = explained(portal, "recipients", "1081", "2025-Q1")
    assert "851" in {area.code for area in region.members}
    assert {area.level for area in region.members} == {"municipality"}
    assert len(explained(portal, "recipients", "DK", "2025-Q1").members) == 98
