"""Sanctions, applications, calls and what is broken off in the person oracle, on short paths."""

from datetime import date
from fractions import Fraction

import pytest

from tests.support.person_oracle import Counting
from tests.support.person_oracle_drawing import ANNA, draw
from tests.support.person_oracle_figures import persons, survival_median
from tests.support.person_oracle_measures import Followed, first_interviews_due
from tests.support.person_oracle_register import month_of
from tests.support.person_oracle_rights import (
    activities_broken_off,
    applications_decided,
    complaints_changed,
    complaints_decided,
    decisions_due,
    decisions_in_time,
    first_interviews_called,
    first_interviews_exempt,
    interviews_called,
    interviews_missed,
    passive_days,
    planned_activities_ended,
    programme_days,
)


def test_a_sanction_counts_who_is_on_that_benefit_in_the_period() -> None:
    register = draw(
        person_states="valid_from | valid_to | area\n2020-01-01 | 2024-02-01 | A\n2024-02-01 | | C",
        benefit_spells="""
            scheme | start_on   | end_on
            first  | 2024-01-01 | 2024-01-02
            third  | 2024-02-01 | 2024-02-02
        """,
        sanctions="scheme | decided_on\nfirst | 2024-03-31",
    )
    found = persons(Counting(register, ("all", "scheme")), "sanction_days", "benefit_days")
    assert {
        (slot.category, slot.area) for slot in found if slot.period == "2024-Q1" and slot.area in "AC"
    } == {
        ("all", "C"),
        ("first", "A"),
    }
    assert not any(slot.period_kind == "month" for slot in found)


@pytest.mark.parametrize(
    ("told", "due", "in_time"),
    [
        ("first | 2024-04-01 | 2024-04-15 | granted", 1, 1),
        ("first | 2024-04-01 | 2024-04-16 | granted", 1, 0),
        ("second | 2024-04-01 | 2024-04-29 | refused", 1, 1),
        ("first | 2024-04-01 | 2024-04-15 | withdrawn", 0, 0),
        ("first | 2024-04-01 | 2024-04-16 | withdrawn", 1, 0),
        ("first | 2024-04-01 | |", 1, 0),
        ("third | 2024-04-01 | 2024-04-01 | granted", 0, 0),  # of no limit
        ("first | | 2024-04-01 | refused", 0, 0),
        ("first | 2023-12-31 | 2024-01-10 | granted", 0, 0),
        ("first | 2024-01-01 | 2024-01-10 | granted", 1, 1),
        ("first | 2024-12-17 | 2024-12-31 | granted", 1, 1),
        ("first | 2024-12-18 | 2024-12-31 | granted", 0, 0),  # due on 1 January
    ],
)
def test_a_decision_is_due_on_the_day_that_the_limit_numbers(told: str, due: int, in_time: int) -> None:
    register = draw(
        applications=f"scheme | complete_on | decided_on | outcome | applied_on\n{told} | 2023-12-01"
    )
    assert len(decisions_due(register, ANNA)) == due
    assert len(decisions_in_time(register, ANNA)) == in_time


def test_the_wait_for_a_decision_has_both_its_days() -> None:
    register = draw(
        applications="""
            applied_on | complete_on | decided_on | outcome
            2024-01-01 | 2024-01-10  | 2024-01-10 | granted
            2024-01-02 | 2024-01-10  | 2024-02-09 | refused
            2024-01-03 | 2024-01-10  | 2024-02-09 | withdrawn
            2024-01-04 |             | 2024-02-09 | refused
            2024-01-05 | 2024-01-10  |            |
        """
    )
    assert [(one.days, one.last) for one in applications_decided(register, ANNA)] == [
        (1, date(2024, 1, 10)),
        (31, date(2024, 2, 9)),
    ]


def test_complaints_count_when_they_are_decided() -> None:
    register = draw(
        sanctions="""
            decided_on | complaint_decided_on | complaint_outcome
            2023-01-01 | 2024-03-01           | changed
            2024-01-01 | 2024-03-01           | upheld
            2024-01-01 |                      |
        """
    )
    assert [one.day for one in complaints_decided(register, ANNA)] == [date(2024, 3, 1)] * 2
    assert len(complaints_changed(register, ANNA)) == 1


def test_an_exempted_first_talk_is_called_all_the_same() -> None:
    register = draw(
        cases="case_id | opened_on | closed_on\n1 | 2024-02-01 | 2024-03-01",
        case_events="""
            kind    | due_on     | exempt
            contact | 2024-02-10 |
            contact | 2024-02-10 | yes
            contact | 2024-02-05 |
        """.replace("2024-02-05 |", "2024-02-15 |"),
    )
    assert [one.day for one in first_interviews_called(register, ANNA)] == [date(2024, 2, 10)]
    assert len(first_interviews_exempt(register, ANNA)) == 1
    assert not first_interviews_due(register, ANNA)


def test_who_is_told_to_be_absent_has_missed_the_talk() -> None:
    register = draw(
        case_events="""
            kind    | due_on     | exempt | attendance
            contact | 2024-02-10 |        | absent
            contact | 2024-02-10 |        | absent
            contact | 2024-02-11 | yes    | absent
            contact | 2024-02-12 |        | excused
            contact | 2024-02-13 |        |
            contact |            |        | absent
            plan    | 2024-02-14 |        | absent
            contact | 2024-12-31 |        | attended
            contact | 2025-01-01 |        | absent
        """
    )
    assert [one.day.day for one in interviews_called(register, ANNA)] == [10, 10, 12, 31, 1]
    assert len(interviews_missed(register, ANNA)) == 3


@pytest.mark.parametrize(
    ("told", "hours", "ended", "broken_off"),
    [
        ("2024-05-31 | 2024-06-01", {}, 1, 1),
        ("2024-06-01 | 2024-06-01", {}, 1, 0),
        ("2024-06-02 | 2024-06-01", {}, 1, 0),
        ("2024-06-01 |", {}, 0, 0),
        (" | 2024-06-01", {}, 0, 0),
        ("2024-06-01 | 2024-07-01", {5: 1}, 1, 0),  # the last day is in May
        ("2024-06-01 | 2024-07-01", {6: 1}, 1, 0),
        ("2024-06-01 | 2024-07-01", {6: 0, 4: 1, 7: 1}, 1, 1),
        ("2024-12-01 | 2024-12-02", {}, 1, 1),
        ("2024-12-02 | 2024-12-03", {}, 0, 0),  # work in January is not known
    ],
)
def test_what_ends_before_the_agreed_day_without_work_is_broken_off(
    told: str, hours: dict[int, int], ended: int, broken_off: int
) -> None:
    work = "\n".join(f"{month_of(date(2024, month, 1))} | {paid}" for month, paid in hours.items())
    register = draw(
        activities=f"end_on | planned_end_on | start_on\n{told} | 2024-04-01",
        work_months=f"month | hours\n{work}",
    )
    assert len(planned_activities_ended(register, ANNA)) == ended
    assert len(activities_broken_off(register, ANNA)) == broken_off


def test_guidance_is_no_measure() -> None:
    register = draw(
        activities="""
            kind           | start_on   | end_on
            guidance       | 2024-04-01 | 2024-04-05
            training       | 2024-04-02 | 2024-04-04
            work_placement | 2024-04-03 | 2024-04-05
        """
    )
    assert {day.day for day in programme_days(register, ANNA)[""]} == {2, 3, 4}


def test_a_day_of_activity_makes_twelve_months_active() -> None:
    register = draw(
        benefit_spells="start_on | end_on | degree\n2022-12-31 | 2024-07-01 | 50",
        activities="kind | start_on | end_on\nguidance | 2023-03-31 | 2023-04-01",
    )
    assert {month_of(day) for day in passive_days(register, ANNA)["first"]} == {
        month_of(date(2024, month, 1)) for month in (3, 4, 5, 6)
    }


@pytest.mark.parametrize(
    ("lengths", "weeks"),
    [
        ("7 14+ 14+", "None"),  # two thirds wait, and nobody is followed for 21 days
        ("7 21+ 14+", "22/7"),
        ("7 22 22", "22/7"),
        ("7 21 22", "3"),
        ("7 7 22+", "1"),
        ("21+", "22/7"),
        ("20+", "None"),
        ("", "None"),
    ],
)
def test_a_median_that_is_longer_is_a_day_longer(lengths: str, weeks: str) -> None:
    spells = [
        Followed("first", date(2024, 1, 1), int(one.strip("+")), not one.endswith("+"))
        for one in lengths.split()
    ]
    found: Fraction | None = survival_median(spells, 21)
    assert str(found) == weeks
