"""The one gate for what an address asks of the Compare page: whatever comes in, a valid state comes out."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, TypeVar

from dashboard.data import catalogue
from dashboard.standing import base_on, standing
from indicators.catalogue import Indicator
from warehouse.periods import Period, parse_period
from warehouse.reading import ALL, Abreast, Category, Portal
from warehouse.vocabulary import vocabulary

VIEWS = ("table", "development", "ranking", "groups", "map", "borders")
SORTS = ("name", "-name", "value", "-value", "change", "-change")
PARAMETERS = ("indicator", "areas", "kind", "period", "group", "view", "by", "sort")
MOST_AREAS = 8
USUAL_AREAS = 4
LONGEST_TEXT = 40

EVERYONE = "all"
"""The group of all who are counted, as an address writes it."""

_ENOUGH = 0.5
"""The part of the areas that must show a figure in the kind of period that a reader begins with."""

_SPELLED_LIKE = {"rolling_year": "month"}

Choice = TypeVar("Choice")


@dataclass(frozen=True)
class State:
    """What the page shows.

    `by` is the breakdown that the view of groups lays out, empty in other views. `dropped` names the parameters that
    could not be used, each with what it said. Two states that show the same are equal even so.
    """

    indicator: str
    areas: tuple[str, ...]
    period: Period
    view: str = VIEWS[0]
    sort: str = SORTS[0]
    category: Category = ALL
    by: str = ""
    dropped: tuple[tuple[str, str], ...] = field(default=(), compare=False)

    @property
    def query(self) -> str:
        """The query of an address that asks for exactly this: all of it are codes, which need no escape."""
        asked = {"indicator": self.indicator, "areas": ",".join(self.areas), "period": str(self.period)}
        if self.period.kind in _SPELLED_LIKE:
            asked["kind"] = self.period.kind
        if self.category != ALL:
            asked["group"] = group_code(self.category)
        asked["view"] = self.view
        if self.by:
            asked["by"] = self.by
        if self.sort != SORTS[0]:
            asked["sort"] = self.sort
        return "&".join([f"{name}={text}" for name, text in asked.items()])


def group_code(category: Category) -> str:
    """A category as an address writes it: `sex.female`, of a pair `sex.age.female.25-29`."""
    return EVERYONE if category == ALL else ".".join(category)


class _Asked:
    """The texts of a query, and a note of those that could not be used."""

    def __init__(self, query: Mapping[Any, Any]) -> None:
        self.texts = {
            str(name): text for name, text in query.items() if isinstance(name, str) and isinstance(text, str)
        }
        self.dropped: list[tuple[str, str]] = []
        for name, text in self.texts.items():
            if name not in PARAMETERS:
                self.drop(name[:LONGEST_TEXT], text)

    def drop(self, name: str, text: str) -> None:
        self.dropped.append((name, text[:LONGEST_TEXT]))

    def choose(
        self, name: str, offered: Mapping[str, Choice], usual: Choice, known: Collection[str] = ()
    ) -> Choice:
        """What is asked for if it is offered, else the usual; what is `known` gives way without a word."""
        text = self.texts.get(name, "")
        if text and text not in offered and text not in known:
            self.drop(name, text)
        return offered.get(text, usual)


def parse_state(portal: Portal, query: Mapping[Any, Any]) -> State:
    """The state that a query asks for; what is unknown, stale or too much gives way to the usual. Never raises."""
    asked = _Asked(query)
    indicators = offered_indicators(portal)
    indicator = asked.choose("indicator", indicators, next(iter(indicators.values()))).id
    period = _period(portal, indicator, asked)
    areas = _areas(portal, indicator, period, asked)
    category = asked.choose("group", offered_groups(portal, indicator, period.kind), ALL)
    views = offered_views(portal, indicator, period.kind)
    view = asked.choose("view", dict(zip(views, views, strict=True)), VIEWS[0], known=("groups",))
    by = _breakdown(portal, indicator, period, category, asked) if view == "groups" else ""
    sort = asked.choose("sort", dict(zip(SORTS, SORTS, strict=True)), SORTS[0])
    return State(indicator, areas, period, view, sort, category, by, tuple(asked.dropped))


@lru_cache(maxsize=4)
def offered_indicators(portal: Portal) -> Mapping[str, Indicator]:
    """The indicators that have figures, in the order of the catalogue."""
    published = {indicator for indicator, _ in portal.periods}
    return {name: indicator for name, indicator in catalogue(portal).items() if name in published}


@lru_cache(maxsize=256)
def offered_kinds(portal: Portal, indicator: str) -> Mapping[str, Mapping[str, Period]]:
    """The kinds of periods that an indicator has figures for, with its periods by their spelling, the newest first."""
    return {
        kind: {str(period): period for period in reversed(portal.periods[indicator, kind])}
        for kind in catalogue(portal)[indicator].periods
        if (indicator, kind) in portal.periods
    }


@lru_cache(maxsize=256)
def offered_periods(portal: Portal, indicator: str) -> Mapping[str, Period]:
    """The periods of an indicator by their spelling, kind by kind, the newest first."""
    found: dict[str, Period] = {}
    for periods in offered_kinds(portal, indicator).values():
        for text, period in periods.items():
            found.setdefault(text, period)
    return found


@lru_cache(maxsize=128)
def offered_groups(portal: Portal, indicator: str, kind: str) -> Mapping[str, Category]:
    """The groups of people that an indicator is published for in periods of a kind, as addresses write them."""
    split = portal.categories(indicator, kind)
    pairs = [(breakdown, category) for breakdown, categories in split.items() for category in categories]
    return {EVERYONE: ALL} | {group_code(pair): pair for pair in pairs}


def ending_with(periods: Mapping[str, Period], text: str) -> Period | None:
    """The period that `text` names or, where an indicator has other kinds of periods, the one that ends with it."""
    try:
        asked = parse_period(text)
    except ValueError:
        return None
    return periods.get(text) or next(
        (period for period in periods.values() if period.last == asked.last), None
    )


def ended_by(periods: Mapping[str, Period], text: str) -> Period | None:
    """The period that `text` names or, where it names one of another kind, the last that had ended with it."""
    try:
        asked = parse_period(text)
    except ValueError:
        return None
    if text in periods:
        return periods[text]
    kind = next(iter(periods.values())).kind
    if asked.kind == _SPELLED_LIKE.get(kind, kind):
        return None
    return last_ended(periods, asked)


def last_ended(periods: Mapping[str, Period], period: Period) -> Period | None:
    """The newest of the periods (the newest first) that had ended when `period` ended."""
    return next((one for one in periods.values() if one.last <= period.last), None)


@lru_cache(maxsize=256)
def offered_views(portal: Portal, indicator: str, kind: str) -> tuple[str, ...]:
    """The views there are: groups only where the indicator is split, real borders where the country has some."""
    missing = set()
    if not portal.categories(indicator, kind):
        missing.add("groups")
    if portal.country.base_level not in portal.bounded:
        missing.add("borders")
    return tuple(view for view in VIEWS if view not in missing)


@lru_cache(maxsize=512)
def usual_period(portal: Portal, indicator: str, group: str = EVERYONE) -> Period:
    """The newest period of the kind to begin with: the first in which enough areas show a figure of the group.

    Kinds that have no such group are left out.
    """
    newest = {
        kind: next(iter(periods.values())) for kind, periods in offered_kinds(portal, indicator).items()
    }
    groups = {kind: offered_groups(portal, indicator, kind) for kind in newest}
    asked = [
        (indicator, newest[kind], offered[group]) for kind, offered in groups.items() if group in offered
    ]
    if len(asked) == 1:
        return asked[0][1]
    cells = portal.abreast(asked)
    return newest[fullest({one[1].kind: _part_shown(portal, one[1], cells[one]) for one in asked})]


def fullest(parts: Mapping[str, float]) -> str:
    """The first kind of periods in which half of the areas show a figure, else the one in which most do."""
    enough = (kind for kind, part in parts.items() if part >= _ENOUGH)
    return next(enough, max(parts, key=parts.__getitem__))


def _part_shown(portal: Portal, period: Period, cells: Abreast) -> float:
    base = base_on(portal, period.ends_on)
    shown = sum(size is not None for area, size, _ in cells.figures_and_flags() if area in base)
    return shown / max(len(base), 1)


def _period(portal: Portal, indicator: str, asked: _Asked) -> Period:
    """The period of the kind that is asked for, if the indicator has it; else the spelling tells the kind.

    Where neither is asked for, it is the usual one.
    """
    kinds = offered_kinds(portal, indicator)
    if not (asked.texts.get("kind") or asked.texts.get("period")):
        group = asked.texts.get("group", EVERYONE)
        known = any(group in offered_groups(portal, indicator, kind) for kind in kinds)
        return usual_period(portal, indicator, group if known else EVERYONE)
    periods = asked.choose("kind", kinds, None, known=vocabulary().period_kinds)
    text = asked.texts.get("period", "")
    if periods:
        found = ended_by(periods, text)
    else:
        periods = offered_periods(portal, indicator)
        found = ending_with(periods, text)
    return found or asked.choose("period", periods, next(iter(periods.values())))


def _breakdown(portal: Portal, indicator: str, period: Period, category: Category, asked: _Asked) -> str:
    """The breakdown to lay out: the one asked for, else that of the group, else the first."""
    offered = {code: code for code in portal.categories(indicator, period.kind)}
    usual = offered.get(category[0]) or next(iter(offered))
    return asked.choose("by", offered, usual, known=portal.breakdowns)


def _areas(portal: Portal, indicator: str, period: Period, asked: _Asked) -> tuple[str, ...]:
    """The areas that are asked for, whether they stand in the period or not; else the usual ones."""
    named = [part for part in dict.fromkeys(asked.texts.get("areas", "").split(",")) if part]
    chosen = tuple(part for part in named if part in portal.country.areas)[:MOST_AREAS]
    for part in named:
        if part not in chosen:
            asked.drop("areas", part)
    return chosen or standing(portal, indicator, period).usual(USUAL_AREAS)
