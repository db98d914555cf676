"""Where the cells of a figure stand: arrays of a figure have an axis of windows, one of parts and one of areas."""

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]

Window = tuple[int, int]
"""The last month (year * 12 + month - 1) and the length in months."""

Part = tuple[str, str]
"""A breakdown and a category."""


@dataclass(frozen=True)
class Grid:
    """Every window with every part and every area; windows are in the order of their last month."""

    windows: tuple[Window, ...]
    parts: tuple[Part, ...]
    areas: tuple[str, ...]

    @property
    def shape(self) -> tuple[int, int, int]:
        """Numbers of windows, parts and areas."""
        return len(self.windows), len(self.parts), len(self.areas)

    @cached_property
    def window_at(self) -> dict[Window, int]:
        """The number of each window."""
        return {window: number for number, window in enumerate(self.windows)}

    @cached_property
    def part_at(self) -> dict[Part, int]:
        """The number of each part."""
        return {part: number for number, part in enumerate(self.parts)}

    @cached_property
    def area_at(self) -> dict[str, int]:
        """The number of each area."""
        return {area: number for number, area in enumerate(self.areas)}

    @cached_property
    def days(self) -> Array:
        """How many days each window has."""
        return np.array([days_of(window) for window in self.windows], float)

    @cached_property
    def last_months(self) -> Array:
        """The last month of each window."""
        return np.array([last for last, _ in self.windows], int)


def grid_of(windows: set[Window], parts: Sequence[Part], areas: Sequence[str]) -> Grid:
    """A grid with its windows in order."""
    return Grid(tuple(sorted(windows)), tuple(parts), tuple(areas))


def days_of(window: Window) -> int:
    """How many days a window has."""
    last, length = window
    return sum(monthrange(month // 12, month % 12 + 1)[1] for month in range(last - length + 1, last + 1))
