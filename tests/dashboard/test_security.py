"""What the site refuses, and what it never tells."""

import base64
import hashlib
import json
import re
from typing import Any

import pytest
from dash import Dash
from flask.testing import FlaskClient

from dashboard.security import LARGEST_BODY, content_policy, well_formed
from tests.support.guarded import envelope, guarded_app

CALLBACKS = "/_dash-update-component"


@pytest.fixture(scope="module")
def app() -> Dash:
    return guarded_app()


@pytest.fixture
def guarded(app: Dash) -> FlaskClient:
    return app.server.test_client()


def test_what_a_page_sends_is_let_through(guarded: FlaskClient) -> None:
    answer = guarded.post(CALLBACKS, json=envelope())
    assert (answer.status_code, answer.json) == (200, {"response": {"out": {"children": "a"}}, "multi": True})


@pytest.mark.parametrize(
    "wrong",
    [
        {"output": "nothing.children"},
        {"output": ["out.children"]},
        {"output": {"id": "out"}},
        {"output": None},
        {"output": "kept.data"},
        {"outputs": {"id": "other", "property": "children"}},
        {"outputs": [{"id": "out", "property": "children"}, {"id": "out", "property": "children"}]},
        {"outputs": None},
        {"outputs": "out.children"},
        {"inputs": []},
        {"inputs": None},
        {"inputs": "in.value"},
        {"inputs": [{"id": "in", "property": "value"}] * 2},
        {"inputs": [{"id": "in", "property": "style", "value": "a"}]},
        {"inputs": [{"id": {"type": "in"}, "property": "value", "value": "a"}]},
        {"inputs": [[{"id": "in", "property": "value", "value": "a"}]]},
        {"inputs": [{"property": "value", "value": "a"}]},
        {"state": []},
        {"state": [{"id": "kept", "property": "clear_data"}]},
        {"changedPropIds": "in.value"},
        {"changedPropIds": [1]},
        {"changedPropIds": {"in.value": 1}},
    ],
)
def test_what_no_page_sends_is_refused(app: Dash, guarded: FlaskClient, wrong: dict[str, Any]) -> None:
    assert not well_formed(envelope(**wrong), app.callback_map)
    assert guarded.post(CALLBACKS, json=envelope(**wrong)).status_code == 400


@pytest.mark.parametrize(
    "body", [b"", b"{", b"null", b"[]", b'"x"', b"1", b"[" * 5000, b'{"a":' * 5000, b"\xff"]
)
def test_a_body_that_is_no_envelope_is_refused(guarded: FlaskClient, body: bytes) -> None:
    assert guarded.post(CALLBACKS, data=body, content_type="application/json").status_code == 400


def test_a_body_of_another_type_is_refused(guarded: FlaskClient) -> None:
    for media_type in (
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "",
    ):
        answer = guarded.post(CALLBACKS, data=json.dumps(envelope()), content_type=media_type)
        assert answer.status_code == 415


def test_a_body_that_is_too_large_is_refused(guarded: FlaskClient) -> None:
    padding = " " * (LARGEST_BODY + 1)
    assert guarded.post(CALLBACKS, data=padding, content_type="application/json").status_code == 413


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE", "PATCH", "HEAD"])
def test_callbacks_are_only_posted(guarded: FlaskClient, method: str) -> None:
    answer = guarded.open(CALLBACKS, method=method)
    assert (answer.status_code, answer.headers["Allow"]) == (405, "POST")


def test_a_failure_tells_nothing(guarded: FlaskClient, caplog: pytest.LogCaptureFixture) -> None:
    inputs = [{"id": "in", "property": "value", "value": "fail"}]
    answer = guarded.post(CALLBACKS, json=envelope(inputs=inputs))
    assert (answer.status_code, answer.text) == (500, "500 Internal Server Error\n")
    assert "/secret/path" in caplog.text


def test_only_known_addresses_have_a_page(guarded: FlaskClient) -> None:
    assert guarded.get("/known").status_code == 200
    assert guarded.get("/unknown").status_code == 404


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [
        (None, "text/plain"),
        ("*/*", "text/plain"),
        ("text/html,application/xhtml+xml,*/*;q=0.8", "text/html"),
    ],
)
def test_an_error_comes_in_the_format_asked_for(
    client: FlaskClient, accept: str | None, media_type: str
) -> None:
    answer = client.get("/da/nonsense/more", headers={"Accept": accept} if accept else {})
    assert answer.mimetype == media_type
    assert "404 Not Found" in answer.text
    assert ("Til forsiden" in answer.text) == (media_type == "text/html")


@pytest.mark.parametrize(
    "address",
    [
        "/_dash-component-suites/os/path.py",
        "/_dash-component-suites/flask/app.py",
        "/_dash-component-suites/dash/dash.py",
        "/_dash-component-suites/dash/../../flask/app.py",
        "/_dash-component-suites/dash/deps/nothing.js",
        "/_dash-component-suites/dashboard/app.py",
        "/assets/../app.py",
        "/assets/..%2fapp.py",
        "/assets/%2e%2e/security.py",
        "/assets//etc/passwd",
        "/assets/built",
        "/assets/",
        "/_reload-hash",
        "/_favicon.ico",
    ],
)
def test_only_files_meant_for_browsers_are_served(client: FlaskClient, address: str) -> None:
    answer = client.get(address)
    assert (answer.status_code, answer.text) == (404, "404 Not Found\n")


def test_no_answer_tells_which_versions_run(client: FlaskClient) -> None:
    text = client.get("/en/compare").text
    assert not re.search(r"python_version|dash_version|plotly_version|end_id|GCC", text)


def test_every_script_of_a_document_is_allowed_by_its_policy(client: FlaskClient) -> None:
    answer = client.get("/en/compare")
    policy = answer.headers["Content-Security-Policy"]
    inline = re.findall(
        r"<script(?: id=\"_dash-renderer\" type=\"application/javascript\")?>(.*?)</script>",
        answer.text,
        re.DOTALL,
    )
    assert len(inline) >= 2
    for script in inline:
        digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in policy
    assert not re.search(r"<[^>]+ on[a-z]+=", answer.text)


def test_the_policy_lets_nothing_in_from_elsewhere() -> None:
    policy = content_policy(["'sha256-x'"])
    assert "script-src 'self' 'sha256-x';" in policy
    assert not re.search(r"https?:|\*|unsafe-eval|script-src[^;]*unsafe-inline", policy)


@pytest.mark.parametrize(
    "address", ["/en/compare", "/api/v1/indicators", "/health", "/nonsense", "/assets/visit.js"]
)
def test_every_answer_has_its_headers(client: FlaskClient, address: str) -> None:
    headers = client.get(address).headers
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert "Set-Cookie" not in headers


def test_a_question_without_end_is_refused(client: FlaskClient) -> None:
    for address in ("/en/compare", "/api/v1/indicators", "/_page"):
        assert client.get(f"{address}?a={'x' * 9000}").status_code == 400


def test_a_host_that_cannot_be_one_is_refused(client: FlaskClient) -> None:
    for host in ("a b", 'x"><script>', "[::1"):
        assert client.get("/en/compare", headers={"Host": host}).status_code == 400
