"""The catalogue: one YAML file per indicator, checked as a whole and then believed everywhere."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import MISSING, asdict, dataclass, field, fields, replace
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from indicators.catalogue_checks import entry_faults
from indicators.differences import SUMS, faults_of_parts, measures_of, pair_of, part_of
from indicators.measure import Measure, read_measures
from warehouse.areas import Country
from warehouse.errors import Fault, UserError
from warehouse.periods import Period
from warehouse.vocabulary import Text, unit_in, vocabulary

DEFINITIONS = Path(__file__).parent / "definitions"
MEASURES = Path(__file__).parent / "measures"


@dataclass(frozen=True)
class Part:
    """A published figure that another is made of: an indicator, of everybody or of one category, in the same period or
    a year `before`, and what it is counted from.
    """

    indicator: str
    breakdown: str = "all"
    category: str = "all"
    measures: tuple[str, ...] = ()
    before: bool = False

    @property
    def is_split(self) -> bool:
        """Whether it is of one category."""
        return self.breakdown != "all"

    def among(self, breakdown: str, category: str) -> tuple[str, str]:
        """The breakdown and category of this side's cells that are of a category of what is made of it."""
        if self.breakdown == "all":
            return breakdown, category
        if breakdown == "all":
            return self.breakdown, self.category
        pair = pair_of(self.breakdown, breakdown)
        own_first = pair.startswith(f"{self.breakdown}.")
        return pair, f"{self.category}.{category}" if own_first else f"{category}.{self.category}"

    def at(self, period: Period) -> Period:
        """The period of this side's cells that are of a period of what is made of it."""
        return period.year_before() if self.before else period


@dataclass(frozen=True)
class Indicator:
    """The definition of one indicator; an entry leaves out what has a default.

    A figure is `per` × numerator ÷ denominator, or the numerator itself where there is no denominator; a mean or
    median duration is in its unit, a survival is `per` × the share that lasts longer than `at_days`, a survival_median
    what half of those begun outlast, if that is within `at_days`. A difference is the first of its two `parts` less the
    second, as published, and has no numerator; a sum is what stands above the line of its one part, and a growth how
    much its part has grown in a year, in per cent. `parameters` are bound to the measures' SQL. A period is not
    available before the data's first month + `lead_in_months` or after its last month - `follow_up_months`: too little
    is known of what came before, or after. A `key_figure` is among the first that a profile shows. An id never
    vanishes: a retired indicator keeps its file with `retired_on` and, if another took its place, `replaced_by`.
    `crosswalk` says what it is in other catalogues, by their codes in the vocabulary.
    """

    id: str
    title: Text
    question: Text
    topic: str
    count: str
    unit: str
    direction: str
    periods: tuple[str, ...]
    basis: Text
    reference: Text
    review_on: date
    numerator: str = ""
    denominator: str | None = None
    parts: tuple[Part, ...] = ()
    per: int = 1
    decimals: int = 0
    interval: str = "none"
    statistic: str | None = None
    at_days: int | None = None
    parameters: Mapping[str, int] = field(default_factory=dict)
    lead_in_months: int = 0
    follow_up_months: int = 0
    breakdowns: tuple[str, ...] = ()
    caveats: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    crosswalk: Mapping[str, Text] = field(default_factory=dict)
    retired_on: date | None = None
    replaced_by: str | None = None
    key_figure: bool = False

    @property
    def measures(self) -> tuple[str, ...]:
        """The measures that the figure is counted from; none of one that is made of published figures."""
        return tuple(filter(None, (self.numerator, self.denominator)))

    @property
    def has_sign(self) -> bool:
        """Whether figures may be on either side of zero."""
        return self.count in {"difference", "growth"}

    @property
    def rests_on(self) -> tuple[str, ...]:
        """The measures that the figure or, of one made of published figures, its parts are counted from."""
        return self.measures or tuple(dict.fromkeys(name for one in self.parts for name in one.measures))


def in_currency(indicator: Indicator, country: Country) -> Indicator:
    """The definition in the country's currency: its unit, and for a sum of payments over something its unit of money.

    Any other stays as it is, and so does one of a country without rules for money.
    """
    money = country.protection.money if country.has_persons else None
    if "currency" not in vocabulary().units[indicator.unit].more or money is None:
        return indicator
    per = indicator.per * money.unit if indicator.denominator and indicator.unit in SUMS else indicator.per
    return replace(indicator, unit=unit_in(indicator.unit, country.currency), per=per)


def indicator_to_json(indicator: Indicator) -> str:
    """The definition as text that `indicator_from_json` reads back; equal definitions give equal texts."""
    return json.dumps(asdict(indicator), default=str, ensure_ascii=False, sort_keys=True)


def indicator_from_json(text: str) -> Indicator:
    """The definition that a release carries."""
    entry = json.loads(text)
    for key in ("review_on", "retired_on"):
        entry[key] = entry[key] and date.fromisoformat(entry[key])
    return _indicator(entry.pop("id"), entry)


def read_catalogue(folder: Path = DEFINITIONS, measures: Path = MEASURES) -> tuple[Indicator, ...]:
    """Every indicator: by topic, and in a topic first those that judge, which compare areas of any size.

    Raises UserError that lists the faults of all files at once.
    """
    counted = read_measures(measures)
    entries: dict[str, Mapping[str, Any]] = {}
    faults: list[Fault] = []
    for file in sorted(folder.glob("*.yml")):
        entry, wrong = _read_entry(file)
        entries[file.stem] = entry
        faults += wrong or _faults(file, entry, counted)
    faults += _faults_between(entries)
    if faults:
        raise UserError("\n  ".join(["The catalogue of indicators has faults.", *map(str, faults)]))
    known = ({**entry, "parts": _parts(entry, entries)} for entry in entries.values())
    return tuple(sorted(map(_indicator, entries, known), key=reading_order))


def _parts(entry: Mapping[str, Any], entries: Mapping[str, Mapping[str, Any]]) -> list[dict[str, Any]]:
    """The published figures that an entry is made of, with the measures of each; a growth of one, now and before."""
    parts = [
        {**part, "measures": tuple(dict.fromkeys(measures_of(entries[part["indicator"]], entries)))}
        for part in map(part_of, entry.get("parts", ()))
    ]
    return [*parts, *({**part, "before": True} for part in parts if entry["count"] == "growth")]


def reading_order(indicator: Indicator) -> tuple[int, bool, str]:
    """What indicators are sorted by: the topic, those that judge, the id."""
    return list(vocabulary().topics).index(indicator.topic), indicator.direction == "neutral", indicator.id


def in_making_order(indicators: Iterable[Indicator]) -> list[Indicator]:
    """Those that are made of published figures: what a growth is made of comes before it."""
    return sorted((one for one in indicators if one.parts), key=lambda one: one.count == "growth")


def _indicator(name: str, entry: Mapping[str, Any]) -> Indicator:
    ready = dict(entry)
    for key in ("periods", "breakdowns"):
        ready[key] = tuple(ready.get(key, ()))
    ready["parts"] = tuple(
        Part(**{**part, "measures": tuple(part["measures"])}) for part in ready.get("parts", ())
    )
    ready["caveats"] = {language: tuple(lines) for language, lines in ready.get("caveats", {}).items()}
    ready["crosswalk"] = {
        catalogue: {"en": there} if isinstance(there, str) else there
        for catalogue, there in ready.get("crosswalk", {}).items()
    }
    return Indicator(id=name, **ready)


def _read_entry(file: Path) -> tuple[Mapping[str, Any], list[Fault]]:
    try:
        entry = yaml.safe_load(file.read_text(encoding="utf-8"))
    except (UnicodeDecodeError, yaml.YAMLError) as error:
        mark = getattr(error, "problem_mark", None)
        return {}, [Fault(file.name, "is not readable YAML", row=mark.line + 1 if mark else None)]
    if not isinstance(entry, dict) or not all(isinstance(key, str) for key in entry):
        return {}, [Fault(file.name, "must be a list of keys with values")]
    return entry, []


def _faults(file: Path, entry: Mapping[str, Any], measures: Mapping[str, Measure]) -> list[Fault]:
    """All that is wrong with one entry by itself."""
    found = [Fault(file.name, rule, column=key) for key, rule in entry_faults(entry, _REQUIRED, measures)]
    if not re.fullmatch(r"[a-z][a-z0-9_]*", file.stem):
        found.append(Fault(file.name, "an indicator's id is written in small letters, digits and _"))
    return found


def _faults_between(entries: Mapping[str, Mapping[str, Any]]) -> Iterator[Fault]:
    """What is wrong between entries."""
    titles: dict[tuple[str, str], str] = {}
    for name, entry in entries.items():
        successor = entry.get("replaced_by")
        if successor is not None and (successor == name or successor not in entries):
            yield Fault(f"{name}.yml", "names no other indicator", column="replaced_by")
        for rule in faults_of_parts(entry, entries):
            yield Fault(f"{name}.yml", rule, column="parts")
        title = entry.get("title")
        for language, text in title.items() if isinstance(title, dict) else ():
            first = titles.setdefault((language, str(text)), name)
            if first != name:
                yield Fault(f"{name}.yml", f"has the title of {first}.yml", column="title")


_REQUIRED = {one.name for one in fields(Indicator) if one.default is one.default_factory is MISSING} - {"id"}
