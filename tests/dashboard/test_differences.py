"""A difference of two published figures on its way to readers: pages, ranks, pictures, programs, explanations."""

import re
from dataclasses import replace
from decimal import Decimal
from io import StringIO

import pytest
from rich.console import Console

from dashboard.api.descriptions import definition
from dashboard.charts.development import Line, development
from dashboard.components import sentences
from dashboard.components.figure_table import columns_of
from dashboard.components.group_table import group_table
from dashboard.components.ranking_bars import Scale, ranking_bars, uncertain_bars
from dashboard.components.tile_map import by_colour, legend, tile_map
from dashboard.data import catalogue
from dashboard.pages.area_beside import Beside, judgement
from dashboard.pages.catalogue_detail import detail
from dashboard.ranks import Order
from dashboard.shown import Shown
from dashboard.state import parse_state
from dashboard.static_html import to_html
from dashboard.text.figures import Figures
from explaining import as_json, told
from indicators.asking import find_cell
from indicators.explanation import explain
from indicators.unprotected import read_unprotected
from tests.support.split_denmark import GAP, SHARE
from warehouse.errors import UserError
from warehouse.homes import Home
from warehouse.reading import Cell, Portal

D = Decimal


def shown(portal: Portal, lang: str = "en", **asked: str) -> Shown:
    return Shown(portal, lang, parse_state(portal, {"indicator": GAP, "period": "2025-Q4", **asked}))


def cell(value: str, lower: str | None = None, upper: str | None = None) -> Cell:
    ends = [None if end is None else D(end) for end in (lower, upper)]
    return Cell("101", "2025-Q4", D(value), None, None, *ends, "value", ())


def plainly(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


def test_every_figure_is_that_of_women_less_that_of_men(split_portal: Portal) -> None:
    one = shown(split_portal)
    women, men = one.sides
    assert (women.title, men.title) == ("Women", "Men")
    values = {area: one.now.value(area) for area in one.now.areas}
    assert any(values.values())
    for area, value in values.items():
        first, second = women.now.value(area), men.now.value(area)
        assert first is not None
        assert second is not None
        assert value == first - second


def test_the_table_shows_both_figures_beside_the_difference(split_portal: Portal) -> None:
    titles = [column.title for column in columns_of(shown(split_portal))]
    assert titles[-3:] == ["Women", "Men", "Rank, nearest zero first"]


def test_of_a_group_both_figures_are_of_the_group(split_portal: Portal) -> None:
    one = shown(split_portal, group="age.30-39")
    assert one.state.category == ("age", "30-39")
    assert [side.now.category for side in one.sides] == [
        ("sex.age", "female.30-39"),
        ("sex.age", "male.30-39"),
    ]
    assert one.now.value("DK") is not None


def test_the_nearest_to_zero_is_the_first(split_portal: Portal) -> None:
    one = shown(split_portal)
    cells = {
        code: cell(value)._replace(area=code) for code, value in {"101": "-3", "147": "1", "151": "3"}.items()
    }
    ranked = replace(one.now, cells=cells)
    assert ranked.order_of_ranks is Order.NEAREST_ZERO_FIRST
    assert ranked.ranks == {"147": 1, "101": 2, "151": 2}


@pytest.mark.parametrize(
    ("own", "country", "judged"),
    [
        ("1", "4", "better"),
        ("6", "4", "worse"),
        ("-1", "-4", "better"),
        ("-6", "-4", "worse"),
        ("-1", "4", None),
        ("3", "0", "worse"),
    ],
)
def test_it_is_judged_only_on_the_same_side_of_zero(
    split_portal: Portal, own: str, country: str, judged: str | None
) -> None:
    beside = Beside("DK", cell(country), D(own) - D(country), clear=True)
    assert judgement(catalogue(split_portal)[GAP], beside) == judged
    assert judgement(catalogue(split_portal)[GAP], replace(beside, clear=False)) is None


@pytest.mark.parametrize(
    ("ends", "said"),
    [
        (("-1", "5"), "The interval holds zero: chance and rounding alone may have made the difference."),
        (
            ("1", "5"),
            "The interval does not hold zero: the difference is larger than chance alone would explain.",
        ),
        ((None, None), "Chance may explain the difference: no interval is published."),
    ],
)
@pytest.mark.parametrize("areas", [["101"], ["101", "147", "151"]])
def test_a_sentence_says_whether_it_may_be_chance(
    split_portal: Portal, ends: tuple[str | None, str | None], said: str, areas: list[str]
) -> None:
    one = shown(split_portal)
    now = replace(one.now, cells={code: cell("2", *ends)._replace(area=code) for code in areas})
    found = plainly(sentences.comparison(one.t, one.figures, now, areas))
    assert found.startswith(f"Copenhagen had +2.0 pp in 2025 Q4. {said}")


def test_a_difference_of_zero_is_not_a_few_people(split_portal: Portal) -> None:
    one = shown(split_portal)
    none = replace(one.now, cells={"101": cell("0", "-4", "4")._replace(flags=("rounded",))})
    said = plainly(sentences.comparison(one.t, one.figures, none, ["101"]))
    assert said.startswith("Copenhagen had 0.0 pp in 2025 Q4. The interval holds zero")


def test_signs_are_written_everywhere(split_portal: Portal) -> None:
    figures, danish = (Figures(catalogue(split_portal)[GAP], lang) for lang in ("en", "da"))
    written = [
        figures.value(D("2.1")),
        figures.value(D("-2.1")),
        figures.value(D(0)),
        figures.interval(cell("1", "-1.2", "3.4")),
        figures.distance(D("-2.1")),
        danish.interval(cell("1", "-1.2", "3.4")),
    ]
    assert list(map(plainly, written)) == [
        *("+2.1 pp", "−2.1 pp", "0.0 pp", "−1.2 to +3.4 pp", "2.1 pp", "−1,2 til +3,4 pct.point")
    ]
    assert " to " in legend(shown(split_portal).t, figures, shown(split_portal).now)


def test_bars_begin_at_zero_and_go_both_ways(split_portal: Portal) -> None:
    scale = Scale(D(30), D(-10))
    assert (scale.place(D(0)), scale.bar(D(20)), scale.bar(D(-10))) == (
        *("25.00%", "margin-left:25.00%;width:50.00%", "margin-left:0.00%;width:25.00%"),
    )
    assert Scale(D(40)).bar(D(20)) == "width:50.00%"
    one = shown(split_portal, view="ranking")
    bars = ranking_bars(one) + uncertain_bars(one)
    assert re.findall(r'class="ranking[a-z ]* signed"', bars)
    assert "--zero:" in bars
    assert not re.findall(r"(?:width|left):-", bars)


def test_lines_go_below_zero() -> None:
    figure = development(["a", "b"], [2024, 2025], [Line("one", [-4.0, -2.0], ["-4", "-2"])], [])
    assert figure["layout"]["yaxis"]["range"] == [-4.0 * 1.08, 0.0]
    [label] = figure["layout"]["annotations"]
    assert label["y"] == pytest.approx(-2.0, abs=0.2)


def test_groups_have_no_bars(split_portal: Portal) -> None:
    one = shown(split_portal, view="groups", by="age")
    assert "width:" not in group_table(one, "a table")


def test_the_catalogue_says_what_it_is_made_of(split_portal: Portal) -> None:
    page = to_html(detail(split_portal, "en", GAP))
    assert "Made from the published figures of" in page
    assert f'<a href="/en/catalogue/{SHARE}">Activation degree (women)</a> less' in page
    assert "95% interval after Newcombe" in page
    assert "Nearer zero is better" in page
    assert "activated_days" in page  # the SQL of what the two figures are counted from


def test_programs_are_told_what_it_is_made_of(split_portal: Portal) -> None:
    told_of = definition(split_portal, catalogue(split_portal)[GAP], "en")
    assert (told_of["count"], told_of["numerator"], told_of["denominator"]) == ("difference", None, None)
    assert [one["category"] for one in told_of["made_from"]] == ["female", "male"]
    assert {one["data"] for one in told_of["made_from"]} == {f"/api/v1/indicators/{SHARE}/data"}
    assert told_of["sources"]
    assert definition(split_portal, catalogue(split_portal)[SHARE], "en")["made_from"] == []


def test_explaining_it_names_the_two_published_figures(split_portal: Portal, split_denmark: Home) -> None:
    explained = explain(split_portal, find_cell(split_portal, GAP, "DK", "2025-Q4"))
    women, men = explained.sides
    assert (women.category, men.category) == (("sex", "female"), ("sex", "male"))
    assert explained.cell.value == (women.cell.value or 0) - (men.cell.value or 0)
    assert [one.measure for one in explained.origin.measures] == ["activated_days", "benefit_days_resolved"]
    console = Console(width=200, record=True, file=StringIO())
    console.print(told(split_portal.country, explained, None))
    text = plainly(console.export_text())
    assert "(Activation degree, sex.female) less" in text
    assert "A difference is one published figure less another" in text
    assert "Left out: only the private home" not in text
    assert '"made_from": [\n  {\n   "indicator": "activation_degree"' in as_json(
        split_portal.country, explained, None
    )
    with pytest.raises(
        UserError, match="made of published figures, so nothing of it was counted: explain activation_degree"
    ):
        read_unprotected(split_denmark, split_portal, explained)


def on_map(one: Shown, portal: Portal, *values: str) -> tuple[str, str, str]:
    """Tiles, areas of each colour and sentence of areas with these figures."""
    cells = {
        code: cell(value)._replace(area=code)
        for code, value in zip(("101", "147", "151", "153", "155"), values, strict=True)
    }
    now = replace(one.now, cells=cells)
    return (
        tile_map(one.figures, now, portal.tiles(one.state.period.ends_on), []),
        plainly(by_colour(one.t, one.figures, now)),
        sentences.colours(one.t, now),
    )


def test_the_colours_of_a_map_part_at_zero_where_figures_lie_on_both_sides(split_portal: Portal) -> None:
    one = shown(split_portal, view="map")
    tiles, named, said = on_map(one, split_portal, "-20", "-1.5", "0", "2", "15")
    looks = re.findall(r'class="tile (\S+)" href="/en/area/(\d+)"', tiles)
    assert {area: look for look, area in looks} == {
        "101": "signed-0",
        "147": "signed-1",
        "151": "signed-2",
        "153": "signed-3",
        "155": "signed-4",
    }
    assert '<span class="swatch signed-2"></span>0.0 pp</dt>' in named
    assert said.startswith("Figures below zero are orange")
    tiles, _, said = on_map(one, split_portal, "0", "1", "2", "3", "15")
    assert "signed" not in tiles
    assert "purple" not in said
