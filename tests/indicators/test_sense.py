"""What an error does to figures is found before they are published, and named without a number."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from indicators import sense
from indicators.catalogue import read_catalogue
from indicators.compute import compute, is_computed
from indicators.publish import publish
from indicators.sense import RULES, SQL, _told, require_sense
from tests.support.drafts import draft_of, lenient
from tests.support.planted_people import crowd
from tests.support.worlds import compute_world, deliver, draw, empty_warehouse, load
from warehouse.connection import Connection
from warehouse.errors import UserError
from warehouse.homes import make_home

PLACES = """
    code | level
    XX   | country
    A    | municipality
    B    | municipality
"""
FIGURES = """
    measure    | area | period  | value
    population | XX   | 2024-01 | 60
    population | A    | 2024-01 | 10
    population | B    | 2024-01 | 50
"""


AS_COUNTED = """
    update mart.indicator set definition = json_merge_patch(definition, '{"count": "persons"}')
"""
"""A source's own figures are as they are; these shall be as if they had been counted here."""


@pytest.fixture
def delivered() -> Iterator[Connection]:
    with empty_warehouse() as connection:
        compute_world(connection, draw(PLACES, FIGURES), *read_catalogue())
        connection.execute(AS_COUNTED)
        yield connection


@pytest.fixture(scope="module")
def counted() -> Iterator[Connection]:
    """A crowd, rounded to multiples of 5 and split where there are few."""
    with empty_warehouse() as connection:
        draft_of(connection, crowd(), lenient(5, 5), 7)
        yield connection


def test_every_rule_has_its_query() -> None:
    assert {file.stem for file in (SQL / "sense").glob("*.sql")} == RULES.keys()


@pytest.mark.parametrize("rule", sorted(RULES))
def test_nothing_is_found_where_all_is_well(delivered: Connection, counted: Connection, rule: str) -> None:
    assert len(_told(delivered, rule)) == len(_told(counted, rule)) == 1


def test_a_country_that_is_more_or_less_than_its_areas_is_named(delivered: Connection) -> None:
    delivered.execute("update mart.cell set value = 55 where area = 'XX'")
    assert _told(delivered, "areas_make_the_whole")[1:] == [
        "  mart.cell, population, all, the whole country, 2024-01"
    ]
    delivered.execute("update mart.cell set value = 65 where area = 'XX'")
    assert len(_told(delivered, "areas_make_the_whole")) == 2
    delivered.execute(
        "update mart.cell set value = 61 where area = 'XX'"
    )  # two parts and a whole, each rounded
    assert len(_told(delivered, "areas_make_the_whole")) == 1


def test_what_is_missing_may_be_hidden(delivered: Connection) -> None:
    delivered.execute("update mart.cell set value = null, status = 'suppressed' where area = 'A'")
    assert len(_told(delivered, "areas_make_the_whole")) == 1
    delivered.execute("update mart.cell set value = 40 where area = 'XX'")
    assert len(_told(delivered, "areas_make_the_whole")) == 2


@pytest.mark.parametrize("broken", ["value = -1", "lower = 3, upper = 2"])
def test_a_figure_that_cannot_be_is_named(delivered: Connection, broken: str) -> None:
    delivered.execute(f"update mart.cell set {broken} where area = 'A'")
    assert _told(delivered, "figures_can_be")[1:] == ["  mart.cell, population, all, A, 2024-01"]


def test_groups_that_are_more_than_everybody_are_named(counted: Connection) -> None:
    where = "indicator = 'recipients' and breakdown = 'sex' and category = 'female' and value > 0"
    [(area, period)] = counted.execute(f"select area, period from mart.cell where {where} limit 1").fetchall()
    counted.execute("begin")
    counted.execute(
        f"update mart.cell set value = 900 where {where} and area = '{area}' and period = '{period}'"
    )
    told = _told(counted, "groups_make_everybody")
    counted.execute("rollback")
    assert told[1:] == [f"  mart.cell, recipients, sex, {area}, {period}"]
    assert "900" not in "".join(told)


@pytest.mark.slow
def test_what_makes_no_sense_does_not_count_as_computed(tmp_path: Path) -> None:
    home = make_home(tmp_path / "home", "xx", "official")
    with home.warehouse() as connection:
        load(connection, draw(PLACES, FIGURES))
        deliver(connection, date(2024, 5, 31))
    compute(home, lambda _: None)
    require_sense(home)
    with home.warehouse() as connection:
        connection.execute(AS_COUNTED)
        connection.execute("update mart.cell set value = 90 where area = 'XX'")
    with pytest.raises(UserError) as caught:
        require_sense(home)
    assert str(caught.value).splitlines()[1:] == [
        "  This does not hold: The figure of the whole country is that of its areas, within rounding.",
        "    mart.cell, population, all, the whole country, 2024-01",
    ]
    assert not is_computed(home)
    with pytest.raises(UserError, match="Nothing is computed yet"):
        publish(home, lambda _: None)


@pytest.mark.slow
def test_what_was_not_checked_to_the_end_does_not_count_as_computed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = make_home(tmp_path / "home", "xx", "official")
    with home.warehouse() as connection:
        load(connection, draw(PLACES, FIGURES))
        deliver(connection, date(2024, 5, 31))
    compute(home, lambda _: None)

    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    checks = sense.run_checks
    monkeypatch.setattr(sense, "run_checks", stopped)
    with pytest.raises(KeyboardInterrupt):
        require_sense(home)
    monkeypatch.setattr(sense, "run_checks", checks)
    assert not is_computed(home)
    with pytest.raises(UserError, match="Nothing is computed yet"):
        publish(home, lambda _: None)
    compute(home, lambda _: None)
    require_sense(home)
    assert is_computed(home)
