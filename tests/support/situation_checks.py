"""Comparing what a situation expects with what was counted, whoever counted it."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from indicators.catalogue import Indicator
from tests.support.person_oracle import Slot
from tests.support.situations import Expectation, Situation
from warehouse.periods import Period, parse_period

CLOSE = Fraction(1, 10_000)
CLOSE_RATIO = Fraction(1, 100)
"""Counts are kept with four decimals, so what is divided by one another is a little off."""

Table = Mapping[Slot, Decimal | Fraction | None]
"""A figure in every place; None where there is none."""


def check_situation(situation: Situation, indicator: Indicator, tables: Sequence[Table]) -> None:
    """Assert that the cells are as expected; `tables` are the numerator's figures and those of the denominator."""
    for expected in situation.expectations:
        parts = [table.get(_slot(expected)) for table in tables]
        if expected.is_beyond:
            _check_beyond(expected, indicator, parts[0])
        elif expected.is_available:
            assert None not in parts, f"{expected} is not available"
            _check(expected, indicator, *(Fraction(part) for part in parts if part is not None))
        else:
            assert None in parts, f"{expected} should not be available, it is made of {parts}"


def _check_beyond(expected: Expectation, indicator: Indicator, part: Decimal | Fraction | None) -> None:
    """A median longer than people are followed is counted as a day longer than that."""
    assert indicator.at_days is not None, f"{indicator.id} follows nobody for so many days"
    assert part is not None, f"{expected} is not available"
    assert abs(Fraction(part) - Fraction(indicator.at_days + 1, 7)) <= CLOSE, f"{expected} is {float(part)}"


def delivered(situation: Situation, measure: str) -> Table:
    """What a source delivered of a period, else the mean over its months, where it told of all of them."""
    whole = {
        Slot(one.breakdown, one.category, parse_period(one.period).kind, one.period, one.area): one.value
        for one in situation.figures
        if one.measure == measure
    }
    monthly = {
        (one.area, one.breakdown, one.category, parse_period(one.period).last): one.value
        for one in situation.figures
        if one.measure == measure
    }
    means = {
        slot: sum(known, Decimal(0)) / len(parts)
        for slot, period in ((_slot(one), one.period) for one in situation.expectations)
        if (
            parts := [
                monthly.get((slot.area, slot.breakdown, slot.category, month)) for month in period.months
            ]
        )
        and len(known := [part for part in parts if part is not None]) == len(parts)
    }
    return {**means, **whole}


def _slot(expected: Expectation) -> Slot:
    period: Period = expected.period
    return Slot(expected.breakdown, expected.category, period.kind, str(period), expected.area)


def _check(
    expected: Expectation, indicator: Indicator, above: Fraction, below: Fraction | None = None
) -> None:
    if expected.numerator is not None:
        assert abs(above - expected.numerator) <= CLOSE, f"numerator of {expected} is {float(above)}"
    if expected.denominator is not None:
        assert below is not None, f"{expected} has no denominator"
        assert abs(below - expected.denominator) <= CLOSE, f"denominator of {expected} is {float(below)}"
    if expected.value is not None:
        value = above if below is None else indicator.per * above / below
        close = CLOSE if below is None else CLOSE_RATIO
        assert abs(value - expected.value) <= close, f"{expected} is {float(value)}"
