"""Facts that the countries' folders must hold, and maps that must look like the countries."""

import csv
from datetime import date
from functools import cache
from math import atan2, cos, hypot, pi, radians
from pathlib import Path

import pytest

from warehouse.areas import Area, Country
from warehouse.country_files import known_countries, read_country, read_labels
from warehouse.periods import parse_period
from warehouse.tiles import tile_grid

ORIGINALS = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "published"
MARCH_2026 = date(2026, 3, 1)


@cache
def country(code: str) -> Country:
    return read_country(code)


def count(code: str, level: str, year: int) -> int:
    return len(country(code).areas_on(date(year, 6, 30), level))


def population(areas: tuple[Area, ...]) -> int:
    return sum(area.population or 0 for area in areas)


def test_both_countries_are_there() -> None:
    assert {"dk", "no"} <= set(known_countries())


@pytest.mark.parametrize("code", known_countries())
def test_every_country_reads_without_a_fault_and_names_its_areas(code: str) -> None:
    assert country(code).code == code
    assert all(area.name_en and area.name_local and area.source for area in country(code).areas.values())


@pytest.mark.parametrize(
    ("code", "level", "year", "areas"),
    [
        ("dk", "region", 2026, 5),
        ("dk", "region", 2027, 4),
        ("dk", "province", 2026, 11),
        ("dk", "municipality", 2007, 98),
        ("dk", "municipality", 2027, 98),
        ("dk", "labour_market_area", 2024, 8),
        ("dk", "labour_market_area", 2025, 0),
        ("dk", "employment_council", 2024, 0),
        ("dk", "employment_council", 2025, 5),
        ("no", "county", 2023, 11),
        ("no", "county", 2024, 15),
        ("no", "municipality", 2023, 356),
        ("no", "municipality", 2024, 357),
    ],
)
def test_numbers_of_areas(code: str, level: str, year: int, areas: int) -> None:
    assert count(code, level, year) == areas


def test_danish_regions_and_their_municipalities() -> None:
    denmark = country("dk")
    regions = {"1084": 29, "1085": 17, "1083": 22, "1082": 19, "1081": 11}
    members = {
        code: [member for member in denmark.members(code, MARCH_2026) if member != "411"] for code in regions
    }
    assert {code: len(codes) for code, codes in members.items()} == regions


def test_christiansoe_is_in_a_region_and_a_province_but_is_no_municipality() -> None:
    denmark = country("dk")
    assert denmark.levels[denmark.area("411").level].role == "residual"
    assert denmark.group_of("411", "region", MARCH_2026) == denmark.area("1084")
    assert denmark.group_of("411", "province", MARCH_2026) == denmark.area("DK014")


def test_danish_population() -> None:
    denmark = country("dk")
    municipalities = population(denmark.areas_on(MARCH_2026, "municipality"))
    assert municipalities == 6_028_367
    assert municipalities + population((denmark.area("411"),)) == 6_028_459
    assert denmark.whole.population == population(denmark.areas_on(MARCH_2026, "region")) == 6_028_459
    assert population(denmark.areas_on(MARCH_2026, "province")) == 6_028_367


def test_the_east_of_denmark_becomes_one_region() -> None:
    denmark = country("dk")
    assert len(denmark.members("REGION-OSTDANMARK", date(2027, 1, 1))) == 46
    assert denmark.members("REGION-OSTDANMARK", date(2026, 12, 31)) == ()
    assert denmark.members("1084", date(2027, 1, 1)) == ()
    assert denmark.whole_predecessors("REGION-OSTDANMARK") == ("1084", "1085")
    assert [
        region.name_local if (region := denmark.group_of("400", "region", on)) else None
        for on in (date(2026, 12, 31), date(2027, 1, 1))
    ] == ["Region Hovedstaden", "Region Østdanmark"]


def test_norwegian_generations() -> None:
    norway = country("no")
    assert norway.whole_predecessors("3301") == ("3005",)  # Drammen
    assert norway.successors("1507") == ("1508", "1580")  # Ålesund, Haram
    assert norway.whole_predecessors("1508") == norway.whole_predecessors("1580") == ()
    assert norway.successors("30") == ("31", "32", "33")
    assert norway.successors("38") == ("39", "40")
    assert norway.successors("54") == ("55", "56")
    assert norway.area("0301").valid_from == date(2020, 1, 1)
    assert norway.successors("0301") == ()


def test_norwegian_counties_exchanged_no_municipality() -> None:
    """Only then is the past of a county that kept its code still its own."""
    norway = country("no")
    before, after = date(2023, 12, 31), date(2024, 1, 1)
    for old in norway.areas_on(before, "municipality"):
        was = norway.group_of(old.code, "county", before)
        assert was is not None
        for code in norway.successors(old.code) or (old.code,):
            now = norway.group_of(code, "county", after)
            assert now is not None
            assert now.code in (norway.successors(was.code) or (was.code,))


def test_norwegian_county_populations_add_up() -> None:
    norway = country("no")
    assert norway.whole.population == population(norway.areas_on(MARCH_2026, "county")) == 5_550_203


def test_svalbard_is_the_other_areas() -> None:
    norway = country("no")
    assert norway.group_of("2100", "residual", MARCH_2026) == norway.area("NO-99")


@pytest.mark.parametrize(
    ("code", "typed", "first"),
    [
        ("dk", "arhus", "751"),
        ("dk", "aalborg", "851"),
        ("dk", "ålborg", "851"),
        ("dk", "kobenhavn", "101"),
        ("dk", "copenhagen", "101"),
        ("dk", "elsinore", "217"),
        ("dk", "skagen", "813"),
        ("dk", "vesthimmerland", "820"),
        ("no", "0301", "0301"),
        ("no", "3005", "3301"),
        ("no", "1507", "1508"),
        ("no", "viken", "32"),
        ("no", "karasjok", "5610"),
        ("no", "tromso", "5501"),
    ],
)
def test_places_are_found(code: str, typed: str, first: str) -> None:
    assert country(code).find(typed, "en")[0].code == first


def test_english_and_local_names() -> None:
    assert [country("dk").name("101", language) for language in ("en", "da")] == ["Copenhagen", "København"]
    assert [country("no").name("NO", language) for language in ("en", "da")] == ["Norway", "Norge"]


@pytest.mark.parametrize(
    ("file", "column", "without"),
    [
        ("auk01_social_assistance", "OMRÅDE", {"Christiansø", "Outside Denmark"}),
        ("folk1am_population_by_municipality", "OMRÅDE", {"Abroad", "Outside Denmark", "Not stated municipality"}),
        ("lbesk69_employees_by_municipality", "BOPKOM", {"Abroad", "Not stated municipality"}),
    ],
)  # fmt: skip
def test_every_label_of_the_statbank_means_an_area(file: str, column: str, without: set[str]) -> None:
    path = ORIGINALS / "dst_denmark" / "original" / f"{file}.csv"
    if not path.is_file():
        pytest.skip("the published files are not beside the project")
    labels = read_labels("dk", "statbank")
    with path.open(encoding="utf-8-sig", newline="") as lines:
        delivered = {(row[column], row["TID"]) for row in csv.DictReader(lines, delimiter=";")}
    assert not without & {label for label, _ in delivered}
    for label, period in delivered:
        day = parse_period(f"{period[:4]}-{period[4:].removeprefix('M')}").ends_on
        assert len([meaning for meaning in labels[label] if meaning.valid_on(day)]) == 1, label


def test_statbank_labels_cover_every_danish_area_that_it_publishes() -> None:
    denmark = country("dk")
    meant = {meaning.code for meanings in read_labels("dk", "statbank").values() for meaning in meanings}
    levels = {"country", "region", "province", "municipality", "residual"}
    assert meant == {area.code for area in denmark.areas_on(MARCH_2026) if area.level in levels}


def test_labels_of_the_norwegian_workbook() -> None:
    labels = read_labels("no", "nav")
    in_2022 = {
        label: [meaning.code for meaning in meanings if meaning.valid_on(date(2022, 1, 31))]
        for label, meanings in labels.items()
    }
    assert all(len(codes) == 1 for codes in in_2022.values())
    assert in_2022["I alt Nordland - Nordlánnda"] == in_2022["Nordland - Nordlánnda"] == ["18"]
    assert in_2022["I alt"] == ["NO"]
    counties = {area.code for area in country("no").areas_on(date(2022, 1, 31), "county")}
    assert {codes[0] for codes in in_2022.values()} == counties | {"NO", "NO-99", "NO-UNKNOWN"}


def kept_directions(points: dict[str, tuple[float, float]], tiles: dict[str, tuple[int, int]]) -> float:
    """Share of the lines to four nearest neighbours that turned by an eighth of a circle at most."""

    def away(a: str, b: str) -> tuple[float, float]:
        (lat, lon), (other_lat, other_lon) = points[a], points[b]
        return (other_lon - lon) * cos(radians((lat + other_lat) / 2)), lat - other_lat

    kept = []
    for code in points:
        for near in sorted(points.keys() - {code}, key=lambda other: hypot(*away(code, other)))[:4]:
            east, south = away(code, near)
            turned = atan2(south, east) - atan2(
                tiles[near][1] - tiles[code][1], tiles[near][0] - tiles[code][0]
            )
            kept.append(abs((turned + pi) % (2 * pi) - pi) <= pi / 4)
    return sum(kept) / len(kept)


@pytest.mark.parametrize(("code", "columns", "rows"), [("dk", 18, 14), ("no", 35, 47)])
def test_the_tile_map_looks_like_the_country(code: str, columns: int, rows: int) -> None:
    areas = country(code).areas_on(MARCH_2026, "municipality")
    points = {
        area.code: (area.lat, area.lon) for area in areas if area.lat is not None and area.lon is not None
    }
    tiles = tile_grid(points)
    assert len(set(tiles.values())) == len(areas)
    assert max(column for column, _ in tiles.values()) < columns
    assert max(row for _, row in tiles.values()) < rows
    assert kept_directions(points, tiles) >= 0.85


def test_jutland_is_left_funen_in_the_middle_and_zealand_right() -> None:
    denmark = country("dk")
    areas = denmark.areas_on(MARCH_2026, "municipality")
    tiles = tile_grid({area.code: (area.lat or 0, area.lon or 0) for area in areas})

    def middle(groups: set[str]) -> float:
        columns = [
            tiles[member]
            for group in groups
            for member in denmark.members(group, MARCH_2026)
            if member != "411"
        ]
        return sum(column for column, _ in columns) / len(columns)

    jutland, funen = middle({"1081", "1082", "DK032"}), middle({"DK031"})
    zealand, copenhagen = middle({"1085"}), middle({"DK011"})
    assert jutland < funen < zealand < copenhagen
    assert tiles["400"][0] == max(column for column, _ in tiles.values())  # Bornholm
    assert tiles["860"][1] == min(row for _, row in tiles.values())  # Hjørring
