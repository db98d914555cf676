"""Methods as a reader gets them."""

import re
from html import unescape

import pytest

from dashboard.components.frame import frame
from dashboard.pages import methods, methods_protection
from dashboard.static_html import to_html
from dashboard.text.translation import translate
from warehouse.profile import Protection
from warehouse.vocabulary import vocabulary


def page(lang: str = "en") -> str:
    return unescape(to_html(methods.layout(lang)))


@pytest.mark.parametrize("lang", vocabulary().languages)
def test_every_link_of_the_contents_leads_somewhere(lang: str) -> None:
    found = page(lang)
    links = re.findall(r'href="#([a-z]+)"', found)
    assert "who" in links
    assert [name for name in links if f'id="{name}"' not in found] == []


def test_thresholds_are_those_of_the_country(portal) -> None:
    rules = portal.country.protection
    assert f"multiple of {rules.base}" in page()
    assert f"at least {rules.split_from}" in page()


def test_thresholds_are_not_written_into_the_text() -> None:
    said = to_html(methods_protection.rounded(translate("en"), Protection(7, 30, 60, 90, 12)))
    assert "multiple of 7" in said
    assert "more than 6 away" in said


def test_schemes_are_named_in_their_order_of_priority(portal) -> None:
    places = [page().index(scheme.title["en"].lower()) for scheme in portal.country.schemes]
    assert places == sorted(places)


def test_danish_money_ends_a_sentence_with_one_dot_and_per_cent_has_a_space() -> None:
    said = page("da").replace("\N{NO-BREAK SPACE}", " ")
    assert "til et multiplum af 50.000 kr. Det en person får udbetalt" in said
    assert "så ingen fylder mere end halvdelen af 50.000 kr.</li>" in said
    assert "er et multiplum af 500 kr.</li>" in said
    assert "mere end 85 % af tallet." in said
    assert "afrundes op eller ned til et multiplum af 5." in said


@pytest.mark.usefixtures("portal")
@pytest.mark.parametrize("lang", vocabulary().languages)
def test_the_page_stands_in_the_navigation(lang: str) -> None:
    assert f"/{lang}/methods" in unescape(to_html(frame(lang, methods, {}, "")))
