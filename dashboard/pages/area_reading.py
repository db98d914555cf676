"""What profiles ask a release for, in as few questions as can be."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from dashboard.pages.area_choice import Choice, chosen_periods
from warehouse.reading import Abreast, Along, OfAll, Portal, Series

AllSeries = Mapping[Along, Series]
"""Cells of all periods by indicator, area and kind of period."""


def newest(portal: Portal, choice: Choice) -> Mapping[str, Abreast]:
    """The cells of all areas in the newest period of each indicator, read once for all areas."""
    held = _held(portal, choice)
    if not held:
        held |= _by_indicator(portal.abreast(_newest_of_each(portal, choice)))
    return held


def all_series(portal: Portal, choice: Choice, areas: Sequence[str]) -> AllSeries:
    """The cells of some areas in all periods of the kinds that are chosen.

    What `newest` gives is read with them, unless it is known: a profile needs both.
    """
    held = _held(portal, choice)
    kinds = sorted({some[0].kind for some in chosen_periods(portal, choice.kind).values()})
    beside = () if held else _newest_of_each(portal, choice)
    series, told = portal.profiles(areas, kinds, choice.category, beside)
    held |= _by_indicator(told)
    return series


@lru_cache(maxsize=32)
def _held(_portal: Portal, _choice: Choice) -> dict[str, Abreast]:
    return {}


def _newest_of_each(portal: Portal, choice: Choice) -> list[OfAll]:
    chosen = chosen_periods(portal, choice.kind)
    return [(indicator, periods[-1], choice.category) for indicator, periods in chosen.items()]


def _by_indicator(told: Mapping[OfAll, Abreast]) -> dict[str, Abreast]:
    return {indicator: abreast for (indicator, *_), abreast in told.items()}
