"""Processor time of each kind of view, made anew and kept, and how long readers wait for it under load."""

import argparse
import os
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import cycle, islice, product
from pathlib import Path
from statistics import median, quantiles
from urllib.parse import quote

from rich.console import Console
from rich.table import Column, Table

from benchmarks._run import (
    OFFICIAL,
    built_home,
    get,
    latencies,
    latencies_at,
    memory,
    processor_seconds,
    served,
)
from indicators.catalogue import indicator_from_json
from warehouse.reading import Portal
from warehouse.releases import current_release

ROUNDS = 150
"""Addresses of each kind."""

MOST_SECONDS = 20.0
"""The longest that one kind of view is asked for under load."""

READERS_PER_WORKER = 2
"""Who ask again as soon as they have been answered: all cores are busy, so this is the time in a queue."""

RATE = 20.0
"""Views made anew that are asked for in a second, whether those before are answered or not."""

COMPARE_VIEWS = ("table", "development", "ranking", "groups", "map")


def main() -> None:
    """Print one row per kind of request, for one home or for the official figures of each country."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--home", type=Path, help="measure this home's release")
    parser.add_argument("--rate", type=float, default=RATE, help=f"requests a second (default: {RATE:g})")
    parser.add_argument(
        "--workers", type=int, default=os.cpu_count() or 1, help="under load (default: cores)"
    )
    options = parser.parse_args()
    if options.home:
        report(options.home, options.workers, options.rate)
        return
    for country in OFFICIAL:
        with built_home(country) as home:
            report(home, options.workers, options.rate)


def report(home: Path, workers: int, rate: float = RATE) -> None:
    """Print what serving a home's release takes."""
    portal = Portal(current_release(home / "releases").file)
    requests = requests_of(portal)
    with served(home, workers=1) as (port, pid, seconds):
        measured = {name: spend(port, pid, paths) for name, paths in requests.items()}
        held = memory(pid)
    with served(home, workers) as (port, _, _):
        arriving = {name: latencies_at(port, paths, rate, MOST_SECONDS) for name, paths in requests.items()}
    with served(home, workers) as (port, _, _):
        crowded = {
            name: latencies(port, paths, workers * READERS_PER_WORKER, MOST_SECONDS)
            for name, paths in requests.items()
        }
    headings = ("CPU ms anew", "CPU ms kept", "Kept per core-second", "Body KB")
    table = Table(
        Column("Request", no_wrap=True), *headings, "p50 ms", "p95 ms", "Full: p50 ms", "Full: p95 ms"
    )
    for name, (anew, kept, size) in measured.items():
        waited = (f"{one:.1f}" for some in (arriving, crowded) for one in middle_and_late(some[name]))
        table.add_row(
            name, f"{anew:.1f}", f"{kept:.2f}", f"{1000 / kept:,.0f}", f"{size / 1024:.1f}", *waited
        )
    cells = sum(one.cells for one in portal.status_counts)
    table.title = f"Serving release {portal.release} of {portal.country.code}, {cells:,} cells"
    console = Console(width=120)
    console.print(table)
    console.print(f"{seconds:.1f} s from serve to the first page, {held:.0f} MiB for one worker")
    console.print(
        f"CPU: one worker, median of {ROUNDS} addresses at most. p50 and p95 of views made anew, {workers} workers: "
        f"{rate:g} requests a second at random; full: {workers * READERS_PER_WORKER} readers who ask again at once, "
        f"and the benchmark itself on the same cores. {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}"
    )


def middle_and_late(waited: Sequence[float]) -> tuple[float, float]:
    """The median and what 19 of 20 do not exceed."""
    return median(waited), quantiles(waited, n=20)[-1]


def requests_of(portal: Portal) -> Mapping[str, list[str]]:
    """Different paths to ask for, by the name of what they measure."""
    indicator = indicator_from_json(portal.definitions[0]).id
    areas = [area.code for area in portal.country.areas_on(portal.as_of)]
    found = {f"Compare, {view}": list(compare_of(portal, view)) for view in COMPARE_VIEWS}
    found |= {
        "Area profile": [f"/en/area/{area}" for area in areas],
        "Area profile, topic": [f"/en/area/{area}?topic={largest_topic(portal)}" for area in areas],
        "Area profile, groups": list(profiles_of(portal, areas)),
        "Catalogue, list": [f"/en/catalogue?q={word}" for word in words_of(portal)],
        "Catalogue, indicator": [
            f"/{lang}/catalogue/{one}" for one in indicators_of(portal) for lang in ("en", "da")
        ],
    }
    asked = {
        name: [f"/_page?address={quote(address, safe='')}" for address in addresses]
        for name, addresses in found.items()
        if addresses
    }
    asked["Compare, document"] = [f"/en/compare?areas={area}" for area in areas]
    asked["API, one area's series"] = [
        f"/api/v1/indicators/{indicator}/data?REF_AREA={area}" for area in areas
    ]
    return {name: paths[:ROUNDS] for name, paths in asked.items()}


def largest_topic(portal: Portal) -> str:
    """The topic with the most indicators."""
    topics = Counter(indicator_from_json(text).topic for text in portal.definitions)
    return topics.most_common(1)[0][0]


def indicators_of(portal: Portal) -> list[str]:
    """The indicators of the catalogue."""
    return [indicator_from_json(text).id for text in portal.definitions]


def compare_of(portal: Portal, view: str) -> Iterator[str]:
    """Addresses of Compare: every one has another area, and another indicator, period or group than the one before."""
    country = portal.country
    areas = cycle(area.code for area in country.areas_on(portal.as_of, country.base_level))
    asked = [
        (indicator, kind, period, group)
        for (indicator, kind), periods in sorted(portal.periods.items())
        for period, group in zip(reversed(periods), cycle(groups_of(portal, indicator, kind)), strict=False)
        if view != "groups" or portal.categories(indicator, kind)
    ]
    step = max(len(asked) // ROUNDS, 1)
    first = (
        COMPARE_VIEWS.index(view) % step
    )  # what one view has read of the release, the next does not ask for
    for (indicator, kind, period, group), area in islice(
        zip(asked[first::step], areas, strict=False), ROUNDS
    ):
        chosen = f"indicator={indicator}&areas={country.whole.code},{area}"
        yield f"/en/compare?{chosen}&kind={kind}&period={period}&group={group}&view={view}"


def groups_of(portal: Portal, indicator: str, kind: str) -> list[str]:
    """Everyone and the groups of an indicator, as addresses write them."""
    split = portal.categories(indicator, kind)
    return ["all", *(f"{breakdown}.{one}" for breakdown, categories in split.items() for one in categories)]


def profiles_of(portal: Portal, areas: list[str]) -> Iterator[str]:
    """Addresses of area profiles: every one of another group or kind of period than the one before."""
    groups = [
        f"{code}.{one}"
        for code, breakdown in portal.breakdowns.items()
        for one in breakdown.categories
        if not breakdown.parts
    ]
    kinds = sorted({kind for _, kind in portal.periods})
    for area, (group, kind) in zip(areas, cycle(product(groups, kinds)), strict=False):
        yield f"/en/area/{area}?kind={kind}&group={group}"


def words_of(portal: Portal) -> list[str]:
    """Words that somebody might search the catalogue for."""
    texts = (indicator_from_json(text) for text in portal.definitions)
    found = {
        word for one in texts for word in f"{one.title['en']} {one.question['en']}".split() if word.isalpha()
    }
    return sorted(found)


def spend(port: int, pid: int, paths: list[str]) -> tuple[float, float, float]:
    """Processor milliseconds of a view made anew and of one that is kept (medians), and bytes of an answer."""
    anew, sizes = zip(*(_asked(port, pid, path) for path in paths), strict=True)
    kept, _ = zip(*(_asked(port, pid, path) for path in (paths[-1],) * ROUNDS), strict=True)
    return median(anew), median(kept), sum(sizes) / len(sizes)


def _asked(port: int, pid: int, path: str) -> tuple[float, int]:
    before = processor_seconds(pid)
    size = len(get(port, path))
    return (processor_seconds(pid) - before) * 1000, size


if __name__ == "__main__":
    main()
