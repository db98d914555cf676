"""What an area's newest figures are ranked among: the same for all areas."""

from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from dashboard.data import catalogue
from dashboard.pages.area_choice import Choice, chosen_periods
from dashboard.pages.area_reading import newest
from dashboard.ranks import order_of
from dashboard.standing import WIDE, base_on
from warehouse.reading import Portal


class Ranking(NamedTuple):
    """What ranks are among: the merits of the base level's certain figures, rising, and how many areas it has."""

    merits: Sequence[Decimal]
    areas: int


@lru_cache(maxsize=256)
def ranking(portal: Portal, choice: Choice, indicator: str) -> Ranking:
    """What is ranked in the newest period of an indicator: the same for all areas."""
    base = base_on(portal, chosen_periods(portal, choice.kind)[indicator][-1].ends_on)
    told = newest(portal, choice)[indicator].figures_and_flags()
    rows = [(value, flags) for area, value, flags in told if area in base]
    merit = order_of(catalogue(portal)[indicator]).merit
    certain = (value for value, flags in rows if value is not None and WIDE not in flags)
    return Ranking(sorted(map(merit, certain)), len(rows))
