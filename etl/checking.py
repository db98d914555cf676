"""Checking a staged delivery: blocking checks refuse it, the others warn."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from etl.expectations import expected_of
from etl.refusal import refuse
from etl.staging import Staged
from warehouse.areas import Country
from warehouse.errors import Fault
from warehouse.quality import CheckResult, run_checks


@dataclass(frozen=True)
class Checked:
    """A staged delivery that may be loaded, and what was found when it was checked."""

    staged: Staged
    results: Sequence[CheckResult]


def check(staged: Staged, country: Country) -> Checked:
    """Check what is expected of the source's deliveries. Raises DeliveryRefused when a blocking check fails."""
    suites = expected_of(staged.delivery.source, country)
    results = [
        result
        for table, checks in suites.items()
        for result in run_checks(staged.file, "stage", table, checks)
    ]
    refuse(_faults(staged, results))
    return Checked(staged, results)


def warnings_of(checked: Checked) -> Iterator[str]:
    """What the sender should know of a delivery that was loaded all the same."""
    source = checked.staged.delivery.source.name
    for rule, rows in Counter(fault.rule for fault in checked.staged.quarantine).items():
        yield f"{source}: rows in quarantine: {rows} ({rule})"
    for result in checked.results:
        if not result.success:
            share = f"{result.unexpected} of {result.checked} are not so"
            yield f"{source}: this does not hold: {result.check.note} ({share})"


def _faults(staged: Staged, results: Sequence[CheckResult]) -> Iterator[Fault]:
    blocking = [result for result in results if not result.success and result.check.severity == "blocking"]
    files = ", ".join(file.name for file in staged.delivery.files)
    for result in blocking:
        yield Fault(files, f"this does not hold: {result.check.note}")
    if blocking:
        yield from staged.quarantine
