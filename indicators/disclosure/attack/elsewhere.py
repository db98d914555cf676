"""What is told of cells outside a release's tables: a file that was downloaded, a total that is public already."""

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from indicators.disclosure.attack.grid import Array, Grid
from warehouse.periods import MONTHS, parse_period

HELD = "held"
"""The flag of figures that are of an earlier release, and tell of that."""


class Elsewhere(NamedTuple):
    """Numbers of one cell of an indicator.

    They are `exact`, or such as a release shows: then multiples of the base are taken for rounded.
    """

    indicator: str
    breakdown: str
    category: str
    period_kind: str
    period: str
    area: str
    value: float
    numerator: float = np.nan
    denominator: float = np.nan
    exact: bool = False


def read_download(file: Path) -> list[Elsewhere]:
    """The cells with numbers in a CSV file that was downloaded from a page or fetched from the API."""
    with file.open(encoding="utf-8-sig", newline="") as lines:
        return list(_cells(csv.DictReader(lines)))


def columns_of(told: Iterable[Elsewhere], grid: Grid) -> Mapping[str, Array]:
    """The cells that stand in a grid, as `told.sql` tells of those of a release."""
    placed = [(_place(one, grid), one) for one in told]
    rows = [(*place, *one[6:9]) for place, one in placed if place]
    names = ("window", "part", "area", "value", "numerator", "denominator")
    columns = np.array(rows, float).reshape(-1, len(names)).T
    found = dict(zip(names, columns, strict=True))
    places = {name: found[name].astype(int) for name in names[:3]}
    return found | places | {"too_few": np.zeros(len(rows), bool)}


def _place(one: Elsewhere, grid: Grid) -> Sequence[int] | None:
    window = grid.window_at.get((parse_period(one.period, one.period_kind).last, MONTHS[one.period_kind]))
    part, area = grid.part_at.get((one.breakdown, one.category)), grid.area_at.get(one.area)
    return None if window is None or part is None or area is None else (window, part, area)


def _cells(rows: Iterable[Mapping[str, str]]) -> Iterator[Elsewhere]:
    for row in rows:
        if row["OBS_VALUE"] and HELD not in row["OBS_FLAGS"]:
            yield Elsewhere(
                row["INDICATOR"],
                row["BREAKDOWN"],
                row["CATEGORY"],
                row["PERIOD_KIND"],
                row["TIME_PERIOD"],
                row["REF_AREA"],
                float(row["OBS_VALUE"]),
                float(row["NUMERATOR"] or "nan"),
                float(row["DENOMINATOR"] or "nan"),
            )
