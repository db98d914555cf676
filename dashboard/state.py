"""The one gate for what an address asks of the Compare page: whatever comes in, a valid state comes out."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, TypeVar
from urllib.parse import urlencode

from dashboard.data import catalogue
from dashboard.standing import standing
from indicators.catalogue import Indicator
from warehouse.periods import Period, parse_period
from warehouse.reading import Portal

VIEWS = ("table", "development", "ranking", "map", "borders")
SORTS = ("name", "-name", "value", "-value", "change", "-change")
PARAMETERS = ("indicator", "areas", "period", "view", "sort")
MOST_AREAS = 8
USUAL_AREAS = 4
LONGEST_TEXT = 40

Choice = TypeVar("Choice")


@dataclass(frozen=True)
class State:
    """What the page shows.

    `dropped` names the parameters that could not be used, each with what it said. Two states that show the same are
    equal even so.
    """

    indicator: str
    areas: tuple[str, ...]
    period: Period
    view: str = VIEWS[0]
    sort: str = SORTS[0]
    dropped: tuple[tuple[str, str], ...] = field(default=(), compare=False)

    @property
    def query(self) -> str:
        """The query of an address that asks for exactly this."""
        asked = {
            "indicator": self.indicator,
            "areas": ",".join(self.areas),
            "period": self.period,
            "view": self.view,
        }
        if self.sort != SORTS[0]:
            asked["sort"] = self.sort
        return urlencode(asked, safe=",")


def parse_state(portal: Portal, query: Mapping[Any, Any]) -> State:
    """The state that a query asks for; what is unknown, stale or too much gives way to the usual. Never raises."""
    texts = {
        str(name): text for name, text in query.items() if isinstance(name, str) and isinstance(text, str)
    }
    dropped = [
        (name[:LONGEST_TEXT], text[:LONGEST_TEXT]) for name, text in texts.items() if name not in PARAMETERS
    ]

    def choose(name: str, offered: Mapping[str, Choice], usual: Choice) -> Choice:
        text = texts.get(name, "")
        if text and text not in offered:
            dropped.append((name, text[:LONGEST_TEXT]))
        return offered.get(text, usual)

    indicators = offered_indicators(portal)
    indicator = choose("indicator", indicators, next(iter(indicators.values()))).id
    periods = offered_periods(portal, indicator)
    same_end = ending_with(periods, texts.get("period", ""))
    period = same_end or choose("period", periods, next(iter(periods.values())))
    areas, surplus = _areas(portal, indicator, period, texts.get("areas", ""))
    dropped += [("areas", text[:LONGEST_TEXT]) for text in surplus]
    views = offered_views(portal)
    view = choose("view", dict(zip(views, views, strict=True)), VIEWS[0])
    sort = choose("sort", dict(zip(SORTS, SORTS, strict=True)), SORTS[0])
    return State(indicator, areas, period, view, sort, tuple(dropped))


@lru_cache(maxsize=4)
def offered_indicators(portal: Portal) -> Mapping[str, Indicator]:
    """The indicators that have figures, in the order of the catalogue."""
    published = {indicator for indicator, _ in portal.periods}
    return {name: indicator for name, indicator in catalogue(portal).items() if name in published}


@lru_cache(maxsize=64)
def offered_periods(portal: Portal, indicator: str) -> Mapping[str, Period]:
    """The periods of an indicator by their spelling, kind by kind, the newest first."""
    kinds = catalogue(portal)[indicator].periods
    found: dict[str, Period] = {}
    for kind in kinds:
        for period in reversed(portal.periods.get((indicator, kind), ())):
            found.setdefault(str(period), period)
    return found


def ending_with(periods: Mapping[str, Period], text: str) -> Period | None:
    """The period that `text` names or, where an indicator has other kinds of periods, the one that ends with it."""
    try:
        asked = parse_period(text)
    except ValueError:
        return None
    return periods.get(text) or next(
        (period for period in periods.values() if period.last == asked.last), None
    )


@lru_cache(maxsize=4)
def offered_views(portal: Portal) -> tuple[str, ...]:
    """The views of the release: real borders only where the country has some."""
    bordered = portal.boundary(portal.country.base_level) is not None
    return VIEWS if bordered else VIEWS[:-1]


def _areas(portal: Portal, indicator: str, period: Period, text: str) -> tuple[tuple[str, ...], list[str]]:
    """The areas that a text names and the parts of it that could not be used."""
    now = standing(portal, indicator, period)
    named = [part for part in dict.fromkeys(text.split(",")) if part]
    known = [part for part in named if part in now.offered]
    chosen = tuple(known[:MOST_AREAS])
    return chosen or now.usual(USUAL_AREAS), [part for part in named if part not in chosen]
