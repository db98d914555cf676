"""A release whose figures moved further than is plausible waits for somebody to look at it."""

from pathlib import Path

import pytest

from indicators.compute import compute
from indicators.plausibility import SHOWN
from indicators.publish import publish
from tests.indicators.test_publish import quiet
from tests.indicators.test_revision import publish_figures, rows
from tests.support.worlds import draw, load
from warehouse.errors import UserError
from warehouse.homes import Home, make_home
from warehouse.releases import Release, current_release

pytestmark = pytest.mark.slow  # each test makes a home and two releases

PLACES = """
    code | level
    XX   | country
    A    | municipality
    B    | municipality
"""
YEAR = [f"2023-{month:02}" for month in range(1, 13)]


def figures(*, small: int = 400, **changed: int) -> str:
    """Twelve months in which 1,000 people live in A and a few in B; what is changed is named like `m03`."""
    lines = ["measure | area | period | value"]
    for month in YEAR:
        value = changed.get(f"m{month[-2:]}", 1000)
        lines += [f"population | A | {month} | {value}", f"population | B | {month} | {small}"]
        lines.append(f"population | XX | {month} | {value + small}")
    for month, value in changed.items():
        if month.startswith("n"):
            lines.append(f"population | A | 2024-{month[-2:]} | {value}")
    return "\n".join(lines)


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return make_home(tmp_path / "home", "xx", "official")


def held_back(home: Home, told: str) -> tuple[str, list[str]]:
    """What is said of figures that are held back, and the name to approve them by."""
    with home.warehouse() as connection:
        load(connection, draw(PLACES, told))
    compute(home, quiet)
    with pytest.raises(UserError) as refused:
        publish(home, quiet)
    first, many, *lines = str(refused.value).split("\n  ")
    assert many.endswith(" moved further than is plausible:")
    return first.split("--approve ")[1], lines


def test_a_settled_figure_that_moved_far_is_held_back_until_it_is_approved(home: Home) -> None:
    before = publish_figures(home, figures())
    release, lines = held_back(home, figures(m03=1201))
    assert lines == ["population, A, month 2023-03: 1000 is now 1201"]
    assert current_release(home.releases).file == before
    with pytest.raises(UserError, match="is not published"):
        publish(home, quiet, None, "another")
    approved, fresh = publish(home, quiet, None, release)
    assert (approved.release, fresh) == (release, True)
    assert dict(rows(approved.file, "meta"))["approved"] == "1"
    assert publish(home, quiet) == (Release(release, approved.file, current=True), False)


def test_what_late_records_explain_is_published(home: Home) -> None:
    publish_figures(home, figures())
    file = publish_figures(home, figures(m03=1200, m12=800))
    assert dict(rows(file, "meta"))["approved"] == "0"


def test_figures_of_few_people_may_move(home: Home) -> None:
    publish_figures(home, figures(small=499))
    assert dict(rows(publish_figures(home, figures(small=300)), "meta"))["approved"] == "0"


@pytest.mark.parametrize(("value", "plausible"), [(2000, True), (2001, False), (500, True), (499, False)])
def test_a_new_figure_may_not_jump(home: Home, value: int, plausible: bool) -> None:
    publish_figures(home, figures())
    if plausible:
        publish_figures(home, figures(n01=value))
    else:
        _, lines = held_back(home, figures(n01=value))
        assert lines == [f"population, A, month 2024-01: 1000 is now {value}"]


def test_a_season_is_no_jump(home: Home) -> None:
    publish_figures(home, figures(m01=3000))
    publish_figures(home, figures(m01=3000, n01=2500))  # as a year before, though the month before had 1,000


def test_only_the_first_are_named(home: Home) -> None:
    publish_figures(home, figures())
    _, lines = held_back(home, figures(**{f"m{month:02}": 3000 for month in range(1, 13)}))
    # the country moved as well
    assert len(lines) == SHOWN + 1
    assert lines[-1] == f"and {24 - SHOWN} more"
