"""A development in the size of a word: a line with a dot at its end, and a gap where nothing is published."""

from collections.abc import Sequence
from decimal import Decimal

from markupsafe import Markup, escape

from dashboard.components.still import Still, written

WIDTH, HEIGHT, MARGIN = 120, 32, 4
"""In pixels; the margin keeps line and dot inside."""

Point = tuple[float, float]


def sparkline(values: Sequence[Decimal | None], label: str) -> Still:
    """The picture of values at equal distances; `label` says the same in words."""
    runs = _runs(_points(values))
    lines = [f'<polyline points="{" ".join(map(_written, run))}"/>' for run in runs if len(run) > 1]
    alone = [_dot(run[0], 1.5) for run in runs if len(run) == 1]
    end = [_dot(runs[-1][-1], 3)] if runs else []
    opening = (
        f'<svg class="sparkline" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="{escape(label)}">'
    )
    return written(Markup("".join([opening, *lines, *alone, *end, "</svg>"])))


def _points(values: Sequence[Decimal | None]) -> list[Point | None]:
    known = [value for value in values if value is not None]
    low, span = (min(known), max(known) - min(known)) if known else (Decimal(0), Decimal(0))
    step = (WIDTH - 2 * MARGIN) / max(len(values) - 1, 1)
    return [
        None if value is None else (MARGIN + place * step, _height(value - low, span))
        for place, value in enumerate(values)
    ]


def _height(above: Decimal, span: Decimal) -> float:
    share = float(above / span) if span else 0.5
    return HEIGHT - MARGIN - share * (HEIGHT - 2 * MARGIN)


def _runs(points: Sequence[Point | None]) -> list[list[Point]]:
    """The points without the gaps between them."""
    runs: list[list[Point]] = [[]]
    for point in points:
        if point is None:
            runs.append([])
        else:
            runs[-1].append(point)
    return [run for run in runs if run]


def _written(point: Point) -> str:
    return f"{point[0]:.1f},{point[1]:.1f}"


def _dot(point: Point, radius: float) -> str:
    return f'<circle cx="{point[0]:.1f}" cy="{point[1]:.1f}" r="{radius}"/>'
