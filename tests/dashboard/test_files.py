"""Scripts, styles and fonts as browsers get them."""

import gzip

import brotli
import pytest
from dash import Dash
from flask.testing import FlaskClient

from dashboard.files import OWN_PLOTLY, version
from tests.repository.tree import ROOT

ASSETS = ROOT / "dashboard" / "assets"
SCRIPT = "/assets/visit.js"


def test_a_file_is_kept_for_ever_under_the_version_that_it_has(client: FlaskClient) -> None:
    now = version(ASSETS / "visit.js")
    assert "immutable" in client.get(f"{SCRIPT}?m={now}").headers["Cache-Control"]
    for other in (SCRIPT, f"{SCRIPT}?m=1", f"{SCRIPT}?m="):
        assert client.get(other).headers["Cache-Control"] == "public, no-cache"


@pytest.mark.parametrize(
    ("accepted", "encoding"),
    [
        ("br, gzip", "br"),
        ("gzip", "gzip"),
        ("br;q=0.1, gzip", "gzip"),
        ("zstd", None),
        ("identity", None),
        ("", None),
    ],
)
def test_a_file_comes_as_the_browser_likes_it(
    client: FlaskClient, accepted: str, encoding: str | None
) -> None:
    answer = client.get(SCRIPT, headers={"Accept-Encoding": accepted})
    unpack = {"br": brotli.decompress, "gzip": gzip.decompress, None: bytes}[encoding]
    assert answer.headers.get("Content-Encoding") == encoding
    assert unpack(answer.data) == (ASSETS / "visit.js").read_bytes()
    assert "Accept-Encoding" in answer.headers["Vary"]


def test_who_has_a_file_is_told_so(client: FlaskClient) -> None:
    for headers in ({}, {"Accept-Encoding": "br"}, {"Accept-Encoding": "gzip"}):
        first = client.get(SCRIPT, headers=headers)
        again = client.get(SCRIPT, headers={**headers, "If-None-Match": first.headers["ETag"]})
        assert (again.status_code, again.data) == (304, b"")


def test_every_asset_has_its_media_type(client: FlaskClient) -> None:
    expected = {".js": "text/javascript", ".css": "text/css"}
    for file in ASSETS.iterdir():
        if file.suffix in expected:
            assert client.get(f"/assets/{file.name}").mimetype == expected[file.suffix]


def test_charts_use_the_own_bundle_where_it_was_built(site: Dash, client: FlaskClient) -> None:
    served = client.get("/_dash-component-suites/plotly/package_data/plotly.min.js").data
    own = ASSETS / OWN_PLOTLY
    if own.exists():
        assert served == own.read_bytes()
    else:
        assert len(served) > 3_000_000
    assert not any("plotly" in str(one) for one in site.scripts.get_all_scripts() if "asset_path" in str(one))
