"""From the delivered files to the release: every figure against a computation that knows nothing of the first."""

from pathlib import Path

import pytest

from tests.repository.tree import ROOT
from tests.support.homes import COUNTRIES, MINIATURES, published
from tests.support.independent import World, cells_of, last_day
from tests.support.released import Released, disagreements, read_release

pytestmark = pytest.mark.slow  # each home takes some fifteen seconds to build

DEFINITIONS = ROOT / "indicators" / "definitions"


def assert_every_cell_agrees(country: str, deliveries: Path, home: Path) -> None:
    world = World(COUNTRIES / country, deliveries)
    expected, released = cells_of(world, DEFINITIONS), read_release(home)
    assert expected
    assert disagreements(expected, released) == []
    assert unlisted(world, released) == []


def unlisted(world: World, released: list[Released]) -> list[tuple[str, str, str]]:
    """Standing areas of which a release says nothing in one of its periods; residual ones need not concern it."""
    keys = {row.key for row in released}
    return [
        (indicator, code, period)
        for indicator, period in {(row.indicator, row.period) for row in released}
        for code, place in world.country.places.items()
        if place.level != "residual" and place.since <= last_day(period) <= place.until
        if (indicator, code, period) not in keys
    ]


def test_the_danish_miniature(danish_home: Path) -> None:
    assert_every_cell_agrees("dk", MINIATURES / "dk", danish_home)


def test_the_norwegian_miniature(norwegian_home: Path) -> None:
    assert_every_cell_agrees("no", MINIATURES / "no", norwegian_home)


def test_an_invented_delivery_of_all_denmark(whole_denmark: Path, whole_danish_home: Path) -> None:
    assert_every_cell_agrees("dk", whole_denmark, whole_danish_home)


def test_every_way_to_a_figure_is_among_the_invented_ones(
    whole_danish_home: Path, norwegian_home: Path
) -> None:
    cells = [*read_release(whole_danish_home), *read_release(norwegian_home)]
    ways = {(row.status, row.flags) for row in cells}
    assert {("value", ""), ("value", "summed"), ("value", "predecessors")} <= ways
    assert {("suppressed", ""), ("not_available", ""), ("not_applicable", "")} <= ways


def test_what_statistics_denmark_published(official_danish_home: Path) -> None:
    assert_every_cell_agrees("dk", published("dst_denmark"), official_danish_home)


def test_what_nav_published(official_norwegian_home: Path) -> None:
    assert_every_cell_agrees("no", published("nav_norway"), official_norwegian_home)
