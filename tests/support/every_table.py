"""What cells can truly be, found by going through every table of counts that what is shown allows.

It knows the method in plain words alone. A count is shown as one of the two multiples of the base beside it, and as
itself if it is a multiple. The same records are shown as the same figure. A cell is a set of atoms that no two cells
share in part: so many records of one kind each.
"""

from collections.abc import Mapping, Set
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

Cell = tuple[str, ...]
Atoms = Set[int]


def every_table(
    cells: Mapping[Cell, Atoms], shown: Mapping[Cell, int], base: int, most: int
) -> NDArray[np.int16]:
    """Every table, one to a row and one atom to a column, that what is shown allows; no atom has more than `most`."""
    atoms = range(1 + max(max(one) for one in cells.values() if one))
    tables = np.zeros((1, 0), np.int16)
    for atom in atoms:
        known = [min(shown[one] + base - 1, most) for one in shown if atom in cells[one]]
        numbers = np.arange(min(known, default=most) + 1, dtype=np.int16)
        tables = np.hstack(
            [np.repeat(tables, len(numbers), axis=0), np.tile(numbers, len(tables))[:, np.newaxis]]
        )
        tables = _fitting(tables, cells, shown, base)
    return _told_alike(tables, cells, shown)


def _fitting(
    tables: NDArray[np.int16], cells: Mapping[Cell, Atoms], shown: Mapping[Cell, int], base: int
) -> NDArray[np.int16]:
    """The tables that are not too large yet for what is shown, nor too small where all atoms are there."""
    filled = tables.shape[1]
    for cell, figure in shown.items():
        if filled - 1 in cells[cell]:
            total = tables[:, [atom for atom in cells[cell] if atom < filled]].sum(axis=1)
            fits = total < figure + base
            if max(cells[cell]) < filled:
                fits &= total > figure - base
            tables = tables[fits]
    return tables


def _told_alike(
    tables: NDArray[np.int16], cells: Mapping[Cell, Atoms], shown: Mapping[Cell, int]
) -> NDArray[np.int16]:
    """The tables in which no two cells are the same records that are shown as different figures."""
    for one, other in combinations(shown, 2):
        if shown[one] != shown[other]:
            apart = sorted(cells[one] ^ cells[other])
            tables = tables[tables[:, apart].any(axis=1)]
    return tables
