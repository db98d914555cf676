"""The gate before a release: it is attacked, what tells too much is withdrawn, and what still does is refused.

Nothing is withdrawn cell by cell: a gap of one cell would say that this one is small. A split is withdrawn as a whole,
that is a breakdown of a figure in one area, in all its categories and in all windows of a length and shorter. Which
ones these are follows from what is public alone, so whoever knows the rule learns no more from it than that something
in the split was narrow; the release lists them. Where that does not help, more of the area is withdrawn, then of the
areas around it, and in the end the release is refused.
"""

import time
from collections.abc import Callable, Iterable, Mapping, Set
from dataclasses import replace
from typing import NamedTuple

import numpy as np

from indicators.disclosure.attack import Evidence, Exposure, Release, attack, exposure
from indicators.disclosure.attack.exposure import SMALL, may_be_small
from indicators.disclosure.attack.grid import Array
from indicators.disclosure.counted import counted_of
from indicators.disclosure.memory import Before, recall, remember
from indicators.disclosure.repair import Split, repairs, withdraw
from warehouse.connection import Connection
from warehouse.errors import UserError

LIMIT = 0.01
"""So large a share of the cells that are truly 1 to 4 may be known to three values; none to fewer."""

MANY = 9
"""So many values or more are alike: enough."""

ROUNDS = 5
"""So often at most it is repaired and attacked again."""


class Verdict(NamedTuple):
    """What the last attack found, what was withdrawn before it, and how it went.

    `true_small` are the cells that truly are from 1 to 4; `true_to_three` those of them known to three values, and
    `kept_to_three` those known so to whoever kept the releases before. The last of these, if there is one, is the one
    that it was attacked `together_with`.
    """

    found: Mapping[str, Exposure]
    withdrawn: tuple[Split, ...]
    rounds: int
    true_small: int
    true_to_three: int
    kept_to_three: int | None
    seconds: float
    together_with: str | None = None

    @property
    def facts(self) -> dict[str, str]:
        """What the certificate says beside the figures, as text."""
        facts = {
            "rounds": self.rounds,
            "true_small": self.true_small,
            "true_to_three": self.true_to_three,
            "kept_to_three": self.kept_to_three,
            "together_with": self.together_with,
            "seconds": round(self.seconds),
        }
        return {key: str(fact) for key, fact in facts.items() if fact is not None}


def guard(connection: Connection, progress: Callable[[str], object], before: Before | None = None) -> Verdict:
    """Attack the draft that is attached as `portal`, withdraw what tells too much; what was found in the end.

    It is attacked by itself, and then together with the releases before, of which `before` is the last. Raises
    UserError when too much is told even so.
    """
    start = time.perf_counter()
    progress("Attacking the release …")
    release = Release(connection)
    draft = _Draft(release, before)
    draft.attack()
    withdrawn, splits = set[Split](), set[Split]()
    for turn in range(ROUNDS):
        splits = draft.repairs()
        if not splits:
            remember(connection, (draft.found | draft.together).values(), draft.counted, before)
            seconds = time.perf_counter() - start
            return draft.verdict(tuple(sorted(withdrawn)), turn, seconds)
        if splits <= withdrawn:
            break
        progress("Withdrawing what tells too much …")
        withdraw(release, splits)
        withdrawn |= splits
        draft.attack({split.figure for split in splits})
    raise UserError(
        "The release is not published: an attack on it still finds too much after all that could be withdrawn. "
        f"Figures concerned: {', '.join(sorted({split.figure for split in splits}))}."
    )


class _Judgement(NamedTuple):
    """What was found of a figure: how many cells are truly small, how many of these are known to three values.

    `left` is how many values each cell that may be small is left; others, and those left many, have MANY.
    """

    exposure: Exposure
    small: int
    to_three: int
    left: Array


class _Draft:
    """What is known of a release by itself, and then together with those before."""

    def __init__(self, release: Release, before: Before | None) -> None:
        self.release = release
        self.before = before
        self.counted: dict[str, Array] = {}
        self.found: dict[str, Evidence] = {}
        self.together: dict[str, Evidence] = {}
        self.alone: dict[str, _Judgement] = {}
        self.kept: dict[str, _Judgement] = {}
        self.anew: dict[str, Evidence] = {}
        self.repaired = self.kept_repaired = 0

    def attack(self, names: Set[str] | None = None) -> None:
        """Attack all figures by themselves, or those named and what they are bound to."""
        found = {one.name: one for one in attack(self.release, names)}
        _refuse_clashes(found.values())
        for name in found.keys() - self.counted.keys():
            self.counted[name] = counted_of(self.release, found[name])
        self.alone |= {name: self._judge(one) for name, one in found.items()}
        self.found |= found
        self.anew |= found

    def repairs(self) -> set[Split]:
        """What is to be withdrawn: for what the release tells by itself, else for what it tells with those before."""
        splits = self._repairs(self.alone, self.repaired)
        self.repaired += bool(splits)
        if splits or not self.before:
            return splits
        together = {name: replace(one, bounds=one.bounds.copy()) for name, one in self.anew.items()}
        told_of = recall(self.release, together, self.counted, self.before)
        self.together |= together
        self.kept |= {name: self._judge(one, told_of.get(name)) for name, one in together.items()}
        self.anew = {}
        splits = self._repairs(self.kept, self.kept_repaired)
        self.kept_repaired += bool(splits)
        return splits

    def _repairs(self, judged: Mapping[str, _Judgement], turn: int) -> set[Split]:
        small, to_three = (sum(numbers) for numbers in _counts(judged))
        values_left = 3 if to_three > LIMIT * small else 2
        return {
            split
            for name, one in judged.items()
            for split in repairs(
                self.release, self.found[name], np.where(one.left <= values_left, one.left, 0), turn
            )
        }

    def _judge(self, one: Evidence, told_of: Array | None = None) -> _Judgement:
        """Judge what is known of a figure; what is `told_of` the release before is too narrow there."""
        counted = self.counted[one.name]
        small = (counted > 0) & (counted < SMALL + 1 if one.bounds.days else counted <= SMALL)
        values = one.bounds.values()
        left = np.where(may_be_small(one.bounds) & (values > 0), np.minimum(values, MANY), MANY).astype("u1")
        to_three = int((small & (left == 3)).sum())
        if told_of is not None:
            left[told_of] = np.minimum(left[told_of], 2)
        return _Judgement(exposure(one.bounds), int(small.sum()), to_three, left)

    def verdict(self, withdrawn: tuple[Split, ...], rounds: int, seconds: float) -> Verdict:
        """What was found in the end."""
        found = {name: one.exposure for name, one in self.alone.items()}
        small, to_three = (sum(numbers) for numbers in _counts(self.alone))
        kept = sum(_counts(self.kept)[1]) if self.before else None
        before = self.before and self.before.release
        return Verdict(found, withdrawn, rounds, small, to_three, kept, seconds, before)


def _counts(judged: Mapping[str, _Judgement]) -> tuple[list[int], list[int]]:
    return [one.small for one in judged.values()], [one.to_three for one in judged.values()]


def _refuse_clashes(found: Iterable[Evidence]) -> None:
    clashing = sorted(one.name for one in found if bool(np.any(one.bounds.values() == 0)))
    if clashing:
        raise UserError(
            "The release is not published: it tells of the same people in ways that cannot be true together, "
            f"so that rounding would give them away. Figures concerned: {', '.join(clashing)}."
        )
