"""Figures as plain dictionaries: right to plotly, and saying what the rows say."""

import plotly.graph_objects as go
import pytest

from dashboard.charts.borders import Shape, borders
from dashboard.charts.development import Line, development
from dashboard.charts.layout import Figure

QUARTERS = [f"{year} Q{quarter}" for year in range(2015, 2026) for quarter in (1, 2, 3, 4)]
YEARS = [int(quarter[:4]) for quarter in QUARTERS]


def lines(*series: list[float | None]) -> list[Line]:
    return [Line(f"Area {n}", values, [str(value) for value in values]) for n, values in enumerate(series)]


def some_development() -> Figure:
    values = [float(place) for place in range(len(QUARTERS))]
    return development(QUARTERS, YEARS, lines(values, [None, *values[1:]]), [8])


def some_borders() -> Figure:
    return borders(
        [Shape("1", "One", 0, False), Shape("2", "Two", 4, True), Shape("3", "…", None, True)],
        "/b.geojson",
        "class",
    )


@pytest.mark.parametrize("figure", [some_development(), some_borders()], ids=["development", "borders"])
def test_plotly_knows_every_word_of_a_figure(figure: Figure) -> None:
    go.Figure(figure)


@pytest.mark.parametrize("figure", [some_development(), some_borders()], ids=["development", "borders"])
def test_a_figure_names_no_colour_so_that_the_theme_can_choose(figure: Figure) -> None:
    colours = [text for text in str(figure).split("'") if text.startswith(("#", "rgb"))]
    assert set(colours) <= {"rgba(0,0,0,0)"}


def test_a_line_has_a_gap_where_nothing_is_published() -> None:
    [trace] = development(QUARTERS[:4], YEARS[:4], lines([1.0, None, 3.0, 4.0]), [])["data"]
    assert trace["y"] == [1.0, None, 3.0, 4.0]
    assert trace["connectgaps"] is False
    assert trace["cliponaxis"] is False


def test_a_figure_between_two_gaps_is_a_dot() -> None:
    [trace] = development(QUARTERS[:5], YEARS[:5], lines([1.0, None, 3.0, None, 4.0]), [])["data"]
    assert [bool(size) for size in trace["marker"]["size"]] == [True, False, True, False, True]


def test_years_are_thinned_to_what_a_phone_can_show() -> None:
    axis = some_development()["layout"]["xaxis"]
    assert axis["ticktext"] == ["2015", "2017", "2019", "2021", "2023", "2025"]
    assert axis["tickvals"] == [f"{year} Q1" for year in axis["ticktext"]]


def test_in_a_short_series_periods_are_named() -> None:
    axis = development(QUARTERS[:4], YEARS[:4], lines([1.0, 2.0, 3.0, 4.0]), [])["layout"]["xaxis"]
    assert axis["ticktext"] == ["2015 Q1", "2015 Q2", "2015 Q3", "2015 Q4"]


def test_labels_stand_at_the_ends_of_the_lines_in_their_order_and_apart() -> None:
    figure = development(QUARTERS[:2], YEARS[:2], lines([1.0, 5.0], [1.0, 5.01], [9.0, 9.0], [1.0, None]), [])
    labels = figure["layout"]["annotations"]
    assert [label["text"] for label in labels] == ["Area 0", "Area 1", "Area 2"]
    assert [label["name"] for label in labels] == ["slot0", "slot1", "slot2"]
    assert labels[1]["y"] - labels[0]["y"] > 0.3


def test_a_break_is_a_numbered_line_before_its_period() -> None:
    layout = some_development()["layout"]
    assert [shape["x0"] for shape in layout["shapes"]] == [7.5]
    assert [label["text"] for label in layout["annotations"] if "name" not in label] == ["(1)"]


def test_names_cannot_bring_markup_into_a_chart() -> None:
    [trace] = development(QUARTERS[:1], YEARS[:1], [Line("<a href='x'>Ærø</a>", [1.0], ["1"])], [])["data"]
    assert trace["name"] == "&lt;a href='x'&gt;Ærø&lt;/a&gt;"


def test_areas_without_a_figure_are_drawn_apart_from_all_classes() -> None:
    classes, no_data, chosen = some_borders()["data"]
    assert (classes["locations"], classes["z"]) == (["1", "2"], [0, 4])
    assert (no_data["locations"], no_data["meta"]["kind"]) == (["3"], "no-data")
    assert chosen["locations"] == ["2"]


def test_what_is_provisional_goes_on_from_the_line_to_hollow_dots() -> None:
    open_ended = Line(
        "a", [1.0, 2.0, 3.0, None], ["1", "2", "3 (provisional)", "…"], [False, False, True, True]
    )
    figure = development(QUARTERS[:4], YEARS[:4], [open_ended], [])
    line, leading, dots = figure["data"]
    assert line["y"] == [1.0, 2.0, None, None]
    assert leading["y"] == [None, 2.0, 3.0, None]
    assert leading["hoverinfo"] == "skip"
    assert dots["y"] == [None, None, 3.0, None]
    assert dots["customdata"][2] == "3 (provisional)"
    go.Figure(figure)
