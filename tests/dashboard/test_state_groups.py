"""The gate of Compare's address, for groups of people and kinds of periods."""

from urllib.parse import parse_qsl

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.state import EVERYONE, PARAMETERS, ended_by, offered_groups, offered_kinds, parse_state
from warehouse.reading import ALL, Portal

WORDS = st.sampled_from(
    [
        *("recipients", "activation_degree", "population", "social_assistance_per_1000"),
        *("month", "quarter", "year", "rolling_year", "2025-12", "2025-Q4", "2025", "2024-02"),
        *("sex.female", "sex.age.female.25-29", "sex.age", "sex", "origin.native", "all"),
        *("table", "groups", "development", "101,DK", "RAR-FYN", "x"),
    ]
)
QUERIES = st.dictionaries(st.sampled_from(PARAMETERS), WORDS, max_size=8)


def test_a_group_is_asked_for_in_one_word(split_portal: Portal) -> None:
    state = parse_state(split_portal, {"indicator": "recipients", "group": "sex.female"})
    assert state.category == ("sex", "female")
    assert state.dropped == ()
    assert "group=sex.female" in state.query
    assert "group" not in parse_state(split_portal, {"indicator": "recipients", "group": EVERYONE}).query


def test_a_group_of_a_pair_names_breakdown_and_category(split_portal: Portal) -> None:
    asked = {"indicator": "recipients", "period": "2025-Q4", "group": "sex.age.female.25-29"}
    assert parse_state(split_portal, asked).category == ("sex.age", "female.25-29")


@pytest.mark.parametrize(
    ("indicator", "period", "group"),
    [
        ("recipients", "2025-12", "sex.age.female.25-29"),
        ("population", "2025-12", "sex.female"),
        ("recipients", "2025-12", "sex.unknown"),
        ("recipients", "2025-12", "female"),
    ],
)
def test_a_group_without_figures_gives_way_to_everyone_and_is_named(
    split_portal: Portal, indicator: str, period: str, group: str
) -> None:
    state = parse_state(split_portal, {"indicator": indicator, "period": period, "group": group})
    assert state.category == ALL
    assert state.dropped == (("group", group),)


def test_groups_are_offered_in_reading_order_after_everyone(split_portal: Portal) -> None:
    months = list(offered_groups(split_portal, "recipients", "month"))
    assert months == [EVERYONE, "sex.female", "sex.male", "sex.not_stated"]
    assert len(offered_groups(split_portal, "recipients", "quarter")) == 1 + 3 + 21
    assert list(offered_groups(split_portal, "population", "month")) == [EVERYONE]


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ({"period": "2025-03"}, ("month", "2025-03")),
        ({"period": "2025-12", "kind": "rolling_year"}, ("rolling_year", "2025-12")),
        ({"kind": "rolling_year"}, ("rolling_year", "2025-12")),
        ({"period": "2025-Q4", "kind": "rolling_year"}, ("rolling_year", "2025-12")),
        ({"period": "2025-08", "kind": "quarter"}, ("quarter", "2025-Q2")),
        ({"period": "2025-Q3"}, ("quarter", "2025-Q3")),
    ],
)
def test_the_kind_of_period_is_told_by_its_spelling_or_its_name(
    split_portal: Portal, asked: dict[str, str], shown: tuple[str, str]
) -> None:
    state = parse_state(split_portal, {"indicator": "recipients", **asked})
    assert ((state.period.kind, str(state.period)), state.dropped) == (shown, ())


@pytest.mark.parametrize(
    ("asked", "dropped"),
    [
        ({"kind": "week"}, ("kind", "week")),
        ({"kind": "quarter", "period": "2031-Q1"}, ("period", "2031-Q1")),
        ({"kind": "rolling_year", "period": "2031-01"}, ("period", "2031-01")),
        ({"kind": "quarter", "period": "soon"}, ("period", "soon")),
        ({"view": "groups", "by": "colour"}, ("by", "colour")),
    ],
)
def test_what_no_indicator_has_is_dropped_and_named(
    split_portal: Portal, asked: dict[str, str], dropped: tuple[str, str]
) -> None:
    assert parse_state(split_portal, {"indicator": "recipients", **asked}).dropped == (dropped,)


def test_a_period_of_another_kind_becomes_the_last_that_had_ended(split_portal: Portal) -> None:
    quarters = offered_kinds(split_portal, "recipients")["quarter"]
    assert [str(ended_by(quarters, text)) for text in ("2025-08", "2025", "2025-Q1")] == [
        *("2025-Q2", "2025-Q4", "2025-Q1")
    ]
    assert ended_by(quarters, "2019-01") is None


def test_groups_are_laid_out_by_what_is_asked_for_else_by_that_of_the_group(split_portal: Portal) -> None:
    asked = {"indicator": "recipients", "period": "2025-Q4", "view": "groups"}
    assert parse_state(split_portal, asked).by == "sex"
    assert parse_state(split_portal, {**asked, "group": "sex.age.male.25-29"}).by == "sex.age"
    assert parse_state(split_portal, {**asked, "group": "sex.male", "by": "sex.age"}).by == "sex.age"
    assert parse_state(split_portal, {**asked, "period": "2025-12", "by": "sex.age"}).by == "sex"
    assert parse_state(split_portal, {**asked, "view": "table", "by": "sex.age"}).by == ""


def test_an_indicator_that_is_not_split_has_no_view_of_groups(split_portal: Portal) -> None:
    state = parse_state(split_portal, {"indicator": "population", "view": "groups"})
    assert (state.view, state.by, state.dropped) == ("table", "", ())


@given(query=QUERIES)
def test_the_address_of_a_state_asks_for_that_state_and_drops_nothing(
    split_portal: Portal, query: dict[str, str]
) -> None:
    state = parse_state(split_portal, query)
    again = parse_state(split_portal, dict(parse_qsl(state.query)))
    assert again == state
    assert (again.dropped, again.query) == ((), state.query)
    assert state.period in split_portal.periods[state.indicator, state.period.kind]
