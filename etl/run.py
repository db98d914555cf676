"""Loading: the order of work, from a folder of files to the warehouse."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path

from etl.checking import check, warnings_of
from etl.deliveries import Delivery, check_records, find_deliveries
from etl.lookalikes import why_unclaimed
from etl.manifest import check_files, read_manifest
from etl.refusal import for_each, refuse
from etl.sense import senseless
from etl.source import Source, read_sources
from etl.staging import stage_all
from etl.store import Counts, read_loaded, write
from etl.workplace import workplace
from warehouse.areas import Country
from warehouse.country_files import read_country
from warehouse.errors import UserError
from warehouse.homes import open_home
from warehouse.quality import made_ready


@dataclass(frozen=True)
class DeliveryReport:
    """What became of one delivery; `outcome` is `loaded` or `already loaded`."""

    source: str
    delivery: str
    files: tuple[str, ...]
    rows_delivered: int
    rows_loaded: int
    rows_quarantined: int
    outcome: str


@dataclass(frozen=True)
class LoadReport:
    """What became of a folder. `unclaimed` files belong to no source and were left alone;
    of each what keeps it from that, if it looks like one's.

    `expired` rows of persons ended longer ago than the country keeps them, and were deleted: how many, by table.
    `told` says whose records were understood anew, nothing where there are none of persons. `ended` tells of figures of
    areas that had ended.
    """

    deliveries: tuple[DeliveryReport, ...]
    warnings: tuple[str, ...]
    expired: Mapping[str, int]
    unclaimed: Mapping[Path, str]
    told: str
    ended: tuple[str, ...]


def load(deliveries: Path, country: str, home_path: Path, progress: Callable[[str], None]) -> LoadReport:
    """Load a folder of deliveries into the home of a country: all of them, or none.

    What was loaded before is left as it is. Raises UserError, DeliveryRefused among them; the warehouse is then as
    it was, and where there was no home there is none.
    """
    progress("Looking for deliveries …")
    profile = read_country(country)
    sources = [source for source in read_sources() if source.serves(country)]
    _check_breaks(profile, sources)
    found = find_deliveries(deliveries, sources)
    unclaimed = {path: why_unclaimed(path, sources) for path in found.unclaimed}
    if not found.deliveries:
        told = [f"No file in {deliveries} belongs to a source of {profile.names['en']}."]
        raise UserError(
            "\n  ".join([*told, *(f"{path.name} {why}." for path, why in unclaimed.items() if why)])
        )
    manifest = read_manifest(deliveries)
    refuse(check_files(manifest, [file for delivery in found.deliveries for file in delivery.files]))
    refuse(check_records(found, manifest, profile))
    with workplace(home_path) as folder:
        before = read_loaded(home_path, country, manifest.kind)
        new = [delivery for delivery in found.deliveries if delivery.id not in before]
        progress(f"Reading {_names(new)} …")
        with made_ready() if new else nullcontext():
            staged = stage_all(new, manifest, profile, folder, home_path / "warehouse.duckdb")
        progress(f"Checking {_names(new)} …")
        checked = for_each(staged, lambda one: check(one, profile))
        progress("Writing to the warehouse …")
        written = write(home_path, profile, manifest.kind, found.sources, checked, folder=folder)
        odd = senseless(open_home(home_path)) if new and profile.has_persons else []
    return LoadReport(
        tuple(
            _report(delivery, written.loaded[delivery.id], delivery.id in before)
            for delivery in found.deliveries
        ),
        (*(warning for one in checked for warning in warnings_of(one)), *written.loose_ends, *odd),
        written.expired,
        unclaimed,
        written.told if any(source.person_level for source in found.sources) else "",
        tuple(written.ended),
    )


def _check_breaks(country: Country, sources: Sequence[Source]) -> None:
    """Raise UserError when the profile tells of breaks in a source that has no records of persons."""
    unknown = country.broken_sources - {source.name for source in sources if source.person_level}
    if unknown:
        raise UserError(
            f"data/countries/{country.code}/country.yml: persons.breaks names what is no source of records of persons: "
            f"{', '.join(sorted(unknown))}."
        )


def _names(deliveries: list[Delivery]) -> str:
    return ", ".join(delivery.source.name for delivery in deliveries) or "nothing new"


def _report(delivery: Delivery, counts: Counts, loaded_before: bool) -> DeliveryReport:
    return DeliveryReport(
        delivery.source.name,
        delivery.id,
        tuple(file.name for file in delivery.files),
        counts.delivered,
        counts.loaded,
        counts.quarantined,
        "already loaded" if loaded_before else "loaded",
    )
