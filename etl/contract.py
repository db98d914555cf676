"""What a source's `source.yml` may say: each key by itself, and what must fit together."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from etl import entries
from etl.shapes import SHAPES
from warehouse.vocabulary import vocabulary

FORMATS = ("csv", "exchange", "workbook")
"""`exchange` is the portal's own: a Parquet file, or text with commas between the values, under the same names."""

ANY_COUNTRY = "any"
"""Written instead of a country's code where the columns' codes come from the profile of whoever delivers."""

HOLDS = ("area", "period", "value")
"""Parts of a figure that a column can hold."""

TYPES = ("code", "day", "flag", "integer", "month", "person", "text")
"""What a column's values are: `person` a pseudonym, `month` a text such as 2026-03, `flag` true or false."""

_PARTS = tuple(code for code, one in vocabulary().breakdowns.items() if not one.own and not one.parts)
LISTS = ("areas", "schemes", *_PARTS)
"""Lists of codes that stand in the country's profile or in the vocabulary."""

RESERVED = ("delivery", "file", "line")
"""Columns that raw tables have besides the delivered ones."""

TAKEN = ("check_result", "cover", "delivery", "delivery_file", "forgotten", "lateness", "quarantine")
"""Tables that stand beside the raw table of each source, which bears its name."""

PERSON = "person_id"
"""The column of every record of a person, or of an employer, who may be a person: by that name in the warehouse."""


def contract_faults(file: Path, entry: Any) -> entries.Wrong:
    """What is wrong with a contract; where every value is right by itself, what does not fit together."""
    wrong = list(_CONTRACT("", entry))
    yield from wrong or _contradictions(file, entry)


def _contradictions(file: Path, entry: Mapping[str, Any]) -> entries.Wrong:
    """Values that are right one by one and wrong together."""
    yield from _ID("name of the folder", file.parent.name)
    if file.parent.name in TAKEN:
        yield "name of the folder", "is already taken"
    shape = SHAPES[entry["shape"]]
    if entry["person_level"] != shape.person_level:
        yield "person_level", f"does not fit the shape {entry['shape']}"
    names = [name.casefold() for name in entry["columns"]]
    for name in entry["columns"]:
        if name.casefold() in RESERVED or names.count(name.casefold()) > 1:
            yield f"columns.{name}", "is a name that is already taken"
    own = ["tidy.sql"]
    own += ["kept.sql"] if shape.person_level else []
    own += ["known_earlier.sql", "known_delivered.sql"] if "refers_to" in entry else []
    for name in own:
        if not (file.parent / name).exists():
            yield "", f"needs a {name} beside it"
    if entry["format"] == "workbook" and not (file.parent / "clean.py").exists():
        yield "format", "workbook needs a clean.py beside it"
    yield from _of_records(entry) if shape.person_level else _of_figures(entry, shape.measures)


def _of_figures(entry: Mapping[str, Any], measures: bool) -> entries.Wrong:
    for key in sorted(_ONLY_RECORDS & entry.keys()):
        yield key, "is for records of persons only"
    if measures != ("measures" in entry):
        yield "measures", "is missing" if measures else "is for what is counted from"
    for name, measure in entry.get("measures", {}).items():
        if "hides" in measure and measure["hides"]["at_least"] > measure["hides"]["at_most"]:
            yield f"measures.{name}.hides.at_most", "is less than at_least"
    if entry["country"] == ANY_COUNTRY and "area_labels" in entry:
        yield "area_labels", "are those of one country"


def _of_records(entry: Mapping[str, Any]) -> entries.Wrong:
    columns = {name: column or {} for name, column in entry["columns"].items()}
    for key in sorted(_ONLY_FIGURES & entry.keys()):
        yield key, "is for figures only"
    for key in sorted({"key", "retained_from"} - entry.keys()):
        yield key, "is missing"
    if columns.get(entry.get("retained_from", ""), {}).get("type", "day") not in {"day", "month"}:
        yield "retained_from", "must be a column of days or months"
    if ("end" in entry) != any("ends" in column for column in columns.values()):
        yield "end", "is there if, and only if, a column ends what another starts"
    for place, name in enumerate(entry.get("key", ()), 1):
        if name not in columns:
            yield f"key.{place}", "is not a column"
    kept = {column.get("becomes", name): column for name, column in columns.items()}
    if kept.get(PERSON, {}).get("type") != "person":
        yield f"columns.{PERSON}", "must be there, with the type person"
    yield from _column_faults(columns)


def _column_faults(columns: Mapping[str, Mapping[str, Any]]) -> entries.Wrong:
    for name, column in columns.items():
        faults = (*_type_faults(name, column), *_reference_faults(column, columns))
        yield from ((f"columns.{name}.{key}", rule) for key, rule in faults)


def _type_faults(name: str, column: Mapping[str, Any]) -> entries.Wrong:
    kind = column.get("type")
    if kind is None:
        yield "type", "is missing"
    if kind == "person" and column.get("becomes", name) != PERSON:
        yield "type", f"person is for {PERSON} alone"
    for key, own in _ONLY_TYPE.items():
        if key in column and kind != own:
            yield key, f"is for the type {own} only"
    for key in sorted({"at_least", "at_most"} - column.keys() if kind == "integer" else ()):
        yield key, "is missing"
    for key in sorted({"holds", "labels"} & column.keys()):
        yield key, "is for figures only"


def _reference_faults(column: Mapping[str, Any], columns: Mapping[str, Mapping[str, Any]]) -> entries.Wrong:
    if "ends" in column and columns.get(column["ends"], {}).get("type") != "day":
        yield "ends", "must name a column of days"
    if {"at_least", "at_most"} <= column.keys() and column["at_least"] > column["at_most"]:
        yield "at_most", "is less than at_least"


def _nothing_or(check: entries.Check) -> entries.Check:
    return lambda where, value: iter(()) if value is None else check(where, value)


def _codes(where: str, value: Any) -> entries.Wrong:
    """The name of a list that is known, or the codes themselves."""
    yield from (entries.list_of(entries.text) if isinstance(value, list) else entries.one_of(LISTS))(
        where, value
    )


_ONLY_RECORDS = {"key", "end", "refers_to", "retained_from"}
_ONLY_FIGURES = {"measures", "area_labels"}
_ONLY_TYPE = {"codes": "code", "ends": "day", "planned": "day", "at_least": "integer", "at_most": "integer"}

_ID = entries.matching("[a-z][a-z0-9_]*", "must be small letters, digits and _")
_LINK = entries.matching("https://.+", "must be a link, https://…")
_WHOLE = entries.number(0, 1_000_000_000, whole=True)
_COLUMN = entries.record(
    {},
    {
        "holds": entries.one_of(HOLDS),
        "labels": entries.map_of(entries.text, entries.text),
        "required": entries.flag,
        "type": entries.one_of(TYPES),
        "codes": _codes,
        "at_least": _WHOLE,
        "at_most": _WHOLE,
        "planned": entries.flag,
        "ends": entries.text,
        "becomes": _ID,
    },
)
_BREAK = entries.record({"period": entries.period, "note": entries.translated})
_HIDING = entries.record({"at_least": entries.number(0, 1e9), "at_most": entries.number(0, 1e9)})
_MEASURE = entries.record(
    {"adds_over_areas": entries.flag},
    {
        "decimals": entries.number(0, 4, whole=True),
        "breaks": entries.list_of(_BREAK),
        "partitions": entries.list_of(entries.one_of(_PARTS)),
        "hides": _HIDING,
    },
)
_SUM = entries.record(
    {"whole": entries.text, "parts": entries.list_of(entries.text)}, {"within": entries.number(0, 1e9)}
)
_CONTRACT = entries.record(
    {
        "country": entries.text,
        "title": entries.translated,
        "publisher": entries.translated,
        "licence": entries.record({"name": entries.text}, {"url": _LINK}),
        "rhythm": entries.one_of(vocabulary().period_kinds),
        "citation": entries.text,
        "already_public": entries.flag,
        "person_level": entries.flag,
        "shape": entries.one_of(SHAPES),
        "format": entries.one_of(FORMATS),
        "claims": entries.list_of(entries.text),
        "columns": entries.map_of(entries.text, _nothing_or(_COLUMN)),
    },
    {
        "url": _LINK,
        "measures": entries.map_of(_ID, _MEASURE),
        "delimiter": entries.matching(".", "must be one character"),
        "area_labels": entries.text,
        "key": entries.list_of(entries.text),
        "end": entries.one_of(("inclusive", "exclusive")),
        "refers_to": entries.text,
        "retained_from": entries.text,
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
