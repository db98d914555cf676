"""Tile map and ranking bars: each area once, its figure readable, nothing where nothing is published."""

import re

from dashboard.components.count_map import count_note
from dashboard.components.ranking_bars import ranking_bars
from dashboard.components.tile_map import by_colour, legend, tile_map
from dashboard.shown import Shown
from dashboard.state import parse_state
from dashboard.static_html import to_html
from tests.support.denmark import HIDDEN
from tests.support.split_denmark import SHARE
from warehouse.reading import Portal


def shown(portal: Portal, **asked: str) -> Shown:
    return Shown(portal, "en", parse_state(portal, asked))


def tiles_of(one: Shown, portal: Portal) -> str:
    return tile_map(one.figures, one.now, portal.tiles(one.state.period.ends_on), one.state.areas)


def test_every_area_is_one_tile_that_links_to_it_and_says_name_and_figure(portal: Portal) -> None:
    one = shown(portal)
    html = tiles_of(one, portal)
    places = re.findall(r'<li style="grid-column:(\d+);grid-row:(\d+)"><a [^>]*href="/en/area/(\d+)"', html)
    assert len({code for _, _, code in places}) == len(places) == 98
    assert len({(column, row) for column, row, _ in places}) == 98
    assert f'title="Copenhagen: {one.now.value("101"):.2f}"' in html


def test_a_tile_bears_its_whole_name_which_may_break_between_syllables(portal: Portal) -> None:
    names = re.findall(
        r'<span class="tile-name" aria-hidden="true">([^<]*)</span>', tiles_of(shown(portal), portal)
    )
    assert len(set(names)) == 98
    assert {"Fre\xadde\xadriks\xadberg", "Al\xadberts\xadlund", "Ærø", "Fanø"} <= set(names)
    together = {
        "Ma\xadria\xadger\xadfjord",
        "Glo\xadstrup",
        "Es\xadbjerg",
        "Syd\xaddjurs",
        "He\xadden\xadsted",
    }
    assert together <= set(names), names


def test_the_areas_of_each_colour_are_named_once_on_any_screen(portal: Portal) -> None:
    one = shown(portal)
    html = by_colour(one.t, one.figures, one.now)
    codes = re.findall(r'href="/en/area/(\d+)"', html)
    assert sorted(codes) == sorted(one.now.base)
    assert set(re.findall(r'href="/en/area/(\d+)"', html.rpartition("no-data")[2])) == set(HIDDEN)


def test_a_map_of_counts_says_so_and_leads_to_a_rate(portal: Portal) -> None:
    said = to_html(
        count_note(shown(portal, indicator="social_assistance_recipients", view="map", areas="101"))
    )
    assert "because more people live there" in said
    assert "indicator=social_assistance_per_1000&amp;areas=101" in said
    assert "view=map" in said
    assert count_note(shown(portal)) is None
    assert "<a" not in to_html(count_note(shown(portal, indicator="population")))


def test_a_hidden_tile_is_hatched_and_tells_why(portal: Portal) -> None:
    html = tiles_of(shown(portal), portal)
    hatched = re.findall(r'<a class="tile no-data suppressed" href="/en/area/(\d+)" title="([^"]*)"', html)
    assert sorted(code for code, _ in hatched) == sorted(HIDDEN)
    assert {title.partition(": ")[2] for _, title in hatched} == {"Hidden by the data owner"}


def test_a_chosen_tile_is_outlined(portal: Portal) -> None:
    html = tiles_of(shown(portal, areas="DK,101,563"), portal)
    chosen = re.findall(r'class="tile ([^"]*chosen[^"]*)" href="/en/area/(\d+)"', html)
    assert sorted((code, kind.split()[-1]) for kind, code in chosen) == [
        ("101", "series-1"),
        ("563", "series-2"),
    ]


def test_the_legend_has_a_swatch_for_each_class_and_one_for_no_figure(portal: Portal) -> None:
    one = shown(portal)
    html = legend(one.t, one.figures, one.now)
    assert re.findall(r'class="swatch ([\w -]+)"', html) == [
        *(f"class-{n}" for n in range(5)),
        "no-data suppressed",
    ]
    assert html.endswith('"></span>… Hidden by the data owner</li></ul>')
    plain = legend(one.t, one.figures, one.now, patterned=False)
    assert plain.endswith('<span class="swatch no-data"></span>No published figure</li></ul>')


def test_the_map_tells_what_is_withheld_from_what_rests_on_too_few(split_portal: Portal) -> None:
    share = shown(split_portal, indicator=SHARE, period="2025-Q4", group="sex.not_stated", view="map")
    html = tiles_of(share, split_portal)
    for area, status, title in (
        ("825", "withdrawn", "Withheld by this portal"),
        ("350", "too_few", "Too few"),
    ):
        assert share.now.cell(area).status == status
        assert f'tile no-data {status}" href="/en/area/{area}" title="{share.name(area)}: {title}"' in html
    told = by_colour(share.t, share.figures, share.now)
    for list_of in (told, legend(share.t, share.figures, share.now)):
        assert 'no-data withdrawn"></span>× Withheld by this portal' in list_of
        assert 'no-data too_few"></span>&lt; Too few' in list_of


def test_bars_are_sorted_ranked_and_leave_out_who_has_no_figure(portal: Portal) -> None:
    one = shown(portal, areas="101,DK")
    html = ranking_bars(one)
    codes = re.findall(r'href="/en/area/(\w+)"', html)
    assert len(codes) == 96
    assert not set(HIDDEN) & set(codes)
    figures = [one.now.value(code) for code in codes]
    assert figures == sorted(figures)
    assert re.findall(r'<li class="chosen series-(\d)"', html) == ["0"]


def test_whiskers_reach_from_the_lower_to_the_upper_end(portal: Portal) -> None:
    one = shown(portal)
    cell, cells = one.now.cells["101"], one.now.cells.values()
    assert cell.lower is not None
    assert cell.upper is not None
    largest = max(
        other.upper for other in cells if other.upper is not None and other.area in {*one.now.base, "DK"}
    )
    left, width = 100 * cell.lower / largest, 100 * (cell.upper - cell.lower) / largest
    assert f'<span class="whisker" style="left:{left:.2f}%;width:{width:.2f}%">' in ranking_bars(one)


def test_the_country_has_a_line_among_ratios_only(portal: Portal) -> None:
    assert "reference" in ranking_bars(shown(portal))
    assert "reference" not in ranking_bars(shown(portal, indicator="population"))
