"""A night's delivery, drawn from a demo's: all that is told of one person in a hundred, some of it otherwise."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import yaml

from etl.manifest import MANIFEST, read_manifest
from warehouse.connection import Connection, open_memory

SOURCES = (
    *("person_states", "benefit_spells", "registrations", "activities"),
    *("work_months", "payments", "education_months", "pensions", "placements", "cases", "case_events"),
    *("sanctions", "applications"),
    "need_assessments",
)
DAYS = 4
"""So many days further than the demo's first delivery reaches a night's, within the month that follows."""

_TOLD = """
    select * from {table}
    where hash(person_id) % {one_in} = 0
"""
_OTHERWISE = """
    -- An open spell in two ends by now; one row in three hundred, of any age, gets another degree or last day.
    select * replace (
        case
            when last_day is null and hash(person_id, 1) % 2 = 0 then greatest(start_on, date '{ends}')
            when last_day > start_on + 5 and hash(person_id, start_on) % 300 = 0 then last_day - 1
            else last_day
        end as last_day,
        case when hash(person_id, start_on, 2) % 300 = 0 then 50 else degree end as degree
    )
    from ({told})
"""


def draw_night(deliveries: Path, out: Path, one_in: int = 100, after: Path | None = None) -> int:
    """Write a delivery of what one in so many persons of a demo's delivery is told of; how many rows it has.

    It comes some days after that delivery, or after another.
    """
    manifest = read_manifest(deliveries)
    if manifest.covers is None:
        raise ValueError(f"{deliveries} has no records of persons")
    last = (read_manifest(after).covers or manifest.covers).last if after else manifest.covers.last
    covers = {"from": manifest.covers.first, "to": last + timedelta(days=DAYS)}
    out.mkdir(parents=True)
    connection = open_memory(out, "1GB")
    try:
        rows = sum(_draw(connection, deliveries, out, covers["to"], one_in))
    finally:
        connection.close()
    note = "Invented people; drawn from a demo's delivery."
    told = {"kind": manifest.kind, "covers": covers, "note": note}
    (out / MANIFEST).write_text(yaml.safe_dump(told, sort_keys=False), encoding="utf-8")
    return rows


def _draw(connection: Connection, deliveries: Path, out: Path, until: date, one_in: int) -> Iterator[int]:
    for source in SOURCES:
        files = sorted(
            str(file) for file in deliveries.glob(f"{source}*") if file.suffix in {".csv", ".parquet"}
        )
        read = "read_csv" if files[0].endswith("csv") else "read_parquet"
        told = _TOLD.format(
            table=f"{read}({files}{', all_varchar = true' if read == 'read_csv' else ''})", one_in=one_in
        )
        if source == "benefit_spells":
            told = _OTHERWISE.format(told=told, ends=until - timedelta(days=DAYS + 1))
        rows = connection.sql(told)
        if read == "read_csv":
            rows.write_csv(str(out / f"{source}.csv"))
        else:
            rows.write_parquet(str(out / f"{source}.parquet"), compression="zstd")
        yield len(rows)
