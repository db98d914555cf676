"""Figures that are kept under the codes of areas after these have ended: whoever took their place has none of them."""

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from warehouse.areas import Country
from warehouse.connection import Connection
from warehouse.periods import Period, parse_period

_ENDED = Path(__file__).parent / "sql" / "ended_area.sql"
_NAMED = 10
"""Areas that are named of one source."""


class _Late(NamedTuple):
    source: str
    area: str
    period: Period


def figures_after_the_end(warehouse: Connection, country: Country) -> list[str]:
    """One sentence per source that tells of ended areas as if they still stood: which, and in which periods.

    They were taken while the country's files knew of no end; a delivery of today is refused.
    """
    return [
        _said(country, source, list(late))
        for source, late in groupby(_late(warehouse), lambda one: one.source)
    ]


def _late(warehouse: Connection) -> Iterator[_Late]:
    rows = warehouse.execute(_ENDED.read_text(encoding="utf-8")).fetchall()
    for source, area, last_day, kind, period in sorted(rows):
        if parse_period(period, kind).ends_on > last_day:
            yield _Late(source, area, parse_period(period, kind))


def _said(country: Country, source: str, late: list[_Late]) -> str:
    areas = sorted({one.area for one in late})
    heirs = sorted({heir for area in areas for heir in country.successors(area)})
    first, last = min(one.period for one in late), max(one.period for one in late)
    periods = str(first) if first == last else f"{first} to {last}"
    lacking = f"those of {_named(heirs)} lack them" if heirs else "no other area has them"
    return (
        f"{source}: figures for {periods} stand under areas that had ended by then ({_named(areas)}): {lacking}, and "
        "what is counted per inhabitant there is not available. Deliver them under the codes of that time"
    )


def _named(codes: list[str]) -> str:
    more = f" and {len(codes) - _NAMED} more" if len(codes) > _NAMED else ""
    return ", ".join(codes[:_NAMED]) + more
