"""Every figure of a register before protection: what is counted, in every place where it must be."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from indicators.catalogue import Indicator
from tests.support.person_oracle import Counting, Item, Slot, windows
from tests.support.person_oracle_every_measure import (
    EVENTS,
    OF_WORKPLACES,
    SPANS,
    SPELLS,
    Parameters,
    parameters_of,
)
from tests.support.person_oracle_measures import Followed
from tests.support.person_oracle_register import Register, month_of
from tests.support.person_oracle_statistics import DAYS_PER_WEEK, mean, median, survival, survival_median

Found = dict[Slot, Fraction]
"""A value for every place where anything counts."""

Table = dict[Slot, Fraction | None]
"""A value for every place; None where there is nothing that a value could be made of."""

NOTHING = Fraction(0)
PER_CENT = 100
OF_BEGUN = {"survival", "survival_median"}
"""Statistics of spells that begin in a period; the others are of those that end in it."""


@dataclass(frozen=True)
class Sought:
    """A figure that indicators are made of; `statistic` is persons, amount or one of spells or of events' amounts."""

    measure: str
    statistic: str
    within: str | None = None
    at_days: int | None = None
    parameters: Parameters = ()
    lead_in: int = 0
    follow_up: int = 0
    breakdowns: frozenset[str] = frozenset({"all"})
    period_kinds: frozenset[str] = frozenset()
    of: str = ""

    @property
    def is_level(self) -> bool:
        """Whether it is a statistic of what events amount to."""
        return self.measure in EVENTS and self.statistic != "amount"

    @property
    def name(self) -> str:
        """What it is called; `of` is the indicator that it is named after, if another has taken the name."""
        within = f" within {self.within}" if self.within else ""
        of = f" of {self.of}" if self.of else ""
        return (
            f"{self.measure} {self.statistic}{f' at {self.at_days} days' if self.at_days else ''}{within}{of}"
        )

    @property
    def what(self) -> "Sought":
        """What is counted, whatever it is split by and whenever it is told."""
        return replace(self, breakdowns=frozenset(), period_kinds=frozenset(), lead_in=0, follow_up=0)


def figures_of(indicators: Iterable[Indicator]) -> list[Sought]:
    """The figures that are counted from records of persons, each for all that an indicator wants of it."""
    return list({one.name: one for parts in parts_of(indicators).values() for one in parts}.values())


def parts_of(indicators: Iterable[Indicator]) -> dict[str, list[Sought]]:
    """The figures of each indicator, above and below the line, as far as they are counted from records of persons.

    What is divided by is told of all months that any indicator wants of it. Else what is counted otherwise than another
    figure of its name, or for other months, is named after the first indicator that it is so counted for.
    """
    parts = [(indicator, part) for indicator in indicators for part in _parts(indicator)]
    found: dict[str, Sought] = {}
    names: dict[str, list[str]] = {}
    for indicator, part in parts:
        one = part
        if part.measure == indicator.denominator:
            one = _of_most_months(part, [other for _, other in parts])
        same = next((other for other in found.values() if _alike(replace(other, of=""), one)), None)
        if same:
            one = replace(one, of=same.of)
        elif one.name in found:
            one = replace(one, of=indicator.id)
        other = found.get(one.name, one)
        found[one.name] = replace(
            one,
            breakdowns=one.breakdowns | other.breakdowns,
            period_kinds=one.period_kinds | other.period_kinds,
        )
        names.setdefault(indicator.id, []).append(one.name)
    return {indicator: [found[name] for name in listed] for indicator, listed in names.items()}


def _parts(indicator: Indicator) -> Iterator[Sought]:
    """The figures above and below the line."""
    shares = indicator.count == "persons"
    for measure in indicator.measures:
        if measure in {*SPANS, *EVENTS, *SPELLS}:
            within = indicator.denominator if shares and measure == indicator.numerator else None
            hangs_on = [measure, within] if within else [measure]
            yield Sought(
                measure,
                indicator.statistic or ("persons" if shares else "amount"),
                within,
                indicator.at_days,
                tuple(
                    sorted({one for each in hangs_on for one in parameters_of(each, indicator.parameters)})
                ),
                indicator.lead_in_months,
                indicator.follow_up_months,
                frozenset({"all", *indicator.breakdowns}),
                frozenset(indicator.periods),
            )


def _of_most_months(part: Sought, known: Iterable[Sought]) -> Sought:
    same = [one for one in known if one.what == part.what]
    return replace(
        part,
        lead_in=min(one.lead_in for one in same),
        follow_up=min(one.follow_up for one in same),
    )


def _alike(one: Sought, other: Sought) -> bool:
    months = (one.lead_in, one.follow_up) == (other.lead_in, other.follow_up)
    return months and one.what == other.what


def table_of(register: Register, sought: Sought) -> Table:
    """The figure in every place where there must be one."""
    counting = counting_of(register, sought)
    nothing = None if sought.measure in SPELLS or sought.is_level else NOTHING
    return {**dict.fromkeys(counting.grid(), nothing), **found_of(counting, sought)}


def as_kept(value: Fraction | None) -> Decimal | None:
    """The value with four decimals, as it is kept."""
    if value is None or value is NOTHING:
        return None if value is None else Decimal(0)
    return (Decimal(value.numerator) / value.denominator).quantize(Decimal("0.0001"), ROUND_HALF_UP)


def counting_of(register: Register, sought: Sought) -> Counting:
    """What puts the figure into its places."""
    return Counting(register, sought.breakdowns, sought.period_kinds, sought.lead_in, sought.follow_up)


def found_of(counting: Counting, sought: Sought) -> Mapping[Slot, Fraction | None]:
    """The figure where anything counts."""
    given = dict(sought.parameters)
    if sought.statistic == "persons":
        return persons(counting, sought.measure, sought.within, **given)
    if sought.statistic == "amount":
        return (events if sought.measure in EVENTS else full_time_persons)(counting, sought.measure, **given)
    if sought.is_level:
        return levels(counting, sought.measure, sought.statistic, **given)
    return durations(counting, sought.measure, sought.statistic, sought.at_days, **given)


def behind_of(counting: Counting, sought: Sought) -> dict[Slot, int]:
    """How many stand behind the figure: events of persons; or persons or workplaces, each once."""
    given = dict(sought.parameters)
    if sought.measure in SPELLS:
        placed = _spells(counting, sought.measure, sought.statistic, **given)
        return {slot: len({item.person for item in items}) for slot, items in placed.items()}
    if sought.is_level or sought.measure in OF_WORKPLACES & EVENTS.keys():
        happened = _events(counting, sought.measure)
        return {slot: len({item.person for item in items}) for slot, items in happened.items()}
    if sought.measure in EVENTS:
        return {slot: int(number) for slot, number in events(counting, sought.measure, **given).items()}
    people = persons(counting, sought.measure, sought.within, **given)
    return {slot: int(number) for slot, number in people.items()}


def persons(counting: Counting, measure: str, around: str | None = None, **given: int) -> Found:
    """How many people have a counted day; with `around`, among and in the state of those who have one there."""
    found = counting.persons(
        spans_of(counting, measure, given), spans_of(counting, around, given) if around else None
    )
    return {slot: Fraction(len(people)) for slot, people in found.items()}


def full_time_persons(counting: Counting, measure: str, **given: int) -> Found:
    """Counted days, each times its degree, divided by the days of the period."""
    monthly: Counter[tuple[str, str, int]] = Counter()
    for person, spans in spans_of(counting, measure, given).items():
        for own, days in spans.items():
            for day, degree in days.items():
                monthly[person, own, month_of(day)] += degree
    placed = counting.placed(Item(*key, degrees) for key, degrees in monthly.items())
    length = {(one.period_kind, one.period): one.days for one in windows(counting.register.months)}
    return {
        slot: Fraction(sum(item.thing for item in items), PER_CENT * length[slot.period_kind, slot.period])
        for slot, items in placed.items()
    }


def events(counting: Counting, measure: str, **given: int) -> Found:
    """How much happened."""
    placed = _events(counting, measure, **given)
    return {slot: Fraction(sum(item.thing for item in items)) for slot, items in placed.items()}


def levels(counting: Counting, measure: str, statistic: str, **given: int) -> Table:
    """The mean or median of what the events amount to."""
    of_amounts = mean if statistic == "mean" else median
    return {
        slot: of_amounts([Fraction(item.thing) for item in items])
        for slot, items in _events(counting, measure, **given).items()
    }


def _events(counting: Counting, measure: str, **given: int) -> dict[Slot, list[Item[int]]]:
    """The events of each place, with what each amounts to."""
    return counting.placed(
        Item(person, one.own, month_of(one.day), one.amount, one.way)
        for person in counting.register.people
        for one in EVENTS[measure](counting.register, person, **given)
    )


def durations(
    counting: Counting, measure: str, statistic: str, at_days: int | None = None, **given: int
) -> Table:
    """A mean or median length in weeks of spells that ended, or the per cent of begun ones that lasts longer.

    None where spells count that do not tell it.
    """
    return {
        slot: _length([item.thing for item in items], statistic, at_days or 0)
        for slot, items in _spells(counting, measure, statistic, **given).items()
    }


def _spells(
    counting: Counting, measure: str, statistic: str, **given: int
) -> dict[Slot, list[Item[Followed]]]:
    """The spells that count in each place: those that ended there, or that began there."""
    return counting.placed(
        Item(person, one.own, month_of(one.first if statistic in OF_BEGUN else one.last), one)
        for person in counting.register.people
        for one in SPELLS[measure](counting.register, person, **given)
    )


def _length(spells: Sequence[Followed], statistic: str, at_days: int) -> Fraction | None:
    if statistic == "survival":
        share = survival(spells, at_days)
        return None if share is None else PER_CENT * share
    if statistic == "survival_median":
        return survival_median(spells, at_days)
    lengths = [Fraction(one.days, DAYS_PER_WEEK) for one in spells]
    return mean(lengths) if statistic == "mean" else median(lengths)


def spans_of(
    counting: Counting, measure: str, given: Mapping[str, int]
) -> dict[str, dict[str, dict[date, int]]]:
    """Everybody's counted days; of the given parameters those are used that the measure takes."""
    register, used = counting.register, dict(parameters_of(measure, given))
    return {person: SPANS[measure](register, person, **used) for person in register.people}
