"""Borders as the map needs them: checked, thinned to what it draws, and rings turned the way it expects."""

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from warehouse.areas import Country
from warehouse.errors import UserError

DECIMALS = 4
"""Decimals of a degree that are kept: about ten metres."""

Ring = list[tuple[float, float]]


class WrongBorders(Exception):
    """What keeps a collection of features from being drawn."""


def read_boundaries(country: Country, own: Path, given: Path | None = None) -> dict[str, str]:
    """GeoJSON by area level, from `<level>.geojson` in the `given` folder, else in the country's `own`.

    Raises UserError when `given` holds no such file, or when a file is not what it should be.
    """
    if given is not None and not any((given / f"{level}.geojson").is_file() for level in country.levels):
        names = ", ".join(f"{level}.geojson" for level in country.levels)
        raise UserError(f"{given} holds no borders: expected one or more of {names}.")
    found = {}
    for level in country.levels:
        codes = {area.code for area in country.areas.values() if area.level == level}
        for folder in (given, own):
            if folder is not None and (folder / f"{level}.geojson").is_file():
                found[level] = _read_boundary(folder / f"{level}.geojson", codes)
                break
    return found


def _read_boundary(file: Path, codes: Collection[str]) -> str:
    try:
        return drawable(json.loads(file.read_text(encoding="utf-8")), codes)
    except (OSError, UnicodeDecodeError, json.JSONDecodeError):
        raise UserError(f"{file} is not readable JSON.") from None
    except WrongBorders as error:
        raise UserError(f"{file} cannot be used for the map: {error}.") from None


def drawable(collection: Any, codes: Collection[str]) -> str:
    """The features of known areas as compact GeoJSON, each with nothing but its `code`.

    Exterior rings run clockwise and holes the other way: the map's library would otherwise fill the rest of
    the world. Raises WrongBorders for anything but a collection of polygons, or when none is of a known area.
    """
    if not isinstance(collection, dict) or not isinstance(collection.get("features"), list):
        raise WrongBorders("it is no GeoJSON FeatureCollection")
    drawn: dict[str, dict[str, Any]] = {}
    for place, feature in enumerate(collection["features"], start=1):
        code = _code(feature, place)
        if code not in codes:
            continue
        if code in drawn:
            raise WrongBorders(f"feature {place} repeats code {code}")
        try:
            polygons = [rings for polygon in _polygons(feature["geometry"]) if (rings := _rings(polygon))]
        except (KeyError, TypeError, ValueError):
            raise WrongBorders(
                f"feature {place} (code {code}) is no polygon with longitudes and latitudes"
            ) from None
        geometry = {"type": "MultiPolygon", "coordinates": polygons}
        drawn[code] = {"type": "Feature", "properties": {"code": code}, "geometry": geometry}
    if not drawn:
        raise WrongBorders("none of its features has the code of an area of this level")
    features = [drawn[code] for code in sorted(drawn)]
    return json.dumps({"type": "FeatureCollection", "features": features}, separators=(",", ":"))


def _code(feature: Any, place: int) -> str:
    properties = feature.get("properties") if isinstance(feature, dict) else None
    code = properties.get("code") if isinstance(properties, dict) else None
    if not isinstance(code, str):
        raise WrongBorders(f"feature {place} has no property 'code' that is a text")
    return code


def _polygons(geometry: Mapping[str, Any]) -> Sequence[Any]:
    coordinates: list[Any] = geometry["coordinates"]
    if geometry["type"] == "Polygon":
        return [coordinates]
    if geometry["type"] == "MultiPolygon":
        return coordinates
    raise ValueError(geometry["type"])


def _rings(polygon: Sequence[Any]) -> list[Ring]:
    """The polygon's rings, the exterior first; nothing when too little of it is left to be drawn."""
    exterior, *holes = (list(_thinned(ring)) for ring in polygon)
    if len(exterior) < 4:
        return []
    return [_turned(exterior, clockwise=True)] + [
        _turned(hole, clockwise=False) for hole in holes if len(hole) >= 4
    ]


def _thinned(ring: Sequence[Any]) -> Iterator[tuple[float, float]]:
    """The ring's points, rounded; those that rounding makes equal to the one before are left out."""
    last = None
    for longitude, latitude, *_ in ring:
        point = (round(float(longitude), DECIMALS), round(float(latitude), DECIMALS))
        if not (-180 <= point[0] <= 180 and -90 <= point[1] <= 90):
            raise ValueError(point)
        if point != last:
            yield point
        last = point


def _turned(ring: Ring, clockwise: bool) -> Ring:
    doubled = sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1], strict=True))
    return ring if (doubled < 0) == clockwise else ring[::-1]
