"""What all charts have in common."""

from html import escape
from typing import Any

Figure = dict[str, Any]

FONT_SIZE = 13
SMALL_FONT_SIZE = 12
MARGIN = 8


def base_layout(height: int) -> dict[str, Any]:
    """A layout without tools, zoom or background, with horizontal lines only."""
    return {
        "height": height,
        "margin": {"l": MARGIN, "r": MARGIN, "t": MARGIN, "b": MARGIN},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"size": FONT_SIZE},
        "hoverlabel": {"font": {"size": FONT_SIZE}},
        "showlegend": False,
        "dragmode": False,
        "xaxis": {
            "automargin": True,
            "fixedrange": True,
            "showgrid": False,
            "ticks": "outside",
            "ticklen": 5,
        },
        "yaxis": {"automargin": True, "fixedrange": True, "showgrid": True, "zeroline": True},
    }


def plain(text: str) -> str:
    """A text that plotly shows as it is; it reads tags such as `<b>` and `<a>`."""
    return escape(text, quote=False)
