"""Money and hours in the person oracle, on paths short enough to be followed with a finger."""

from datetime import date
from fractions import Fraction

import pytest

from tests.support.person_oracle import Counting
from tests.support.person_oracle_behind import Behind, behind
from tests.support.person_oracle_drawing import ANNA, draw, identity
from tests.support.person_oracle_figures import Sought, full_time_persons, persons, table_of
from tests.support.person_oracle_money import (
    earnings_after_and_before,
    earnings_after_exit,
    half_up,
    hours_beside_benefit,
    payments,
)
from tests.support.person_oracle_register import month_of

STATE = "valid_from | area\n2020-01-01 | A"
MARCH = month_of(date(2024, 3, 1))


@pytest.mark.parametrize(
    ("above", "below", "rounded"), [(1, 2, 1), (149, 100, 1), (150, 100, 2), (0, 7, 0), (7, 7, 1), (2, 3, 1)]
)
def test_a_half_goes_up(above: int, below: int, rounded: int) -> None:
    assert half_up(above, below) == rounded


@pytest.mark.parametrize(
    ("rows", "degrees"),
    [
        ("first | 4549", {"first": 45}),
        ("first | 4550", {"first": 46}),
        ("first | 49", {}),  # no per cent, no day
        ("second | 20000\nfirst | 20000", {"first": 200, "second": 50}),  # 5,000 are left of 25,000
        ("third | 30000\nfirst | 25000", {"first": 250}),
        ("first | 30\nfirst | 20", {"first": 1}),  # added before it is rounded
    ],
)
def test_payments_of_a_month_count_up_to_the_limit(rows: str, degrees: dict[str, int]) -> None:
    lines = [f"{line} | {MARCH} | 2024-04-02" for line in rows.split("\n")]
    found = payments(draw(payments="\n".join(["scheme | amount | month | paid_on", *lines])), ANNA)
    assert {scheme: set(days.values()) for scheme, days in found.items()} == {
        scheme: {degree} for scheme, degree in degrees.items()
    }
    assert all(len(days) == 31 for days in found.values())


def test_a_mean_of_months_weighs_each_by_its_days() -> None:
    register = draw(
        person_states=STATE,
        payments=f"""
            month       | amount | paid_on
            {MARCH}     | 10000  | 2024-03-28
            {MARCH - 1} | 20000  | 2024-05-02
            {MARCH - 2} | 20000  |
        """,
    )
    found = full_time_persons(Counting(register, ("all",)), "payments")
    quarter = [value for slot, value in found.items() if (slot.area, slot.period) == ("A", "2024-Q1")]
    assert quarter == [Fraction(31 + 2 * 29, 91)]


def test_who_was_paid_late_once_was_paid_late() -> None:
    register = draw(
        person_states="who | valid_from | area\nanna | 2020-01-01 | A\nbo | 2020-01-01 | A",
        payments=f"""
            who  | scheme | month   | amount | paid_on    | due_on
            anna | first  | {MARCH} | 1      | 2024-03-28 | 2024-03-28
            anna | second | {MARCH} | 1      |            | 2024-03-28
            bo   | first  | {MARCH} | 1      | 2024-03-27 | 2024-03-28
            bo   | first  | {MARCH} | 1      | 2024-04-02 |
        """,
    )
    counting = Counting(register, ("all", "scheme"))

    def told(measure: str, within: str | None = None) -> dict[str, int]:
        found = persons(counting, measure, within)
        return {slot.category: int(value) for slot, value in found.items() if slot[2:] == IN_MARCH}

    assert told("payments_due") == {"all": 2, "first": 2, "second": 1}
    assert told("payments_late", "payments_due") == {"all": 1, "second": 1}


IN_MARCH = ("month", "2024-03", "A")

BENEFITS = "scheme | start_on | end_on\nthird | 2024-03-31 | 2024-04-02\nfirst | 2024-04-02 | 2024-04-03"


def test_hours_of_a_month_are_of_its_first_benefit() -> None:
    work = f"month | hours\n{MARCH} | 10\n{MARCH + 1} | 20\n{MARCH + 2} | 40"
    found = hours_beside_benefit(draw(benefit_spells=BENEFITS, work_months=work), ANNA)
    assert [(one.own, month_of(one.day), one.amount) for one in found] == [
        ("third", MARCH, 10),
        ("first", MARCH + 1, 20),
    ]


@pytest.mark.parametrize(
    ("months", "after", "ratio"),
    [
        ({5: 300}, [100], []),
        ({5: 1}, [0], []),  # more than nothing, though it rounds to nothing
        ({4: 100, 5: 100, 6: 100, -1: 200}, [100], [150]),
        ({3: 9, 7: 9, -1: 9}, [], []),
        ({6: 300, -3: 300}, [100], [100]),
        ({6: 300, -4: 300}, [100], []),
        ({6: 300, 0: 300}, [100], []),
        ({6: 301, -1: 200}, [100], [151]),
        ({6: 30_000, -1: 1}, [10_000], [1000]),
    ],
)
def test_earnings_are_those_of_three_months(
    months: dict[int, int], after: list[int], ratio: list[int]
) -> None:
    begun = month_of(date(2024, 5, 1))
    work = "\n".join(f"{begun + number} | 0 | {earned}" for number, earned in months.items())
    register = draw(
        benefit_spells="scheme | start_on | end_on\nthird | 2024-05-31 | 2024-06-01",
        work_months=f"month | hours | earnings\n{work}",
    )
    assert [one.amount for one in earnings_after_exit(register, ANNA)] == after
    assert [one.amount for one in earnings_after_and_before(register, ANNA)] == ratio


def test_earnings_are_left_out_where_work_is_not_known() -> None:
    def exits(end: str) -> int:
        work = "\n".join(f"{month_of(date(2024, 1, 1)) + number} | 1 | 9" for number in range(12))
        benefits = f"scheme | start_on | end_on\nthird | 2024-03-31 | {end}"
        register = draw(benefit_spells=benefits, work_months=f"month | hours | earnings\n{work}")
        assert not earnings_after_and_before(register, ANNA)  # December 2023 is not known
        return len(earnings_after_exit(register, ANNA))

    assert (exits("2024-07-01"), exits("2024-07-02")) == (1, 0)  # followed by December, or January


@pytest.mark.parametrize(("statistic", "value"), [("mean", Fraction(70, 3)), ("median", Fraction(20))])
def test_a_level_is_of_amounts_and_stands_on_persons(statistic: str, value: Fraction) -> None:
    register = draw(
        person_states="who | valid_from | area\nanna | 2020-01-01 | A\nbo | 2020-01-01 | A",
        benefit_spells="who | start_on | end_on\nanna | 2024-03-31 | 2024-04-02\nbo | 2024-03-31 | 2024-04-01",
        work_months=f"who | month | hours\nanna | {MARCH} | 10\nanna | {MARCH + 1} | 40\nbo | {MARCH} | 20",
    )
    sought = Sought("hours_beside_benefit", statistic, period_kinds=frozenset({"year"}))
    [told] = {value for slot, value in table_of(register, sought).items() if slot.area == "A"}
    assert told == value
    keys = {identity("anna"): 3, identity("bo"): 5}
    [stand] = {one for slot, one in behind(register, sought, keys).items() if slot.area == "A"}
    assert stand == Behind(2, 8)
    assert {value for slot, value in table_of(register, sought).items() if slot.area == "C"} == {None}
