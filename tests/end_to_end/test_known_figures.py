"""What is known beforehand of the published files, found again in the releases that are built from them."""

import csv
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from tests.support.homes import COUNTRIES, published
from tests.support.independent_files import Country
from tests.support.released import Released, read_release

pytestmark = pytest.mark.slow  # each home takes some fifteen seconds to build

MONTHS = [f"2022-{month:02}" for month in range(1, 11)]
HIDDEN = {"registered_unemployed": 144, "registered_unemployed_rate": 154}
"""How many of NAV's 3 570 figures of municipalities and Svalbard are hidden."""


def cells_of(home: Path, indicator: str) -> dict[tuple[str, str], Released]:
    """An indicator's cells by area and period."""
    return {(row.area, row.period): row for row in read_release(home) if row.indicator == indicator}


def tidied(file: Path) -> Iterator[dict[str, str]]:
    """A published file as somebody else tidied it: the rows of municipalities."""
    with file.open(encoding="utf-8-sig", newline="") as stream:
        yield from (line for line in csv.DictReader(stream) if line["level"] == "municipality")


def test_recipients_of_social_assistance_in_all_denmark(official_danish_home: Path) -> None:
    cells = cells_of(official_danish_home, "social_assistance_recipients")
    known = {"2007-Q1": 19_206, "2012-Q1": 20_385, "2017-Q1": 23_159, "2021-Q1": 17_732, "2025-Q4": 9_168}
    assert {quarter: cells["DK", quarter].value for quarter in known} == known


def test_recipients_as_another_reader_tidied_them(official_danish_home: Path) -> None:
    cells = cells_of(official_danish_home, "social_assistance_recipients")
    lines = list(tidied(published("dst_denmark") / "auk01_tidy.csv"))
    assert len(lines) == 98 * 76
    for line in lines:
        quarter = line["quarter"].replace("Q", "-Q")
        assert cells[line["code"].lstrip("0"), quarter].value == int(line["value"]), line


@pytest.mark.parametrize("indicator", HIDDEN)
def test_hidden_figures_of_norway_are_all_there_and_all_hidden(
    official_norwegian_home: Path, indicator: str
) -> None:
    places = Country(COUNTRIES / "no").places
    cells = [
        row
        for (area, month), row in cells_of(official_norwegian_home, indicator).items()
        if (places[area].level == "municipality" or area == "2100") and places[area].since <= month
    ]
    assert len(cells) == 3_570
    assert Counter(row.status for row in cells) == {
        "suppressed": HIDDEN[indicator],
        "value": 3_570 - HIDDEN[indicator],
    }
    assert all(set(row.numbers) == {None} for row in cells if row.status == "suppressed")
    if indicator == "registered_unemployed":
        assert min(row.value for row in cells if row.value is not None) == 4


@pytest.mark.parametrize(
    ("indicator", "value", "hidden"),
    [
        ("registered_unemployed", "helt_ledige", "suppressed"),
        ("registered_unemployed_rate", "pct_of_labour_force", "pct_suppressed"),
    ],
)
def test_norway_as_another_reader_tidied_it(
    official_norwegian_home: Path, indicator: str, value: str, hidden: str
) -> None:
    cells = cells_of(official_norwegian_home, indicator)
    for line in tidied(published("nav_norway") / "hl060_2022_tidy.csv"):
        cell = cells[line["kommunenr"], line["period"]]
        known = None if line[hidden] == "1" else Decimal(line[value])
        assert (cell.value, cell.status) == (known, "value" if known is not None else "suppressed"), line


def test_counties_of_norway_are_the_sum_of_their_municipalities_where_nothing_is_hidden(
    official_norwegian_home: Path,
) -> None:
    country, cells = Country(COUNTRIES / "no"), cells_of(official_norwegian_home, "registered_unemployed")
    compared = 0
    for month in MONTHS:
        for county in standing_counties(country):
            parts = [cells[member, month].value for member in country.members(county, f"{month}-28")]
            if None not in parts:
                assert cells[county, month].value == sum(parts), (county, month)
                compared += 1
    assert compared == 110 - 63


def test_counties_of_norway_add_up_to_the_country(official_norwegian_home: Path) -> None:
    country, cells = Country(COUNTRIES / "no"), cells_of(official_norwegian_home, "registered_unemployed")
    parts = [*standing_counties(country), "NO-99", "NO-UNKNOWN"]
    for month in MONTHS:
        assert cells["NO", month].value == sum(cells[part, month].value for part in parts), month
    assert (cells["NO", "2022-01"].value, cells["NO", "2022-10"].value) == (74_143, 45_406)


def standing_counties(country: Country) -> list[str]:
    """The counties of 2022."""
    places = country.places.items()
    return [
        code for code, place in places if place.level == "county" and place.since <= "2022" <= place.until
    ]
