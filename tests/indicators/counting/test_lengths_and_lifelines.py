"""How long spells last, beside what lifelines, a library of others, makes of the same ones.

It goes on with what is left where we say that nothing is known, so it is asked as far as spells are followed.
"""

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lifelines import KaplanMeierFitter
from lifelines.utils import qth_survival_times

from indicators.counting import lengths
from tests.indicators.counting.test_lengths import durations, one, spells, together

LONGEST = 12
ENDED, LOST = True, False

lasting = st.tuples(st.integers(1, LONGEST), st.booleans())
cohorts = st.lists(st.lists(lasting, min_size=1, max_size=20), min_size=1, max_size=4)
ALL_LOST = [(3, LOST), (9, LOST), (9, LOST)]
NOBODY_LEAVES = [(LONGEST, LOST)] * 5
AT_ONE_TIME = [(5, ENDED), (5, LOST), (5, ENDED), (5, LOST)]
EXACTLY_HALF = [(2, ENDED), (4, ENDED), (4, LOST), (6, ENDED), (8, ENDED), (12, LOST)]


def by_lifelines(cohort, at_days):
    """How many in a hundred last longer, and the weeks that half of them outlast; None where nothing is known."""
    days, ended = zip(*cohort, strict=True)
    left = KaplanMeierFitter().fit(days, ended).survival_function_.round(9)
    share = left.loc[:at_days].iloc[-1].item()
    half = min(qth_survival_times(0.5, left), at_days + 1)
    followed = max(days) >= at_days
    return 100 * share if followed or share == 0 else None, half / 7 if followed or share <= 0.5 else None


@settings(max_examples=25, deadline=None)
@given(cohorts, st.integers(1, LONGEST))
@example([ALL_LOST, NOBODY_LEAVES, AT_ONE_TIME, EXACTLY_HALF], 5)
@example([ALL_LOST, NOBODY_LEAVES, AT_ONE_TIME, EXACTLY_HALF], 9)
def test_survivals_and_their_medians_are_those_of_lifelines(drawn, at_days):
    told = together(*(spells(*cohort, month=month) for month, cohort in enumerate(drawn)))
    of = one(range(len(drawn)))
    [[shares]] = durations(lengths.survivals(told, of, at_days))
    [[halves]] = durations(lengths.survival_medians(told, of, at_days))
    expected = [by_lifelines(cohort, at_days) for cohort in drawn]
    for found, by_others in zip(zip(shares, halves, strict=True), expected, strict=True):
        assert [one is None for one in found] == [one is None for one in by_others]
        assert np.array(found, float) / 10_000 == pytest.approx(
            np.array(by_others, float), abs=6e-5, nan_ok=True
        )
