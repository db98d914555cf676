"""Published files: built aside, switched to by one atomic rename, never changed afterwards.

A release is `portal-<release>.duckdb` in a home's `releases` folder; `current.json` names the one that is served, the
fingerprint of the key that it was rounded with, and every file that may be given out, with its size and SHA-256.
"""

import hashlib
import json
import logging
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from warehouse.connection import Connection, DatabaseError, attach, open_public
from warehouse.errors import UserError
from warehouse.homes import Home

PORTAL_FORMAT = 8
"""Version of the layout of a published file."""

SMALL_BLOCKS = "block_size 65536"
"""A view reads some cells here and some there, and of each place a whole block, a quarter of DuckDB's usual size."""

_MANIFEST = "current.json"
_LOG = logging.getLogger(__name__)


@dataclass(frozen=True)
class Release:
    """One published file. `current` tells whether it is the one that is served."""

    release: str
    file: Path
    current: bool


@dataclass(frozen=True)
class ListedFile:
    """A published file that may be given out, as it was when it was published; `size` is in bytes."""

    release: str
    file: Path
    size: int
    sha256: str


def build_release(home: Home, fill: Callable[[Connection], str | None]) -> tuple[Release, bool]:
    """Build a release aside and make it the current one.

    `fill` gets the warehouse with the empty draft attached as `portal`, writes the draft's tables, verifies them and
    returns the release's name, or None where the current release says all of it. Returns the release and whether it is
    new: the same name is never written twice. Whatever `fill` raises leaves the current release as it was.

    What is published is a copy of the draft: in the draft's own file DuckDB leaves the bytes of what was withdrawn.
    """
    draft, copy = home.temporary / "draft.duckdb", home.temporary / "release.duckdb"
    with home.warehouse() as warehouse:  # held to the end, so that two publishers never meet at one draft
        _discard(draft, copy)
        try:
            with attach(warehouse, draft, "portal", SMALL_BLOCKS):
                release = fill(warehouse)
                if release is None:
                    return current_release(home.releases), False
                file = home.releases / _file_name(release)
                listed = {one.release for one in _listed_before(home.releases)}
                fresh = release not in listed or not _is_sound(file)
                if fresh:
                    with attach(warehouse, copy, "written", SMALL_BLOCKS):
                        warehouse.execute("copy from database portal to written")
            if fresh:
                copy.chmod(0o600)
                copy.replace(file)
        finally:
            _discard(draft, copy)
        _switch(home.releases, release, file)
    return Release(release, file, current=True), fresh


def current_release(folder: Path) -> Release:
    """The release that is served.

    Raises UserError when there is none, when its file is gone or rounded with another key than the manifest says, or
    when another version of openindsats wrote it.
    """
    manifest = _read_manifest(folder)
    if manifest is None:
        raise UserError(
            f"Nothing is published in {folder.parent} yet. Run: openindsats build, or compute and publish."
        )
    if manifest.get("format") != PORTAL_FORMAT:
        raise UserError(other_format(f"The release in {folder.parent}", manifest.get("format")))
    file = folder / manifest["file"]
    if not file.exists():
        raise UserError(f"The current release names {file.name}, which is gone. Publish again.")
    facts = read_facts(file)
    if facts and manifest.get("rounding_key") not in {None, facts.get("rounding_key")}:
        raise UserError(
            f"{file.name} is not the file that {folder / _MANIFEST} tells of: it was rounded with the key "
            f"{facts.get('rounding_key')}, not {manifest['rounding_key']}. Put the right file back, or publish again."
        )
    return Release(manifest["release"], file, current=True)


def current_fingerprint(folder: Path) -> str | None:
    """Of the key that the current release was rounded with, if it was: told by the manifest alone."""
    return (_read_manifest(folder) or {}).get("rounding_key")


def list_releases(folder: Path) -> tuple[Release, ...]:
    """All releases in the folder, in the order of their names."""
    manifest = _read_manifest(folder) or {}
    return tuple(
        Release(name, file, name == manifest.get("release"))
        for file in sorted(folder.glob("portal-*.duckdb"))
        for name in [file.stem.removeprefix("portal-")]
    )


def listed_files(folder: Path) -> tuple[ListedFile, ...]:
    """The published files that may be given out, the last published first: those that the manifest lists and are there.

    Files that versions of openindsats wrote which kept no such list may hold what was withdrawn, and are not in it.
    """
    listed = (_read_manifest(folder) or {}).get("published", [])
    files = [
        ListedFile(one["release"], folder / _file_name(one["release"]), one["bytes"], one["sha256"])
        for one in reversed(listed)
    ]
    return tuple(one for one in files if one.file.is_file())


def is_as_published(listed: ListedFile) -> bool:
    """Whether a file still holds, byte for byte, what was published; read once for as long as it is not touched."""
    try:
        now = listed.file.stat()
        return _unchanged(listed, now.st_ino, now.st_size, now.st_mtime_ns)
    except OSError:
        return False


@lru_cache(maxsize=64)
def _unchanged(listed: ListedFile, _inode: int, size: int, _touched: int) -> bool:
    same = size == listed.size and _checksum(listed.file) == listed.sha256
    if not same:
        _LOG.error("%s is not the file that was published: it is not given out", listed.file.name)
    return same


def find_release(folder: Path, name: str) -> Release:
    """The release of that name. Raises UserError, with the names that there are, when there is none."""
    releases = list_releases(folder)
    for release in releases:
        if release.release == name:
            return release
    known = ", ".join(release.release for release in releases) or "none"
    raise UserError(f"There is no release {name} in {folder.parent}. Its releases: {known}.")


def read_facts(file: Path) -> Mapping[str, str]:
    """The facts about itself that a published file holds; nothing of one that cannot be read."""
    try:
        connection = open_public(file)
    except UserError:
        return {}
    try:
        return dict(connection.execute("select key, value from meta").fetchall())
    except DatabaseError:
        return {}
    finally:
        connection.close()


def other_format(what: str, found: object) -> str:
    """What is said of a release that another version of openindsats wrote."""
    return (
        f"{what} has format {found}; this version of openindsats reads format {PORTAL_FORMAT}. "
        "Publish again with this version, or use the openindsats that wrote it."
    )


def manifest_stamp(folder: Path) -> int:
    """A number that changes when another release becomes current; 0 when there is none."""
    try:
        return (folder / _MANIFEST).stat().st_mtime_ns
    except FileNotFoundError:
        return 0


def _read_manifest(folder: Path) -> dict[str, Any] | None:
    try:
        manifest: dict[str, Any] = json.loads((folder / _MANIFEST).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    except ValueError:
        raise UserError(f"{folder / _MANIFEST} is damaged; publish again.") from None
    return manifest


def _file_name(release: str) -> str:
    return f"portal-{release}.duckdb"


def _checksum(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _listed_before(folder: Path) -> tuple[ListedFile, ...]:
    """What the manifest lists before it is written anew; nothing if it is damaged."""
    try:
        return listed_files(folder)
    except UserError:
        return ()


def _is_sound(file: Path) -> bool:
    """Whether the release is there and can be read; a damaged one is written anew."""
    if not file.exists():
        return False
    try:
        open_public(file).close()
    except UserError:
        return False
    return True


def _switch(folder: Path, release: str, file: Path) -> None:
    others = [one for one in reversed(_listed_before(folder)) if one.release != release]
    listed = [*others, ListedFile(release, file, file.stat().st_size, _checksum(file))]
    manifest: dict[str, Any] = {"format": PORTAL_FORMAT, "release": release, "file": file.name}
    manifest["rounding_key"] = read_facts(file).get("rounding_key")
    manifest["published"] = [
        {"release": one.release, "bytes": one.size, "sha256": one.sha256} for one in listed
    ]
    aside = folder / f"{_MANIFEST}.{os.getpid()}"
    with aside.open("w", encoding="utf-8") as stream:
        stream.write(json.dumps(manifest, indent=1) + "\n")
        stream.flush()
        os.fsync(stream.fileno())
    aside.chmod(0o600)
    aside.replace(folder / _MANIFEST)


def _discard(*drafts: Path) -> None:
    for draft in drafts:
        for file in (draft, draft.with_name(draft.name + ".wal")):
            file.unlink(missing_ok=True)
