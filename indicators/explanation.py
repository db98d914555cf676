"""How a published figure came about, as far as the public may know: told by a release alone."""

from collections.abc import Mapping
from dataclasses import dataclass

from indicators.asking import Asked
from indicators.catalogue import Indicator, Part, indicator_from_json
from indicators.measure import measure_of
from warehouse.areas import Area, Country
from warehouse.periods import Period
from warehouse.profile import Protection
from warehouse.reading import Category, Cell, DeliveredFile, Delivery, Portal

DELIVERED = "delivered"
_WAYS = {"spans": "days", "events": "events", "figures": DELIVERED}


@dataclass(frozen=True)
class Counted:
    """One measure of a figure, above or below the line.

    `way` says what is counted of it: persons (each once), days (as full-time persons), events, spells (how long they
    last), or nothing: it is delivered ready counted.
    """

    measure: str
    way: str
    sql: str
    sources: tuple[str, ...]

    @property
    def of_workplaces(self) -> bool:
        """Whether employers are counted, each in its areas, and not persons."""
        return measure_of(self.measure, self.sql).of_workplaces


@dataclass(frozen=True)
class Load:
    """A delivery with its files."""

    delivery: Delivery
    files: tuple[DeliveredFile, ...]


@dataclass(frozen=True)
class Origin:
    """What the figures of an indicator are made from in a release; without `protection` nothing is of persons.

    `parts` are the origins of the published figures that it is made of, each once; its measures and loads are all of
    theirs.
    """

    indicator: Indicator
    measures: tuple[Counted, ...]
    loads: tuple[Load, ...]
    protection: Protection | None
    parts: tuple["Origin", ...] = ()

    @property
    def ways(self) -> frozenset[str]:
        """All that is counted."""
        return frozenset(one.way for one in self.measures)

    @property
    def of_persons(self) -> frozenset[str]:
        """All that is counted of persons."""
        counted = (one for one in self.measures if not one.of_workplaces)
        return frozenset(one.way for one in counted) - {DELIVERED}

    @property
    def of_workplaces(self) -> bool:
        """Whether employers are counted."""
        return any(one.of_workplaces for one in self.measures)

    @property
    def divides_by_persons(self) -> bool:
        """Whether the figure is a ratio whose denominator is rounded."""
        return len(self.measures) == 2 and self.measures[1].way != DELIVERED


@dataclass(frozen=True)
class Side:
    """One of the published cells that another is made of."""

    indicator: Indicator
    category: Category
    period: Period
    cell: Cell


@dataclass(frozen=True)
class Explanation:
    """One published cell, and how it came about.

    `members` are the areas that belong to its area on the period's last day, `groups` those that it belongs to, and
    `predecessors` those that it was made from, if it did not stand yet; `sides` are the cells that it is made of, if it
    is made of published ones.
    """

    release: str
    synthetic: bool
    origin: Origin
    category: Category
    period: Period
    area: Area
    members: tuple[Area, ...]
    groups: tuple[Area, ...]
    predecessors: tuple[Area, ...]
    cell: Cell
    sides: tuple[Side, ...] = ()


def origin(portal: Portal, indicator: Indicator) -> Origin:
    """What the indicator's figures are made from, the deliveries in the order of loading."""
    if indicator.parts:
        return _of_parts(portal, indicator)
    measures = tuple(_counted(portal, indicator, measure) for measure in indicator.measures)
    sources = {source for one in measures for source in one.sources}
    files = _files(portal)
    loads = (Load(one, files.get(one.delivery, ())) for one in portal.deliveries if one.source in sources)
    of_persons = {one.way for one in measures} != {DELIVERED}
    return Origin(indicator, measures, tuple(loads), portal.country.protection if of_persons else None)


def explain(portal: Portal, asked: Asked) -> Explanation:
    """How a cell of the release came about."""
    country, area, day = portal.country, asked.area, asked.period.ends_on
    groups = (country.group_of(area.code, level, day) for level in country.levels)
    before = () if area.valid_on(day) else country.whole_predecessors(area.code)
    return Explanation(
        portal.release,
        portal.synthetic,
        origin(portal, asked.indicator),
        asked.category,
        asked.period,
        area,
        _members(country, area, asked.period),
        tuple(group for group in groups if group),
        tuple(map(country.area, before)),
        asked.cell,
        tuple(_side(portal, asked, part) for part in asked.indicator.parts),
    )


def _side(portal: Portal, asked: Asked, part: Part) -> Side:
    category, period = part.among(*asked.category), part.at(asked.period)
    cells = portal.cells(part.indicator, period, period, [asked.area.code], category)
    none = Cell(asked.area.code, str(period), None, None, None, None, None, "not_available", ())
    return Side(_defined(portal)[part.indicator], category, period, cells[0] if cells else none)


def _of_parts(portal: Portal, indicator: Indicator) -> Origin:
    names = dict.fromkeys(part.indicator for part in indicator.parts)
    parts = tuple(origin(portal, _defined(portal)[name]) for name in names)
    measures = {one.measure: one for part in parts for one in part.measures}
    loads = {load.delivery.delivery for part in parts for load in part.loads}
    return Origin(
        indicator,
        tuple(measures.values()),
        tuple(
            Load(one, _files(portal).get(one.delivery, ()))
            for one in portal.deliveries
            if one.delivery in loads
        ),
        next((part.protection for part in parts if part.protection), None),
        parts,
    )


def _defined(portal: Portal) -> Mapping[str, Indicator]:
    return {one.id: one for one in map(indicator_from_json, portal.definitions)}


def _counted(portal: Portal, indicator: Indicator, measure: str) -> Counted:
    sql = portal.measures[measure]
    way = _WAYS[measure_of(measure, sql).shape]
    if way == "days" and indicator.count in {"persons", "duration"}:
        way = "persons" if indicator.count == "persons" else "spells"
    return Counted(measure, way, sql, portal.measure_sources.get(measure, ()))


def _files(portal: Portal) -> Mapping[str, tuple[DeliveredFile, ...]]:
    found: dict[str, tuple[DeliveredFile, ...]] = {}
    for file in portal.delivered_files:
        found[file.delivery] = (*found.get(file.delivery, ()), file)
    return found


def _members(country: Country, area: Area, period: Period) -> tuple[Area, ...]:
    if area is country.whole:
        return country.areas_on(period.ends_on, country.base_level)
    return tuple(map(country.area, country.members(area.code, period.ends_on)))
