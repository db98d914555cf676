"""Which months are known, which measures can be counted, which periods are whole."""

from datetime import date

import pytest

from indicators.calendar import complete_periods
from indicators.catalogue import MEASURES
from indicators.counting import countable, known_months
from indicators.measure import read_measures
from tests.indicators.counting.register import month
from tests.support.worlds import empty_warehouse

MEASURE = read_measures(MEASURES)


def covered(connection, **sources):
    for source, (first, after) in sources.items():
        days = [date.fromisoformat(first), date.fromisoformat(after)]
        connection.execute("insert into core.coverage values (?, ?, ?)", [source, *days])


@pytest.mark.parametrize(
    ("told", "first", "last"),
    [
        ({"cases": ("2024-01-01", "2024-04-01")}, "2024-01", "2024-03"),
        ({"cases": ("2024-01-02", "2024-03-31")}, "2024-02", "2024-02"),
        (
            {"cases": ("2023-01-01", "2024-04-01"), "placements": ("2024-02-01", "2025-01-01")},
            "2024-02",
            "2024-03",
        ),
    ],
)
def test_a_month_is_known_when_all_sources_tell_of_all_its_days(told, first, last):
    with empty_warehouse() as connection:
        covered(connection, **told)
        assert known_months(connection) == range(month(first), month(last) + 1)


def test_no_month_is_known_of_nobody_or_where_sources_do_not_meet():
    with empty_warehouse() as connection:
        assert not known_months(connection)
        covered(connection, cases=("2024-01-01", "2024-02-01"), placements=("2024-06-01", "2024-07-01"))
        assert not known_months(connection)


def test_a_measure_is_counted_when_all_its_sources_have_delivered():
    told = ("2024-01-01", "2025-01-01")
    with empty_warehouse() as connection:
        covered(connection, person_states=told, cases=told)
        assert countable(connection, MEASURE["open_cases"])
        assert not countable(connection, MEASURE["open_cases_with_plan"])
        assert not countable(connection, MEASURE["population"])


def test_earnings_are_counted_where_any_delivery_tells_of_them():
    told = ("2024-01-01", "2025-01-01")
    with empty_warehouse() as connection:
        covered(connection, person_states=told, benefit_spells=told, work_months=told)
        country(connection, money="{}")
        work = "insert into core.work_month values ('00000000-0000-0000-0000-000000000001', 24290, 10, {})"
        connection.execute(work.format("null"))
        assert countable(connection, MEASURE["hours_beside_benefit"])
        assert not countable(connection, MEASURE["earnings_after_exit"])
        connection.execute(work.format("0"))
        assert countable(connection, MEASURE["earnings_after_exit"])


def test_money_is_counted_where_the_country_says_how_it_is_protected():
    told = ("2024-01-01", "2025-01-01")
    with empty_warehouse() as connection:
        covered(connection, person_states=told, payments=told)
        country(connection, money="null")
        assert not countable(connection, MEASURE["payments"])
        assert countable(connection, MEASURE["payments_due"])
        country(connection, money='{"unit": 1}')
        assert countable(connection, MEASURE["payments"])


def country(connection, money):
    """Put a profile on record that says this of money."""
    connection.execute("delete from core.country")
    profile = f'{{"persons": {{"protection": {{"money": {money}}}}}}}'
    connection.execute("insert into core.country values (?)", [profile])


def test_periods_are_whole():
    months = range(month("2023-02"), month("2024-05"))
    told = [(period.kind, str(period)) for period in complete_periods(months) if period.kind != "month"]
    assert told == [
        *(("quarter", name) for name in ("2023-Q2", "2023-Q3", "2023-Q4", "2024-Q1")),
        *(("rolling_year", name) for name in ("2024-01", "2024-02", "2024-03", "2024-04")),
    ]
