"""A cell is found by what people type, and what is not found is answered with what comes closest."""

import pytest

from indicators.asking import Asked, find_cell, nearest
from warehouse.errors import UserError
from warehouse.homes import Home
from warehouse.reading import ALL, Portal
from warehouse.releases import current_release


@pytest.fixture(scope="module")
def portal(split_denmark: Home) -> Portal:
    return Portal(current_release(split_denmark.releases).file)


def refused(portal: Portal, *words: str, **more: str) -> str:
    with pytest.raises(UserError) as raised:
        find_cell(portal, *words, **more)
    return str(raised.value)


def found(asked: Asked) -> tuple[str, str, str, str, tuple[str, str]]:
    return asked.indicator.id, asked.area.code, asked.period.kind, str(asked.period), asked.category


@pytest.mark.parametrize("area", ["751", "Aarhus", "århus", "AARHUS"])
def test_an_area_is_found_by_code_and_by_name(portal: Portal, area: str) -> None:
    asked = find_cell(portal, "recipients", area, "2025-Q1")
    assert found(asked) == ("recipients", "751", "quarter", "2025-Q1", ALL)
    assert asked.cell == portal.cells("recipients", asked.period, asked.period, ["751"])[0]


def test_a_months_spelling_is_a_month_unless_a_rolling_year_is_asked_for(portal: Portal) -> None:
    assert found(find_cell(portal, "recipients", "DK", "2025-12"))[2] == "month"
    assert found(find_cell(portal, "recipients", "DK", "2025-12", kind="rolling_year"))[2] == "rolling_year"


@pytest.mark.parametrize(
    ("spelled", "meant"),
    [
        ("2025q1", "2025-Q1"),
        ("2025K1", "2025-Q1"),
        ("2025 Q1", "2025-Q1"),
        ("2025M12", "2025-12"),
        ("202512", "2025-12"),
    ],
)
def test_a_period_is_found_as_statistics_offices_spell_it(portal: Portal, spelled: str, meant: str) -> None:
    assert str(find_cell(portal, "recipients", "DK", spelled).period) == meant


@pytest.mark.parametrize(
    ("category", "meant"),
    [
        ("sex.female", ("sex", "female")),
        ("female", ("sex", "female")),
        ("Women", ("sex", "female")),
        ("sex.age.female.25-29", ("sex.age", "female.25-29")),
        ("all", ALL),
    ],
)
def test_a_category_is_found_as_addresses_write_it_and_by_name(
    portal: Portal, category: str, meant: tuple[str, str]
) -> None:
    assert find_cell(portal, "recipients", "DK", "2025-Q1", category=category).category == meant


def test_what_is_unknown_is_told_with_what_is_nearest(portal: Portal) -> None:
    assert "Nearest: recipients, " in refused(portal, "recipient", "DK", "2025-Q1")
    assert "Nearest: Aarhus (751, municipality)" in refused(portal, "recipients", "Arhuus", "2025-Q1")
    assert refused(portal, "recipients", "DK", "2030-Q1").endswith(
        "2024-Q4, 2025-Q1, 2025-Q2, 2025-Q3, 2025-Q4."
    )
    assert "2025-12" in refused(portal, "recipients", "DK", "December")
    assert "Nearest: month, quarter, rolling_year." in refused(
        portal, "recipients", "DK", "2025", kind="year"
    )
    assert "Nearest: sex.female, " in refused(portal, "recipients", "DK", "2025-Q1", category="femle")
    assert "is no category" in refused(portal, "recipients", "DK", "2025-12", category="sex.age.female.25-29")


def test_what_may_mean_several_things_is_told_with_all_of_them(portal: Portal) -> None:
    """Slangerup went to two municipalities."""
    said = refused(portal, "recipients", "Slangerup", "2025-Q1")
    assert said.startswith("Several areas are called 'Slangerup'.")
    assert "Hillerød (219, municipality), Frederikssund (250, municipality)" in said


def test_an_area_that_did_not_stand_is_told_with_its_relatives(portal: Portal) -> None:
    said = refused(portal, "recipients", "REGION-OSTDANMARK", "2025-Q1")
    assert "has no cell of Region of Eastern Denmark" in said
    assert "see Capital Region of Denmark (1084, region), Region Zealand (1085, region)" in said


def test_the_most_alike_of_equal_matches_comes_first() -> None:
    names = {"benefit_exits": (), "benefit_entries": (), "population": ()}
    assert nearest("benefit_entry", names) == ["benefit_entries", "benefit_exits"]
    assert nearest("xyz", names) == []
