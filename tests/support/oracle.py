"""Every cell worked out a second way: sets and dictionaries, written from the definitions and not from the SQL."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from math import floor
from typing import NamedTuple

from indicators.catalogue import Indicator
from tests.support.worlds import Cell, Key, Member, Place, World
from warehouse.periods import MONTHS, Period, parse_period

Split = tuple[str, str]
"""A breakdown and one of its categories."""


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


def half_up(number: Fraction, decimals: int) -> Fraction:
    """The number with so many decimals; exactly half goes up."""
    return Fraction(floor(number * 10**decimals + Fraction(1, 2)), 10**decimals)


def together(parts: Iterable[Found | None], *flags: str) -> Found | None:
    """The sum of parts: hidden if one is, unknown if one is."""
    known = list(parts)
    if any(part is not None and part.status == "suppressed" for part in known):
        return Found("suppressed", None)
    carried = frozenset(flags)
    total = Fraction(0)
    for part in known:
        if part is None or part.value is None:
            return None
        total += part.value
        carried |= part.flags
    return Found("value", total, carried)


@dataclass
class Oracle:
    """Answers what each cell of a world must be."""

    world: World

    def __post_init__(self) -> None:
        """Put everything where it is found by its name."""
        self.places = {place.code: place for place in self.world.places}
        self.delivered = {
            (one.measure, (one.breakdown, one.category), parse_period(one.period), one.area): Found(
                one.status, None if one.value is None else Fraction(one.value)
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
        """Every cell of the indicator."""
        kinds = set(indicator.periods)
        splits = {split for _, split, _, _ in self.delivered if split[0] in {"all", *indicator.breakdowns}}
        figures: dict[tuple[Split, Period, str], Expected] = {}
        for period in {key[2] for key in self.delivered if key[2].kind in kinds}:
            for split in splits:
                for area in self.places:
                    cell = self.cell(indicator, split, period, area)
                    if cell.status != "not_available":
                        figures[split, period, area] = cell
        grid = self.grid(set(figures)) | set(figures)
        return {
            (indicator.id, *split, str(period), area): self.with_break(
                indicator, period, figures.get((split, period, area), Expected("not_available"))
            )
            for split, period, area in grid
        }

    def grid(self, told: set[tuple[Split, Period, str]]) -> set[tuple[Split, Period, str]]:
        """Every slot that must be there even if nothing is known of it."""
        reported = {area for _, _, area in told}
        slots = set()
        for split, kind in {(split, period.kind) for split, period, _ in told}:
            ends = [period.last for _, period, _ in told if period.kind == kind]
            for last in range(min(ends), max(ends) + 1, MONTHS[kind]):
                period = Period(kind, last)
                day = period.ends_on
                slots |= {
                    (split, period, place.code)
                    for place in self.world.places
                    if stands(place, day)
                    and (self.world.roles[place.level] != "residual" or place.code in reported)
                }
        return slots

    def with_break(self, indicator: Indicator, period: Period, cell: Expected) -> Expected:
        """The cell, flagged if a break of one of its measures starts in its period."""
        starts = [
            parse_period(start).starts_on
            for measure, start in self.world.breaks
            if measure in indicator.measures
        ]
        broken = any(period.starts_on <= start <= period.ends_on for start in starts)
        return cell._replace(flags=cell.flags | {"break"}) if broken and cell.status == "value" else cell

    def cell(self, indicator: Indicator, split: Split, period: Period, area: str) -> Expected:
        """One cell, as the indicator's definition makes it."""
        above = self.figure(indicator.numerator, split, period, area)
        if indicator.denominator is None:
            return (
                Expected(above.status, above.value, flags=above.flags) if above else Expected("not_available")
            )
        below = self.mean(indicator.denominator, split, period, area)
        if "suppressed" in {part.status for part in (above, below) if part}:
            return Expected("suppressed")
        if above is None or below is None or above.value is None or below.value is None:
            return Expected("not_available")
        if below.value == 0:
            return Expected("not_applicable")
        value = half_up(indicator.per * above.value / below.value, indicator.decimals)
        return Expected("value", value, above.value, below.value, above.flags | below.flags)

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
    return Expected(cell.status, *parts, frozenset(filter(None, cell.flags.split(","))))
