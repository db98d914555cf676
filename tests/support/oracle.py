"""Every cell worked out a second way: sets and dictionaries, written from the definitions and not from the SQL."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from math import floor
from typing import NamedTuple

from indicators.catalogue import Indicator
from indicators.comparison.intervals import byar, wilson
from tests.support.worlds import Cell, Key, Member, Place, World
from warehouse.periods import MONTHS, Period, parse_period

Split = tuple[str, str]
"""A breakdown and one of its categories."""

Slot = tuple[Split, Period, str]
"""A split, a period and an area."""

INTERVALS = {"wilson": wilson, "byar": byar}
HIDDEN = ("suppressed", "withdrawn")
"""What hides whatever is made of it; the first hides the second."""

WITH_FLAGS = {"value", "beyond"}
"""Statuses of a number, or of one that is larger than is followed."""


class Found(NamedTuple):
    """What is known of one figure."""

    status: str
    value: Fraction | None
    flags: frozenset[str] = frozenset()


class Expected(NamedTuple):
    """What a cell must hold."""

    status: str
    value: Fraction | None = None
    numerator: Fraction | None = None
    denominator: Fraction | None = None
    flags: frozenset[str] = frozenset()
    interval: tuple[Decimal, Decimal] | None = None


def half_up(number: Fraction, decimals: int) -> Fraction:
    """The number with so many decimals; exactly half goes up."""
    return Fraction(floor(number * 10**decimals + Fraction(1, 2)), 10**decimals)


def together(parts: Iterable[Found | None], *flags: str) -> Found | None:
    """The sum of parts: hidden if one is, unknown if one is."""
    known = list(parts)
    for status in HIDDEN:
        if any(part is not None and part.status == status for part in known):
            return Found(status, None)
    carried = frozenset(flags)
    total = Fraction(0)
    for part in known:
        if part is None or part.value is None:
            return None
        total += part.value
        carried |= part.flags
    return Found("value", total, carried)


def why_none(*parts: Found | None) -> str:
    """The status of a figure one of whose parts has no number; nothing if all have one."""
    statuses = {part.status if part else "not_available" for part in parts}
    if statuses == {"value"}:
        return ""
    return next((status for status in HIDDEN if status in statuses), "not_available")


def flagged(cell: Expected, period: Period, starts: Iterable[date]) -> Expected:
    """The cell, flagged if its series is another from a day in its period on."""
    broken = any(period.starts_on <= start <= period.ends_on for start in starts)
    return cell._replace(flags=cell.flags | {"break"}) if broken and cell.status in WITH_FLAGS else cell


def quotient(
    indicator: Indicator, above: Found, below: Found, errors: tuple[float, float] = (0.0, 0.0)
) -> Expected:
    """The one part by the other; `errors` are what rounding has moved either."""
    assert above.value is not None
    assert below.value is not None
    value = half_up(indicator.per * above.value / below.value, indicator.decimals)
    interval = None
    if indicator.interval == "byar" or (indicator.interval == "wilson" and above.value <= below.value):
        worked_out = INTERVALS[indicator.interval]
        least, most = worked_out(float(above.value), float(below.value), indicator.per, errors=errors)
        interval = (Decimal(f"{least:.4f}"), Decimal(f"{most:.4f}"))
    return Expected("value", value, above.value, below.value, above.flags | below.flags, interval)


@dataclass
class Oracle:
    """Answers what each cell of a world must be."""

    world: World

    def __post_init__(self) -> None:
        """Put everything where it is found by its name."""
        self.places = {place.code: place for place in self.world.places}
        self.delivered = {
            (one.measure, (one.breakdown, one.category), parse_period(one.period, one.kind), one.area): Found(
                one.status, None if one.value is None else Fraction(one.value), one.flags
            )
            for one in self.world.figures
        }
        self.told_of: dict[str, set[str]] = {}
        for measure, *_, area in self.delivered:
            self.told_of.setdefault(measure, set()).add(area)
        self.adds = self.world.measures
        self.kinds: dict[str, set[str]] = {}
        for measure, _, period, _ in self.delivered:
            self.kinds.setdefault(measure, set()).add(period.kind)
        self.members: dict[str, list[Member]] = {}
        for one in self.world.members:
            self.members.setdefault(one.group, []).append(one)

    def cells(self, indicator: Indicator) -> dict[Key, Expected]:
        """Every cell of the indicator, which has no two kinds of periods that are spelled alike."""
        return {
            (indicator.id, *split, str(period), area): cell
            for (split, period, area), cell in self.slots(indicator).items()
        }

    def slots(self, indicator: Indicator) -> dict[Slot, Expected]:
        """Every cell of the indicator by its slot, in the periods that its numerator is told of."""
        told = {period for measure, _, period, _ in self.delivered if measure == indicator.numerator}
        splits = {split for _, split, _, _ in self.delivered if split[0] in {"all", *indicator.breakdowns}}
        figures: dict[Slot, Expected] = {}
        for period in (one for one in told if one.kind in indicator.periods):
            for split in splits:
                for area in self.places:
                    cell = self.cell(indicator, split, period, area)
                    if cell.status != "not_available":
                        figures[split, period, area] = cell
        grid = self.grid(set(figures)) | set(figures)
        nothing = Expected("not_available")
        return {slot: self.with_break(indicator, slot, figures.get(slot, nothing)) for slot in grid}

    def grid(self, told: set[Slot]) -> set[Slot]:
        """Every slot that must be there even if nothing is known of it."""
        reported = {area for _, _, area in told}
        slots = set()
        for split, kind in {(split, period.kind) for split, period, _ in told}:
            ends = [period.last for _, period, _ in told if period.kind == kind]
            step = 1 if kind == "rolling_year" else MONTHS[kind]
            for last in range(min(ends), max(ends) + 1, step):
                period = Period(kind, last)
                day = period.ends_on
                slots |= {
                    (split, period, place.code)
                    for place in self.world.places
                    if stands(place, day)
                    and (self.world.roles[place.level] != "residual" or place.code in reported)
                }
        return slots

    def with_break(self, indicator: Indicator, slot: Slot, cell: Expected) -> Expected:
        """The cell, flagged if a break of one of its measures starts in its period."""
        starts = (start for measure, start in self.world.breaks if measure in indicator.measures)
        return flagged(cell, slot[1], (parse_period(start).starts_on for start in starts))

    def cell(self, indicator: Indicator, split: Split, period: Period, area: str) -> Expected:
        """One cell, as the indicator's definition makes it."""
        above = self.figure(indicator.numerator, split, period, area)
        if indicator.denominator is None:
            flags = above.flags if above and above.status in WITH_FLAGS else frozenset()
            return Expected(above.status, above.value, flags=flags) if above else Expected("not_available")
        return self.ratio(indicator, above, self.mean(indicator.denominator, split, period, area))

    def ratio(self, indicator: Indicator, above: Found | None, below: Found | None) -> Expected:
        """The cell of a figure that is divided by another."""
        if reason := why_none(above, below):
            return Expected(reason)
        return quotient(indicator, above, below) if below.value else Expected("not_applicable")

    def mean(self, measure: str, split: Split, period: Period, area: str) -> Found | None:
        """The measure over a period: its own figure, else the mean of all shorter ones in it."""
        fitting = [
            kind for kind in self.kinds[measure] if kind == period.kind or MONTHS[kind] < MONTHS[period.kind]
        ]
        if not fitting:
            return None
        kind = max(fitting, key=lambda one: MONTHS[one])
        parts = [Period(kind, last) for last in period.months[MONTHS[kind] - 1 :: MONTHS[kind]]]
        total = together(self.figure(measure, split, part, area) for part in parts)
        if total is None or total.value is None:
            return total
        return total._replace(value=half_up(total.value / len(parts), 4))

    def figure(self, measure: str, split: Split, period: Period, area: str) -> Found | None:
        """The measure's figure: as delivered, else the sum of members, else from the areas before it."""
        return self.own_figure(measure, split, period, area) or self.past_figure(measure, split, period, area)

    def own_figure(self, measure: str, split: Split, period: Period, area: str) -> Found | None:
        """The figure as delivered, else the sum of the area's members on the period's last day.

        A residual member that the source never tells of is left out of the sum.
        """
        if (measure, split, period, area) in self.delivered:
            return self.delivered[measure, split, period, area]
        day = period.ends_on
        told_of = self.told_of.get(measure, set())
        members = {
            one.member
            for one in self.members.get(area, ())
            if stands(one, day)
            and (one.member in told_of or self.world.roles[self.places[one.member].level] != "residual")
        }
        if not members or not self.adds[measure]:
            return None
        return together((self.delivered.get((measure, split, period, one)) for one in members), "summed")

    def past_figure(self, measure: str, split: Split, period: Period, area: str) -> Found | None:
        """The sum of the areas that went whole into this one on its first day, before that day."""
        first = self.places[area].first
        if first is None or period.ends_on >= first:
            return None
        before = {one.code for one in self.world.steps if one.successor == area and one.on == first}
        whole = all(sum(one.code == code for one in self.world.steps) == 1 for code in before)
        if not before or not whole:
            return None
        if len(before) > 1 and not self.adds[measure]:
            return None
        parts = [self.own_figure(measure, split, period, code) for code in before]
        return together(parts, "predecessors") if all(parts) else None


def stands(place: Place | Member, day: date) -> bool:
    """Whether the area, or the membership, holds on that day."""
    return (place.first is None or place.first <= day) and (place.last is None or place.last >= day)


def told(cell: Cell) -> Expected:
    """A computed cell in the oracle's words."""
    parts = (
        None if part is None else Fraction(part) for part in (cell.value, cell.numerator, cell.denominator)
    )
    interval = None if cell.lower is None or cell.upper is None else (cell.lower, cell.upper)
    return Expected(cell.status, *parts, frozenset(filter(None, cell.flags.split(","))), interval)
