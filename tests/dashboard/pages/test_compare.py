"""The Compare page as a tree: what stands where, in every view and language."""

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import Any

import orjson
import pytest
from dash import Dash

from dashboard.pages import compare
from dashboard.state import MOST_AREAS
from dashboard.static_html import to_html
from warehouse.reading import Portal
from warehouse.vocabulary import vocabulary

LIVE_PARTS = 60
"""More than this many components of Dash make React slow; the rest is finished HTML."""


def plain(part: Any) -> Any:
    return part.to_plotly_json() if hasattr(part, "to_plotly_json") else part


def components_in(tree: Any) -> Iterator[dict[str, Any]]:
    tree = plain(tree)
    if isinstance(tree, dict) and "props" in tree:
        yield tree
        yield from components_in(tree["props"].get("children"))
    elif isinstance(tree, (list, tuple)):
        for part in tree:
            yield from components_in(part)


def controls_of(page: Any) -> dict[str, dict[str, Any]]:
    """The inputs as a browser gets them, whose options are JSON already."""
    found = {one["props"]["id"]: one["props"] for one in components_in(page) if "id" in one["props"]}
    sent: dict[str, dict[str, Any]] = json.loads(orjson.dumps(found))
    return sent


def labels_of(options: list[dict[str, Any]], word: str) -> list[str]:
    return [
        item["label"] for group in options for item in group["items"] if word.lower() in item["words"].lower()
    ]


@pytest.mark.parametrize("view", ["table", "development", "ranking", "map"])
@pytest.mark.parametrize("lang", list(vocabulary().languages))
@pytest.mark.usefixtures("site")
def test_every_view_has_one_heading_a_sentence_a_source_and_the_definition(lang: str, view: str) -> None:
    html = to_html(compare.layout(lang, view=view))
    assert html.count("<h1>") == 1
    assert html.count('class="sentence"') == 1
    assert html.count('aria-current="page"') == 1
    assert "CC BY 4.0" in html
    assert f'href="/{lang}/catalogue/social_assistance_per_1000"' in html
    assert len(re.findall(r'class="kpi series-\d"', html)) == 4


@pytest.mark.usefixtures("site")
def test_every_chosen_area_has_a_card() -> None:
    html = to_html(compare.layout("en", areas="DK,1081,1082,1083,1084,1085"))
    assert len(re.findall(r'class="kpi series-\d"', html)) == 6


@pytest.mark.parametrize("view", ["ranking", "map"])
@pytest.mark.usefixtures("site")
def test_a_view_of_municipalities_tells_where_the_chosen_regions_are(view: str) -> None:
    html = to_html(compare.layout("en", areas="DK,1082,101", view=view))
    assert "Only municipalities are shown here. See Central Denmark Region in the <a" in html
    assert "Only municipalities" not in to_html(compare.layout("en", areas="DK,101", view=view))
    assert "Only municipalities" not in to_html(compare.layout("en", areas="DK,1082"))


@pytest.mark.parametrize("view", ["table", "map"])
@pytest.mark.usefixtures("site")
def test_the_page_is_few_components_however_many_rows_it_has(view: str) -> None:
    assert len(list(components_in(compare.layout("en", view=view)))) < LIVE_PARTS


@pytest.mark.usefixtures("site")
def test_the_controls_say_what_is_shown() -> None:
    page = controls_of(compare.layout("en", areas="751,DK", period="2024-Q2", indicator="population"))
    assert page["indicator"]["value"] == "population"
    assert page["areas"]["value"] == ["751", "DK"]
    assert page["areas"]["maxValues"] == MOST_AREAS
    assert page["period"]["value"] == "2024-06"


@pytest.mark.usefixtures("site")
def test_an_area_is_found_by_its_names_old_names_and_code() -> None:
    options = controls_of(compare.layout("en"))["areas"]["data"]
    assert [group["group"] for group in options][:2] == ["Whole country", "Regions"]
    for word in ("København", "Copenhagen", "101"):
        assert "Copenhagen" in labels_of(options, word)
    assert "Aarhus" in labels_of(options, "Århus")


@pytest.mark.usefixtures("site")
def test_a_chart_carries_its_figure_and_says_the_same_in_words() -> None:
    html = to_html(compare.layout("en", view="development"))
    [chart] = re.findall(r'<div [^>]*data-figure="[^"]*"[^>]*>', html)
    [figure] = re.findall(r'data-figure="([^"]*)"', chart)
    [said] = re.findall(r'<p class="sentence">([^<]*)</p>', html)
    assert len(json.loads(unescape(figure))["data"]) == 4
    assert f'aria-label="{said}"' in chart


@pytest.mark.usefixtures("site")
def test_what_was_dropped_is_said_in_words_and_cannot_bring_markup() -> None:
    page = compare.layout("en", areas="101,<b>,1901", period="2031", view="pie", hat="<i>", indicator="x")
    html = to_html(page)
    notice = re.search(r'<div class="notice".*?</div>', html)
    assert notice
    assert notice[0].count("<li>") == 6
    assert "<b>" not in notice[0]
    assert "<i>" not in notice[0]
    assert 'class="notice"' not in to_html(compare.layout("en", areas="101"))


@pytest.mark.usefixtures("site")
def test_the_ninth_area_is_named_in_the_notice() -> None:
    html = to_html(compare.layout("da", areas="101,147,151,153,155,157,159,161,163"))
    assert "Højst 8 områder sammenlignes; Herlev er udeladt." in html


@pytest.mark.usefixtures("site")
def test_a_code_of_no_area_is_left_out_and_an_area_that_did_not_stand_is_shown_with_a_mark() -> None:
    html = to_html(compare.layout("en", areas="101,xyz,REGION-OSTDANMARK"))
    assert "No area has the code “xyz”; it was left out." in html
    assert "(REGION-OSTDANMARK) did not exist in this form in 2025" in html
    [row] = re.findall(r'<tr class="chosen">(?:(?!</tr>).)*/area/REGION-OSTDANMARK.*?</tr>', html)
    assert "†" in row
    assert "From the areas before it" in row
    html = to_html(compare.layout("en", areas="101,RAR-FYN"))
    [row] = re.findall(r'<tr class="chosen">(?:(?!</tr>).)*/area/RAR-FYN.*?</tr>', html)
    assert ("†" in row, "Not available" in row) == (True, True)
    options = controls_of(compare.layout("en", areas="101,REGION-OSTDANMARK"))["areas"]["data"]
    assert labels_of(options, "REGION-OSTDANMARK")


@pytest.mark.usefixtures("site")
def test_downloads_are_plain_links_to_the_api(client: Any) -> None:
    html = to_html(compare.layout("da", areas="101,751"))
    links = [link.replace("&amp;", "&") for link in re.findall(r'href="(/api/v1/[^"]*/data[^"]*)"', html)]
    assert len(links) == 4
    assert any("REF_AREA=101,751" in link and "format=csv" in link for link in links)
    assert any("from=2025-Q4&to=2025-Q4" in link and "format=xlsx" in link for link in links)
    assert [client.get(link).status_code for link in links] == [200] * 4


@pytest.mark.usefixtures("site")
def test_tabs_and_quick_choices_are_links_that_keep_the_rest_of_the_state() -> None:
    html = to_html(compare.layout("en", areas="751", period="2024-Q2", view="map"))
    [tab] = [link for link in re.findall(r"<a [^>]*>", html) if 'id="view-ranking"' in link]
    assert re.findall(r'href="([^"]*)"', tab.replace("&amp;", "&")) == [
        "?indicator=social_assistance_per_1000&areas=751&period=2024-Q2&view=ranking"
    ]
    picks = re.findall(r'id="pick-\d"[^>]*>([^<]*)<', html)
    assert picks == ["Usual areas", "Regions", "Largest in Central Denmark Region"]


@pytest.mark.usefixtures("site")
def test_the_head_names_indicator_and_period_and_sums_the_page_up() -> None:
    head = compare.head("en", areas="101")
    assert head.title.replace("\N{NO-BREAK SPACE}", " ") == (
        "Unemployed people on social assistance per 1,000 inhabitants, 2025 Q4"
    )
    assert head.description.startswith("Copenhagen had ")


def test_the_page_has_one_callback_of_its_own_and_it_runs_in_the_browser(site: Dash, portal: Portal) -> None:
    own = [one for one in site._callback_list if any(part["id"] == "indicator" for part in one["inputs"])]
    assert len(own) == 1
    assert own[0]["clientside_function"]
    assert portal.release
