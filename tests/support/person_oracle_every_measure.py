"""Every measure of persons, by name: what it counts of one of them.

Some take parameters, called as in the definitions: `exits_employed(register, person, follow_up_months=6)`.
"""

from collections.abc import Callable, Mapping
from inspect import signature
from typing import Any

from tests.support import person_oracle_activation as activation
from tests.support import person_oracle_employers as employers
from tests.support import person_oracle_follow_up as follow_up
from tests.support import person_oracle_interviews as interviews
from tests.support import person_oracle_measures as first
from tests.support import person_oracle_money as money
from tests.support import person_oracle_need as need
from tests.support import person_oracle_quality as quality
from tests.support import person_oracle_registrations as registrations
from tests.support import person_oracle_rights as rights

Parameters = tuple[tuple[str, int], ...]
"""Names and values, in the order of the names."""

SPANS = {
    **first.SPANS,
    **activation.SPANS,
    **quality.SPANS,
    **money.SPANS,
    **rights.SPANS,
    **need.SPANS,
    **employers.SPANS,
}
EVENTS = {
    **first.EVENTS,
    **follow_up.EVENTS,
    **activation.EVENTS,
    **registrations.EVENTS,
    **money.EVENTS,
    **rights.EVENTS,
    **employers.EVENTS,
    **interviews.EVENTS,
}
SPELLS = {**first.SPELLS, **activation.SPELLS, **rights.SPELLS, **employers.SPELLS}

OF_WORKPLACES = {*employers.SPANS, *employers.EVENTS, *employers.SPELLS}
"""Those that count workplaces."""

_ALL: Mapping[str, Callable[..., Any]] = {**SPANS, **EVENTS, **SPELLS}


def parameters_of(measure: str, given: Mapping[str, int]) -> Parameters:
    """Those of the given parameters that the measure takes."""
    taken = signature(_ALL[measure]).parameters
    return tuple(sorted((name, value) for name, value in given.items() if name in taken))
