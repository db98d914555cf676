"""How areas stand in one period of an indicator: figures, what they were a year before, and their order."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property, lru_cache
from typing import NamedTuple

from dashboard.data import catalogue
from dashboard.ranks import Order, order_of
from dashboard.shades import FROM_LOW, Shade, shades_from_low, shades_from_zero
from indicators.catalogue import Indicator
from warehouse.areas import Country
from warehouse.periods import Period
from warehouse.reading import ALL, LARGEST, Abreast, Category, Cell, Portal

COUNTS = ("persons", "amount")
"""Ways of counting whose rounded figures are multiples of one base, where nothing is divided."""

PROVISIONAL, WIDE = "provisional", "wide"
"""Flags: late records are still to come; few people stand behind the figure."""

NO_CELL = Cell("", "", None, None, None, None, None, "not_available", ())
"""Of an area of which the release says nothing in a period."""


@dataclass(frozen=True, eq=False)
class Standing:
    """All areas in one period, of one group of people.

    `order` are the areas that stand in the period, in reading order. `breaks` are the first periods after a break in
    the series of its measures; `by_size` are all areas of the country, the largest first.
    """

    indicator: Indicator
    country: Country
    order: tuple[str, ...]
    period: Period
    cells: Mapping[str, Cell]
    before: Mapping[str, Cell]
    breaks: tuple[str, ...]
    by_size: Sequence[str]
    category: Category = ALL

    def cell(self, area: str) -> Cell:
        """The area's cell, also of an area that has none."""
        return self.cells.get(area) or NO_CELL._replace(area=area, period=str(self.period))

    def stands(self, area: str) -> bool:
        """Whether the area existed with its code and borders on the period's last day."""
        return self.country.areas[area].valid_on(self.period.ends_on)

    @cached_property
    def areas(self) -> tuple[str, ...]:
        """Every area that stands in the period and has a cell: by level in reading order, what is residual last."""
        return tuple(code for code in self.order if code in self.cells)

    @cached_property
    def offered(self) -> frozenset[str]:
        """The areas that stand in the period."""
        return frozenset(self.areas)

    def usual(self, most: int) -> tuple[str, ...]:
        """The areas to begin with: the whole country and the largest of the base level."""
        whole = self.country.whole.code
        return (*((whole,) if whole in self.offered else ()), *self.largest)[:most] or (whole,)

    @cached_property
    def base(self) -> tuple[str, ...]:
        """The areas of the level at which areas are compared."""
        return self.of_level(self.country.base_level)

    def of_level(self, level: str) -> tuple[str, ...]:
        """The areas of one level."""
        return tuple(code for code in self.areas if self.country.areas[code].level == level)

    def value(self, area: str) -> Decimal | None:
        """The area's figure, None when none is published."""
        cell = self.cells.get(area)
        return cell.value if cell else None

    def size(self, area: str) -> Decimal | None:
        """What the area is put in order by; None when no figure is published."""
        cell = self.cells.get(area)
        return cell.size if cell else None

    def change(self, area: str) -> Decimal | None:
        """How much the figure moved in a year, None where that cannot be told."""
        if area not in self._changes:
            self._changes[area] = self._moved(area)
        return self._changes[area]

    @cached_property
    def _changes(self) -> dict[str, Decimal | None]:
        """The changes that were asked for: the figures of the year before are made for them alone."""
        return {}

    def _moved(self, area: str) -> Decimal | None:
        now, then = self.cells.get(area), self.before.get(area)
        if now is None or now.value is None or then is None or then.value is None or _doubt(now, then):
            return None
        return now.value - then.value

    def doubt(self, area: str) -> str | None:
        """The flag that forbids to tell of a change in a year, if there is one.

        A provisional figure still lacks records that the settled one before it has, and one of few people moves by
        chance.
        """
        return _doubt(self.cell(area), self.before.get(area))

    @cached_property
    def rounding_reach(self) -> int:
        """Rounding alone can make two figures differ by less than this; 0 where they are not rounded to one base."""
        if self.indicator.count not in COUNTS or self.indicator.denominator or not self.country.has_persons:
            return 0
        rounded = any("rounded" in cell.flags for cell in self.cells.values())
        return 2 * self.country.protection.base if rounded else 0

    @property
    def whole_from(self) -> int:
        """The least rounded figure that others are set in proportion to."""
        return self.country.protection.wide_below if self.rounding_reach else 0

    def is_slight(self, difference: Decimal | None) -> bool:
        """Whether two figures differ, but by no more than rounding can make."""
        return difference is not None and 0 < abs(difference) < self.rounding_reach

    @property
    def broken(self) -> bool:
        """Whether the series breaks between the period and the one a year before."""
        before = str(self.period.year_before())
        return any(before < first <= str(self.period) for first in self.breaks)

    @cached_property
    def order_of_ranks(self) -> Order:
        """Which figure has rank 1."""
        return order_of(self.indicator)

    @property
    def places_tell(self) -> bool:
        """Whether an area's rank says more than how large it is."""
        return self.indicator.direction != "neutral" or self.indicator.denominator is not None

    @cached_property
    def ranks(self) -> Mapping[str, int]:
        """Rank of every area of the base level that has a certain figure; equal figures share a rank."""
        figures = {code: size for code, size in self._sizes() if code not in self.uncertain}
        ordered = sorted(map(self.order_of_ranks.merit, figures.values()))
        return {code: self.order_of_ranks.rank(ordered, size) for code, size in figures.items()}

    @cached_property
    def uncertain(self) -> frozenset[str]:
        """The areas of the base level whose figure too few people stand behind to be ranked."""
        return frozenset(code for code, _ in self._sizes() if WIDE in self.cells[code].flags)

    @cached_property
    def largest(self) -> tuple[str, ...]:
        """The areas of the base level, the largest first; those without a figure come after the others."""
        base = set(self.base)
        largest = [code for code in self.by_size if code in base]
        return tuple(sorted(largest, key=lambda code: self.value(code) is None))

    @cached_property
    def shades(self) -> Sequence[Shade]:
        """The classes that a map colours, the lowest first; on both sides of zero where figures have a sign."""
        values = [size for _, size in self._sizes() if size != LARGEST]
        both_signs = self.indicator.has_sign and min(values, default=0) < 0 < max(values, default=0)
        return shades_from_zero(values) if both_signs else shades_from_low(values)

    @property
    def scale(self) -> str:
        """The scale of the map's colours."""
        return next((shade.scale for shade in self.shades), FROM_LOW)

    def _sizes(self) -> Iterable[tuple[str, Decimal]]:
        return ((code, size) for code in self.base if (size := self.size(code)) is not None)


@lru_cache(maxsize=256)
def standing(portal: Portal, indicator: str, period: Period, category: Category = ALL) -> Standing:
    """The standing in a release, read once. Raises KeyError for an indicator that the release does not have."""
    cells = portal.two_periods(indicator, period.year_before(), period, category)
    return standing_of(portal, indicator, period, cells, category)


class Course(NamedTuple):
    """How all areas stand in a period, and the cells of some areas in all periods, oldest first."""

    now: Standing
    series: Mapping[str, Mapping[str, Cell]]


@lru_cache(maxsize=64)
def course(
    portal: Portal, indicator: str, period: Period, areas: tuple[str, ...], category: Category = ALL
) -> Course:
    """Standing and series of an indicator, read in one question. Raises KeyError for an indicator that is not there."""
    before, now, series = portal.course(indicator, (period.year_before(), period), areas, category)
    return Course(standing_of(portal, indicator, period, (before, now), category), series)


class Split(NamedTuple):
    """How all areas stand in a period, and the cells of that period of everybody and of every group of a breakdown."""

    now: Standing
    groups: Mapping[Category, Abreast]


@lru_cache(maxsize=64)
def split(portal: Portal, indicator: str, by: str, period: Period, category: Category = ALL) -> Split:
    """Standing and groups of an indicator, read in one question. Raises KeyError for a breakdown that it lacks."""
    groups = (ALL, *((by, name) for name in portal.categories(indicator, period.kind)[by]))
    before = (indicator, period.year_before(), category)
    told = portal.abreast([before, *((indicator, period, group) for group in (*groups, category))])
    now = (told[before], told[indicator, period, category].whole())
    return Split(
        standing_of(portal, indicator, period, now, category),
        {group: told[indicator, period, group] for group in groups},
    )


def standing_of(
    portal: Portal,
    indicator: str,
    period: Period,
    cells: tuple[Mapping[str, Cell], Mapping[str, Cell]],
    category: Category = ALL,
) -> Standing:
    """The standing of the areas whose cells of a period are at hand, after those of the period a year before."""
    before, now = cells
    definition = catalogue(portal)[indicator]
    return Standing(
        definition,
        portal.country,
        _reading_order(portal, period.ends_on),
        period,
        now,
        before,
        tuple(first for measure in definition.rests_on for first, _ in portal.breaks.get(measure, ())),
        by_size(portal),
        category,
    )


def _doubt(now: Cell, then: Cell | None) -> str | None:
    if PROVISIONAL in now.flags:
        return PROVISIONAL
    return WIDE if WIDE in now.flags or (then is not None and WIDE in then.flags) else None


@lru_cache(maxsize=256)
def _reading_order(portal: Portal, day: date) -> tuple[str, ...]:
    levels = portal.country.levels
    order = sorted(levels, key=lambda level: levels[level].role == "residual")
    places = {level: place for place, level in enumerate(order)}
    areas = sorted(portal.country.areas_on(day), key=lambda area: places[area.level])
    return tuple(area.code for area in areas)


@lru_cache(maxsize=256)
def base_on(portal: Portal, day: date) -> frozenset[str]:
    """The areas that are compared on a day: those of the base level that stand then."""
    return frozenset(area.code for area in portal.country.areas_on(day, portal.country.base_level))


@lru_cache(maxsize=4)
def sizes(portal: Portal) -> Mapping[str, Decimal]:
    """How large each area is: its population or, where most are not known, its newest count of persons."""
    found = {area.code: Decimal(area.population) for area in portal.country.areas.values() if area.population}
    base = [area for area in portal.country.areas.values() if area.level == portal.country.base_level]
    if 2 * sum(area.code in found for area in base) > len(base):
        return found
    counts = [one for one in catalogue(portal).values() if one.unit == "persons"]
    newest = [
        (one.id, portal.periods[one.id, kind][-1], portal.periods[one.id, kind][-1])
        for one in counts
        for kind in one.periods
        if (one.id, kind) in portal.periods
    ]
    return {cell.area: cell.value or Decimal(0) for cell in portal.cells(*newest[0])} if newest else found


@lru_cache(maxsize=4)
def by_size(portal: Portal) -> Sequence[str]:
    """All areas, the largest first; those of which nothing is known are the last."""
    known = sizes(portal)
    return sorted(portal.country.areas, key=lambda code: (-known.get(code, Decimal(0)), code))


def common_flags(cells: Iterable[Cell]) -> frozenset[str]:
    """Flags that every published figure carries."""
    flags = {cell.flags for cell in cells if cell.value is not None}
    return frozenset.intersection(*map(frozenset, flags)) if flags else frozenset()
