"""Exits and entries where the country delivers no records of what they may lead to or come from."""

from dataclasses import replace

import pytest

from indicators.catalogue import MEASURES, read_catalogue
from indicators.counting import countable
from indicators.derived import write_derived
from indicators.measure import read_measures
from tests.support.drafts import draft_of, lenient
from tests.support.person_oracle_corners import corners
from tests.support.person_oracle_loading import count_register
from tests.support.worlds import empty_warehouse

CATALOGUE = {indicator.id: indicator for indicator in read_catalogue()}
MEASURED = read_measures(MEASURES)
WAYS = ("work_months", "education_months", "pensions")


@pytest.mark.parametrize(
    ("missing", "destinations", "came_from"),
    [
        (
            (),
            {"work", "education", "other_benefit", "pension", "left", "other"},
            {"work", "education", "other_benefit", "other"},
        ),
        (
            ("pensions",),
            {"work", "education", "other_benefit", "left", "other"},
            {"work", "education", "other_benefit", "other"},
        ),
        (WAYS, {"other_benefit", "left", "other"}, {"other_benefit", "other"}),
    ],
)
@pytest.mark.slow
def test_what_is_not_delivered_is_no_way_out_or_in_and_the_others_are_the_whole(
    missing: tuple[str, ...], destinations: set[str], came_from: set[str]
) -> None:
    register = corners()
    told = replace(
        register,
        known={source: days for source, days in register.known.items() if source not in missing},
        rows={source: () if source in missing else rows for source, rows in register.rows.items()},
    )
    wanted = [CATALOGUE[one] for one in ("benefit_exits", "benefit_entries")]
    with empty_warehouse() as connection:
        found = count_register(connection, told, wanted)
        assert countable(connection, MEASURED["benefit_exits"])
        assert countable(connection, MEASURED["exits_to_work"]) == ("work_months" not in missing)
    for figure, breakdown, expected in (
        ("benefit_exits amount", "destination", destinations),
        ("benefit_entries amount", "came_from", came_from),
    ):
        cells = found[figure]
        whole = {slot: value for slot, value in cells.items() if slot.breakdown == "all"}
        parts = [slot for slot in cells if slot.breakdown == breakdown]
        assert {slot.category for slot in parts} == expected
        for slot, value in whole.items():
            alike = [cells[one] for one in parts if one[2:] == slot[2:]]
            assert sum(part or 0 for part in alike) == value


@pytest.mark.slow
def test_where_need_is_not_assessed_nothing_is_told_by_need_and_all_else_is() -> None:
    register = corners()
    told = replace(
        register,
        known={source: days for source, days in register.known.items() if source != "need_assessments"},
        rows={**register.rows, "need_assessments": ()},
    )
    wanted = [
        CATALOGUE[one] for one in ("activation_degree", "activation_degree_by_need", "service_gap_by_need")
    ]
    with empty_warehouse() as connection:
        draft_of(connection, told, lenient(2, 4), 7, wanted)
        write_derived(connection)
        assert not countable(connection, MEASURED["benefit_days_assessed"])
        shown = connection.execute("select distinct indicator from portal.cell").fetchall()
        defined = connection.execute("select indicator from portal.indicator").fetchall()
    assert shown == [("activation_degree",)]
    assert defined == [("activation_degree",)]
