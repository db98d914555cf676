"""What lies in a folder of deliveries: which source each file belongs to, and its checksum."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from etl.delimited import read_header
from etl.manifest import MANIFEST, Manifest
from etl.parquet import SUFFIX
from etl.refusal import refuse
from etl.source import Source
from warehouse.areas import Country
from warehouse.errors import Fault, UserError


@dataclass(frozen=True)
class DeliveredFile:
    """One delivered file; `name` is its path inside the folder."""

    path: Path
    name: str

    @cached_property
    def sha256(self) -> str:
        """Checksum of its bytes, as they were when it was asked first."""
        return self._checksum()

    @property
    def is_changed(self) -> bool:
        """Whether it holds other bytes now."""
        return self._checksum() != self.sha256

    @property
    def bytes(self) -> int:
        """Its size."""
        return self.path.stat().st_size

    def _checksum(self) -> str:
        with self.path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()


@dataclass(frozen=True)
class Delivery:
    """The files of one source that arrived together."""

    source: Source
    files: tuple[DeliveredFile, ...]

    @cached_property
    def id(self) -> str:
        """Follows from source and contents alone, so that the same files are known again under other names."""
        sums = sorted(file.sha256 for file in self.files)
        return hashlib.sha256("\n".join([self.source.name, *sums]).encode()).hexdigest()[:16]


@dataclass(frozen=True)
class Found:
    """All that lies in a folder."""

    deliveries: tuple[Delivery, ...]
    unclaimed: tuple[Path, ...]

    @property
    def sources(self) -> tuple[Source, ...]:
        """The sources that delivered."""
        return tuple(delivery.source for delivery in self.deliveries)


def find_deliveries(folder: Path, sources: Sequence[Source]) -> Found:
    """Sort a folder's files by the source that claims them; hidden files and the manifest are passed over.

    A file that is named like records of persons, or begins with the name of a source, is that source's whatever its
    columns are called: so it is refused later on, and not left alone in silence.

    Raises UserError when there is no such folder, DeliveryRefused when two sources claim one file.
    """
    if not folder.is_dir():
        raise UserError(f"There is no folder {folder}.")
    files = _visible_files(folder)
    claims = {file: _owners(file.path, sources) for file in files}
    refuse(
        Fault(
            file.name,
            "is claimed by more than one source",
            detail=", ".join(source.name for source in owners),
        )
        for file, owners in claims.items()
        if len(owners) > 1
    )
    deliveries = tuple(
        Delivery(source, own)
        for source in sources
        if (own := tuple(file for file, owners in claims.items() if owners == [source]))
    )
    return Found(deliveries, tuple(file.path for file, owners in claims.items() if not owners))


def check_records(found: Found, manifest: Manifest, country: Country) -> list[Fault]:
    """Why records of persons cannot be taken: no rules how to count them, or no word on the days that they cover."""
    records = [delivery for delivery in found.deliveries if delivery.source.person_level]
    faults = []
    if records and not country.has_persons:
        rule = f"holds records of persons, and the profile of {country.names['en']} does not say how to count them"
        faults += [Fault(file.name, rule) for delivery in records for file in delivery.files]
    if records and manifest.covers is None:
        rule = "must say which days the records of persons cover, both included"
        example = "covers: {from: 2021-01-01, to: 2025-12-31}"
        if manifest.is_given:
            faults.append(Fault(MANIFEST, rule, None, "covers", example))
        else:
            faults.append(Fault(MANIFEST, f"is not in the folder; it {rule}", None, None, example))
    return faults


def _visible_files(folder: Path) -> list[DeliveredFile]:
    found = []
    for path in sorted(folder.rglob("*")):
        inside = path.relative_to(folder)
        hidden = any(part.startswith((".", "~$")) for part in inside.parts)
        if path.is_file() and not hidden and inside != Path(MANIFEST):
            found.append(DeliveredFile(path, inside.as_posix()))
    return found


def _owners(path: Path, sources: Sequence[Source]) -> list[Source]:
    named = [source for source in sources if source.is_named_by(path)]
    return [source for source in named if _has_header_of(source, path)] or [
        source for source in named if source.person_level or path.name.casefold().startswith(source.name)
    ]


def _has_header_of(source: Source, path: Path) -> bool:
    """What is named like an office's table but has another header is another table."""
    if source.format == "workbook" or path.suffix.casefold() == SUFFIX:
        return True
    header = read_header(path, source.delimiter)
    required = {column.name for column in source.columns if column.required}
    return not header or len(required.intersection(header)) * 2 >= len(required)
