"""The same situations, worked out by the oracle that has not seen the SQL."""

import pytest

from indicators.catalogue import Indicator, read_catalogue
from tests.support.person_oracle import Counting
from tests.support.person_oracle_figures import Table, durations, events, full_time_persons, persons
from tests.support.person_oracle_measures import EVENTS, SPANS
from tests.support.person_oracle_register import Register
from tests.support.situation_checks import check_situation, delivered, name_of
from tests.support.situations import Situation, read_situations
from warehouse.periods import parse_period

CATALOGUE = {indicator.id: indicator for indicator in read_catalogue()}


@pytest.mark.parametrize("situation", read_situations(), ids=name_of)
def test_the_oracle_finds_what_a_caseworker_finds(situation: Situation) -> None:
    indicator = CATALOGUE[situation.indicator]
    counting = Counting(situation.register, tuple({one.breakdown for one in situation.expectations}))
    tables = [
        delivered(situation, measure)
        if measure not in EVENTS and measure not in SPANS and indicator.count != "duration"
        else available(told(indicator, counting, measure), indicator, situation.register)
        for measure in indicator.measures
    ]
    check_situation(situation, indicator, tables)


def told(indicator: Indicator, counting: Counting, measure: str) -> Table:
    """What the oracle says of one of the indicator's measures."""
    if indicator.count == "duration":
        table = durations(counting, indicator.statistic or "", indicator.at_days)
        return {slot: value and indicator.per * value for slot, value in table.items()}
    if measure in EVENTS:
        return events(counting, measure)
    if indicator.count == "persons":
        is_share = indicator.denominator is not None and measure == indicator.numerator
        return persons(counting, measure, indicator.denominator if is_share else None)
    return full_time_persons(counting, measure)


def available(table: Table, indicator: Indicator, register: Register) -> Table:
    """What is left after the months in which too little is known of what came before or after."""
    first = register.months[0] + indicator.lead_in_months
    last = register.months[-1] - indicator.follow_up_months
    return {
        slot: value
        for slot, value in table.items()
        if first <= (period := parse_period(slot.period, slot.period_kind)).months[0] and period.last <= last
    }
