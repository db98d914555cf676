"""How areas stand in one period of an indicator: figures, what they were a year before, and their order."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property, lru_cache
from itertools import pairwise

from dashboard.data import catalogue
from indicators.catalogue import Indicator
from warehouse.areas import Country
from warehouse.periods import Period
from warehouse.reading import Cell, Portal


@dataclass(frozen=True, eq=False)
class Standing:
    """All areas in one period.

    `breaks` are the first periods after a break in the series of its measures; `sizes` tell large areas from small.
    """

    indicator: Indicator
    country: Country
    period: Period
    cells: Mapping[str, Cell]
    before: Mapping[str, Cell]
    breaks: tuple[str, ...]
    sizes: Mapping[str, Decimal]

    @cached_property
    def areas(self) -> tuple[str, ...]:
        """Every area that stands in the period and has a cell: by level in reading order, what is residual last."""
        levels = self.country.levels
        order = sorted(levels, key=lambda level: levels[level].role == "residual")
        day = self.period.ends_on
        standing = {level: self.country.areas_on(day, level) for level in order}
        return tuple(area.code for level in order for area in standing[level] if area.code in self.cells)

    @cached_property
    def offered(self) -> frozenset[str]:
        """The areas that can be chosen."""
        return frozenset(self.areas)

    def usual(self, most: int) -> tuple[str, ...]:
        """The areas to begin with: the whole country and the largest of the base level."""
        whole = self.country.whole.code
        return (*((whole,) if whole in self.offered else ()), *self.largest)[:most]

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

    def change(self, area: str) -> Decimal | None:
        """How much the figure moved in a year."""
        now, then = self.value(area), self.before.get(area)
        return None if now is None or then is None or then.value is None else now - then.value

    @property
    def broken(self) -> bool:
        """Whether the series breaks between the period and the one a year before."""
        before = str(self.period.year_before())
        return any(before < first <= str(self.period) for first in self.breaks)

    @cached_property
    def highest_first(self) -> bool:
        """Whether rank 1 is the highest figure; also where no figure is better than another."""
        return self.indicator.direction != "lower_is_better"

    @cached_property
    def ranks(self) -> Mapping[str, int]:
        """Rank of every area of the base level that has a figure; equal figures share a rank."""
        values = sorted(value for value in map(self.value, self.base) if value is not None)
        if self.highest_first:
            return {code: 1 + len(values) - bisect_right(values, value) for code, value in self._figures()}
        return {code: 1 + bisect_left(values, value) for code, value in self._figures()}

    @cached_property
    def largest(self) -> tuple[str, ...]:
        """The areas of the base level, the largest first; those without a figure come after the others."""

        def order(code: str) -> tuple[bool, Decimal, str]:
            return self.value(code) is None, -self.sizes.get(code, Decimal(0)), code

        return tuple(sorted(self.base, key=order))

    def _figures(self) -> Iterable[tuple[str, Decimal]]:
        return ((code, value) for code in self.base if (value := self.value(code)) is not None)


@lru_cache(maxsize=256)
def standing(portal: Portal, indicator: str, period: Period) -> Standing:
    """The standing in a release, read once. Raises KeyError for an indicator that the release does not have."""
    definition = catalogue(portal)[indicator]
    year_before = period.year_before()
    return Standing(
        definition,
        portal.country,
        period,
        _cells(portal, indicator, period),
        _cells(portal, indicator, year_before),
        tuple(first for measure in definition.measures for first, _ in portal.breaks.get(measure, ())),
        sizes(portal),
    )


@lru_cache(maxsize=4)
def sizes(portal: Portal) -> Mapping[str, Decimal]:
    """How large each area is: its population or, where most are not known, its newest count of persons."""
    found = {area.code: Decimal(area.population) for area in portal.country.areas.values() if area.population}
    base = [area for area in portal.country.areas.values() if area.level == portal.country.base_level]
    if 2 * sum(area.code in found for area in base) > len(base):
        return found
    counts = [one for one in catalogue(portal).values() if one.unit == "persons"]
    newest = [
        (one.id, portal.periods[one.id, kind][-1])
        for one in counts
        for kind in one.periods
        if (one.id, kind) in portal.periods
    ]
    return (
        {code: cell.value or Decimal(0) for code, cell in _cells(portal, *newest[0]).items()}
        if newest
        else found
    )


@lru_cache(maxsize=512)
def _cells(portal: Portal, indicator: str, period: Period) -> Mapping[str, Cell]:
    return {cell.area: cell for cell in portal.cells(indicator, period, period)}


def beyond_chance(one: Cell, other: Cell) -> bool | None:
    """Whether two figures differ by more than chance alone would explain, None where that cannot be told.

    The interval of the difference is put together from the published 95 % intervals of both (R. G. Newcombe,
    Statistics in Medicine 17 (1998) 873–890).
    """
    high, low = (one, other) if (one.value or 0) >= (other.value or 0) else (other, one)
    top, floor, bottom, ceiling = high.value, high.lower, low.value, low.upper
    if top is None or floor is None or bottom is None or ceiling is None:
        return None
    return (top - bottom) ** 2 > (top - floor) ** 2 + (ceiling - bottom) ** 2


def quantile_classes(values: Sequence[Decimal], most: int = 5) -> list[tuple[Decimal, Decimal]]:
    """Lowest and highest figure of at most `most` classes of about equally many areas; equal figures stay together."""
    ordered = sorted(values)
    cuts = sorted({ordered[len(ordered) * part // most] for part in range(most)}) if ordered else []
    starts = [bisect_left(ordered, cut) for cut in cuts]
    return [(ordered[start], ordered[end - 1]) for start, end in pairwise([*starts, len(ordered)])]
