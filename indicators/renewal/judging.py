"""Which cells of a figure must be withheld, told from its arrays: the same rule, for all cells at once."""

from collections.abc import Mapping, Sequence

import numpy as np

from indicators.counting.cube import Array, Columns
from indicators.disclosure.few import too_few
from indicators.disclosure.protection import Judge, parts_above, round_cells, shares_in
from indicators.disclosure.splitting import Above, carried_down
from indicators.renewal.held import Held, at_hand
from indicators.renewal.named import Named
from indicators.renewal.slots import Slots
from indicators.renewal.statements import read
from warehouse.connection import Connection
from warehouse.profile import Protection

ONE = 10_000
"""Values are held in ten-thousandths."""


class Judging:
    """Judges the cells of figures; needs what counting and protection prepared."""

    def __init__(self, connection: Connection, protection: Protection, key: bytes, named: Named) -> None:
        self.connection = connection
        self.protection = protection
        self.key = key
        self.named = named
        self.slots = named.slots
        self.parts = parts_above(connection)
        self.areas = list(_areas_above(connection, named.slots))

    def compare(
        self,
        kept: Held,
        held: Held,
        changed: Array,
        windows: Array,
        *,
        least_behind: int = 0,
        shares: Columns | None = None,
    ) -> tuple[Array, Array]:
        """Of each cell, whether it must be withheld now, and whether it is shown otherwise than it was.

        `changed` are the cells that are not as they were; `windows` those that the figure is counted for. Behind each
        that is shown, and not 0, must be `least_behind`, of which none may be too large a part (`shares`). What these
        were is not kept, so that with them all cells count as shown otherwise.
        """
        redrawn = changed & ((held.value != kept.value) | (held.cell_key != kept.cell_key))
        drawn = held.there & (redrawn | self._unclear(held))
        now, before = self._rounded(held, drawn), self._rounded(kept, kept.there & redrawn)
        enough = self.protection.split_from
        below = np.where(drawn, now < enough, held.value < enough * ONE)
        small, was_small = held.there & below, kept.there & np.where(redrawn, before < enough, below)
        few, were_few = (self._too_few(one, windows, least_behind, shares) for one in (held, kept))
        withheld = few | self._carried_down(small | few, windows)
        otherwise = (redrawn & (now != before)) | (held.there != kept.there)
        if (small != was_small).any() or (few != were_few).any():
            otherwise |= held.there & (
                withheld != (were_few | self._carried_down(was_small | were_few, windows))
            )
        return withheld, otherwise | (held.there & bool(least_behind))

    def judge(self, withheld: Array) -> Judge:
        """Tells of single cells what is known of all."""

        def told(cells: Mapping[str, Array]) -> Array:
            window = self.slots.window(cells["window_months"], cells["month"])
            judged: Array = withheld[cells["part"], self.named.places[cells["area"]], window]
            return judged

        return told

    def _carried_down(self, small: Array, windows: Array) -> Array:
        found = self.slots.none("?")
        these = self.slots.windows[windows]
        found[:, :, windows] = carried_down(small[:, :, windows], self.parts, self.areas, these)
        return found

    def _too_few(self, held: Held, windows: Array, least: int, shares: Columns | None) -> Array:
        found = self.slots.none("?")
        if least:
            behind, these = held.contributors[:, :, windows], self.slots.windows[windows]
            known = None
            if shares is not None:
                places = np.searchsorted(self.slots.place_ids, shares["place_id"])
                most = self.protection.largest_employer
                known = shares_in(behind.shape, these, shares, places, most)
            found[:, :, windows] = too_few(behind, least, self.areas, these, known)
        return found

    def _unclear(self, held: Held) -> Array:
        """Which cells may be published as too small to be split or not, as it is drawn."""
        base, enough = self.protection.base * ONE, self.protection.split_from * ONE
        found: Array = (held.value > enough - base) & (held.value < enough + -enough % base)
        return found

    def _rounded(self, held: Held, where: Array) -> Array:
        """What these cells are published as."""
        at_hand(self.connection, held, np.nonzero(where))
        round_cells(self.connection, self.protection, self.key)
        rows = read(self.connection, "rounded")
        rounded = self.slots.none("i8")
        rounded[self.slots.find(rows)] = rows["value"]
        return rounded


def _areas_above(connection: Connection, slots: Slots) -> Sequence[Above]:
    rows = read(connection, "place_above")
    one, above = (np.searchsorted(slots.place_ids, rows[name]) for name in ("place_id", "above_id"))
    columns = (one, above, rows["first_month"], rows["last_month"], rows["level"], rows["closing"])
    return [
        Above(int(one), int(above), int(first), int(last), int(level), bool(closing))
        for one, above, first, last, level, closing in zip(*columns, strict=True)
    ]
