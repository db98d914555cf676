"""Answers that are the same for many readers are compressed once for all of them."""

import gzip
from hashlib import sha256
from typing import NamedTuple

import brotli
from flask import Response, request

_ENCODINGS = ("br", "gzip")

FAST = 5
"""For pages: the next steps up take ten times as long to save one byte in a hundred."""

THOROUGH = 9
"""For files, which are compressed once in the life of a process."""


class Packed(NamedTuple):
    """A body in one encoding (empty: as it is), and the tag by which clients know it again."""

    body: bytes
    encoding: str
    tag: str


def wanted_encoding() -> str:
    """The encoding that the request likes best, empty when it takes none of ours."""
    return request.accept_encodings.best_match(_ENCODINGS) or ""


def pack(body: bytes, encoding: str, quality: int = FAST) -> Packed:
    """Compress a body; `quality` is Brotli's."""
    tag = f"{sha256(body).hexdigest()[:20]}{encoding}"
    if encoding == "br":
        return Packed(brotli.compress(body, quality=quality), encoding, tag)
    return Packed(gzip.compress(body, mtime=0) if encoding else body, encoding, tag)


def answer(packed: Packed, media_type: str, caching: str) -> Response:
    """The answer to this request: the packed body, or 304 when the client has it."""
    response = Response(packed.body, mimetype=media_type)
    if packed.encoding:
        response.headers["Content-Encoding"] = packed.encoding
    response.headers["Vary"] = "Accept-Encoding"
    response.headers["Cache-Control"] = caching
    response.set_etag(packed.tag)
    response.make_conditional(request)
    return response
