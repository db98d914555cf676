"""Values of a catalogue entry that are right one by one and wrong together."""

from collections.abc import Iterator, Mapping
from typing import Any

from indicators.differences import MADE_OF, SUMS, wrong_number_of_parts
from indicators.measure import Measure
from warehouse.vocabulary import vocabulary

COUNTS: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "persons": (("spans",), ("spans",)),
    "amount": (("spans", "events", "figures"), ("spans", "events", "figures")),
    "share_of_cohort": (("events",), ("events",)),
    "duration": (("spans",), ()),
    "level": (("events",), ()),
    "delivered": (("figures",), ("figures",)),
    **dict.fromkeys(MADE_OF, ((), ())),
}
"""How an indicator may count, with the shapes of measure that each takes above and below the line.

`persons` counts each person once in a period; over a denominator, those of its persons who are in the numerator too.
`amount` adds up days (as full-time persons) or events, or divides what is delivered by these. `share_of_cohort` divides
events by the events that they are a part of. `duration` looks at the length of spells, `level` at what events amount
to. `delivered` figures come ready counted from their source. A `difference` is made of two published figures, a `sum`
and a `growth` of one.
"""

OF_AMOUNTS = ("mean", "median")
"""What may be said of what events amount to."""

_OF_COUNTED = (
    *("numerator", "denominator", "per", "statistic", "at_days", "parameters", "lead_in_months"),
    "follow_up_months",
)
"""Keys that say how something is counted; what is made of published figures says nothing of that, for these do."""

Fault = tuple[str, str]
"""The key to mend, and the rule that it breaks."""


def contradictions(entry: Mapping[str, Any], measures: Mapping[str, Measure]) -> Iterator[Fault]:
    """All of them, of an entry whose values are right one by one."""
    if "replaced_by" in entry and "retired_on" not in entry:
        yield "replaced_by", "needs retired_on"
    if "key_figure" in entry and "retired_on" in entry:
        yield "key_figure", "cannot stand with retired_on"
    if entry["count"] in MADE_OF:
        yield from _made(entry)
    else:
        yield from _counted(entry, measures)


def _made(entry: Mapping[str, Any]) -> Iterator[Fault]:
    count, interval = entry["count"], entry.get("interval", "none")
    for key in _OF_COUNTED:
        if key in entry:
            yield key, f"cannot stand with count {count}"
    wrong = wrong_number_of_parts(entry)
    if wrong:
        yield "parts", wrong
    if count == "difference" and interval not in ("none", "newcombe"):
        yield "interval", "must be newcombe with count difference"
    if count != "difference" and interval != "none":
        yield "interval", f"cannot stand with count {count}"


def _counted(entry: Mapping[str, Any], measures: Mapping[str, Measure]) -> Iterator[Fault]:
    counted = [measures[entry[key]] for key in ("numerator", "denominator") if key in entry]
    yield from _shapes(entry, measures)
    yield from _ratio(entry)
    yield from _interval(entry, counted[0])
    yield from _duration(entry, counted[0])
    yield from _money(entry, counted)
    yield from _follow_up(entry)
    yield from _parameters(entry, counted)
    yield from _breakdowns(entry, counted)
    if entry["count"] != "amount" and any(one.category_of != "scheme" for one in counted):
        yield "count", "must be amount where the categories are of days, since a person may be in several"
    if "parts" in entry:
        yield "parts", f"needs count {', '.join(MADE_OF)}"
    if entry.get("direction") == "nearer_zero_is_better":
        yield "direction", "nearer_zero_is_better needs count difference"
    if entry["count"] == "amount" and counted[0].shape == "figures":
        yield from _delivered_over_counted(entry, counted)
    sums = entry["count"] in ("amount", "share_of_cohort")
    if sums and "rolling_year" in entry["periods"] and any(one.of_workplaces for one in counted):
        yield "periods", "rolling_year of sums over workplaces would tell months that are hidden"
    if entry["count"] in ("persons", "share_of_cohort") and len({one.states for one in counted}) > 1:
        yield "denominator", "must count the same as the numerator: persons, or workplaces"


def _delivered_over_counted(entry: Mapping[str, Any], counted: list[Measure]) -> Iterator[Fault]:
    if len(counted) == 1 or counted[1].shape == "figures":
        yield "count", "must be delivered where nothing is counted here"
    for key in ("lead_in_months", "follow_up_months"):
        if key in entry:
            yield key, "cannot stand with a numerator that is delivered"


def _shapes(entry: Mapping[str, Any], measures: Mapping[str, Measure]) -> Iterator[Fault]:
    count = entry["count"]
    for key, shapes in zip(("numerator", "denominator"), COUNTS[count], strict=True):
        if key in entry and not shapes:
            yield key, f"cannot stand with count {count}"
        elif key in entry and measures[entry[key]].shape not in shapes:
            yield key, f"must be a measure of {' or '.join(shapes)} with count {count}"


def _ratio(entry: Mapping[str, Any]) -> Iterator[Fault]:
    is_ratio = "denominator" in entry
    if entry["count"] == "share_of_cohort" and not is_ratio:
        yield "count", "share_of_cohort needs a denominator"
    if entry.get("per", 1) != 1 and not is_ratio and entry.get("statistic") != "survival":
        yield "per", "needs a denominator"


def _interval(entry: Mapping[str, Any], numerator: Measure) -> Iterator[Fault]:
    interval = entry.get("interval", "none")
    if interval == "none":
        return
    if "denominator" not in entry:
        yield "interval", "needs a denominator"
    elif interval == "newcombe":
        yield "interval", "newcombe is for a difference"
    elif numerator.shape == "figures" and entry["count"] == "amount":
        yield "interval", "there is none of what is delivered over what is counted"
    elif (interval == "byar") != (entry["count"] == "amount" and numerator.shape == "events"):
        yield "interval", "byar is for an amount of events, wilson for a share"


def _duration(entry: Mapping[str, Any], numerator: Measure) -> Iterator[Fault]:
    statistic, is_duration = entry.get("statistic"), entry["count"] == "duration"
    has_one = is_duration or entry["count"] == "level"
    if has_one and statistic is None:
        yield "count", f"{entry['count']} needs a statistic"
    if statistic is not None and not has_one:
        yield "statistic", "needs count duration or level"
    if entry["count"] == "level" and statistic not in (None, *OF_AMOUNTS):
        yield "statistic", f"must be {' or '.join(OF_AMOUNTS)} with count level"
    if is_duration and numerator.shape == "spans" and not numerator.tells_exits:
        yield "numerator", "must have a column exit_known with count duration"
    if (statistic in ("survival", "survival_median")) != ("at_days" in entry):
        yield "at_days", "stands with the statistics survival and survival_median, and only there"
    if (
        is_duration
        and statistic not in (None, "survival")
        and "days" not in vocabulary().units[entry["unit"]].more
    ):
        yield "unit", "must be a stretch of days with a mean or median duration"


def _money(entry: Mapping[str, Any], counted: list[Measure]) -> Iterator[Fault]:
    """Sums of money are told by themselves nowhere: they are in units that nobody thinks in."""
    numerator, *denominator = counted
    if any(one.is_money for one in denominator):
        yield "denominator", "must not be money"
        return
    if not numerator.is_money:
        if denominator and entry["unit"] in SUMS:
            yield "unit", "is of payments alone"
        return
    if "currency" not in vocabulary().units[entry["unit"]].more:
        yield "unit", "must be one of currency where the numerator is money"
    if entry["count"] != "level" and not (
        entry["count"] == "amount" and numerator.shape == "spans" and denominator
    ):
        yield "count", "must be amount over a denominator, or level, where the numerator is money"


def _follow_up(entry: Mapping[str, Any]) -> Iterator[Fault]:
    if entry["count"] == "delivered":
        for key in ("lead_in_months", "follow_up_months", "parameters"):
            if key in entry:
                yield key, "cannot stand with count delivered"
    months = entry.get("follow_up_months", 0)
    if entry.get("parameters", {}).get("follow_up_months", months) != months:
        yield "follow_up_months", "must be the same among the parameters"


def _parameters(entry: Mapping[str, Any], counted: list[Measure]) -> Iterator[Fault]:
    given, needed = set(entry.get("parameters", {})), {name for one in counted for name in one.parameters}
    for name in sorted(needed - given):
        yield "parameters", f"{name} is missing, a measure needs it"
    for name in sorted(given - needed):
        yield "parameters", f"{name} is needed by no measure"


def _breakdowns(entry: Mapping[str, Any], counted: list[Measure]) -> Iterator[Fault]:
    for code in entry.get("breakdowns", ()):
        breakdown = vocabulary().breakdowns[code]
        parts = set(breakdown.parts or (code,))
        own = {one for one in parts if vocabulary().breakdowns[one].own}
        if parts - own and any(one.of_workplaces for one in counted):
            yield "breakdowns", f"{code} is told of persons, and workplaces are counted"
        if not all(own <= one.own_breakdowns or one.shape == "figures" for one in counted):
            yield "breakdowns", f"{code} needs measures with categories"
        if breakdown.period_kinds and not set(breakdown.period_kinds) & set(entry["periods"]):
            yield "breakdowns", f"{code} is published for none of these periods"
