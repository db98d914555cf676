"""The figures of an indicator, asked for over HTTP, against figures worked out by hand and against the release.

Copenhagen (101) has 673 391 inhabitants, so 673391 // 200 + 11 = 3 377 recipients in 2025 Q4, the twelfth quarter:
5.01 per 1,000.
"""

import csv
import io
import json
from decimal import Decimal

import openpyxl
import pytest
from flask.testing import FlaskClient

from dashboard.api.observations import COLUMNS
from tests.support.denmark import HIDDEN, QUARTERS
from warehouse.periods import parse_period
from warehouse.reading import Portal

RATE = "social_assistance_per_1000"
DATA = f"/api/v1/indicators/{RATE}/data"


def observations(client: FlaskClient, query: str) -> list[dict[str, object]]:
    answer = client.get(f"{DATA}?{query}")
    assert answer.status_code == 200, answer.text
    found: list[dict[str, object]] = json.loads(answer.text, parse_float=Decimal)["observations"]
    return found


def periods(client: FlaskClient, query: str) -> list[object]:
    return [one["TIME_PERIOD"] for one in observations(client, f"REF_AREA=101&{query}")]


def test_a_figure_stands_as_worked_out_by_hand(client: FlaskClient) -> None:
    assert observations(client, "REF_AREA=101&last=1") == [
        {
            "INDICATOR": RATE,
            "FREQ": "Q",
            "PERIOD_KIND": "quarter",
            "BREAKDOWN": "all",
            "CATEGORY": "all",
            "REF_AREA": "101",
            "TIME_PERIOD": "2025-Q4",
            "OBS_VALUE": Decimal("5.01"),
            "NUMERATOR": 3377,
            "DENOMINATOR": 673391,
            "LOWER": Decimal("4.85"),
            "UPPER": Decimal("5.19"),
            "OBS_STATUS": "value",
            "OBS_FLAGS": [],
            "DATA_KIND": "synthetic",
        }
    ]


@pytest.mark.parametrize("area", HIDDEN)
def test_a_hidden_figure_is_null_and_says_why(client: FlaskClient, area: str) -> None:
    [found] = observations(client, f"REF_AREA={area}&last=1")
    assert found["OBS_STATUS"] == "suppressed"
    numbers = ("OBS_VALUE", "NUMERATOR", "DENOMINATOR", "LOWER", "UPPER")
    assert [found[column] for column in numbers] == [None] * 5


def test_an_area_without_figures_is_there_all_the_same(client: FlaskClient) -> None:
    [found] = observations(client, "REF_AREA=RAR-FYN&last=1")
    assert (found["OBS_VALUE"], found["OBS_STATUS"]) == (None, "not_available")


def test_every_cell_of_the_release_is_served_exactly(client: FlaskClient, portal: Portal) -> None:
    first, last = parse_period(QUARTERS[0]), parse_period(QUARTERS[-1])
    served = {
        (one["TIME_PERIOD"], one["REF_AREA"]): (one["OBS_VALUE"], one["OBS_STATUS"])
        for one in observations(client, "")
    }
    assert served == {
        (cell.period, cell.area): (cell.value, cell.status) for cell in portal.cells(RATE, first, last)
    }


def test_areas_come_in_the_order_asked_for_and_once(client: FlaskClient) -> None:
    found = observations(client, "REF_AREA=751,DK,101,751&last=1")
    assert [one["REF_AREA"] for one in found] == ["751", "DK", "101"]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("from=2025-Q3", ["2025-Q3", "2025-Q4"]),
        ("to=2023-Q2", ["2023-Q1", "2023-Q2"]),
        ("from=2024&to=2024", ["2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4"]),
        ("from=2025-06", ["2025-Q3", "2025-Q4"]),
        ("to=2023-08", ["2023-Q1", "2023-Q2"]),
        ("last=2", ["2025-Q3", "2025-Q4"]),
        ("last=2&to=2024", ["2024-Q3", "2024-Q4"]),
        ("from=2024-Q4&to=&last=", ["2024-Q4", "2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4"]),
        ("from=2030", []),
        ("PERIOD_KIND=quarter&last=1", ["2025-Q4"]),
    ],
)
def test_bounds_are_included_and_a_year_means_all_of_it(
    client: FlaskClient, query: str, expected: list[str]
) -> None:
    assert periods(client, query) == expected


def test_an_answer_says_where_it_comes_from(client: FlaskClient, portal: Portal) -> None:
    found = client.get(f"{DATA}?REF_AREA=825&last=1&lang=en").json
    assert found["columns"] == list(COLUMNS)
    assert (found["indicator"], found["release"], found["as_of"]) == (RATE, portal.release, "2025-12-31")
    assert found["synthetic"] is True
    assert found["licence"] == "CC BY 4.0"
    assert {source["id"] for source in found["sources"]} == {"dst_auk01", "dst_folk1am"}
    assert "2024-Q1: An invented break." in found["notes"]
    assert any(note.startswith("suppressed: ") for note in found["notes"])
    assert not any(note.startswith("not_available: ") for note in found["notes"])


def test_notes_are_in_the_language_asked_for(client: FlaskClient) -> None:
    asked = client.get(f"{DATA}?last=1&lang=da").json
    preferred = client.get(f"{DATA}?last=1", headers={"Accept-Language": "da-DK, en;q=0.5"}).json
    assert asked["notes"] == preferred["notes"]
    assert "2024-Q1: Et opdigtet databrud." in asked["notes"]


@pytest.mark.parametrize(
    ("asked", "named"),
    [
        ("", RATE),
        ("?REF_AREA=825", f"{RATE}-825"),
        ("?REF_AREA=101,825&from=2024-Q2&to=2024-Q4", f"{RATE}-2024-Q2-2024-Q4"),
    ],
)
def test_a_files_name_tells_what_it_holds(client: FlaskClient, asked: str, named: str) -> None:
    answer = client.get(f"{DATA}{asked}", headers={"Accept": "text/csv"})
    assert f'filename="{named}-synthetic-' in answer.headers["Content-Disposition"]


def test_csv_is_plain_and_complete(client: FlaskClient) -> None:
    answer = client.get(f"{DATA}?REF_AREA=101,825&last=1&format=csv")
    assert answer.content_type == "text/csv; charset=utf-8"
    release = client.get("/health").json["release"]
    named = f"{RATE}-2025-Q4-synthetic-{release}.csv"
    assert answer.headers["Content-Disposition"] == f'attachment; filename="{named}"'
    assert answer.headers["Openindsats-Release"] == release
    assert answer.text.split("\r\n") == [
        ",".join(COLUMNS),
        f"{RATE},Q,quarter,all,all,101,2025-Q4,5.01,3377,673391,4.85,5.19,value,,synthetic",
        f"{RATE},Q,quarter,all,all,825,2025-Q4,,,,,,suppressed,,synthetic",
        "",
    ]


def test_names_stand_beside_the_codes_when_asked_for(client: FlaskClient) -> None:
    query = "REF_AREA=101&last=1&format=csv&labels=both"
    names = []
    for lang in ("en", "da"):
        [row] = csv.DictReader(io.StringIO(client.get(f"{DATA}?{query}&lang={lang}").text))
        names.append(row["REF_AREA_NAME"])
    assert names == ["Copenhagen", "København"]


def test_a_workbook_holds_numbers_and_says_what_they_are(client: FlaskClient, portal: Portal) -> None:
    answer = client.get(f"{DATA}?REF_AREA=101,825&last=1&format=xlsx&lang=en")
    data, notes = openpyxl.load_workbook(io.BytesIO(answer.data))
    rows = list(data.iter_rows(values_only=True))
    assert rows[0][5:8] == ("CATEGORY_NAME", "REF_AREA", "REF_AREA_NAME")
    assert rows[1][5:12] == ("Everyone", "101", "Copenhagen", "2025-Q4", 5.01, 3377, 673391)
    assert rows[2][9:] == (None, None, None, None, None, "suppressed", None, "synthetic")
    told = dict(notes.iter_rows(values_only=True))
    assert told["Release"] == portal.release
    assert RATE in told["Indicator"]


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [
        (None, "application/json"),
        ("*/*", "application/json"),
        ("application/json", "application/json"),
        ("application/xml, application/json;q=0.5", "application/json"),
        ("text/csv; header=present", "text/csv"),
        ("text/csv;q=0.1, application/json;q=0.9", "application/json"),
        ("text/html, application/xml;q=0.9, */*;q=0.8", "application/json"),
    ],
)
def test_the_format_follows_the_accept_header(
    client: FlaskClient, accept: str | None, media_type: str
) -> None:
    headers = {"Accept": accept} if accept else {}
    assert client.get(f"{DATA}?last=1", headers=headers).mimetype == media_type


def test_the_format_parameter_wins_over_the_accept_header(client: FlaskClient) -> None:
    answer = client.get(f"{DATA}?last=1&format=csv", headers={"Accept": "application/json"})
    assert answer.mimetype == "text/csv"
