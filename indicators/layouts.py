"""Tile maps in time: one layout for every set of areas that ever stood together."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from warehouse.areas import Area

_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Generation:
    """Areas that stood together from `valid_from` to `valid_to`, both included; None means without end."""

    valid_from: date | None
    valid_to: date | None
    areas: tuple[Area, ...]


def generations(areas: Iterable[Area]) -> tuple[Generation, ...]:
    """The stretches of time in which the same areas stand, oldest first, without those in which none does."""
    known = sorted(areas, key=lambda area: area.code)
    changes = {area.valid_from for area in known if area.valid_from}
    changes |= {area.valid_to + _DAY for area in known if area.valid_to}
    starts = [None, *sorted(changes)]
    ends = [*(day - _DAY for day in starts[1:] if day), None]
    found = []
    for start, end in zip(starts, ends, strict=True):
        standing = tuple(area for area in known if area.valid_on(start or end or date.max))
        if standing:
            found.append(Generation(start, end, standing))
    return tuple(found)
