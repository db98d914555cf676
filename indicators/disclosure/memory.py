"""What an attacker who kept all releases knows when the next one comes.

Supposed is that they know wherever no record came late since, or one did, that it was so. Which cells these are follows
from what was counted then and now. That is known in the house alone, and so is what comes of it; but a supposition that
is right everywhere contradicts nothing, so that whatever is found is what somebody may truly know.

All that was known of the cells of a release is kept in the warehouse, and so one step leads on from it. It leads back
as well: a new release may tell of the one before what that did not tell itself.
"""

import os
from collections.abc import Collection, Iterable, Iterator, Mapping, Set
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from io import BytesIO
from typing import NamedTuple

import numpy as np
from isal.isal_zlib import compress, decompress

from indicators.disclosure.attack import Evidence, Release
from indicators.disclosure.attack.bounds import CLOSE, Bounds, common
from indicators.disclosure.attack.exposure import may_be_small
from indicators.disclosure.attack.figure_laws import FigureLaws
from indicators.disclosure.attack.grid import Array, Grid
from indicators.disclosure.attack.releases import narrow_together, since
from indicators.disclosure.attack.ways import reached
from indicators.disclosure.counted import truly_small
from warehouse.connection import Connection, transaction

NARROW = 2
"""So few values are too few."""

AT_ONCE = 2
"""So many groups of figures are looked at at once, each with what was known of it before."""

FAST = 1
"""How hard it is pressed: harder takes seconds a figure."""


class Known(NamedTuple):
    """What is known of a figure, and what was counted of it (NaN where it was not)."""

    bounds: Bounds
    counted: Array


class ToldOf(NamedTuple):
    """Cells that have two values at most in the release before, and had more until this one came.

    `cells` are those of the later release that may have been small then; `small` is how many truly were.
    """

    cells: Array
    small: int


class Before(NamedTuple):
    """The release before. `alike` tells that it was rounded with the same key: equal records had equal figures.

    `older` is the release whose figures it held, if it held any: what is shown anew is held against these as well.
    """

    release: str
    alike: bool
    older: "Before | None" = None


def recall(
    release: Release, found: Mapping[str, Evidence], counted: Mapping[str, Array], before: Before
) -> Mapping[str, ToldOf]:
    """Narrow what an attack found in a release, of which was `counted` so many, by what was known before it came.

    The attack has read what areas are made of. Figures that are bound to each other are looked at together, and some
    such groups at once, so that what was known of all of them need not be at hand. Returns of each figure what this
    release tells of the one before.
    """
    groups = list(_bound_together(found.keys(), release.bound))
    packed = _kept(release.connection, before.release, found.keys())

    def recalled(names: Iterable[str]) -> Mapping[str, ToldOf]:
        now = {name: Known(found[name].bounds, counted[name]) for name in names}
        return _recall(release, {name: found[name] for name in names}, now, packed, before.alike)

    told: dict[str, ToldOf] = {}
    with ThreadPoolExecutor(AT_ONCE) as threads:
        for one in threads.map(recalled, groups):
            told |= one
    return _with_more(told, recall(release, found, counted, before.older)) if before.older else told


def _with_more(told: Mapping[str, ToldOf], more: Mapping[str, ToldOf]) -> Mapping[str, ToldOf]:
    """What a release tells of the one before, and of an older one."""
    return {**told, **more} | {
        name: ToldOf(told[name].cells | more[name].cells, told[name].small + more[name].small)
        for name in told.keys() & more.keys()
    }


def _bound_together(names: Set[str], bound: Iterable[Set[str]]) -> Iterator[list[str]]:
    """The figures named, in groups that are bound to each other; the largest first, so that no long one comes last."""
    pairs = [pair for pair in bound if pair <= names]
    groups = {frozenset(reached({name}, pairs)) for name in names}
    yield from sorted((sorted(group) for group in groups), key=lambda group: (-len(group), group))


def _recall(
    release: Release,
    found: Mapping[str, Evidence],
    now: Mapping[str, Known],
    packed: Mapping[str, bytes],
    alike: bool,
) -> Mapping[str, ToldOf]:
    """The same for figures that are bound to each other; `packed` is what was known before."""
    kept = {name: _unpacked(packed[name]) for name in found if name in packed}
    right = {name: at_most_one_late(one, now[name], alike) for name, one in kept.items()}
    was = {name: one.bounds.values() for name, one in kept.items()}
    then = {name: replace(found[name], bounds=one.bounds) for name, one in kept.items()}

    def against(name: str, earlier: Bounds, later: Bounds) -> None:
        since(earlier, later, right[name], alike)

    laws = [{name: _settled(release, one) for name, one in its.items()} for its in (then, found)]
    orders = [[pair for pair in release.orders if its.keys() >= set(pair)] for its in laws]
    narrow_together(laws, orders, against)
    return {name: _told_of(one, was[name], found[name].bounds) for name, one in kept.items()}


def _settled(release: Release, one: Evidence) -> FigureLaws:
    """The laws of a figure that is narrowed by them already."""
    laws = FigureLaws(release.places, release.bases, one)
    laws.look_again(one.bounds.low, one.bounds.high)
    return laws


def _told_of(then: Known, was: Array, now: Bounds) -> ToldOf:
    values = then.bounds.values()
    narrow = (values > 0) & (values <= NARROW) & (values < was)
    found = np.zeros(now.grid.shape, bool)
    found[common(now, then.bounds)] = (narrow & may_be_small(then.bounds))[common(then.bounds, now)]
    return ToldOf(found, int((narrow & truly_small(then.counted, then.bounds.days)).sum()))


def remember(
    connection: Connection,
    found: Iterable[Evidence],
    counted: Mapping[str, Array],
    before: Before | None,
    held: bool = False,
) -> None:
    """Keep what is known now for the release to come, which has no name yet; of earlier ones only the one `before`.

    Where figures are `held`, also what was known when the release had come that they may be of.
    """
    kept = [before.release] if before else []
    if before and before.older and held:
        kept.append(before.older.release)
    connection.execute("delete from mart.known where not list_contains($kept, release)", {"kept": kept})
    known = {one.name: Known(one.bounds, counted[one.name]) for one in found}
    with ThreadPoolExecutor(os.cpu_count()) as threads, transaction(connection):
        for name, content in zip(known, threads.map(_packed, known.values()), strict=True):
            connection.execute("insert into mart.known values ('', ?, ?)", [name, content])


def remembered(connection: Connection, release: str) -> Iterator[tuple[str, Known]]:
    """Every figure by name, with what was known of it when a release had come."""
    rows = connection.execute(
        "select figure, content from mart.known where release = $release order by figure",
        {"release": release},
    ).fetchall()
    for figure, content in rows:
        yield figure, _unpacked(content)


def names_remembered(connection: Connection) -> list[str]:
    """The releases of which it is kept what was known, by name: the oldest first."""
    rows = connection.execute("select distinct release from mart.known where release <> '' order by all")
    return [str(name) for (name,) in rows.fetchall()]


def forget_draft(connection: Connection) -> None:
    """Forget what was kept of a draft that never became a release."""
    connection.execute("delete from mart.known where release = ''")


def name_memory(connection: Connection, release: str, before: Before | None) -> None:
    """Give what was remembered the name of its release.

    Where nothing was attacked, because the same cells were before, what was known before it came is known still.
    """
    fresh = connection.execute("select 1 from mart.known where release = '' limit 1").fetchone()
    source = "" if fresh or not before else before.release
    if source != release:
        names = {"release": release, "source": source}
        connection.execute("delete from mart.known where release = $release", {"release": release})
        connection.execute(
            "insert into mart.known select $release, figure, content from mart.known where release = $source",
            names,
        )
    forget_draft(connection)


def at_most_one_late(then: Known, now: Known, alike: bool) -> Array:
    """Of the cells of both, whether no record or one came late: by what was counted.

    As many as before, but another figure, were other records if figures were rounded `alike`.
    """
    at_then, at_now = common(then.bounds, now.bounds), common(now.bounds, then.bounds)
    more = now.counted[at_now] - then.counted[at_then]
    found: Array = (more > -CLOSE) & (more < 1 + CLOSE)
    if alike and not now.bounds.days:
        others = np.abs(now.bounds.shown[at_now] - then.bounds.shown[at_then]) > 0
        found &= ~(others & (more < CLOSE))
    return found


def _kept(connection: Connection, release: str, figures: Collection[str]) -> Mapping[str, bytes]:
    """What was known of some figures when a release had come, read at once; without those that it did not tell of."""
    rows = connection.execute(
        "select figure, content from mart.known where release = $release and list_contains($figures, figure)",
        {"release": release, "figures": list(figures)},
    ).fetchall()
    return {figure: bytes(content) for figure, content in rows}


def _packed(known: Known) -> bytes:
    bounds, stream = known.bounds, BytesIO()
    np.savez(
        stream,
        windows=np.array(bounds.grid.windows, "i4"),
        parts=np.array(bounds.grid.parts, "U"),
        areas=np.array(bounds.grid.areas, "U"),
        days=np.array(bounds.days),
        shown=bounds.shown,
        low=bounds.low,
        high=bounds.high,
        counted=known.counted,
    )
    return compress(stream.getbuffer(), FAST)


def _unpacked(content: bytes) -> Known:
    with np.load(BytesIO(decompress(content)), allow_pickle=False) as kept:
        windows = tuple((int(last), int(months)) for last, months in kept["windows"])
        parts = tuple((str(breakdown), str(category)) for breakdown, category in kept["parts"])
        grid = Grid(windows, parts, tuple(str(area) for area in kept["areas"]))
        low = kept["low"]
        bounds = Bounds(grid, bool(kept["days"]), kept["shown"], low, kept["high"], np.zeros(low.shape, bool))
        return Known(bounds, kept["counted"])
