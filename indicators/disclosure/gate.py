"""The gate before a release: it is attacked, what tells too much is withdrawn, and what still does is refused.

Nothing is withdrawn cell by cell: a gap of one cell would say that this one is small. A split is withdrawn as a whole,
that is a breakdown of a figure in one area, in all its categories and in all windows of a length and shorter. Which
ones these are follows from what is public, and from where records came late since the release before; so whoever knows
the rule learns no more from it than that something in the split was narrow. The release lists them. Where that does not
help, longer windows are withdrawn and the areas around, then the same of figures that it is a part of or that are parts
of it, then the country's too, then all that is told of them in these areas; in the end the release is refused.
"""

import time
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from indicators.disclosure.attack import Exposure, Release
from indicators.disclosure.attack.sample import Sample, summed_up
from indicators.disclosure.drafted import Draft, totals
from indicators.disclosure.memory import Before, remember
from indicators.disclosure.repair import Key, Split, widest, withdraw
from warehouse.connection import Connection
from warehouse.errors import UserError

ROUNDS = 10
"""So often at most it is repaired and attacked again."""


class Verdict(NamedTuple):
    """What the last attack found, what was withdrawn before it, and how it went; `sample` is the check on it.

    `true_small` are the cells that truly are from 1 to 4; `true_to_three` those of them known to three values, and
    `kept_to_three` those known so to whoever kept the releases before. The last of these, if there is one, is the one
    that it was attacked `together_with`.
    """

    found: Mapping[str, Exposure]
    sample: Sample
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
        return self.sample.facts | {key: str(fact) for key, fact in facts.items() if fact is not None}


def guard(connection: Connection, progress: Callable[[str], object], before: Before | None = None) -> Verdict:
    """Attack the draft that is attached as `portal`, withdraw what tells too much; what was found in the end.

    It is attacked by itself, then together with the releases before, of which `before` is the last, and a sample is
    checked by integer programming. Raises UserError when too much is told even so.
    """
    start = time.perf_counter()
    progress("Attacking the release …")
    draft = Draft(Release(connection), before)
    draft.attack()
    withdrawn: dict[Key, Split] = {}
    held = False
    splits = draft.repairs()
    for turn in range(ROUNDS):
        if not splits:
            remember(connection, (draft.found | draft.together).values(), draft.counted, before, held)
            return _verdict(draft, widest(withdrawn.values()), turn, time.perf_counter() - start)
        if all(split.key in withdrawn for split in splits):
            break
        progress("Withdrawing what tells too much …")
        withdraw(draft.release, splits, held=draft.told_before)
        held |= draft.told_before
        withdrawn = {split.key: split for split in splits} | withdrawn
        draft.attack({split.figure for split in splits})
        splits = draft.repairs(withdrawn.keys())
    raise UserError(
        "The release is not published: an attack on it still finds too much after all that could be withdrawn. "
        f"Figures concerned: {', '.join(sorted({split.figure for split in splits}))}."
    )


def _verdict(draft: Draft, withdrawn: Sequence[Split], rounds: int, seconds: float) -> Verdict:
    small, to_three = totals(draft.alone)
    return Verdict(
        {name: one.exposure for name, one in draft.alone.items()},
        summed_up(draft.sample),
        tuple(withdrawn),
        rounds,
        small,
        to_three,
        totals(draft.kept)[1] if draft.before else None,
        seconds,
        draft.before.release if draft.before else None,
    )
