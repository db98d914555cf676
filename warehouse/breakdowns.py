"""Breakdowns as a country has them: the vocabulary's, with the country's own schemes as categories."""

from collections.abc import Mapping
from dataclasses import replace

from warehouse.areas import Country
from warehouse.vocabulary import Breakdown, crossed, vocabulary


def breakdowns(country: Country) -> Mapping[str, Breakdown]:
    """Every breakdown that the country's figures can be split by, in reading order, pairs last.

    A country without schemes has no breakdown by what belongs to them.
    """
    schemes = {scheme.code: scheme.title for scheme in country.schemes}
    known = {
        code: replace(one, categories=schemes) if one.overlapping else one
        for code, one in vocabulary().breakdowns.items()
        if not one.parts and (schemes or not one.own)
    }
    pairs = (one for one in vocabulary().breakdowns.values() if one.parts)
    return known | {
        pair.code: crossed(known[pair.parts[0]], known[pair.parts[1]], pair.period_kinds)
        for pair in pairs
        if set(pair.parts) <= known.keys()
    }
