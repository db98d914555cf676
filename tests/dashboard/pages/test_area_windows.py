"""Small areas: which window shows more, and what leads at a glance."""

import re
from dataclasses import replace
from html import unescape

import pytest

from dashboard.data import serve_from
from dashboard.pages import area, area_glance
from dashboard.pages.area_cells import AreaCells
from dashboard.pages.area_choice import Choice
from dashboard.pages.area_figures import area_figures
from dashboard.pages.area_standing_out import held_against_the_country
from dashboard.pages.area_windows import Window, wider, window
from dashboard.static_html import to_html
from warehouse.homes import Home
from warehouse.reading import Portal

UNKNOWN_SEX = ("sex", "not_stated")
LAESO, AARHUS = "825", "751"


@pytest.fixture
def _split(split_denmark: Home, releases, _served):
    serve_from(split_denmark.releases)
    area._written.cache_clear()
    yield
    serve_from(releases)
    area._written.cache_clear()


def page(code: str, lang: str = "en", **asked: str) -> str:
    return unescape(to_html(area.layout(lang, code, **asked)))


def test_where_fewer_than_half_are_shown_the_longest_that_shows_more_is_found(split_portal: Portal) -> None:
    months = Choice("month", UNKNOWN_SEX)
    few = window(split_portal, "350", months)
    assert (few.shown, few.figures) == (1, 2)  # a half: recipients, not the share of them
    assert wider(split_portal, "350", months) is None
    assert window(split_portal, "482", months) == Window("month", 0, 2)
    assert wider(split_portal, "482", months) == (Window("month", 0, 2), Window("rolling_year", 1, 2))
    assert wider(split_portal, LAESO, months) is None  # nothing is shown by any


@pytest.mark.usefixtures("_split")
def test_the_page_leads_to_the_longer_window() -> None:
    [(link, said)] = re.findall(
        r'<p class="wider only-screen">.*?<a href="([^"]*)">(.*?)</a>',
        page("482", kind="month", group="sex.not_stated"),
    )
    assert link == "/en/area/482?kind=rolling_year&group=sex.not_stated"
    assert said == "By rolling year 1 of 2 figures are shown"
    assert "wider only-screen" not in page(AARHUS, kind="month")


def test_a_glance_begins_with_what_is_certain_and_says_where_nothing_is(
    portal: Portal, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = AreaCells(portal, AARHUS, Choice("quarter"))
    shown, against = area_figures(asked), list(held_against_the_country(asked))

    def told(flags: tuple[str, ...]) -> str:
        rows = tuple(replace(one, cell=one.cell._replace(flags=flags)) for one in shown.rows)
        differing = [replace(one, cell=one.cell._replace(flags=flags)) for one in against]
        monkeypatch.setattr(area, "area_figures", lambda *_: replace(shown, rows=rows))
        monkeypatch.setattr(area_glance, "held_against_the_country", lambda _: differing)
        area._written.cache_clear()
        html = page(AARHUS)
        area._written.cache_clear()
        return html.partition('class="card glance"')[2].partition("</section>")[0]

    warning = "Few people stand behind all of these figures, so they are uncertain."
    assert warning in told(("wide",))
    assert "; uncertain)" in told(("wide",))
    assert "; uncertain; provisional)" in told(("provisional", "wide"))
    assert "; provisional)" in told(("provisional",))
    assert told(())
    assert warning not in told(())


@pytest.mark.parametrize(("times", "said"), [(9, ""), (40, "40 of 40 figures have intervals")])
def test_a_glance_tells_how_many_differences_chance_alone_would_make(
    portal: Portal, monkeypatch: pytest.MonkeyPatch, times: int, said: str
) -> None:
    against = held_against_the_country(AreaCells(portal, AARHUS, Choice("quarter")))
    found = next(one for one in against if one.country and one.country.difference)
    one = replace(found, country=replace(found.country, clear=True))
    monkeypatch.setattr(area_glance, "held_against_the_country", lambda _: [one] * times)
    area._written.cache_clear()
    glance = page(AARHUS).partition('class="card glance"')[2].partition("</section>")[0]
    area._written.cache_clear()
    assert ("about 2 of them would be marked as different." in glance) == bool(said)
    assert said in glance
