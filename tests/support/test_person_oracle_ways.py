"""The person oracle on ways out of benefits and into them, and on registrations: paths that a finger follows."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from indicators.catalogue import read_catalogue
from tests.support.person_oracle import Counting
from tests.support.person_oracle_drawing import ANNA, draw
from tests.support.person_oracle_every_measure import EVENTS, SPANS
from tests.support.person_oracle_figures import durations, full_time_persons, parts_of
from tests.support.person_oracle_measures import benefit_entries, benefit_exits
from tests.support.person_oracle_register import month_of

MAY, JUNE, JULY = (month_of(date(2024, month, 1)) for month in (5, 6, 7))
STATE = "valid_from | area\n2020-01-01 | A"
SPELL = "start_on | end_on\n2024-03-01 | 2024-05-11"


@pytest.mark.parametrize(
    ("granted_on", "way", "to_disability"),
    [
        ("2024-02-29", "other", 0),  # before the first day of the spell
        ("2024-03-01", "pension", 1),
        ("2024-06-30", "pension", 1),
        ("2024-07-01", "other", 0),
    ],
)
def test_a_pension_is_where_a_spell_leads_from_its_first_day_to_the_end_of_the_month_after(
    granted_on: str, way: str, to_disability: int
) -> None:
    register = draw(
        person_states=STATE, benefit_spells=SPELL, pensions=f"kind | granted_on\ndisability | {granted_on}"
    )
    assert [one.way for one in benefit_exits(register, ANNA)] == [way]
    assert len(EVENTS["exits_to_disability_pension"](register, ANNA)) == to_disability


def test_of_two_pensions_the_one_within_the_days_tells_the_kind() -> None:
    pensions = "kind | granted_on\ndisability | 2024-02-29\nold_age | 2024-06-01"
    register = draw(person_states=STATE, benefit_spells=SPELL, pensions=pensions)
    assert [one.way for one in benefit_exits(register, ANNA)] == ["pension"]
    assert not EVENTS["exits_to_disability_pension"](register, ANNA)


@pytest.mark.parametrize(
    ("tables", "way"),
    [
        ({}, "other"),
        ({"education_months": f"month | level\n{JUNE} | higher"}, "education"),
        ({"education_months": f"month | level\n{MAY} | higher\n{JULY} | higher"}, "other"),
        ({"education_months": f"month\n{JUNE}", "work_months": f"month | hours\n{JUNE} | 1"}, "work"),
        ({"education_months": f"month\n{JUNE}", "work_months": f"month | hours\n{JUNE} | 0"}, "education"),
    ],
)
def test_work_goes_before_education_where_an_exit_leads(tables: dict[str, str], way: str) -> None:
    register = draw(person_states=STATE, benefit_spells=SPELL, **tables)
    assert [one.way for one in benefit_exits(register, ANNA)] == [way]


@pytest.mark.parametrize(
    ("end", "start", "way"),
    [
        ("2024-04-01", "2024-04-14", "other_benefit"),  # 13 days off, as many as may be off the second
        ("2024-04-01", "2024-04-15", "work"),
        ("2024-06-01", "2024-04-15", "other_benefit"),
    ],
)
def test_another_benefit_is_where_an_entry_comes_from_after_so_many_days_off(
    end: str, start: str, way: str
) -> None:
    register = draw(
        benefit_spells=f"scheme | start_on | end_on\nfirst | 2024-03-01 | {end}\nsecond | {start} | 2024-08-01",
        work_months=f"month | hours\n{month_of(date(2024, 3, 1))} | 1",
    )
    assert [one.way for one in benefit_entries(register, ANNA)] == ["other", way]


def test_a_way_is_there_only_where_its_records_are_delivered() -> None:
    register = draw()
    known = {source: days for source, days in register.known.items() if source != "education_months"}
    without = Counting(replace(register, known=known), ("destination", "came_from"))
    assert without.categories("came_from") == ["work", "other_benefit", "other"]
    assert without.categories("destination") == ["work", "other_benefit", "pension", "left", "other"]
    assert "first.education" in Counting(register, ()).categories("scheme.destination")


@pytest.mark.parametrize(
    ("end_on", "ended_well"),
    [("2024-05-31", 1), ("2024-06-01", 0)],  # 31 May is the last day of May, as 31 January is of January
)
def test_a_registration_ends_well_within_four_months(end_on: str, ended_well: int) -> None:
    register = draw(
        registrations=f"start_on | end_on\n2024-01-31 | {end_on}", work_months=f"month | hours\n{JUNE} | 1"
    )
    assert len(EVENTS["registrations_ended"](register, ANNA)) == 1
    assert len(EVENTS["registrations_ended_well"](register, ANNA, months=4)) == ended_well


@pytest.mark.parametrize(
    ("end_on", "near", "long"),
    [("2024-04-10", 0, 0), ("2024-04-11", 1, 0), ("2024-05-10", 1, 0), ("2024-05-11", 1, 1), ("", 1, 1)],
)
def test_who_is_registered_on_the_day_itself_has_come_that_far(end_on: str, near: int, long: int) -> None:
    register = draw(registrations=f"start_on | end_on\n2023-05-10 | {end_on}")
    found = [
        EVENTS[measure](register, ANNA, months=12)
        for measure in ("registrations_near_long_term", "registrations_long_term")
    ]
    assert [[one.day for one in days] for days in found] == [
        [date(2024, 5, 10)] * near,
        [date(2024, 5, 10)] * long,
    ]


def test_a_spell_is_under_way_at_the_end_of_a_quarter_that_is_a_day_of_it() -> None:
    register = draw(
        person_states=STATE,
        benefit_spells="""
            start_on   | end_on
            2023-12-26 | 2024-03-25
            2024-04-02 | 2024-06-01
            2024-06-10 | 2024-07-01
        """,
    )
    found = durations(Counting(register, ("all",), ["quarter"]), "benefit_spells_under_way", "mean")
    days = (date(2024, 6, 30) - date(2023, 12, 26)).days + 1
    assert {slot.period: value for slot, value in found.items()} == {"2024-Q2": Fraction(days, 7)}


def test_all_days_of_a_month_count_that_ends_most_of_three_on_benefit() -> None:
    benefits = "scheme | start_on | end_on\nfirst | 2024-04-01 | {}\nthird | 2024-06-30 | 2024-07-01"
    for end, days in (("2024-06-12", 30), ("2024-06-11", 0)):  # 73 and 72 of 91 days, with the last one
        register = draw(benefit_spells=benefits.format(end))
        found = SPANS["very_long_term_months"](register, ANNA, months=3, least_percent=80)
        assert sum(day.month == 6 for day in found[""]) == days
        assert not any(day.month == 7 for day in found[""])


def test_a_benefit_counts_for_so_many_months_however_short() -> None:
    register = draw(
        benefit_spells="""
            scheme | start_on   | end_on
            first  | 2024-04-30 | 2024-05-01
            third  | 2024-06-01 | 2024-08-01
        """
    )
    found = SPANS["many_schemes_days"](register, ANNA, schemes=2, months=3)
    assert {scheme: {day.month for day in days} for scheme, days in found.items()} == {
        "first": set(),
        "third": {6},
    }


def test_days_on_several_have_the_degree_of_the_first() -> None:
    register = draw(
        person_states=STATE,
        benefit_spells="""
            scheme | start_on   | end_on     | degree
            third  | 2024-01-01 | 2024-02-01 | 100
            second | 2024-01-11 | 2024-01-21 | 50
            second | 2024-01-11 | 2024-01-31 | 40
        """,
    )
    found = full_time_persons(Counting(register, ("all",), ["month"]), "benefit_days_on_several")
    assert {slot.period: value for slot, value in found.items() if slot.area == "A"} == {
        "2024-01": Fraction(10 * 50 + 10 * 40, 100 * 31)
    }


@pytest.mark.parametrize(
    ("state", "is_open"),
    [
        ("A | 1980 | male", False),
        ("A | 1980 |", True),
        ("A | | male", True),
        (" | 1980 | male", True),
        ("N | 1980 | male", True),  # a region is no place that somebody lives in
        ("XX-NS | 1980 | male", True),
    ],
)
def test_what_a_state_leaves_open_is_not_stated(state: str, is_open: bool) -> None:
    register = draw(
        person_states=f"valid_from | area | birth_year | sex | origin\n2020-01-01 | {state} |",
        benefit_spells=SPELL,
    )
    found = SPANS["benefit_days_not_stated"](register, ANNA)
    assert bool(found["first"]) == is_open


def test_equal_figures_with_other_parameters_have_names_of_their_own() -> None:
    chosen = ("employed_3_months_after_exit", "employed_6_months_after_exit")
    found = parts_of(one for one in read_catalogue() if one.id in chosen)
    assert {indicator: [one.name for one in parts] for indicator, parts in found.items()} == {
        "employed_3_months_after_exit": ["exits_employed amount", "exits_followed_up amount"],
        "employed_6_months_after_exit": [
            "exits_employed amount of employed_6_months_after_exit",
            "exits_followed_up amount of employed_6_months_after_exit",
        ],
    }
