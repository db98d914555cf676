"""Bars sorted by length, with the interval of each and a line for the whole country."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dashboard.charts.layout import SMALL_FONT_SIZE, Figure, base_layout, plain

ROW_HEIGHT = 22
_AROUND = 48


@dataclass(frozen=True)
class Bar:
    """One area: `figure` stands beside the name, `text` is shown on hovering.

    `slot` is the colour of a chosen area, None of the others.
    """

    name: str
    value: float
    figure: str
    text: str
    lower: float | None
    upper: float | None
    slot: int | None


@dataclass(frozen=True)
class Reference:
    """The figure that the bars are set against."""

    text: str
    value: float


def height(bars: Sequence[Bar]) -> int:
    """How high the chart is, in pixels."""
    return ROW_HEIGHT * len(bars) + _AROUND


def ranking(bars: Sequence[Bar], reference: Reference | None) -> Figure:
    """The chart; the first bar is on top."""
    longest = max((bar.upper or bar.value for bar in bars), default=1.0) or 1.0
    layout = base_layout(height(bars))
    layout |= {"hovermode": "closest", "bargap": 0.28}
    layout["xaxis"] |= {"visible": False, "range": [0, longest * 1.16]}
    rows = list(range(len(bars)))
    layout["yaxis"] |= {
        "tickmode": "array",
        "tickvals": rows,
        "ticktext": [_row_label(bar) for bar in bars],
        "tickfont": {"size": SMALL_FONT_SIZE},
        "showgrid": False,
        "zeroline": False,
        "ticks": "",
        "range": [len(bars) - 0.5, -0.5],
    }
    if reference is not None:
        layout["margin"]["t"] = 28
        layout["shapes"] = [_line(reference)]
        layout["annotations"] = [_label(reference)]
    return {"data": [_trace(bars, rows)], "layout": layout}


def _row_label(bar: Bar) -> str:
    name = plain(bar.name)
    return f"{name if bar.slot is None else f'<b>{name}</b>'}  <b>{bar.figure}</b>"


def _trace(bars: Sequence[Bar], rows: Sequence[int]) -> dict[str, Any]:
    trace = {
        "type": "bar",
        "orientation": "h",
        "x": [bar.value for bar in bars],
        "y": list(rows),
        "customdata": [f"<b>{plain(bar.name)}</b><br>{bar.text}" for bar in bars],
        "hovertemplate": "%{customdata}<extra></extra>",
        "meta": {"slots": [bar.slot for bar in bars]},
    }
    if any(bar.upper is not None for bar in bars):
        trace["error_x"] = {
            "type": "data",
            "symmetric": False,
            "array": [_beyond(bar.upper, bar.value) for bar in bars],
            "arrayminus": [_beyond(bar.value, bar.lower) for bar in bars],
            "thickness": 1.2,
            "width": 3,
        }
    return trace


def _beyond(further: float | None, nearer: float | None) -> float:
    return 0.0 if further is None or nearer is None else max(further - nearer, 0.0)


def _line(reference: Reference) -> dict[str, Any]:
    at = reference.value
    return {
        "type": "line",
        "x0": at,
        "x1": at,
        "y0": 0,
        "y1": 1,
        "yref": "paper",
        "line": {"dash": "dot", "width": 1.5},
    }


def _label(reference: Reference) -> dict[str, Any]:
    return {
        "x": reference.value,
        "y": 1,
        "yref": "paper",
        "yanchor": "bottom",
        "text": plain(reference.text),
        "showarrow": False,
        "font": {"size": SMALL_FONT_SIZE},
    }
