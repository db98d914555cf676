"""The gate before a release: it is attacked, what tells too much is withdrawn, and what still does is refused.

Nothing is withdrawn cell by cell: a gap of one cell would say that this one is small. A split is withdrawn as a whole,
that is a breakdown of a figure in one area, in all its categories and in all windows of a length and shorter. Which
ones these are follows from what is public alone, so whoever knows the rule learns no more from it than that something
in the split was narrow; the release lists them. Where that does not help, more of the area is withdrawn, then of the
areas around it, and in the end the release is refused.
"""

import time
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

import numpy as np

from indicators.disclosure.attack import Evidence, Exposure, Release, attack, exposure
from indicators.disclosure.attack.bounds import Cells
from indicators.disclosure.attack.exposure import SMALL, may_be_small
from indicators.disclosure.attack.grid import Array
from indicators.disclosure.repair import Split, repairs, withdraw
from warehouse.connection import Connection
from warehouse.errors import UserError

_TRUTH = (Path(__file__).parents[1] / "sql" / "attack" / "truth.sql").read_text(encoding="utf-8")

LIMIT = 0.01
"""So large a share of the cells that are truly 1 to 4 may be known to three values; none to fewer."""

ROUNDS = 5
"""So often at most it is repaired and attacked again."""


class Verdict(NamedTuple):
    """What the last attack found, what was withdrawn before it, and how it went.

    `true_small` are the cells that truly are from 1 to 4, and `true_to_three` those of them known to three values.
    """

    found: Mapping[str, Exposure]
    withdrawn: tuple[Split, ...]
    rounds: int
    true_small: int
    true_to_three: int
    seconds: float

    @property
    def facts(self) -> dict[str, str]:
        """What the certificate says beside the figures: numbers as text."""
        return {
            "rounds": str(self.rounds),
            "true_small": str(self.true_small),
            "true_to_three": str(self.true_to_three),
            "seconds": f"{self.seconds:.0f}",
        }


def guard(connection: Connection, progress: Callable[[str], object]) -> Verdict:
    """Attack the draft that is attached as `portal`, withdraw what tells too much; what was found in the end.

    Raises UserError when too much is told even so.
    """
    start = time.perf_counter()
    progress("Attacking the release …")
    release = Release(connection)
    found = {one.name: one for one in attack(release)}
    withdrawn, splits = set[Split](), set[Split]()
    for turn in range(ROUNDS):
        _refuse_clashes(found.values())
        small, to_three = _true_counts(release, found.values())
        values_left = 3 if to_three > LIMIT * small else 2
        splits = {
            split
            for one in found.values()
            for split in repairs(release, one, _narrow(one, values_left), turn)
        }
        if not splits:
            counts = {name: exposure(one.bounds) for name, one in found.items()}
            seconds = time.perf_counter() - start
            return Verdict(counts, tuple(sorted(withdrawn)), turn, small, to_three, seconds)
        progress("Withdrawing what tells too much …")
        withdraw(release, splits)
        withdrawn |= splits
        found |= {one.name: one for one in attack(release, {split.figure for split in splits})}
    raise UserError(
        "The release is not published: an attack on it still finds too much after all that could be withdrawn. "
        f"Figures concerned: {', '.join(sorted({split.figure for split in splits}))}."
    )


def _true_counts(release: Release, found: Iterable[Evidence]) -> tuple[int, int]:
    """How many cells are truly small, and how many of them are known to three values."""
    small = to_three = 0
    for one in found:
        places, value = truth_of(release, one)
        true = (value > 0) & (value <= SMALL) if one.adds_up != "days" else (value > 0) & (value < SMALL + 1)
        small += int(true.sum())
        to_three += int((true & (one.bounds.values()[places] == 3)).sum())
    return small, to_three


def truth_of(release: Release, one: Evidence) -> tuple[Cells, Array]:
    """What was counted of a figure before protection, and where in its grid: from the warehouse, no attacker's way."""
    told_by = {
        name for name, figures in release.made_of.items() if one.name in {each.name for each in figures}
    }
    release.number_grid(one.bounds.grid, told_by)
    columns = release.connection.execute(_TRUTH, {"figure": one.name}).fetchnumpy()
    return (columns["window"], columns["part"], columns["area"]), columns["value"]


def _narrow(one: Evidence, values_left: int) -> Array:
    found: Array = may_be_small(one.bounds) & (one.bounds.values() <= values_left)
    return found


def _refuse_clashes(found: Iterable[Evidence]) -> None:
    clashing = sorted(one.name for one in found if bool(np.any(one.bounds.values() == 0)))
    if clashing:
        raise UserError(
            "The release is not published: it tells of the same people in ways that cannot be true together, "
            f"so that rounding would give them away. Figures concerned: {', '.join(clashing)}."
        )
