"""No page breaks a rule of WCAG that a program can check, in light or in dark, wide or on a phone."""

from pathlib import Path

import axe_playwright_python
import pytest
from playwright.sync_api import Page

from dashboard.pages import area_topics
from tests.browser.conftest import NewPage

pytestmark = [pytest.mark.browser, pytest.mark.slow]

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
WIDE, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}
PAGES = [
    *("/en/compare", "/en/compare?view=development", "/en/compare?view=ranking", "/en/compare?view=map"),
    *(
        "/en/area/101",
        "/en/catalogue",
        "/en/catalogue/social_assistance_per_1000",
        "/en/about",
        "/en/protection",
    ),
    "/da/compare?areas=nowhere&view=nothing",
    "/en/compare?indicator=recipients&view=groups&period=2025-Q4&by=sex.age",
    "/en/compare?indicator=recipients&view=development&areas=101,751,RAR-FYN",
    "/en/compare?indicator=activation_degree&view=ranking&group=sex.female&areas=DK,101,825",
    "/en/compare?indicator=activation_degree&view=map&group=sex.female",
    "/en/compare?indicator=recipients&view=map&areas=DK,101",
]


def violations(page: Page) -> list[str]:
    """What axe finds: rule, how bad, and where."""
    page.evaluate(AXE)
    found = page.evaluate("axe.run(document).then(result => result.violations)")
    return [f"{one['id']} ({one['impact']}): {node['html']}" for one in found for node in one["nodes"]]


def settled(page: Page) -> Page:
    """The page once its chart, if it has one, is drawn."""
    if page.locator("#page .chart").count():
        page.wait_for_selector("#page .chart svg.main-svg")
    return page


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_a_page_breaks_no_rule(new_page: NewPage, path: str, theme: str) -> None:
    page = settled(new_page(path, color_scheme=theme, bypass_csp=True, viewport=WIDE))
    assert page.locator("html").get_attribute("data-mantine-color-scheme") == theme
    assert violations(page) == []


@pytest.mark.parametrize("path", PAGES)
def test_a_page_breaks_no_rule_on_a_phone(new_page: NewPage, path: str) -> None:
    page = settled(new_page(path, bypass_csp=True, viewport=PHONE, has_touch=True))
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_folded_profile_breaks_no_rule(
    new_page: NewPage, monkeypatch: pytest.MonkeyPatch, theme: str
) -> None:
    monkeypatch.setattr(area_topics, "MOST_UNFOLDED", 1)
    page = new_page("/en/area/561", color_scheme=theme, bypass_csp=True, viewport=PHONE, has_touch=True)
    assert page.locator(".topics a").count() > 4
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_a_wide_table_stays_within_its_card_in_the_longer_language(new_page: NewPage) -> None:
    page = new_page("/da/area/173", viewport=WIDE)
    card, table = (page.locator(found).bounding_box() for found in (".card:has(.standing)", ".standing"))
    assert card is not None
    assert table is not None
    assert table["x"] + table["width"] < card["x"] + card["width"]


def test_an_open_list_breaks_no_rule_that_holds_for_it(new_page: NewPage) -> None:
    page = new_page("/en/compare", bypass_csp=True, viewport=WIDE)
    page.get_by_role("combobox", name="Areas").click()
    page.wait_for_selector("[role=listbox]:visible")
    # The list scrolls with the arrow keys, while its text box keeps the focus; axe looks for focus in the list.
    assert [found for found in violations(page) if not found.startswith("scrollable-region-focusable")] == []


def test_axe_can_find_something(new_page: NewPage) -> None:
    page = new_page("/en/about", bypass_csp=True)
    page.evaluate("document.querySelector('main').innerHTML += '<img src=\"data:,\">'")
    assert any(found.startswith("image-alt") for found in violations(page))
