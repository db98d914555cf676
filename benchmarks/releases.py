"""Three releases in a row: what the gate withdraws from each, what each tells by itself, and what all tell together.

    python -m benchmarks.releases [--deliveries FOLDER]

They are made of the demo's two deliveries, which lie in the folder as 1 and 2 or are drawn, and of a third in which
one person in a hundred is told of anew, some of it otherwise. What is known of numbers that truly are 1 to 4 is told
here alone: the people are invented, and in an official home such a table stays in the house.
"""

import argparse
import tempfile
from pathlib import Path
from typing import NamedTuple

import numpy as np
from rich.console import Console
from rich.table import Table

from benchmarks._machine import load_average, machine
from benchmarks._night import draw_night
from benchmarks._run import measure
from indicators.disclosure.counted import truly_small
from indicators.disclosure.memory import Known, remembered
from warehouse.homes import Home, open_home
from warehouse.reading import Portal
from warehouse.releases import current_release

COUNTRY = "dk"


class Told(NamedTuple):
    """A release: how it went, and how many cells are known to one, two and three values.

    By it `alone` of those that may be 1 to 4; by it `together` with all before it of those that truly are, `small`.
    """

    seconds: float
    withdrawn: int
    alone: tuple[int, int, int]
    small: int
    together: tuple[int, int, int]


def main() -> int:
    """Print the table; 1 when a small number is known exactly or to two values."""
    parser = argparse.ArgumentParser(prog="benchmarks.releases", description=__doc__.partition("\n")[0])
    parser.add_argument("--deliveries", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        drawn = options.deliveries or folder / "demo"
        if not options.deliveries:
            measure("demo", "--country", COUNTRY, "--out", str(drawn))
        draw_night(drawn / "1", folder / "3", after=drawn / "2")
        told = [_publish(each, folder / "home") for each in (drawn / "1", drawn / "2", folder / "3")]
    console = Console(highlight=False, width=120)
    console.print(f"{machine()}; {load_average()}")
    console.print(_table(told))
    return int(any(sum(one.alone[:2]) + sum(one.together[:2]) for one in told))


def _publish(deliveries: Path, home: Path) -> Told:
    where = ("--home", str(home), "--country", COUNTRY)
    measure("load", "--deliveries", str(deliveries), *where)
    measure("compute", *where)
    seconds = measure("publish", *where).wall
    return _told(open_home(home), seconds)


def _told(home: Home, seconds: float) -> Told:
    release = current_release(home.releases)
    with home.warehouse() as connection:
        known = [_of_small(one) for _, one in remembered(connection, release.release)]
    small, *together = (sum(each) for each in zip(*known, strict=True))
    portal = Portal(release.file)
    found = [(one.found.exactly, one.found.to_two, one.found.to_three) for one in portal.attacked_figures]
    exactly, to_two, to_three = (sum(each) for each in zip(*found, strict=True))
    splits = len(portal.withdrawn_splits)
    return Told(seconds, splits, (exactly, to_two, to_three), small, (together[0], together[1], together[2]))


def _of_small(known: Known) -> tuple[int, int, int, int]:
    small = truly_small(known.counted, known.bounds.days)
    values = known.bounds.values()[small]
    one, two, three = (int(np.count_nonzero(values == number)) for number in (1, 2, 3))
    return int(small.sum()), one, two, three


def _table(told: list[Told]) -> Table:
    table = Table(title="Releases in a row")
    table.add_column("")
    for number in range(1, len(told) + 1):
        table.add_column(f"release {number}", justify="right")
    table.add_row("publish, wall s", *(f"{one.seconds:.0f}" for one in told))
    table.add_row("splits withdrawn", *(f"{one.withdrawn:,}" for one in told))
    for place, left in enumerate(("exactly", "to two values", "to three values")):
        table.add_row(f"may be 1 to 4, known {left} by itself", *(f"{one.alone[place]:,}" for one in told))
    table.add_row("truly 1 to 4", *(f"{one.small:,}" for one in told))
    for place, left in enumerate(("exactly", "to two values", "to three values")):
        table.add_row(f"known {left} with those before", *(f"{one.together[place]:,}" for one in told))
    return table


if __name__ == "__main__":
    raise SystemExit(main())
