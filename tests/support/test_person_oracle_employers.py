"""What the oracle counts of employers, on records short enough to be followed with a finger."""

from datetime import date

import pytest

from tests.support.person_oracle_drawing import ANNA, draw
from tests.support.person_oracle_employers import (
    employees,
    employers_active,
    employers_with_vacancy,
    open_positions,
    positions_filled_by_referral,
    vacancies_until_filled,
)
from tests.support.person_oracle_measures import Followed
from tests.support.person_oracle_people import state_in
from tests.support.person_oracle_register import Workplace, month_of

SHOP = Workplace(ANNA, "A").name
OPENED = date(2024, 4, 1)


def test_an_employer_is_a_workplace_in_each_area_that_is_told_of_it() -> None:
    register = draw(
        employers="area | employees | active_from\nA | 1 | 2024-01-01\nA | 2 | 2024-01-01",
        vacancies="area | vacancy_id | positions | opened_on\nC | 1 | 1 | 2024-01-01",
        layoff_notices="area | notice_id | notified_on | persons\n | 1 | 2024-01-01 | 1",
    )
    assert register.people == [ANNA, *(f"{ANNA} in {area}" for area in ("A", "C", None))]
    states = [state_in(register, one, month_of(OPENED)) for one in register.people[1:]]
    assert [state and state.area for state in states] == ["A", "C", "XX-NS"]


def test_of_a_person_nothing_is_counted_and_of_a_workplace_nothing_elsewhere() -> None:
    register = draw(vacancies="area | vacancy_id | positions | opened_on\nC | 1 | 1 | 2024-01-01")
    assert open_positions(register, ANNA) == {"": {}}
    assert open_positions(register, SHOP) == {"": {}}


def test_positions_and_employees_of_a_day_add_up() -> None:
    register = draw(
        employers="""
            area | employees | active_from | active_to
            A    | 3         | 2024-03-30  | 2024-04-02
            A    | 4         | 2024-04-01  | 2024-04-03
            A    |           | 2024-04-02  | 2024-04-04
        """,
        vacancies="""
            area | vacancy_id | positions | opened_on  | closed_on
            A    | 1          | 2         | 2024-04-01 | 2024-04-02
            A    | 2          | 3         | 2024-04-01 | 2024-04-03
            C    | 3          | 9         | 2024-04-03 | 2024-04-04
        """,
    )
    first, second, third = (date(2024, 4, day) for day in (1, 2, 3))
    before = dict.fromkeys((date(2024, 3, 30), date(2024, 3, 31)), 300)
    assert open_positions(register, SHOP) == {"": {first: 500, second: 300}}
    assert employees(register, SHOP) == {"": before | {first: 700, second: 400}}
    assert set(employers_active(register, SHOP)[""]) == {*before, first, second, third}
    assert set(employers_with_vacancy(register, SHOP)[""]) == {first, second, third}


@pytest.mark.parametrize(
    ("filled_on", "referred", "expected"),
    [("2024-06-23", "2", [2]), ("2024-06-24", "2", []), ("2024-04-01", "1", [1]), ("2024-04-01", "0", [])],
)
def test_the_84th_day_is_in_time(filled_on: str, referred: str, expected: list[int]) -> None:
    register = draw(
        vacancies=f"""
            area | vacancy_id | positions | opened_on  | filled_on   | referred_positions
            A    | 1          | 2         | 2024-04-01 | {filled_on} | {referred}
        """
    )
    assert [one.amount for one in positions_filled_by_referral(register, SHOP)] == expected


@pytest.mark.parametrize(
    ("closed_on", "filled_on", "days", "is_filled"),
    [
        ("2024-04-11", "", 10, False),
        ("2024-04-11", "2024-04-21", 21, True),
        ("", "2024-04-01", 1, True),
        ("", "", 275, False),
    ],
)
def test_a_vacancy_is_followed_until_filled_else_while_open(
    closed_on: str, filled_on: str, days: int, is_filled: bool
) -> None:
    register = draw(
        vacancies=f"""
            area | vacancy_id | positions | opened_on  | closed_on   | filled_on
            A    | 1          | 2         | 2024-04-01 | {closed_on} | {filled_on}
        """
    )
    assert vacancies_until_filled(register, SHOP) == [Followed("", OPENED, days, is_filled)]
