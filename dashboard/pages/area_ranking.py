"""What an area's newest figures are ranked among: the same for all areas."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from dashboard.pages.area_choice import Choice, chosen_periods
from dashboard.standing import WIDE, base_on
from warehouse.reading import Portal


class Ranking(NamedTuple):
    """What ranks are among: the certain figures of the base level in rising order, and how many areas it has."""

    figures: Sequence[Decimal]
    areas: int


@lru_cache(maxsize=256)
def rankings(portal: Portal, choice: Choice) -> Mapping[str, Ranking]:
    """What is ranked in the newest period of each indicator: the same for all areas."""
    found, last = {}, {one: some[-1] for one, some in chosen_periods(portal, choice.kind).items()}
    kinds = {one: period.kind for one, period in last.items()}
    for indicator, newest in portal.newest(kinds, choice.category).items():
        base = base_on(portal, last[indicator].ends_on)
        rows = [(figure, flags) for area, figure, flags in zip(*newest, strict=True) if area in base]
        certain = sorted(figure for figure, flags in rows if figure is not None and WIDE not in flags)
        found[indicator] = Ranking(certain, len(rows))
    return found
