"""The app's guard: known addresses, well-formed callbacks, headers, errors without detail."""

import logging
from collections.abc import Callable, Mapping
from http import HTTPStatus
from typing import Any

from dash import Dash
from flask import Flask, Response, abort, request
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import HTTPException, MethodNotAllowed

from dashboard.api.problems import problem

_LOG = logging.getLogger(__name__)

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
}

_API_HEADERS = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Methods": "GET, HEAD, OPTIONS",
    "Access-Control-Allow-Headers": "Accept, Accept-Language, If-None-Match",
    "Access-Control-Expose-Headers": "ETag",
}


def protect(app: Dash, is_known: Callable[[str], bool], script_hashes: Callable[[], list[str]]) -> None:
    """Guard an app. `is_known` says whether a page has a path; `script_hashes` are read once, at the first page."""
    server: Flask = app.server
    server.config["MAX_CONTENT_LENGTH"] = LARGEST_BODY
    policy: list[str] = []

    @server.before_request
    def known_addresses_only() -> None:
        rule = request.url_rule.rule if request.url_rule else ""
        if request.path == _CALLBACKS:
            _guard_callback(app.callback_map)
        elif rule in _HIDDEN or (rule == _EVERY_ADDRESS and not is_known(request.path)):
            abort(404)

    @server.after_request
    def headers(response: Response) -> Response:
        for name, text in (_HEADERS | (_API_HEADERS if _is_api() else {})).items():
            response.headers.setdefault(name, text)
        if response.mimetype == "text/html":
            if not policy:
                policy.append(content_policy(script_hashes()))
            response.headers["Content-Security-Policy"] = policy[0]
        return response

    server.register_error_handler(Exception, _error)


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


def _error(error: Exception) -> ResponseReturnValue:
    """One line without detail, in the format that was asked for."""
    if not isinstance(error, HTTPException) or error.code is None:
        _LOG.error("request failed: %s %s", request.method, request.path, exc_info=error)
        return _error_line(HTTPStatus.INTERNAL_SERVER_ERROR)
    if error.code < HTTPStatus.BAD_REQUEST:
        return error.get_response()
    response = _error_line(HTTPStatus(error.code))
    if isinstance(error, MethodNotAllowed) and error.valid_methods:
        response.headers["Allow"] = ", ".join(sorted(error.valid_methods))
    return response


def _error_line(status: HTTPStatus) -> Response:
    if _is_api():
        return problem(status, status.description or status.phrase)
    line = f"{status.value} {status.phrase}"
    if request.accept_mimetypes.best_match(["text/plain", "text/html"]) == "text/html":
        link = '<a href="/">To the front page</a>'
        page = f'<!DOCTYPE html><html lang="en"><title>{line}</title><p>{line}. {link}</p></html>\n'
        return Response(page, status, mimetype="text/html")
    return Response(f"{line}\n", status, mimetype="text/plain")


def _is_api() -> bool:
    return request.path == "/api" or request.path.startswith("/api/")
