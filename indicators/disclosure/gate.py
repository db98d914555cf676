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
from indicators.disclosure.memory import recall, remember
from indicators.disclosure.repair import Split, repairs, withdraw
from warehouse.connection import Connection
from warehouse.errors import UserError
from warehouse.releases import Release as Published

_TRUTH = (Path(__file__).parents[1] / "sql" / "attack" / "truth.sql").read_text(encoding="utf-8")

LIMIT = 0.01
"""So large a share of the cells that are truly 1 to 4 may be known to three values; none to fewer."""

ROUNDS = 5
"""So often at most it is repaired and attacked again."""


class Verdict(NamedTuple):
    """What the last attack found, what was withdrawn before it, and how it went.

    `true_small` are the cells that truly are from 1 to 4; `true_to_three` those of them known to three values, and
    `kept_to_three` those known so to whoever kept the releases before.
    """

    found: Mapping[str, Exposure]
    withdrawn: tuple[Split, ...]
    rounds: int
    true_small: int
    true_to_three: int
    kept_to_three: int | None
    seconds: float

    @property
    def facts(self) -> dict[str, str]:
        """What the certificate says beside the figures: numbers as text."""
        numbers = {
            "rounds": self.rounds,
            "true_small": self.true_small,
            "true_to_three": self.true_to_three,
            "kept_to_three": self.kept_to_three,
            "seconds": round(self.seconds),
        }
        return {key: str(number) for key, number in numbers.items() if number is not None}


def guard(
    connection: Connection, progress: Callable[[str], object], before: Published | None = None
) -> Verdict:
    """Attack the draft that is attached as `portal`, withdraw what tells too much; what was found in the end.

    It is attacked by itself, and then together with the releases before, of which `before` is the last. Raises
    UserError when too much is told even so.
    """
    start = time.perf_counter()
    progress("Attacking the release …")
    release = Release(connection)
    found = {one.name: one for one in attack(release)}
    withdrawn, splits = set[Split](), set[Split]()
    for turn in range(ROUNDS):
        _refuse_clashes(found.values())
        counts = {name: exposure(one.bounds) for name, one in found.items()}
        alone = kept = _judge(release, found.values())
        splits = _splits(release, found.values(), alone.narrow, turn)
        if before and not splits:
            recall(connection, release, found, before)
            kept = _judge(release, found.values(), certain=False)
            splits = _splits(release, found.values(), kept.narrow, turn)
        if not splits:
            remember(connection, found.values(), before)
            to_three = kept.to_three if before else None
            seconds = time.perf_counter() - start
            return Verdict(
                counts, tuple(sorted(withdrawn)), turn, alone.small, alone.to_three, to_three, seconds
            )
        progress("Withdrawing what tells too much …")
        withdraw(release, splits)
        withdrawn |= splits
        found = {one.name: one for one in attack(release)}
    raise UserError(
        "The release is not published: an attack on it still finds too much after all that could be withdrawn. "
        f"Figures concerned: {', '.join(sorted({split.figure for split in splits}))}."
    )


class _Judgement(NamedTuple):
    """How many cells are truly small, how many of them known to three values, and which are known too narrowly."""

    small: int
    to_three: int
    narrow: Mapping[str, Array]


def _judge(release: Release, found: Iterable[Evidence], certain: bool = True) -> _Judgement:
    """Judge what an attack found.

    What is `certain` follows from what is public, and so do the cells known too narrowly. What rests on a supposition
    may be wrong: then only those count of which it is right.
    """
    small = to_three = 0
    values, narrow = {}, {}
    for one in found:
        places, true = truth_of(release, one)
        days = one.adds_up == "days"
        truly_small = (true > 0) & (true < SMALL + 1 if days else true <= SMALL)
        left = one.bounds.values()
        right = truly_small & one.bounds.holds(places, true)
        small += int(truly_small.sum())
        to_three += int((right & (left[places] == 3)).sum())
        if certain:
            narrow[one.name] = may_be_small(one.bounds)
        else:
            narrow[one.name] = np.zeros(left.shape, bool)
            narrow[one.name][places] = right
        values[one.name] = left
    most = 3 if to_three > LIMIT * small else 2
    return _Judgement(
        small, to_three, {name: narrow[name] & (left > 0) & (left <= most) for name, left in values.items()}
    )


def _splits(
    release: Release, found: Iterable[Evidence], narrow: Mapping[str, Array], turn: int
) -> set[Split]:
    return {split for one in found for split in repairs(release, one, narrow[one.name], turn)}


def truth_of(release: Release, one: Evidence) -> tuple[Cells, Array]:
    """What was counted of a figure before protection, and where in its grid: from the warehouse, no attacker's way."""
    told_by = {
        name for name, figures in release.made_of.items() if one.name in {each.name for each in figures}
    }
    release.number_grid(one.bounds.grid, told_by)
    columns = release.connection.execute(_TRUTH, {"figure": one.name}).fetchnumpy()
    return (columns["window"], columns["part"], columns["area"]), columns["value"]


def _refuse_clashes(found: Iterable[Evidence]) -> None:
    clashing = sorted(one.name for one in found if bool(np.any(one.bounds.values() == 0)))
    if clashing:
        raise UserError(
            "The release is not published: it tells of the same people in ways that cannot be true together, "
            f"so that rounding would give them away. Figures concerned: {', '.join(clashing)}."
        )
