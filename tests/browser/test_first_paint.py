"""What a reader has before any script has run, and without any."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import NewPage, listen

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_without_scripts_the_figures_are_there_and_links_work(browser, site) -> None:
    with browser.new_context(base_url=site, java_script_enabled=False) as context:
        page = context.new_page()
        complaints: list[str] = []
        listen(page, site, complaints)
        page.goto("/en/compare?areas=101,825")
        expect(
            page.get_by_role("row").filter(has=page.get_by_role("rowheader", name="Copenhagen")).first
        ).to_contain_text("5.01")
        page.get_by_role("link", name="Catalogue").first.click()
        expect(page).to_have_url(f"{site}/en/catalogue")
        assert complaints == []


def test_the_page_does_not_jump_when_react_takes_over(new_page: NewPage) -> None:
    page = new_page("/en/compare")
    page.wait_for_timeout(500)
    shift = page.evaluate(
        """() => new Promise(done => new PerformanceObserver(list => done(list.getEntries()
            .filter(entry => !entry.hadRecentInput).reduce((sum, entry) => sum + entry.value, 0)))
            .observe({type: "layout-shift", buffered: true}) || setTimeout(() => done(0), 500))"""
    )
    assert shift < 0.05


def test_the_chosen_theme_is_there_from_the_first_moment(new_page: NewPage) -> None:
    page = new_page("/en/about", color_scheme="light")
    page.locator("[data-theme-switch]").click()
    expect(page.locator("html")).to_have_attribute("data-mantine-color-scheme", "dark")
    page.goto("/en/catalogue", wait_until="commit")
    page.wait_for_selector("main", state="attached")
    assert page.locator("html").get_attribute("data-mantine-color-scheme") == "dark"
    page.wait_for_selector("#page main h1")
    assert page.locator("html").get_attribute("data-mantine-color-scheme") == "dark"


def test_a_jump_within_the_page_asks_the_server_for_nothing(new_page: NewPage) -> None:
    page = new_page("/en/compare")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_timeout(300)
    assert page.url.endswith("#main")
    assert asked == []


def test_a_page_without_a_referrer_is_built_all_the_same(new_page: NewPage) -> None:
    page = new_page("/da/about", extra_http_headers={"Referer": "https://elsewhere.example/"})
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.locator("html")).to_have_attribute("lang", "da")
