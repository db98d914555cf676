"""The catalogue as a reader gets it, with and without scripts."""

import json
import re
from html import unescape

import pytest

from dashboard.data import catalogue as indicators_of
from dashboard.pages import catalogue
from dashboard.static_html import to_html

RATE = "social_assistance_per_1000"


def page(lang: str = "en", **parts: str) -> str:
    return to_html(catalogue.layout(lang, **parts))


def shown(html: str) -> list[str]:
    """The indicators whose cards are not hidden."""
    cards = re.findall(r"<article([^>]*)>.*?/catalogue/([a-z0-9_]+)\"", html, re.DOTALL)
    return [indicator for attributes, indicator in cards if " hidden" not in attributes]


def test_the_whole_list_is_there_without_scripts(portal):
    assert shown(page()) == list(indicators_of(portal))
    assert 'role="status"' in page()
    assert ">3 indicators</p>" in page()


def test_the_address_narrows_the_list_and_hides_empty_topics():
    found = page(q="population folk1am")
    assert shown(found) == ["social_assistance_per_1000", "population"]
    found = page(q="how many people area")
    assert shown(found) == ["population"]
    assert re.search(r"<section[^>]* hidden[^>]*><h2 id=\"topic-benefits\"", found)


def test_nothing_found_is_said():
    assert shown(page(q="zebra")) == []
    assert ">No indicator has these words.</p>" in page(q="zebra")


def test_what_is_said_while_one_types_is_ready_for_every_number():
    told = json.loads(unescape(re.search(r'data-filter-counts="([^"]*)"', page("da"))[1]))
    assert told == ["Ingen indikator har disse ord.", "1 indikator", "2 indikatorer", "3 indikatorer"]


def test_what_was_typed_stands_in_the_box_and_nowhere_as_html():
    found = page(q='"><script>x</script>')
    assert "<script" not in found
    assert 'value="&#34;&gt;&lt;script&gt;x&lt;/script&gt;"' in found


def test_a_definition_tells_all_that_is_needed_to_use_the_figure():
    found = unescape(page(indicator=RATE)).replace("\N{NO-BREAK SPACE}", " ")
    for said in (
        "How large a part of the inhabitants",
        "divided by the mean population",
        "Lower is better",
        "Statistics Denmark, StatBank Denmark, tables AUK01 and FOLK1AM",
        "jobindsats.dk: y60a02, until June 2025 y36a02 (all recipients there",
        "30 June 2027",
        "2023 Q1 – 2025 Q4 (12)",
        "An invented break.",
        "Hidden by the data owner",
        "where measure = 'population'",
        f"/en/compare?indicator={RATE}",
        f"/api/v1/indicators/{RATE}/data?format=csv",
    ):
        assert said in found


def test_reference_and_other_catalogues_are_told_in_the_readers_language():
    found = unescape(page("da", indicator=RATE))
    assert "Danmarks Statistik, Statistikbanken, tabellerne AUK01 og FOLK1AM" in found
    assert "jobindsats.dk: y60a02, til juni 2025 y36a02 (dér alle modtagere" in found


def test_the_licence_is_a_link():
    assert '<a href="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</a>' in page(indicator=RATE)


@pytest.mark.parametrize("lang", ["en", "da"])
def test_every_indicator_has_a_page(portal, lang):
    for name, indicator in indicators_of(portal).items():
        assert f"<h1>{indicator.title[lang]}</h1>" in unescape(page(lang, indicator=name))
        assert catalogue.head(lang, indicator=name).description == indicator.question[lang]


def test_an_unknown_indicator_is_told_safely_and_is_no_known_address():
    found = page(indicator="<i>" + "x" * 5000)
    assert "<i>" not in found
    assert len(found) < 1000
    assert not catalogue.known(indicator="nix")
    assert catalogue.known(indicator="")
    assert catalogue.known(indicator=RATE)
