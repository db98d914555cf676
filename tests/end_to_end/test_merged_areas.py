"""Two municipalities become one and a third is split between two deliveries: every figure worked out by hand."""

from datetime import date

import pytest

from tests.support.small_homes import FIRST_HALF, SECOND_HALF, SmallHome, tiny_country
from tests.support.worlds import Member, Place, Step

pytestmark = pytest.mark.slow  # loads and computes homes

MERGED_ON, SPLIT_ON = date(2024, 7, 1), date(2024, 10, 1)
EVE_OF_MERGER, EVE_OF_SPLIT = date(2024, 6, 30), date(2024, 9, 30)
BEFORE = tiny_country()
AFTER = tiny_country(
    [
        *(Place(code, "municipality", None, EVE_OF_MERGER) for code in "AB"),
        Place("C", "municipality", None, EVE_OF_SPLIT),
        Place("M", "municipality", MERGED_ON),
        *(Place(code, "municipality", SPLIT_ON) for code in ("C1", "C2")),
    ],
    [
        *(Member("N", code, None, EVE_OF_MERGER) for code in "AB"),
        *(Member("N", "M", MERGED_ON), Member("S", "C", None, EVE_OF_SPLIT)),
        *(Member("S", code, SPLIT_ON) for code in ("C1", "C2")),
    ],
    [
        *(Step(code, "M", MERGED_ON) for code in "AB"),
        *(Step("C", code, SPLIT_ON) for code in ("C1", "C2")),
    ],
)
STATES = """
    person | valid_from | valid_to   | area | birth_year
    1      | 2020-01-01 |            | A    | 1980
    2      | 2020-01-01 | 2024-04-01 | A    | 1980
    2      | 2024-04-01 |            | C    | 1980
    3      | 2020-01-01 |            | B    | 1980
    4      | 2020-01-01 |            | C    | 1980
    """
LATER_STATES = """
    person | valid_from | valid_to   | area | birth_year
    1      | 2020-01-01 | 2024-07-01 | A    | 1980
    1      | 2024-07-01 |            | M    | 1980
    5      | 2024-08-01 |            | M    | 1980
    6      | 2024-10-01 |            | C1   | 1980
    """
"""Nothing new is said of where persons 3 and 4 live: they still bear the codes of areas that have ended."""

SPELLS = """
    person | scheme | start_on   | last_day   | degree
    1      | first  | 2024-01-01 |            | 100
    2      | first  | 2024-01-01 |            | 100
    3      | first  | 2024-03-05 |            | 100
    4      | first  | 2024-03-01 |            | 100
    """
LATER_SPELLS = """
    person | scheme | start_on   | last_day   | degree
    3      | first  | 2024-03-05 | 2024-09-14 | 100
    5      | first  | 2024-08-05 |            | 100
    6      | first  | 2024-10-01 |            | 100
    """
MONTHS = ("2024-02", "2024-05", "2024-06", "2024-07", "2024-08", "2024-10", "2024-12")


@pytest.fixture(scope="module")
def homes(tmp_path_factory: pytest.TempPathFactory) -> tuple[SmallHome, SmallHome, dict[str, dict[str, str]]]:
    """A home that lived through the merger, one that knew of it all along, and what the first one said before."""
    lived, knowing = (SmallHome(tmp_path_factory.mktemp(name)) for name in ("lived", "knowing"))
    lived.load(BEFORE, FIRST_HALF, person_states=STATES, benefit_spells=SPELLS)
    lived.compute()
    told = lived.monthly("recipients", MONTHS)
    knowing.load(AFTER, FIRST_HALF, person_states=STATES, benefit_spells=SPELLS)
    for home in (lived, knowing):
        home.load(AFTER, SECOND_HALF, person_states=LATER_STATES, benefit_spells=LATER_SPELLS)
        home.compute()
    return lived, knowing, told


def test_an_ended_area_keeps_its_figures_and_the_new_one_has_their_sum(homes):
    lived, _, told = homes
    assert {area: found for area, found in told.items() if area in "ABC"} == {
        "A": {"2024-02": "2", "2024-05": "1", "2024-06": "1"},
        "B": {"2024-02": "0", "2024-05": "1", "2024-06": "1"},
        "C": {"2024-02": "0", "2024-05": "2", "2024-06": "2"},
    }
    now = lived.monthly("recipients", MONTHS)
    assert {area: now[area] for area in "AB"} == {area: told[area] for area in "AB"}
    assert now["M"] == {
        "2024-02": "2 before",
        "2024-05": "2 before",
        "2024-06": "2 before",
        "2024-07": "2",
        "2024-08": "3",
        "2024-10": "2",
        "2024-12": "2",
    }


def test_after_a_split_series_start_anew_and_who_still_bears_the_old_code_counts_under_it(homes):
    now = homes[0].monthly("recipients", MONTHS)
    assert now["C"] == {
        "2024-02": "0",
        **dict.fromkeys(["2024-05", "2024-06", "2024-07", "2024-08", "2024-10", "2024-12"], "2"),
    }
    assert now["C1"] == {"2024-10": "1 anew", "2024-12": "1"}
    assert now["C2"] == {"2024-10": "0 anew", "2024-12": "0"}


def test_nobody_is_lost_to_the_regions_or_the_country(homes):
    now = homes[0].monthly("recipients", MONTHS)
    assert now["N"] == dict(zip(MONTHS, "2222322", strict=True))
    assert now["S"] == dict(zip(MONTHS, "0222211", strict=True))
    assert now["XX"] == dict(zip(MONTHS, "2444555", strict=True))


def test_a_longer_period_counts_its_people_where_its_end_puts_them(homes):
    found = {
        area: homes[0].cells().get(("recipients", "all", "all", kind, period, area))
        for area, kind, period in (("M", "quarter", "2024-Q3"), ("A", "quarter", "2024-Q3"))
    }
    assert found == {"M": ("3", "value", "rounded"), "A": None}
    year = {
        area: cell[0]
        for (name, breakdown, _, kind, _, area), cell in homes[0].cells().items()
        if (name, breakdown, kind) == ("recipients", "all", "year")
    }
    assert {area: value for area, value in year.items() if value != "0"} == dict(
        zip(("M", "C", "C1", "N", "S", "XX"), "321316", strict=True)
    )


def test_events_and_durations_of_the_past_come_along(homes):
    cells = homes[0].cells()
    entries = ("benefit_entries", "all", "all", "month", "2024-03")
    assert {area: cells[*entries, area][0] for area in ("A", "B", "M", "N", "XX")} == dict(
        zip(("A", "B", "M", "N", "XX"), "01112", strict=True)
    )
    assert cells[*entries, "M"][2] == "predecessors,rounded"
    lengths = ("completed_duration_median", "all", "all", "quarter", "2024-Q3")
    # 194 days are 27.7 weeks.
    assert [cells[*lengths, area][0] for area in ("M", "N", "XX")] == ["28", "28", "28"]
    assert (*lengths, "B") not in cells


def test_it_does_not_matter_when_a_home_learnt_of_it(homes):
    lived, knowing, _ = homes
    assert lived.cells() == knowing.cells()
