"""Compare with groups of people and kinds of periods: what is offered, shown, marked and said."""

import json
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import parse_qsl

import pytest

from dashboard.data import serve_from
from dashboard.pages import compare
from dashboard.state import VIEWS
from dashboard.static_html import to_html
from tests.dashboard.pages.test_compare import components_in, controls_of
from tests.support.split_denmark import SHARE, recipients
from warehouse.homes import Home
from warehouse.reading import Portal
from warehouse.vocabulary import vocabulary

LAESO = "825"


@pytest.fixture(autouse=True)
def _split(split_denmark: Home, releases: Path, _served: None) -> Iterator[None]:
    serve_from(split_denmark.releases)
    yield
    serve_from(releases)


def page(lang: str = "en", **asked: str) -> str:
    html = to_html(compare.layout(lang, **{"indicator": "recipients", **asked}))
    return unescape(html).replace("\N{NO-BREAK SPACE}", " ")


def sentence(html: str) -> str:
    [said] = re.findall(r'<p class="sentence">(.*?)</p>', html)
    return str(said)


@pytest.mark.parametrize("view", VIEWS[:-1])
@pytest.mark.parametrize("lang", list(vocabulary().languages))
def test_every_view_names_the_group(lang: str, view: str) -> None:
    html = page(lang, group="sex.female", view=view)
    women = {"en": "Women", "da": "Kvinder"}[lang]
    assert f"<strong>{women}</strong>" in html
    if view != "groups":
        assert sentence(html).startswith(f"{women}: ")


def test_groups_are_offered_by_breakdown() -> None:
    [everyone, sex] = controls_of(compare.layout("en", indicator="recipients"))["group"]["data"]
    assert everyone["label"] == "Everyone"
    assert (sex["group"], [item["label"] for item in sex["items"]]) == (
        *("Sex", ["Women", "Men", "Sex not stated"]),
    )
    lone = controls_of(compare.layout("en", indicator="population"))["group"]
    assert (lone["disabled"], [option["label"] for option in lone["data"]]) == (True, ["Everyone"])


def test_kinds_of_periods_are_links_to_the_last_period_that_had_ended() -> None:
    html = page(period="2025-11", group="sex.female")
    links = [link for link in re.findall(r"<a [^>]*>", html) if 'id="kind-' in link]
    asked = {
        re.findall(r'id="kind-(\w+)"', link)[0]: dict(parse_qsl(re.findall(r'href="\?([^"]*)"', link)[0]))
        for link in links
    }
    assert {kind: query["period"] for kind, query in asked.items()} == {
        "month": "2025-11",
        "quarter": "2025-Q3",
        "rolling_year": "2025-11",
    }
    assert asked["rolling_year"]["kind"] == "rolling_year"
    assert all(query["group"] == "sex.female" for query in asked.values())
    assert "kind-" not in page(indicator="population")


def test_the_page_stays_few_components() -> None:
    assert len(list(components_in(compare.layout("en", indicator="recipients", view="groups")))) < 60


def test_a_group_that_is_not_published_is_named_in_the_notice() -> None:
    html = page(period="2025-12", group="sex.age.female.25-29")
    assert "no figures for “Women, 25–29 years” in periods of this kind" in html
    assert "There is no group “sex.x”" in page(group="sex.x")


def test_groups_stand_side_by_side_for_the_chosen_areas(portal: Portal) -> None:
    html = page(areas="101,DK", view="groups", period="2025-Q4")
    rows = dict(re.findall(r'<a id="group-([\w-]+)"[^>]*>.*?</th>(.*?)</tr>', html))
    assert list(rows) == ["all-all", "sex-female", "sex-male", "sex-not_stated"]
    inhabitants = portal.country.areas["101"].population or 0
    women, everyone = (recipients(inhabitants, weight, 2025, "quarter") for weight in (0.5, 1.0))
    cells = re.findall(r'<td class="number">(.*?)</td>', rows["sex-female"])
    assert len(cells) == 2
    assert cells[0].startswith(f"{women:,}")
    assert f"{100 * women / everyone:.1f}%" in cells[0]
    assert sentence(html).startswith("In Copenhagen the figure is lowest for men (")


def test_pairs_stand_under_what_they_have_in_common() -> None:
    html = page(areas="101", view="groups", period="2025-Q4", by="sex.age")
    assert re.findall(r'scope="rowgroup">(.*?)</th>', html) == ["Women", "Men", "Sex not stated"]
    assert html.count('id="group-sex-age-') == 21
    assert '<a id="group-sex-age-female-16-24"' in html


def test_where_too_little_is_published_no_groups_are_compared() -> None:
    html = page(areas=LAESO, view="groups", period="2025-Q4", by="sex.age")
    assert sentence(html) == "Too few figures are published for these areas to compare groups."
    assert (
        "<b>×</b> This portal holds the figure back to protect small groups. It is a part of a figure too small"
        in html
    )


def test_what_is_held_back_leads_to_longer_periods_and_to_the_reasons() -> None:
    hint = re.findall(
        r'<p class="held-back">(.*?)</p>', page(areas=LAESO, group="sex.not_stated", period="2025-11")
    )
    [said] = hint
    links = dict(re.findall(r'<a href="([^"]*)"[^>]*>(.*?)</a>', said))
    assert list(links.values()) == ["quarter", "rolling year", "Data protection"]
    quarter, year, reasons = links
    assert {"period=2025-Q3", "group=sex.not_stated"} <= set(quarter.removeprefix("?").split("&"))
    assert "period=2025-11&kind=rolling_year" in year
    assert reasons == "/en/protection#missing"  # nothing of this release was attacked


def test_where_nothing_is_held_back_nothing_is_said_of_it() -> None:
    assert "held-back" not in page(areas="101", period="2025-11")
    yearly = page(
        areas=LAESO, group="sex.not_stated", period="2025-11", kind="rolling_year", indicator="recipients"
    )
    assert "Longer periods" not in yearly


def test_rounding_is_told_once_and_small_differences_are_not_told_as_changes() -> None:
    html = page(areas="101,DK", period="2025-Q4")
    assert html.count("Figures are rounded to protect people, so they do not add up exactly.") == 1
    assert "≈" in html
    assert "The two figures differ by no more than rounding can make." in html
    assert "+5</b> over 12 months, no more than rounding can make" in html
    assert "The difference is no more than rounding can make." in sentence(
        page(areas="101", view="development")
    )


def test_a_provisional_figure_has_no_change() -> None:
    html = page(areas="101,DK")
    assert html.count("Figures are rounded to protect people, so they do not add up exactly.") == 1
    assert "provisional: late records are still to come</span>" in html
    assert "over 12 months" not in html
    assert "≈" not in html
    assert "The difference is no more than rounding can make." in sentence(
        page(areas="101", view="development")
    )


def test_provisional_months_are_told_in_words_and_drawn_open() -> None:
    assert "December 2025 (provisional)" in page()
    assert "(provisional)" not in page(period="2025-06")
    html = page(areas="101", view="development", period="2025-06")
    development = to_html(compare.layout("en", indicator="recipients", areas="101", view="development"))
    [figure] = re.findall(r'data-figure="([^"]*)"', development)
    line, leading, dots = json.loads(unescape(figure))["data"]
    drawn = [[value is not None for value in trace["y"][-4:]] for trace in (line, leading, dots)]
    assert drawn == [
        [True, True, False, False],
        [False, True, True, True],
        [False, False, True, True],
    ]
    assert (leading["line"]["dash"], dots["marker"]["symbol"]) == ("dot", "circle-open")
    assert "The figure may still change." in html


def test_figures_that_few_people_stand_behind_are_listed_apart_and_not_ranked() -> None:
    html = page(indicator="activation_degree", view="ranking", areas="101,DK")
    ranked, apart = (re.search(rf'<{tag} class="ranking[^>]*>.*?</{tag}>', html)[0] for tag in ("ol", "ul"))
    assert "Læsø" in apart
    assert "Læsø" not in ranked
    assert '<span class="rank"></span>' in apart
    assert "Not ranked: too few people stand behind these figures" in html
    few = len(re.findall("<li", apart))
    assert f"of {98 - few}, counted from" in sentence(html)


def test_the_map_hatches_what_is_uncertain_and_says_so() -> None:
    html = page(indicator="activation_degree", view="map")
    assert 'class="tile class-0 uncertain"' in html
    assert "Uncertain, few people" in html
    assert "(uncertain)" in html


def test_downloads_are_of_the_group_and_kind_that_is_shown() -> None:
    links = re.findall(r'href="(/api/v1/[^"]*/data[^"]*)"', page(group="sex.female", period="2025-Q4"))
    assert len(links) == 4
    assert all("PERIOD_KIND=quarter&breakdown=sex&category=female" in link for link in links)
    of_all = re.findall(r'href="(/api/v1/[^"]*/data[^"]*)"', page(view="groups"))
    assert all("breakdown=sex&format" in link for link in of_all)


def test_a_bar_lies_in_a_track_only_where_the_track_is_the_whole() -> None:
    counts, shares = (page(view="groups", by="sex", indicator=name) for name in ("recipients", SHARE))
    assert '<span class="share series-0 of-whole">' in counts
    assert '<span class="share series-0">' in shares
    assert "of-whole" not in shares
