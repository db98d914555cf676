"""Situations that a caseworker can check by hand: counted by the portal and by the oracle, before protection."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

import pytest

from etl.core import rebuild
from indicators.calendar import make_calendar
from indicators.catalogue import MEASURES, Indicator, in_currency, read_catalogue
from indicators.counting import count_figure, known_months, plan, prepare_counting
from indicators.disclosure import make_person_keys
from indicators.measure import read_measures
from tests.support.person_oracle_figures import figures_of, table_of
from tests.support.person_oracle_loading import PROTECTED, counted_in, country_of, load_register
from tests.support.situation_checks import Table, check_situation, delivered
from tests.support.situations import SITUATIONS, Situation, read_situations
from tests.support.worlds import empty_warehouse
from warehouse.connection import Connection

CATALOGUE = {indicator.id: indicator for indicator in read_catalogue()}
MEASURED = read_measures(MEASURES)
ALL = read_situations()

each_situation = pytest.mark.parametrize("situation", ALL, ids=lambda one: f"{one.indicator}: {one.name}")


@pytest.fixture(scope="module")
def warehouse() -> Iterator[Connection]:
    with empty_warehouse() as connection:
        yield connection


@pytest.mark.slow  # a whole computation for each
@each_situation
def test_the_portal_counts_what_a_caseworker_finds(warehouse: Connection, situation: Situation) -> None:
    indicator = looked_at(situation)
    check_situation(
        situation, indicator, told_by(situation, indicator, counted(warehouse, situation, indicator))
    )


@each_situation
def test_the_oracle_counts_what_a_caseworker_finds(situation: Situation) -> None:
    indicator = looked_at(situation)
    tables = {sought.measure: table_of(situation.register, sought) for sought in figures_of([indicator])}
    check_situation(situation, indicator, told_by(situation, indicator, tables))


def looked_at(situation: Situation) -> Indicator:
    """The indicator with those breakdowns and periods alone that the situation looks at: the rest only takes time."""
    indicator = in_currency(CATALOGUE[situation.indicator], country_of(situation.register, PROTECTED))
    breakdowns = {one.breakdown for one in situation.expectations} - {"all"}
    periods = {one.period.kind for one in situation.expectations}
    assert breakdowns <= set(indicator.breakdowns)
    assert periods <= set(indicator.periods)
    return replace(indicator, breakdowns=tuple(sorted(breakdowns)), periods=tuple(sorted(periods)))


def told_by(situation: Situation, indicator: Indicator, tables: Mapping[str, Table]) -> list[Table]:
    """The figures of the numerator and the denominator: counted, or as they were delivered."""
    return [tables.get(measure) or delivered(situation, measure) for measure in indicator.measures]


def counted(connection: Connection, situation: Situation, indicator: Indicator) -> dict[str, Table]:
    """What the portal counts of each of the indicator's measures."""
    country = load_register(connection, situation.register)
    rebuild(connection, country)
    make_calendar(connection)
    make_person_keys(connection, b"of the situations")
    months = known_months(connection)
    prepare_counting(connection, country, months)
    connection.execute("delete from mart.counted")
    _, wanted = plan([indicator], MEASURED)
    figures = [figure for figure in wanted if figure.is_counted]
    for figure in figures:
        count_figure(connection, figure, wanted[figure], MEASURED, months)
    found = counted_in(connection)
    return {figure.measure: found[figure.name] for figure in figures}


def test_every_indicator_that_counts_persons_has_three_situations_and_a_trap() -> None:
    expected = {one.id for one in CATALOGUE.values() if one.measures and one.count != "delivered"}
    assert {file.stem for file in SITUATIONS.glob("*.yml")} == expected
    for indicator in expected:
        names = [situation.name for situation in ALL if situation.indicator == indicator]
        assert len(names) == len(set(names)) >= 3
        assert any(name.startswith("A trap - ") for name in names)
        assert any(not name.startswith("A trap - ") for name in names)
