"""A source's contract: what it delivers, how its files look and what must hold of them."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from etl import entries
from etl.shapes import SHAPES, Shape
from warehouse.errors import Fault, UserError
from warehouse.vocabulary import Text, vocabulary

SOURCES = Path(__file__).parent / "sources"

FORMATS = ("csv", "workbook")

HOLDS = ("area", "period", "value")
"""Parts of a figure that a column can hold."""

RESERVED = ("delivery", "file", "line")
"""Columns that raw tables have besides the delivered ones."""

TAKEN = ("check_result", "delivery", "delivery_file", "quarantine")
"""Tables that stand beside the raw table of each source, which bears its name."""


@dataclass(frozen=True)
class Column:
    """A column of the delivered table.

    `holds` tells which part of a figure stands in it. With `labels` (label → code) any other value refuses the
    delivery.
    """

    name: str
    holds: str | None = None
    labels: Mapping[str, str] = field(default_factory=dict)
    required: bool = True


@dataclass(frozen=True)
class SeriesBreak:
    """From `period` on a measure is not fully comparable with its past."""

    period: str
    note: Text


@dataclass(frozen=True)
class Measure:
    """What a source counts. `decimals` is how exact it delivers it."""

    id: str
    adds_over_areas: bool
    decimals: int = 0
    breaks: tuple[SeriesBreak, ...] = ()


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
    """One source of one country, as its folder's `source.yml` states it."""

    name: str
    folder: Path
    country: str
    title: Text
    publisher: Text
    licence: Mapping[str, str]
    url: str
    rhythm: str
    citation: str
    already_public: bool
    person_level: bool
    shape: Shape
    format: str
    claims: tuple[str, ...]
    columns: tuple[Column, ...]
    measures: tuple[Measure, ...]
    delimiter: str = ","
    area_labels: str | None = None
    limits: Limits = field(default_factory=Limits)

    @cached_property
    def facts(self) -> str:
        """What is published of the source, as JSON."""
        published = ("title", "publisher", "licence", "url", "rhythm", "citation", "already_public")
        return json.dumps({key: getattr(self, key) for key in published}, ensure_ascii=False)


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
        wrong = list(_CONTRACT("", found[file])) or list(_contradictions(file, found[file]))
        faults += [Fault(name, rule, column=where or None) for where, rule in wrong]
    if not faults:
        faults += _shared_measures(found)
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
            "columns": tuple(Column(name, **(column or {})) for name, column in entry["columns"].items()),
            "measures": tuple(_measure(name, measure) for name, measure in entry["measures"].items()),
            "limits": _limits(entry.get("limits", {})),
        },
    )


def _measure(name: str, entry: Mapping[str, Any]) -> Measure:
    breaks = tuple(SeriesBreak(**one) for one in entry.get("breaks", ()))
    return Measure(name, **{**entry, "breaks": breaks})


def _limits(entry: Mapping[str, Any]) -> Limits:
    sums = tuple(Sum(**{**one, "parts": tuple(one["parts"])}) for one in entry.get("sums", ()))
    return Limits(**{**entry, "sums": sums, "complete_levels": tuple(entry.get("complete_levels", ()))})


def _contradictions(file: Path, entry: Mapping[str, Any]) -> entries.Wrong:
    """Values that are right one by one and wrong together."""
    yield from _ID("name of the folder", file.parent.name)
    if file.parent.name in TAKEN:
        yield "name of the folder", "is already taken"
    if entry["person_level"] != SHAPES[entry["shape"]].person_level:
        yield "person_level", f"does not fit the shape {entry['shape']}"
    names = [name.casefold() for name in entry["columns"]]
    for name in entry["columns"]:
        if name.casefold() in RESERVED or names.count(name.casefold()) > 1:
            yield f"columns.{name}", "is a name that is already taken"
    if not (file.parent / "tidy.sql").exists():
        yield "", "needs a tidy.sql beside it"
    if entry["format"] == "workbook" and not (file.parent / "clean.py").exists():
        yield "format", "workbook needs a clean.py beside it"


def _shared_measures(found: Mapping[Path, Mapping[str, Any]]) -> list[Fault]:
    """In one country a measure has one source."""
    owners: dict[tuple[str, str], str] = {}
    faults = []
    for file, entry in found.items():
        for measure in entry["measures"]:
            owner = owners.setdefault((entry["country"], measure), file.parent.name)
            if owner != file.parent.name:
                rule = f"is already delivered by {owner}"
                faults.append(Fault(f"{file.parent.name}/{file.name}", rule, column=f"measures.{measure}"))
    return faults


def _nothing_or(check: entries.Check) -> entries.Check:
    return lambda where, value: iter(()) if value is None else check(where, value)


_ID = entries.matching("[a-z][a-z0-9_]*", "must be small letters, digits and _")
_LINK = entries.matching("https://.+", "must be a link, https://…")
_COLUMN = entries.record(
    {},
    {
        "holds": entries.one_of(HOLDS),
        "labels": entries.map_of(entries.text, entries.text),
        "required": entries.flag,
    },
)
_BREAK = entries.record({"period": entries.period, "note": entries.translated})
_MEASURE = entries.record(
    {"adds_over_areas": entries.flag},
    {"decimals": entries.number(0, 4, whole=True), "breaks": entries.list_of(_BREAK)},
)
_SUM = entries.record(
    {"whole": entries.text, "parts": entries.list_of(entries.text)}, {"within": entries.number(0, 1e9)}
)
_CONTRACT = entries.record(
    {
        "country": entries.text,
        "title": entries.translated,
        "publisher": entries.translated,
        "licence": entries.record({"name": entries.text, "url": _LINK}),
        "url": _LINK,
        "rhythm": entries.one_of(vocabulary().period_kinds),
        "citation": entries.text,
        "already_public": entries.flag,
        "person_level": entries.flag,
        "shape": entries.one_of(SHAPES),
        "format": entries.one_of(FORMATS),
        "claims": entries.list_of(entries.text),
        "columns": entries.map_of(entries.text, _nothing_or(_COLUMN)),
        "measures": entries.map_of(_ID, _MEASURE),
    },
    {
        "delimiter": entries.matching(".", "must be one character"),
        "area_labels": entries.text,
        "limits": entries.record(
            {},
            {
                "quarantined_at_most": entries.number(0, 1),
                "complete_levels": entries.list_of(entries.text),
                "sums": entries.list_of(_SUM),
            },
        ),
    },
)
