"""Seconds and memory from delivery to release, each step a process of its own."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from rich.console import Console
from rich.table import Table

from benchmarks._deliveries import COMMAND, Deliveries, deliveries

KIB = 1024


class Cost(NamedTuple):
    """What a process took: seconds by the clock, seconds of computing, mebibytes at its largest."""

    wall: float
    cpu: float
    peak: float


def main() -> None:
    """Measure all countries and print one table."""
    table = Table("Country", "Figures", "Step", title="From delivery to release")
    for heading in ("Seconds", "CPU seconds", "Peak MiB"):
        table.add_column(heading, justify="right")
    for delivered in deliveries():
        with tempfile.TemporaryDirectory() as folder:
            for step, arguments in steps(delivered, Path(folder) / "home"):
                cost = measure([step, *arguments])
                numbers = (f"{cost.wall:.1f}", f"{cost.cpu:.1f}", f"{cost.peak:.0f}")
                table.add_row(delivered.country, delivered.kind, step, *numbers)
        table.add_section()
    Console().print(table)


def steps(delivered: Deliveries, home: Path) -> list[tuple[str, list[str]]]:
    """The commands of the pipeline and their arguments."""
    at_home = ["--home", str(home)]
    from_files = ["--deliveries", str(delivered.folder), "--country", delivered.country]
    return [("load", from_files + at_home), ("compute", at_home), ("publish", at_home)]


def measure(arguments: Sequence[str]) -> Cost:
    """Run one command. Raises RuntimeError with what it said when it fails."""
    started = time.perf_counter()
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen([sys.executable, str(COMMAND), *arguments], stdout=said, stderr=said)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            raise RuntimeError(said.read().decode())
    wall = time.perf_counter() - started
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / KIB)


if __name__ == "__main__":
    main()
