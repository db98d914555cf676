"""What only a browser knows: how wide a text is, what lies on top, where a page ends."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NewPage

pytestmark = [pytest.mark.browser, pytest.mark.slow]

WIDTHS = (1280, 960, 820, 700)
WIDER = """tiles => {
    const wide = tiles.map(tile => {
        const text = tile.querySelector(".tile-value"), range = document.createRange();
        range.selectNodeContents(text);
        return [text.textContent, range.getBoundingClientRect().width, tile.clientWidth];
    });
    return wide.filter(([_, text, frame]) => text > frame);
}"""
WRITE = """(tiles, written) => tiles.forEach(tile => {
    const text = tile.querySelector(".tile-value");
    text.textContent = written;
    text.style.setProperty("--letters", written.length);
})"""
COVERED = """lists => {
    const covered = list => [...list.querySelectorAll("[role=option]")].filter(option => {
        const {right, top, bottom} = option.getBoundingClientRect();
        const middle = (top + bottom) / 2, end = list.getBoundingClientRect();
        return end.top < middle && middle < end.bottom
            && !option.contains(document.elementFromPoint(right - 4, middle));
    });
    return lists.flatMap(covered).map(option => option.textContent);
}"""


def tile_texts_that_are_cut(page: Page) -> list[object]:
    cut: list[object] = page.locator(".tile").evaluate_all(WIDER)
    return cut


@pytest.mark.parametrize("width", WIDTHS)
def test_no_figure_of_the_map_is_cut(new_page: NewPage, width: int) -> None:
    page = new_page(
        "/en/compare?indicator=recipients&areas=101,DK&view=map", viewport={"width": width, "height": 900}
    )
    expect(page.locator(".tile.chosen .tile-value")).to_be_visible()
    assert tile_texts_that_are_cut(page) == []
    for longest in ("−22,8", "63,193", "100.00", "−123,456"):
        page.locator(".tile").evaluate_all(WRITE, longest)
        assert tile_texts_that_are_cut(page) == []


def test_a_text_that_is_cut_would_be_found(new_page: NewPage) -> None:
    page = new_page("/en/compare?view=map")
    page.locator(".tile-value").first.evaluate("one => { one.textContent = '−2,1 pct.point, too long'; }")
    assert len(tile_texts_that_are_cut(page)) == 1


def test_an_open_list_lies_over_the_head_of_the_table(new_page: NewPage) -> None:
    page = new_page("/en/compare", viewport={"width": 1280, "height": 1000})
    page.add_style_tag(content=".kpis, .tabs, .sentence { display: none; }")  # the head comes up to the list
    page.get_by_role("combobox", name="Indicator", exact=True).click()
    shown = page.locator("[role=listbox]:visible")
    expect(shown.locator("[role=option]").first).to_be_visible()
    listed, head = shown.bounding_box(), page.locator(".figures thead th").first.bounding_box()
    assert listed
    assert head
    assert listed["y"] < head["y"] + head["height"] / 2 < listed["y"] + listed["height"]
    assert head["x"] < listed["x"] + listed["width"]
    assert shown.evaluate_all(COVERED) == []


def test_the_footer_stands_at_the_bottom_of_a_short_page(new_page: NewPage) -> None:
    page = new_page("/en/area", viewport={"width": 1280, "height": 3000})
    footer = page.locator("footer").bounding_box()
    assert footer
    assert footer["y"] + footer["height"] == 3000
