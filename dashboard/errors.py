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

_STYLE = (
    ":root{color-scheme:light dark;font:1rem/1.5 Inter,system-ui,sans-serif}"
    "body{max-width:40rem;margin:15vh auto;padding:0 1.5rem}h1{font-size:1.5rem;line-height:1.2}"
)
"""An error page leans on nothing else that the server would have to find."""


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
    return (
        f'<!DOCTYPE html>\n<html lang="{lang}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{line}</title><style>{_STYLE}</style></head>"
        f"<body><main><h1>{said}</h1><p>{link} ({line})</p></main></body></html>\n"
    )
