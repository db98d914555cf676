"""About the data as a reader gets it."""

import re
from html import unescape

import pytest

from dashboard.pages import about
from dashboard.static_html import to_html
from warehouse.vocabulary import vocabulary


def page(lang: str = "en") -> str:
    return unescape(to_html(about.layout(lang)))


def text(lang: str = "en") -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", page(lang)).split())


def test_release_sources_and_reconciliation_are_told(portal):
    said = text()
    assert portal.release in said
    assert "31 December 2025" in said
    assert "Invented Statistics" in said
    assert "Adds up 10 rows delivered = 9 loaded + 1 left out" in said
    assert "1 × a figure is a number" in said


def test_files_stand_with_size_and_checksum():
    assert "dst_auk01.csv" in page()
    assert "2 kB" in page()
    assert f'<code title="{"0" * 64}">000000000000…</code>' in page()


def test_the_outcome_of_a_check_is_a_word_and_not_only_a_colour():
    assert re.search(r'class="outcome good"><span class="icon[^>]*></span>Holds<', page())
    assert "1 of 1 checks hold" in page()


def test_a_contract_text_without_translation_is_marked_as_english():
    assert '<span lang="en">Every figure names its area.</span>' in page("da")


def test_every_status_and_flag_is_explained():
    for word in (*vocabulary().statuses.values(), *vocabulary().flags.values()):
        if word.code != "value":
            assert word.note["en"] in page()
            assert word.note["da"] in page("da")


@pytest.mark.parametrize("lang", ["en", "da"])
def test_every_link_of_the_contents_leads_somewhere(lang):
    found = page(lang)
    links = re.findall(r'href="#([a-z]+)"', found)
    assert len(links) >= 8
    assert [name for name in links if f'id="{name}"' not in found] == []


def test_it_says_how_to_cite(portal):
    assert f"openindsats, Denmark, release {portal.release}." in text()
