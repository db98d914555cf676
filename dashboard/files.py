"""Scripts, styles and fonts: compressed once, and kept for ever when their address names a version."""

import gzip
import logging
import mimetypes
import sys
from collections.abc import Callable
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

import brotli
from dash import Dash
from dash.fingerprint import check_fingerprint
from flask import Flask, Response, abort, request

_LOG = logging.getLogger(__name__)

_ENCODINGS = ("br", "gzip")
_WORTH_IT = {".js", ".css", ".svg", ".map", ".json", ".txt"}
_FONT = ".woff2"
_PLOTLY = ("plotly", "package_data/plotly.min.js")

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
    encoding = ""
    if file.suffix in _WORTH_IT:
        encoding = request.accept_encodings.best_match(_ENCODINGS) or ""
    body, tag = _packed(file, file.stat().st_mtime_ns, encoding)
    response = Response(body, mimetype=mimetypes.guess_type(file.name)[0] or "application/octet-stream")
    if encoding:
        response.headers["Content-Encoding"] = encoding
    response.vary.add("Accept-Encoding")
    response.set_etag(tag)
    response.headers["Cache-Control"] = f"public, {'max-age=31536000, immutable' if forever else 'no-cache'}"
    response.make_conditional(request)
    return response


@lru_cache(maxsize=256)
def _packed(file: Path, stamp: int, encoding: str) -> tuple[bytes, str]:
    """The file's bytes in an encoding, and their tag; `stamp` makes a changed file be read anew."""
    body = file.read_bytes()
    tag = f"{sha256(body).hexdigest()[:20]}-{stamp % 1000}{encoding}"
    if encoding == "br":
        return brotli.compress(body, quality=9), tag
    return (gzip.compress(body, mtime=0) if encoding else body), tag
