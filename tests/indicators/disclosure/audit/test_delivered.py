"""Delivered tables as they are loaded: which sums hold among them, what is told of them, what is withheld."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import pytest

from indicators.calendar import make_calendar
from indicators.catalogue import read_catalogue
from indicators.compute import compute_cells
from indicators.core import read_country
from indicators.disclosure.audit import Audit, audit_delivered, is_wanted, withhold
from tests.support.worlds import cells_in, draw, empty_warehouse, load
from warehouse.connection import Connection

PLACES = """
    code | level        | first | last
    XX   | country      |       |
    R    | region       |       |
    A    | municipality |       |
    B    | municipality |       |
    C    | municipality |       |
    O    | office       |       |
    E    | elsewhere    |       |
"""
MEMBERS = """
    group | member
    R     | A
    R     | B
    R     | C
    O     | A
    O     | B
"""
ONE_HIDDEN = """
    measure                      | area | period  | value
    social_assistance_recipients | R    | 2024-Q1 | 100
    social_assistance_recipients | A    | 2024-Q1 | 60
    social_assistance_recipients | B    | 2024-Q1 | 38
    social_assistance_recipients | C    | 2024-Q1 | hidden
"""
REGION = (("region", "municipality"),)


@contextmanager
def loaded(
    figures: str,
    sums: Sequence[tuple[str, str]] = REGION,
    *,
    rule: tuple[int, int] | None = (0, 3),
    within: int = 0,
    partitions: Sequence[str] = (),
    not_additive: Sequence[str] = (),
) -> Iterator[Connection]:
    """A warehouse with these figures and what their source's contract states of them."""
    with empty_warehouse() as connection:
        world = draw(PLACES, figures, members=MEMBERS, not_additive=not_additive)
        load(connection, world)
        for whole, part in sums:
            connection.execute(
                "insert into core.figure_sum values ('drawn', 0, ?, ?, ?)", [whole, part, within]
            )
        for measure in world.measures:
            connection.execute(
                "insert into core.figure_rule values (?, 'drawn', 0, ?, ?)",
                [measure, *(rule or (None, None))],
            )
            for breakdown in partitions:
                connection.execute(
                    "insert into core.figure_partition values (?, 'drawn', ?)", [measure, breakdown]
                )
        make_calendar(connection)
        yield connection


def audited(connection: Connection, measure: str = "social_assistance_recipients") -> Audit:
    found = {one.measure: one for one in audit_delivered(connection, read_country(connection))}
    return found[measure]


def told(figures: str, *options, **more) -> tuple[int, ...]:
    """Of the hidden cells: how many there are, and how many are told exactly, to two and to three values."""
    with loaded(figures, *options, **more) as connection:
        one = audited(connection)
    assert (one.source, one.withheld, one.contradicted) == ("drawn", 0, 0)
    return (one.hidden, one.exact, one.two_values, one.three_values)


def protected(connection: Connection, wanted: bool | None = True) -> dict[tuple[str, ...], str]:
    """The cells, computed after figures were withheld: what stands there by indicator, area and category."""
    withhold(connection, read_country(connection), wanted)
    compute_cells(connection, read_catalogue(), lambda _: None)
    return {
        (indicator, area, category): str(cell)
        for (indicator, _, category, _, area), cell in cells_in(connection).items()
        if str(cell) != "not_available"
    }


def withheld(connection: Connection) -> list[tuple[str, ...]]:
    return connection.execute("select measure, area from mart.withheld order by all").fetchall()


def test_one_hidden_member_of_a_published_total_is_worked_out():
    assert told(ONE_HIDDEN) == (1, 1, 0, 0)


def test_two_hidden_members_share_what_is_left():
    assert told(ONE_HIDDEN.replace("| 38", "| hidden").replace("| 60", "| 97")) == (2, 0, 0, 0)
    assert told(ONE_HIDDEN.replace("| 38", "| hidden").replace("| 60", "| 98")) == (2, 0, 0, 2)
    assert told(ONE_HIDDEN.replace("| 38", "| hidden").replace("| 60", "| 99")) == (2, 0, 2, 0)
    assert told(ONE_HIDDEN.replace("| 38", "| hidden").replace("| 60", "| 94")) == (2, 2, 0, 0)


def test_periods_know_nothing_of_each_other():
    later = ONE_HIDDEN.partition("value\n")[2].replace("Q1", "Q2")
    assert told(ONE_HIDDEN + later.replace("hidden", "2")) == (1, 1, 0, 0)
    assert told(ONE_HIDDEN + later) == (2, 2, 0, 0)


def test_where_the_source_states_no_sums_members_make_their_group():
    assert told(ONE_HIDDEN, ()) == (1, 1, 0, 0)
    assert told(ONE_HIDDEN.replace("| R    |", "| O    |"), ()) == (
        1,
        0,
        0,
        0,
    )  # the office has A and B alone


def test_figures_that_do_not_add_up_tell_nothing_of_each_other():
    assert told(ONE_HIDDEN, not_additive=["social_assistance_recipients"]) == (1, 0, 0, 0)


def test_the_country_is_the_sum_of_all_areas_of_a_level():
    country = ONE_HIDDEN.replace("| R    |", "| XX   |")
    assert told(country, [("country", "municipality")]) == (1, 1, 0, 0)
    assert told(country, [("country", "region")]) == (1, 0, 0, 0)  # the region itself is not told of


def test_a_residual_area_is_a_part_where_the_source_tells_of_it():
    country = ONE_HIDDEN.replace("| R    |", "| XX   |")
    sums = [("country", "municipality"), ("country", "elsewhere")]
    assert told(country, sums) == (1, 1, 0, 0)
    elsewhere = "    social_assistance_recipients | E    | 2024-Q1 | hidden\n"
    assert told(country + elsewhere, sums) == (2, 0, 0, 2)


def test_a_part_within_another_part_is_counted_once():
    country = ONE_HIDDEN + "    social_assistance_recipients | XX   | 2024-Q1 | 100\n"
    assert told(country, [("country", "region"), ("country", "municipality")]) == (1, 0, 0, 0)


def test_a_part_that_was_not_delivered_leaves_no_more_than_a_bound():
    assert told(ONE_HIDDEN.replace("    social_assistance_recipients | B    | 2024-Q1 | 38\n", "")) == (
        1,
        0,
        0,
        0,
    )
    without_b = ONE_HIDDEN.replace("    social_assistance_recipients | B    | 2024-Q1 | 38\n", "")
    assert told(without_b.replace("| 60", "| 99")) == (1, 0, 1, 0)


def test_rounded_totals_leave_as_much_as_they_are_rounded_by():
    assert told(ONE_HIDDEN, within=1) == (1, 0, 0, 1)


def test_without_a_rule_a_hidden_figure_may_be_anything():
    assert told(ONE_HIDDEN.replace("| 38", "| hidden"), rule=None) == (2, 0, 0, 0)
    assert told(ONE_HIDDEN, rule=None) == (1, 1, 0, 0)


def test_sums_that_contradict_each_other_are_counted_apart():
    with loaded(ONE_HIDDEN.replace("| 100", "| 90")) as connection:
        assert audited(connection)[2:] == (1, 0, 0, 0, 0, 1)


BY_SEX = """
    measure                      | area | period  | breakdown | category | value
    social_assistance_recipients | A    | 2024-Q1 | all       | all      | 20
    social_assistance_recipients | A    | 2024-Q1 | sex       | female   | 18
    social_assistance_recipients | A    | 2024-Q1 | sex       | male     | hidden
"""


def test_categories_make_the_whole_where_the_source_says_so():
    assert told(BY_SEX, partitions=["sex"]) == (1, 1, 0, 0)
    assert told(BY_SEX) == (1, 0, 0, 0)


def test_a_category_that_is_missing_here_and_told_elsewhere_leaves_a_bound():
    elsewhere = BY_SEX.partition("value\n")[2].replace("| A ", "| B ").replace("hidden", "2")
    third = "    social_assistance_recipients | B    | 2024-Q1 | sex       | not_stated | 0\n"
    assert told(BY_SEX + elsewhere + third, partitions=["sex"]) == (1, 0, 0, 1)


PAIRS = """
    measure                      | area | period  | breakdown | category     | value
    social_assistance_recipients | A    | 2024-Q1 | sex       | female       | 9
    social_assistance_recipients | A    | 2024-Q1 | sex.age   | female.16-24 | hidden
    social_assistance_recipients | A    | 2024-Q1 | sex.age   | female.25-29 | 8
    social_assistance_recipients | A    | 2024-Q1 | sex.age   | male.16-24   | 7
"""


def test_of_a_pair_the_categories_of_one_make_a_category_of_the_other():
    assert told(PAIRS, partitions=["age"]) == (1, 1, 0, 0)
    assert told(PAIRS, partitions=["sex"]) == (1, 0, 0, 0)
    by_age = "    social_assistance_recipients | A    | 2024-Q1 | age       | 16-24        | 8\n"
    assert told(PAIRS + by_age, partitions=["sex"]) == (1, 1, 0, 0)


def test_what_is_withheld_is_hidden_with_all_that_is_made_of_it():
    inhabitants = "".join(
        f"    population | {area} | 2024-0{month} | 1000\n" for area in "ABCR" for month in (1, 2, 3)
    )
    with loaded(ONE_HIDDEN + inhabitants) as connection:
        cells = protected(connection)
        assert withheld(connection) == [("social_assistance_recipients", "A")]
        assert audited(connection)[2:] == (1, 1, 0, 0, 0, 0)
    shown = {
        (indicator, area): cell
        for (indicator, area, _), cell in cells.items()
        if indicator.startswith("social_assistance")
    }
    assert shown == {
        ("social_assistance_recipients", "R"): "100",
        ("social_assistance_recipients", "A"): "withdrawn",
        ("social_assistance_recipients", "B"): "38",
        ("social_assistance_recipients", "C"): "suppressed",
        ("social_assistance_recipients", "O"): "withdrawn",
        ("social_assistance_per_1000", "R"): "100",
        ("social_assistance_per_1000", "A"): "withdrawn",
        ("social_assistance_per_1000", "B"): "38",
        ("social_assistance_per_1000", "C"): "suppressed",
        ("social_assistance_per_1000", "O"): "withdrawn",
    }


def test_a_rate_of_the_same_source_goes_with_its_count():
    rates = ONE_HIDDEN.partition("value\n")[2].replace(
        "social_assistance_recipients", "registered_unemployed_rate"
    )
    with loaded(ONE_HIDDEN + rates, not_additive=["registered_unemployed_rate"]) as connection:
        protected(connection)
        assert withheld(connection) == [
            ("registered_unemployed_rate", "A"),
            ("social_assistance_recipients", "A"),
        ]
        assert audited(connection, "registered_unemployed_rate")[2:] == (1, 1, 0, 0, 0, 0)


def test_the_smallest_place_goes_first():
    with loaded(ONE_HIDDEN) as connection:
        connection.execute("update core.area set population = 10 where code = 'B'")
        protected(connection)
        assert withheld(connection) == [("social_assistance_recipients", "B")]


def test_what_is_withheld_stays_so_until_it_is_not_wanted():
    with loaded(ONE_HIDDEN) as connection:
        assert not is_wanted(connection)
        assert protected(connection, None)["social_assistance_recipients", "A", "all"] == "60"
        protected(connection, True)
        connection.execute("update core.area set population = 10 where code = 'B'")
        assert protected(connection, None)["social_assistance_recipients", "A", "all"] == "withdrawn"
        assert protected(connection, None)["social_assistance_recipients", "B", "all"] == "38"
        assert is_wanted(connection)
        assert protected(connection, False)["social_assistance_recipients", "A", "all"] == "60"
        assert not is_wanted(connection)
        assert withheld(connection) == []


@pytest.mark.parametrize(
    "change",
    [
        "delete from core.figure where area = 'A'",
        "update core.figure set value = null, status = 'suppressed' where area = 'A'",
    ],
)
def test_what_is_not_told_any_more_need_not_be_withheld(change):
    with loaded(ONE_HIDDEN) as connection:
        protected(connection)
        connection.execute(change)
        protected(connection, None)
        assert withheld(connection) == []
