"""Official totals: what the owner of the records publishes, held against what was counted, before protection.

What was counted never leaves the house, and whether one total fits may tell of it: to the public only how many do is
said, in a release, a refusal and a log; which do not is listed in the home alone.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from indicators.catalogue import Indicator, indicator_from_json
from indicators.counting.figures import figures_of
from indicators.measure import measure_of
from warehouse.connection import Connection
from warehouse.homes import make_if_missing

_SQL = (Path(__file__).parent / "sql" / "publish" / "official.sql").read_text(encoding="utf-8")


class Held(NamedTuple):
    """An official total beside what was counted of the same; it fits where these are no further than `within` apart."""

    indicator: str
    breakdown: str
    category: str
    period_kind: str
    period: str
    area: str
    total: Decimal
    within: Decimal
    counted: Decimal

    @property
    def fits(self) -> bool:
        """Whether it is the same, as nearly as its owner tells it."""
        return abs(self.total - self.counted) <= self.within


@dataclass(frozen=True)
class Totals:
    """The official totals of a home: how many were delivered, and those that could be held against what was counted."""

    delivered: int
    held: tuple[Held, ...]

    @cached_property
    def off(self) -> tuple[Held, ...]:
        """Those that do not fit."""
        return tuple(one for one in self.held if not one.fits)

    @property
    def facts(self) -> dict[str, str]:
        """What a release says of them: numbers of totals alone."""
        if not self.delivered:
            return {}
        return {"totals_held": str(len(self.held)), "totals_fitting": str(len(self.held) - len(self.off))}

    def told(self) -> Iterator[str]:
        """How many do not fit, if any do not: not which, for that would tell of what was counted."""
        if self.off:
            yield (
                f"{len(self.off):,} of {len(self.held):,} official totals do not fit what was counted; "
                "openindsats totals lists them, for the house alone"
            )


def hold_totals(connection: Connection) -> Totals:
    """Hold the official totals of a home against what was counted in it.

    Left out are totals of cells that are not shown or were not counted, and those below `protection.split_from`.
    """
    make_if_missing(connection, "core", "official_total")
    [(delivered,)] = connection.execute("select count(*) from core.official_total").fetchall()
    if not delivered:
        return Totals(0, ())
    figures = dict(_figures(connection))
    asked = {"indicators": list(figures), "figures": list(figures.values())}
    return Totals(delivered, tuple(Held(*row) for row in connection.execute(_SQL, asked).fetchall()))


def _figures(connection: Connection) -> Iterator[tuple[str, str]]:
    """The indicators that are counts, and the names of their figures: their own where another has the common one."""
    texts = connection.execute("select measure, sql from mart.measure").fetchall()
    measures = {name: measure_of(name, sql) for name, sql in texts}
    kept = {name for (name,) in connection.execute("select distinct figure from mart.counted").fetchall()}
    definitions = connection.execute("select definition from mart.indicator").fetchall()
    for one in (indicator_from_json(text) for (text,) in definitions):
        if is_count(one):
            [figure] = figures_of(one, measures)
            own = f"{figure.name} of {one.id}"
            yield one.id, own if own in kept else figure.name


def is_count(indicator: Indicator) -> bool:
    """Whether it is a number of persons, events or full-time persons that is counted here, divided by nothing."""
    return indicator.count in {"persons", "amount"} and indicator.denominator is None
