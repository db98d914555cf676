"""What an area was and became, on drawn countries and on Norway's change of 2024."""

from dataclasses import replace
from datetime import date

import pytest

from dashboard.pages.area_history import day_of, events, groups, members
from dashboard.pages.area_identity import identity
from dashboard.static_html import to_html
from dashboard.text.translation import translate
from warehouse.areas import Country, country_from_rows
from warehouse.country_files import read_country

PROFILE = {
    "code": "xx",
    "names": {"en": "Land"},
    "local_language": "en",
    "base_level": "town",
    "region_level": "region",
    "levels": {
        code: {"title": {"en": code}, "plural": {"en": f"{code}s"}, "role": role}
        for code, role in (("country", "country"), ("region", "nested"), ("town", "base"))
    },
}
CHANGE = date(2024, 1, 1)


def drawn(*steps: str) -> Country:
    """A country whose towns change at New Year 2024: `"a > b"` says that b took a's place."""
    pairs = [tuple(step.split(" > ")) for step in steps]
    ended = {old for old, _ in pairs}
    begun = {new for _, new in pairs}
    towns = sorted(ended | begun)
    areas = [("L", "country", None, None), ("R", "region", None, None)]
    areas += [
        (
            town,
            "town",
            CHANGE if town in begun else None,
            date(2023, 12, 31) if town in ended else None,
        )
        for town in towns
    ]
    rows = [
        (code, level, code, code, "", "own", "", first, last, None, None, None, None, "drawn")
        for code, level, first, last in areas
    ]
    memberships = [("region", "R", town, None, None, "drawn") for town in towns]
    return country_from_rows(PROFILE, rows, memberships, [(old, new, CHANGE, "drawn") for old, new in pairs])


@pytest.mark.parametrize(
    ("steps", "kind", "before", "after"),
    [
        (("a > b",), "renumbered", "a", "b"),
        (("a > c", "b > c"), "merged", "a b", "c"),
        (("a > b", "a > c"), "split", "a", "b c"),
        (("a > c", "a > d", "b > d"), "rearranged", "a b", "c d"),
    ],
)
def test_a_change_is_told_whole_whichever_of_its_areas_one_asks(steps, kind, before, after):
    country = drawn(*steps)
    for code in (*before.split(), *after.split()):
        [event] = events(country, code)
        assert (event.kind, event.on) == (kind, CHANGE)
        assert (" ".join(event.before), " ".join(event.after)) == (before, after)


def test_an_area_that_never_changed_has_no_history():
    assert events(drawn("a > b"), "R") == ()


def test_an_area_that_takes_in_another_has_a_past_of_its_own():
    new = drawn("a > c", "b > c")
    old = replace(new, areas={**new.areas, "c": replace(new.areas["c"], valid_from=None)})
    told = [to_html(identity(translate("en"), country, "c", CHANGE)) for country in (new, old)]
    assert "Figures of earlier periods are the sums of the areas before." in told[0]
    assert "earlier ones are those of the area as it was." in told[1]


def test_norway_split_alesund_and_viken():
    norway = read_country("no")
    assert [event.after for event in events(norway, "1507")] == [("1508", "1580")]
    assert events(norway, "1580") == events(norway, "1507")
    assert [(event.before, event.after, event.kind) for event in events(norway, "32")] == [
        (("30",), ("31", "32", "33"), "split")
    ]


def test_an_ended_area_is_looked_at_on_its_last_day_and_a_coming_one_on_its_first():
    country = drawn("a > b")
    assert day_of(country.areas["a"], date(2025, 6, 1)) == date(2023, 12, 31)
    assert day_of(country.areas["b"], date(2023, 6, 1)) == CHANGE
    assert day_of(country.areas["b"], date(2025, 6, 1)) == date(2025, 6, 1)


def test_members_are_those_of_the_day_and_the_country_holds_all():
    country = drawn("a > c", "b > c")
    inside = members(country, "L", date(2025, 1, 1))
    assert {level: [area.code for area in areas] for level, areas in inside.items()} == {
        "region": ["R"],
        "town": ["c"],
    }
    assert [area.code for area in members(country, "R", date(2025, 1, 1))["town"]] == ["a", "b", "c"]
    assert members(country, "c", date(2025, 1, 1)) == {}


def test_groups_come_in_the_order_of_the_levels():
    denmark = read_country("dk")
    found = groups(denmark, "751", date(2026, 1, 1))
    assert [group.level for group in found] == ["region", "province", "employment_council"]
