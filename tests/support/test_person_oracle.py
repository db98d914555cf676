"""The person oracle on paths short enough to be followed with a finger."""

from datetime import date
from fractions import Fraction

import pytest

from tests.support.person_oracle import Counting
from tests.support.person_oracle_drawing import ANNA, draw
from tests.support.person_oracle_figures import (
    Found,
    durations,
    events,
    full_time_persons,
    median,
    persons,
    survival,
)
from tests.support.person_oracle_follow_up import exits_employed, exits_followed_up
from tests.support.person_oracle_measures import (
    Followed,
    benefit_entries,
    benefit_exits,
    first_interviews_due,
    first_interviews_in_time,
)
from tests.support.person_oracle_people import benefit_spells, state_in
from tests.support.person_oracle_register import month_of


def told(found: Found, category: str = "all") -> dict[str, str]:
    """The figures of a category that are not 0: {area and period: figure}."""
    return {
        f"{slot.area} {slot.period}{'*' * (slot.period_kind == 'rolling_year')}": str(value)
        for slot, value in found.items()
        if slot.category == category
    }


STATE = "valid_from | area\n2020-01-01 | A"


def test_who_moves_counts_where_last_seen_on_benefit() -> None:
    register = draw(
        person_states="""
            valid_from | valid_to   | area
            2020-01-01 | 2024-02-15 | A
            2024-02-15 |            | C
        """,
        benefit_spells="""
            start_on   | end_on
            2024-01-31 | 2024-02-02
        """,
    )
    counted = told(persons(Counting(register, ("all",)), "benefit_days"))
    wanted = {"A 2024-01", "N 2024-01", "C 2024-02", "S 2024-02"}
    wanted |= {"C 2024-Q1", "S 2024-Q1", "C 2024", "S 2024", "C 2024-12*", "S 2024-12*"}
    country = {f"XX {period}" for period in ("2024-01", "2024-02", "2024-Q1", "2024", "2024-12*")}
    assert counted == dict.fromkeys(wanted | country, "1")


def test_each_scheme_has_its_own_last_month() -> None:
    register = draw(
        person_states="""
            valid_from | valid_to   | area
            2020-01-01 | 2024-02-01 | A
            2024-02-01 |            | C
        """,
        benefit_spells="""
            scheme | start_on   | end_on
            first  | 2024-01-01 | 2024-01-02
            third | 2024-02-01 | 2024-02-02
        """,
    )
    counting = Counting(register, ("all", "scheme"))
    quarter = {
        (slot.category, slot.area)
        for slot, value in persons(counting, "benefit_days").items()
        if value and slot.period == "2024-Q1" and slot.area in "AC"
    }
    assert quarter == {("first", "A"), ("third", "C"), ("all", "C")}


def test_regions_are_those_of_the_last_day() -> None:
    register = draw(
        person_states="valid_from | area\n2020-01-01 | B",
        benefit_spells="start_on | end_on\n2024-04-01 | 2024-04-02",
    )
    counted = told(persons(Counting(register, ("all",)), "benefit_days"))
    assert {key for key in counted if key[0] in "NS"} == {"N 2024-04", "S 2024-Q2", "S 2024", "S 2024-12*"}


@pytest.mark.parametrize(
    ("states", "month", "state"),
    [
        ("valid_from | area\n2024-03-31 | A", date(2024, 3, 1), "A female 40-49 native"),
        (
            "valid_from | valid_to | area\n2020-01-01 | 2024-03-02 | A",
            date(2024, 3, 1),
            "A female 40-49 native",
        ),
        (
            "valid_from | valid_to | area\n2020-01-01 | 2024-03-01 | A",
            date(2024, 3, 1),
            "XX-NS" + 3 * " not_stated",
        ),
        ("valid_from | area | birth_year\n2020-01-01 | A | ", date(2024, 3, 1), "A female not_stated native"),
        (
            "valid_from | area | sex | origin\n2020-01-01 | | |",
            date(2024, 3, 1),
            "XX-NS not_stated 40-49 not_stated",
        ),
        ("valid_from | area | birth_year\n2020-01-01 | A | 1958", date(2024, 12, 1), "A female 60-66 native"),
        ("valid_from | area | birth_year\n2020-01-01 | A | 1957", date(2024, 1, 1), ""),
        ("valid_from | area | birth_year\n2020-01-01 | A | 2009", date(2024, 12, 1), ""),
        ("valid_from | area | birth_year\n2020-01-01 | A | 2008", date(2024, 1, 1), "A female 16-24 native"),
    ],
)
def test_state_of_a_month_is_the_last_one_known_in_it(states: str, month: date, state: str) -> None:
    assert " ".join(state_in(draw(person_states=states), ANNA, month_of(month)) or ()) == state


def test_full_time_persons_are_days_times_degree() -> None:
    register = draw(
        person_states=STATE,
        benefit_spells="""
            scheme | start_on   | end_on     | degree
            third | 2024-01-01 | 2024-01-11 | 50
            third | 2024-01-06 | 2024-01-08 | 100
            first  | 2024-01-10 | 2024-01-12 | 20
        """,
    )
    counting = Counting(register, ("all",))
    naive, resolved = (
        told(full_time_persons(counting, measure)) for measure in ("benefit_days", "benefit_days_resolved")
    )
    assert naive["A 2024-01"] == str(Fraction(8 * 50 + 2 * 100 + 2 * 20, 100 * 31))
    assert resolved["A 2024-01"] == str(Fraction(7 * 50 + 2 * 100 + 2 * 20, 100 * 31))
    assert naive["A 2024"] == str(Fraction(640, 100 * 366))


def test_a_break_of_the_gap_days_ends_no_spell() -> None:
    register = draw(
        benefit_spells="""
            scheme | start_on   | end_on
            first  | 2024-03-01 | 2024-04-01
            first  | 2024-04-29 | 2024-05-01
            first  | 2024-05-30 | 2024-06-01
            third | 2024-03-01 | 2024-04-01
            third | 2024-04-01 | 2024-05-01
            third | 2024-05-02 |
        """
    )
    spells = [f"{one.scheme} {one.start} {one.end}" for one in benefit_spells(register, ANNA)]
    assert spells == [
        *("first 2024-03-01 2024-05-01", "first 2024-05-30 2024-06-01"),
        *("third 2024-03-01 2024-05-01", "third 2024-05-02 None"),
    ]


@pytest.mark.parametrize(
    ("start", "end", "entries", "exits"),
    [
        ("2024-01-29", "2024-12-04", 0, 0),  # 28 days are known before and after: a break might be hidden
        ("2024-01-30", "2024-12-03", 1, 1),
    ],
)
def test_entries_and_exits_need_known_days_around(start: str, end: str, entries: int, exits: int) -> None:
    register = draw(benefit_spells=f"start_on | end_on\n{start} | {end}")
    assert len(benefit_entries(register, ANNA)) == entries
    assert len(benefit_exits(register, ANNA)) == exits


def test_work_is_looked_for_in_the_sixth_month_after_the_last_day() -> None:
    register = draw(
        benefit_spells="""
            scheme | start_on   | end_on
            third | 2024-01-05 | 2024-02-01
            third | 2024-03-01 | 2024-04-01
            third | 2024-05-01 | 2024-08-01
        """,
        work_months=f"""
            month                         | hours
            {month_of(date(2024, 7, 1))}  | 1
            {month_of(date(2024, 9, 1))}  | 0
            {month_of(date(2024, 12, 1))} | 9
        """,
    )
    assert [one.day.month for one in exits_followed_up(register, ANNA, follow_up_months=6)] == [
        1,
        3,
    ]  # July's is in January 2025
    assert [one.day.month for one in exits_employed(register, ANNA, follow_up_months=6)] == [1]


@pytest.mark.parametrize(
    ("talks", "due", "in_time"),
    [
        ("due_on | happened_on\n2024-02-10 | 2024-02-10", 1, 1),
        ("due_on | happened_on\n2024-02-10 | 2024-02-11", 1, 0),
        ("due_on | happened_on\n2024-02-10 |", 1, 0),
        ("due_on | happened_on\n | 2024-02-01", 0, 0),
        ("due_on | happened_on\n2024-03-01 | 2024-02-01", 0, 0),  # the case was closed on that day
        ("due_on | happened_on\n2024-02-10 |\n2024-02-20 | 2024-02-20", 1, 0),
        ("due_on | happened_on | exempt\n2024-02-10 | 2024-02-10 | yes", 0, 0),
    ],
)
def test_the_first_talk_is_the_one_due_first(talks: str, due: int, in_time: int) -> None:
    case = "case_id | opened_on | closed_on\n1 | 2024-02-01 | 2024-03-01"
    contacts = "\n".join(
        f"{line} | {'contact' if row else 'kind'}" for row, line in enumerate(talks.split("\n"))
    )
    register = draw(cases=case, case_events=contacts)
    assert len(first_interviews_due(register, ANNA)) == due
    assert len(first_interviews_in_time(register, ANNA)) == in_time


def test_who_has_a_plan_counts_where_the_open_case_puts_them() -> None:
    register = draw(
        person_states="""
            valid_from | valid_to   | area
            2020-01-01 | 2024-03-01 | A
            2024-03-01 |            | C
        """,
        cases="""
            case_id | opened_on  | closed_on
            1       | 2024-01-10 | 2024-02-10
            2       | 2024-03-01 | 2024-03-02
        """,
        case_events="""
            case_id | kind | happened_on
            1       | plan | 2024-02-09
            2       | plan | 2024-03-02
        """,
    )
    counting = Counting(register, ("all",))
    above = told(persons(counting, "open_cases_with_plan", "open_cases"))
    wanted = {"A 2024-02", "C 2024-Q1", "C 2024", "C 2024-12*"}
    assert {key for key in above if key[0] in "AC"} == wanted


def test_a_whole_length_counts_at_its_last_day() -> None:
    register = draw(
        person_states=STATE,
        benefit_spells="start_on | end_on\n2023-12-30 | 2024-01-13\n2024-06-01 | 2024-06-08",
    )
    counting = Counting(register, ("all",))
    means = told(durations(counting, "benefit_spells", "mean"))
    assert (means["A 2024-01"], means["A 2024-06"], means["A 2024"]) == ("2", "1", "3/2")
    assert told(events(counting, "benefit_entries")).keys() >= {"A 2024-06"}
    assert "A 2023-12" not in told(events(counting, "benefit_entries"))


def test_the_median_lies_between_the_two_in_the_middle() -> None:
    assert median([Fraction(9), Fraction(1), Fraction(2)]) == 2
    assert median([Fraction(9), Fraction(1), Fraction(2), Fraction(3)]) == Fraction(5, 2)
    assert median([]) is None


@pytest.mark.parametrize(
    ("lengths", "at_days", "share"),
    [
        ("10 20+ 30 40+", 35, "3/8"),  # 3 of 4 go on after 10, 1 of 2 after 30
        ("10 20+ 30 40+", 30, "3/8"),
        ("10 20+ 30 40+", 29, "3/4"),
        ("10 20+ 30 40+", 41, "None"),  # nobody was followed for so long
        ("10 20", 30, "0"),
        ("10+ 10", 30, "None"),
        ("5+ 10", 30, "0"),
        ("10 10 30+", 30, "1/3"),
        ("", 30, "None"),
    ],
)
def test_survival_keeps_who_is_still_there(lengths: str, at_days: int, share: str) -> None:
    spells = [
        Followed("first", date(2024, 1, 1), int(one.strip("+")), not one.endswith("+"))
        for one in lengths.split()
    ]
    assert str(survival(spells, at_days)) == share


def test_there_is_a_figure_for_every_area_period_and_category() -> None:
    grid = Counting(draw(), ("all", "sex", "sex.age")).grid()
    areas, months, longer = 7, 12, 4 + 1 + 1
    assert len(grid) == areas * ((months + longer) * (1 + 3) + longer * 3 * 7)
