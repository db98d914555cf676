"""The figures of groups of people, asked for over HTTP."""

import csv
import gzip
import io
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from flask.testing import FlaskClient

from dashboard.api import routes
from dashboard.app import create_app
from dashboard.data import serve_from
from tests.support.split_denmark import recipients
from warehouse.homes import Home
from warehouse.reading import Portal

COUNT, SHARE = "/api/v1/indicators/recipients", "/api/v1/indicators/activation_degree"
ROUNDED = "Figures are rounded to protect people, so they do not add up exactly."


@pytest.fixture(scope="module")
def client(split_denmark: Home, releases: Path) -> Iterator[FlaskClient]:
    """A browser before the site of the split release."""
    with create_app(split_denmark.releases).server.test_client() as client:
        yield client
    serve_from(releases)


def observations(client: FlaskClient, address: str) -> list[dict[str, object]]:
    answer = client.get(address)
    assert answer.status_code == 200, answer.text
    found: list[dict[str, object]] = answer.json["observations"]
    return found


def test_without_a_breakdown_everyone_is_given(client: FlaskClient) -> None:
    found = observations(client, f"{COUNT}/data?REF_AREA=101&last=1")
    assert [(one["PERIOD_KIND"], one["BREAKDOWN"], one["CATEGORY"]) for one in found] == [
        ("month", "all", "all"),
        ("quarter", "all", "all"),
        ("rolling_year", "all", "all"),
    ]


def test_a_breakdown_gives_all_its_categories_in_reading_order(
    client: FlaskClient, split_portal: Portal
) -> None:
    found = observations(client, f"{COUNT}/data?REF_AREA=101&PERIOD_KIND=month&last=1&breakdown=sex")
    inhabitants = split_portal.country.areas["101"].population or 0
    assert [(one["CATEGORY"], one["OBS_VALUE"]) for one in found] == [
        ("female", recipients(inhabitants, 0.5, 2025)),
        ("male", recipients(inhabitants, 0.48, 2025)),
        ("not_stated", recipients(inhabitants, 0.02, 2025)),
    ]
    assert found[0]["OBS_FLAGS"] == ["provisional", "rounded"]


def test_categories_come_in_the_order_asked_for_and_once(client: FlaskClient) -> None:
    query = "REF_AREA=101&PERIOD_KIND=month&last=1&breakdown=sex&category=male,female,male"
    assert [one["CATEGORY"] for one in observations(client, f"{COUNT}/data?{query}")] == ["male", "female"]


def test_a_pair_is_given_in_the_kinds_of_periods_that_have_it(client: FlaskClient) -> None:
    query = "REF_AREA=101&last=1&breakdown=sex.age&category=female.25-29"
    found = observations(client, f"{COUNT}/data?{query}")
    assert [one["PERIOD_KIND"] for one in found] == ["quarter", "rolling_year"]


def test_every_cell_of_a_group_is_served(client: FlaskClient, split_portal: Portal) -> None:
    found = observations(client, f"{COUNT}/data?PERIOD_KIND=quarter&breakdown=sex.age&category=male.16-24")
    first, *_, last = split_portal.periods["recipients", "quarter"]
    cells = split_portal.cells("recipients", first, last, category=("sex.age", "male.16-24"))
    assert [(one["TIME_PERIOD"], one["REF_AREA"], one["OBS_STATUS"]) for one in found] == [
        (cell.period, cell.area, cell.status) for cell in cells
    ]
    assert {one["OBS_STATUS"] for one in found} == {"value", "withdrawn"}


@pytest.mark.parametrize(
    ("query", "reason"),
    [
        ("breakdown=colour", "'breakdown' must be one of: all, sex, sex.age"),
        ("breakdown=origin", "'breakdown' must be one of: all, sex, sex.age"),
        ("PERIOD_KIND=month&breakdown=sex.age", "'breakdown' must be one of: all, sex."),
        (
            "breakdown=sex&category=blue",
            "Breakdown 'sex' has no category 'blue'. It has: female, male, not_stated.",
        ),
        ("breakdown=sex&category=female,", "has no category ''"),
        ("category=female", "'category' needs a 'breakdown'"),
        ("breakdown=all&category=female", "'category' needs a 'breakdown'"),
        ("breakdown=sex&breakdown=age", "'breakdown' is given 2 times"),
    ],
)
def test_a_faulty_selection_is_refused_with_the_reason(client: FlaskClient, query: str, reason: str) -> None:
    answer = client.get(f"{COUNT}/data?{query}")
    assert (answer.status_code, answer.mimetype) == (400, "application/problem+json")
    assert reason in answer.json["detail"]


def test_flags_and_statuses_are_explained(client: FlaskClient) -> None:
    notes = client.get(f"{SHARE}/data?REF_AREA=825,DK&PERIOD_KIND=month&last=1&breakdown=sex&lang=en").json[
        "notes"
    ]
    assert ROUNDED in notes
    told = {note.partition(":")[0] for note in notes}
    assert {"too_few", "rounded", "provisional"} <= told


def test_a_wide_figure_says_so(client: FlaskClient) -> None:
    found = observations(client, f"{SHARE}/data?PERIOD_KIND=month&last=1&breakdown=sex&category=female")
    wide = [one for one in found if "wide" in one["OBS_FLAGS"]]
    assert wide
    assert all(50 <= one["DENOMINATOR"] < 100 for one in wide)


@pytest.mark.parametrize("encoding", ["identity", "gzip", "br"])
def test_a_csv_is_whole_however_it_is_sent(client: FlaskClient, encoding: str) -> None:
    query = "PERIOD_KIND=quarter&breakdown=sex.age&format=csv&labels=both&lang=en"
    answer = client.get(f"{COUNT}/data?{query}", headers={"Accept-Encoding": encoding})
    packed = answer.headers.get("Content-Encoding")
    assert packed == ("gzip" if encoding == "gzip" else None)
    text = gzip.decompress(answer.data) if packed else answer.data
    rows = list(csv.DictReader(io.StringIO(text.decode())))
    assert len(rows) == 21 * 5 * 104
    assert rows[0]["CATEGORY_NAME"] == "Women, 16–24 years"
    assert {row["DATA_KIND"] for row in rows} == {"synthetic"}


def test_a_workbook_says_that_its_figures_are_invented_and_rounded(client: FlaskClient) -> None:
    answer = client.get(f"{COUNT}/data?REF_AREA=101&breakdown=sex&format=xlsx&lang=en")
    assert "recipients-101-synthetic-" in answer.headers["Content-Disposition"]
    data, notes = openpyxl.load_workbook(io.BytesIO(answer.data))
    told = [text for _, text in notes.iter_rows(values_only=True)]
    assert ROUNDED in told
    assert any("invented" in text for text in told)
    assert [cell.value for cell in data["Q"]][:2] == ["DATA_KIND", "synthetic"]


def test_too_much_at_once_is_refused_before_it_is_made(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(routes.MOST_OBSERVATIONS, "json", 1000)
    answer = client.get(f"{COUNT}/data?breakdown=sex&PERIOD_KIND=month")
    assert (answer.status_code, answer.mimetype) == (413, "application/problem+json")
    assert f"about {3 * 14 * 104} observations; json gives 1000 at most" in answer.json["detail"]
    assert client.get(f"{COUNT}/data?breakdown=sex&PERIOD_KIND=month&REF_AREA=101").status_code == 200


def test_a_definition_lists_breakdowns_and_categories(client: FlaskClient) -> None:
    dimensions = client.get(f"{COUNT}?lang=da").json["dimensions"]
    everyone, sex, pair = next(one for one in dimensions if one["id"] == "BREAKDOWN")["codes"]
    assert (everyone["code"], everyone["categories"]) == ("all", [{"code": "all", "title": "Alle"}])
    assert (sex["title"], sex["period_kinds"]) == ("Køn", ["month", "quarter", "rolling_year"])
    assert sex["categories"][0] == {"code": "female", "title": "Kvinder"}
    assert (pair["code"], pair["period_kinds"], len(pair["categories"])) == (
        *("sex.age", ["quarter", "rolling_year"]),
        21,
    )
