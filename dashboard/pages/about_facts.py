"""What a release tells of its own making: who delivered what, what was checked, what is hidden."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from dashboard.pages.catalogue_entries import Entry, entries
from warehouse.reading import CheckOutcome, DeliveredFile, Delivery, Portal, QuarantineCount, Source
from warehouse.timeliness import LateRecords
from warehouse.vocabulary import vocabulary

PUBLISHED = "value"


@dataclass(frozen=True, eq=False)
class Delivered:
    """One delivery: its files, the rules that rows of it broke, every check with its outcome, and what came late."""

    delivery: Delivery
    files: tuple[DeliveredFile, ...]
    left_out: tuple[QuarantineCount, ...]
    checks: tuple[CheckOutcome, ...]
    late: LateRecords | None = None

    @property
    def failed(self) -> tuple[CheckOutcome, ...]:
        """The checks that did not hold; a blocking one would have refused the delivery."""
        return tuple(check for check in self.checks if not check.success)


@dataclass(frozen=True, eq=False)
class Hidden:
    """How many figures of an indicator have which status, in its newest period and in all."""

    entry: Entry
    newest: Mapping[str, int]
    ever: Mapping[str, int]


@lru_cache(maxsize=4)
def delivered(portal: Portal) -> tuple[tuple[Source, tuple[Delivered, ...]], ...]:
    """The deliveries of each source, the newest first."""
    return tuple(
        (
            source,
            tuple(
                Delivered(
                    one,
                    tuple(file for file in portal.delivered_files if file.delivery == one.delivery),
                    tuple(count for count in portal.quarantine if count.delivery == one.delivery),
                    tuple(check for check in portal.checks if check.delivery == one.delivery),
                    next((late for late in portal.late_records if late.delivery == one.delivery), None),
                )
                for one in reversed(portal.deliveries)
                if one.source == source.source
            ),
        )
        for source in portal.sources
    )


@lru_cache(maxsize=4)
def hidden(portal: Portal) -> tuple[Hidden, ...]:
    """The indicators in the order of the catalogue."""
    ever: dict[str, Counter[str]] = {name: Counter() for name in entries(portal)}
    for row in portal.status_counts:
        ever[row.indicator][row.status] += row.cells
    return tuple(Hidden(entry, entry.statuses, ever[name]) for name, entry in entries(portal).items())


def hiding_statuses(rows: tuple[Hidden, ...]) -> tuple[str, ...]:
    """The statuses without a number that occur, in the order of the vocabulary."""
    found = {status for row in rows for status, count in row.ever.items() if count}
    return tuple(status for status in vocabulary().statuses if status in found and status != PUBLISHED)
