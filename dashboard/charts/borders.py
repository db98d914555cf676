"""A map with real borders. The borders come by address, so that browsers keep them; nothing asks another host."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dashboard.charts.layout import Figure, base_layout

HEIGHT = 620


@dataclass(frozen=True)
class Shape:
    """One area. `colour` is the place of its class, None where no figure is published; `text` is shown on hovering."""

    code: str
    text: str
    colour: int | None
    chosen: bool


def borders(shapes: Sequence[Shape], geojson: str, scale: str) -> Figure:
    """The chart; `geojson` is the address of the borders, whose outer rings run clockwise.

    `scale` is the scale that the colours are places of.
    """
    layout = base_layout(HEIGHT)
    del layout["xaxis"], layout["yaxis"]
    layout |= {"hovermode": "closest", "geo": _PROJECTION}
    parts: list[tuple[list[Shape], dict[str, Any]]] = [
        ([shape for shape in shapes if shape.colour is not None], {"kind": scale}),
        ([shape for shape in shapes if shape.colour is None], {"kind": "no-data"}),
        (
            [shape for shape in shapes if shape.chosen and shape.colour is not None],
            {"kind": scale, "chosen": True},
        ),
    ]
    return {"data": [_trace(part, geojson, meta) for part, meta in parts if part], "layout": layout}


_PROJECTION = {
    "visible": False,
    "fitbounds": "locations",
    "projection": {"type": "mercator"},
    "bgcolor": "rgba(0,0,0,0)",
}


def _trace(shapes: Sequence[Shape], geojson: str, meta: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "choropleth",
        "geojson": geojson,
        "featureidkey": "properties.code",
        "locations": [shape.code for shape in shapes],
        "z": [shape.colour or 0 for shape in shapes],
        "zmin": 0,
        "zmax": 5,
        "showscale": False,
        "customdata": [shape.text for shape in shapes],
        "hovertemplate": "%{customdata}<extra></extra>",
        "marker": {"line": {"width": 2.6 if meta.get("chosen") else 0.8}},
        "meta": meta,
    }
