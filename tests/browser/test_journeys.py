"""Three things that people come for, done in a real browser."""

import csv
import io
import re

import pytest
from playwright.sync_api import Browser, Page, expect

from dashboard.pages import area_topics
from tests.browser.conftest import NewPage

pytestmark = [pytest.mark.browser, pytest.mark.slow]

RATE = "social_assistance_per_1000"


def cards(page: Page) -> list[str]:
    """The figures of the chosen areas, as they stand on the cards."""
    return page.locator(".kpi").all_inner_texts()


def test_comparing_areas_and_sharing_the_link(new_page: NewPage) -> None:
    page = new_page("/", permissions=["clipboard-read", "clipboard-write"])
    expect(page).to_have_url("/en/compare")
    box = page.get_by_role("combobox", name="Areas")
    box.fill("bornholm")
    page.get_by_role("option", name="Bornholm", exact=True).click()
    page.keyboard.press("Escape")
    expect(page.get_by_role("row", name="Bornholm")).to_have_count(2)
    assert "400" in page.url

    page.get_by_role("link", name="Development").click()
    expect(page.locator("#view-development[aria-current=page]")).to_be_visible()
    expect(page.locator(".chart svg").first).to_be_visible()
    page.get_by_role("button", name="Copy link").click()
    expect(page.get_by_text("Link copied")).to_be_visible()
    link = page.evaluate("navigator.clipboard.readText()")

    other = new_page(link)
    expect(other.locator("#view-development[aria-current=page]")).to_be_visible()
    assert cards(other) == cards(page)
    assert other.title() == page.title()

    with other.expect_download() as download:
        other.get_by_role("link", name=re.compile("CSV.*Your areas")).click()
    rows = list(csv.DictReader(io.StringIO(download.value.path().read_text(encoding="utf-8"))))
    assert {row["INDICATOR"] for row in rows} == {RATE}
    assert "400" in {row["REF_AREA"] for row in rows}


def test_comparing_groups_of_people_in_another_kind_of_period(new_page: NewPage) -> None:
    page = new_page("/en/compare?indicator=recipients&areas=101,DK")
    everyone = cards(page)
    box = page.get_by_role("combobox", name="Group of people")
    box.click()
    page.get_by_role("option", name="Women", exact=True).click()
    expect(page.locator("main .content .muted strong")).to_have_text("Women")
    assert "group=sex.female" in page.url
    women = cards(page)
    assert women != everyone

    page.get_by_role("link", name="Rolling year").click()
    expect(page.locator("#kind-rolling_year[aria-current=true]")).to_be_visible()
    assert {"kind=rolling_year", "group=sex.female"} <= set(page.url.partition("?")[2].split("&"))
    page.get_by_role("link", name="Groups", exact=True).click()
    expect(page.get_by_role("row", name="Women")).to_be_visible()
    page.get_by_role("link", name="Sex × age").click()
    expect(page.get_by_role("link", name="16–24 years")).to_have_count(3)

    page.go_back()
    page.go_back()
    page.go_back()
    expect(page.locator("#kind-month[aria-current=true]")).to_be_visible()
    assert cards(page) == women


@pytest.mark.parametrize("name", ["Indicator", "Areas", "Period", "Group of people"])
def test_a_list_closes_when_something_was_chosen(new_page: NewPage, name: str) -> None:
    page = new_page("/en/compare?indicator=recipients&areas=101,DK")
    box = page.get_by_role("combobox", name=name, exact=True)
    options = page.locator("[role=option]:visible")

    def point() -> None:
        box.click()
        page.locator("[role=option]:visible:not([data-checked])").nth(1).click()

    def type_keys() -> None:
        page.keyboard.press("ArrowDown")
        expect(options.first).to_be_visible()
        for key in ("ArrowDown", "Enter"):
            page.keyboard.press(key)

    for choose in (point, type_keys):
        with page.expect_response("**/_page?*"):
            choose()
        page.wait_for_timeout(300)
        expect(page.locator("[role=listbox]:visible")).to_have_count(0)
        expect(box).to_be_focused()
        expect(box).to_have_attribute("aria-expanded", "false")


def test_an_areas_profile(new_page: NewPage) -> None:
    page = new_page("/en/compare?view=map")
    page.locator(".tile[href*='/area/101']").click()
    expect(page).to_have_url("/en/area/101")
    expect(page.get_by_role("heading", level=1)).to_have_text("Copenhagen")
    expect(page.locator("main")).to_contain_text("5.01")
    expect(page.locator("main")).to_contain_text("Denmark")
    expect(page.locator("main")).to_contain_text("Capital Region of Denmark")
    page.get_by_role("link", name="Catalogue").first.click()
    expect(page).to_have_url("/en/catalogue")
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text("Copenhagen")


def test_a_profile_is_opened_topic_by_topic(new_page: NewPage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(area_topics, "MOST_UNFOLDED", 1)
    monkeypatch.setattr(area_topics, "FEWEST_KEY_FIGURES", 1)
    page = new_page("/en/area/461?kind=month")
    rows = page.locator(".standing tbody tr:not(.group)")
    expect(page.locator("#open-key[aria-current=true]")).to_be_visible()
    expect(rows).to_have_count(1)
    page.locator("#open-benefits").click()
    expect(page.locator("#open-benefits[aria-current=true]")).to_be_focused()
    expect(page).to_have_url("/en/area/461?kind=month&topic=benefits")
    expect(rows).to_have_count(3)
    box = page.get_by_role("combobox", name="Find an area")
    box.fill("svendborg")
    page.get_by_role("option", name="Svendborg", exact=True).click()
    expect(page).to_have_url("/en/area/479?kind=month&topic=benefits")
    expect(page.get_by_role("heading", level=1)).to_have_text("Svendborg")
    expect(page.locator("#open-benefits[aria-current=true]")).to_be_visible()
    page.get_by_role("button", name="Show").click()
    expect(page).to_have_url(re.compile("/en/area/479.*topic=benefits"))


def test_the_catalogue_forgives_slips_of_typing(new_page: NewPage) -> None:
    page = new_page("/en/catalogue")
    box = page.get_by_role("searchbox", name="Search the catalogue")
    box.press_sequentially("socail")
    expect(page.locator(".entry:visible")).not_to_have_count(0)
    expect(page.get_by_role("status")).to_have_text(
        "No indicator has these words; these have words that come close."
    )
    box.fill("social")
    expect(page.get_by_role("status")).to_contain_text("indicator")
    box.fill("zebra")
    expect(page.get_by_role("status")).to_have_text("No indicator has these words.")
    expect(page.locator(".entry:visible")).to_have_count(0)


def test_switching_the_language_and_going_back(new_page: NewPage) -> None:
    page = new_page(f"/en/compare?indicator={RATE}&areas=DK,101")
    page.get_by_role("link", name="Ranking").click()
    expect(page.locator("#view-ranking[aria-current=page]")).to_be_visible()
    english = page.url

    page.locator("header a[hreflang=da]").click()
    page.wait_for_selector("#page main h1")
    expect(page.locator("html")).to_have_attribute("lang", "da")
    assert page.url == english.replace("/en/", "/da/")
    expect(page.locator("#view-ranking[aria-current=page]")).to_have_text("Rangliste")
    expect(page.locator(".kpi-value").nth(1)).to_contain_text("5,01")
    expect(page.locator(".kpi-name").nth(1)).to_have_text("København")

    page.go_back()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator("#view-ranking[aria-current=page]")).to_have_text("Ranking")
    page.go_back()
    expect(page.locator("#view-table[aria-current=page]")).to_be_visible()
    page.go_forward()
    expect(page.locator("#view-ranking[aria-current=page]")).to_be_visible()
    assert page.url == english


def test_what_is_not_there_is_said_in_the_frame_of_the_portal(
    new_page: NewPage, browser: Browser, site: str
) -> None:
    page = new_page("/da/compare?areas=DK")
    with browser.new_context(
        base_url=site, extra_http_headers={"Referer": "https://elsewhere.example/"}
    ) as context:
        lost = context.new_page()
        for path in ("/da/nonsense", "/da/area/nowhere"):
            opened: list[str] = []
            lost.on("framenavigated", lambda frame, opened=opened: opened.append(frame.url))
            lost.goto(path)
            lost.wait_for_selector("#page main h1")
            lost.wait_for_timeout(500)
            assert len(opened) == 1
            assert (
                lost.locator("header nav a").all_inner_texts()
                == page.locator("header nav a").all_inner_texts()
            )
