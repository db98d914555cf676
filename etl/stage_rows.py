"""The country and the contract as rows of the tables in the folder `stage`, their values in the tables' order."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from etl.codes import codes_of
from etl.source import Column, Source
from warehouse.areas import Country
from warehouse.breakdowns import breakdowns
from warehouse.country_files import read_labels

Row = Mapping[str, Any]
Tables = Mapping[str, Iterable[Row]]


def rows_of_country(country: Country) -> Tables:
    """What SQL needs to know of places, and of how figures are split."""
    return {
        "area": (
            {
                "code": area.code,
                "level": area.level,
                "role": country.levels[area.level].role,
                "valid_from": area.valid_from,
                "valid_to": area.valid_to,
            }
            for area in country.areas.values()
        ),
        "membership": (
            {"group": one.group, "member": one.member, "valid_from": one.valid_from, "valid_to": one.valid_to}
            for one in country.memberships
        ),
        "known_category": _categories(country),
    }


def rows_of_contract(source: Source, country: Country) -> Tables:
    """What SQL needs to know of a source."""
    labels = read_labels(country.code, source.area_labels) if source.area_labels else {}
    columns, limits = source.columns, source.limits
    return {
        "area_label": (
            {"label": one.label, "code": one.code, "valid_from": one.valid_from, "valid_to": one.valid_to}
            for meanings in labels.values()
            for one in meanings
        ),
        "column_label": (
            {"column": column.name, "label": label, "code": code}
            for column in columns
            for label, code in _labels_of(source, column, country).items()
        ),
        "column_role": ({"holds": column.holds, "column": column.name} for column in columns if column.holds),
        "measure": (
            {"measure": measure.id, "decimals": measure.decimals, "adds": measure.adds_over_areas}
            for measure in source.measures
        ),
        "complete_level": ({"level": level} for level in limits.complete_levels),
        "part": _parts(source),
    }


def laws_of(source: Source) -> Tables:
    """What the core keeps of the contract's laws: sums over areas and categories, and the owner's rule of hiding."""
    measures, name = source.measures, {"source": source.name}
    return {
        "figure_sum": ({**name, **part} for part in _parts(source)),
        "figure_partition": (
            {"measure": measure.id, **name, "breakdown": breakdown}
            for measure in measures
            for breakdown in measure.partitions
        ),
        "figure_rule": (
            {
                "measure": measure.id,
                **name,
                "decimals": measure.decimals,
                "hidden_from": measure.hides and measure.hides.at_least,
                "hidden_to": measure.hides and measure.hides.at_most,
            }
            for measure in measures
        ),
    }


def _parts(source: Source) -> Iterator[Row]:
    for place, total in enumerate(source.limits.sums):
        for part in total.parts:
            yield {"place": place, "whole": total.whole, "part": part, "within": total.within}


def _categories(country: Country) -> Iterator[Row]:
    yield {"breakdown": "all", "category": "all"}
    for code, breakdown in breakdowns(country).items():
        yield from ({"breakdown": code, "category": category} for category in breakdown.categories)


def _labels_of(source: Source, column: Column, country: Country) -> Mapping[str, str]:
    """What the values of a column of figures mean; where it has codes they stand there themselves.

    Where these are the categories of a breakdown, `all` may stand there too.
    """
    codes = None if source.person_level else codes_of(column, country)
    if codes is None:
        return column.labels
    return {code: code for code in (*(("all",) if isinstance(column.codes, str) else ()), *codes)}
