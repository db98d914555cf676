"""A hidden figure is nowhere a number: not in the file, not in the API, not in a download, not on a page."""

import csv
import html
import io
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from openpyxl import load_workbook

from dashboard.app import create_app
from tests.repository.tree import ROOT
from tests.support.homes import COUNTRIES, MINIATURES, published
from tests.support.independent import Cell, Key, World, cells_of, last_day
from tests.support.independent_files import Country
from tests.support.released import read_release

pytestmark = pytest.mark.slow  # each home takes some fifteen seconds to build

NUMBERS = ("OBS_VALUE", "NUMERATOR", "DENOMINATOR", "LOWER", "UPPER")
HIDDEN = "Hidden by the data owner"
ON_ONE_PAGE = 8


@pytest.fixture(params=["miniature", "published"])
def norway(request: pytest.FixtureRequest) -> tuple[Path, Path]:
    """The deliveries of Norway and the home built from them."""
    if request.param == "miniature":
        return MINIATURES / "no", request.getfixturevalue("norwegian_home")
    return published("nav_norway"), request.getfixturevalue("official_norwegian_home")


@pytest.fixture
def expected(norway: tuple[Path, Path]) -> Mapping[Key, Cell]:
    """What should be published and hidden, computed without the project's SQL."""
    return cells_of(World(COUNTRIES / "no", norway[0]), ROOT / "indicators" / "definitions")


@pytest.fixture
def client(norway: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> FlaskClient:
    """A browser without a screen; the release that other tests look at is put back afterwards."""
    monkeypatch.setattr("dashboard.data._serving", [])
    return create_app(norway[1] / "releases").server.test_client()


def hidden_in(expected: Mapping[Key, Cell]) -> set[Key]:
    hidden = {key for key, cell in expected.items() if cell.status == "suppressed"}
    assert hidden
    return hidden


def test_in_the_file(norway: tuple[Path, Path], expected: Mapping[Key, Cell]) -> None:
    rows = {row.key: row for row in read_release(norway[1])}
    for key in hidden_in(expected):
        assert (rows[key].status, set(rows[key].numbers)) == ("suppressed", {None}), key


def test_in_the_api_as_json(client: FlaskClient, expected: Mapping[Key, Cell]) -> None:
    for indicator in indicators_of(expected):
        answer = client.get(f"/api/v1/indicators/{indicator}/data?format=json")
        assert_told(answer.get_json()["observations"], indicator, expected)


def test_in_the_api_as_csv(client: FlaskClient, expected: Mapping[Key, Cell]) -> None:
    for indicator in indicators_of(expected):
        answer = client.get(f"/api/v1/indicators/{indicator}/data?format=csv")
        assert_told(csv.DictReader(io.StringIO(answer.get_data(as_text=True))), indicator, expected)


def test_in_the_workbook(client: FlaskClient, expected: Mapping[Key, Cell]) -> None:
    for indicator in indicators_of(expected):
        answer = client.get(f"/api/v1/indicators/{indicator}/data?format=xlsx")
        told = [row for sheet in load_workbook(io.BytesIO(answer.data)) for row in records_in(sheet)]
        assert_told(told, indicator, expected)


def test_in_the_table_of_the_page(client: FlaskClient, expected: Mapping[Key, Cell]) -> None:
    for indicator, month, areas in views(expected):
        rows = parts_of(page(client, indicator, month, areas, "table"), "tr")
        for area in areas:
            assert rows[area], (indicator, area, month)
            for row in rows[area]:
                [figure, *_] = re.findall(r"<td\b.*?</td>", row, re.DOTALL)
                assert HIDDEN in text_of(figure), (indicator, area, month)
                assert not re.search(r"\d", text_of(row)), (indicator, area, month)


@pytest.mark.parametrize("view", ["map", "ranking"])
def test_among_all_municipalities(client: FlaskClient, expected: Mapping[Key, Cell], view: str) -> None:
    hidden, base = defaultdict(set), municipalities()
    for indicator, month, areas in views(expected):
        hidden[indicator, month].update(area for area in areas if area in base)
    for (indicator, month), areas in hidden.items():
        items = parts_of(page(client, indicator, month, ["NO"], view), "li")
        assert items.keys() - areas
        if view == "map":
            assert areas <= items.keys()
        for area in areas:
            for item in items[area]:
                assert HIDDEN in text_of(item), (indicator, area, month)
                assert not re.search(r"\d", text_of(item)), (indicator, area, month)


def test_in_the_development(client: FlaskClient, expected: Mapping[Key, Cell]) -> None:
    months = sorted({month for _, _, month in expected})
    for indicator, month, areas in views(expected):
        shown = page(client, indicator, month, areas, "development")
        lines = json.loads(html.unescape(re.findall(r'data-figure="([^"]*)"', shown)[0]))["data"]
        assert [line["meta"]["slot"] for line in lines] == list(range(len(areas)))
        for area, line in zip(areas, lines, strict=True):
            known = [expected.get((indicator, area, each), Cell("not_available")).value for each in months]
            assert line["y"] == [None if value is None else float(value) for value in known], (
                indicator,
                area,
            )


def views(expected: Mapping[Key, Cell]) -> Iterator[tuple[str, str, list[str]]]:
    """Indicator, month and as many areas with hidden figures as fit on a page; only areas that stood in the month."""
    places = Country(COUNTRIES / "no").places
    chosen = defaultdict(list)
    for indicator, area, month in sorted(hidden_in(expected)):
        if places[area].since <= last_day(month) <= places[area].until:
            chosen[indicator, month].append(area)
    for (indicator, month), areas in chosen.items():
        for first in range(0, len(areas), ON_ONE_PAGE):
            yield indicator, month, areas[first : first + ON_ONE_PAGE]


def page(client: FlaskClient, indicator: str, month: str, areas: list[str], view: str) -> str:
    """The document of Compare."""
    query = f"indicator={indicator}&period={month}&areas={','.join(areas)}&view={view}"
    return client.get(f"/en/compare?{query}").get_data(as_text=True)


def parts_of(document: str, tag: str) -> dict[str, list[str]]:
    """The elements of a kind that lead to an area's profile, by area."""
    found = defaultdict(list)
    for part in re.findall(rf"<{tag}\b.*?</{tag}>", document, re.DOTALL):
        for area in re.findall(r'href="/en/area/([^"]+)"', part):
            found[area].append(part)
    return found


def text_of(part: str) -> str:
    """What is to be read in an element, and what appears when one points at it."""
    return " ".join([*re.findall(r'title="([^"]*)"', part), re.sub(r"<[^>]*>", "", part)])


def assert_told(
    observations: Iterable[Mapping[str, Any]], indicator: str, expected: Mapping[Key, Cell]
) -> None:
    """Every observation has the status and figure that it should have; a hidden one has no number at all."""
    statuses = {}
    for told in observations:
        key = (indicator, told["REF_AREA"], told["TIME_PERIOD"])
        cell = expected.get(key, Cell("not_available"))
        statuses[key] = told["OBS_STATUS"]
        assert told["OBS_STATUS"] == cell.status, key
        if cell.value is None:
            assert {told[name] for name in NUMBERS} <= {None, ""}, key
        else:
            assert float(told["OBS_VALUE"]) == float(cell.value), key
    hidden = {key for key in hidden_in(expected) if key[0] == indicator}
    assert {key for key, status in statuses.items() if status == "suppressed"} == hidden


def indicators_of(expected: Mapping[Key, Cell]) -> list[str]:
    return sorted({indicator for indicator, _, _ in expected})


def municipalities() -> set[str]:
    return {code for code, place in Country(COUNTRIES / "no").places.items() if place.level == "municipality"}


def records_in(sheet: Any) -> list[dict[str, Any]]:
    """The rows below the heading of a sheet of observations; none of another sheet."""
    rows = list(sheet.iter_rows(values_only=True))
    for place, heading in enumerate(rows):
        if "OBS_VALUE" in heading:
            return [dict(zip(heading, row, strict=True)) for row in rows[place + 1 :]]
    return []
