"""What serving costs: seconds to the first page, CPU for each view, and a browser's cold start."""

import itertools
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

from flask.testing import FlaskClient
from playwright.sync_api import Browser, sync_playwright
from rich.console import Console
from rich.table import Table

from benchmarks._deliveries import COMMAND, deliveries
from benchmarks.pipeline import measure
from dashboard.app import create_app
from dashboard.data import portal

OUT = Console()
PATIENCE = 120
TIMES = 3
STATES = 24
"""Different addresses of one view that are asked for."""

CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
PAGES = {
    "Compare, table": "/en/compare",
    "Compare, development": "/en/compare?view=development",
    "Area profile": "/en/area/{area}",
    "Catalogue": "/en/catalogue",
    "About the data": "/en/about",
}


class ColdStart(NamedTuple):
    """One page opened by a browser that has nothing yet; `chart` is None where there is none."""

    kilobytes: float
    requests: int
    painted: float
    alive: float
    chart: float | None


def main() -> None:
    """Build a home, serve it, and print three tables."""
    delivered = next(deliveries())
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        arguments = ["--deliveries", str(delivered.folder), "--country", delivered.country]
        measure(["build", *arguments, "--home", str(home)])
        OUT.print(views_table(create_app(home / "releases").server.test_client(), delivered.kind))
        area = portal().country.base_level
        paths = {name: path.format(area=_an_area(area)) for name, path in PAGES.items()}
        with served(home) as (address, seconds):
            OUT.print(f"\nFrom `serve` to the first page: {seconds:.1f} s\n")
            browsers_table(address, paths)


def views_table(client: FlaskClient, kind: str) -> Table:
    """CPU of every view, made anew and from the store."""
    table = Table("View", title=f"CPU for each view (one process, {kind} figures)")
    for heading in ("Uncached, ms", "Cached, ms", "Cached, per core-second"):
        table.add_column(heading, justify="right")
    for name, addresses in views().items():
        client.get(addresses[0])  # what is read once for all views is not this view's cost
        uncached = cpu(client, addresses[1:])
        cached = cpu(client, addresses[1:] * 5)
        table.add_row(name, f"{uncached:.1f}", f"{cached:.2f}", f"{1000 / cached:.0f}")
    return table


def views() -> dict[str, list[str]]:
    """Different addresses of each view, as the pages' scripts ask for them."""
    country = portal().country
    areas = [area.code for area in country.areas_on(portal().as_of, country.base_level)][: STATES + 1]
    found = {
        f"Compare, {view}": [
            _change(f"/en/compare?areas={one},{other}&view={view}")
            for one, other in itertools.pairwise(areas)
        ]
        for view in ("table", "development", "ranking", "map")
    }
    found["Area profile"] = [_change(f"/en/area/{area}") for area in areas]
    found["Document of Compare"] = [f"/da/compare?areas={area}" for area in areas]
    indicator = next(iter(portal().periods))[0]
    data = f"/api/v1/indicators/{indicator}/data"
    found["API, one area"] = [f"{data}?REF_AREA={area}" for area in areas]
    return found


def cpu(client: FlaskClient, addresses: Iterable[str]) -> float:
    """Milliseconds of computing for one request, on average."""
    asked = list(addresses)
    started = time.process_time()
    for address in asked:
        answer = client.get(address, headers={"Accept-Encoding": "br"})
        if answer.status_code != 200:
            raise RuntimeError(f"{answer.status_code}: {address}")
    return 1000 * (time.process_time() - started) / len(asked)


@contextmanager
def served(home: Path) -> Iterator[tuple[str, float]]:
    """A running server: its address, and the seconds until it gave its first page."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    started = time.perf_counter()
    command = [sys.executable, str(COMMAND), "serve", "--home", str(home), "--port", str(port)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as server:
        try:
            _wait_for_page(port, started + PATIENCE)
            yield f"http://127.0.0.1:{port}", time.perf_counter() - started
        finally:
            server.terminate()


def _wait_for_page(port: int, deadline: float) -> None:
    while True:
        connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
        try:
            connection.request("GET", "/en/compare")
            connection.getresponse().read()
        except OSError:
            if time.perf_counter() > deadline:
                raise
            time.sleep(0.05)
        else:
            return
        finally:
            connection.close()


def browsers_table(address: str, paths: dict[str, str]) -> None:
    """Print what a browser with empty hands needs for each page: the median of a few times."""
    found = next(filter(None, map(shutil.which, CHROMIUM)), None)
    if found is None:
        OUT.print("No Chromium is installed, so no page was opened.")
        return
    table = Table("Page", title=f"Cold start in Chromium (median of {TIMES})")
    for heading in ("KB", "Requests", "First paint, s", "Alive, s", "First chart, s"):
        table.add_column(heading, justify="right")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        for name, path in paths.items():
            starts = [cold_start(browser, address + path) for _ in range(TIMES)]
            charts = [start.chart for start in starts if start.chart is not None]
            table.add_row(
                name,
                f"{_median(start.kilobytes for start in starts):.0f}",
                f"{_median(start.requests for start in starts):.0f}",
                f"{_median(start.painted for start in starts):.2f}",
                f"{_median(start.alive for start in starts):.2f}",
                f"{_median(charts):.2f}" if charts else "–",
            )
        browser.close()
    OUT.print(table)


def cold_start(browser: Browser, address: str) -> ColdStart:
    """Open one page with nothing in the cache."""
    with browser.new_context(viewport={"width": 1280, "height": 900}) as context:
        page = context.new_page()
        sizes: list[float] = []
        session = context.new_cdp_session(page)
        session.send("Network.enable")
        session.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
        started = time.perf_counter()
        page.goto(address)
        page.wait_for_selector("#page main h1")
        alive = time.perf_counter() - started
        chart = None
        if page.locator("#page .chart").count():
            page.wait_for_selector("#page .chart svg.main-svg")
            chart = time.perf_counter() - started
        page.wait_for_load_state("networkidle")
        painted = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime / 1000")
        return ColdStart(sum(sizes) / 1000, len(sizes), painted, alive, chart)


def _change(address: str) -> str:
    return f"/_page?address={quote(address, safe='')}"


def _an_area(level: str) -> str:
    standing = portal().country.areas_on(portal().as_of, level)
    return max(standing, key=lambda area: area.population or 0).code


def _median(numbers: Iterable[float]) -> float:
    return statistics.median(numbers)


if __name__ == "__main__":
    main()
