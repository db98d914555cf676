"""From cells to a release: a public file that holds what is shown and no more, checked before the switch."""

import hashlib
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from indicators.basis import kept_basis
from indicators.boundaries import read_boundaries
from indicators.calendar import make_calendar
from indicators.certificate import repeat_verdict, write_verdict
from indicators.core import read_country
from indicators.derived import write_derived
from indicators.disclosure.audit import audit_delivered
from indicators.disclosure.gate import guard
from indicators.disclosure.holding import hold, holds
from indicators.disclosure.keys import (
    check_key,
    former_fingerprints,
    publish_fingerprint,
    rounded_alike,
    sealed,
)
from indicators.disclosure.memory import Before, forget_draft, name_memory, names_remembered
from indicators.history import write_history
from indicators.laws import check_laws
from indicators.layouts import generations
from indicators.plausibility import require_plausible
from indicators.published import is_published, keep_published, made_from
from indicators.revision import release_before, write_revision
from warehouse.areas import Country
from warehouse.connection import Connection, run_sql
from warehouse.country_files import COUNTRIES
from warehouse.errors import UserError
from warehouse.homes import Home
from warehouse.releases import PORTAL_FORMAT, Release, build_release, list_releases, read_facts
from warehouse.tiles import tile_grid

SQL = Path(__file__).parent / "sql" / "publish"

TOLD = (
    *(
        "area",
        "boundary",
        "country",
        "delivered_audit",
        "indicator",
        "measure",
        "measure_record",
        "measure_source",
        "membership",
    ),
    *("series_break", "source", "succession", "tile", "tile_layout"),
)
"""Tables that, with the cells and the deliveries' names, make one release differ from another."""


def publish(
    home: Home,
    progress: Callable[[str], object],
    boundaries: Path | None = None,
    approved: str | None = None,
) -> tuple[Release, bool]:
    """Publish what was computed; the release, and whether it is a new one.

    `boundaries` is a folder with a `<level>.geojson` for each area level whose borders shall be drawn. `approved` is
    the name of a release that was held back since its figures moved far or do not fit official totals, when somebody
    found them right. Raises UserError when nothing was computed, the rounding key is not the right one, a file of
    borders is wrong, the new release breaks a law, or it is held back; what is served then stays.
    """

    def fill(connection: Connection) -> str | None:
        country = read_country(connection)
        listed = connection.execute("select 1 from mart.indicator limit 1").fetchall()
        if not listed or not kept_basis(connection):
            raise UserError("Nothing is computed yet. Run openindsats compute first.")
        check_key(home, connection)
        borders = read_boundaries(country, COUNTRIES / country.code / "boundaries", boundaries)
        before = release_before(home.releases)
        made = made_from(connection, home, borders)
        if is_published(connection, before, made):
            return None
        progress("Writing the release …")
        write_draft(connection, country, borders)
        release = _guarded(connection, home, country, before, progress)
        kept = before if before and before.release != release else None
        if kept or not before:
            progress("Comparing with the release before, and with official totals …")
            require_plausible(connection, kept, release, approved)
        if kept:
            write_revision(connection, country, kept)
        write_history(connection, country, release, as_of(connection), kept)
        name_memory(connection, release, _kept(connection, home, before))
        keep_published(connection, release, made)
        return release

    return build_release(home, fill)


def _guarded(
    connection: Connection,
    home: Home,
    country: Country,
    before: Release | None,
    progress: Callable[[str], object],
) -> str:
    """Lead the draft through the gate and check it; its name."""
    computed = sealed(home, connection, _fingerprint(connection, home.kind))
    forget_draft(connection)
    kept = _kept(connection, home, before)
    if country.has_persons and before and read_facts(before.file).get("computed") == computed:
        repeat_verdict(connection, before)
    elif country.has_persons:
        write_verdict(connection, guard(connection, progress, kept))
    hold(connection, before.file if before and kept and kept.alike else None)
    progress("Writing what is made of its cells …")
    write_from_cells(connection)
    progress("Checking the release …")
    check_laws(connection)
    return name_draft(connection, home.kind, computed)


def _kept(connection: Connection, home: Home, before: Release | None) -> Before | None:
    """What the gate remembers of the release before, and of the oldest that it may hold figures of."""
    if before is None:
        return None
    files = {one.release: one.file for one in list_releases(home.releases)}
    older = [name for name in names_remembered(connection) if name != before.release and name in files]
    told = [before.release, *(older[:1] if holds(connection, before.file) else [])]
    found = None
    for name in reversed(told):
        key = read_facts(files.get(name, before.file)).get("rounding_key")
        found = Before(name, rounded_alike(connection, key), found)
    return found


def write_draft(connection: Connection, country: Country, borders: dict[str, str]) -> None:
    """Write the draft that is attached as `portal`: all that does not depend on what the gate lets through."""
    for table in sorted((SQL / "tables").glob("*.sql")):
        run_sql(connection, table)
    make_calendar(connection)
    audits = audit_delivered(connection, country)
    _insert(connection, "insert into portal.delivered_audit values (?, ?, ?, ?, ?, ?, ?, ?)", audits)
    _insert(connection, "insert into portal.boundary values (?, ?)", sorted(borders.items()))
    base = [area for area in country.areas.values() if area.level == country.base_level]
    for layout, generation in enumerate(generations(base)):
        days = [layout, generation.valid_from, generation.valid_to]
        connection.execute("insert into portal.tile_layout values (?, ?, ?)", days)
        points = {
            area.code: (area.lat, area.lon)
            for area in generation.areas
            if area.lat is not None and area.lon is not None
        }
        tiles = [(layout, code, column, row) for code, (column, row) in tile_grid(points).items()]
        _insert(connection, "insert into portal.tile values (?, ?, ?, ?)", tiles)


def write_from_cells(connection: Connection) -> None:
    """Write what is made of the draft's cells, as the gate left them: figures made of them, then tables."""
    write_derived(connection)
    run_sql(connection, SQL / "written_cell.sql")
    for table in sorted((SQL / "from_cells").glob("*.sql")):
        run_sql(connection, table)


def as_of(connection: Connection) -> date:
    """The day that the newest delivery behind the draft speaks of as today."""
    [(day,)] = connection.execute("select max(as_of) from portal.delivery").fetchall()
    return date.fromisoformat(str(day))


def name_draft(connection: Connection, kind: str, computed: str) -> str:
    """Name the release by its day and content, so that the same deliveries give the same release tomorrow.

    `computed` is the fingerprint of what was computed, before anything of it was withdrawn, and so it is sealed.
    """
    day = as_of(connection).isoformat()
    release = f"{day}-{_fingerprint(connection, kind)[:8]}"
    facts = {"release": release, "as_of": day, "kind": kind, "format": str(PORTAL_FORMAT)}
    facts["computed"] = computed
    key = publish_fingerprint(connection)
    if key:
        facts["rounding_key"] = key
    if former := former_fingerprints(connection):
        facts["former_rounding_keys"] = " ".join(former)
    _insert(connection, "insert into portal.meta values (?, ?)", facts.items())
    return release


def _fingerprint(connection: Connection, kind: str) -> str:
    content = hashlib.sha256(f"{PORTAL_FORMAT} {kind}".encode())
    statements = [(SQL / "cell_checksums.sql").read_text(encoding="utf-8")]
    statements += ["select delivery from portal.delivery order by delivery"]
    statements += ["select fingerprint from mart.rounding_key where state != 'former'"]
    statements += [f"select * from portal.{table} order by all" for table in TOLD]
    for statement in statements:
        for row in connection.execute(statement).fetchall():
            content.update(repr(row).encode())
    return content.hexdigest()


def _insert(connection: Connection, statement: str, rows: Iterable[Sequence[Any]]) -> None:
    told = [list(row) for row in rows]
    if told:
        connection.executemany(statement, told)
