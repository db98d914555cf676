"""A stage of "A whole country" in a process of its own, so that its memory is its own: what it took, step by step.

    python -m benchmarks._stages load DELIVERIES COUNTRY HOME

Does what the command of the same name does, and tells the time of each step that the command shows while it runs.
"""

import json
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from warehouse.errors import UserError
from warehouse.homes import open_home


class Step(NamedTuple):
    """Part of a stage: wall and processor seconds, and the most memory that the process held until its end, in MiB."""

    name: str
    wall: float
    processor: float
    memory: float


class Clock:
    """Told what begins, it notes what went before: the `progress` of a stage."""

    def __init__(self) -> None:
        self.steps: list[Step] = []
        self._under_way: tuple[str, float, float] | None = None

    def __call__(self, name: str) -> None:
        """A step begins."""
        self.stop()
        self._under_way = (name.removesuffix(" …"), time.perf_counter(), time.process_time())

    def stop(self) -> None:
        """The step under way, if there is one, has ended."""
        if self._under_way:
            name, wall, processor = self._under_way
            memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            self.steps.append(Step(name, time.perf_counter() - wall, time.process_time() - processor, memory))
        self._under_way = None


Found = dict[str, Any]


def load(clock: Clock, deliveries: str, country: str, home: str) -> Found:
    """Load a folder of deliveries into a new home."""
    from etl.run import load as load_deliveries

    report = load_deliveries(Path(deliveries), country, Path(home), clock)
    return {"rows": sum(one.rows_delivered for one in report.deliveries), "size": _size(home)}


def compute(clock: Clock, home: str) -> Found:
    """Compute every indicator."""
    from indicators.compute import compute as compute_indicators

    report = compute_indicators(open_home(Path(home)), clock)
    return {"indicators": len(report.indicators), "cells": report.cells, "size": _size(home)}


def publish(clock: Clock, home: str) -> Found:
    """Publish what was computed."""
    from indicators.publish import publish as publish_cells

    release, _ = publish_cells(open_home(Path(home)), clock)
    return {"size": release.file.stat().st_size}


def scan(clock: Clock, home: str) -> Found:
    """Read once what counting persons reads of them, and do next to nothing with it: the limit of any way to count."""
    with open_home(Path(home)).warehouse() as connection:
        rows = 0
        for table, columns in {
            "benefit_piece": "person_id, scheme, start_on, end_on, degree",
            "person_state": "person_id, from_month, next_month, area, age_band, sex, origin",
        }.items():
            clock(f"Reading core.{table} …")
            statement = f"select count(*), bit_xor(hash({columns})) from core.{table}"
            rows += connection.execute(statement).fetchall()[0][0]
        clock.stop()
    return {"rows": rows}


def headline(clock: Clock, home: str, folder: str) -> Found:
    """Count what the whole country is compared by, and nothing else; the home stays as it is."""
    from benchmarks._counting import count_headline

    return count_headline(clock, open_home(Path(home)), Path(folder))


def sample(clock: Clock, home: str, folder: str) -> Found:
    """Put one person in ten into a home of their own."""
    from benchmarks._counting import take_sample

    return take_sample(clock, open_home(Path(home)), Path(folder))


def product(clock: Clock, home: str) -> Found:
    """Count persons on benefit by month, as the product does."""
    from benchmarks._counting import count_persons

    return count_persons(clock, open_home(Path(home)))


def analyst(clock: Clock, home: str) -> Found:
    """Count them as an analyst would, and compare every cell."""
    from benchmarks._analyst import count_again

    return count_again(clock, open_home(Path(home)))


STAGES: dict[str, Callable[..., Found]] = {
    one.__name__: one for one in (load, compute, publish, scan, headline, sample, product, analyst)
}


def _size(home: str) -> int:
    return (Path(home) / "warehouse.duckdb").stat().st_size


def main(name: str, *arguments: str) -> None:
    """Run a stage and print what it took and what came out as JSON; what is the user's to mend ends it in one line."""
    clock = Clock()
    clock("Preparing …")
    try:
        found = STAGES[name](clock, *arguments)
    except UserError as error:
        sys.exit(f"{name}: {error}")
    clock.stop()
    sys.stdout.write(json.dumps({"steps": clock.steps, "found": found}))


if __name__ == "__main__":
    main(*sys.argv[1:])
