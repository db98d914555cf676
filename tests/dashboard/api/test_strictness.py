"""What the API refuses, and how it says so."""

import pytest
from flask.testing import FlaskClient

RATE = "/api/v1/indicators/social_assistance_per_1000"


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("/api/v1/indicators?color=red", "Unknown parameter 'color'"),
        ("/api/v1/indicators?q=a&q=b", "'q' is given 2 times"),
        ("/api/v1/indicators?q=a%00b", "cannot be printed"),
        ("/api/v1/indicators?topic=weather", "'topic' must be one of: benefits"),
        ("/api/v1/indicators?limit=0", "'limit' must be a whole number from 1 to"),
        ("/api/v1/indicators?limit=-1", "'limit' must be a whole number"),
        ("/api/v1/indicators?limit=٣", "'limit' must be a whole number"),
        ("/api/v1/indicators?limit=1e3", "'limit' must be a whole number"),
        ("/api/v1/indicators?offset=99999999999999999999", "'offset' must be a whole number"),
        ("/api/v1/indicators?lang=xx", "'lang' must be one of: en, da"),
        (f"{RATE}?limit=1", "Unknown parameter 'limit'"),
        (f"{RATE}/data?REF_AREA=101,9999", "no area with code '9999'"),
        (f"{RATE}/data?REF_AREA=,", "no area with code ''"),
        (f"{RATE}/data?REF_AREA=101%20", "no area with code '101 '"),
        (f"{RATE}/data?ref_area=101", "Unknown parameter 'ref_area'"),
        (f"{RATE}/data?from=2025-Q5", "'from' must be a period"),
        (f"{RATE}/data?to=٢٠٢٥", "'to' must be a period"),
        (f"{RATE}/data?from=2025&to=2024", "'from' is later than 'to'"),
        (f"{RATE}/data?last=0", "'last' must be a whole number from 1"),
        (f"{RATE}/data?format=pdf", "'format' must be one of: json, csv, xlsx"),
        (f"{RATE}/data?PERIOD_KIND=month", "'PERIOD_KIND' must be one of: quarter"),
        (f"{RATE}/data?labels=name", "'labels' must be one of: id, both"),
        (f"{RATE}/data?breakdown=sex", "'breakdown' must be one of: all"),
        (f"{RATE}/data?category=female", "'category' needs a 'breakdown'"),
    ],
)
def test_a_faulty_question_is_refused_with_the_reason(client: FlaskClient, address: str, reason: str) -> None:
    answer = client.get(address)
    assert (answer.status_code, answer.mimetype) == (400, "application/problem+json")
    assert answer.json["status"] == 400
    assert answer.json["title"] == "Bad Request"
    assert reason in answer.json["detail"]


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("/api", "nothing at"),
        ("/api/", "nothing at"),
        ("/api/v2/indicators", "nothing at"),
        ("/api/v1/indicators/nope", "no indicator 'nope'"),
        ("/api/v1/indicators/nope/data", "no indicator 'nope'"),
        ("/api/v1/indicators/nope/data/more", "nothing at"),
        ("/api/v1/measures/nope.sql", "no measure 'nope'"),
        ("/api/v1/measures/population", "nothing at"),
    ],
)
def test_what_is_not_there_is_a_problem_and_no_page(client: FlaskClient, address: str, reason: str) -> None:
    answer = client.get(address)
    assert (answer.status_code, answer.mimetype) == (404, "application/problem+json")
    assert reason in answer.json["detail"]


def test_what_is_said_back_is_short_and_printable(client: FlaskClient) -> None:
    answer = client.get("/api/v1/indicators/" + "x\x1b[31m" * 50)
    assert len(answer.json["detail"]) < 80
    assert answer.json["detail"].isprintable()


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
@pytest.mark.parametrize("address", ["/api/v1/indicators", f"{RATE}/data", "/api/v1/nope"])
def test_the_api_only_reads(client: FlaskClient, method: str, address: str) -> None:
    answer = client.open(address, method=method)
    assert (answer.status_code, answer.mimetype) == (405, "application/problem+json")
    assert answer.headers["Allow"] == "GET, HEAD, OPTIONS"


def test_only_what_is_served_by_no_format_is_not_acceptable(client: FlaskClient) -> None:
    answer = client.get(f"{RATE}/data", headers={"Accept": "application/xml, text/html;q=0.9"})
    assert (answer.status_code, answer.mimetype) == (406, "application/problem+json")


def test_addresses_may_end_with_a_slash(client: FlaskClient) -> None:
    for address in ("/api/v1/indicators/", f"{RATE}/", f"{RATE}/data/"):
        assert client.get(address).status_code == 200
