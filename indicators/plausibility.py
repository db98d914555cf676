"""What a person looks at before it is published: figures that moved far, official totals that do not fit."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from indicators.official import hold_totals
from warehouse.connection import Connection, attach
from warehouse.errors import UserError
from warehouse.releases import Release

LEAST = 500
"""People behind a figure, from which on chance does not move it far."""

MOVED = Decimal("0.2")
"""The part of itself by which a settled figure may move from one release to the next."""

JUMPED = 2
"""So many times the figures before it a new one may be, or so much less."""

SHOWN = 20
"""Figures that are named when a release is held back; their number is always told."""

_SQL = (Path(__file__).parent / "sql" / "publish" / "compare" / "implausible.sql").read_text(encoding="utf-8")


class Move(NamedTuple):
    """A figure, what it was (in the release before, or in the period before) and what it is."""

    indicator: str
    period_kind: str
    period: str
    area: str
    before: Decimal
    now: Decimal

    def __str__(self) -> str:
        before, now = (f"{value.normalize():f}" for value in (self.before, self.now))
        return f"{self.indicator}, {self.area}, {self.period_kind} {self.period}: {before} is now {now}"


def require_plausible(
    connection: Connection, before: Release | None, release: str, approved: str | None
) -> None:
    """Hold back the draft that is attached as `portal` and called `release`, unless just this one is approved.

    Raises UserError with the figures that moved further than is plausible since the release before, and with how many
    official totals do not fit. What was approved and how many totals were looked at becomes a fact of the release.
    """
    moved, totals = implausible(connection, before) if before else (), hold_totals(connection)
    reasons = [*_moved(moved), *totals.told()]
    if reasons and approved != release:
        raise UserError("\n  ".join([_held_back(release), *reasons]))
    facts = {"approved": str(len(moved))} if before else {}
    for fact in (facts | totals.facts).items():
        connection.execute("insert into portal.meta values (?, ?)", list(fact))


def implausible(connection: Connection, before: Release) -> Sequence[Move]:
    """The figures of the draft that moved further than is plausible; those of one indicator after another."""
    with attach(connection, before.file, "previous", "read_only"):
        rows = connection.execute("select indicator from portal.indicator order by place").fetchall()
        return [move for (indicator,) in rows for move in _of(connection, indicator)]


def _of(connection: Connection, indicator: str) -> Iterator[Move]:
    asked = {"indicator": indicator, "least": LEAST, "moved": MOVED, "jumped": JUMPED}
    yield from (Move(*row) for row in connection.execute(_SQL, asked).fetchall())


def _held_back(release: str) -> str:
    return (
        f"Release {release} is not published: what follows is not plausible. Look at what was delivered; "
        f"if the figures are right, run: openindsats publish --approve {release}"
    )


def _moved(found: Sequence[Move]) -> Iterator[str]:
    if found:
        many = f"{len(found):,} figures" if len(found) > 1 else "1 figure"
        yield f"{many} moved further than is plausible:"
    yield from map(str, found[:SHOWN])
    if len(found) > SHOWN:
        yield f"and {len(found) - SHOWN:,} more"
