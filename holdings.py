"""What a home holds, as the command `status` prints it."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from rich.console import Console
from rich.table import Table

from indicators.official import hold_totals
from warehouse.errors import UserError
from warehouse.homes import Home
from warehouse.periods import parse_period
from warehouse.provenance import Delivery
from warehouse.reading import Portal
from warehouse.releases import Release, list_releases


def tell(home: Home, console: Console) -> None:
    """Print the home's kind, its releases, and what each source delivered to the one that is served."""
    console.print(f"{home.path}: country {home.country}, {home.kind} figures", markup=False, soft_wrap=True)
    releases = [(release, _opened(release)) for release in list_releases(home.releases)]
    if not releases:
        console.print("Nothing is published yet.")
        return
    table = Table("Release", "As of", "Indicators", "Deliveries", "")
    for release, portal in releases:
        table.add_row(*_row(release, portal))
    console.print(table)
    for release, portal in releases:
        if release.current and portal:
            console.print(_sources(portal.deliveries))


def tell_totals(home: Home, console: Console) -> None:
    """Print how many official totals fit, and those that do not, beside what was counted before protection."""
    with home.warehouse() as connection:
        totals = hold_totals(connection)
    held, off = len(totals.held), len(totals.off)
    console.print(
        f"{totals.delivered:,} official totals, {held:,} of cells that are shown and large enough; {held - off:,} fit."
    )
    if not off:
        return
    console.print("Private, what was counted must not leave the house:")
    table = Table("Indicator", "Category", "Period", "Area", "Official", "Within", "Counted")
    for one in totals.off:
        category = one.category if one.breakdown == "all" else f"{one.breakdown} {one.category}"
        numbers = (f"{number.normalize():,f}" for number in (one.total, one.within, one.counted))
        table.add_row(one.indicator, category, f"{one.period_kind} {one.period}", one.area, *numbers)
    console.print(table)


def _opened(release: Release) -> Portal | None:
    try:
        return Portal(release.file)
    except UserError:
        return None


def _row(release: Release, portal: Portal | None) -> tuple[str, ...]:
    current = "current" if release.current else ""
    if portal is None:
        return release.release, "", "", "", f"{current} not readable by this version".strip()
    counts = (len(portal.definitions), len(portal.deliveries))
    return release.release, str(portal.as_of), *map(str, counts), current


def _sources(deliveries: Iterable[Delivery]) -> Table:
    table = Table(
        "Source", "Last delivery", "Reaches to", title="Published of each source", title_justify="left"
    )
    for row in last_of_each(deliveries):
        table.add_row(*row)
    return table


def last_of_each(deliveries: Iterable[Delivery]) -> Iterator[tuple[str, str, str]]:
    """Of each source: the day that its last delivery takes as today, and the latest period that any tells of."""
    by_source = groupby(sorted(deliveries, key=lambda one: one.source), lambda one: one.source)
    for source, some in by_source:
        own = list(some)  # in the order of loading, which sorting keeps
        latest = max((one.last_period for one in own), key=lambda period: parse_period(period).ends_on)
        yield source, str(own[-1].as_of), latest
