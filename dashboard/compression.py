"""Answers that are the same for many readers are compressed once for all of them."""

import gzip
import zlib
from collections.abc import Callable, Hashable, Iterable, Iterator
from functools import lru_cache
from hashlib import sha256
from typing import Any, NamedTuple

import brotli
from flask import Response, request
from isal import igzip

from warehouse.reading import Portal

_ENCODINGS = ("br", "gzip")

_GZIP = 16
"""Tells zlib to write gzip's header."""

_GZIP_FAST, _GZIP_THOROUGH = 2, 9
"""The first of ISA-L, which saves as much with it as zlib does in four times as long; the second of zlib."""

FAST = 3
"""For pages, which readers wait for: the next steps up take twice as long to save one byte in ten."""

THOROUGH = 9
"""For files, which are compressed once in the life of a process."""


KEPT = 256
"""Answers that are kept of each form; compressed they take some ten kilobytes each."""


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
    if encoding:
        fast = quality == FAST
        body = (
            igzip.compress(body, _GZIP_FAST, mtime=0)
            if fast
            else gzip.compress(body, _GZIP_THOROUGH, mtime=0)
        )
    return Packed(body, encoding, tag)


def kept(write: Callable[[Any], bytes]) -> Callable[[Portal, Hashable, str], Packed]:
    """What `write` makes of what is asked (an address, as a rule), in an encoding.

    It is kept for as long as the release is the same and others do not crowd it out.
    """

    @lru_cache(maxsize=KEPT)
    def packed(_release: Portal, asked: Hashable, encoding: str) -> Packed:
        return pack(write(asked), encoding)

    return packed


def packed_stream(pieces: Iterable[bytes]) -> Response:
    """An answer that is written while it is sent; Flask-Compress would hold on to the request as long."""
    if not request.accept_encodings["gzip"]:
        return Response(pieces)
    response = Response(_gzipped(pieces))
    response.headers["Content-Encoding"] = "gzip"
    return response


def _gzipped(pieces: Iterable[bytes]) -> Iterator[bytes]:
    compressor = zlib.compressobj(wbits=zlib.MAX_WBITS | _GZIP)
    for piece in pieces:
        yield compressor.compress(piece)
    yield compressor.flush()


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
