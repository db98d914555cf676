"""The gate before a release: it is attacked, what tells too much is withdrawn, and what still does is refused.

Nothing is withdrawn cell by cell: a gap of one cell would say that this one is small. A split is withdrawn as a whole,
that is a breakdown of a figure in one area, in all its categories and in all windows of a length and shorter. Which
ones these are follows from what is public alone, so whoever knows the rule learns no more from it than that something
in the split was narrow; the release lists them. Where that does not help, more of the area is withdrawn, then of the
areas around it, and in the end the release is refused.
"""

import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from pathlib import Path
from typing import NamedTuple

import numpy as np

from indicators.disclosure.attack import Evidence, Exposure, Release, attack, exposure
from indicators.disclosure.attack.bounds import Cells
from indicators.disclosure.attack.exposure import SMALL, may_be_small
from indicators.disclosure.attack.grid import Array
from indicators.disclosure.attack.sample import Checked, Sample, check_sample, summed_up
from indicators.disclosure.memory import recall, remember
from indicators.disclosure.repair import Split, repairs, withdraw
from warehouse.connection import Connection
from warehouse.errors import UserError
from warehouse.releases import Release as Published

_TRUTH = (Path(__file__).parents[1] / "sql" / "attack" / "truth.sql").read_text(encoding="utf-8")

LIMIT = 0.01
"""So large a share of the cells that are truly 1 to 4 may be known to three values; none to fewer."""

MANY = 9
"""So many values or more are alike: enough."""

ROUNDS = 5
"""So often at most it is repaired and attacked again."""


class Verdict(NamedTuple):
    """What the last attack found, what was withdrawn before it, and how it went; `sample` is the check on it.

    `true_small` are the cells that truly are from 1 to 4; `true_to_three` those of them known to three values, and
    `kept_to_three` those known so to whoever kept the releases before.
    """

    found: Mapping[str, Exposure]
    sample: Sample
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
        return self.sample.facts | {key: str(number) for key, number in numbers.items() if number is not None}


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
    known = _Known(connection, release, before)
    known.attack()
    withdrawn, splits = set[Split](), set[Split]()
    for turn in range(ROUNDS):
        splits = known.repairs(turn)
        if not splits:
            remember(connection, known.found.values(), before)
            seconds = time.perf_counter() - start
            return known.verdict(tuple(sorted(withdrawn)), turn, seconds)
        progress("Withdrawing what tells too much …")
        withdraw(release, splits)
        withdrawn |= splits
        known.attack({split.figure for split in splits})
    raise UserError(
        "The release is not published: an attack on it still finds too much after all that could be withdrawn. "
        f"Figures concerned: {', '.join(sorted({split.figure for split in splits}))}."
    )


class _Judgement(NamedTuple):
    """What was found of a figure: how many cells are truly small, how many of these are known to three values.

    `values` are left of each cell; `narrow` are the cells that must not be left too few.
    """

    exposure: Exposure
    small: int
    to_three: int
    values: Array
    narrow: Array


class _Known:
    """What is known of a release by itself, a sample of it by integer programming, and all with those before."""

    def __init__(self, connection: Connection, release: Release, before: Published | None) -> None:
        self.connection = connection
        self.release = release
        self.before = before
        self.found: dict[str, Evidence] = {}
        self.alone: dict[str, _Judgement] = {}
        self.kept: dict[str, _Judgement] = {}
        self.anew: dict[str, Evidence] = {}
        self.sample: list[Checked] = []

    def attack(self, names: Set[str] | None = None) -> None:
        """Attack all figures by themselves, or those named and what they are bound to."""
        found = {one.name: one for one in attack(self.release, names)}
        _refuse_contradictions(name for name, one in found.items() if (one.bounds.values() == 0).any())
        self.alone |= {name: _judge(self.release, one, certain=True) for name, one in found.items()}
        self.found |= found
        self.anew |= found

    def repairs(self, turn: int) -> set[Split]:
        """What is to be withdrawn: for what the release tells by itself, else for what it tells with those before."""
        splits = self._repairs(self.alone, turn) or self._sampled(turn)
        if splits or not self.before:
            return splits
        recall(self.connection, self.release, self.anew, self.before)
        self.kept |= {name: _judge(self.release, one, certain=False) for name, one in self.anew.items()}
        self.anew = {}
        return self._repairs(self.kept, turn)

    def _repairs(self, judged: Mapping[str, _Judgement], turn: int) -> set[Split]:
        small, to_three = (sum(numbers) for numbers in _counts(judged))
        values_left = 3 if to_three > LIMIT * small else 2
        return {
            split
            for name, one in judged.items()
            for split in repairs(
                self.release, self.found[name], one.narrow & (one.values <= values_left), turn
            )
        }

    def _sampled(self, turn: int) -> set[Split]:
        """What is to be withdrawn for what integer programming knows of a sample of cells."""
        self.sample = check_sample(self.release, list(self.found.values()))
        _refuse_contradictions(one.figure for one in self.sample if one.left == 0)
        return {
            split._replace(reason=one.left)
            for one in self.sample
            if one.left <= 2
            for split in self._of_one(one, turn)
        }

    def _of_one(self, one: Checked, turn: int) -> Iterator[Split]:
        narrow = np.zeros(self.found[one.figure].bounds.grid.shape, bool)
        narrow[one.place] = True
        return repairs(self.release, self.found[one.figure], narrow, turn)

    def verdict(self, withdrawn: tuple[Split, ...], rounds: int, seconds: float) -> Verdict:
        """What was found in the end."""
        found = {name: one.exposure for name, one in self.alone.items()}
        small, to_three = (sum(numbers) for numbers in _counts(self.alone))
        kept = sum(_counts(self.kept)[1]) if self.before else None
        return Verdict(found, summed_up(self.sample), withdrawn, rounds, small, to_three, kept, seconds)


def _counts(judged: Mapping[str, _Judgement]) -> tuple[list[int], list[int]]:
    return [one.small for one in judged.values()], [one.to_three for one in judged.values()]


def _judge(release: Release, one: Evidence, certain: bool) -> _Judgement:
    """Judge what an attack found of a figure.

    What is `certain` follows from what is public, and so do the cells known too narrowly. What rests on a supposition
    may be wrong: then only those count of which it is right.
    """
    places, true = truth_of(release, one)
    small = (true > 0) & (true < SMALL + 1 if one.adds_up == "days" else true <= SMALL)
    right = small & one.bounds.holds(places, true)
    values = np.minimum(one.bounds.values(), MANY).astype("u1")
    narrow = may_be_small(one.bounds)
    if not certain:
        narrow[:] = False
        narrow[places] = right
    to_three = int((right & (values[places] == 3)).sum())
    return _Judgement(exposure(one.bounds), int(small.sum()), to_three, values, narrow & (values > 0))


def truth_of(release: Release, one: Evidence) -> tuple[Cells, Array]:
    """What was counted of a figure before protection, and where in its grid: from the warehouse, no attacker's way."""
    told_by = {
        name for name, figures in release.made_of.items() if one.name in {each.name for each in figures}
    }
    release.number_grid(one.bounds.grid, told_by)
    columns = release.connection.execute(_TRUTH, {"figure": one.name}).fetchnumpy()
    return (columns["window"], columns["part"], columns["area"]), columns["value"]


def _refuse_contradictions(figures: Iterable[str]) -> None:
    contradictory = sorted(set(figures))
    if contradictory:
        raise UserError(
            "The release is not published: it tells of the same people in ways that cannot be true together, "
            f"so that rounding would give them away. Figures concerned: {', '.join(contradictory)}."
        )
