"""A development in the size of a word: a line with a dot at its end, and a gap where nothing is published."""

from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache

from markupsafe import Markup, escape

from dashboard.components.still import Still, written

WIDTH, HEIGHT, MARGIN = 120, 32, 4
"""In pixels; the margin keeps line and dot inside."""

Point = tuple[str, str]
"""Across and down, as the picture writes them."""


def sparkline(values: Sequence[Decimal | None], places: tuple[float, ...], label: str) -> Still:
    """The picture of values at places from 0, the left edge, to 1; `label` says the same in words."""
    runs = _runs(_points(values, places))
    lines = [f'<polyline points="{" ".join(map(",".join, run))}"/>' for run in runs if len(run) > 1]
    alone = [_dot(run[0], 1.5) for run in runs if len(run) == 1]
    end = [_dot(runs[-1][-1], 3)] if runs else []
    opening = (
        f'<svg class="sparkline" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="{escape(label)}">'
    )
    return written(Markup("".join([opening, *lines, *alone, *end, "</svg>"])))


def _points(values: Sequence[Decimal | None], places: tuple[float, ...]) -> list[Point | None]:
    numbers = [None if value is None else float(value) for value in values]
    known = [number for number in numbers if number is not None]
    low, span = (min(known), max(known) - min(known)) if known else (0.0, 0.0)
    scale = (HEIGHT - 2 * MARGIN) / span if span else 0.0
    ground = HEIGHT - MARGIN if span else HEIGHT / 2
    return [
        None if number is None else (across, f"{ground - (number - low) * scale:.1f}")
        for across, number in zip(_across(places), numbers, strict=True)
    ]


@lru_cache(maxsize=256)
def _across(places: tuple[float, ...]) -> tuple[str, ...]:
    return tuple(f"{MARGIN + place * (WIDTH - 2 * MARGIN):.1f}" for place in places)


def _runs(points: Sequence[Point | None]) -> list[list[Point]]:
    """The points without the gaps between them."""
    runs: list[list[Point]] = [[]]
    for point in points:
        if point is None:
            runs.append([])
        else:
            runs[-1].append(point)
    return [run for run in runs if run]


def _dot(point: Point, radius: float) -> str:
    across, down = point
    return f'<circle cx="{across}" cy="{down}" r="{radius}"/>'
