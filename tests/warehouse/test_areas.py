"""A small country, drawn, and what its model must answer."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warehouse.area_search import fold
from warehouse.areas import Area, Country, country_from_rows

# Two counties; on 1 January 2024 Vik (12) and Nes (13) merged into Viknes (15), and Storby (11) was split.
PROFILE = {
    "code": "xx",
    "names": {"en": "Exland", "da": "Eksland"},
    "local_language": "nb",
    "currency": "EUR",
    "working_age": [15, 64],
    "base_level": "municipality",
    "region_level": "county",
    "levels": {
        "country": {"title": {"en": "Whole country"}, "plural": {"en": "Whole country"}, "role": "country"},
        "county": {"title": {"en": "County"}, "plural": {"en": "Counties"}, "role": "nested"},
        "municipality": {"title": {"en": "Municipality"}, "plural": {"en": "Municipalities"}, "role": "base"},
        "residual": {"title": {"en": "Elsewhere"}, "plural": {"en": "Elsewhere"}, "role": "residual"},
    },
}

AREAS = """
    code | level        | name_en   | name_local  | other     | from       | to         | population
    XX   | country      | Exland    | Xland       |           |            |            | 1000
    C1   | county       | East      | Øst         |           |            |            |
    C2   | county       | West      | Vest        |           |            |            |
    11   | municipality | Storby    | Storby      |           |            | 2023-12-31 |
    12   | municipality | Vik       | Vik         |           |            | 2023-12-31 |
    13   | municipality | Nes       | Nes         |           |            | 2023-12-31 |
    14   | municipality | Aros      | Årøs        | Old Aros  |            |            | 500
    15   | municipality | Viknes    | Viknes      |           | 2024-01-01 |            | 100
    16   | municipality | Storby N  | Storby nord |           | 2024-01-01 |            | 300
    17   | municipality | Storby S  | Storby sør  |           | 2024-01-01 |            | 200
    NS   | residual     | Unknown   | Ukjent      |           |            |            |
"""

MEMBERSHIPS = """
    group | member | from       | to
    C1    | 11     |            | 2023-12-31
    C1    | 12     |            | 2023-12-31
    C2    | 13     |            | 2023-12-31
    C1    | 14     |            | 2024-06-30
    C2    | 14     | 2024-07-01 |
    C1    | 15     | 2024-01-01 |
    C1    | 16     | 2024-01-01 |
    C1    | 17     | 2024-01-01 |
"""

SUCCESSIONS = [("12", "15"), ("13", "15"), ("11", "16"), ("11", "17")]


def rows_of(drawing: str) -> list[list[str]]:
    """The cells of a drawn table, without its header."""
    return [[cell.strip() for cell in line.split("|")] for line in drawing.strip().splitlines()][1:]


def day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


@pytest.fixture(scope="module")
def country() -> Country:
    """The country drawn above."""
    return country_from_rows(
        PROFILE,
        [
            (code, level, name, local, other, "made up", "", day(first), day(last))
            + ((int(people), date(2024, 1, 1)) if people else (None, None))
            + (None, None, "made up")
            for code, level, name, local, other, first, last, people in rows_of(AREAS)
        ],
        [
            ("county", group, member, day(first), day(last), "made up")
            for group, member, first, last in rows_of(MEMBERSHIPS)
        ],
        [(old, new, date(2024, 1, 1), "made up") for old, new in SUCCESSIONS],
    )


def codes(areas: tuple[Area, ...]) -> list[str]:
    return [area.code for area in areas]


def test_the_profile_is_read_through_names_of_its_own(country: Country) -> None:
    assert (country.code, country.currency, country.working_age) == ("xx", "EUR", (15, 64))
    assert country.whole.code == "XX"
    assert list(country.levels) == ["country", "county", "municipality", "residual"]
    assert country.levels["county"].plural["en"] == "Counties"


def test_an_area_stands_from_its_first_to_its_last_day(country: Country) -> None:
    assert country.area("11").valid_on(date(2023, 12, 31))
    assert not country.area("11").valid_on(date(2024, 1, 1))
    assert codes(country.areas_on(date(2023, 6, 1), "municipality")) == ["11", "12", "13", "14"]
    assert codes(country.areas_on(date(2024, 1, 1), "municipality")) == ["14", "15", "16", "17"]
    assert len(country.areas_on(date(2024, 1, 1))) == 8


def test_an_unknown_code_is_a_key_error(country: Country) -> None:
    with pytest.raises(KeyError):
        country.area("99")


def test_membership_changes_from_one_day_to_the_next(country: Country) -> None:
    assert [
        getattr(country.group_of("14", "county", on), "code", None)
        for on in (date(2024, 6, 30), date(2024, 7, 1))
    ] == ["C1", "C2"]
    assert country.members("C1", date(2023, 12, 31)) == ("11", "12", "14")
    assert country.members("C2", date(2024, 7, 1)) == ("14",)
    assert country.group_of("NS", "county", date(2024, 1, 1)) is None
    assert country.members("NS", date(2024, 1, 1)) == ()


def test_only_areas_that_went_whole_into_another_are_its_past(country: Country) -> None:
    assert country.predecessors("15") == ("12", "13")
    assert country.whole_predecessors("15") == ("12", "13")
    assert country.successors("11") == ("16", "17")
    assert country.predecessors("16") == ("11",)
    assert country.whole_predecessors("16") == ()
    assert country.whole_predecessors("14") == ()


def test_names_are_local_only_for_readers_of_the_local_language(country: Country) -> None:
    assert [country.name("14", language) for language in ("en", "da", "nb")] == ["Aros", "Aros", "Årøs"]
    assert [country.name("XX", language) for language in ("en", "da", "hy")] == [
        "Exland",
        "Eksland",
        "Exland",
    ]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("aros", "14"),
        ("ÅRØS", "14"),
        ("aaroes", "14"),
        ("old aros", "14"),
        ("14", "14"),
        ("øst", "C1"),
        ("ost", "C1"),
        ("vik", "15"),  # the old Vik is found by its name, the new Viknes comes with it and stands
        ("12", "15"),
        ("storby sor", "17"),
    ],
)
def test_a_place_is_found_however_it_is_typed(country: Country, typed: str, first: str) -> None:
    assert codes(country.find(typed, "en"))[0] == first


def test_what_ended_is_found_after_what_stands_on_the_day(country: Country) -> None:
    assert codes(country.find("11", "en")) == ["16", "17", "11"]
    assert codes(country.find("11", "en", on=date(2023, 1, 1))) == ["11", "16", "17"]
    assert codes(country.find("storby", "en", limit=1)) == ["16"]


@pytest.mark.parametrize("typed", ["", "  ", "-", "nowhere at all"])
def test_nothing_is_found_for_nothing(country: Country, typed: str) -> None:
    assert country.find(typed, "en") == ()


@given(st.text(max_size=12) | st.text("aeoåæø ÅÆØ-", max_size=8))
def test_folding_twice_changes_nothing_and_case_does_not_count(text: str) -> None:
    once = fold(text)
    assert fold(once) == once
    assert fold(text.casefold()) == once


def test_tables_give_the_same_country_back(country: Country) -> None:
    rows = (country.area_rows(), country.membership_rows(), country.succession_rows())
    assert country_from_rows(country.profile, *rows) == country
    assert len(rows[0][0]) == 14
