"""What an entry made of published figures says: which these are, and whether it can be made of them."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from warehouse.vocabulary import vocabulary

MADE_OF = {"difference": 2, "sum": 1, "growth": 1}
"""The counts that are made of published figures, with how many of these an entry names."""

POINTS = {"percent": "percentage_points"}
"""The unit of a difference between two figures of a unit, where it is not the same."""

SUMS = {"currency_a_month": "million_currency"}
"""The unit of the sum that stands above the line of a figure of a unit."""

GROWTH = "percent_on_year"
"""The unit of a growth."""

_INDICATOR = "indicator"

_Entry = Mapping[str, Any]


def is_list_of_parts(value: Any) -> str:
    """What is wrong with the value of `parts`, by itself; an empty text when nothing is."""
    if not isinstance(value, list) or len(value) not in MADE_OF.values():
        return "must list two figures, of which the second is taken from the first, or one"
    return next(filter(None, map(_one_part, value)), "")


def wrong_number_of_parts(entry: _Entry) -> str:
    """What is wrong with how many figures the entry is made of, and of whom; an empty text when nothing is."""
    number = MADE_OF[entry["count"]]
    if len(entry["parts"]) != number:
        return "must list one figure" if number == 1 else _TWO
    if number == 1 and len(entry["parts"][0]) > 1:
        return "must be of everybody"
    return ""


def part_of(told: Mapping[str, str]) -> dict[str, str]:
    """A side as the entry tells it, `{indicator: …, sex: female}`, by the names of `catalogue.Part`."""
    split = [(key, value) for key, value in told.items() if key != _INDICATOR]
    breakdown, category = split[0] if split else ("all", "all")
    return {"indicator": told[_INDICATOR], "breakdown": breakdown, "category": category}


def measures_of(entry: _Entry, entries: Mapping[str, _Entry]) -> Iterator[str]:
    """The measures that an entry names, or those that it is made of."""
    yield from (entry[key] for key in ("numerator", "denominator") if key in entry)
    for part in entry.get("parts", ()):
        yield from measures_of(entries[part[_INDICATOR]], entries)


def pair_of(one: str, other: str) -> str:
    """The breakdown that crosses two; empty if there is none."""
    pairs = (pair for pair in vocabulary().breakdowns.values() if set(pair.parts) == {one, other})
    return next((pair.code for pair in pairs), "")


def faults_of_parts(entry: _Entry, entries: Mapping[str, _Entry]) -> Iterator[str]:
    """Rules that an entry made of published figures breaks, given what other entries say."""
    count = entry.get("count")
    if count not in MADE_OF or is_list_of_parts(entry.get("parts")) or wrong_number_of_parts(entry):
        return
    parts = [part_of(told) for told in entry["parts"]]
    named = [entries.get(part["indicator"], {}) for part in parts]
    allowed = {"sum"} if count == "growth" else set()
    if not all(named) or any(
        one.get("count") in MADE_OF.keys() - allowed or "retired_on" in one for one in named
    ):
        yield "must name indicators that are counted or delivered, and not retired"
        return
    yield from _UNITS[count](entry, named)
    if count == "difference" and parts[0] == parts[1]:
        yield "names the same figure twice"
    if "interval" in entry and any("interval" not in one for one in named):
        yield "must have intervals where the difference has one"
    for part, one in zip(parts, named, strict=True):
        yield from _not_published(entry, part, one)


def _difference(entry: _Entry, named: Sequence[_Entry]) -> Iterator[str]:
    if len({(one.get("unit"), one.get("per", 1), one.get("decimals", 0)) for one in named}) > 1:
        yield "must be two figures of the same unit, `per` and decimals"
    unit = named[0].get("unit", "")
    if entry.get("unit") != POINTS.get(unit, unit) or entry.get("decimals", 0) != named[0].get("decimals", 0):
        yield f"give a figure in {POINTS.get(unit, unit)}, with as many decimals as they have"


def _sum(entry: _Entry, named: Sequence[_Entry]) -> Iterator[str]:
    unit = SUMS.get(named[0].get("unit", "")) if "denominator" in named[0] else None
    if unit is None:
        yield "must be of money that is divided by something"
    elif entry.get("unit") != unit:
        yield f"give a figure in {unit}"


def _growth(entry: _Entry, _: Sequence[_Entry]) -> Iterator[str]:
    if entry.get("unit") != GROWTH:
        yield f"give a figure in {GROWTH}"


_TWO = "must list two figures, of which the second is taken from the first"
_UNITS = {"difference": _difference, "sum": _sum, "growth": _growth}


def _not_published(entry: _Entry, part: Mapping[str, str], named: _Entry) -> Iterator[str]:
    for kind in entry.get("periods", ()):
        if kind not in named.get("periods", ()):
            yield f"{part['indicator']} has no periods of kind {kind}"
    own = part["breakdown"]
    for breakdown in ("all", *entry.get("breakdowns", ())):
        needed = breakdown if own == "all" else own if breakdown == "all" else pair_of(own, breakdown)
        if needed not in ("all", *named.get("breakdowns", ())):
            yield f"{part['indicator']} is not published by {needed or f'{own} and {breakdown}'}"


def _one_part(told: Any) -> str:
    if not isinstance(told, dict) or not isinstance(told.get(_INDICATOR), str) or len(told) > 2:
        return "must name the indicator of each figure and, if it is of a part of the people, its category"
    words = vocabulary().breakdowns
    for breakdown, category in told.items():
        if breakdown == _INDICATOR:
            continue
        if breakdown not in words or words[breakdown].parts or words[breakdown].overlapping:
            return f"is of no breakdown '{breakdown}'"
        if category not in words[breakdown].categories:
            return f"is of no category '{category}'"
    return ""
