"""What a request selects from an indicator's cells, read strictly."""

from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.api.parameters import one_of, whole_number
from dashboard.api.problems import Refused, quoted
from indicators.catalogue import Indicator
from warehouse.periods import Period, parse_period
from warehouse.reading import Portal

PARAMETERS = ("REF_AREA", "PERIOD_KIND", "from", "to", "last")
MOST_PERIODS = 10_000

LABELS = ("id", "both")
"""Codes alone, or codes and names."""


@dataclass(frozen=True)
class Selection:
    """Areas (None: all that have cells) and the periods of each kind, oldest first."""

    areas: tuple[str, ...] | None
    periods: Mapping[str, tuple[Period, ...]]


def select(portal: Portal, indicator: Indicator, parameters: Mapping[str, str]) -> Selection:
    """The selection that the parameters ask for. Raises Refused for what the release does not know."""
    kind = one_of(parameters, "PERIOD_KIND", indicator.periods, "")
    first, last = _bound(parameters, "from"), _bound(parameters, "to")
    if first and last and first.months[0] > last.months[-1]:
        raise Refused("'from' is later than 'to'.")
    newest = whole_number(parameters, "last", 1, MOST_PERIODS, MOST_PERIODS)
    periods = {
        each: tuple(
            period for period in portal.periods.get((indicator.id, each), ()) if _within(period, first, last)
        )[-newest:]
        for each in ((kind,) if kind else indicator.periods)
    }
    return Selection(_areas(portal, parameters), periods)


def _areas(portal: Portal, parameters: Mapping[str, str]) -> tuple[str, ...] | None:
    if "REF_AREA" not in parameters:
        return None
    codes = tuple(dict.fromkeys(parameters["REF_AREA"].split(",")))
    unknown = [code for code in codes if code not in portal.country.areas]
    if unknown:
        raise Refused(f"There is no area with code {quoted(unknown[0])}.")
    return codes


def _bound(parameters: Mapping[str, str], name: str) -> Period | None:
    if name not in parameters:
        return None
    try:
        return parse_period(parameters[name])
    except ValueError:
        raise Refused(f"Parameter '{name}' must be a period such as 2025, 2025-Q1 or 2025-01.") from None


def _within(period: Period, first: Period | None, last: Period | None) -> bool:
    """Whether a period lies between two others, both included; a rolling year lies where its last month does."""
    starts = period.last if period.kind == "rolling_year" else period.months[0]
    return (first is None or starts >= first.months[0]) and (last is None or period.last <= last.last)
