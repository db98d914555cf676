"""Means, medians and survivals, in fractions."""

from collections.abc import Sequence
from fractions import Fraction

from tests.support.person_oracle_measures import Followed

DAYS_PER_WEEK = 7


def mean(lengths: Sequence[Fraction]) -> Fraction | None:
    """The sum divided by how many there are."""
    return sum(lengths, Fraction(0)) / len(lengths) if lengths else None


def median(lengths: Sequence[Fraction]) -> Fraction | None:
    """The middle one by length, or the mean of the two in the middle."""
    if not lengths:
        return None
    ordered = sorted(lengths)
    return (ordered[(len(ordered) - 1) // 2] + ordered[len(ordered) // 2]) / 2


def survival(spells: Sequence[Followed], at_days: int) -> Fraction | None:
    """The share that lasts longer than so many days, by Kaplan and Meier.

    None if no spell is followed for so long, unless all are known to have ended before.
    """
    share = Fraction(1)
    for length in sorted({one.days for one in spells if one.ended and one.days <= at_days}):
        followed = [one for one in spells if one.days >= length]
        ended = [one for one in followed if one.ended and one.days == length]
        share *= 1 - Fraction(len(ended), len(followed))
    return share if share == 0 or any(one.days >= at_days for one in spells) else None


def survival_median(spells: Sequence[Followed], at_days: int) -> Fraction | None:
    """The weeks after which, by Kaplan and Meier, no more than half are left; those of one day more if that is later.

    None if no spell is followed for so long that this is known.
    """
    left = Fraction(1)
    for length in sorted({one.days for one in spells if one.ended and one.days <= at_days}):
        followed = [one for one in spells if one.days >= length]
        ended = [one for one in followed if one.ended and one.days == length]
        left *= 1 - Fraction(len(ended), len(followed))
        if left <= Fraction(1, 2):
            return Fraction(length, DAYS_PER_WEEK)
    is_beyond = any(one.days >= at_days for one in spells)
    return Fraction(at_days + 1, DAYS_PER_WEEK) if is_beyond else None
