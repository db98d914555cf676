"""The sender's own word on a folder of deliveries: `manifest.yml`, which may be left out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Protocol

import yaml

from etl import entries
from etl.refusal import refuse
from warehouse.errors import DeliveryRefused, Fault
from warehouse.homes import KINDS

MANIFEST = "manifest.yml"


class _File(Protocol):
    @property
    def name(self) -> str: ...
    @property
    def sha256(self) -> str: ...


@dataclass(frozen=True)
class Covers:
    """The days, both included, of which records of persons tell all that is known."""

    first: date
    last: date


@dataclass(frozen=True)
class Manifest:
    """What the sender states, if there is a manifest at all.

    Without `as_of` the deliveries speak until the last day of their latest period.
    """

    kind: str = "official"
    as_of: date | None = None
    note: str = ""
    files: Mapping[str, str] = field(default_factory=dict)
    covers: Covers | None = None
    is_given: bool = field(default=False, compare=False)


def read_manifest(folder: Path) -> Manifest:
    """The folder's manifest, or what holds without one. Raises DeliveryRefused when it has faults."""
    path = folder / MANIFEST
    if not path.exists():
        return Manifest()
    try:
        entry = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (UnicodeDecodeError, yaml.YAMLError):
        raise DeliveryRefused([Fault(MANIFEST, "is not readable YAML")]) from None
    refuse(Fault(MANIFEST, rule, column=where or None) for where, rule in _faults(entry))
    covers = Covers(entry["covers"]["from"], entry["covers"]["to"]) if "covers" in entry else None
    return Manifest(**entry | {"covers": covers, "is_given": True})


def _faults(entry: Any) -> entries.Wrong:
    wrong = list(_CONTENTS("", entry))
    yield from wrong
    if wrong or "covers" not in entry:
        return
    if entry["covers"]["from"] > entry["covers"]["to"]:
        yield "covers", "must not end before it starts"
    elif entry["covers"]["to"] > entry.get("as_of", date.max):
        yield "covers", "must not go on after as_of"


def check_files(manifest: Manifest, files: Iterable[_File]) -> list[Fault]:
    """What differs between the files and the manifest's checksums, where it lists any."""
    if not manifest.files:
        return []
    found = {file.name: file for file in files}
    faults = [
        Fault(name, "is in the manifest and not in the folder")
        for name in manifest.files
        if name not in found
    ]
    for name, file in found.items():
        if name not in manifest.files:
            faults.append(Fault(name, "is not in the manifest"))
        elif file.sha256 != manifest.files[name].lower():
            faults.append(Fault(name, "does not have the checksum that the manifest states"))
    return faults


def _day(where: str, value: Any) -> entries.Wrong:
    if type(value) is not date:
        yield where, "must be a date, written 2027-01-31"


_SHA256 = entries.matching("[0-9a-fA-F]{64}", "must be a SHA-256 checksum")
_CONTENTS = entries.record(
    {},
    {
        "kind": entries.one_of(KINDS),
        "as_of": _day,
        "covers": entries.record({"from": _day, "to": _day}),
        "note": entries.text,
        "files": entries.map_of(entries.text, _SHA256),
    },
)
