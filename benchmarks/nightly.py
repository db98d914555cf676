"""A night: one person in a hundred is delivered anew; what it takes, and that all is as told and counted from scratch.

    python -m benchmarks.nightly [--home HOME --deliveries FOLDER]

The home must hold the demo's first delivery, which lies in the folder; it is copied. Without them a demo is made.
"""

import argparse
import os
import shutil
import tempfile
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks._night import draw_night
from benchmarks._run import Cost, measure
from warehouse.earlier import OF_PERSONS
from warehouse.homes import open_home

COUNTRY = "dk"


def main() -> int:
    """Print the table; 1 when the night gives another core or other cells."""
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
        where = ("--home", str(home), "--country", COUNTRY)
        measure("compute", *where)
        rows = draw_night(deliveries, folder / "night")
        night = ("--deliveries", str(folder / "night"))
        costs = {f"load of {rows:,} rows": measure("load", *night, *where)}
        costs["compute: changed persons"] = measure("compute", *where)
        costs["publish"] = measure("publish", *where)
        found = _told(home)
        _told_as_now(home)
        costs["telling the core of everybody"] = measure("load", *night, *where)
        costs["compute: everybody"] = measure("compute", *where)
        others = [table for table, rows in _told(home).items() if rows != found[table]]
    _print(console, costs)
    console.print(f"Told and counted from scratch: {'OTHER ' + ', '.join(others) if others else 'the same'}.")
    return int(bool(others))


def _told_as_now(home: Path) -> None:
    """Let the next load tell everybody anew."""
    with open_home(home).warehouse() as warehouse:
        warehouse.execute("delete from core.basis")


def _told(home: Path) -> dict[str, list[tuple[object, ...]]]:
    """What the core tells of persons and what was computed, in short; the order of rows is of no matter."""
    tables = [*(f"core.{table}" for table in OF_PERSONS), "mart.counted", "mart.cell"]
    with open_home(home).warehouse() as warehouse:
        return {
            table: warehouse.execute(f"select count(*), sum(hash(told)) from {table} as told").fetchall()
            for table in tables
        }


def _print(console: Console, costs: dict[str, Cost]) -> None:
    table = Table("step", "wall s", "CPU s", "peak MiB", title="A night, one person in a hundred")
    for name, cost in costs.items():
        table.add_row(name, f"{cost.wall:.1f}", f"{cost.processor:.1f}", f"{cost.memory:.0f}")
    console.print(table)
    console.print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    raise SystemExit(main())
