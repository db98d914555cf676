"""Every fault that can be planted in the SQL that makes cells of figures, and of published ones further ones.

    nice python -m tests.support.planted_cells [--kind join] [--file indicator/ratio]

plants them one after the other, prints who caught which, and fails if one survives that is not listed in
`tests/indicators/planted_cells.yml`, or a listed one is caught. All of them take some minutes.
"""

import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from tests.repository.tree import ROOT
from tests.support.faulty_sql import KINDS_OF_FIGURES, Fault, faults_in
from tests.support.planted_comparing import Compared
from tests.support.planted_counted import counted
from tests.support.planted_delivered import delivered
from tests.support.planted_faults import asked_for, listed, tell_of_all
from tests.support.planted_published import published
from tests.support.worlds import empty_warehouse

FOLDERS = ("indicators/sql/measure", "indicators/sql/indicator", "indicators/sql/publish/differences")
LIST = ROOT / "tests" / "indicators" / "planted_cells.yml"


def sql_files() -> list[Path]:
    """Every file that faults are planted in."""
    return [file for folder in FOLDERS for file in sorted((ROOT / folder).glob("*.sql"))]


def all_faults() -> list[Fault]:
    """Every fault of every file."""
    return [fault for file in sql_files() for fault in faults_in(file, KINDS_OF_FIGURES)]


@contextmanager
def all_trials() -> Iterator[Sequence[Compared]]:
    """All that is made again with each fault, once made without one; the quickest first."""
    with ExitStack() as stack:
        yield [
            trial
            for world in (counted, delivered, published)
            for trial in world(stack.enter_context(empty_warehouse()))
        ]


def main() -> int:
    """Plant the chosen faults and tell of each; the exit status."""
    faults = asked_for("Plant faults in the SQL that makes cells.", all_faults())
    with all_trials() as trials:
        return tell_of_all(faults, listed(LIST), trials)


if __name__ == "__main__":
    sys.exit(main())
