"""The cells of a figure as arrays: as they were kept, and as they are with what has changed."""

from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from indicators.counting import CountingError
from indicators.counting.cube import Array
from indicators.renewal.named import Named
from indicators.renewal.slots import Places, Slots
from indicators.renewal.statements import read, run
from warehouse.connection import Connection, rows_at_hand


@dataclass(frozen=True)
class Held:
    """Every cell of a figure, if it is there: what adds up, and its value in ten-thousandths if it is known."""

    slots: Slots
    there: Array
    amount: Array
    contributors: Array
    cell_key: Array
    value: Array
    known: Array

    def rows(self, places: Places) -> dict[str, Array]:
        """The cells in these places, as columns."""
        cells = {"amount": self.amount, "contributors": self.contributors, "cell_key": self.cell_key}
        cells |= {"value": self.value, "known": self.known}
        return {**self.slots.named(places), **{name: one[places] for name, one in cells.items()}}

    def changed(self, other: "Held") -> Array:
        """Which cells are not the same in the other."""
        same = (self.there == other.there) & (self.amount == other.amount) & (self.value == other.value)
        same &= (self.contributors == other.contributors) & (self.cell_key == other.cell_key)
        found: Array = ~(same & (self.known == other.known))
        return found


def read_kept(connection: Connection, figure: str, named: Named) -> Held:
    """The cells of a figure as they were counted the last time."""
    rows = read(connection, "kept_cell", figure=figure)
    at = named.find(rows)
    there = named.slots.none("?")
    there.reshape(-1)[at] = True
    kinds = {"amount": "i8", "contributors": "i8", "cell_key": "u8", "value": "i8", "known": "?"}
    cells: dict[str, Any] = {name: named.slots.none(kind) for name, kind in kinds.items()}
    for name, one in cells.items():
        one.reshape(-1)[at] = rows[name]
    return Held(named.slots, there, **cells)


def added(kept: Held, stands: Array, change: dict[str, Array]) -> Held:
    """The cells with what has changed, but for their values.

    Raises CountingError when that does not fit what was kept.
    """
    if (stands & ~kept.there).any():
        raise CountingError("a cell was not kept")
    amount, contributors = kept.amount + change["amount"], kept.contributors + change["contributors"]
    if (contributors < 0).any():
        raise CountingError("fewer than nobody are counted")
    there = stands | (contributors > 0) | (amount != 0)
    return replace(
        kept,
        there=there,
        amount=amount,
        contributors=contributors,
        cell_key=kept.cell_key + change["cell_key"],
    )


def valued(connection: Connection, held: Held) -> Held:
    """The same, with the values of `counted_cell` where it has one."""
    rows = read(connection, "counted_value")
    value = np.where(held.there, held.value, 0)
    value[held.slots.find(rows)] = rows["value"]
    return replace(held, value=value, known=held.there)


def at_hand(connection: Connection, held: Held, places: Places) -> None:
    """Make `counted_cell` of the cells in these places."""
    with rows_at_hand(connection, "held", held.rows(places)):
        run(connection, "held_cell")
