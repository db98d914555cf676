"""The codes that a column may hold, and all else that SQL asks of a contract of records."""

from collections.abc import Mapping
from typing import Any

from etl.manifest import Covers
from etl.source import Column, Source
from warehouse.areas import Country
from warehouse.vocabulary import vocabulary

PLACES = ("base", "residual")
"""Roles of the areas that somebody can live in."""


def codes_of(column: Column, country: Country) -> tuple[str, ...] | None:
    """Every code that may stand in the column; None where its contract lists none."""
    if not isinstance(column.codes, str):
        return column.codes or None
    if column.codes == "schemes":
        return tuple(scheme.code for scheme in country.schemes)
    if column.codes == "areas":
        areas = country.areas.values()
        return tuple(area.code for area in areas if country.levels[area.level].role in PLACES)
    return tuple(vocabulary().breakdowns[column.codes].categories)


def rules_of(source: Source, country: Country, covers: Covers) -> Mapping[str, Any]:
    """The contract and the days that a delivery covers, as the macros of the shape `records` ask for them."""
    kept = {column.name: column.kept_as for column in source.columns}
    return {
        "columns": {column.name: _rules_of_column(column, country) for column in source.columns},
        "key": [kept[name] for name in source.key],
        "person": [column.name for column in source.columns if column.type == "person"],
        "others": [column.name for column in source.columns if column.type != "person"],
        "end_rule": source.end,
        "covers_to": covers.last,
        "quarantined_at_most": source.limits.quarantined_at_most,
    }


def _rules_of_column(column: Column, country: Country) -> Mapping[str, Any]:
    codes = codes_of(column, country)
    return {
        "required": column.required,
        "codes": None if codes is None else list(codes),
        "at_least": column.at_least,
        "at_most": column.at_most,
        "in_words": f"must be from {column.at_least} to {column.at_most}",
        "planned": column.planned,
    }
