"""Weight, requests and seconds of a first visit in headless Chromium, with nothing kept from before."""

import os
import shutil
from statistics import median

from playwright.sync_api import Browser, Response, sync_playwright
from rich.console import Console
from rich.table import Table

from benchmarks._run import built_home, served

PAGES = {
    "Compare, table": ("/en/compare", "main table"),
    "Compare, development": ("/en/compare?view=development", ".js-plotly-plot .trace"),
    "Compare, map": ("/en/compare?view=map", "main .tile-map, main .tiles"),
    "Area profile": ("/en/area", "main table"),
    "Catalogue": ("/en/catalogue", "main h2"),
}
"""Address of each page, and what the reader waits for."""

VISITS = 3


def main() -> None:
    """Print one row per page, or say that there is no Chromium."""
    chromium = shutil.which("chromium")
    if chromium is None:
        Console().print("No Chromium found: first visits are not measured.")
        return
    table = Table(
        "Page", "KB over the wire", "Requests", "s to what counts", title="First visit, median of 3"
    )
    with built_home("dk") as home, served(home, workers=2) as (port, _, _), sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for page, (path, awaited) in PAGES.items():
            visits = [visit(browser, f"http://127.0.0.1:{port}{path}", awaited) for _ in range(VISITS)]
            weight, requests, seconds = (median(column) for column in zip(*visits, strict=True))
            table.add_row(page, f"{weight:,.0f}", f"{requests:.0f}", f"{seconds:.2f}")
        browser.close()
    console = Console()
    console.print(table)
    console.print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")


def visit(browser: Browser, address: str, awaited: str) -> tuple[float, int, float]:
    """Kilobytes, requests and seconds until what is awaited can be seen, in a browser that knows nothing."""
    context = browser.new_context()
    page = context.new_page()
    answers: list[Response] = []

    def keep(answer: Response) -> None:
        answers.append(answer)

    page.on("response", keep)
    page.goto(address, wait_until="commit")
    page.wait_for_selector(awaited, state="attached", timeout=60_000)
    seconds = page.evaluate("performance.now() / 1000")
    page.wait_for_load_state("networkidle")
    weight = sum(
        sum(answer.request.sizes()[part] for part in ("responseBodySize", "responseHeadersSize"))
        for answer in answers
    )
    context.close()
    return weight / 1024, len(answers), seconds


if __name__ == "__main__":
    main()
