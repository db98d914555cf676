"""Seconds and memory of load, compute and publish for both countries."""

import tempfile
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks._run import OFFICIAL, ROOT, deliveries, measure


def main() -> None:
    """Print one row per country and step."""
    table = Table("Country", "Step", "Wall s", "CPU s", "Peak MiB", "Figures", title="From files to release")
    for country in OFFICIAL:
        folder = deliveries(country)
        figures = "invented" if folder.is_relative_to(ROOT) else "official"
        with tempfile.TemporaryDirectory() as temporary:
            home = ("--home", str(Path(temporary) / country))
            loading = ("load", "--deliveries", str(folder), "--country", country)
            for step, arguments in {
                "load": loading,
                "load again": loading,
                "compute": ("compute",),
                "publish": ("publish",),
            }.items():
                cost = measure(*arguments, *home)
                numbers = (f"{cost.wall:.1f}", f"{cost.processor:.1f}", f"{cost.memory:.0f}")
                table.add_row(country, step, *numbers, figures)
    Console().print(table)


if __name__ == "__main__":
    main()
