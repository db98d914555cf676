"""The figures that a map colours alike: five classes of about equally many areas, or two on either side of zero."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from decimal import Decimal
from itertools import groupby, pairwise
from statistics import median_low
from typing import NamedTuple

FROM_LOW, FROM_ZERO = "class", "signed"
"""Scales of five colours: from the lowest figure to the highest, or away from zero to both sides."""

_MOST = 5
_ZERO = 2


class Shade(NamedTuple):
    """A class of figures: the lowest and the highest in it, and its place among the five colours of a scale."""

    low: Decimal
    high: Decimal
    place: int
    scale: str = FROM_LOW

    @property
    def look(self) -> str:
        """How the style sheet calls its colour."""
        return f"{self.scale}-{self.place}"


def shades_from_low(values: Sequence[Decimal]) -> list[Shade]:
    """Five classes of about equally many figures, the lowest first; fewer keep to the ends of the scale."""
    classes = quantile_classes(values)
    last = max(len(classes) - 1, 1)
    return [Shade(*ends, round(place * (_MOST - 1) / last)) for place, ends in enumerate(classes)]


def shades_from_zero(values: Sequence[Decimal]) -> list[Shade]:
    """Classes of figures of both signs, the lowest first: none holds two signs, and zero is by itself.

    The strong colours are of figures farther from zero than the median distance, so that a colour of one side is as
    far from zero as that of the other.
    """
    ordered = sorted(values)
    near = median_low([abs(value) for value in ordered if value])

    def place(value: Decimal) -> int:
        away = (value > 0) - (value < 0)
        return _ZERO + away * (2 if abs(value) > near else 1)

    alike = [(colour, list(figures)) for colour, figures in groupby(ordered, place)]
    return [Shade(figures[0], figures[-1], colour, FROM_ZERO) for colour, figures in alike]


def shade_of(value: Decimal, shades: Sequence[Shade]) -> Shade:
    """The class of a figure."""
    return shades[bisect_right([shade.low for shade in shades], value) - 1]


def quantile_classes(values: Sequence[Decimal], most: int = _MOST) -> list[tuple[Decimal, Decimal]]:
    """Lowest and highest figure of at most `most` classes of about equally many areas; equal figures stay together."""
    ordered = sorted(values)
    cuts = sorted({ordered[len(ordered) * part // most] for part in range(most)}) if ordered else []
    starts = [bisect_left(ordered, cut) for cut in cuts]
    return [(ordered[start], ordered[end - 1]) for start, end in pairwise([*starts, len(ordered)])]
