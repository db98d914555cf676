"""Seconds from `serve` to the first page; processor time of a view that is kept and of one that is made anew."""

import os
from collections.abc import Iterator
from itertools import islice, product
from pathlib import Path
from urllib.parse import quote

from rich.console import Console
from rich.table import Table

from benchmarks._run import OFFICIAL, built_home, get, memory, processor_seconds, served
from indicators.catalogue import indicator_from_json
from warehouse.reading import Portal
from warehouse.releases import current_release

ROUNDS = 150


def main() -> None:
    """Print one row per country and kind of request."""
    table = Table("Country", "Request", "CPU ms", "Per core-second", "Body KB", title="Serving, one worker")
    starts = Table("Country", "Serve to first page, s", "Memory MiB", title="Starting")
    for country in OFFICIAL:
        with built_home(country) as home, served(home, workers=1) as (port, pid, seconds):
            for name, paths in requests_of(home).items():
                spent, size = spend(port, pid, paths)
                per_second = f"{1000 / spent:,.0f}" if spent else "–"
                table.add_row(country, name, f"{spent:.2f}", per_second, f"{size / 1024:.1f}")
            starts.add_row(country, f"{seconds:.1f}", f"{memory(pid):.0f}")
    console = Console()
    console.print(starts)
    console.print(table)
    console.print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}, {ROUNDS} requests of each kind")


def requests_of(home: Path) -> dict[str, list[str]]:
    """Paths to ask for, by the name of what they measure."""
    portal = Portal(current_release(home / "releases").file)
    views = [quote(view, safe="") for view in islice(views_of(portal), ROUNDS)]
    areas = [area.code for area in portal.country.areas_on(portal.as_of)][:ROUNDS]
    indicator = indicator_from_json(portal.definitions[0]).id
    return {
        "view, made anew": [f"/_page?address={view}" for view in views],
        "view, kept": [f"/_page?address={views[0]}"] * ROUNDS,
        "area profile, made anew": [f"/_page?address={quote(f'/en/area/{code}')}" for code in areas],
        "document of Compare, kept": ["/en/compare"] * ROUNDS,
        "API, one area's series": [f"/api/v1/indicators/{indicator}/data?REF_AREA={code}" for code in areas],
    }


def views_of(portal: Portal) -> Iterator[str]:
    """Addresses of Compare, each another view."""
    day = portal.as_of
    indicators = [indicator_from_json(text).id for text in portal.definitions]
    areas = [area.code for area in portal.country.areas_on(day, portal.country.base_level)]
    whole = portal.country.whole.code
    return (
        f"/en/compare?indicator={indicator}&areas={whole},{area}&view={view}"
        for area, indicator, view in product(areas, indicators, ("table", "development", "ranking", "map"))
    )


def spend(port: int, pid: int, paths: list[str]) -> tuple[float, float]:
    """Processor milliseconds and bytes of one request, on average."""
    before = processor_seconds(pid)
    size = sum(len(get(port, path)) for path in paths)
    return (processor_seconds(pid) - before) / len(paths) * 1000, size / len(paths)


if __name__ == "__main__":
    main()
