"""Answers that say what is wrong with a request, as RFC 9457 writes them."""

from http import HTTPStatus

import orjson
from flask import Response

MEDIA_TYPE = "application/problem+json"
_LONGEST_QUOTE = 40


class Refused(Exception):
    """A request that cannot be answered, and why in one sentence."""

    def __init__(self, detail: str, status: HTTPStatus = HTTPStatus.BAD_REQUEST) -> None:
        super().__init__(detail)
        self.detail = detail
        self.status = status


def problem(status: HTTPStatus, detail: str) -> Response:
    """The answer to a request that cannot be answered."""
    body = {"type": "about:blank", "title": status.phrase, "status": status.value, "detail": detail}
    return Response(orjson.dumps(body), status, mimetype=MEDIA_TYPE)


def quoted(text: str) -> str:
    """A text of the request's, fit to be said back: short, and without what a terminal would obey."""
    shown = "".join(sign if sign.isprintable() else "�" for sign in text[:_LONGEST_QUOTE])
    return f"'{shown}{'…' if len(text) > _LONGEST_QUOTE else ''}'"
