"""A median that is longer than people are followed: said so, ranked as the longest, drawn as the longest."""

from dataclasses import replace
from decimal import Decimal

import pytest

from dashboard.components import ranking_sentence, sentences
from dashboard.components.figure_table import sorted_areas
from dashboard.components.marks import figure
from dashboard.components.ranking_bars import ranking_bars
from dashboard.components.tile_map import by_colour, legend, tile_map
from dashboard.shown import Shown
from dashboard.standing import Standing
from dashboard.state import parse_state
from dashboard.text.figures import Figures
from indicators.catalogue import read_catalogue
from warehouse.cells import Series
from warehouse.reading import Cell, Portal

[WEEKS] = [one for one in read_catalogue() if one.id == "weeks_to_first_activity"]
FIGURES = Figures(WEEKS, "en")


def cell(area: str, value: str | None, status: str = "value", flags: tuple[str, ...] = ()) -> Cell:
    return Cell(area, "2025-Q4", value and Decimal(value), None, None, None, None, status, flags)  # type: ignore[arg-type]  # an empty text is none


@pytest.fixture
def one(portal: Portal) -> Shown:
    """Four areas with eight and twelve weeks, and two that are beyond, of which one is of few people."""
    shown = Shown(portal, "en", parse_state(portal, {"areas": "151"}))
    cells = {
        "101": cell("101", "12"),
        "147": cell("147", "8"),
        "151": cell("151", None, "beyond"),
        "153": cell("153", None, "beyond", ("wide",)),
        "155": cell("155", None, "too_few"),
    }
    shown.__dict__["now"] = replace(shown.now, cells=cells, before={}, indicator=WEEKS)
    shown.__dict__["figures"] = FIGURES
    return shown


def test_it_has_the_last_rank_unless_few_people_are_behind_it(one: Shown) -> None:
    assert one.now.ranks == {"147": 1, "101": 2, "151": 3}
    assert one.now.uncertain == {"153"}
    higher = replace(one.now, indicator=replace(WEEKS, direction="higher_is_better"))
    assert higher.ranks == {"151": 1, "101": 2, "147": 3}


def test_it_is_sorted_as_the_longest(one: Shown) -> None:
    assert sorted_areas(one.now, "value", "en")[:2] == ["147", "101"]
    assert set(sorted_areas(one.now, "-value", "en")[:2]) == {"151", "153"}
    assert sorted_areas(one.now, "value", "en")[-1] == "155"


def test_it_is_written_with_the_time_that_people_are_followed(one: Shown) -> None:
    assert "&gt;\N{NO-BREAK SPACE}52\N{NO-BREAK SPACE}weeks" in figure(
        FIGURES, one.now.cell("151"), frozenset()
    )
    assert "more than 52\N{NO-BREAK SPACE}weeks" in figure(FIGURES, one.now.cell("151"), frozenset())
    wide = figure(FIGURES, one.now.cell("153"), frozenset())
    assert "(Uncertain)" in wide


def test_sentences_say_it_and_rank_it(one: Shown) -> None:
    said = sentences.comparison(one.t, FIGURES, one.now, ["151"]).replace("\N{NO-BREAK SPACE}", " ")
    assert (
        said == "Frederiksberg had more than 52 weeks in 2025 Q4."
        or "had more than 52 weeks in 2025 Q4." in said
    )
    ranked = ranking_sentence.ranking(one.t, FIGURES, one.now, ["151"]).replace("\N{NO-BREAK SPACE}", " ")
    assert "lowest in Frederiksberg (8 weeks)" in ranked
    assert "(more than 52 weeks)" in ranked
    assert "is number 3 of 3, counted from the lowest." in ranked
    assert "1 area has no published figure." in sentences.colours(one.t, one.now)


def test_it_is_the_longest_bar_and_has_the_colour_of_the_highest(one: Shown, portal: Portal) -> None:
    bars = ranking_bars(one)
    assert bars.count('<span class="bar beyond" style="width:100%">') == 1
    assert bars.index("/area/101") < bars.index("/area/151")
    html = tile_map(FIGURES, one.now, portal.tiles(one.state.period.ends_on), [])
    assert html.count('class="tile class-4 beyond') == 2
    assert html.count('style="--letters:4" aria-hidden="true">&gt;\N{NO-BREAK SPACE}52</span>') == 2
    assert '<span class="swatch class-4 beyond"></span>&gt;' in legend(one.t, FIGURES, one.now)
    assert '<span class="swatch class-4 beyond"></span>&gt;' in by_colour(one.t, FIGURES, one.now)


def test_a_map_has_no_class_for_it(one: Shown) -> None:
    assert [shade.high for shade in one.now.shades] == [8, 12]


def test_a_period_that_is_beyond_is_told() -> None:
    series = Series("101", "2025-Q1;2025-Q2;2025-Q3;2025-Q4", "|rounded|12;beyond|rounded;too_few;||")
    periods = ["2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4", "2026-Q1"]
    assert [series.tells(period) for period in periods] == [True, True, False, False, False]
    assert list(series.figures(periods[:2])) == [Decimal(12), None]
    assert (series["2025-Q2"].is_beyond, series["2025-Q2"].flags) == (True, ("rounded",))
    told = [(name, value) for name, value, _ in series.figures_and_flags()]
    assert told[:3] == [("2025-Q1", Decimal(12)), ("2025-Q2", Decimal("Infinity")), ("2025-Q3", None)]


def test_without_an_end_of_following_the_mark_stands_alone(one: Shown) -> None:
    now: Standing = replace(one.now, indicator=replace(WEEKS, at_days=None))
    assert Figures(now.indicator, "en").shown(now.cell("151")) == ">"
