"""A source's contract: what it delivers, how its files look and what must hold of them."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from etl.contract import ANY_COUNTRY, contract_faults
from etl.shapes import SHAPES, Shape
from warehouse.errors import Fault, UserError
from warehouse.vocabulary import Text

SOURCES = Path(__file__).parent / "sources"


@dataclass(frozen=True)
class Column:
    """A column of the delivered table.

    Of figures: `holds` tells which part of a figure stands in it. With `labels` (label → code) any other value
    refuses the delivery; with `codes` any but these and `all`.

    Of records: a value that is not of the `type`, no one of the `codes`, or out of the range from `at_least` to
    `at_most` sends its row to quarantine, and so does an empty one that is `required`. A day that is not `planned`
    must not lie after the days that the delivery covers. `ends` names the day that starts what ends on this one;
    `becomes` is the name that the warehouse has for it.
    """

    name: str
    holds: str | None = None
    labels: Mapping[str, str] = field(default_factory=dict)
    required: bool = True
    type: str | None = None
    codes: str | tuple[str, ...] = ()
    at_least: int | None = None
    at_most: int | None = None
    planned: bool = False
    ends: str | None = None
    becomes: str | None = None

    @property
    def kept_as(self) -> str:
        """Its name in the warehouse."""
        return self.becomes or self.name


@dataclass(frozen=True)
class SeriesBreak:
    """From `period` on a measure is not fully comparable with its past."""

    period: str
    note: Text


@dataclass(frozen=True)
class Hiding:
    """The owner's rule: a figure is hidden if, and only if, it lies from `at_least` to `at_most`."""

    at_least: float
    at_most: float


@dataclass(frozen=True)
class Measure:
    """What a source counts. `decimals` is how exact it delivers it.

    The categories of each breakdown of `partitions` add up to the unsplit figure. `hides` is the rule by which the
    owner hides figures, if it is known.
    """

    id: str
    adds_over_areas: bool
    decimals: int = 0
    breaks: tuple[SeriesBreak, ...] = ()
    partitions: tuple[str, ...] = ()
    hides: Hiding | None = None


@dataclass(frozen=True)
class Sum:
    """Areas of the level `whole` should equal the sum of their areas of the levels `parts`, give or take `within`."""

    whole: str
    parts: tuple[str, ...]
    within: float = 0


@dataclass(frozen=True)
class Limits:
    """What should hold of a delivery: too many rows in quarantine refuse it, the others only warn."""

    quarantined_at_most: float = 0.05
    complete_levels: tuple[str, ...] = ()
    sums: tuple[Sum, ...] = ()


@dataclass(frozen=True)
class Source:
    """One source, as its folder's `source.yml` states it.

    Records of persons: no two rows have the same values in the columns of `key`; `end` says whether an end is the
    last day or the first day after; `refers_to` is the source whose rows they speak of; from the day or month
    `retained_from` their time of retention runs.
    """

    name: str
    folder: Path
    country: str
    title: Text
    publisher: Text
    licence: Mapping[str, str]
    rhythm: str
    citation: str
    already_public: bool
    person_level: bool
    shape: Shape
    format: str
    claims: tuple[str, ...]
    columns: tuple[Column, ...]
    measures: tuple[Measure, ...] = ()
    url: str = ""
    delimiter: str = ","
    area_labels: str | None = None
    limits: Limits = field(default_factory=Limits)
    key: tuple[str, ...] = ()
    end: str | None = None
    refers_to: str | None = None
    retained_from: str | None = None

    def serves(self, country: str) -> bool:
        """Whether deliveries of that country can be of this source."""
        return self.country in {country, ANY_COUNTRY}

    def is_named_by(self, path: Path) -> bool:
        """Whether a file is named like those of this source."""
        return any(fnmatchcase(path.name.casefold(), pattern.casefold()) for pattern in self.claims)

    @cached_property
    def facts(self) -> str:
        """What is published of the source, as JSON; of records of persons also what each column holds."""
        published = (
            "title",
            "publisher",
            "licence",
            "url",
            "rhythm",
            "citation",
            "already_public",
            "person_level",
        )
        facts = {key: getattr(self, key) for key in published}
        if self.person_level:
            facts["columns"] = {column.name: column.type for column in self.columns}
        return json.dumps(facts, ensure_ascii=False)


def read_sources(folder: Path = SOURCES) -> tuple[Source, ...]:
    """Every source, by name. Raises UserError that lists the faults of all files at once."""
    faults: list[Fault] = []
    found: dict[Path, Mapping[str, Any]] = {}
    for file in sorted(folder.glob("*/source.yml")):
        name = f"{file.parent.name}/{file.name}"
        try:
            found[file] = yaml.safe_load(file.read_text(encoding="utf-8"))
        except (UnicodeDecodeError, yaml.YAMLError):
            faults.append(Fault(name, "is not readable YAML"))
            continue
        wrong = contract_faults(file, found[file])
        faults += [Fault(name, rule, column=where or None) for where, rule in wrong]
    if not faults:
        faults += [*_shared_measures(found), *_unknown_references(found)]
    if faults:
        raise UserError("\n  ".join(["The contracts of sources have faults.", *map(str, faults)]))
    return tuple(_source(file, entry) for file, entry in found.items())


def _source(file: Path, entry: Mapping[str, Any]) -> Source:
    return Source(
        name=file.parent.name,
        folder=file.parent,
        **{
            **entry,
            "shape": SHAPES[entry["shape"]],
            "claims": tuple(entry["claims"]),
            "columns": tuple(_column(name, column or {}) for name, column in entry["columns"].items()),
            "measures": tuple(_measure(name, measure) for name, measure in entry.get("measures", {}).items()),
            "key": tuple(entry.get("key", ())),
            "limits": _limits(entry.get("limits", {})),
        },
    )


def _column(name: str, entry: Mapping[str, Any]) -> Column:
    codes = entry.get("codes", ())
    return Column(name, **{**entry, "codes": codes if isinstance(codes, str) else tuple(codes)})


def _measure(name: str, entry: Mapping[str, Any]) -> Measure:
    breaks = tuple(SeriesBreak(**one) for one in entry.get("breaks", ()))
    hides = Hiding(**entry["hides"]) if "hides" in entry else None
    partitions = tuple(entry.get("partitions", ()))
    return Measure(name, **{**entry, "breaks": breaks, "partitions": partitions, "hides": hides})


def _limits(entry: Mapping[str, Any]) -> Limits:
    sums = tuple(Sum(**{**one, "parts": tuple(one["parts"])}) for one in entry.get("sums", ()))
    return Limits(**{**entry, "sums": sums, "complete_levels": tuple(entry.get("complete_levels", ()))})


def _shared_measures(found: Mapping[Path, Mapping[str, Any]]) -> list[Fault]:
    """In one country a measure has one source."""
    owners: dict[str, list[tuple[str, str]]] = {}
    faults = []
    for file, entry in found.items():
        name, country = file.parent.name, entry["country"]
        for measure in entry.get("measures", ()):
            others = owners.setdefault(measure, [])
            clash = [owner for owner, place in others if ANY_COUNTRY in {place, country} or place == country]
            faults += [
                Fault(f"{name}/{file.name}", f"is already delivered by {owner}", column=f"measures.{measure}")
                for owner in clash[:1]
            ]
            others.append((name, country))
    return faults


def _unknown_references(found: Mapping[Path, Mapping[str, Any]]) -> list[Fault]:
    """Rows can refer to records only."""
    records = {file.parent.name for file, entry in found.items() if entry["person_level"]}
    return [
        Fault(f"{file.parent.name}/{file.name}", "is no source of records", column="refers_to")
        for file, entry in found.items()
        if "refers_to" in entry and entry["refers_to"] not in records
    ]
