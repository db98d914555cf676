"""What must hold of a country's files; every check tells all the faults it finds."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise, product
from typing import Any, Protocol

from warehouse.areas import Area, Country, Label, Membership
from warehouse.errors import Fault
from warehouse.person_checks import person_rule_faults
from warehouse.vocabulary import vocabulary

_KEYS = {
    *("code", "names", "local_language", "currency", "working_age"),
    *("base_level", "region_level", "levels", "sources"),
}
_OPTIONAL = {"persons"}
_LEVEL_KEYS = {"title", "plural", "role"}
_ROLES = {"country", "nested", "base", "grouping", "residual"}
_LANGUAGES = ("en", "da")
_DAY = timedelta(days=1)


class _Dated(Protocol):
    @property
    def valid_from(self) -> date | None: ...
    @property
    def valid_to(self) -> date | None: ...


def check_profile(code: str, profile: Any) -> list[Fault]:
    """Faults of a country.yml."""
    return [Fault("country.yml", rule) for rule in _profile_faults(code, profile)]


def _profile_faults(code: str, profile: Any) -> Iterator[str]:
    if not isinstance(profile, Mapping):
        yield "must be a list of keys and values"
        return
    yield from (f"unknown key '{key}'" for key in sorted(map(str, profile.keys() - _KEYS - _OPTIONAL)))
    missing = sorted(_KEYS - profile.keys())
    yield from (f"missing key '{key}'" for key in missing)
    if missing:
        return
    if profile["code"] != code:
        yield f"code must be the folder's name, '{code}'"
    yield from _text_faults("names", profile["names"])
    yield from _age_faults(profile["working_age"])
    if "persons" in profile:
        yield from person_rule_faults(profile["persons"], profile["working_age"])
        yield from _currency_faults(profile)
    if isinstance(profile["levels"], Mapping):
        yield from _level_faults(profile)
    else:
        yield "levels must be a list of levels"


def _currency_faults(profile: Mapping[str, Any]) -> Iterator[str]:
    """Where money is counted, the vocabulary must know how its currency is written."""
    persons = profile["persons"] if isinstance(profile["persons"], Mapping) else {}
    protection = persons.get("protection")
    has_money = isinstance(protection, Mapping) and "money" in protection
    if has_money and profile["currency"] not in vocabulary().currencies:
        yield "currency must be one of those in the vocabulary, or persons.protection has no money"


def _text_faults(where: str, text: Any) -> Iterator[str]:
    known = text if isinstance(text, Mapping) else {}
    missing = [language for language in _LANGUAGES if not known.get(language)]
    yield from (f"{where}: no text in language '{language}'" for language in missing)


def _age_faults(ages: Any) -> Iterator[str]:
    numbers = isinstance(ages, list) and len(ages) == 2 and all(isinstance(age, int) for age in ages)
    if not numbers or ages[0] > ages[1]:
        yield "working_age must be the first and the last age"


def _level_faults(profile: Mapping[str, Any]) -> Iterator[str]:
    roles = []
    for code, entry in profile["levels"].items():
        if not isinstance(entry, Mapping) or entry.keys() != _LEVEL_KEYS:
            yield f"level '{code}' must have exactly the keys {', '.join(sorted(_LEVEL_KEYS))}"
            continue
        yield from _text_faults(f"level '{code}', title", entry["title"])
        yield from _text_faults(f"level '{code}', plural", entry["plural"])
        if entry["role"] not in _ROLES:
            yield f"level '{code}': role must be one of {', '.join(sorted(_ROLES))}"
        roles.append((code, entry["role"]))
    if [role for _, role in roles].count("country") != 1:
        yield "exactly one level must have the role 'country'"
    if [code for code, role in roles if role == "base"] != [profile["base_level"]]:
        yield "base_level must be the one level with the role 'base'"
    if (profile["region_level"], "nested") not in roles:
        yield "region_level must be a level with the role 'nested'"


def check_country(country: Country) -> list[Fault]:
    """Faults of a country's tables against each other; the tables themselves are well formed."""
    faults = [*_area_faults(country), *_membership_faults(country), *_succession_faults(country)]
    return faults or [*_overlap_faults(country), *_cover_faults(country), *_heir_faults(country)]


def _area_faults(country: Country) -> Iterator[Fault]:
    for line, area in enumerate(country.areas.values(), start=2):
        if area.level not in country.levels:
            yield Fault("areas.csv", "unknown level", line, "level", area.level)
        if _first(area) > _last(area):
            yield Fault("areas.csv", "ends before it begins", line, "valid_to", area.code)
        if (area.lat is None) != (area.lon is None) or abs(area.lat or 0) > 90 or abs(area.lon or 0) > 180:
            yield Fault("areas.csv", "a position is two angles in degrees", line, "lat", area.code)
        if (area.population is None) != (area.population_on is None) or (area.population or 0) < 0:
            yield Fault("areas.csv", "a population is a count and its date", line, "population", area.code)
    roles = [level.role for area in country.areas.values() if (level := country.levels.get(area.level))]
    if roles.count("country") != 1:
        yield Fault("areas.csv", "exactly one area must be the whole country")
    yield from _not_stated_faults(country)


def _not_stated_faults(country: Country) -> Iterator[Fault]:
    if country.has_persons:
        unknown = country.areas.get(country.not_stated_area)
        if unknown is None or country.levels[unknown.level].role != "residual":
            yield Fault("country.yml", "persons.not_stated_area must be a residual area")


def _membership_faults(country: Country) -> Iterator[Fault]:
    joining = {code for code, level in country.levels.items() if level.role in {"base", "residual"}}
    for line, membership in enumerate(country.memberships, start=2):
        where = ("memberships.csv", line)
        group, member = country.areas.get(membership.group), country.areas.get(membership.member)
        if group is None:
            yield _fault(where, "group_code", "unknown area", membership.group)
        elif group.level != membership.grouping:
            yield _fault(where, "grouping", "must be the group's level", f"{group.code} is a {group.level}")
        if member is None:
            yield _fault(where, "member_code", "unknown area", membership.member)
        elif member.level not in joining:
            yield _fault(where, "member_code", "only base and residual areas are members", member.code)
        yield from _time_faults(where, membership, [area for area in (group, member) if area])


def _time_faults(where: tuple[str, int], membership: Membership, areas: Iterable[Area]) -> Iterator[Fault]:
    if _first(membership) > _last(membership):
        yield _fault(where, "valid_to", "ends before it begins", membership.member)
    for area in areas:
        if _first(membership) < _first(area) or _last(membership) > _last(area):
            yield _fault(where, "valid_from", "reaches outside the area's own time", area.code)


def _succession_faults(country: Country) -> Iterator[Fault]:
    for line, step in enumerate(country.successions, start=2):
        where = ("successors.csv", line)
        old, new = country.areas.get(step.code), country.areas.get(step.successor)
        if old is None:
            yield _fault(where, "code", "unknown area", step.code)
        elif old.valid_to is None or old.valid_to + _DAY != step.on:
            yield _fault(where, "from_date", "must be the day after the area's last day", step.code)
        if new is None:
            yield _fault(where, "successor_code", "unknown area", step.successor)
        elif not new.valid_on(step.on):
            yield _fault(where, "from_date", "the successor does not stand on that day", step.successor)


def _overlap_faults(country: Country) -> Iterator[Fault]:
    """No area may be in two groups of one grouping at one time."""
    for (grouping, member), held in _by_member(country).items():
        for (_, before), (line, after) in pairwise(held):
            if _first(after) <= _last(before):
                rule = f"in two groups of grouping '{grouping}' at one time"
                detail = f"{member} is in {before.group} and {after.group}"
                yield _fault(("memberships.csv", line), "member_code", rule, detail)


def _cover_faults(country: Country) -> Iterator[Fault]:
    """Every base area is in a group of the region level on each of its days."""
    held = _by_member(country)
    for line, area in enumerate(country.areas.values(), start=2):
        if area.level == country.base_level:
            spans = [membership for _, membership in held.get((country.region_level, area.code), [])]
            if not _covers(area, spans):
                rule = f"has days without a {country.region_level}"
                yield _fault(("areas.csv", line), "code", rule, area.code)


def _heir_faults(country: Country) -> Iterator[Fault]:
    """Who follows an area is in a group of each grouping that the area was in to its end, while there are such groups.

    Otherwise people would be lost from their group by a line that nobody wrote.
    """
    held = _by_member(country)
    groupings = sorted({grouping for grouping, _ in held})
    for step, grouping in product(country.successions, groupings):
        ended = [
            (line, one) for line, one in held.get((grouping, step.code), ()) if _last(one) + _DAY == step.on
        ]
        joined = any(one.valid_on(step.on) for _, one in held.get((grouping, step.successor), ()))
        if ended and not joined and _stands(country, grouping, step.on):
            [(line, last)] = ended
            rule = f"its successor is in no group of grouping '{grouping}' from {step.on} on"
            detail = f"{step.successor} follows {step.code}, which was in {last.group}"
            yield _fault(("memberships.csv", line), "member_code", rule, detail)


def _stands(country: Country, level: str, on: date) -> bool:
    return any(area.level == level and area.valid_on(on) for area in country.areas.values())


def check_labels(file: str, labels: Sequence[Label], country: Country) -> list[Fault]:
    """Faults of a table of labels: unknown codes, and labels that mean two areas at one time."""
    faults = [
        Fault(file, "unknown area", line, "code", label.code)
        for line, label in enumerate(labels, start=2)
        if label.code not in country.areas
    ]
    ordered = sorted(enumerate(labels, start=2), key=lambda entry: (entry[1].label, _first(entry[1])))
    for (_, before), (line, after) in pairwise(ordered):
        if before.label == after.label and _first(after) <= _last(before):
            faults.append(Fault(file, "means two areas at one time", line, "label", after.label))
    return faults


def _by_member(country: Country) -> Mapping[tuple[str, str], list[tuple[int, Membership]]]:
    held: defaultdict[tuple[str, str], list[tuple[int, Membership]]] = defaultdict(list)
    dated = sorted(enumerate(country.memberships, start=2), key=lambda entry: _first(entry[1]))
    for line, membership in dated:
        held[membership.grouping, membership.member].append((line, membership))
    return held


def _covers(area: Area, spans: Iterable[_Dated]) -> bool:
    """Whether the spans, which are in order and apart, leave no day of the area out."""
    reached = _first(area)
    for span in spans:
        if _first(span) > reached:
            return False
        if _last(span) >= _last(area):
            return True
        reached = _last(span) + _DAY
    return False


def _first(span: _Dated) -> date:
    return span.valid_from or date.min


def _last(span: _Dated) -> date:
    return span.valid_to or date.max


def _fault(where: tuple[str, int], column: str, rule: str, detail: str) -> Fault:
    return Fault(where[0], rule, where[1], column, detail)
