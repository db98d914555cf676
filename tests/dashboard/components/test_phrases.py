"""Sentences with links in them, and lists of facts."""

from dash import html

from dashboard.components.phrases import facts, listed, phrase
from dashboard.static_html import to_html
from dashboard.text.translation import translate


def test_components_stand_where_the_language_wants_them():
    link = html.A("Moss", href="/x")
    assert to_html(phrase("Split of {area}.", area=link)) == 'Split of <a href="/x">Moss</a>.'
    assert to_html(phrase("{area} blev delt", area=link)) == '<a href="/x">Moss</a> blev delt'


def test_a_list_ends_with_and():
    t = translate("en")
    assert [to_html(listed(t, names)) for names in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == [
        "",
        "a",
        "a and b",
        "a, b and c",
    ]
    assert to_html(listed(translate("da"), ["a", "b"])) == "a og b"


def test_facts_without_content_are_left_out():
    found = to_html(facts([("Code", "101"), ("Nothing", ""), ("None", None)]))
    assert found == '<dl class="facts"><div><dt>Code</dt><dd>101</dd></div></dl>'
