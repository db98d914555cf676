"""A profile that is folded by topic: what is open, what is read for it, and what its links keep."""

import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape

import pytest

from dashboard.data import serve_from
from dashboard.pages import area, area_topics
from dashboard.pages.area_cells import AreaCells
from dashboard.pages.area_choice import Choice, query_of
from dashboard.pages.area_figures import area_figures
from dashboard.pages.area_standing_out import held_against_the_country, striking
from dashboard.pages.area_topics import EVERYTHING, KEY_FIGURES, fold, parse_topic
from dashboard.static_html import to_html
from indicators.catalogue import Indicator, read_catalogue
from warehouse.homes import Home
from warehouse.reading import ALL, Portal

QUARTERS = Choice("quarter")
AARHUS, LAESO, WHOLE = "751", "825", "DK"
CATALOGUE = read_catalogue()


@pytest.fixture
def folded(split_denmark: Home, releases, _served, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The release with groups, as if its six indicators were many."""
    monkeypatch.setattr(area_topics, "MOST_UNFOLDED", 1)
    monkeypatch.setattr(area_topics, "FEWEST_KEY_FIGURES", 1)
    serve_from(split_denmark.releases)
    area._written.cache_clear()
    yield
    serve_from(releases)
    area._written.cache_clear()


def page(code: str, lang: str = "en", **asked: str) -> str:
    return unescape(to_html(area.layout(lang, code, **asked)))


def titles(html: str) -> list[str]:
    """What stands in the table, row by row."""
    return re.findall(r'role="rowheader"><a [^>]*>([^<]*)</a>', html)


def links(html: str) -> dict[str, tuple[str, str]]:
    """Address and number of figures of all that can be opened, by its name."""
    nav = html.partition('<nav class="topics')[2].partition("</nav>")[0]
    found = re.findall(r'<a href="([^"]*)"[^>]*>([^<]*)<span class="count"[^>]*>(\d+)</span>', nav)
    return {name: (address, number) for address, name, number in found}


def of(*topics: str, key_figures: int = 0) -> list[Indicator]:
    """Twenty indicators, by turns of these topics."""
    one = CATALOGUE[0]
    return [
        replace(one, id=f"i{place}", topic=topics[place % len(topics)], key_figure=place < key_figures)
        for place in range(20)
    ]


@pytest.mark.parametrize(
    ("key_figures", "wanted", "opened"),
    [
        (12, KEY_FIGURES, KEY_FIGURES),
        (12, "outcomes", "outcomes"),
        (12, "money", KEY_FIGURES),  # there is nothing of it
        (12, EVERYTHING, EVERYTHING),
        (3, KEY_FIGURES, EVERYTHING),  # too few to begin with
        (3, "money", EVERYTHING),
    ],
)
def test_what_is_asked_for_is_open_else_key_figures_else_everything(key_figures, wanted, opened):
    assert fold(of("outcomes", "benefits", key_figures=key_figures), wanted).open == opened


def test_a_few_figures_are_not_folded():
    few = of("outcomes", "benefits", key_figures=12)[:15]
    assert (fold(few, "outcomes").open, fold(few, "outcomes").counts) == (EVERYTHING, {})
    assert fold(of("outcomes", "benefits", key_figures=12), "").counts == {
        KEY_FIGURES: 12,
        "benefits": 10,
        "outcomes": 10,
        EVERYTHING: 20,
    }


def test_nothing_but_topics_can_be_opened():
    assert [parse_topic(text) for text in ("outcomes", "all", "<b>", "")] == ["outcomes", "all", "", ""]


def test_an_address_names_only_what_is_not_usual(split_portal: Portal) -> None:
    women = ("sex", "female")
    assert query_of(split_portal, QUARTERS) == ""
    assert query_of(split_portal, QUARTERS, "outcomes") == "?topic=outcomes"
    assert query_of(split_portal, Choice("month", women), "all") == "?kind=month&group=sex.female&topic=all"


@pytest.mark.usefixtures("folded")
@pytest.mark.parametrize("code", [AARHUS, LAESO, WHOLE, "REGION-OSTDANMARK"])
@pytest.mark.parametrize("group", [ALL, ("sex", "female")])
def test_the_topics_together_are_everything_and_are_counted_right(split_portal: Portal, code, group) -> None:
    def shown(topic: str) -> list[str]:
        asked = AreaCells(split_portal, code, replace(QUARTERS, category=group))
        return [row.indicator.id for row in area_figures(asked, topic).rows]

    everything = area_figures(AreaCells(split_portal, code, replace(QUARTERS, category=group)), EVERYTHING)
    counts = everything.fold.counts
    assert {opened: len(shown(opened)) for opened in counts} == counts
    topics = [opened for opened in counts if opened not in {KEY_FIGURES, EVERYTHING}]
    parts = [name for topic in topics for name in shown(topic)]
    assert sorted(parts) == sorted(one.indicator.id for one in everything.rows)


@pytest.mark.usefixtures("folded")
def test_the_page_begins_with_key_figures_and_links_to_the_rest() -> None:
    html = page(AARHUS)
    assert titles(html) == ["Activation degree"]
    assert links(html) == {
        "Key figures": ("/en/area/751", "1"),
        "Benefits": ("/en/area/751?topic=benefits", "3"),
        "Into work": ("/en/area/751?topic=outcomes", "1"),
        "Activation": ("/en/area/751?topic=activation", "1"),
        "Population": ("/en/area/751?topic=population", "1"),
        "All figures": ("/en/area/751?topic=all", "6"),
    }
    assert re.findall(r'id="open-(\w+)" class="soft" aria-current="true"', html) == ["key"]
    benefits = page(AARHUS, topic="benefits")
    assert len(titles(benefits)) == 3
    assert re.findall(r'id="open-(\w+)" class="soft" aria-current="true"', benefits) == ["benefits"]
    assert "How Aarhus stands: Benefits</h2>" in benefits  # a page on paper has no links
    assert len(titles(page(AARHUS, topic="all"))) == 6
    assert "Nøgletal" in page(AARHUS, "da")


@pytest.mark.usefixtures("folded")
def test_links_to_other_areas_and_the_form_keep_what_is_asked_for() -> None:
    html = page(AARHUS, kind="month", group="sex.female", topic="benefits")
    query = "?kind=month&group=sex.female&topic=benefits"
    others = set(re.findall(r'href="/en/area/(?!751)[\w-]+([^"]*)"', html))
    assert others == {query}
    assert '<input type="hidden" name="topic" value="benefits">' in html
    assert links(html)["All figures"][0] == "/en/area/751?kind=month&group=sex.female&topic=all"


@pytest.mark.usefixtures("folded")
def test_only_what_is_open_is_read(split_portal: Portal, monkeypatch: pytest.MonkeyPatch) -> None:
    read, asked = Portal.series, list[str]()

    def listening(portal, keys, category):
        wanted = list(keys)
        asked.extend(indicator for indicator, *_ in wanted)
        return read(portal, wanted, category)

    monkeypatch.setattr(Portal, "series", listening)
    assert area_figures(AreaCells(split_portal, AARHUS, QUARTERS), "activation").rows
    assert asked == ["activation_degree"]


@pytest.mark.parametrize("code", [AARHUS, "482", WHOLE])
def test_what_stands_out_is_found_among_all_figures_without_reading_them(split_portal: Portal, code) -> None:
    asked = AreaCells(split_portal, code, QUARTERS)
    found = striking(held_against_the_country(asked))
    assert not asked._known
    rows = striking(area_figures(asked, EVERYTHING).rows)
    assert [(one.indicator.id, one.period, one.cell, one.country) for one in found] == [
        (one.indicator.id, one.period, one.cell, one.country) for one in rows
    ]
