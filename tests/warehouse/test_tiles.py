"""The tile map of drawn and of random countries; how the real ones fare stands in tests/data."""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from warehouse.tiles import tile_grid

PLACES = st.dictionaries(
    st.text("abcdefgh", min_size=1, max_size=3),
    st.tuples(
        st.integers(-4, 4).map(lambda step: 55 + step / 4), st.integers(-4, 4).map(lambda step: 10 + step / 3)
    ),
    max_size=30,
)


def test_four_corners_keep_their_places() -> None:
    corners = {"nw": (60.0, 10.0), "ne": (60.0, 12.0), "sw": (59.0, 10.0), "se": (59.0, 12.0)}
    assert tile_grid(corners) == {"nw": (0, 0), "ne": (1, 0), "sw": (0, 1), "se": (1, 1)}


@pytest.mark.parametrize(
    ("places", "tiles"),
    [
        ({}, {}),
        ({"a": (55.0, 10.0)}, {"a": (0, 0)}),
        ({"south": (55.0, 10.0), "north": (57.0, 10.0)}, {"north": (0, 0), "south": (0, 1)}),
        ({"east": (55.0, 12.0), "west": (55.0, 10.0)}, {"west": (0, 0), "east": (1, 0)}),
    ],
)
def test_small_countries(places: dict[str, tuple[float, float]], tiles: dict[str, tuple[int, int]]) -> None:
    assert tile_grid(places) == tiles


def test_a_far_island_does_not_stretch_the_map() -> None:
    mainland = {f"{row}{column}": (55 - row / 10, 10 + column / 5) for row in range(4) for column in range(4)}
    tiles = tile_grid(mainland | {"island": (54.85, 40.0)})
    assert max(column for column, _ in tiles.values()) <= 8
    assert tiles["island"][0] == max(column for column, _ in tiles.values())


def test_a_crowd_gets_as_many_tiles_as_it_has_places() -> None:
    crowd = {f"c{number}": (55 + number % 3 / 1000, 12 + number // 3 / 1000) for number in range(9)}
    around = {"n": (56.0, 12.0), "s": (54.0, 12.0), "e": (55.0, 13.7), "w": (55.0, 10.3)}
    tiles = tile_grid(crowd | around)
    inside = [tiles[code] for code in crowd]
    assert all(tiles["n"][1] < row < tiles["s"][1] for _, row in inside)
    assert all(tiles["w"][0] < column < tiles["e"][0] for column, _ in inside)


@settings(max_examples=60, deadline=None)
@given(PLACES)
def test_one_tile_each_inside_a_grid_no_larger_than_it_needs_to_be(
    places: dict[str, tuple[float, float]],
) -> None:
    tiles = tile_grid(places)
    assert tiles.keys() == places.keys()
    assert len(set(tiles.values())) == len(places)
    for axis in (0, 1):
        used = [tile[axis] for tile in tiles.values()]
        assert min(used, default=0) == 0
        assert max(used, default=0) <= 3 * len(places)


@settings(max_examples=30, deadline=None)
@given(PLACES)
def test_the_order_of_the_places_does_not_matter(places: dict[str, tuple[float, float]]) -> None:
    assert tile_grid(dict(reversed(places.items()))) == tile_grid(places)


@settings(max_examples=60, deadline=None)
@given(PLACES)
def test_north_is_up_and_east_is_right(places: dict[str, tuple[float, float]]) -> None:
    tiles = tile_grid(places)
    assume(len(set(places.values())) == len(places))  # of two areas in one spot none is north of the other
    north = sum((places[a][0] - places[b][0]) * (tiles[b][1] - tiles[a][1]) for a in places for b in places)
    east = sum((places[a][1] - places[b][1]) * (tiles[a][0] - tiles[b][0]) for a in places for b in places)
    assert north >= 0
    assert east >= 0
