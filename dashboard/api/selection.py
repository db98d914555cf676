"""What a request selects from an indicator's cells, read strictly."""

from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.api.parameters import one_of, whole_number
from dashboard.api.problems import Refused, quoted
from indicators.catalogue import Indicator
from warehouse.periods import Period, parse_period
from warehouse.reading import ALL, Category, Portal

PARAMETERS = ("REF_AREA", "PERIOD_KIND", "from", "to", "last", "breakdown", "category")
MOST_PERIODS = 10_000

LABELS = ("id", "both")
"""Codes alone, or codes and names."""


@dataclass(frozen=True)
class Selection:
    """Areas (None: all that have cells), the periods of each kind, oldest first, and the categories of each kind."""

    areas: tuple[str, ...] | None
    periods: Mapping[str, tuple[Period, ...]]
    categories: Mapping[str, tuple[Category, ...]]

    def size(self, portal: Portal, indicator: str) -> int:
        """How many observations it is about; a few more or less where areas come and go."""
        return sum(
            self._size_of(portal, indicator, kind, category)
            for kind, categories in self.categories.items()
            for category in categories
        )

    def label(self, portal: Portal, indicator: Indicator) -> str:
        """What a file of it is called by: its area if it is one, then its kind of period, and periods if not all."""
        told = list(self.areas) if self.areas and len(self.areas) == 1 else []
        if len(self.periods) == 1 < len(indicator.periods):
            told += self.periods
        for kind, periods in self.periods.items():
            if len(self.periods) == 1 and periods != portal.periods.get((indicator.id, kind)):
                told += dict.fromkeys(str(period) for period in (*periods[:1], *periods[-1:]))
        return "-".join(("", *told))

    def _size_of(self, portal: Portal, indicator: str, kind: str, category: Category) -> int:
        wanted = len(self.periods[kind])
        if self.areas is not None:
            return wanted * len(self.areas)
        periods = len(portal.periods.get((indicator, kind), ())) or 1
        return portal.size(indicator, kind, category) * wanted // periods


def select(portal: Portal, indicator: Indicator, parameters: Mapping[str, str]) -> Selection:
    """The selection that the parameters ask for. Raises Refused for what the release does not know."""
    kind = one_of(parameters, "PERIOD_KIND", indicator.periods, "")
    first, last = _bound(parameters, "from"), _bound(parameters, "to")
    if first and last and first.months[0] > last.months[-1]:
        raise Refused("'from' is later than 'to'.")
    newest = whole_number(parameters, "last", 1, MOST_PERIODS, MOST_PERIODS)
    kinds = (kind,) if kind else indicator.periods
    periods = {
        each: tuple(
            period for period in portal.periods.get((indicator.id, each), ()) if _within(period, first, last)
        )[-newest:]
        for each in kinds
    }
    return Selection(_areas(portal, parameters), periods, _categories(portal, indicator, kinds, parameters))


def _categories(
    portal: Portal, indicator: Indicator, kinds: tuple[str, ...], parameters: Mapping[str, str]
) -> dict[str, tuple[Category, ...]]:
    """The categories to give in periods of each kind: the unsplit total unless a breakdown is asked for."""
    split = {kind: portal.categories(indicator.id, kind) for kind in kinds}
    offered = dict.fromkeys(code for breakdowns in split.values() for code in breakdowns)
    breakdown = one_of(parameters, "breakdown", ("all", *offered), "all")
    if breakdown == "all":
        if parameters.get("category", "all") != "all":
            raise Refused("'category' needs a 'breakdown' that it is a category of.")
        return dict.fromkeys(kinds, (ALL,))
    known = portal.breakdowns[breakdown].categories
    wanted = tuple(dict.fromkeys(parameters["category"].split(","))) if "category" in parameters else None
    unknown = [code for code in wanted or () if code not in known]
    if unknown:
        raise Refused(
            f"Breakdown '{breakdown}' has no category {quoted(unknown[0])}. It has: {', '.join(known)}."
        )
    return {
        kind: tuple((breakdown, code) for code in wanted or breakdowns[breakdown])
        for kind, breakdowns in split.items()
        if breakdown in breakdowns
    }


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
