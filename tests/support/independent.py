"""Every figure of a release a second way: from the delivered files and the country's tables, by the rules in words.

Written from the definitions alone, without sight of the project's SQL and without its packages: dictionaries, sets and
fractions, so that a fault would have to be made twice, in two manners, to go unseen.
"""

from calendar import monthrange
from collections.abc import Mapping, Sequence
from fractions import Fraction
from math import floor, sqrt
from pathlib import Path
from statistics import NormalDist
from typing import Any, NamedTuple

import yaml

from tests.support.independent_files import Country, Series, read_deliveries

Key = tuple[str, str, str]
"""An indicator, an area and a period."""

NO_FLAGS: frozenset[str] = frozenset()
Z = NormalDist().inv_cdf(0.975)


class Figure(NamedTuple):
    """What is known of a measure in an area and period; `number` None is a hidden one."""

    number: Fraction | None
    flags: frozenset[str] = NO_FLAGS


class Cell(NamedTuple):
    """A cell of which something is known, if only that it is hidden."""

    status: str
    value: Fraction | None = None
    numerator: Fraction | None = None
    denominator: Fraction | None = None
    lower: float | None = None
    upper: float | None = None
    flags: frozenset[str] = NO_FLAGS


HIDDEN = Cell("suppressed")
WITHOUT_MEANING = Cell("not_applicable")


class World:
    """A country and what was delivered of it."""

    def __init__(self, country: Path, deliveries: Path) -> None:
        self.country = Country(country)
        self.series: Mapping[str, Series] = read_deliveries(deliveries, self.country)

    def figure(self, measure: str, area: str, period: str) -> Figure | None:
        """The figure of an area: as published, else of its members, else of those before it; None if there is none."""
        series, place, day = self.series[measure], self.country.places[area], last_day(period)
        if (area, period) in series.figures:
            return Figure(series.figures[area, period])
        if day < place.since:
            return self._from_predecessors(measure, area, period)
        if area in series.areas or not series.adds:
            return None
        members = self.country.members(area, day)
        return total([self.figure(measure, member, period) for member in members], "summed")

    def _from_predecessors(self, measure: str, area: str, period: str) -> Figure | None:
        before = self.country.predecessors.get(area, set())
        split = any(len(self.country.successors[one]) > 1 for one in before)
        if split or (len(before) > 1 and not self.series[measure].adds):
            return None
        return total([self.figure(measure, one, period) for one in before], "predecessors")


def total(parts: Sequence[Figure | None], flag: str) -> Figure | None:
    """The sum of the parts: hidden if one of them is hidden, unknown if one of them is unknown or there is none."""
    if any(part is not None and part.number is None for part in parts):
        return Figure(None)
    known = [part for part in parts if part is not None and part.number is not None]
    if not known or len(known) < len(parts):
        return None
    return Figure(sum((part.number for part in known), Fraction(0)), flags_of(known) | {flag})


def flags_of(figures: Sequence[Figure]) -> frozenset[str]:
    """All that is to be said of a number made from these."""
    return NO_FLAGS.union(*(figure.flags for figure in figures))


def cells_of(world: World, definitions: Path) -> dict[Key, Cell]:
    """Every cell of which something is known."""
    cells = {}
    for file in sorted(definitions.glob("*.yml")):
        definition = yaml.safe_load(file.read_text(encoding="utf-8"))
        measures = [definition[name] for name in ("numerator", "denominator") if name in definition]
        if not measures or not all(measure in world.series for measure in measures):
            continue
        for period in world.series[measures[0]].periods:
            for area in world.country.places:
                cell = cell_of(world, definition, area, period)
                if cell is not None:
                    cells[file.stem, area, period] = cell
    return cells


def cell_of(world: World, definition: Mapping[str, Any], area: str, period: str) -> Cell | None:
    """One cell of an indicator, by its definition."""
    figure, decimals = world.figure(definition["numerator"], area, period), definition.get("decimals", 0)
    if "denominator" in definition:
        months = [world.figure(definition["denominator"], area, month) for month in months_of(period)]
        return ratio([figure, *months], definition, decimals)
    if figure is None or figure.number is None:
        return figure and HIDDEN
    return Cell("value", rounded(figure.number, decimals), flags=figure.flags)


def ratio(parts: Sequence[Figure | None], definition: Mapping[str, Any], decimals: int) -> Cell | None:
    """So many per thousand of the mean of the months, all of which are needed; divided last."""
    if any(part is not None and part.number is None for part in parts):
        return HIDDEN
    known = [part for part in parts if part is not None]
    if len(known) < len(parts):
        return None
    numerator, *months = (part.number for part in known)
    denominator = sum(months, Fraction(0)) / len(months)
    if denominator == 0:
        return WITHOUT_MEANING
    value = rounded(definition["per"] * numerator / denominator, decimals)
    ends = wilson(numerator, denominator, definition["per"]) if "interval" in definition else (None, None)
    return Cell("value", value, numerator, denominator, *ends, flags_of(known))


def rounded(number: Fraction, decimals: int) -> Fraction:
    """Half up, as one learns it at school."""
    return Fraction(floor(number * 10**decimals + Fraction(1, 2)), 10**decimals)


def wilson(numerator: Fraction, denominator: Fraction, per: int) -> tuple[float, float]:
    """The 95 % interval of a share by Wilson's score, times `per`."""
    share, count = float(numerator / denominator), float(denominator)
    middle = share + Z**2 / (2 * count)
    width = Z * sqrt(share * (1 - share) / count + Z**2 / (4 * count**2))
    whole = 1 + Z**2 / count
    return per * (middle - width) / whole, per * (middle + width) / whole


def months_of(quarter: str) -> list[str]:
    """The three months of a quarter."""
    year, number = quarter.split("-Q")
    return [f"{year}-{month:02}" for month in range(3 * int(number) - 2, 3 * int(number) + 1)]


def last_day(period: str) -> str:
    """The last day of a month or quarter."""
    month = months_of(period)[-1] if "Q" in period else period
    return f"{month}-{monthrange(int(month[:4]), int(month[5:]))[1]}"
