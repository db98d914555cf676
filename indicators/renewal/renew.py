"""Renewing what was computed: figure by figure, as the indicators need them."""

from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import numpy as np

from indicators.catalogue import Indicator
from indicators.counting import Figure, Wanted, plan
from indicators.counting.count import figure_months, prepare_figure
from indicators.counting.cube import Array, Grid
from indicators.counting.ground import prepare_slots
from indicators.counting.rollup import counts, full_time, read_grids
from indicators.counting.statements import run as count
from indicators.disclosure import prepare as prepare_protection
from indicators.figures import Figures
from indicators.renewal.cells import Renewed, name_slots, renew_cells
from indicators.renewal.durations import Durations
from indicators.renewal.held import Held, added, at_hand, read_kept, valued
from indicators.renewal.judging import ONE, Judging
from indicators.renewal.named import read_named
from indicators.renewal.slots import Places, Slots, read_slots
from indicators.renewal.statements import run
from indicators.renewal.worlds import BEFORE, NOW, Told, find_in, less, rests_on, worlds
from warehouse.connection import Connection, rows_at_hand


def renew(figures: Figures, indicators: Sequence[Indicator]) -> None:
    """Renew the cells of these indicators, and what was counted for them; needs `calendar`.

    Raises CountingError when what has changed does not fit what was kept.
    """
    plans, wanted = plan(indicators, figures.measures)
    counted = {figure: one for figure, one in wanted.items() if figure.is_counted}
    if not counted:
        return
    figures.progress("Counting changed persons …")
    told = _changes(figures, counted)
    # Durations take half of the time, and share no figure with any other indicator.
    of_durations = [any(figure.is_duration for figure in plans[one.id]) for one in indicators]
    sides = [
        [one for one, is_one in zip(indicators, of_durations, strict=True) if is_one == side]
        for side in (True, False)
    ]
    with ThreadPoolExecutor(len(sides)) as threads:
        list(threads.map(lambda these: _renew(figures, these, plans, wanted=counted, told=told), sides))


def _renew(
    figures: Figures,
    indicators: Sequence[Indicator],
    plans: Mapping[str, Sequence[Figure]],
    *,
    wanted: Mapping[Figure, Wanted],
    told: Mapping[Figure, Told],
) -> None:
    """Renew the cells of some indicators, through a connection of its own: others may be renewed meanwhile."""
    with figures.beside() as own:
        prepare_slots(own.connection, own.country, own.months)
        prepare_protection(own.connection, own.country, own.months.stop - 1)
        renewal = _Renewal(own, wanted, told)
        touched = {figure for figure, one in told.items() if figure.is_duration or one.says_anything}
        last_use = {figure: indicator for indicator in indicators for figure in plans[indicator.id]}
        known: dict[Figure, Renewed] = {}
        for indicator in indicators:
            parts = plans[indicator.id]
            if touched.isdisjoint(parts):
                continue
            own.progress(f"Renewing {indicator.id} …")
            for figure in parts:
                if figure.is_counted and figure not in known:
                    known[figure] = renewal.figure(figure)
            these = {figure: known[figure] for figure in parts if figure in known}
            renew_cells(own, renewal.judging, indicator, parts, these)
            for figure in these:
                if last_use[figure] is indicator:
                    del known[figure]


def _changes(figures: Figures, wanted: Mapping[Figure, Wanted]) -> dict[Figure, Told]:
    """What has changed of each figure that rests on what is told otherwise; durations may grow by themselves."""
    with worlds(figures.connection) as tables, ThreadPoolExecutor(2) as threads:
        asked = {
            figure: one
            for figure, one in wanted.items()
            if figure.is_duration or tables & rests_on(figure, figures.measures)
        }
        before, now = threads.map(lambda world: find_in(world, figures, asked), (BEFORE, NOW))
    return {figure: less(now[figure], before[figure]) for figure in asked}


class _Renewal:
    """Renews figures, one after the other."""

    def __init__(
        self, figures: Figures, wanted: Mapping[Figure, Wanted], told: Mapping[Figure, Told]
    ) -> None:
        self.figures = figures
        self.connection: Connection = figures.connection
        self.wanted = wanted
        self.told = told
        self.slots: Slots = read_slots(figures.connection, figures.months)
        self.named = read_named(figures.connection, self.slots, figures.months)
        self.judging = Judging(figures.connection, figures.country.protection, figures.key, self.named)
        self.durations = Durations(figures.connection, wanted)

    def figure(self, figure: Figure) -> Renewed:
        """Renew what is kept of a figure in `mart.counted`."""
        prepare_figure(self.connection, figure, self.wanted[figure], self.figures.months)
        grids = read_grids(self.connection)
        stands, windows = self._stands(grids)
        kept = read_kept(self.connection, figure.name, self.named)
        if figure.is_duration:
            held = self.durations.renewed(figure, self.told[figure], kept, grids=grids, stands=stands)
            changed = held.changed(kept)
            self._keep(figure, held, changed)
            withheld, otherwise = self.judging.compare(_persons(kept), _persons(held), changed, windows)
            return Renewed(held, withheld, changed | otherwise)
        held, changed = self._counted(figure, kept, grids, stands)
        self._keep(figure, held, changed)
        least = self.figures.least_behind(figure)
        shares = self.figures.shares(figure) if least else None
        judged = self.judging.compare(kept, held, changed, windows, least_behind=least, shares=shares)
        return Renewed(held, *judged)

    def _counted(
        self, figure: Figure, kept: Held, grids: Sequence[Grid], stands: Array
    ) -> tuple[Held, Array]:
        """The cells of a figure that adds up over persons, and which of them have changed."""
        if figure not in self.told:
            return kept, self.slots.none("?")
        told = self.told[figure]
        months = figure_months(figure, self.figures.months)
        if told.monthly is None:
            found, name = counts(told.changes, grids), "figure/counted_cell"
        else:
            found, name = full_time(told.changes, told.monthly, grids, months), "amounts/full_time_cell"
        kinds = {"amount": "i8", "contributors": "i8", "cell_key": "u8"}
        change = {value: self.slots.none(kind) for value, kind in kinds.items()}
        for grid, cells in found:
            for value, into in change.items():
                self.slots.spread(cells[value], grid, into)
        held = added(kept, stands, change)
        changed = held.changed(kept)
        self._count_cells(held, np.nonzero(held.there & changed), name)
        return valued(self.connection, held), changed

    def _count_cells(self, held: Held, places: Places, name: str) -> None:
        """Make `counted_cell` of the cells in these places, by the statement that tells their values."""
        with rows_at_hand(self.connection, "added_up", held.rows(places)):
            count(self.connection, name)

    def _keep(self, figure: Figure, held: Held, changed: Array) -> None:
        """Keep in `mart.counted` what has changed: of `counted_cell`, or of a duration."""
        if not changed.any():
            return
        name_slots(self.connection, self.slots, changed)
        run(self.connection, "drop_counted", figure=figure.name)
        if figure.is_duration:
            at_hand(self.connection, held, np.nonzero(changed & held.there))
        count(self.connection, "figure/keep_counted", figure=figure.name)

    def _stands(self, grids: Sequence[Grid]) -> tuple[Array, Array]:
        """Which cells there are though nobody is counted in them, and the numbers of the figure's windows."""
        stands, windows = self.slots.none("?"), []
        for grid in grids:
            shape = (len(grid.part_ids), *grid.stands.shape)
            self.slots.spread(np.broadcast_to(grid.stands, shape), grid, stands)
            windows.append(self.slots.window(np.full(len(grid.months), grid.window_months), grid.months))
        return stands, np.concatenate(windows) if windows else np.zeros(0, "i8")


def _persons(held: Held) -> Held:
    """The persons behind durations, which decide what is withheld."""
    return replace(held, value=held.contributors * ONE, known=held.there)
