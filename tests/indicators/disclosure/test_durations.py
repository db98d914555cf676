"""Means, medians and survivals: of ten persons at least, in whole weeks and per cent."""

from decimal import Decimal

import pytest

from tests.support.protecting import country_of, protected_durations

COUNTRY = country_of("code | level\nXX | country\nA | municipality")


def all_of(cells, statistic, at_days=None, step=0):
    """What is shown of cells (value, persons, key), each of a rolling year of its own."""
    months = [f"{2001 + place // 12}-{place % 12 + 1:02}" for place in range(len(cells))]
    lines = [
        f"all | 12 | {month} | XX | {value} | {persons} | {key}"
        for month, (value, persons, key) in zip(months, cells, strict=True)
    ]
    table = "\n".join(["category | window | month | area | value | persons | key", *lines])
    figures = protected_durations(COUNTRY, table, statistic, at_days=at_days, step=step)
    return [figures[f"all, to {month}, XX"] for month in months]


def one(value, persons, statistic="mean"):
    return all_of([(value, persons, 1)], statistic)[0]


@pytest.mark.parametrize("statistic", ["mean", "median"])
def test_weeks_are_whole(statistic):
    cells = [("12.4999", 100, 1), ("12.5", 100, 2), ("0.2", 100, 3), ("52", 100, 4)]
    assert list(map(str, all_of(cells, statistic))) == ["12", "13", "0", "52"]


@pytest.mark.parametrize("statistic", ["mean", "median"])
def test_amounts_are_multiples_of_a_step_half_up(statistic):
    cells = [("24749.9999", 100, 1), ("24750", 100, 2), ("249", 100, 3), ("0", 100, 4)]
    assert list(map(str, all_of(cells, statistic, step=500))) == ["24500", "25000", "0", "0"]
    assert list(map(str, all_of(cells, statistic, step=1))) == ["24750", "24750", "249", "0"]


def test_behind_amounts_there_must_be_as_many_as_below_a_ratio():
    """One of few may have much more than all others."""
    cells = [("40", persons, persons) for persons in (10, 45, 50, 300)]
    assert [one.status for one in all_of(cells, "mean", step=1)] == ["too_few", "too_few", "value", "value"]


@pytest.mark.parametrize("statistic", ["mean", "survival"])
def test_ten_persons_must_stand_behind_it(statistic):
    cells = [("40", persons, persons) for persons in (0, 5, 10, 300)]
    assert [one.status for one in all_of(cells, statistic)] == ["too_few", "too_few", "value", "value"]


def test_it_is_the_rounded_number_of_persons_that_counts():
    assert {one.status for one in all_of([("40", 9, key) for key in range(30)], "mean")} == {
        "too_few",
        "value",
    }
    assert {one.status for one in all_of([("40", 11, key) for key in range(30)], "mean")} == {"value"}


@pytest.mark.parametrize("statistic", ["mean", "survival"])
def test_behind_ten_rounded_persons_are_six_at_the_fewest(statistic):
    """Whether it is shown follows from the rounded number: from the true one it would tell more than that."""
    shown = {
        persons
        for persons in range(1, 15)
        for one in all_of([("40", persons, key) for key in range(40)], statistic)
        if one.status == "value"
    }
    assert shown == set(range(6, 15))


def test_the_means_of_a_group_and_of_all_in_it_but_one_leave_that_one_eleven_weeks():
    """Six at the fewest; whether the sixth was there 15 weeks or 25, five and six of them show 20 weeks."""
    for five, sixth in (("102.4", "14.7"), ("97.6", "25.3")):
        weeks = Decimal(five), Decimal(five) + Decimal(sixth)
        means = [(f"{weeks[0] / 5:.4f}", 100, 1), (f"{weeks[1] / 6:.4f}", 100, 2)]
        assert list(map(str, all_of(means, "mean"))) == ["20", "20"]


def test_what_is_not_known_is_not_available():
    assert one("none", 50, "median").status == "not_available"
    assert one("none", 50, "survival").status == "not_available"


def test_what_is_longer_than_spells_are_followed_has_no_number():
    """364 days are 52 weeks; a day more is told as 365."""
    shown = all_of([("52.0", 95, 1), ("52.1429", 95, 2), ("52.1429", 5, 3)], "survival_median", at_days=364)
    assert [one.status for one in shown] == ["value", "beyond", "too_few"]
    assert (shown[1].value, shown[1].wide) == (None, True)


def test_few_persons_are_marked():
    assert (one("40", 95).wide, one("40", 100).wide) == (True, False)


def test_a_survival_is_the_quotient_of_two_rounded_numbers():
    assert {str(one) for one in all_of([("60", 50, key) for key in range(30)], "survival")} == {
        "60"
    }  # 30 of 50
    assert {str(one) for one in all_of([("62", 50, key) for key in range(30)], "survival")} == {
        "60",
        "70",
    }  # 31 of 50


def test_a_survival_does_not_tell_how_many_persons_there_are():
    """In whole per cent, 47 would be 7 of 15, 8 of 17 or 9 of 19."""
    cells = [
        (round(100 * Decimal(staying) / persons, 4), persons, 100 * persons + 10 * staying + turn)
        for persons in range(10, 20)
        for staying in range(persons + 1)
        for turn in range(3)
    ]
    rounded = {f"{100 * part / whole:.0f}" for whole in (10, 15, 20) for part in range(0, whole + 1, 5)}
    assert {str(one) for one in all_of(cells, "survival")} == rounded


def test_where_all_or_nobody_stays_it_says_so():
    assert {str(one) for one in all_of([("100", 13, key) for key in range(20)], "survival")} == {"100"}
    assert {str(one) for one in all_of([("0", 13, key) for key in range(20)], "survival")} == {"0"}


def test_few_persons_are_not_split():
    figures = protected_durations(
        COUNTRY,
        """
        category   | window | month   | area | value | persons
        all        | 3      | 2024-03 | XX   | 30.2  | 15
                   |        |         | A    | 31    | 10
        all        | 3      | 2024-06 | XX   | 30.2  | 20
                   |        |         | A    | 31    | 10
        """,
        "median",
    )
    assert str(figures["all, 2024-Q1, XX"]) == "30"
    assert str(figures["all, 2024-Q1, A"]) == "withdrawn"
    assert str(figures["all, 2024-Q2, A"]) == "31"
