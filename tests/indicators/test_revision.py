"""What a release tells of what moved since the one before."""

from datetime import date
from pathlib import Path

import pytest

from indicators.compute import compute
from indicators.publish import publish
from tests.support.worlds import deliver, draw, load
from warehouse.connection import open_public
from warehouse.homes import Home, make_home

pytestmark = pytest.mark.slow  # each test makes a home and two releases

PLACES = """
    code | level
    XX   | country
    A    | municipality
    B    | municipality
"""
FIRST = """
    measure    | area | period  | value
    population | XX   | 2024-01 | 60
    population | A    | 2024-01 | 10
    population | B    | 2024-01 | 50
    population | XX   | 2024-02 | 65
    population | A    | 2024-02 | 15
    population | B    | 2024-02 | hidden
"""
SECOND = (
    FIRST.replace("2024-02 | 65", "2024-02 | 63").replace("2024-02 | 15", "2024-02 | 12")
    + "    population | XX   | 2024-03 | 70\n"
)


HIDDEN_NOW = "    population | XX   | 2024-01 | hidden\n"


def publish_figures(home: Home, figures: str) -> Path:
    with home.warehouse() as connection:
        load(connection, draw(PLACES, figures))
        if not connection.execute("select 1 from raw.delivery").fetchall():
            deliver(connection, date(2024, 5, 31))
    compute(home, lambda _: None)
    return publish(home, lambda _: None)[0].file


def rows(file: Path, table: str) -> list[tuple[object, ...]]:
    connection = open_public(file)
    try:
        return connection.execute(f"select * from {table}").fetchall()
    finally:
        connection.close()


def one_sided(file: Path) -> tuple[str, str]:
    """How many figures are shown in the release before alone, and how many in this one."""
    facts = dict(rows(file, "meta"))
    return str(facts["hidden_since"]), str(facts["shown_since"])


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return make_home(tmp_path / "home", "xx", "official")


def test_the_first_release_is_compared_with_nothing(home: Home) -> None:
    file = publish_figures(home, FIRST)
    assert rows(file, "revision") == []
    assert rows(file, "moved") == []
    assert "compared_with" not in dict(rows(file, "meta"))


def test_a_release_tells_what_moved_since_the_one_before(home: Home) -> None:
    before = publish_figures(home, FIRST)
    file = publish_figures(home, SECOND)
    # five figures were there before; of February the country and A moved, by 2 and 3; B was hidden, March is new
    assert rows(file, "revision") == [("population", "month", 5, 2, 3)]
    assert rows(file, "moved") == [("population", "month", "2024-02", "XX", 65, 63)]
    assert dict(rows(file, "meta"))["compared_with"] == before.stem.removeprefix("portal-")


def test_a_figure_that_is_hidden_now_has_not_moved_and_is_not_told_again(home: Home) -> None:
    publish_figures(home, FIRST)
    file = publish_figures(home, FIRST.replace("2024-01 | 60", "2024-01 | hidden"))
    assert rows(file, "revision") == [("population", "month", 4, 0, 0)]
    assert rows(file, "moved") == []
    assert one_sided(file) == ("1", "0")


def test_a_figure_that_was_hidden_has_not_moved_either(home: Home) -> None:
    publish_figures(home, FIRST.replace("2024-01 | 60", "2024-01 | hidden"))
    file = publish_figures(home, FIRST)
    assert rows(file, "revision") == [("population", "month", 4, 0, 0)]
    assert rows(file, "moved") == []
    assert one_sided(file) == ("0", "1")


def test_where_no_figure_is_in_both_there_is_no_row(home: Home) -> None:
    publish_figures(home, FIRST)
    file = publish_figures(home, "\n".join([*FIRST.splitlines()[:2], HIDDEN_NOW]))
    assert rows(file, "revision") == []
    assert one_sided(file) == ("3", "0")  # those of January


def test_publishing_again_is_no_change(home: Home) -> None:
    publish_figures(home, FIRST)
    second = publish_figures(home, SECOND)
    assert publish(home, lambda _: None)[0].file == second
    assert len(rows(second, "revision")) == 1


def test_a_release_that_cannot_be_read_is_not_compared_with(home: Home) -> None:
    publish_figures(home, FIRST).unlink()
    assert rows(publish_figures(home, SECOND), "revision") == []
