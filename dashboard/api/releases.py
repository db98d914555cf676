"""The files of releases: which are given out, and one of them as it lies on the disk."""

from http import HTTPStatus
from threading import BoundedSemaphore
from typing import Any

from flask import Response, request, send_file

from dashboard.api.problems import Refused, quoted
from dashboard.given_out import AT_ONCE, address_of, file_of, given_out
from warehouse.reading import Portal
from warehouse.releases import ListedFile, is_as_published

MEDIA_TYPE = "application/octet-stream"
FOREVER = "public, max-age=31536000, immutable, no-transform"
"""How long a file may be kept: a release never changes."""

_free = BoundedSemaphore(AT_ONCE)


def releases(portal: Portal) -> list[dict[str, Any]]:
    """Every release whose file is given out, the last published first."""
    return [
        {"release": one.release, "current": one.release == portal.release, "file": described(one)}
        for one in given_out()
    ]


def described(listed: ListedFile | None) -> dict[str, Any] | None:
    """What must be known of a file before and after it is downloaded; null of one that is not given out."""
    if listed is None:
        return None
    return {
        "name": listed.file.name,
        "address": address_of(listed),
        "bytes": listed.size,
        "sha256": listed.sha256,
    }


def download(release: str) -> Response:
    """The file of a release, or the part of it that is asked for, read as it is sent.

    Raises Refused when it is not given out, is not what was published any more, or too many others are downloading.
    """
    listed = file_of(release)
    if listed is None or not is_as_published(listed):
        raise Refused(f"There is no file of a release {quoted(release)}.", HTTPStatus.NOT_FOUND)
    response = send_file(
        listed.file,
        mimetype=MEDIA_TYPE,
        as_attachment=True,
        conditional=True,
        etag=listed.sha256,
    )
    response.headers["Cache-Control"] = FOREVER
    response.headers["Openindsats-Release"] = release
    return _one_of_few(response)


def _one_of_few(response: Response) -> Response:
    """Let it be sent if few others are, since whoever reads slowly holds one of the server's threads."""
    if request.method == "HEAD" or response.status_code == HTTPStatus.NOT_MODIFIED:
        response.close()  # nobody reads the file, and nobody else would close it
        response.response = []
    elif _free.acquire(blocking=False):
        response.direct_passthrough = False  # else nobody would be told that it is closed
        response.call_on_close(_free.release)
    else:
        response.close()
        raise Refused("Too many are downloading; try again later.", HTTPStatus.SERVICE_UNAVAILABLE)
    return response
