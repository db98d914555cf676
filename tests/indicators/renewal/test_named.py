"""Where cells stand, told from the numbers of the words that name them."""

import numpy as np
import pytest

from indicators.counting import CountingError
from indicators.renewal.named import Named
from indicators.renewal.slots import Slots

NOWHERE = -1
SLOTS = Slots(parts=3, place_ids=np.array([4, 7]), windows=np.array([[1, 10], [1, 11], [12, 11]]))
NAMED = Named(
    SLOTS,
    parts=np.array([[1, NOWHERE], [NOWHERE, 2]]),
    places=np.array([1, NOWHERE, 0]),
    windows=np.array([[0, 1, NOWHERE], [NOWHERE, NOWHERE, 2]]),
)


def cell(breakdown, category, area, period_kind, period):
    names = ("breakdown", "category", "area", "period_kind", "period")
    words = (breakdown, category, area, period_kind, period)
    return {name: np.array([word], "u1") for name, word in zip(names, words, strict=True)}


@pytest.mark.parametrize(
    ("words", "place"),
    [((0, 0, 2, 0, 1), (1, 0, 1)), ((1, 1, 0, 0, 0), (2, 1, 0)), ((1, 1, 0, 1, 2), (2, 1, 2))],
)
def test_a_cell_stands_where_its_words_say(words, place):
    [found] = NAMED.find(cell(*words))
    assert np.unravel_index(found, SLOTS.shape) == place


@pytest.mark.parametrize("words", [(0, 1, 0, 0, 0), (0, 0, 1, 0, 0), (0, 0, 0, 1, 0)])
def test_a_cell_of_no_part_place_or_window_stands_nowhere(words):
    with pytest.raises(CountingError, match="stands nowhere"):
        NAMED.find(cell(*words))
