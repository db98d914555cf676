"""What looks over a year or more, made to look over months: the worlds of the tests are not known for longer."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from indicators.catalogue import Indicator

SHORTER: Mapping[str, Mapping[str, Any]] = {
    "became_long_term_registered": {"parameters": {"months": 3}},
    "employed_12_months_after_exit": {"parameters": {"follow_up_months": 2}, "follow_up_months": 2},
    "interviews_as_required": {
        "parameters": {"seniority_months": 2, "interviews": 2},
        "lead_in_months": 4,
    },
    "recipients_of_three_schemes": {"parameters": {"schemes": 2, "months": 3}, "lead_in_months": 2},
    "very_long_term_share_of_population": {
        "parameters": {"months": 3, "least_percent": 80},
        "lead_in_months": 2,
    },
    "work_within_12_months_of_registration": {
        "parameters": {"follow_up_months": 2},
        "follow_up_months": 2,
    },
}


def shortened(indicators: Iterable[Indicator]) -> list[Indicator]:
    """The indicators, some of them with smaller numbers."""
    return [replace(one, **SHORTER.get(one.id, {})) for one in indicators]
