"""What is answered when a request fails: one line without detail, in the format that was asked for."""

import logging
from html import escape
from http import HTTPStatus

from flask import Response, request
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import HTTPException, MethodNotAllowed

from dashboard.addresses import preferred_language
from dashboard.api.problems import problem
from dashboard.text.translation import translate
from warehouse.vocabulary import vocabulary

_LOG = logging.getLogger(__name__)


def is_api() -> bool:
    """Whether the request is to the API."""
    return request.path == "/api" or request.path.startswith("/api/")


def answer_error(error: Exception) -> ResponseReturnValue:
    """The answer to a request that failed; only what nobody foresaw is logged."""
    if not isinstance(error, HTTPException) or error.code is None:
        _LOG.error("request failed: %s %s", request.method, request.path, exc_info=error)
        return _one_line(HTTPStatus.INTERNAL_SERVER_ERROR, "")
    if error.code < HTTPStatus.BAD_REQUEST:
        return error.get_response()
    methods = error.valid_methods if isinstance(error, MethodNotAllowed) else None
    allowed = ", ".join(sorted(methods or ()))
    response = _one_line(HTTPStatus(error.code), f"This address answers {allowed} only." if allowed else "")
    if allowed:
        response.headers["Allow"] = allowed
    return response


def _one_line(status: HTTPStatus, detail: str) -> Response:
    if is_api():
        return problem(status, detail or status.description or status.phrase)
    line = f"{status.value} {status.phrase}"
    if request.accept_mimetypes.best_match(["text/plain", "text/html"]) == "text/html":
        return Response(_page(line), status, mimetype="text/html")
    return Response(f"{line}\n", status, mimetype="text/plain")


def _page(line: str) -> str:
    lang = request.path.strip("/").partition("/")[0]
    if lang not in vocabulary().languages:
        lang = preferred_language(request.accept_languages)
    t = translate(lang)
    said = escape(t("Nothing is shown at this address."))
    link = f'<a href="/{lang}">{escape(t("To the front page"))}</a>'
    return f'<!DOCTYPE html>\n<html lang="{lang}"><title>{line}</title><p>{said} {link} ({line})</p></html>\n'
