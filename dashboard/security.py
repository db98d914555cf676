"""The app's guard: known addresses, well-formed callbacks, headers, errors without detail."""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from dash import Dash
from flask import Flask, Response, abort, request
from werkzeug.exceptions import MethodNotAllowed

from dashboard.addresses import LONGEST
from dashboard.errors import answer_error, is_api

LARGEST_BODY = 64 * 1024
"""Bytes of a request's body; a callback of ours needs a few hundred."""

_CALLBACKS = "/_dash-update-component"
_EVERY_ADDRESS = "/<path:path>"
_HIDDEN = {"/_reload-hash", "/_favicon.ico"}
_MOST_PARTS = 50

_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Server": "openindsats",
}

_API_HEADERS = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Methods": "GET, HEAD, OPTIONS",
    "Access-Control-Allow-Headers": "Accept, Accept-Language, If-None-Match, If-Range, Range",
    "Access-Control-Expose-Headers": "Accept-Ranges, Content-Length, Content-Range, ETag, Openindsats-Release",
}


def protect(app: Dash, is_known: Callable[[str], bool], script_hashes: Callable[[], list[str]]) -> None:
    """Guard an app. `is_known` says whether a page has a path; `script_hashes` are read once, at the first page."""
    server: Flask = app.server
    server.config["MAX_CONTENT_LENGTH"] = LARGEST_BODY
    server.before_request(lambda: _guard(app, is_known))
    policy = cache(lambda: content_policy(script_hashes()))
    server.after_request(lambda response: _with_headers(response, policy))
    server.register_error_handler(Exception, answer_error)


def _guard(app: Dash, is_known: Callable[[str], bool]) -> None:
    """Let only known addresses and well-formed callbacks through; Dash has a page for every address."""
    rule = request.url_rule.rule if request.url_rule else ""
    if len(request.query_string) > LONGEST or not request.host:
        abort(400)
    if request.path == _CALLBACKS:
        _guard_callback(app.callback_map)
    elif rule in _HIDDEN or (rule == _EVERY_ADDRESS and not is_known(request.path)):
        abort(404)


def _with_headers(response: Response, policy: Callable[[], str]) -> Response:
    for name, text in (_HEADERS | (_API_HEADERS if is_api() else {})).items():
        response.headers.setdefault(name, text)
    if response.mimetype == "text/html":
        response.headers["Content-Security-Policy"] = policy()
    return response


def content_policy(script_hashes: list[str]) -> str:
    """The content security policy of a page; styles may be inline, since Mantine and plotly write them."""
    return "; ".join(
        (
            "default-src 'self'",
            f"script-src 'self' {' '.join(script_hashes)}",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'self'",
        )
    )


def _guard_callback(callbacks: Mapping[str, Mapping[str, Any]]) -> None:
    """Refuse an envelope that no page can have sent; Dash would fail on it and log a traceback."""
    if request.method != "POST":
        raise MethodNotAllowed(["POST"])
    if not request.is_json:
        abort(415)
    try:
        envelope = request.get_json()
    except RecursionError:
        abort(400)
    if not well_formed(envelope, callbacks):
        abort(400)


def well_formed(envelope: Any, callbacks: Mapping[str, Mapping[str, Any]]) -> bool:
    """Whether an envelope names a callback and exactly its outputs, inputs and states, in their order.

    `callbacks` is Dash's own table. Ids are texts: no page uses pattern matching, so none is let through.
    """
    callback = _callback_of(envelope, callbacks)
    if callback is None:
        return False
    changed = envelope.get("changedPropIds", [])
    return (
        _references(envelope.get("inputs", [])) == [_reference(part) for part in callback["inputs"]]
        and _references(envelope.get("state", [])) == [_reference(part) for part in callback["state"]]
        and _outputs(envelope.get("outputs")) == envelope["output"].strip(".").split("...")
        and isinstance(changed, list)
        and all(isinstance(part, str) for part in changed)
    )


def _callback_of(envelope: Any, callbacks: Mapping[str, Mapping[str, Any]]) -> Mapping[str, Any] | None:
    output = envelope.get("output") if isinstance(envelope, dict) else None
    callback = callbacks.get(output) if isinstance(output, str) else None
    return callback if callback and "callback" in callback else None


def _outputs(outputs: Any) -> list[str | None] | None:
    return _references(outputs if isinstance(outputs, list) else [outputs])


def _references(parts: Any) -> list[str | None] | None:
    if not isinstance(parts, list) or len(parts) > _MOST_PARTS:
        return None
    return [_reference(part) for part in parts]


def _reference(part: Any) -> str | None:
    if not isinstance(part, dict):
        return None
    name, prop = part.get("id"), part.get("property")
    return f"{name}.{prop}" if isinstance(name, str) and isinstance(prop, str) else None
