"""What the entry of a difference says: which two published figures it is made of, and whether it can be."""

from collections.abc import Iterator, Mapping
from typing import Any

from warehouse.vocabulary import vocabulary

POINTS = {"percent": "percentage_points"}
"""The unit of a difference between two figures of a unit, where it is not the same."""

_INDICATOR = "indicator"


def is_list_of_parts(value: Any) -> str:
    """What is wrong with the value of `parts`, by itself; an empty text when nothing is."""
    if not isinstance(value, list) or len(value) != 2:
        return "must list two figures, of which the second is taken from the first"
    return next(filter(None, map(_one_part, value)), "")


def part_of(told: Mapping[str, str]) -> dict[str, str]:
    """A side as the entry tells it, `{indicator: …, sex: female}`, by the names of `catalogue.Part`."""
    split = [(key, value) for key, value in told.items() if key != _INDICATOR]
    breakdown, category = split[0] if split else ("all", "all")
    return {"indicator": told[_INDICATOR], "breakdown": breakdown, "category": category}


def measures_of(entry: Mapping[str, Any]) -> Iterator[str]:
    """The measures that an entry which counts names."""
    yield from (entry[key] for key in ("numerator", "denominator") if key in entry)


def pair_of(one: str, other: str) -> str:
    """The breakdown that crosses two; empty if there is none."""
    pairs = (pair for pair in vocabulary().breakdowns.values() if set(pair.parts) == {one, other})
    return next((pair.code for pair in pairs), "")


def faults_of_parts(entry: Mapping[str, Any], entries: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    """Rules that a difference breaks, being made of what other entries say."""
    if entry.get("count") != "difference" or is_list_of_parts(entry.get("parts")):
        return
    parts = [part_of(told) for told in entry["parts"]]
    named = [entries.get(part["indicator"], {}) for part in parts]
    if not all(named) or any(one.get("count") == "difference" or "retired_on" in one for one in named):
        yield "must name indicators that are counted or delivered, and not retired"
        return
    if parts[0] == parts[1]:
        yield "names the same figure twice"
    if len({(one.get("unit"), one.get("per", 1), one.get("decimals", 0)) for one in named}) > 1:
        yield "must be two figures of the same unit, `per` and decimals"
    unit = named[0].get("unit", "")
    if entry.get("unit") != POINTS.get(unit, unit) or entry.get("decimals", 0) != named[0].get("decimals", 0):
        yield f"give a figure in {POINTS.get(unit, unit)}, with as many decimals as they have"
    if "interval" in entry and any("interval" not in one for one in named):
        yield "must have intervals where the difference has one"
    for part, one in zip(parts, named, strict=True):
        yield from _not_published(entry, part, one)


def _not_published(
    entry: Mapping[str, Any], part: Mapping[str, str], named: Mapping[str, Any]
) -> Iterator[str]:
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
