"""Releases one late record apart: what they tell together is withdrawn, and what is known by then is remembered."""

from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import replace

import numpy as np
import pytest

from indicators.disclosure.attack import Evidence, Release, attack, attack_releases
from indicators.disclosure.attack.bounds import unknown
from indicators.disclosure.attack.grid import Grid
from indicators.disclosure.counted import counted_of, truly_small
from indicators.disclosure.gate import guard
from indicators.disclosure.memory import (
    Before,
    Known,
    at_most_one_late,
    forget_draft,
    name_memory,
    names_remembered,
    recall,
    remember,
)
from indicators.disclosure.repair import Split, withdraw
from tests.support.attacked import (
    ENTRIES,
    RECIPIENTS,
    Told,
    exposed,
    outside,
    truth_in,
)
from tests.support.invented_events import FIRST, happened
from tests.support.late_records import MEANS, before_they_came, draft, late, memory_of
from warehouse.connection import Connection

FIGURE = "benefit_entries amount"
NAN = np.nan


def remembered(
    told: Told, name: str, kept: Sequence[tuple] = (), before: Before | None = None, **spoilt
) -> list[tuple]:
    """What is remembered of a release that was attacked, together with what is known already."""
    with draft(told, kept, **spoilt) as connection:
        [found], counted = known_of(connection, before)
        remember(connection, [found], counted, before)
        name_memory(connection, name, before)
        return memory_of(connection)


def known_of(connection: Connection, before: Before | None) -> tuple[list[Evidence], dict[str, np.ndarray]]:
    """What is known of the figures of a draft, and what was counted of them."""
    release = Release(connection)
    found = {one.name: one for one in attack(release)}
    counted = {name: counted_of(release, one) for name, one in found.items()}
    if before:
        recall(release, found, counted, before)
    return list(found.values()), counted


def width(one: Evidence) -> float:
    """How wide all that is known of a figure is together."""
    return float((one.bounds.high - one.bounds.low).sum())


def test_what_a_release_told_narrows_what_is_known_of_the_next():
    kept = remembered(Told(ENTRIES, [before_they_came()]), "before")
    with draft(Told(ENTRIES, [before_they_came() + late(1)]), kept) as connection:
        [alone] = attack(Release(connection))
        [found], _ = known_of(connection, Before("before", alike=True))
        assert outside(truth_in(connection), [found]) == []
        assert width(found) < width(alone)


@pytest.mark.parametrize("indicator", [ENTRIES, RECIPIENTS], ids=["events", "persons"])
@pytest.mark.parametrize("seed", range(4))
def test_the_truth_is_never_outside_whatever_comes_late_or_goes(indicator, seed):
    """Some records of the release before are gone, and others come late: one in some cells, many in others."""
    chance = np.random.default_rng(seed)
    before = happened(seed, MEANS)
    more = happened(seed + 100, {area: chance.choice([0, 0.1, 2]) for area in MEANS} | {"A": 1})
    gone = chance.random(len(before.key)) < 0.01
    kept = remembered(Told(indicator, [before]), "before")
    with draft(Told(indicator, [before.where(~gone) + more]), kept) as connection:
        found, _ = known_of(connection, Before("before", alike=True))
        assert outside(truth_in(connection), found) == []
        assert exposed(found).clashing == 0


def test_two_roundings_of_the_same_records_tell_more_than_one():
    """Another key was used: then other figures do not tell of other records."""
    told, anew = Told(ENTRIES, [happened(6, MEANS)]), "update counted_cell set cell_key = hash(cell_key)"
    kept = remembered(told, "before")
    with draft(told, kept, counted=anew) as connection:
        [alone] = attack(Release(connection))
        [found], _ = known_of(connection, Before("before", alike=False))
        assert outside(truth_in(connection), [found]) == []
        assert width(found) < width(alone)


def test_what_was_known_two_releases_ago_is_known_still():
    """A second record comes, and then nothing: the third release by itself adds nothing to what the first two told."""
    first = remembered(Told(ENTRIES, [before_they_came()]), "r0")
    told = Told(ENTRIES, [before_they_came() + late(1)])
    second = remembered(told, "r1", first, Before("r0", alike=True))
    with draft(told, second) as connection:
        [known], _ = known_of(connection, Before("r1", alike=True))
    with draft(told, remembered(told, "r1")) as connection:
        [forgotten], _ = known_of(connection, Before("r1", alike=True))
    assert width(known) < width(forgotten)


def test_what_is_shown_again_is_held_against_the_release_whose_figures_stood_there():
    """One record of E came late with the second release, which held the first one's figures of E."""
    then, since_then = (Told(ENTRIES, [before_they_came() + late(number)]) for number in (0, 1))
    first, before = remembered(then, "r0"), Before("r0", alike=True)
    with draft(since_then, first) as connection:
        withdraw(Release(connection), [Split(FIGURE, "E", "all", 12, 2)], held=True)
        [found], counted = known_of(connection, before)
        remember(connection, [found], counted, before)
        name_memory(connection, "r1", before)
        kept = memory_of(connection)
    widths = []
    for older in (None, before):
        with draft(since_then, kept) as connection:
            [found], _ = known_of(connection, Before("r1", alike=True, older=older))
            assert outside(truth_in(connection), [found]) == []
            widths.append(width(found))
    assert widths[1] < widths[0]


@pytest.mark.parametrize(("held", "kept"), [(True, ["", "r0", "r1"]), (False, ["", "r1"])])
def test_the_release_whose_figures_are_held_is_remembered_for_as_long_as_they_are(held, kept):
    memory = [(name, FIGURE, b"") for name in ("r0", "r1", "r2")]
    with draft(Told(ENTRIES, [before_they_came()]), memory) as connection:
        before = Before("r1", alike=True, older=Before("r0", alike=True))
        found, counted = known_of(connection, None)
        remember(connection, found, counted, before, held)
        assert [name for name, *_ in memory_of(connection)] == kept
        assert names_remembered(connection) == kept[1:]


def test_a_cell_counts_where_no_record_came_late_or_one_did():
    def known(counted: Sequence[float], shown: Sequence[float], days: bool = False) -> Known:
        grid = Grid(((FIRST, 1),), (("all", "all"),), tuple("ABCDEFG"))
        bounds = replace(unknown(grid, days), shown=np.array(shown, float).reshape(grid.shape))
        return Known(bounds, np.array(counted, float).reshape(grid.shape))

    then = known([3, 3, 3, 3, 3, NAN, 3], [5, 5, 5, 5, 0, 5, NAN])
    now = known([3, 4, 5, 2, 3, 3, 3], [5, 0, 5, 5, 5, 5, 5])
    #              same, one more, two more, one fewer, as many but others, not counted then, not shown then
    assert at_most_one_late(then, now, alike=True).ravel().tolist() == [
        True,
        True,
        False,
        False,
        False,
        False,
        True,
    ]
    assert at_most_one_late(then, now, alike=False).ravel().tolist() == [
        True,
        True,
        False,
        False,
        True,
        False,
        True,
    ]
    halves = known([3.5] * 7, [5] * 7, days=True)
    more = known([3.5, 4.5, 4.6, 3.4, 3.9, NAN, 3.5], [5, 0, 5, 5, 10, 5, NAN], days=True)
    assert at_most_one_late(halves, more, alike=True).ravel().tolist() == [
        True,
        True,
        False,
        False,
        True,
        False,
        True,
    ]


def test_everything_is_remembered_as_it_was():
    with draft(Told(ENTRIES, [before_they_came()])) as connection:
        [found], counted = known_of(connection, None)
        remember(connection, [found], counted, None)
        name_memory(connection, "r0", None)
        release = Release(connection)
        [other] = list(release.evidence())
        recall(release, {other.name: other}, counted, Before("r0", alike=True))
        assert np.array_equal(other.bounds.low, found.bounds.low)
        assert np.array_equal(other.bounds.high, found.bounds.high)


def test_of_two_releases_at_most_it_is_kept_what_is_known():
    told = Told(ENTRIES, [before_they_came()])
    with draft(told) as connection:
        before = None
        for name in ("r0", "r1", "r2"):
            guard(connection, str, before)
            name_memory(connection, name, before)
            before = Before(name, alike=True)
        assert [release for release, _, _ in memory_of(connection)] == ["r1", "r2"]


def test_the_same_cells_under_another_name_are_known_as_before():
    with draft(Told(ENTRIES, [before_they_came()])) as connection:
        guard(connection, str)
        name_memory(connection, "r0", None)
        [(_, figure, content)] = memory_of(connection)
        name_memory(connection, "r1", Before("r0", alike=True))
        assert memory_of(connection) == [("r0", figure, content), ("r1", figure, content)]
        name_memory(connection, "r1", Before("r1", alike=True))
        assert memory_of(connection) == [("r0", figure, content), ("r1", figure, content)]


def test_a_draft_that_never_became_a_release_is_forgotten():
    """Else the next release, which has the cells of the one before, would be thought to be known as the draft was."""
    before = remembered(Told(ENTRIES, [before_they_came()]), "r0")
    with draft(Told(ENTRIES, [before_they_came() + late(1)]), before) as connection:
        guard(connection, str, Before("r0", alike=True))
        forget_draft(connection)
        name_memory(connection, "r0", Before("r0", alike=True))
        assert memory_of(connection) == before


def test_what_many_releases_tell_together_is_withdrawn():
    """Five records of E come late, one with each release: found out by whoever keeps them all, if nothing is done."""
    told = [Told(ENTRIES, [before_they_came() + late(number)]) for number in range(6)]
    with ExitStack() as drafts:
        unguarded = [Release(drafts.enter_context(draft(one))) for one in told]
        assert narrow_of(unguarded) > 0
    with ExitStack() as drafts:
        guarded, kept, before, withdrawn = [], [], None, 0
        for number, one in enumerate(told):
            connection = drafts.enter_context(draft(one, kept))
            withdrawn += len(guard(connection, str, before).withdrawn)
            name_memory(connection, f"r{number}", before)
            kept, before = memory_of(connection), Before(f"r{number}", alike=True)
            guarded.append(Release(connection))
        assert withdrawn > 0
        assert narrow_of(guarded) == 0


def narrow_of(releases: Sequence[Release]) -> int:
    """How many numbers that truly are small are left one or two values by several releases together."""
    found = zip(releases, attack_releases(releases), strict=True)
    return sum(
        int((truly_small(counted_of(release, one), days=False) & (one.bounds.values() <= 2)).sum())
        for release, [one] in found
    )
