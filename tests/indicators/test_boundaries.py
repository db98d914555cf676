import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.boundaries import WrongBorders, drawable, read_boundaries
from tests.support.worlds import PROFILE
from warehouse.areas import Area, Country
from warehouse.errors import UserError

SQUARE = [[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]]  # counter-clockwise
HOLE = [[0.2, 0.2], [0.4, 0.2], [0.4, 0.4], [0.2, 0.4], [0.2, 0.2]]


def feature(code: Any, *rings: Any, kind: str = "Polygon") -> dict[str, Any]:
    geometry = {"type": kind, "coordinates": list(rings)}
    return {"type": "Feature", "properties": {"code": code, "name": "left out"}, "geometry": geometry}


def collection(*features: Any) -> dict[str, Any]:
    return {"type": "FeatureCollection", "features": list(features)}


def drawn(*features: Any, codes: tuple[str, ...] = ("A", "B")) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(drawable(collection(*features), codes))
    return {one["properties"]["code"]: one["geometry"]["coordinates"] for one in read["features"]}


def turns_clockwise(ring: list[list[float]]) -> bool:
    return sum((x2 - x1) * (y2 + y1) for (x1, y1), (x2, y2) in pairwise(ring)) > 0


def test_exteriors_run_clockwise_and_holes_the_other_way():
    [[exterior, hole]] = drawn(feature("A", SQUARE, HOLE))["A"]
    assert exterior == SQUARE[::-1]
    assert turns_clockwise(exterior)
    assert hole == HOLE


@given(st.permutations([SQUARE, SQUARE[::-1]]), st.integers(1, 3))
def test_whichever_way_a_ring_came_it_leaves_clockwise(rings, islands):
    polygons = drawn(feature("A", *([rings[0]] for _ in range(islands)), kind="MultiPolygon"))["A"]
    assert [turns_clockwise(polygon[0]) for polygon in polygons] == [True] * islands


def test_points_are_rounded_and_what_is_too_small_to_draw_is_dropped():
    speck = [[5, 5], [5.00001, 5], [5.00001, 5.00001], [5, 5]]
    fine = [[0.123456, 0], [1, 0], [1.00001, 0], [1, 1], [0.123456, 0]]
    polygons = drawn(feature("A", [fine], [speck], kind="MultiPolygon"))["A"]
    assert polygons == [[[[0.1235, 0.0], [1.0, 1.0], [1.0, 0.0], [0.1235, 0.0]]]]


def test_only_known_areas_stay_in_the_order_of_their_codes_and_without_other_facts():
    text = drawable(
        collection(feature("B", SQUARE), feature("X", "nonsense"), feature("A", SQUARE)), ("A", "B")
    )
    assert [one["properties"] for one in json.loads(text)["features"]] == [{"code": "A"}, {"code": "B"}]
    assert " " not in text


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ([], "no GeoJSON"),
        ({"type": "Topology"}, "no GeoJSON"),
        (collection(feature("X", SQUARE)), "none of its features"),
        (collection(feature(101, SQUARE)), "feature 1 has no property 'code'"),
        (collection("nonsense"), "feature 1 has no property 'code'"),
        (collection(feature("A", SQUARE), feature("A", SQUARE)), "feature 2 repeats code A"),
        (collection(feature("A", [[0, 0], [0, 91], [1, 1], [0, 0]])), "longitudes and latitudes"),
        (collection(feature("A", [[0, 0], ["x", 1], [1, 1], [0, 0]])), "longitudes and latitudes"),
        (collection(feature("A", SQUARE, kind="LineString")), "is no polygon"),
        (collection({"properties": {"code": "A"}}), "is no polygon"),
    ],
)
def test_a_wrong_file_is_refused_with_its_place(wrong, message):
    with pytest.raises(WrongBorders, match=message):
        drawable(wrong, ("A",))


@pytest.fixture
def country() -> Country:
    one = Area("A", "municipality", "A", "A", (), "", "", None, None, None, None, None, None, "")
    return Country(PROFILE, {"A": one}, (), ())


def write(folder: Path, name: str, content: Any) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(json.dumps(content), encoding="utf-8")
    return folder


def test_a_given_folder_goes_before_the_countrys_own(tmp_path, country):
    own = write(tmp_path / "own", "municipality.geojson", collection(feature("A", SQUARE)))
    given = write(tmp_path / "given", "municipality.geojson", collection(feature("A", SQUARE, HOLE)))
    assert read_boundaries(country, tmp_path / "none") == {}
    assert list(read_boundaries(country, own)) == ["municipality"]
    assert read_boundaries(country, own, given) != read_boundaries(country, own)


def test_a_given_folder_without_a_level_is_a_mistake(tmp_path, country):
    given = write(tmp_path / "given", "towns.geojson", collection(feature("A", SQUARE)))
    with pytest.raises(UserError, match=r"expected one or more of country\.geojson, region\.geojson"):
        read_boundaries(country, tmp_path, given)


def test_a_file_that_is_not_json_is_one_clear_message(tmp_path, country):
    (tmp_path / "municipality.geojson").write_bytes(b"\xff\xfe")
    with pytest.raises(UserError, match=r"municipality\.geojson is not readable JSON"):
        read_boundaries(country, tmp_path)
    write(tmp_path, "municipality.geojson", collection(feature("X", SQUARE)))
    with pytest.raises(UserError, match=r"municipality\.geojson cannot be used for the map: none"):
        read_boundaries(country, tmp_path)
