"""A night: one person in a hundred is delivered anew; what it takes, and that the core is the one told from scratch.

    python -m benchmarks.nightly [--home HOME --deliveries FOLDER]

The home must hold the demo's first delivery, which lies in the folder; it is copied. Without them a demo is made.
"""

import argparse
import os
import shutil
import tempfile
from contextlib import closing
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks._night import draw_night
from benchmarks._run import Cost, measure
from warehouse.connection import Connection, open_private
from warehouse.earlier import OF_PERSONS

COUNTRY = "dk"


def main() -> int:
    """Print the table; 1 when the two cores differ."""
    parser = argparse.ArgumentParser(description="Measure a night.")
    parser.add_argument("--home", type=Path)
    parser.add_argument("--deliveries", type=Path)
    options = parser.parse_args()
    console = Console()
    with tempfile.TemporaryDirectory(dir=options.home and options.home.parent) as temporary:
        folder = Path(temporary)
        home, deliveries = folder / "home", options.deliveries or folder / "demo" / "1"
        if options.home:
            shutil.copytree(options.home, home)
        else:
            measure("demo", "--country", COUNTRY, "--out", str(deliveries.parent))
            measure("load", "--deliveries", str(deliveries), "--country", COUNTRY, "--home", str(home))
        _told_as_now(home)
        measure("load", "--deliveries", str(deliveries), "--country", COUNTRY, "--home", str(home))
        rows = draw_night(deliveries, folder / "night")
        where = ("--home", str(home), "--country", COUNTRY)
        night = ("--deliveries", str(folder / "night"))
        costs = {f"load of {rows:,} rows": measure("load", *night, *where)}
        found = _core(home)
        _told_as_now(home)
        costs["telling the core of everybody"] = measure("load", *night, *where)
        same = found == _core(home)
        costs["compute"] = measure("compute", *where)
        costs["publish"] = measure("publish", *where)
    _print(console, costs)
    console.print(f"The core is {'the same' if same else 'ANOTHER'} as told from scratch.")
    return int(not same)


def _told_as_now(home: Path) -> None:
    """Let the next load tell everybody anew."""
    with closing(_open(home)) as warehouse:
        warehouse.execute("delete from core.basis")


def _core(home: Path) -> list[tuple[object, ...]]:
    """What the core tells of persons, in short; the order of rows is of no matter."""
    with closing(_open(home)) as warehouse:
        rows = (f"select count(*), sum(hash(told)) from core.{table} as told" for table in OF_PERSONS)
        return [row for one in rows for row in warehouse.execute(one).fetchall()]


def _open(home: Path) -> Connection:
    return open_private(home / "warehouse.duckdb", home / "temporary")


def _print(console: Console, costs: dict[str, Cost]) -> None:
    table = Table("step", "wall s", "CPU s", "peak MiB", title="A night, one person in a hundred")
    for name, cost in costs.items():
        table.add_row(name, f"{cost.wall:.1f}", f"{cost.processor:.1f}", f"{cost.memory:.0f}")
    console.print(table)
    console.print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    raise SystemExit(main())
