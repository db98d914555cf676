"""The gate of Compare's address: whatever comes in, a valid state comes out, and it says what it dropped."""

from urllib.parse import parse_qsl

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.standing import standing
from dashboard.state import (
    LONGEST_TEXT,
    MOST_AREAS,
    PARAMETERS,
    SORTS,
    VIEWS,
    ending_with,
    fullest,
    offered_periods,
    parse_state,
    usual_period,
)
from tests.support.split_denmark import SHARE
from warehouse.reading import Portal

NEWEST = "2025-Q4"
FIRST = "social_assistance_per_1000"

TEXTS = st.one_of(
    st.sampled_from(
        [
            *("", FIRST, "population", "101,751", "DK,563", "101,999", NEWEST, "2024-Q1", "2025-06", "2031"),
            *("map", "-value", ",,,", "101," * 40, "١٢", "\0", "<b>", "borders"),
        ]
    ),
    st.text(max_size=60),
)
VALUES = st.one_of(
    TEXTS, st.none(), st.integers(), st.lists(TEXTS, max_size=3), st.dictionaries(TEXTS, TEXTS)
)
QUERIES = st.dictionaries(st.one_of(st.sampled_from(PARAMETERS), TEXTS, st.integers()), VALUES, max_size=8)


def query_of(state) -> dict[str, str]:
    return dict(parse_qsl(state.query))


def test_an_empty_address_shows_the_country_and_the_largest_areas_in_the_newest_period(
    portal: Portal,
) -> None:
    state = parse_state(portal, {})
    assert (state.indicator, str(state.period), state.view, state.sort) == (FIRST, NEWEST, "table", "name")
    assert state.areas == ("DK", "101", "751", "851")
    assert state.dropped == ()


def test_what_is_asked_for_is_shown(portal: Portal) -> None:
    asked = {
        "indicator": "population",
        "areas": "751,DK",
        "period": "2024-03",
        "view": "map",
        "sort": "-value",
    }
    state = parse_state(portal, asked)
    assert query_of(state) == asked
    assert state.dropped == ()


@pytest.mark.parametrize(
    ("name", "text", "dropped"),
    [
        ("indicator", "happiness", ("indicator", "happiness")),
        ("areas", "101,nowhere", ("areas", "nowhere")),
        ("period", "2031-Q1", ("period", "2031-Q1")),
        ("period", "soon", ("period", "soon")),
        ("view", "pie", ("view", "pie")),
        ("view", "borders", ("view", "borders")),
        ("sort", "rank", ("sort", "rank")),
        ("colour", "red", ("colour", "red")),
        ("indicator", "x" * 99, ("indicator", "x" * LONGEST_TEXT)),
    ],
)
def test_what_cannot_be_shown_is_dropped_and_named(
    portal: Portal, name: str, text: str, dropped: tuple[str, str]
) -> None:
    assert parse_state(portal, {name: text}).dropped == (dropped,)


def test_areas_beyond_the_eighth_are_dropped_and_repeated_ones_are_not_counted(portal: Portal) -> None:
    codes = ["101", "101", "147", "151", "153", "155", "157", "159", "161", "163"]
    state = parse_state(portal, {"areas": ",".join(codes)})
    assert state.areas == tuple(codes[1:9])
    assert state.dropped == (("areas", "163"),)


def test_areas_that_end_before_the_period_are_not_offered(portal: Portal) -> None:
    offered = standing(portal, FIRST, offered_periods(portal, FIRST)[NEWEST]).offered
    assert {"DK", "101", "1084", "563"} <= offered
    assert all(portal.country.areas[code].valid_on(portal.as_of) for code in offered)


def test_a_period_of_another_kind_becomes_the_one_that_ends_with_it(portal: Portal) -> None:
    quarters = offered_periods(portal, FIRST)
    assert str(ending_with(quarters, "2025-06")) == "2025-Q2"
    assert str(ending_with(quarters, "2024")) == "2024-Q4"
    assert ending_with(quarters, "2025-05") is None
    assert str(ending_with(offered_periods(portal, "population"), "2025-Q2")) == "2025-06"


def test_periods_are_offered_newest_first(portal: Portal) -> None:
    quarters = list(offered_periods(portal, FIRST))
    assert quarters == sorted(quarters, reverse=True)
    assert quarters[0] == NEWEST


@settings(deadline=None)  # a first question of its kind goes to the release
@given(query=QUERIES)
def test_anything_at_all_becomes_a_state_that_can_be_shown(portal: Portal, query: dict) -> None:
    state = parse_state(portal, query)
    assert str(state.period) in offered_periods(portal, state.indicator)
    assert 1 <= len(state.areas) <= MOST_AREAS
    assert portal.country.areas.keys() >= set(state.areas)
    assert len(set(state.areas)) == len(state.areas)
    assert (state.view in VIEWS, state.sort in SORTS) == (True, True)
    assert all(len(part) <= LONGEST_TEXT for pair in state.dropped for part in pair)


@settings(deadline=None)  # a first question of its kind goes to the release
@given(query=QUERIES)
def test_the_address_of_a_state_asks_for_that_state_and_drops_nothing(portal: Portal, query: dict) -> None:
    state = parse_state(portal, query)
    again = parse_state(portal, query_of(state))
    assert again == state
    assert again.dropped == ()
    assert again.query == state.query


@pytest.mark.parametrize(
    ("parts", "kind"),
    [
        ({"month": 0.5, "quarter": 0.9}, "month"),
        ({"month": 0.49, "quarter": 0.6, "year": 0.9}, "quarter"),
        ({"month": 0.1, "quarter": 0.3, "year": 0.2}, "quarter"),
        ({"month": 0.0, "quarter": 0.0}, "month"),
    ],
)
def test_the_kind_to_begin_with_is_the_first_that_shows_half_of_the_areas(
    parts: dict[str, float], kind: str
) -> None:
    assert fullest(parts) == kind


def part_shown(portal: Portal, **asked: str) -> float:
    state = parse_state(portal, {"indicator": SHARE, **asked})
    now = standing(portal, SHARE, state.period, state.category)
    return sum(now.value(area) is not None for area in now.base) / len(now.base)


def test_an_address_without_a_period_opens_where_half_of_the_areas_show_a_figure(
    split_portal: Portal,
) -> None:
    rare = {"indicator": SHARE, "group": "sex.not_stated"}
    assert parse_state(split_portal, {"indicator": SHARE}).period.kind == "month"
    assert parse_state(split_portal, {"indicator": SHARE, "group": "sex.nobody"}).period.kind == "month"
    assert part_shown(split_portal, group="sex.not_stated", kind="month") < 0.5
    opened = parse_state(split_portal, rare)
    assert (opened.period.kind, opened.dropped) == ("quarter", ())
    assert part_shown(split_portal, group="sex.not_stated") >= 0.5
    # Only of quarters and rolling years are there pairs.
    pair = parse_state(split_portal, {"indicator": SHARE, "group": "sex.age.female.25-29"})
    assert (pair.category, pair.dropped) == (("sex.age", "female.25-29"), ())


@pytest.mark.parametrize("named", [{"kind": "month"}, {"period": "2025-12"}, {"period": "2025-11"}])
def test_who_names_a_period_or_its_kind_gets_it_however_little_it_shows(
    split_portal: Portal, named: dict[str, str]
) -> None:
    state = parse_state(split_portal, {"indicator": SHARE, "group": "sex.not_stated", **named})
    assert (state.period.kind, str(state.period)) == ("month", named.get("period", "2025-12"))


def test_the_release_is_asked_once_where_an_indicator_opens(
    split_portal: Portal, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = usual_period(split_portal, SHARE)
    monkeypatch.setattr(Portal, "abreast", lambda *_: pytest.fail("asked again"))
    assert usual_period(split_portal, SHARE) == first
