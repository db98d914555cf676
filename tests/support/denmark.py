"""A Danish home with invented figures for every municipality, small enough to be made in a second.

Recipients of a municipality are its inhabitants ÷ 200, plus the number of the quarter counted from 2023 Q1; two small
municipalities are hidden by their owner. Inhabitants are the same in every month.
"""

import json
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

from indicators.compute import compute
from indicators.publish import publish
from warehouse.areas import Country
from warehouse.connection import Connection, append
from warehouse.country_files import read_country
from warehouse.country_tables import write_country
from warehouse.homes import Home, make_home
from warehouse.releases import Release

QUARTERS = tuple(f"{year}-Q{quarter}" for year in (2023, 2024, 2025) for quarter in (1, 2, 3, 4))
MONTHS = tuple(f"{year}-{month:02}" for year in (2023, 2024, 2025) for month in range(1, 13))
HIDDEN = ("563", "825")
AS_OF = date(2025, 12, 31)

RECIPIENTS, INHABITANTS = "social_assistance_recipients", "population"
SOURCES = {RECIPIENTS: "dst_auk01", INHABITANTS: "dst_folk1am"}
BREAK = {"en": "An invented break.", "da": "Et opdigtet databrud."}


class Figure(NamedTuple):
    """A row of `core.figure`."""

    source: str
    measure: str
    breakdown: str
    category: str
    period_kind: str
    period: str
    area: str
    value: Decimal | None
    status: str
    delivery: str


def make_denmark(folder: Path) -> Home:
    """The home, loaded and computed, with nothing published yet."""
    home = make_home(folder, "dk", "synthetic")
    country = read_country("dk")
    with home.warehouse() as warehouse:
        write_country(warehouse, country)
        append(warehouse, "core.figure", (figure._asdict() for figure in _figures(country)))
        for number, (measure, source) in enumerate(SOURCES.items(), start=1):
            _tell(warehouse, number, measure, source)
        warehouse.execute(
            "insert into core.series_break values (?, ?, ?)", [RECIPIENTS, "2024-Q1", json.dumps(BREAK)]
        )
    compute(home, _quiet)
    return home


def publish_denmark(home: Home) -> Release:
    """Publish what is computed."""
    return publish(home, _quiet)[0]


def revise_denmark(home: Home) -> Release:
    """Publish another release, in which everybody counts one more recipient than before."""
    with home.warehouse() as warehouse:
        warehouse.execute(f"update core.figure set value = value + 1 where measure = '{RECIPIENTS}'")
    compute(home, _quiet)
    return publish_denmark(home)


def _figures(country: Country) -> Iterator[Figure]:
    standing = country.areas_on(AS_OF, country.base_level)
    inhabitants = {area.code: Decimal(area.population) for area in standing if area.population}
    for number, quarter in enumerate(QUARTERS):
        counted = {code: many // 200 + number for code, many in inhabitants.items()}
        for code, value in _with_sums(country, counted).items():
            yield _figure(RECIPIENTS, "quarter", quarter, code, None if code in HIDDEN else value)
    for month in MONTHS:
        for code, value in _with_sums(country, inhabitants).items():
            yield _figure(INHABITANTS, "month", month, code, value)


def _with_sums(country: Country, counted: dict[str, Decimal]) -> dict[str, Decimal]:
    """The municipalities, the regions and the country; a sum holds what the owner hides of its parts."""
    regions = {
        region.code: Decimal(
            sum(counted[code] for code in country.members(region.code, AS_OF) if code in counted)
        )
        for region in country.areas_on(AS_OF, country.region_level)
    }
    return {**counted, **regions, country.whole.code: Decimal(sum(counted.values()))}


def _figure(measure: str, kind: str, period: str, area: str, value: Decimal | None) -> Figure:
    status = "suppressed" if value is None else "value"
    source = SOURCES[measure]
    return Figure(source, measure, "all", "all", kind, period, area, value, status, f"of-{source}")


def _tell(warehouse: Connection, number: int, measure: str, source: str) -> None:
    """Put on record what a delivery of this source says of itself."""
    title = f"Invented figures ({source})"
    facts: dict[str, Any] = {
        "title": {"en": title, "da": title},
        "publisher": {"en": "Invented Statistics", "da": "Opdigtet Statistik"},
        "licence": {"name": "CC BY 4.0", "url": "https://creativecommons.org/licenses/by/4.0/"},
        "url": "",
        "rhythm": "quarter",
        "citation": title,
        "already_public": True,
    }
    loaded = [10, 9, 1]
    delivery = [f"of-{source}", number, source, "synthetic", AS_OF, "2023-Q1", "2025-Q4", *loaded]
    check = [
        "figure",
        "expect_column_values_to_not_be_null",
        "Every figure names its area.",
        "blocking",
        True,
    ]
    warehouse.execute("insert into core.source values (?, ?)", [source, json.dumps(facts)])
    warehouse.execute("insert into core.measure_source values (?, ?, true)", [measure, source])
    warehouse.execute(f"insert into raw.delivery values ({', '.join('?' * len(delivery))})", delivery)
    warehouse.execute(
        "insert into raw.delivery_file values (?, ?, 1234, ?)", [f"of-{source}", f"{source}.csv", "0" * 64]
    )
    warehouse.execute(
        "insert into raw.quarantine values (?, ?, 17, 'INDHOLD', 'a figure is a number', 'text')",
        [f"of-{source}", f"{source}.csv"],
    )
    warehouse.execute(
        "insert into raw.check_result values (?, ?, ?, ?, ?, ?, 10, 0, '')", [f"of-{source}", *check]
    )


def _quiet(_: str) -> None:
    """Nobody is told."""
