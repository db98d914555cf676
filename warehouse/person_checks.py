"""What must hold of a profile's section on how records of persons are counted."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields
from typing import Any

from warehouse.profile import MoneyRules, Protection
from warehouse.vocabulary import vocabulary

_KEYS = {"not_stated_area", "schemes", "provisional_months", "retention_years", "protection"}
_OPTIONAL = {"breaks"}
_SCHEME_KEYS = {"title", "group", "gap_days"}
_SCHEME_OPTIONAL = {"decision_days"}
_BREAK_KEYS = {"source", "period", "note"}
_LANGUAGES = {"en", "da"}
_PROTECTION_OPTIONAL = {"largest_employer", "money"}
MOST_OF_ONE = 90
"""So many per cent of what employers add up to may be one's at most, in any country."""
MOST_DOMINANT = 25
"""So many per cent of a sum of money may be one person's at most, in any country."""


def person_rule_faults(persons: Any, working_age: Any) -> Iterator[str]:
    """Faults of the section `persons` of a country.yml."""
    if not isinstance(persons, Mapping) or persons.keys() - _OPTIONAL != _KEYS:
        yield f"persons must have exactly the keys {', '.join(sorted(_KEYS))}"
        return
    yield from _scheme_faults(persons["schemes"])
    yield from _break_faults(persons.get("breaks", []))
    for key, least in (("provisional_months", 0), ("retention_years", 1)):
        if type(persons[key]) is not int or persons[key] < least:
            yield f"persons.{key} must be a whole number of at least {least}"
    yield from _protection_faults(persons["protection"])
    bands = [code for code in vocabulary().breakdowns["age"].categories if code != "not_stated"]
    ages = [int(bands[0].split("-")[0]), int(bands[-1].split("-")[1])]
    if working_age != ages:
        yield f"working_age must be {ages}, what the vocabulary's age bands span"


def _scheme_faults(schemes: Any) -> Iterator[str]:
    if not isinstance(schemes, Mapping) or not schemes:
        yield "persons.schemes must be a list of schemes"
        return
    for code, entry in schemes.items():
        where = f"persons.schemes.{code}"
        if not re.fullmatch(r"[a-z][a-z0-9_]*", str(code)) or code in {"all", "not_stated"}:
            yield f"{where}: a scheme's code is written in small letters, digits and _"
        if not isinstance(entry, Mapping) or entry.keys() - _SCHEME_OPTIONAL != _SCHEME_KEYS:
            yield f"{where} must have the keys {', '.join(sorted(_SCHEME_KEYS))}, and may have decision_days"
        elif type(entry.get("decision_days", 1)) is not int or not 1 <= entry.get("decision_days", 1) <= 60:
            yield f"{where}: decision_days must be a whole number of days from 1 to 60"
        elif type(entry["gap_days"]) is not int or entry["gap_days"] < 0:
            yield f"{where}: gap_days must be a whole number of days"
        elif not isinstance(entry["title"], Mapping) or not entry["title"].keys() >= _LANGUAGES:
            yield f"{where}: title must be given in en and da"


def _break_faults(breaks: Any) -> Iterator[str]:
    """Of breaks in records: the source, the first period after, and what changed."""
    for place, entry in enumerate(breaks if isinstance(breaks, list) else [breaks], start=1):
        where = f"persons.breaks.{place}"
        if not isinstance(entry, Mapping) or entry.keys() != _BREAK_KEYS:
            yield f"{where} must have exactly the keys {', '.join(sorted(_BREAK_KEYS))}"
        elif not re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", str(entry["period"])):
            yield f"{where}: period must be the first month after, written 2027-01"
        elif not isinstance(entry["note"], Mapping) or not entry["note"].keys() >= _LANGUAGES:
            yield f"{where}: note must be given in en and da"


def _protection_faults(protection: Any) -> Iterator[str]:
    keys = [one.name for one in fields(Protection) if one.name not in _PROTECTION_OPTIONAL]
    if not isinstance(protection, Mapping) or protection.keys() - _PROTECTION_OPTIONAL != set(keys):
        optional = " and ".join(sorted(_PROTECTION_OPTIONAL))
        yield f"persons.protection must have exactly the keys {', '.join(keys)}, and may have {optional}"
    elif any(type(protection[key]) is not int or protection[key] < 1 for key in keys):
        yield "persons.protection: every value must be a whole number of at least 1"
    elif protection["base"] < 3:
        yield "persons.protection.base must be at least 3: less protects nobody"
    elif protection["split_from"] < protection["base"] or protection["wide_below"] < protection["ratio_from"]:
        yield "persons.protection: split_from must reach base, and wide_below must reach ratio_from"
    elif protection.get("largest_employer", 50) not in range(50, MOST_OF_ONE + 1):
        yield f"persons.protection.largest_employer must be from 50 to {MOST_OF_ONE} per cent"
    elif "money" in protection:
        yield from _money_faults(protection["money"], protection["base"])


def _money_faults(money: Any, base: int) -> Iterator[str]:
    """A rounding that no person's money fills by half hides anybody's; who is a tenth of a sum does not dominate it."""
    keys = [one.name for one in fields(MoneyRules)]
    if not isinstance(money, Mapping) or money.keys() != set(keys):
        yield f"persons.protection.money must have exactly the keys {', '.join(keys)}"
    elif any(type(value) is not int or value < 1 for value in money.values()):
        yield "persons.protection.money: every value must be a whole number of at least 1"
    elif 2 * money["largest"] > base * money["unit"]:
        yield "persons.protection.money: largest must be at most half of what sums are rounded to, base times unit"
    elif money["dominance"] > MOST_DOMINANT:
        yield f"persons.protection.money: dominance must be at most {MOST_DOMINANT} per cent"
