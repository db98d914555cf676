"""A component tree as HTML: the same text and attributes, and nothing that a text could break out of."""

from html.parser import HTMLParser

import dash_mantine_components as dmc
from dash import dcc, html
from hypothesis import given
from hypothesis import strategies as st

from dashboard.components.still import still
from dashboard.static_html import to_html

NASTY = st.text(alphabet=st.sampled_from("<>&\"'/=`ab -!\x00\n"), max_size=30)


class Outline(HTMLParser):
    """What a browser would make of some HTML: tags with attributes, and the text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


def test_components_become_their_tags() -> None:
    tree = html.Main([html.H1("Ærø"), html.P(["1 < 2", html.Br(), 3]), None, html.Hr()], id="main")
    assert to_html(tree) == '<main id="main"><h1>Ærø</h1><p>1 &lt; 2<br>3</p><hr></main>'


def test_attributes_are_spelled_as_html_spells_them() -> None:
    link = html.A("da", href="/da", className="a b", hrefLang="da", tabIndex=-1, **{"aria-current": "true"})
    assert Outline(to_html(link)).tags == [
        ("a", {"href": "/da", "class": "a b", "hreflang": "da", "tabindex": "-1", "aria-current": "true"})
    ]


def test_yes_and_no_are_written_as_html_means_them() -> None:
    assert Outline(to_html(html.Details("x", open=True))).tags == [("details", {"open": None})]
    assert Outline(to_html(html.Button("x", disabled=False))).tags == [("button", {})]
    assert Outline(to_html(html.Div("x", **{"aria-hidden": True}))).tags == [("div", {"aria-hidden": "true"})]


def test_styles_are_written_as_react_means_them() -> None:
    style = {"marginTop": 4, "opacity": 0.5, "--columns": "3", "top": 0}
    [(_, attributes)] = Outline(to_html(html.Div("x", style=style))).tags
    assert attributes["style"] == "margin-top:4px;opacity:0.5;--columns:3;top:0"


def test_what_only_scripts_can_draw_leaves_its_label_and_its_children() -> None:
    select = dmc.Select(id="s", label="Indicator", data=["a"])
    assert to_html(dmc.MantineProvider([select, dcc.Store(id="x")])) == "<div><div>Indicator</div></div>"


def test_scripts_and_frames_are_left_out() -> None:
    assert to_html(html.Div([html.Script("alert(1)"), html.Iframe(src="/x"), "b"])) == "<div>b</div>"


def test_an_address_that_would_run_a_script_is_left_out() -> None:
    for address in (
        "javascript:alert(1)",
        " JavaScript:x",
        "java\nscript:x",
        "data:text/html,x",
        "vbscript:x",
    ):
        assert Outline(to_html(html.A("x", href=address))).tags == [("a", {})]
    for address in ("/en", "https://example.org", "mailto:a@example.org", "#a", "?a=1:2", "a"):
        assert Outline(to_html(html.A("x", href=address))).tags == [("a", {"href": address})]


def test_plain_dictionaries_are_components_too() -> None:
    cell = {"type": "Td", "namespace": "dash_html_components", "props": {"children": "<1>"}}
    assert to_html([cell, cell]) == "<td>&lt;1&gt;</td><td>&lt;1&gt;</td>"


def test_a_finished_part_is_escaped_only_once() -> None:
    assert to_html(html.Div(still(html.P("1 < 2")))) == "<div><p>1 &lt; 2</p></div>"


@given(NASTY, NASTY)
def test_no_text_breaks_out(text: str, attribute: str) -> None:
    outline = Outline(to_html(html.P([text, html.B(title=attribute)])))
    assert outline.text == text
    assert outline.tags == [("p", {}), ("b", {"title": attribute})]
