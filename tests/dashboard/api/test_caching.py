"""What clients may keep, and how they ask whether it still holds."""

import gzip
from typing import Any

import pytest
from flask.testing import FlaskClient

from dashboard.api import routes
from dashboard.api.writers import to_json

DATA = "/api/v1/indicators/social_assistance_per_1000/data"
ADDRESSES = [
    "/api/v1/indicators?lang=en",
    "/api/v1/indicators/population?lang=en",
    f"{DATA}?REF_AREA=101&lang=en",
    f"{DATA}?REF_AREA=101&format=csv&lang=en",
    "/api/v1/measures/population.sql",
    "/api/v1/certificate?lang=en",
]


@pytest.mark.parametrize("encoding", ["identity", "gzip", "br"])
@pytest.mark.parametrize("address", ADDRESSES)
def test_who_has_the_answer_is_told_so(client: FlaskClient, address: str, encoding: str) -> None:
    first = client.get(address, headers={"Accept-Encoding": encoding})
    again = client.get(address, headers={"Accept-Encoding": encoding, "If-None-Match": first.headers["ETag"]})
    assert (first.status_code, again.status_code, again.data) == (200, 304, b"")
    assert again.headers["ETag"] == first.headers["ETag"]
    assert "max-age" in again.headers["Cache-Control"]


@pytest.mark.parametrize(("most", "written"), [(routes.MOST_KEPT, 1), (0, 3)])
def test_a_small_answer_is_written_once(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch, most: int, written: int
) -> None:
    times: list[bytes] = []

    def count(*told: Any) -> bytes:
        times.append(to_json(*told))
        return times[-1]

    monkeypatch.setattr(routes, "to_json", count)
    monkeypatch.setattr(routes, "MOST_KEPT", most)
    address = f"{DATA}?REF_AREA=101&lang=en&last={7 + most}"
    bodies = [client.get(address, headers={"Accept-Encoding": "gzip"}).data for _ in range(3)]
    assert {gzip.decompress(body) for body in bodies} == {times[0]}
    assert len(times) == written


def test_different_answers_have_different_tags(client: FlaskClient) -> None:
    asked = [
        (DATA, {}),
        (f"{DATA}?last=1", {}),
        (f"{DATA}?last=1&lang=da", {}),
        (f"{DATA}?last=1&lang=da&format=csv", {}),
        (f"{DATA}?last=1&lang=da", {"Accept": "text/csv"}),
    ]
    tags = [client.get(address, headers=headers).headers["ETag"] for address, headers in asked]
    assert len(set(tags)) == len(tags)


def test_the_order_of_parameters_does_not_matter(client: FlaskClient) -> None:
    one, other = (
        client.get(f"{DATA}?{query}").headers["ETag"] for query in ("last=1&to=2024", "to=2024&last=1")
    )
    assert one == other


def test_caches_are_told_what_an_answer_depends_on(client: FlaskClient) -> None:
    assert client.get(DATA).headers["Vary"] == "Accept, Accept-Language, Accept-Encoding"


@pytest.mark.parametrize("address", [*ADDRESSES, "/api/nope", f"{DATA}?last=0"])
def test_scripts_of_other_sites_may_read(client: FlaskClient, address: str) -> None:
    assert client.get(address).headers["Access-Control-Allow-Origin"] == "*"
    asked = client.options(address, headers={"Access-Control-Request-Method": "GET"})
    assert asked.status_code == 200
    assert asked.headers["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS"


def test_pages_are_not_for_the_scripts_of_other_sites(client: FlaskClient) -> None:
    assert "Access-Control-Allow-Origin" not in client.get("/en/compare").headers
