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
    told = portal.abreast((one, period, choice.category) for one, period in last.items())
    for (indicator, period, _), abreast in told.items():
        base = base_on(portal, period.ends_on)
        rows = [(value, flags) for area, value, flags in abreast.figures_and_flags() if area in base]
        certain = sorted(value for value, flags in rows if value is not None and WIDE not in flags)
        if abreast:
            found[indicator] = Ranking(certain, len(rows))
    return found
