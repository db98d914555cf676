"""Lines over time, one for each area, labelled at their ends; a period without a figure is a gap."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from dashboard.charts.layout import Figure, base_layout, plain

HEIGHT = 430
_DASHED_FROM = 4
_MOST_YEARS = 8
_MOST_PERIODS = 4
_FEW_YEARS = 3
_LABEL_LINES = 24
_TICK_FORMATS = ((8, ",.0f"), (0.8, ",.1f"))
_HOVER = {"hovertemplate": "%{customdata}"}
_LABEL_WIDTH = 8
"""Pixels of a letter at the font size of labels, on average."""


@dataclass(frozen=True)
class Line:
    """One area: its figures in the order of the periods, None where none is published, and each as text.

    `provisional` tells of each whether it may still change; empty where none may.
    """

    name: str
    values: Sequence[float | None]
    texts: Sequence[str]
    provisional: Sequence[bool] = ()


def development(
    periods: Sequence[str],
    years: Sequence[int],
    lines: Sequence[Line],
    breaks: Sequence[int],
    separators: str = ".,",
) -> Figure:
    """The chart. `periods` are in words, `years` theirs, `breaks` the places of first periods after a break.

    `separators` are the reader's decimal sign and the one between thousands.
    """
    lowest, highest = _ends(lines)
    layout = base_layout(HEIGHT)
    layout["hovermode"] = "x unified"
    layout["separators"] = separators
    layout["margin"]["r"] = 16 + _LABEL_WIDTH * max((len(line.name) for line in lines), default=0)
    layout["margin"]["t"] = 20
    layout["xaxis"] |= _ticks(periods, years) | {"range": [-0.5, len(periods) - 0.5]}
    layout["yaxis"] |= {
        "range": [lowest * 1.08, highest * 1.08],
        "nticks": 6,
        "tickformat": _tick_format(highest - lowest),
    }
    layout["annotations"] = [
        *_labels(lines, lowest, highest),
        *(_break_label(place, at) for place, at in enumerate(breaks, 1)),
    ]
    layout["shapes"] = [_break_line(at) for at in breaks]
    traces = [trace for slot, line in enumerate(lines) for trace in _traces(periods, line, slot)]
    return {"data": traces, "layout": layout}


def _traces(periods: Sequence[str], line: Line, slot: int) -> Iterator[dict[str, Any]]:
    """The line and, of what is provisional, a broken line that goes on from it to hollow dots."""
    width = 3 if slot == 0 else 2.2
    if not any(line.provisional):
        yield _line(periods, line, slot, line.values, width)
        return
    values = list(zip(line.values, line.provisional, strict=True))
    final = [None if provisional else value for value, provisional in values]
    open_ended = [value if provisional else None for value, provisional in values]
    leading = [
        value if provisional or any(line.provisional[at + 1 : at + 2]) else None
        for at, (value, provisional) in enumerate(values)
    ]
    yield _line(periods, line, slot, final, width)
    yield _points(periods, line, slot, leading) | {
        "mode": "lines",
        "hoverinfo": "skip",
        "line": {"width": width, "dash": "dot"},
    }
    yield (
        _points(periods, line, slot, open_ended)
        | _HOVER
        | {
            "mode": "markers",
            "customdata": list(line.texts),
            "line": {},
            "marker": {"size": 8, "symbol": "circle-open", "line": {"width": 2}},
        }
    )


def _line(
    periods: Sequence[str], line: Line, slot: int, values: Sequence[float | None], width: float
) -> dict[str, Any]:
    lonely = [_is_lonely(values, at) for at in range(len(values))]
    return (
        _points(periods, line, slot, values)
        | _HOVER
        | {
            "mode": "lines+markers",
            "customdata": list(line.texts),
            "line": {"width": width, "dash": "dash" if slot >= _DASHED_FROM else "solid"},
            "marker": {"size": [6 if alone else 0 for alone in lonely]},
        }
    )


def _points(periods: Sequence[str], line: Line, slot: int, values: Sequence[float | None]) -> dict[str, Any]:
    return {
        "type": "scatter",
        "name": plain(line.name),
        "x": list(periods),
        "y": list(values),
        "connectgaps": False,
        "cliponaxis": False,  # a dot at the edge is drawn whole
        "marker": {},
        "meta": {"slot": slot},
    }


def _is_lonely(values: Sequence[float | None], at: int) -> bool:
    """A figure between two gaps, which a line alone would not show."""
    before = values[at - 1] if at else None
    after = values[at + 1] if at + 1 < len(values) else None
    return values[at] is not None and before is None and after is None


def _ticks(periods: Sequence[str], years: Sequence[int]) -> dict[str, Any]:
    """A tick for each year at its first period, or for periods where there are not even three years."""
    named = [at for at, year in enumerate(years) if at == 0 or years[at - 1] != year]
    if len(named) > _FEW_YEARS and named[1] * 2 < named[2] - named[1]:
        named = named[1:]  # of the first year so little is there that its tick would touch the next
    texts, most = [str(year) for year in years], _MOST_YEARS
    if len(named) < _FEW_YEARS:
        named, texts, most = list(range(len(periods))), list(periods), _MOST_PERIODS
    step = -(-len(named) // most)
    shown = named[::-1][::step][::-1]
    return {
        "type": "category",
        "tickmode": "array",
        "tickvals": [periods[at] for at in shown],
        "ticktext": [texts[at] for at in shown],
        "tickangle": 0,
    }


def _tick_format(highest: float) -> str:
    """Ticks written in full and all with as many decimals."""
    return next((form for least, form in _TICK_FORMATS if highest >= least), ",.2f")


def _ends(lines: Sequence[Line]) -> tuple[float, float]:
    """The lowest and the highest figure drawn, zero among them."""
    values = [0.0, *(value for line in lines for value in line.values if value is not None)]
    lowest, highest = min(values), max(values)
    return lowest, highest if highest > lowest else 1.0


def _labels(lines: Sequence[Line], lowest: float, highest: float) -> list[dict[str, Any]]:
    """The areas' names at the ends of their lines, pushed apart where they would overlap."""
    ends = sorted(
        (line.values[-1], slot)
        for slot, line in enumerate(lines)
        if line.values and line.values[-1] is not None
    )
    top = highest * 1.08
    heights = _spread([value or 0.0 for value, _ in ends], (top - lowest * 1.08) / _LABEL_LINES, top)
    return [
        {
            "x": 1,
            "xref": "paper",
            "xanchor": "left",
            "xshift": 8,
            "y": height,
            "text": plain(lines[slot].name),
            "showarrow": False,
            "name": f"slot{slot}",
        }
        for height, (_, slot) in zip(heights, ends, strict=True)
    ]


def _spread(heights: Sequence[float], gap: float, top: float) -> list[float]:
    """The heights (lowest first) moved as little as it takes for each to keep the gap, and none to pass the top."""
    placed: list[float] = []
    for height in heights:
        placed.append(max(height, placed[-1] + gap) if placed else height)
    limit = top - gap / 2
    for at in reversed(range(len(placed))):
        placed[at] = min(placed[at], limit)
        limit = placed[at] - gap
    return placed


def _break_line(at: int) -> dict[str, Any]:
    x = at - 0.5
    return {
        "type": "line",
        "x0": x,
        "x1": x,
        "y0": 0,
        "y1": 1,
        "yref": "paper",
        "line": {"width": 1.5, "dash": "dot"},
    }


def _break_label(place: int, at: int) -> dict[str, Any]:
    return {
        "x": at - 0.5,
        "y": 1,
        "yref": "paper",
        "yanchor": "bottom",
        "text": f"({place})",
        "showarrow": False,
    }
