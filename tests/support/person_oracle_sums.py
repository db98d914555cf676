"""What the areas of a register make together: figures of base areas, and of regions, added up to the country."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal

from tests.support.person_oracle import Slot
from tests.support.person_oracle_register import Register
from warehouse.periods import parse_period

Sums = dict[Slot, Decimal]
"""Sums by the country's places."""


def sums_over_areas(
    register: Register, table: Mapping[Slot, Decimal], areas_above: Callable[[str, date], set[str]]
) -> tuple[Sums, Sums]:
    """The sums of base and residual areas; and those of regions, with the areas that are in none.

    Left out is what is a part of an area that is told of before its time; and of the regions the periods in which such
    an area is in several of them.
    """
    roles = {place.code: register.roles[place.level] for place in register.places}
    parts: Sums = defaultdict(Decimal)
    regions: Sums = defaultdict(Decimal)
    across: set[Slot] = set()
    for slot, value in table.items():
        whole, day = slot._replace(area="XX"), parse_period(slot.period, slot.period_kind).ends_on
        above = {roles[area] for area in areas_above(slot.area, day)}
        if roles[slot.area] in {"base", "residual"} and "base" not in above:
            parts[whole] += value
        if slot.area != "XX" and "nested" not in above:
            regions[whole] += value
            if roles[slot.area] == "base" and register.around.is_past(slot.area, day):
                across.add(whole)
    return parts, {whole: value for whole, value in regions.items() if whole not in across}
