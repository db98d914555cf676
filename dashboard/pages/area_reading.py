"""What profiles ask a release for, in as few questions as can be."""

from collections.abc import Iterable, Mapping
from functools import lru_cache

from dashboard.pages.area_choice import Choice, chosen_periods
from warehouse.reading import Abreast, Portal, Series

CellsOf = tuple[str, str]
"""An indicator and an area."""


@lru_cache(maxsize=32)
def newest(portal: Portal, choice: Choice) -> Mapping[str, Abreast]:
    """The cells of all areas in the newest period of each indicator, read once for all areas."""
    chosen = chosen_periods(portal, choice.kind)
    told = portal.abreast((indicator, periods[-1], choice.category) for indicator, periods in chosen.items())
    return {indicator: abreast for (indicator, *_), abreast in told.items()}


def all_series(portal: Portal, choice: Choice, asked: Iterable[CellsOf]) -> Mapping[CellsOf, Series]:
    """The cells in all periods of the kind that is chosen, in one question; what has no cells is left out."""
    chosen = chosen_periods(portal, choice.kind)
    keys = ((indicator, area, chosen[indicator][0].kind) for indicator, area in asked)
    told = portal.series(keys, choice.category)
    return {(indicator, area): series for (indicator, area, _), series in told.items()}
