"""What the site reads of a release, and how it moves on to the next one."""

import threading
import time
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from indicators.compute import compute
from indicators.publish import publish
from tests.support.split_denmark import recipients
from tests.support.worlds import World, deliver, draw, load
from warehouse.connection import open_private
from warehouse.current import CurrentPortal
from warehouse.errors import UserError
from warehouse.homes import Home, make_home
from warehouse.periods import parse_period
from warehouse.reading import ALL, Category, Portal, StatusCount
from warehouse.releases import Release, current_release

PLACES = """
    code | level
    XX   | country
    A    | municipality
    B    | municipality
"""
FIGURES = """
    measure    | area | period  | value
    population | A    | 2024-01 | {first}
    population | A    | 2024-02 | 1010
    population | B    | 2024-01 | hidden
    population | B    | 2024-02 | 50
    population | XX   | 2024-01 | 1050
    population | XX   | 2024-02 | 1060
"""
JANUARY, FEBRUARY, MARCH = map(parse_period, ("2024-01", "2024-02", "2024-03"))


def world(first: int = 1000) -> World:
    return draw(PLACES, FIGURES.format(first=first))


def quiet(_: str) -> None:
    """Nobody is told."""


def publish_world(folder: Path, drawn: World) -> tuple[Home, Release]:
    home = make_home(folder, "xx", "official")
    with home.warehouse() as connection:
        load(connection, drawn)
        deliver(connection, date(2024, 3, 31))
    compute(home, quiet)
    return home, publish(home, quiet)[0]


@pytest.fixture
def release(tmp_path: Path) -> Release:
    return publish_world(tmp_path / "home", world())[1]


def test_cells_are_read_by_period_and_area(release: Release) -> None:
    portal = Portal(release.file)
    cells = portal.cells("population", JANUARY, FEBRUARY, ["A", "B"])
    assert [(cell.period, cell.area, cell.value, cell.status) for cell in cells] == [
        ("2024-01", "A", Decimal(1000), "value"),
        ("2024-01", "B", None, "suppressed"),
        ("2024-02", "A", Decimal(1010), "value"),
        ("2024-02", "B", Decimal(50), "value"),
    ]
    assert {cell.area for cell in portal.cells("population", FEBRUARY, FEBRUARY)} == {"A", "B", "XX"}
    assert portal.cells("population", JANUARY, JANUARY, category=("sex", "female")) == []
    assert portal.cells("no_such_indicator", JANUARY, JANUARY) == []


def test_an_area_s_figures_of_all_indicators_are_read_at_once(release: Release) -> None:
    portal = Portal(release.file)
    found = portal.series([("population", "B", "month"), ("population", "nowhere", "year")])
    [(named, series)] = found.items()
    assert named == ("population", "B", "month")
    assert {period: (cell.value, cell.status) for period, cell in series.items()} == {
        "2024-01": (None, "suppressed"),
        "2024-02": (Decimal(50), "value"),
    }
    assert list(series.figures(map(str, (JANUARY, FEBRUARY, MARCH)))) == [None, Decimal(50), None]
    told = portal.profiles(["B", "nowhere"], ["month", "year"])
    assert {key: dict(one) for key, one in told.items()} == {named: dict(series)}
    assert portal.series([("population", "B", "quarter")]) == {}
    assert portal.series([("population", "B", "month")], ("sex", "female")) == {}


def test_the_figures_of_all_areas_stand_abreast(release: Release) -> None:
    portal = Portal(release.file)
    february, nothing = ("population", FEBRUARY, ALL), ("other", MARCH, ALL)
    found = portal.abreast([february, nothing])
    assert {area: cell.value for area, cell in found[february].items()} == {
        "A": Decimal(1010),
        "B": Decimal(50),
        "XX": Decimal(1060),
    }
    assert ("B", Decimal(50), ()) in found[february].figures_and_flags()
    january = ("population", JANUARY, ALL)
    assert ("B", None, ()) in portal.abreast([january])[january].figures_and_flags()
    assert found[nothing].made() == []


def test_periods_and_statuses_are_told(release: Release) -> None:
    portal = Portal(release.file)
    assert portal.periods == {("population", "month"): (JANUARY, FEBRUARY)}
    assert StatusCount("population", "month", "2024-01", "suppressed", 1) in portal.status_counts
    assert sum(count.cells for count in portal.status_counts) == 6


@pytest.fixture(scope="module")
def split(split_denmark: Home) -> Portal:
    return Portal(current_release(split_denmark.releases).file)


def test_what_is_split_and_in_which_periods_is_told(split: Portal) -> None:
    assert split.categories("recipients", "month") == {"sex": ("female", "male", "not_stated")}
    assert list(split.categories("recipients", "quarter")) == ["sex", "sex.age"]
    assert split.categories("recipients", "quarter")["sex.age"][:2] == ("female.16-24", "female.25-29")
    assert split.categories("recipients", "year") == {}
    assert split.categories("population", "month") == {}
    assert list(split.breakdowns) == ["sex", "age", "sex.age"]


def test_the_series_say_what_the_cells_say(split: Portal) -> None:
    periods = split.periods["recipients", "month"]
    for category in (ALL, ("sex", "female")):
        cells = split.cells("recipients", periods[0], periods[-1], ["101"], category)
        asked = ("recipients", "101", "month")
        told = split.series([asked], category)[asked]
        assert list(told.values()) == told.made() == cells
    assert split.series([("recipients", "101", "quarter")], ("sex.age", "female.16-24")) == {}


@pytest.mark.parametrize("category", [ALL, ("sex", "female"), ("sex.age", "female.16-24")])
def test_a_development_says_what_the_cells_say(split: Portal, category: Category) -> None:
    periods = split.periods["recipients", "quarter"]
    told = split.development("recipients", {"quarter": periods}, ["101", "nowhere"], category)
    cells = split.cells("recipients", periods[0], periods[-1], ["101"], category)
    assert cells
    assert [
        (cell.area, period, cell.value, cell.flags) for period, cell in told["101", "quarter"].items()
    ] == [(cell.area, cell.period, cell.value, cell.flags) for cell in cells]
    assert not told["nowhere", "quarter"]


@pytest.mark.parametrize("category", [ALL, ("sex", "female"), ("sex.age", "female.16-24")])
def test_two_periods_are_those_of_the_cells(split: Portal, category: Category) -> None:
    *_, earlier, later = split.periods["recipients", "quarter"]
    for period, told in zip(
        (earlier, later), split.two_periods("recipients", earlier, later, category), strict=True
    ):
        assert told
        assert list(told.values()) == split.cells("recipients", period, period, category=category)


@pytest.mark.parametrize("category", [ALL, ("sex", "female"), ("sex.age", "female.16-24")])
def test_a_course_is_two_periods_and_a_development(split: Portal, category: Category) -> None:
    *_, earlier, later = periods = split.periods["recipients", "quarter"]
    before, now, series = split.course("recipients", (earlier, later), ("101", "nowhere"), category)
    assert [dict(before), now] == [
        dict(one) for one in split.two_periods("recipients", earlier, later, category)
    ]
    told = split.development("recipients", {"quarter": periods}, ["101", "nowhere"], category)
    assert {area: dict(one) for area, one in series.items()} == {
        area: dict(one) for (area, _), one in told.items()
    }
    assert str(earlier) in series["101"]
    assert not series["nowhere"]


def test_cells_abreast_are_made_of_the_areas_that_are_asked_for(split: Portal) -> None:
    asked = ("recipients", split.periods["recipients", "month"][-1], ("sex", "female"))
    abreast = split.abreast([asked])[asked]
    assert [cell.area for cell in abreast.made(["825", "nowhere", "101"])] == ["101", "825"]
    assert abreast["101"] in abreast.made()


def test_the_cells_of_a_group_are_its_own(split: Portal) -> None:
    december = parse_period("2025-12")
    [women] = split.cells("recipients", december, december, ["101"], ("sex", "female"))
    [men] = split.cells("recipients", december, december, ["101"], ("sex", "male"))
    inhabitants = split.country.areas["101"].population or 0
    assert women.value == recipients(inhabitants, 0.5, 2025)
    assert men.value == recipients(inhabitants, 0.48, 2025)
    assert women.flags == ("provisional", "rounded")


def test_the_size_of_a_category_is_the_number_of_its_cells(split: Portal) -> None:
    for kind in ("month", "quarter"):
        first, *_, last = split.periods["recipients", kind]
        cells = split.cells("recipients", first, last, category=("sex", "male"))
        assert split.size("recipients", kind, ("sex", "male")) == len(cells)
    assert split.size("recipients", "year") == split.size("recipients", "month", ("sex", "all")) == 0


def test_many_threads_read_one_release_at_once(release: Release) -> None:
    portal = Portal(release.file)
    found: list[int] = []

    def read() -> None:
        found.extend(len(portal.cells("population", JANUARY, FEBRUARY)) for _ in range(20))

    threads = [threading.Thread(target=read) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [6] * 80


def test_a_file_that_is_no_release_is_told(tmp_path: Path) -> None:
    open_private(tmp_path / "other.duckdb", tmp_path).close()
    with pytest.raises(UserError, match="not a file that openindsats published"):
        Portal(tmp_path / "other.duckdb")


def test_readers_move_on_to_the_new_release(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(CurrentPortal, "LOOK_EVERY", 0.0)
    home, first = publish_world(tmp_path / "home", world())
    current = CurrentPortal(home.releases)
    reader = current()
    assert reader.release == first.release
    with home.warehouse() as connection:
        connection.execute("update core.figure set value = 1001 where area = 'A' and period = '2024-01'")
    compute(home, quiet)
    second, _ = publish(home, quiet)
    assert second.release != first.release
    assert current().release == second.release
    assert reader.cells("population", JANUARY, JANUARY, ["A"])[0].value == 1000
    assert current().cells("population", JANUARY, JANUARY, ["A"])[0].value == 1001


def test_a_release_that_cannot_be_opened_leaves_the_one_before_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(CurrentPortal, "LOOK_EVERY", 0.0)
    home, first = publish_world(tmp_path / "home", world())
    current = CurrentPortal(home.releases)
    time.sleep(0.01)
    (home.releases / "current.json").write_text("{", encoding="utf-8")
    assert current().release == first.release
    assert "stays" in caplog.text
    with pytest.raises(UserError, match="damaged"):
        current_release(home.releases)
