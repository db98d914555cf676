"""What is known of a draft: by itself, with the releases before, and of a sample of it by integer programming."""

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import replace
from typing import NamedTuple

import numpy as np

from indicators.disclosure.attack import Evidence, Exposure, Release, attack, exposure
from indicators.disclosure.attack.exposure import may_be_small
from indicators.disclosure.attack.grid import Array
from indicators.disclosure.attack.sample import Checked, check_sample
from indicators.disclosure.counted import counted_of, truly_small
from indicators.disclosure.memory import Before, ToldOf, recall
from indicators.disclosure.repair import LAST_TURN, Key, Split, repairs
from warehouse.errors import UserError

LIMIT = 0.01
"""So large a share of the cells that are truly 1 to 4 may be known to three values; none to fewer."""

MANY = 9
"""So many values or more are alike: enough."""


_TOGETHER = 1
"""The stage of repairs in which a draft is looked at with the releases before."""


class Judgement(NamedTuple):
    """What was found of a figure: how many cells are truly small, and of these known to two values at most, and three.

    `left` is how many values each cell that may be small is left; others, and those left many, have MANY.
    """

    exposure: Exposure
    small: int
    to_two: int
    to_three: int
    left: Array


class Draft:
    """What is known of the figures of a draft, and what must be withdrawn for it.

    `found` and `alone` are what it tells by itself, `together` and `kept` what it tells with the releases before;
    `told_before` whether the last repairs were for these, and so for nothing that it tells by itself.
    """

    def __init__(self, release: Release, before: Before | None) -> None:
        self.release = release
        self.before = before
        self.counted: dict[str, Array] = {}
        self.found: dict[str, Evidence] = {}
        self.alone: dict[str, Judgement] = {}
        self.together: dict[str, Evidence] = {}
        self.kept: dict[str, Judgement] = {}
        self.sample: list[Checked] = []
        self._anew: dict[str, Evidence] = {}
        self._turns = [0, 0, 0]
        self.told_before = False

    def attack(self, names: Set[str] | None = None) -> None:
        """Attack all figures by themselves, or those named and what they are bound to."""
        found = {one.name: one for one in attack(self.release, names)}
        _refuse_contradictions(name for name, one in found.items() if (one.bounds.values() == 0).any())
        for name in found.keys() - self.counted.keys():
            self.counted[name] = counted_of(self.release, found[name])
        self.alone |= {name: self._judge(one) for name, one in found.items()}
        self.found |= found
        self._anew |= found

    def repairs(self, withdrawn: Set[Key] = frozenset()) -> set[Split]:
        """The splits to withdraw: for what it tells by itself; else with the releases before; else for a sample of it.

        Each time that one of these tells too much again, more is withdrawn; at once where all of it is `withdrawn`.
        """
        for stage, repaired in enumerate((self._by_itself, self._with_those_before, self._sampled)):
            while splits := repaired(self._turns[stage]):
                self._turns[stage] += 1
                self.told_before = stage == _TOGETHER
                if self._turns[stage] > LAST_TURN or any(split.key not in withdrawn for split in splits):
                    return splits
        return set()

    def _by_itself(self, turn: int) -> set[Split]:
        return self._repairs(self.alone, turn)

    def _with_those_before(self, turn: int) -> set[Split]:
        if not self.before:
            return set()
        together = {name: replace(one, bounds=one.bounds.copy()) for name, one in self._anew.items()}
        told_of = recall(self.release, together, self.counted, self.before)
        self.together |= together
        self.kept |= {name: self._judge(one, told_of.get(name)) for name, one in together.items()}
        self._anew = {}
        return self._repairs(self.kept, turn) if self._exposed_together() else set()

    def _exposed_together(self) -> bool:
        """Whether numbers that truly are small are known too narrowly by all releases together.

        What they tell rests on what the house alone knows, so that it need not follow from what is public. But where
        something is withdrawn, all goes that may be small and is as narrow: else it would be known what is small.
        """
        small, to_three = totals(self.kept)
        return any(one.to_two for one in self.kept.values()) or to_three > LIMIT * small

    def _sampled(self, turn: int) -> set[Split]:
        self.sample = check_sample(self.release, list(self.found.values()))
        _refuse_contradictions(one.figure for one in self.sample if one.left == 0)
        narrow = [one for one in self.sample if one.left <= 2]
        return {split for one in narrow for split in self._of_cell(one, turn)}

    def _of_cell(self, one: Checked, turn: int) -> Iterator[Split]:
        evidence = self.found[one.figure]
        narrow = np.zeros(evidence.bounds.grid.shape, "u1")
        narrow[one.place] = one.left
        return repairs(self.release, evidence, narrow, turn)

    def _repairs(self, judged: Mapping[str, Judgement], turn: int) -> set[Split]:
        small, to_three = totals(judged)
        values_left = 3 if to_three > LIMIT * small else 2
        return {
            split
            for name, one in judged.items()
            for split in repairs(
                self.release, self.found[name], np.where(one.left <= values_left, one.left, 0), turn
            )
        }

    def _judge(self, one: Evidence, told_of: ToldOf | None = None) -> Judgement:
        """Judge what is known of a figure, and what it is `told_of` the release before."""
        small = truly_small(self.counted[one.name], one.bounds.days)
        values = one.bounds.values()
        left = np.where(may_be_small(one.bounds) & (values > 0), np.minimum(values, MANY), MANY).astype("u1")
        to_two, to_three = int((small & (left <= 2)).sum()), int((small & (left == 3)).sum())
        if told_of:
            left[told_of.cells] = np.minimum(left[told_of.cells], 2)
            to_two += told_of.small
        return Judgement(exposure(one.bounds), int(small.sum()), to_two, to_three, left)


def totals(judged: Mapping[str, Judgement]) -> tuple[int, int]:
    """How many cells of all figures are truly small, and how many of these are known to three values."""
    return sum(one.small for one in judged.values()), sum(one.to_three for one in judged.values())


def _refuse_contradictions(figures: Iterable[str]) -> None:
    contradictory = sorted(set(figures))
    if contradictory:
        raise UserError(
            "The release is not published: it tells of the same people in ways that cannot be true together, "
            f"so that rounding would give them away. Figures concerned: {', '.join(contradictory)}."
        )
