"""A real Chromium and a real server; a page that asks another host or complains in the console fails its test."""

import os
import shutil
import threading
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from werkzeug.serving import WSGIRequestHandler, make_server

from dashboard.app import create_app
from warehouse.homes import Home

CHROMIUM = ("chromium", "chromium-browser", "google-chrome")

Complaints = list[str]
NewPage = Callable[..., Page]


class Quiet(WSGIRequestHandler):
    """Logs no request: a failed test shows what the browser saw."""

    def log_request(self, *_: object) -> None:
        """Log nothing."""


@pytest.fixture(scope="session")
def site(split_denmark: Home) -> Iterator[str]:
    """Address of a site with invented figures for all of Denmark, some of them by groups of people."""
    app = create_app(split_denmark.releases).server
    server = make_server("127.0.0.1", 0, app, threaded=True, request_handler=Quiet)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, from wherever the system has it."""
    found = next(filter(None, map(shutil.which, CHROMIUM)), None)
    if found is None:
        reason = f"no Chromium is installed (looked for: {', '.join(CHROMIUM)})"
        if os.environ.get("BROWSER_TESTS") == "required":
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def new_page(browser: Browser, site: str) -> Iterator[NewPage]:
    """Opens pages in contexts of their own, by their path; afterwards none may have complained."""
    contexts: list[BrowserContext] = []
    complaints: Complaints = []

    def open_page(path: str, **options: object) -> Page:
        context = browser.new_context(base_url=site, **{"locale": "en-GB", **options})
        contexts.append(context)
        page = context.new_page()
        listen(page, site, complaints)
        page.goto(path)
        page.wait_for_selector("#page main h1")
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []


def listen(page: Page, site: str, complaints: Complaints) -> None:
    """Note what a page asks of other hosts, every error and every file that is not there."""
    own = urlsplit(site).netloc
    page.on(
        "request",
        lambda request: (
            complaints.append(f"asked {request.url}")
            if urlsplit(request.url).netloc not in {own, ""}
            else None
        ),
    )
    page.on(
        "response",
        lambda answer: complaints.append(f"{answer.status} {answer.url}") if answer.status >= 400 else None,
    )
    page.on(
        "console",
        lambda message: (
            complaints.append(f"console: {message.text}") if message.type in {"error", "warning"} else None
        ),
    )
    page.on("pageerror", lambda error: complaints.append(f"error: {error}"))
