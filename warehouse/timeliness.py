"""How soon figures and records come, and how far figures are corrected: as a published file tells it."""

from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from warehouse.published import PublishedFile


class Completeness(NamedTuple):
    """What became of figures that releases told so many months after their period.

    `completeness` is what they were in per cent of the settled figures (None of what is no count), `revision` how far
    off, up or down; `periods` is how many of them have settled.
    """

    indicator: str
    period_kind: str
    months_after: int
    periods: int
    completeness: Decimal | None
    revision: Decimal


class LateRecords(NamedTuple):
    """How many records a delivery is the first to tell of, and how many of them are late; rounded up to tens.

    Late are those of a day more than thirty days before the last day that deliveries before it cover.
    """

    source: str
    delivery: str
    as_of: date
    records: int
    late: int


class Timeliness(PublishedFile):
    """What a published file says of how soon things come."""

    @cached_property
    def completeness(self) -> tuple[Completeness, ...]:
        """How complete figures were, by indicator, period kind and months after the period."""
        return tuple(Completeness(*row) for row in self._rows("select * from completeness order by all"))

    @cached_property
    def redefined(self) -> frozenset[str]:
        """The indicators that are counted otherwise than in the release before."""
        return frozenset(name for (name,) in self._rows("select indicator from redefined"))

    @property
    def release_before(self) -> str | None:
        """The release before this one, also if it was rounded with another key."""
        return self.meta.get("compared_with") or self.meta.get("rounded_anew_since")

    @cached_property
    def late_records(self) -> tuple[LateRecords, ...]:
        """What came late, by delivery, in the order of loading."""
        return tuple(LateRecords(*row) for row in self._rows("select * from late_record order by rowid"))
