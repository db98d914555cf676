"""What a home holds, as the command `status` prints it."""

from rich.console import Console
from rich.table import Table

from warehouse.errors import UserError
from warehouse.homes import Home
from warehouse.reading import Portal
from warehouse.releases import Release, list_releases


def tell(home: Home, console: Console) -> None:
    """Print the home's kind and its releases."""
    console.print(f"{home.path}: country {home.country}, {home.kind} figures", markup=False, soft_wrap=True)
    releases = list_releases(home.releases)
    if not releases:
        console.print("Nothing is published yet.")
        return
    table = Table("Release", "As of", "Indicators", "Deliveries", "")
    for release in releases:
        table.add_row(*_row(release))
    console.print(table)


def _row(release: Release) -> tuple[str, ...]:
    current = "current" if release.current else ""
    try:
        portal = Portal(release.file)
    except UserError:
        return release.release, "", "", "", f"{current} not readable by this version".strip()
    counts = (len(portal.definitions), len(portal.deliveries))
    return release.release, str(portal.as_of), *map(str, counts), current
