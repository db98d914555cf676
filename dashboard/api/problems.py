"""Answers that say what is wrong with a request, as RFC 9457 writes them."""

from http import HTTPStatus

import orjson
from flask import Response


class Refused(Exception):
    """A request that cannot be answered, and why in one sentence."""

    def __init__(self, status: HTTPStatus, detail: str) -> None:
        super().__init__(detail)
        self.status = status
        self.detail = detail


def problem(status: HTTPStatus, detail: str) -> Response:
    """The answer to a request that cannot be answered."""
    body = {"type": "about:blank", "title": status.phrase, "status": status.value, "detail": detail}
    return Response(orjson.dumps(body), status, mimetype="application/problem+json")
