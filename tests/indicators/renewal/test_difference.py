"""What one table has more of than another, row by row, and whether anything of a figure differs."""

import numpy as np

from indicators.renewal.worlds import Told, difference

KEYS, VALUES = ("window", "crowd"), ("contributors", "cell_key")


def table(*rows):
    columns = np.array(rows or np.zeros((0, 4)), "i8").T
    kinds = {"window": "i8", "crowd": "i4", "contributors": "i8", "cell_key": "u8"}
    return {name: column.astype(kind) for (name, kind), column in zip(kinds.items(), columns, strict=True)}


def rows(found):
    return list(zip(*(found[name].tolist() for name in KEYS + VALUES), strict=True))


def test_what_is_the_same_is_left_out_and_the_rest_is_subtracted():
    now = table((0, 3, 2, 70), (1, 3, 5, 50), (2, 0, 1, 10))
    before = table((0, 3, 2, 70), (1, 3, 1, 20), (2, 7, 1, 10))
    found = difference(now, before, KEYS, VALUES)
    assert rows(found) == [(1, 3, 4, 30), (2, 0, 1, 10), (2, 7, -1, 2**64 - 10)]


def test_keys_alone_may_differ():
    found = difference(table((0, 3, 1, 70)), table((0, 3, 1, 50)), KEYS, VALUES)
    assert rows(found) == [(0, 3, 0, 20)]


def test_nothing_less_nothing_is_nothing():
    assert rows(difference(table(), table(), KEYS, VALUES)) == []
    assert rows(difference(table((4, 5, 1, 9)), table(), KEYS, VALUES)) == [(4, 5, 1, 9)]


def test_a_figure_differs_where_days_alone_do():
    nothing, something = table(), table((4, 5, 1, 9))
    assert not Told(nothing).says_anything
    assert not Told(nothing, nothing).says_anything
    assert Told(something, nothing).says_anything
    assert Told(nothing, something).says_anything
