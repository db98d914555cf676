"""Situations that a caseworker can check by hand, counted as the portal counts them, before protection."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from etl.core import rebuild
from indicators.calendar import make_calendar
from indicators.catalogue import MEASURES, Indicator, read_catalogue
from indicators.counting import count_figure, known_months, plan, prepare_counting
from indicators.disclosure import make_person_keys
from indicators.measure import read_measures
from tests.support.person_oracle_loading import counted_in, load_register
from tests.support.situation_checks import Table, check_situation, delivered, name_of
from tests.support.situations import SITUATIONS, Situation, read_situations
from tests.support.worlds import empty_warehouse
from warehouse.connection import Connection

CATALOGUE = {indicator.id: indicator for indicator in read_catalogue()}
MEASURED = read_measures(MEASURES)
ALL = read_situations()


@pytest.fixture(scope="module")
def warehouse() -> Iterator[Connection]:
    with empty_warehouse() as connection:
        yield connection


@pytest.mark.slow  # a whole computation for each
@pytest.mark.parametrize("situation", ALL, ids=name_of)
def test_a_situation_gives_what_a_caseworker_finds(warehouse: Connection, situation: Situation) -> None:
    indicator = looked_at(CATALOGUE[situation.indicator], situation)
    check_situation(situation, indicator, counted(warehouse, situation, indicator))


def looked_at(indicator: Indicator, situation: Situation) -> Indicator:
    """The indicator with those breakdowns and periods alone that the situation looks at: the rest only takes time."""
    expected = situation.expectations
    breakdowns = tuple(sorted({one.breakdown for one in expected} - {"all"}))
    periods = tuple(sorted({one.period.kind for one in expected}))
    assert set(breakdowns) <= set(indicator.breakdowns)
    assert set(periods) <= set(indicator.periods)
    return replace(indicator, breakdowns=breakdowns, periods=periods)


def counted(connection: Connection, situation: Situation, indicator: Indicator) -> list[Table]:
    """The figures of the indicator's numerator and denominator."""
    country = load_register(connection, situation.register)
    rebuild(connection, country)
    make_calendar(connection)
    make_person_keys(connection, b"of the situations")
    months = known_months(connection)
    prepare_counting(connection, country, months)
    figures, wanted = plan([indicator], MEASURED)
    connection.execute("delete from mart.counted")
    for figure, what in wanted.items():
        if figure.is_counted:
            count_figure(connection, figure, what, MEASURED, months)
    found = counted_in(connection)
    return [
        found[figure.name] if figure.is_counted else delivered(situation, figure.measure)
        for figure in figures[indicator.id]
    ]


def test_every_indicator_that_counts_persons_has_three_situations_and_a_trap() -> None:
    expected = {indicator.id for indicator in CATALOGUE.values() if indicator.count != "delivered"}
    assert {file.stem for file in SITUATIONS.glob("*.yml")} == expected
    for indicator in expected:
        names = [situation.name for situation in ALL if situation.indicator == indicator]
        assert len(names) == len(set(names)) >= 3
        assert any(name.startswith("A trap - ") for name in names)
        assert any(not name.startswith("A trap - ") for name in names)
