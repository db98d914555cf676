"""About the data as a reader gets it."""

import re
from html import unescape

import pytest

from dashboard.components.frame import frame
from dashboard.pages import about
from dashboard.pages.about_sources import _said, covers
from dashboard.static_html import to_html
from dashboard.text.translation import translate
from warehouse.reading import DeliveredAudit
from warehouse.vocabulary import vocabulary


@pytest.fixture(autouse=True)
def written_anew():
    """No page of another test is shown here, nor one of here elsewhere."""
    about._written.cache_clear()
    yield
    about._written.cache_clear()


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


def test_a_delivery_of_one_month_covers_that_month(portal):
    several = portal.deliveries[0]
    one = several._replace(first_period="2026-10", last_period="2026-10")
    assert covers(translate("en"), one) == "Covers October 2026"
    assert covers(translate("da"), one) == "Dækker oktober 2026"
    assert " to " in covers(translate("en"), one._replace(first_period="2026-09"))


def test_a_citation_without_translation_is_marked_as_english():
    found = re.search("<dt>Citeres som</dt><dd>(.*?)</dd>", page("da"))[1]
    assert re.fullmatch('<span lang="en">Invented figures[^<]*</span> \\(opdigtede tal\\)', found)


def test_files_stand_with_size_and_checksum():
    assert "dst_auk01.csv" in page()
    assert "2 kB" in page()
    assert f'<code title="{"0" * 64}">000000000000…</code>' in page()


def test_the_outcome_of_a_check_is_a_word_and_not_only_a_colour():
    assert re.search(r'class="outcome good"><span class="icon[^>]*></span>Holds<', page())
    assert "1 of 1 checks hold" in page()


def test_a_contract_text_without_translation_is_marked_as_english():
    assert '<span lang="en">Every figure names its area.</span>' in page("da")


def test_columns_of_a_check_are_written_as_code_and_its_numbers_as_the_language_does():
    written = [
        to_html(_said(translate("da"), note))
        for note in ("No end_on lies before start_on.", "amount is from 0 to 100000000.")
    ]
    assert written == [
        "<span><code>end_on</code> ligger aldrig før <code>start_on</code>.</span>",
        "<span><code>amount</code> er fra 0 til 100.000.000.</span>",
    ]


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


def audited(monkeypatch, *audits):
    """The release that the site shows, with another audit of its delivered tables."""
    shown = about.portal()
    monkeypatch.setattr(about, "portal", lambda: shown)
    monkeypatch.setitem(vars(shown), "delivered_audits", audits)


def test_how_many_hidden_figures_totals_give_away_is_told_in_words_and_numbers(monkeypatch):
    given = DeliveredAudit("population", "dst_folk1am", 144, 0, 30, 26, 40, 0)
    safe = DeliveredAudit("social_assistance_recipients", "dst_auk01", 12, 3, 0, 0, 1, 2)
    audited(monkeypatch, given, safe)
    said = text()
    assert "Population: 30 of 144 hidden figures can be worked out exactly." in said
    assert "Population 144 0 30 26 40" in said
    assert "none of 15 hidden figures can be worked out exactly. Of 2 nothing can be said" in said
    assert "How many can be worked out is told here, not which." in said
    danish = text("da")
    assert "Folketal: 30 af 144 skjulte tal kan regnes ud præcist." in danish
    assert "ingen af 15 skjulte tal kan regnes ud præcist. Om 2 kan intet siges" in danish


def test_without_hidden_delivered_figures_there_is_nothing_to_give_away(monkeypatch):
    audited(monkeypatch)
    assert "What totals give away No delivered figure is hidden." in text()


@pytest.mark.parametrize(("lang", "said"), [("en", "131 of 132 fit"), ("da", "131 af 132 passer")])
def test_how_many_official_totals_fit_is_told(monkeypatch, lang, said):
    monkeypatch.setattr("warehouse.reading.Portal.totals", (132, 131))
    assert said in text(lang)


def test_it_says_how_to_cite_and_that_figures_are_invented(portal):
    rest = f"release {portal.release}, figures as of 31 December 2025. [Address of the page], read on [day]."
    assert f"openindsats, Denmark, invented figures, {rest}" in text()
    rest = f"udgivelse {portal.release}, tal pr. 31. december 2025. [Sidens adresse], læst [dag]."
    assert f"openindsats, Danmark, opdigtede tal, {rest}" in text("da")


def test_official_figures_are_cited_without_a_word_of_invented_ones(portal, monkeypatch):
    monkeypatch.setattr("warehouse.reading.Portal.synthetic", False)
    said = text()
    assert f"openindsats, Denmark, release {portal.release}, figures as of 31 December 2025." in said
    assert "(invented figures)" not in said


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", "Invented figures. Real ones would come from: Invented Statistics ("),
        ("da", "Opdigtede tal. Rigtige tal ville komme fra: Opdigtet Statistik ("),
    ],
)
def test_the_foot_of_a_page_says_where_real_figures_would_come_from(lang, said):
    foot = re.search("<footer.*</footer>", unescape(to_html(frame(lang, about, {}, ""))))
    assert said in re.sub("<[^>]*>", "", foot[0])


@pytest.mark.parametrize(
    ("lang", "view"), [("en", "those of one period in the view “Table”"), ("da", "i visningen “Tabel”")]
)
def test_it_names_the_view_that_has_the_table(lang, view):
    assert view in text(lang)
    assert f"“{translate(lang)('Table')}”" in view
