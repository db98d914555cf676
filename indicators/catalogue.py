"""The catalogue: one YAML file per indicator, checked as a whole and then believed everywhere."""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import MISSING, asdict, dataclass, field, fields
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from warehouse.errors import Fault, UserError
from warehouse.vocabulary import Text, vocabulary

DEFINITIONS = Path(__file__).parent / "definitions"
MEASURES = Path(__file__).parent / "measures"

COUNTS = ("delivered",)
"""How an indicator may count; `delivered` figures come ready counted from their source."""

PARTS = (1, 100, 1000)
"""What a ratio may be expressed per."""

INTERVALS = ("none", "wilson")
"""Ways to say how much chance is in a figure; `wilson` is for a share of persons."""

MOST_DECIMALS = 4
"""Decimals that a cell can hold."""


@dataclass(frozen=True)
class Indicator:
    """The definition of one indicator; an entry leaves out what has a default.

    A figure is `per` × numerator ÷ denominator, or the numerator itself where there is no denominator. An id
    never vanishes: a retired indicator keeps its file with `retired_on` and, if another took its place,
    `replaced_by`.
    """

    id: str
    title: Text
    question: Text
    topic: str
    count: str
    numerator: str
    unit: str
    direction: str
    periods: tuple[str, ...]
    basis: Text
    reference: str
    review_on: date
    denominator: str | None = None
    per: int = 1
    decimals: int = 0
    interval: str = "none"
    breakdowns: tuple[str, ...] = ()
    caveats: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    crosswalk: Mapping[str, str] = field(default_factory=dict)
    retired_on: date | None = None
    replaced_by: str | None = None

    @property
    def measures(self) -> tuple[str, ...]:
        """The measures that the figure is made from."""
        return (self.numerator,) if self.denominator is None else (self.numerator, self.denominator)


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
    counted = {file.stem for file in measures.glob("*.sql")}
    entries: dict[str, Mapping[str, Any]] = {}
    faults: list[Fault] = []
    for file in sorted(folder.glob("*.yml")):
        entry, wrong = _read_entry(file)
        entries[file.stem] = entry
        faults += wrong or _faults(file, entry, counted)
    faults += _faults_between(entries)
    if faults:
        raise UserError("\n  ".join(["The catalogue of indicators has faults.", *map(str, faults)]))
    return tuple(sorted((_indicator(name, entry) for name, entry in entries.items()), key=_reading_order))


def _reading_order(indicator: Indicator) -> tuple[int, bool, str]:
    return list(vocabulary().topics).index(indicator.topic), indicator.direction == "neutral", indicator.id


def _indicator(name: str, entry: Mapping[str, Any]) -> Indicator:
    ready = dict(entry)
    for key in ("periods", "breakdowns"):
        ready[key] = tuple(ready.get(key, ()))
    ready["caveats"] = {language: tuple(lines) for language, lines in ready.get("caveats", {}).items()}
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


def _faults(file: Path, entry: Mapping[str, Any], counted: set[str]) -> list[Fault]:
    """All that is wrong with one entry by itself."""
    checks = _checks(counted)
    found = [Fault(file.name, f"unknown key '{key}'") for key in sorted(entry.keys() - checks.keys())]
    found += [Fault(file.name, f"key '{key}' is missing") for key in sorted(_REQUIRED - entry.keys())]
    if not re.fullmatch(r"[a-z][a-z0-9_]*", file.stem):
        found.append(Fault(file.name, "an indicator's id is written in small letters, digits and _"))
    for key, check in checks.items():
        wrong = check(entry[key]) if key in entry else ""
        if wrong:
            found.append(Fault(file.name, wrong, column=key))
    return found or [Fault(file.name, rule, column=key) for key, rule in _contradictions(entry)]


def _contradictions(entry: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Values that are right one by one and wrong together."""
    if "denominator" not in entry:
        if entry.get("per", 1) != 1:
            yield "per", "needs a denominator"
        if entry.get("interval", "none") != "none":
            yield "interval", "needs a denominator"
    if "replaced_by" in entry and "retired_on" not in entry:
        yield "replaced_by", "needs retired_on"


def _faults_between(entries: Mapping[str, Mapping[str, Any]]) -> Iterator[Fault]:
    """What is wrong between entries."""
    titles: dict[tuple[str, str], str] = {}
    for name, entry in entries.items():
        successor = entry.get("replaced_by")
        if successor is not None and (successor == name or successor not in entries):
            yield Fault(f"{name}.yml", "names no other indicator", column="replaced_by")
        title = entry.get("title")
        for language, text in title.items() if isinstance(title, dict) else ():
            first = titles.setdefault((language, str(text)), name)
            if first != name:
                yield Fault(f"{name}.yml", f"has the title of {first}.yml", column="title")


Check = Callable[[Any], str]
"""Says what is wrong with a value; an empty text when nothing is."""

_REQUIRED = {one.name for one in fields(Indicator) if one.default is one.default_factory is MISSING} - {"id"}


def _checks(counted: set[str]) -> dict[str, Check]:
    words = vocabulary()
    return {
        "title": _translated,
        "question": _translated,
        "topic": _one_of(words.topics),
        "count": _one_of(COUNTS),
        "numerator": _one_of(counted, "has no SQL file in measures"),
        "unit": _one_of(words.units),
        "direction": _one_of(words.directions),
        "periods": _some_of(words.period_kinds),
        "basis": _translated,
        "reference": _plain,
        "review_on": _day,
        "denominator": _one_of(counted, "has no SQL file in measures"),
        "per": _one_of(PARTS),
        "decimals": _one_of(range(MOST_DECIMALS + 1)),
        "interval": _one_of(INTERVALS),
        "breakdowns": _some_of(words.breakdowns),
        "caveats": _translated_lines,
        "crosswalk": _codes,
        "retired_on": _day,
        "replaced_by": _plain,
    }


def _one_of(known: Iterable[str | int], otherwise: str = "") -> Check:
    allowed = list(known)
    expected = otherwise or f"must be one of: {', '.join(map(str, allowed))}"
    return lambda value: "" if type(value) in (str, int) and value in allowed else expected


def _some_of(known: Iterable[str]) -> Check:
    one = _one_of(known)

    def check(value: Any) -> str:
        if not isinstance(value, list) or not value:
            return "must be a list"
        if len(value) != len({str(each) for each in value}):
            return "names something twice"
        return next(filter(None, map(one, value)), "")

    return check


def _plain(value: Any) -> str:
    if not isinstance(value, str) or not value.strip():
        return "must be a text"
    return "must not be a link" if "://" in value else ""


def _translated(value: Any) -> str:
    return _by_language(value) or next(filter(None, map(_plain, value.values())), "")


def _translated_lines(value: Any) -> str:
    wrong = _by_language(value)
    if wrong:
        return wrong
    if not all(isinstance(lines, list) and lines and not any(map(_plain, lines)) for lines in value.values()):
        return "must be a list of texts in each language"
    if len({len(lines) for lines in value.values()}) > 1:
        return "has more texts in one language than in another"
    return ""


def _by_language(value: Any) -> str:
    languages = vocabulary().languages
    if not isinstance(value, dict):
        return f"must be given in: {', '.join(languages)}"
    missing = [language for language in languages if language not in value]
    unknown = sorted(str(language) for language in value.keys() - languages.keys())
    if missing:
        return f"is not translated into: {', '.join(missing)}"
    return f"is in a language that the vocabulary does not name: {', '.join(unknown)}" if unknown else ""


def _codes(value: Any) -> str:
    texts = [text for pair in value.items() for text in pair] if isinstance(value, dict) else []
    return (
        ""
        if texts and all(isinstance(text, str) for text in texts)
        else "must name catalogues and codes in them"
    )


def _day(value: Any) -> str:
    return "" if type(value) is date else "must be a date, written 2027-01-31"
