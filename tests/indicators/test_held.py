"""A second release whose gate withdraws something shows the first one's figures there, and says so."""

from collections.abc import Callable, Mapping
from pathlib import Path

import numpy as np
import pytest

from indicators.disclosure import drafted
from indicators.disclosure.attack import Evidence
from indicators.disclosure.attack.exposure import may_be_small
from indicators.disclosure.attack.sample import Checked
from indicators.disclosure.memory import ToldOf
from indicators.publish import publish
from tests.support.person_oracle_drawing import draw
from tests.support.person_oracle_loading import PROTECTED, country_of
from tests.support.small_homes import SECOND_HALF, SmallHome, load_protected
from warehouse.homes import open_home
from warehouse.reading import Cell, Portal

pytestmark = pytest.mark.slow  # counts, attacks and publishes twice

FIGURE = "benefit_entries amount"
Cells = Mapping[tuple[str, str], Cell]


def published(home: SmallHome) -> tuple[Portal, Cells]:
    """The release, and its monthly entries of everybody."""
    home.compute()
    portal = Portal(publish(open_home(home.path), lambda _: None)[0].file)
    periods = portal.periods["benefit_entries", "month"]
    cells = portal.cells("benefit_entries", periods[0], periods[-1])
    return portal, {(cell.area, cell.period): cell for cell in cells}


def load_more(home: SmallHome) -> None:
    """Twenty people more come on a benefit, one of them in the first half of the year."""
    people = range(101, 121)
    starts = ["2024-03-15", *(f"2024-08-{day:02}" for day in range(1, 20))]
    states = [f"{one} | 2020-01-01 | A | {1960 + one % 40}" for one in people]
    spells = [f"{one} | first | {start} | | 100" for one, start in zip(people, starts, strict=True)]
    home.load(
        country_of(draw(), PROTECTED),
        SECOND_HALF,
        person_states="\n".join(["person | valid_from | area | birth_year", *states]),
        benefit_spells="\n".join(["person | scheme | start_on | last_day | degree", *spells]),
    )


def small_month(one: Evidence, area: str) -> tuple[int, ...]:
    """A month of an area of which few may have come on a benefit."""
    grid = one.bounds.grid
    small = may_be_small(one.bounds) & (grid.days < 32)[:, None, None]
    small &= (np.arange(len(grid.areas)) == grid.area_at[area])[None, None, :]
    return tuple(np.argwhere(small)[0].tolist())


def told_together(patch: pytest.MonkeyPatch) -> None:
    """Let a release together with the one before tell too much of a month in A, and no more once it is withdrawn."""
    turns, true = iter([True]), drafted.recall

    def recall(release, found, *rest):
        told = dict(true(release, found, *rest))
        if next(turns, False):
            cells = np.zeros(found[FIGURE].bounds.grid.shape, bool)
            cells[small_month(found[FIGURE], "A")] = True
            told[FIGURE] = ToldOf(cells, 1)
        return told

    patch.setattr(drafted, "recall", recall)


def told_alone(patch: pytest.MonkeyPatch) -> None:
    """Let integer programming find two values left of a month in A, and nothing after that."""
    left = iter([2])

    def check(_, found):
        [one] = [one for one in found if one.name == FIGURE]
        return [Checked(FIGURE, small_month(one, "A"), 9, next(left, 9))]

    patch.setattr(drafted, "check_sample", check)


@pytest.mark.parametrize(("tells", "held"), [(told_together, True), (told_alone, False)])
def test_what_two_releases_tell_together_is_shown_as_in_the_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tells: Callable[[pytest.MonkeyPatch], None], held: bool
) -> None:
    """What the second tells alone is a gap: its own figure may be the earlier one."""
    home = SmallHome(tmp_path)
    load_protected(home, "synthetic")
    _, before = published(home)
    load_more(home)
    tells(monkeypatch)
    portal, now = published(home)
    [split] = portal.withdrawn_splits
    assert (split.area, split.months) == ("A", 1)
    months = {key for key in now if key[0] == "A"}
    assert months - before.keys()
    for key in months:
        earlier = before.get(key)
        if held and earlier and earlier.status != "withdrawn":
            assert now[key] == earlier._replace(flags=tuple(sorted((*earlier.flags, "held"))))
        else:
            assert (now[key].value, now[key].flags) == (None, ())
    assert {flag for key in now.keys() - months for flag in now[key].flags} == {"rounded"}
