"""Another release is published while people read: nobody is turned away, and no answer mixes the two."""

import threading
import time
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from dashboard import data
from dashboard.app import create_app
from tests.support.denmark import make_denmark, publish_denmark, revise_denmark
from warehouse.current import CurrentPortal
from warehouse.homes import Home

READERS = 4
ADDRESSES = [
    "/en/compare",
    "/da/area/101",
    "/_page?address=/en/compare?view=ranking",
    "/health",
    "/api/v1/indicators/social_assistance_recipients/data?REF_AREA=101&last=1",
]
ONE_FIGURE = ADDRESSES[-1]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    """A home of its own, and the site of the other tests served again afterwards."""
    monkeypatch.setattr(data, "_serving", [])
    monkeypatch.setattr(CurrentPortal, "LOOK_EVERY", 0.01)
    return make_denmark(tmp_path / "home")


def figure(client: FlaskClient) -> tuple[str, float]:
    answer = client.get(ONE_FIGURE).json
    [observation] = answer["observations"]
    return answer["release"], observation["OBS_VALUE"]


@pytest.mark.slow
def test_no_request_fails_while_the_release_changes(home: Home) -> None:
    before = publish_denmark(home).release
    server = create_app(home.releases).server
    failed: list[tuple[str, int]] = []
    figures: set[tuple[str, float]] = set()
    stop = threading.Event()

    def read() -> None:
        client = server.test_client()
        while not stop.is_set():
            for address in ADDRESSES:
                answer = client.get(address)
                if answer.status_code != 200:
                    failed.append((address, answer.status_code))
            figures.add(figure(client))
            time.sleep(0.05)  # or the readers keep the publisher from its work

    readers = [threading.Thread(target=read) for _ in range(READERS)]
    for reader in readers:
        reader.start()
    after = revise_denmark(home).release
    deadline = time.monotonic() + 20
    while not any(release == after for release, _ in list(figures)) and time.monotonic() < deadline:
        time.sleep(0.05)
    stop.set()
    for reader in readers:
        reader.join()
    assert failed == []
    assert figures == {(before, 3377), (after, 3378)}


def test_a_page_of_the_old_release_is_not_taken_for_one_of_the_new(home: Home) -> None:
    publish_denmark(home)
    client = create_app(home.releases).server.test_client()
    old = {address: client.get(address).headers.get("ETag") for address in ADDRESSES}
    revise_denmark(home)
    time.sleep(0.05)
    for address, tag in old.items():
        assert tag is None or client.get(address, headers={"If-None-Match": tag}).status_code == 200, address
