"""Which figures the indicators are made of: what is counted, of which measure, told apart by name."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from indicators.catalogue import Indicator
from indicators.measure import Measure

_WEEK = 7


@dataclass(frozen=True)
class Figure:
    """What is counted of a measure: persons, amount, a statistic of spells, or `delivered`: nothing.

    `within` is the measure whose persons alone count, in the state that it gives them. Windows begin
    `lead_in_months` after the first known month and end `follow_up_months` before the last. With `of_amounts` a
    statistic is of what events amount to; these are handled as if they were the days of spells.
    """

    name: str
    measure: str
    count: str
    within: str = ""
    at_days: int = 0
    parameters: tuple[tuple[str, int], ...] = ()
    lead_in_months: int = 0
    follow_up_months: int = 0
    of_amounts: bool = False

    @property
    def is_counted(self) -> bool:
        """Whether it is counted from records of persons."""
        return self.count != "delivered"

    @property
    def is_duration(self) -> bool:
        """Whether it tells how long spells last, or what events amount to: statistics, which never add up."""
        return self.count in {"mean", "median"} or self.is_of_begun

    @property
    def days_in_one(self) -> int:
        """So many days, or so much of an amount, are one of what the statistic is told in."""
        return 1 if self.of_amounts else _WEEK

    @property
    def is_of_begun(self) -> bool:
        """Whether it tells that of spells that begin in the period, not of those that end in it."""
        return self.count in {"survival", "survival_median"}

    @property
    def measures(self) -> tuple[str, ...]:
        """The measures that are counted."""
        return (self.measure, self.within) if self.within else (self.measure,)


@dataclass(frozen=True)
class Wanted:
    """What a figure is counted for."""

    breakdowns: frozenset[str] = frozenset()
    period_kinds: frozenset[str] = frozenset()

    def __or__(self, other: "Wanted") -> "Wanted":
        """What either is counted for."""
        return Wanted(self.breakdowns | other.breakdowns, self.period_kinds | other.period_kinds)


def plan(
    indicators: Iterable[Indicator], measures: Mapping[str, Measure]
) -> tuple[dict[str, tuple[Figure, ...]], dict[Figure, Wanted]]:
    """The figures of each indicator (numerator, then denominator), and what each figure is counted for.

    Equal figures of several indicators are one. What is divided by is counted for all months that any of them wants:
    counted twice, it would tell in one place what is withheld in the other. Any other figure that is counted otherwise
    than another of its name, for other months perhaps, is named after its indicator too.
    """
    figures: dict[str, tuple[Figure, ...]] = {}
    wanted: dict[Figure, Wanted] = {}
    named: dict[str, Figure] = {}
    made = [(one, list(figures_of(one, measures))) for one in indicators]
    alike = _alike(figure for _, parts in made for figure in parts)
    for indicator, parts in made:
        parts[1:] = [_of_most_months(alike[_of_any_months(below)], below) for below in parts[1:]]
        found = [_figure(one, named, indicator.id) for one in parts]
        figures[indicator.id] = tuple(found)
        for figure in found:
            named[figure.name] = figure
            wanted[figure] = wanted.get(figure, Wanted()) | _wanted(indicator)
    return figures, wanted


def figures_of(indicator: Indicator, measures: Mapping[str, Measure]) -> Iterator[Figure]:
    """The figures of an indicator: its numerator and, if it has one, its denominator; a difference has none."""
    within = indicator.denominator if indicator.count == "persons" else None
    for measure in indicator.measures:
        if measures[measure].shape == "figures":
            yield Figure(measure, measure, "delivered")
            continue
        count = indicator.statistic or ("persons" if indicator.count == "persons" else "amount")
        day = f" at {indicator.at_days} days" if indicator.at_days else ""
        figure = Figure(
            name=f"{measure} {count}{day}",
            measure=measure,
            count=count,
            at_days=indicator.at_days or 0,
            lead_in_months=indicator.lead_in_months,
            follow_up_months=indicator.follow_up_months,
            of_amounts=indicator.count == "level",
        )
        if within and measure == indicator.numerator:
            figure = replace(figure, name=f"{figure.name} within {within}", within=within)
        yield replace(figure, parameters=_parameters(figure, indicator, measures))


def adds_up(figure: Figure, measures: Mapping[str, Measure]) -> str:
    """What adds up in a figure: persons, events, days (in per cent of full time), or nothing."""
    if figure.is_duration:
        return "nothing"
    if figure.count == "persons":
        return "persons"
    return "events" if measures[figure.measure].shape == "events" else "days"


def adds_up_workplaces(figure: Figure, measures: Mapping[str, Measure]) -> bool:
    """Whether one that is counted, a workplace, may count for many: for positions, or employees."""
    return figure.count == "amount" and measures[figure.measure].of_workplaces


def _parameters(
    figure: Figure, indicator: Indicator, measures: Mapping[str, Measure]
) -> tuple[tuple[str, int], ...]:
    needed = {name for measure in figure.measures for name in measures[measure].parameters}
    return tuple((name, indicator.parameters[name]) for name in sorted(needed))


def _alike(figures: Iterable[Figure]) -> Mapping[Figure, Sequence[Figure]]:
    """Figures that differ in the months they are counted for alone, together."""
    alike: dict[Figure, list[Figure]] = {}
    for figure in figures:
        alike.setdefault(_of_any_months(figure), []).append(figure)
    return alike


def _of_most_months(alike: Sequence[Figure], figure: Figure) -> Figure:
    """The figure as it is counted where most is known of it."""
    return replace(
        figure,
        lead_in_months=min(one.lead_in_months for one in alike),
        follow_up_months=min(one.follow_up_months for one in alike),
    )


def _of_any_months(figure: Figure) -> Figure:
    return replace(figure, lead_in_months=0, follow_up_months=0)


def _figure(figure: Figure, named: Mapping[str, Figure], indicator: str) -> Figure:
    """The figure under the name that it has already, whichever it is, else under its own or its indicator's."""
    same = next((one for one in named.values() if replace(one, name=figure.name) == figure), None)
    if same:
        return same
    return replace(figure, name=f"{figure.name} of {indicator}") if figure.name in named else figure


def _wanted(indicator: Indicator) -> Wanted:
    return Wanted(frozenset({"all", *indicator.breakdowns}), frozenset(indicator.periods))
