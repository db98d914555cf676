"""Scripts, styles and fonts: compressed once, and kept for ever when their address names a version."""

import logging
import mimetypes
import sys
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from dash import Dash
from dash.fingerprint import check_fingerprint
from flask import Flask, Response, abort, request

from dashboard.compression import THOROUGH, Packed, answer, pack, wanted_encoding

_LOG = logging.getLogger(__name__)

_WORTH_IT = {".js", ".css", ".svg", ".map", ".json", ".txt"}
_FONT = ".woff2"
_PLOTLY = ("plotly", "package_data/plotly.min.js")

PLOTLY_ADDRESS = f"/_dash-component-suites/{'/'.join(_PLOTLY)}"
"""Where charts find plotly, whichever bundle it is."""

OWN_PLOTLY = "built/plotly-portal.min.js"
"""The smaller plotly bundle in the assets folder, if Node was there to build it. Only charts load it."""


def serve_files(app: Dash) -> None:
    """Answer for the app's assets and its libraries' scripts in place of Dash, which compresses them each time."""
    assets = Path(app.config.assets_folder).resolve()
    own_plotly = assets / OWN_PLOTLY if (assets / OWN_PLOTLY).exists() else None
    _LOG.info("charts use %s", "the portal's own plotly bundle" if own_plotly else "plotly's full bundle")

    def asset(filename: str) -> Response:
        file = (assets / filename).resolve()
        if not file.is_relative_to(assets) or not file.is_file():
            abort(404)
        return _answer(file, forever=file.suffix == _FONT or request.args.get("m") == version(file))

    def library(package_name: str, fingerprinted_path: str) -> Response:
        path, versioned = check_fingerprint(fingerprinted_path)
        if path not in app.registered_paths.get(package_name, ()):
            abort(404)
        if own_plotly and (package_name, path) == _PLOTLY:
            return _answer(own_plotly, forever=False)
        return _answer(_in_package(package_name, path), versioned)

    _answer_with(app.server, "/_dash-component-suites/", library)
    _answer_with(app.server, f"/{app.config.assets_url_path.strip('/')}/", asset)


def _answer_with(server: Flask, prefix: str, view: Callable[..., Response]) -> None:
    for rule in server.url_map.iter_rules():
        if rule.rule.startswith(prefix):
            server.view_functions[rule.endpoint] = view


def version(file: Path) -> str:
    """What Dash writes after `?m=` in the address of an asset."""
    return str(file.stat().st_mtime)


def _in_package(package: str, path: str) -> Path:
    module = sys.modules[package].__file__
    if module is None:
        abort(404)
    return Path(module).parent / path


def _answer(file: Path, forever: bool) -> Response:
    encoding = wanted_encoding() if file.suffix in _WORTH_IT else ""
    packed = _packed(file, file.stat().st_mtime_ns, encoding)
    media_type = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    return answer(packed, media_type, f"public, {'max-age=31536000, immutable' if forever else 'no-cache'}")


@lru_cache(maxsize=256)
def _packed(file: Path, _changed: int, encoding: str) -> Packed:
    return pack(file.read_bytes(), encoding, THOROUGH)
