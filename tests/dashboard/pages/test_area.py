"""The area profile as a reader gets it."""

import re
from html import unescape

import pytest

from dashboard.components.area_search import area_choices
from dashboard.pages import area
from dashboard.pages.area_identity import area_title
from dashboard.static_html import to_html
from dashboard.text.translation import translate


def page(code: str, lang: str = "en") -> str:
    return unescape(to_html(area.layout(lang, code=code))).replace("\N{NO-BREAK SPACE}", " ")


def text(code: str, lang: str = "en") -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", page(code, lang)).split())


def columns(code: str) -> list[str]:
    return re.findall(r'role="columnheader"[^>]*>([^<]*)<', page(code))


def cells(code: str, indicator: str, column: str) -> str:
    """What stands in the row of an indicator's title and a column's name."""
    row = page(code).split(f">{indicator}</a>")[-1].split("</tr>")[0]
    found = re.search(rf'class="at-{column}" role="cell">(.*?)</td>', row)
    return " ".join(re.sub(r"<[^>]*>", " ", found[1]).split())


RATE = "Unemployed people on social assistance per 1,000 inhabitants"


def test_title_level_and_region():
    assert text("751").startswith("Municipality in Central Denmark Region Aarhus")
    assert "Kommune i Region Midtjylland" in text("751", "da")


def test_real_inhabitants_do_not_stand_beside_invented_ones(portal):
    inhabitants = "378,526 inhabitants on 1 February 2026"
    country, day = portal.country, portal.as_of
    assert inhabitants in to_html(area_title(translate("en"), country, "751", day, invented=False))
    assert inhabitants not in text("751")


def test_the_figure_stands_beside_its_region_and_the_country():
    assert columns("751")[:5] == ["Indicator", "Period", "Aarhus", "Central Denmark Region", "Denmark"]
    assert cells("751", RATE, "own") == "Aarhus 5.03 95% interval 4.81–5.26"
    assert cells("751", RATE, "country") == "Denmark 5.17 Aarhus: not clearly different"
    assert cells("751", RATE, "change") == "Change over 12 months +0.01"
    assert cells("751", RATE, "rank") == "Rank 2 of 96 lowest first"


def test_an_amount_is_told_as_a_share():
    assert (
        cells("751", "Unemployed people on social assistance", "country") == "Denmark 31,171 6.1% of Denmark"
    )


def test_a_hidden_figure_is_a_mark_with_its_reason():
    own = cells("825", RATE, "own")
    assert own.startswith("Læsø …")
    assert "Hidden by the data owner" in own
    assert not re.search(r"\d", own)
    assert "The owner of the data hides this figure" in text("825")


def test_the_country_has_nothing_beside_it_and_lists_what_is_in_it():
    assert "Rank" not in columns("DK")
    assert columns("DK")[2:4] == ["Denmark", "Change over 12 months"]
    assert 'href="/en/area/1082"' in page("DK")
    assert "Municipalities (98)" in page("DK")


def test_compare_and_file_are_one_click_away():
    found = page("751")
    assert "/en/compare?indicator=population&areas=751,1082,DK&period=2025-12&view=table" in found
    assert "/api/v1/indicators/population/data?REF_AREA=751&format=csv&labels=both&lang=en" in found


def test_areas_that_did_not_stand_in_the_period_are_not_sent_to_compare():
    found = page("REGION-OSTDANMARK")
    assert "This area begins on 1 January 2027." in found
    assert "areas=DK&" in found
    assert "REGION-OSTDANMARK,DK" not in found


def test_a_merger_is_told_with_links_on_all_its_sides():
    told = "Capital Region of Denmark (1084) and Region Zealand (1085) become Region of Eastern Denmark"
    for code in ("1084", "1085", "REGION-OSTDANMARK"):
        assert told in text(code)
    assert 'href="/en/area/REGION-OSTDANMARK"' in page("1084")
    assert "Figures of earlier periods are the sums of the areas before." in page("REGION-OSTDANMARK")


def test_the_line_of_the_development_is_told_in_words():
    assert 'aria-label="From 1,381,714' not in page("751")
    assert 'role="img" aria-label="From 378,526 in January 2023 to 378,526 in December 2025"' in page("751")


def test_an_unknown_code_is_told_safely_and_is_no_known_address():
    assert not area.known(code="<b>zzz")
    assert area.known(code="751")
    raw = to_html(area.layout("en", code="<b>" + "z" * 5000))
    assert "<b>" not in raw
    assert len(raw) < 2000
    assert area.head("en", code="zzz").title == "No such area"


def test_an_area_without_figures_says_so():
    assert "No figures are published for this area and group." in page("DK-ABROAD")


@pytest.mark.parametrize("lang", ["en", "da"])
def test_every_kind_of_area_has_a_page(portal, lang):
    for level in portal.country.levels:
        for one in [each for each in portal.country.areas.values() if each.level == level][:2]:
            assert f"<h1>{portal.country.name(one.code, lang)}</h1>" in page(one.code, lang)


def test_the_search_knows_former_names_and_what_is_yet_to_come(portal):
    groups = {group["group"]: group["items"] for group in area_choices(portal, "en")}
    aarhus = next(item for item in groups["Municipalities"] if item["value"] == "751")
    assert {"751", "Aarhus", "Århus"} <= set(aarhus["words"].split(" | "))
    assert "Region of Eastern Denmark (from 2027)" in [item["label"] for item in groups["Regions"]]
