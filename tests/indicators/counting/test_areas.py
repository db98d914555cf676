"""Where the people of a base area count when areas end, begin and change groups."""

from datetime import date

from indicators.counting.areas import AFTER_ALL, BEFORE_ALL, Member, Part, Places, base_areas
from tests.indicators.counting.register import Register, month
from tests.support.worlds import Member as InGroup
from tests.support.worlds import Place, Step

YEAR = range(month("2024-01"), month("2025-01"))
REFORM = date(2024, 7, 1)
EVE = date(2024, 6, 30)
BEFORE, SINCE, DECEMBER = month("2024-06"), month("2024-07"), month("2024-12")


def country(*places: Place, members: tuple[InGroup, ...] = (), steps: tuple[Step, ...] = ()):
    return Register((), {}, places=(Place("XX", "country"), *places), members=members, steps=steps).country


def test_a_month_is_of_the_areas_that_stand_on_its_last_day():
    there = country(
        Place("A", "municipality", date(2024, 3, 31), date(2024, 5, 30)),
        Place("R", "region"),
        members=(InGroup("R", "A", date(2024, 4, 1), date(2024, 4, 30)),),
    )
    assert set(Places(there, DECEMBER).members("A")) == {
        Member("XX", "A", BEFORE_ALL, AFTER_ALL),
        Member("A", "A", BEFORE_ALL, month("2024-02"), stands=False),
        Member("A", "A", month("2024-03"), month("2024-04")),
        Member("A", "A", month("2024-05"), AFTER_ALL, stands=False),
        Member("R", "A", month("2024-04"), month("2024-04")),
    }


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


def where(there, base: str, last_month: int = DECEMBER) -> dict[str, list[tuple[int, int, bool]]]:
    """Where people count, the country aside: from when to when, and whether the area has figures of its own then."""
    found: dict[str, list[tuple[int, int, bool]]] = {}
    for one in Places(there, last_month).members(base):
        if one.area != "XX":
            found.setdefault(one.area, []).append(one[2:])
    return found


def merger(*places: Place, members: tuple[InGroup, ...] = (), steps: tuple[Step, ...] = ()):
    """A and B become NEW, all in the region R."""
    return country(
        *(Place(code, "municipality", None, EVE) for code in "AB"),
        *(Place("NEW", "municipality", REFORM), Place("R", "region"), *places),
        members=(
            InGroup("R", "A", None, EVE),
            InGroup("R", "B", None, EVE),
            InGroup("R", "NEW", REFORM),
            *members,
        ),
        steps=(Step("A", "NEW", REFORM), Step("B", "NEW", REFORM), *steps),
    )


def test_people_of_a_merged_area_count_in_both_before_and_in_the_new_one_alone_after():
    assert where(merger(), "A") == {
        "A": [(BEFORE_ALL, BEFORE, True)],
        "NEW": [(BEFORE_ALL, AFTER_ALL, True)],
        "R": [(BEFORE_ALL, AFTER_ALL, True)],
    }


def test_who_is_named_in_the_new_area_before_its_time_counts_in_it_and_in_the_groups_of_all_before_it():
    there = merger(Place("O", "office"), members=(InGroup("O", "A", None, EVE),))
    assert where(there, "NEW") == {
        "NEW": [(BEFORE_ALL, AFTER_ALL, True)],
        "R": [(BEFORE_ALL, AFTER_ALL, True)],
    }


def test_an_area_that_does_not_stand_by_the_last_month_has_no_past_yet():
    assert where(merger(), "A", BEFORE).keys() == {"A", "R", "NEW"}
    assert where(merger(), "A", BEFORE)["NEW"] == [(SINCE, AFTER_ALL, True)]
    assert list(Places(merger(), BEFORE).pasts()) == []
    assert list(Places(merger(), SINCE).pasts()) == [("NEW", BEFORE_ALL, BEFORE)]


def test_of_a_split_nobody_knows_who_was_where():
    there = country(
        Place("OLD", "municipality", None, EVE),
        *(Place(code, "municipality", REFORM) for code in "AB"),
        Place("R", "region"),
        members=(InGroup("R", "OLD", None, EVE), InGroup("R", "A", REFORM), InGroup("R", "B", REFORM)),
        steps=(Step("OLD", "A", REFORM), Step("OLD", "B", REFORM)),
    )
    assert where(there, "OLD") == {
        "OLD": [(BEFORE_ALL, BEFORE, True), (SINCE, AFTER_ALL, False)],
        "R": [(BEFORE_ALL, BEFORE, True)],
    }
    assert where(there, "A") == {
        "A": [(BEFORE_ALL, BEFORE, False), (SINCE, AFTER_ALL, True)],
        "R": [(SINCE, AFTER_ALL, True)],
    }


def test_an_area_that_takes_in_another_keeps_its_own_past():
    there = country(
        *(Place("A", "municipality", date(2024, 2, 1)), Place("B", "municipality", None, EVE)),
        *(Place("R", "region"), Place("S", "region")),
        members=(InGroup("R", "A", date(2024, 2, 1)), InGroup("S", "B", None, EVE)),
        steps=(Step("B", "A", REFORM),),
    )
    assert list(Places(there, DECEMBER).pasts()) == []
    assert where(there, "B") == {
        "B": [(BEFORE_ALL, BEFORE, True)],
        "S": [(BEFORE_ALL, BEFORE, True)],
        "A": [(SINCE, AFTER_ALL, True)],
        "R": [(SINCE, AFTER_ALL, True)],
    }


def test_people_of_an_area_that_stood_for_a_month_count_in_it_in_that_month():
    there = country(
        *(Place("A", "municipality", date(2024, 6, 1), EVE), Place("B", "municipality", REFORM)),
        steps=(Step("A", "B", REFORM),),
    )
    assert where(there, "A")["A"] == [(BEFORE_ALL, month("2024-05"), False), (BEFORE, BEFORE, True)]


def test_a_past_reaches_back_to_where_those_before_became_what_they_were():
    there = merger(
        *(
            Place("TAKEN", "municipality", None, date(2024, 2, 29)),
            Place("NEXT", "municipality", date(2024, 10, 1)),
        ),
        steps=(Step("TAKEN", "B", date(2024, 3, 1)), Step("NEW", "NEXT", date(2024, 10, 1))),
    )
    assert [*Places(there, DECEMBER).pasts()] == [
        ("NEW", month("2024-03"), BEFORE),
        ("NEXT", month("2024-03"), month("2024-09")),
    ]
    assert where(there, "A")["NEXT"][0] == (month("2024-03"), month("2024-09"), True)
    assert where(there, "TAKEN")["NEXT"][0] == (month("2024-03"), month("2024-09"), True)


def test_a_merged_group_has_its_past_too():
    there = country(
        *(Place(code, "municipality") for code in "AB"),
        *(Place("R", "region", None, EVE), Place("S", "region", None, EVE), Place("RS", "region", REFORM)),
        members=(
            *(InGroup("R", "A", None, EVE), InGroup("S", "B", None, EVE)),
            *(InGroup("RS", "A", REFORM), InGroup("RS", "B", REFORM)),
        ),
        steps=(Step("R", "RS", REFORM), Step("S", "RS", REFORM)),
    )
    assert where(there, "A") == {
        "A": [(BEFORE_ALL, AFTER_ALL, True)],
        "R": [(BEFORE_ALL, BEFORE, True)],
        "RS": [(BEFORE_ALL, AFTER_ALL, True)],
    }
    assert Part("R", "RS", BEFORE_ALL, BEFORE) in set(Places(there, DECEMBER).parts())


def test_an_area_is_a_part_of_what_it_went_into_before_and_after():
    parts = set(
        Places(merger(Place("O", "office"), members=(InGroup("O", "A", None, EVE),)), DECEMBER).parts()
    )
    assert {part for part in parts if part.area == "A"} == {
        Part("A", "XX", BEFORE_ALL, AFTER_ALL),
        Part("A", "NEW", BEFORE_ALL, AFTER_ALL),
        Part("A", "R", BEFORE_ALL, AFTER_ALL),
    }
    assert {part for part in parts if part.area == "NEW"} == {
        Part("NEW", "XX", BEFORE_ALL, AFTER_ALL),
        Part("NEW", "R", BEFORE_ALL, AFTER_ALL),
    }


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
    for code in ("OLD", "NEW"):
        groups = {area: [times[:2] for times in found] for area, found in where(there, code).items()}
        assert groups | {"OLD": [], "NEW": []} == {
            "OLD": [],
            "NEW": [],
            "R": [(BEFORE_ALL, AFTER_ALL)],
            "S": [(month("2024-02"), month("2024-09"))],
            "T": [(SINCE, AFTER_ALL)],
        }
