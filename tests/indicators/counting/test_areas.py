"""Where the people of a base area count when areas end, begin and change groups."""

from datetime import date

from indicators.counting.areas import AFTER_ALL, BEFORE_ALL, Member, area_members, base_areas
from tests.indicators.counting.register import Register, month
from tests.support.worlds import Member as InGroup
from tests.support.worlds import Place, Step

YEAR = range(month("2024-01"), month("2025-01"))
REFORM = date(2024, 7, 1)
EVE = date(2024, 6, 30)
BEFORE, SINCE = month("2024-06"), month("2024-07")


def country(*places: Place, members: tuple[InGroup, ...] = (), steps: tuple[Step, ...] = ()):
    return Register((), {}, places=(Place("XX", "country"), *places), members=members, steps=steps).country


def test_a_month_is_of_the_areas_that_stand_on_its_last_day():
    there = country(
        Place("A", "municipality", date(2024, 3, 31), date(2024, 5, 30)),
        Place("R", "region"),
        members=(InGroup("R", "A", date(2024, 4, 1), date(2024, 4, 30)),),
    )
    assert list(area_members(there, "A")) == [
        Member("XX", "A", BEFORE_ALL, AFTER_ALL),
        Member("A", "A", BEFORE_ALL, month("2024-02"), stands=False),
        Member("A", "A", month("2024-03"), month("2024-04")),
        Member("A", "A", month("2024-05"), AFTER_ALL, stands=False),
        Member("R", "A", month("2024-04"), month("2024-04")),
    ]


def test_people_may_be_in_areas_that_stand_and_in_those_that_are_named():
    there = country(
        Place("A", "municipality"),
        Place("PAST", "municipality", None, date(2023, 12, 30)),
        Place("NAMED", "municipality", None, date(2023, 12, 30)),
        Place("LAST", "municipality", None, date(2024, 1, 31)),
        Place("NEXT", "municipality", date(2025, 1, 1)),
        Place("R", "region"),
        Place("NS", "elsewhere"),
        Place("ABROAD", "elsewhere"),
    )
    assert base_areas(there, YEAR, {"NS", "NAMED", "R"}) == ["A", "NAMED", "LAST", "NS"]


def groups(there, base: str) -> dict[str, tuple[int, int]]:
    return {one.area: one[2:4] for one in area_members(there, base) if one.area not in {"XX", base}}


def test_a_renumbered_area_was_in_the_groups_of_the_one_before_it():
    there = country(
        Place("OLD", "municipality", None, EVE),
        Place("NEW", "municipality", REFORM),
        *(Place(code, "region") for code in "RST"),
        members=(
            *(InGroup("R", "OLD", None, EVE), InGroup("R", "NEW", REFORM)),
            *(InGroup("S", "OLD", date(2024, 2, 1), EVE), InGroup("S", "NEW", REFORM, date(2024, 9, 30))),
            InGroup("T", "NEW", REFORM),
        ),
        steps=(Step("OLD", "NEW", REFORM),),
    )
    assert groups(there, "NEW") == {
        "R": (BEFORE_ALL, AFTER_ALL),
        "S": (month("2024-02"), month("2024-09")),
        "T": (SINCE, AFTER_ALL),
    }


def test_a_group_whose_people_now_count_elsewhere_has_no_figures_before_that():
    there = country(
        *(Place(code, "municipality") for code in "AB"),
        Place("OLD", "municipality", None, EVE),
        Place("R", "region"),
        members=(InGroup("R", "A"), InGroup("R", "OLD", None, EVE)),
        steps=(Step("OLD", "B", REFORM),),
    )
    assert groups(there, "A") == {"R": (SINCE, AFTER_ALL)}


def test_of_a_split_nobody_knows_who_was_where():
    there = country(
        Place("OLD", "municipality", None, EVE),
        *(Place(code, "municipality", REFORM) for code in "AB"),
        Place("R", "region"),
        members=(InGroup("R", "OLD", None, EVE), InGroup("R", "A", REFORM), InGroup("R", "B", REFORM)),
        steps=(Step("OLD", "A", REFORM), Step("OLD", "B", REFORM)),
    )
    assert groups(there, "OLD") == {"R": (BEFORE_ALL, BEFORE)}
    assert groups(there, "A") == {"R": (SINCE, AFTER_ALL)}
