"""The demo country at its usual size: generation, load, compute, publish, twice; then views of its release."""

import os
import tempfile
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks._run import Cost, measure
from benchmarks.serving import report
from etl.synthetic.settings import read_settings
from warehouse.reading import Portal
from warehouse.releases import current_release
from warehouse.space import require_space

COUNTRY = "dk"
HOME = 50
"""How much more space than its deliveries a home takes at most, while they are loaded."""


def main() -> None:
    """Print one row per step, then what serving the release takes."""
    table = Table("Step", "Wall s", "CPU s", "Peak MiB", "Per second", title="The demo country")
    with tempfile.TemporaryDirectory() as temporary:
        deliveries, home = Path(temporary) / "deliveries", Path(temporary) / "home"
        require_space(
            deliveries, read_settings(COUNTRY, None, None, None).space * (1 + HOME), "the benchmark"
        )
        drawn = measure("demo", "--country", COUNTRY, "--out", str(deliveries))
        costs = [("generation", drawn, "")]
        for place in ("1", "2"):
            costs += _built(deliveries / place, home)
        for name, cost, speed in costs:
            table.add_row(name, f"{cost.wall:.1f}", f"{cost.processor:.1f}", f"{cost.memory:.0f}", speed)
        console = Console()
        console.print(table)
        console.print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
        report(home, workers=os.cpu_count() or 1)


def _built(delivery: Path, home: Path) -> list[tuple[str, Cost, str]]:
    """What each step took, with its rows or cells per second of wall time."""
    where = ("--home", str(home))
    loaded = measure("load", "--deliveries", str(delivery), "--country", COUNTRY, *where)
    computed = measure("compute", *where)
    published = measure("publish", *where)
    portal = Portal(current_release(home / "releases").file)
    rows = sum(one.rows_delivered for one in portal.deliveries if one.as_of == portal.as_of)
    cells = sum(one.cells for one in portal.status_counts)
    return [
        (f"load {delivery.name}", loaded, f"{rows / loaded.wall:,.0f} rows"),
        (f"compute {delivery.name}", computed, f"{cells / computed.wall:,.0f} cells"),
        (f"publish {delivery.name}", published, f"{cells / published.wall:,.0f} cells"),
    ]


if __name__ == "__main__":
    main()
