"""The published file as anybody may download it."""

import hashlib
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from dash import Dash
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from dashboard import data
from dashboard.api import releases as api
from dashboard.app import create_app
from dashboard.given_out import AT_ONCE
from dashboard.serving import THREADS
from tests.support.denmark import make_denmark, publish_denmark, revise_denmark
from warehouse.current import CurrentPortal
from warehouse.homes import Home
from warehouse.reading import Portal
from warehouse.releases import current_release

pytestmark = pytest.mark.usefixtures("nobody_downloads")

LIST = "/api/v1/releases"


class Reader(FlaskClient):
    """A browser that reads and closes every answer."""

    def open(self, *words: Any, **more: Any) -> TestResponse:
        return super().open(*words, **{"buffered": True} | more)


@pytest.fixture
def nobody_downloads() -> Iterator[None]:
    """Before a test and after it: each download has given back its place."""
    yield
    assert [api._free.acquire(blocking=False) for _ in range(AT_ONCE)] == [True] * AT_ONCE
    api._free.release(AT_ONCE)


@pytest.fixture
def client(site: Dash) -> FlaskClient:
    """Without a screen."""
    return Reader(site.server, site.server.response_class)


@pytest.fixture(scope="module")
def content(releases: Path) -> bytes:
    return current_release(releases).file.read_bytes()


@pytest.fixture
def address(portal: Portal) -> str:
    return f"{LIST}/portal-{portal.release}.duckdb"


def test_the_list_and_the_certificate_say_what_is_downloaded(
    client: FlaskClient, portal: Portal, address: str, content: bytes
) -> None:
    [one] = client.get(LIST).json["releases"]
    assert (one["release"], one["current"]) == (portal.release, True)
    assert one["file"] == client.get("/api/v1/certificate").json["file"]
    assert one["file"] == {
        "name": f"portal-{portal.release}.duckdb",
        "address": address,
        "bytes": len(content),
        "sha256": hashlib.sha256(content).hexdigest(),
    }
    assert client.get(f"{LIST}?lang=en").status_code == 400


def test_the_bytes_are_those_on_the_disk_and_may_be_kept_for_ever(
    client: FlaskClient, address: str, content: bytes
) -> None:
    answer = client.get(address, headers={"Accept-Encoding": "br, gzip"})
    assert (answer.status_code, answer.data) == (200, content)
    assert "Content-Encoding" not in answer.headers
    assert answer.headers["ETag"] == f'"{hashlib.sha256(content).hexdigest()}"'
    assert answer.headers["Content-Length"] == str(len(content))
    assert {"immutable", "max-age=31536000"} <= set(answer.headers["Cache-Control"].split(", "))
    name = address.rpartition("/")[2]
    assert answer.headers["Content-Disposition"] == f"attachment; filename={name}"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Access-Control-Allow-Origin"] == "*"


def test_it_is_read_as_it_is_sent(client: FlaskClient, address: str, content: bytes) -> None:
    answer = client.get(address, buffered=False)
    first = next(iter(answer.iter_encoded()))
    answer.close()
    assert len(first) < 1_000_000 <= len(content)


def test_who_asks_for_the_head_gets_no_body(client: FlaskClient, address: str, content: bytes) -> None:
    answer = client.head(address)
    assert (answer.status_code, answer.data) == (200, b"")
    assert answer.headers["Content-Length"] == str(len(content))
    assert answer.headers["Accept-Ranges"] == "bytes"


def test_a_part_is_sent_of_the_same_file_only(client: FlaskClient, address: str, content: bytes) -> None:
    tag = client.head(address).headers["ETag"]
    part = client.get(address, headers={"Range": "bytes=1000-1999", "If-Range": tag})
    assert (part.status_code, part.data) == (206, content[1000:2000])
    assert part.headers["Content-Range"] == f"bytes 1000-1999/{len(content)}"
    assert client.get(address, headers={"Range": "bytes=-10"}).data == content[-10:]
    assert client.get(address, headers={"Range": "bytes=0-9", "If-Range": '"other"'}).data == content
    assert client.get(address, headers={"Range": f"bytes={len(content)}-"}).status_code == 416


def test_who_has_it_is_told_so(client: FlaskClient, address: str) -> None:
    tag = client.head(address).headers["ETag"]
    again = client.get(address, headers={"If-None-Match": tag})
    assert (again.status_code, again.data) == (304, b"")
    assert client.get(address, headers={"If-None-Match": '"other"'}).status_code == 200


@pytest.mark.parametrize(
    "name",
    [
        "portal-2020-01-01-00000000.duckdb",
        "portal-.duckdb",
        "portal-*.duckdb",
        "portal-%00.duckdb",
        "portal-../../warehouse.duckdb",
        "portal-..%2f..%2fwarehouse.duckdb",
        "portal-..%5c..%5cwarehouse.duckdb",
        "portal-%252e%252e%252fwarehouse.duckdb",
        "portal-{release}/../../../warehouse.duckdb",
        "../warehouse.duckdb",
        "..%2fwarehouse.duckdb",
        "%2e%2e/warehouse.duckdb",
        "warehouse.duckdb",
        "current.json",
        "{release}",
        "portal-{release}.duckdb.wal",
        "portal-{release}.DUCKDB",
        "portal-{release}.duckdb%20",
        "portal-%20{release}.duckdb",
    ],
)
def test_nothing_else_is_given_out(client: FlaskClient, portal: Portal, name: str) -> None:
    answer = client.get(f"{LIST}/{name.format(release=portal.release)}")
    assert (answer.status_code, answer.mimetype) == (404, "application/problem+json")
    assert len(answer.data) < 300


def test_no_other_method_and_no_parameter(client: FlaskClient, address: str) -> None:
    assert client.post(address).status_code == 405
    assert client.get(f"{address}?file=../warehouse.duckdb").status_code == 400


def test_few_download_at_the_same_time_and_others_when_these_are_done(
    client: FlaskClient, address: str
) -> None:
    assert AT_ONCE < THREADS
    running = [client.get(address, buffered=False) for _ in range(AT_ONCE)]
    refused = client.get(address)
    assert (refused.status_code, refused.mimetype) == (503, "application/problem+json")
    assert client.head(address).status_code == 200
    running.pop().close()
    assert client.get(address).status_code == 200
    for one in running:
        one.close()


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    """A home of its own, and the site of the other tests served again afterwards."""
    monkeypatch.setattr(data, "_serving", [])
    monkeypatch.setattr(CurrentPortal, "LOOK_EVERY", 0.0)
    return make_denmark(tmp_path / "home")


@pytest.mark.slow
def test_earlier_releases_are_given_out_for_as_long_as_they_are_there_and_the_same(home: Home) -> None:
    before = publish_denmark(home)
    server = create_app(home.releases).server
    client = Reader(server, server.response_class)
    after = revise_denmark(home)
    listed = {one["release"]: one["file"]["address"] for one in client.get(LIST).json["releases"]}
    assert list(listed) == [after.release, before.release]
    assert client.get(listed[before.release]).data == before.file.read_bytes()
    assert client.get(listed[after.release]).data == after.file.read_bytes()
    tag = client.get(LIST).headers["ETag"]
    stranger = home.releases / "portal-2024-01-01-abcdef12.duckdb"
    shutil.copy(after.file, stranger)
    assert client.get(f"{LIST}/{stranger.name}").status_code == 404
    shutil.copy(home.path / "warehouse.duckdb", before.file)
    assert client.get(listed[before.release]).status_code == 404
    before.file.unlink()
    assert client.get(listed[before.release]).status_code == 404
    again = client.get(LIST, headers={"If-None-Match": tag})
    assert [one["release"] for one in again.json["releases"]] == [after.release]
