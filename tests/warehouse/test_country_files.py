"""A country's folder: what is read, and that every fault in it is told at once, with file, row and column."""

from datetime import date
from pathlib import Path

import pytest

from warehouse.country_files import known_countries, read_country, read_labels
from warehouse.errors import UserError

PROFILE = """
code: xx
names: {en: Exland, da: Eksland}
local_language: xx
currency: EUR
working_age: [15, 64]
base_level: municipality
region_level: county
levels:
  country: {title: {en: Country, da: Land}, plural: {en: Country, da: Land}, role: country}
  county: {title: {en: County, da: Amt}, plural: {en: Counties, da: Amter}, role: nested}
  municipality: {title: {en: Town, da: By}, plural: {en: Towns, da: Byer}, role: base}
sources: {areas: invented}
"""

AREAS = """\
code,level,name_en,name_local,other_names,code_system,alt_code,valid_from,valid_to,population,population_date,lat,lon,source
XX,country,Exland,Xland,,own,,,,1000,2024-01-01,,,invented
C1,county,East,Øst,,own,,,,,,,,invented
C2,county,West,Vest,,own,,,,,,,,invented
11,municipality,Vik,Vik,Old Vik;Wick,own,,2007-01-01,2023-12-31,,,55.5,10.25,invented
12,municipality,Nes,Nes,,own,,2024-01-01,,,,,,invented
"""

MEMBERSHIPS = """\
grouping,group_code,member_code,valid_from,valid_to,source
county,C1,11,2007-01-01,2015-12-31,invented
county,C2,11,2016-01-01,2023-12-31,invented
county,C1,12,2024-01-01,,invented
"""

SUCCESSORS = "code,successor_code,from_date,source\n11,12,2024-01-01,invented\n"

LABELS = "label,code,valid_from,valid_to\nVik town,11,,2023-12-31\nVik town,12,2024-01-01,\nAll,XX,,\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of countries with one, faultless."""
    files = {
        "country.yml": PROFILE,
        "areas.csv": AREAS,
        "memberships.csv": MEMBERSHIPS,
        "successors.csv": SUCCESSORS,
    }
    (tmp_path / "xx" / "labels").mkdir(parents=True)
    for name, text in files.items() | {("labels/office.csv", LABELS)}:
        (tmp_path / "xx" / name).write_text(text, encoding="utf-8")
    return tmp_path


def change(folder: Path, file: str, old: str, new: str) -> None:
    path = folder / "xx" / file
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} must stand once in {file}"
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_what_is_read(folder: Path) -> None:
    country = read_country("xx", folder)
    vik = country.area("11")
    assert (vik.name_en, vik.other_names) == ("Vik", ("Old Vik", "Wick"))
    assert (vik.valid_from, vik.valid_to) == (date(2007, 1, 1), date(2023, 12, 31))
    assert (vik.lat, vik.lon, vik.population) == (55.5, 10.25, None)
    assert country.whole.population == 1000
    assert country.successors("11") == ("12",)
    assert country.members("C2", date(2020, 1, 1)) == ("11",)


def test_labels_mean_an_area_at_a_time(folder: Path) -> None:
    labels = read_labels("xx", "office", folder)
    assert {label: len(meanings) for label, meanings in labels.items()} == {"Vik town": 2, "All": 1}
    assert [
        [label.code for label in labels["Vik town"] if label.valid_on(on)]
        for on in (date(2023, 12, 31), date(2024, 1, 1))
    ] == [["11"], ["12"]]


def test_an_unknown_country_is_answered_with_those_there_are(folder: Path) -> None:
    assert known_countries(folder) == ("xx",)
    with pytest.raises(UserError, match=r"There is no country 'zz'\. Known countries: xx"):
        read_country("zz", folder)
    with pytest.raises(UserError, match="Known countries: none"):
        read_country("zz", folder / "nowhere")


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        ("areas.csv", "12,municipality", "1/2,municipality", "areas.csv, row 6, column code: a code is letters"),
        ("areas.csv", "12,municipality", "11,municipality", "areas.csv, row 6: stands twice (11)"),
        ("areas.csv", "12,municipality", "12,town", "areas.csv, row 6, column level: unknown level (town)"),
        ("areas.csv", "C2,county", "C2,country", "areas.csv: exactly one area must be the whole country"),
        ("areas.csv", "2007-01-01,2023-12-31", "2007-1-1,2023-12-31", "valid_from: a date is written YYYY-MM-DD"),
        ("areas.csv", "2007-01-01,2023-12-31", "2007-01-01,2023-02-30", "areas.csv, row 5, column valid_to: "),
        ("areas.csv", "2007-01-01,2023-12-31", "2027-01-01,2023-12-31", "row 5, column valid_to: ends before it"),
        ("areas.csv", "1000,2024-01-01", "1000,", "row 2, column population: a population is a count and its date"),
        ("areas.csv", "1000,2024-01-01", "1.5,2024-01-01", "column population: must be a whole number"),
        ("areas.csv", "55.5,10.25", "55.5,", "row 5, column lat: a position is two angles in degrees"),
        ("areas.csv", "55.5,10.25", '"55,5",10.25', "column lat: must be a number with a decimal point"),
        ("areas.csv", "55.5,10.25", "95.5,10.25", "column lat: a position is two angles in degrees"),
        ("areas.csv", ",Nes,Nes,", ",,Nes,", "row 6, column name_en: must not be empty"),
        ("areas.csv", "XX,country,Exland,", "XX,country,Ex,land,", "areas.csv, row 2: has 15 cells instead of 14"),
        ("areas.csv", "name_local,other_names", "local_name,other_names", "areas.csv, row 1: the columns must be"),
        ("memberships.csv", "county,C1,12", "county,C9,12", "row 4, column group_code: unknown area (C9)"),
        ("memberships.csv", "county,C1,12", "county,C1,99", "row 4, column member_code: unknown area (99)"),
        ("memberships.csv", "county,C1,12", "region,C1,12", "row 4, column grouping: must be the group's level"),
        ("memberships.csv", "county,C1,12", "county,C1,C2", "only base and residual areas are members (C2)"),
        ("memberships.csv", "C1,12,2024", "C1,12,2023", "column valid_from: reaches outside the area's own time (12)"),
        ("memberships.csv", "2016-01-01,2023-12-31", "2016-01-01,2015-12-31", "column valid_to: ends before it begins"),
        ("memberships.csv", "C2,11,2016", "C2,11,2015", "column member_code: in two groups of grouping 'county'"),
        ("memberships.csv", "C2,11,2016-01-01", "C2,11,2016-01-02", "areas.csv, row 5, column code: has days without"),
        ("memberships.csv", "C1,12,2024-01-01,", "C1,12,2024-01-01,2030-12-31", "row 6, column code: has days without"),
        ("successors.csv", "11,12,2024", "99,12,2024", "successors.csv, row 2, column code: unknown area (99)"),
        ("successors.csv", "11,12,2024", "11,99,2024", "row 2, column successor_code: unknown area (99)"),
        ("successors.csv", "2024-01-01", "2024-02-01", "column from_date: must be the day after the area's last day"),
        ("successors.csv", "2024-01-01", "", "column from_date: must not be empty"),
        ("country.yml", "code: xx", "code: yy", "country.yml: code must be the folder's name, 'xx'"),
        ("country.yml", "currency: EUR", "currencies: EUR", "country.yml: missing key 'currency'"),
        ("country.yml", "currency: EUR", "currencies: EUR", "country.yml: unknown key 'currencies'"),
        (
            *("country.yml", "currency: EUR", "persons: {protection: {money: {}}}\ncurrency: ABC"),
            "country.yml: currency must be one of those in the vocabulary",
        ),
        ("country.yml", "[15, 64]", "[64, 15]", "working_age must be the first and the last age"),
        ("country.yml", "{en: Exland, da: Eksland}", "{en: Exland}", "names: no text in language 'da'"),
        ("country.yml", "{en: Counties, da: Amter}", "{da: Amter}", "level 'county', plural: no text in language 'en'"),
        ("country.yml", "role: base", "role: bottom", "level 'municipality': role must be one of base,"),
        ("country.yml", "role: base", "rôle: base", "level 'municipality' must have exactly the keys"),
        ("country.yml", "role: base", "role: base}\n  more: {", "level 'more' must have exactly the keys"),
        ("country.yml", "role: country", "role: nested", "exactly one level must have the role 'country'"),
        ("country.yml", "base_level: municipality", "base_level: county", "base_level must be the one level with"),
        ("country.yml", "region_level: county", "region_level: town", "region_level must be a level with the role"),
        ("country.yml", "{areas: invented}", "{areas: [}", "country.yml of country 'xx' is not a readable YAML file"),
    ],
)  # fmt: skip
def test_each_fault_is_told(folder: Path, file: str, old: str, new: str, told: str) -> None:
    change(folder, file, old, new)
    with pytest.raises(UserError) as refusal:
        read_country("xx", folder)
    assert told in str(refusal.value)


def put_into_provinces(folder: Path, more: str = "", last: str = "") -> None:
    """Vik, which ended and was followed by Nes, was in the province P1 as well."""
    county = "  county: {title: {en: County, da: Amt}, plural: {en: Counties, da: Amter}, role: nested}\n"
    change(folder, "country.yml", county, county + county.replace("county:", "province:"))
    change(folder, "areas.csv", "C2,county", f"P1,province,Inner,Indre,,own,,,{last},,,,,invented\nC2,county")
    with (folder / "xx" / "memberships.csv").open("a", encoding="utf-8") as file:
        file.write(f"province,P1,11,2007-01-01,2023-12-31,invented\n{more}")


def test_who_follows_an_area_is_in_all_groupings_that_it_was_in(folder: Path) -> None:
    """Otherwise the province would lose Vik's people by a line that nobody wrote."""
    put_into_provinces(folder)
    with pytest.raises(UserError) as refusal:
        read_country("xx", folder)
    told = str(refusal.value).splitlines()[1:]
    rule = "its successor is in no group of grouping 'province' from 2024-01-01 on"
    assert told == [
        f"  memberships.csv, row 5, column member_code: {rule} (12 follows 11, which was in P1)",
    ]


@pytest.mark.parametrize(
    ("more", "last"),
    [("province,P1,12,2024-01-01,,invented\n", ""), ("", "2023-12-31")],
    ids=["it is in one", "the grouping itself has ended"],
)
def test_who_follows_an_area_may_be_in_any_group_or_where_there_are_none_in_none(
    folder: Path, more: str, last: str
) -> None:
    put_into_provinces(folder, more, last)
    assert read_country("xx", folder).group_of("11", "province", date(2023, 12, 31)) is not None


def test_all_faults_of_all_files_are_told_together(folder: Path) -> None:
    change(folder, "country.yml", "currency: EUR\n", "")
    change(folder, "areas.csv", "2007-01-01,2023-12-31", "soon,2023-12-31")
    change(folder, "areas.csv", "55.5,10.25", "north,10.25")
    (folder / "xx" / "memberships.csv").unlink()
    (folder / "xx" / "successors.csv").write_text("", encoding="utf-8")
    with pytest.raises(UserError) as refusal:
        read_country("xx", folder)
    assert str(refusal.value).splitlines() == [
        "The files of country 'xx' have faults:",
        "  country.yml: missing key 'currency'",
        "  areas.csv, row 5, column valid_from: a date is written YYYY-MM-DD ('soon')",
        "  areas.csv, row 5, column lat: must be a number with a decimal point ('north')",
        "  memberships.csv: the file is missing",
        "  successors.csv: the file is empty or not comma-separated UTF-8 text",
    ]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("Vik town,12", "Vik town,99", "office.csv, row 3, column code: unknown area (99)"),
        (
            "12,2024-01-01",
            "12,2023-12-31",
            "office.csv, row 3, column label: means two areas at one time (Vik town)",
        ),
        ("All,XX", ",XX", "office.csv, row 4, column label: must not be empty"),
    ],
)
def test_faults_of_labels(folder: Path, old: str, new: str, told: str) -> None:
    change(folder, "labels/office.csv", old, new)
    with pytest.raises(UserError) as refusal:
        read_labels("xx", "office", folder)
    assert told in str(refusal.value)


def test_labels_that_are_not_there(folder: Path) -> None:
    with pytest.raises(UserError, match=r"elsewhere\.csv: the file is missing"):
        read_labels("xx", "elsewhere", folder)
