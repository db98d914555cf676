"""When changed persons alone are counted, and when everybody is."""

from dataclasses import replace
from datetime import date

import pytest

import indicators.compute
from etl.forget import forget
from indicators.catalogue import read_catalogue
from indicators.compute import compute
from tests.support.nights import Change, after, cells_in_order, computed, load_night
from tests.support.person_oracle_corners import corners
from tests.support.person_oracle_loading import PROTECTED
from tests.support.person_oracle_register import Register
from warehouse import earlier
from warehouse.homes import Home, make_home

pytestmark = pytest.mark.slow

LONGER: Change = {
    "8f14e45f-ceea-467a-9b37-1f3d5a6c7e92": {
        "benefit_spells": [
            {"scheme": "first", "start_on": date(2024, 2, 1), "end_on": date(2024, 9, 1), "degree": 100}
            | {"recorded_on": None}
        ]
    }
}
"""Somebody who was not known, of whose area and age nothing is told."""


class World:
    """A home, and the register that is loaded into it."""

    def __init__(self, home: Home, register: Register, tmp_path_factory: pytest.TempPathFactory) -> None:
        self.home = home
        self.register = register
        self.folders = tmp_path_factory

    def load(self, change: Change, days: int = 0) -> None:
        """Deliver what is said of some persons."""
        self.register = after(self.register, change, days)
        with self.home.warehouse() as connection:
            load_night(connection, self.register, PROTECTED, sorted(change), self.folders.mktemp("load"))

    def compute(self) -> str:
        """Who was counted."""
        return compute(self.home, lambda _: None).counted

    def assert_as_everybody(self) -> None:
        """That the cells are those that counting everybody gives."""
        with self.home.warehouse() as connection:
            found = computed(connection), cells_in_order(connection)
            earlier.end(connection)
        assert self.compute() == "everybody"
        with self.home.warehouse() as connection:
            assert found == (computed(connection), cells_in_order(connection))


@pytest.fixture
def world(tmp_path, tmp_path_factory, monkeypatch):
    """A home of which one indicator that adds up over persons and one that does not are computed."""
    few = [one for one in read_catalogue() if one.id in {"recipients", "completed_duration_median"}]
    monkeypatch.setattr("indicators.compute.read_catalogue", lambda: few)
    found = World(make_home(tmp_path / "home", "xx", "synthetic"), corners(), tmp_path_factory)
    found.load({})
    assert found.compute() == "everybody"
    return found


def test_changed_persons_alone_are_counted_until_nobody_has_changed(world):
    world.load(LONGER)
    assert world.compute() == "1 changed persons"
    assert world.compute() == "0 changed persons"
    world.assert_as_everybody()


def test_who_changes_twice_is_taken_out_as_computed(world):
    world.load(LONGER)
    world.load({person: {} for person in LONGER})
    assert world.compute() == "1 changed persons"
    world.assert_as_everybody()


def test_some_days_more_are_no_reason_to_count_everybody_but_a_new_month_is(world):
    first = {
        source: (known_from, date(2025, 1, 1)) for source, (known_from, _) in world.register.known.items()
    }
    world.register = replace(world.register, known=first)
    world.load({})
    world.compute()
    world.load(LONGER, days=9)
    assert world.compute().endswith("changed persons")
    world.load(LONGER, days=31)
    assert world.compute() == "everybody"


def test_after_a_computation_that_was_cut_short_everybody_is_counted(world, monkeypatch):
    world.load(LONGER)

    def cut_short(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("indicators.renewal.cells.make_figures", cut_short)
        with pytest.raises(KeyboardInterrupt):
            world.compute()
    assert not indicators.compute.is_computed(world.home)
    assert world.compute() == "everybody"


def test_after_somebody_was_forgotten_everybody_is_counted(world):
    world.load(LONGER)
    [person] = LONGER
    forget(world.home, person.replace("-", ""))
    assert world.compute() == "everybody"


def test_what_does_not_fit_what_was_kept_is_counted_anew(world):
    world.load({person: {} for person in LONGER})
    with world.home.warehouse() as connection:
        connection.execute("delete from mart.counted where area = 'XX'")
    world.load(LONGER)
    assert world.compute() == "everybody, since a cell was not kept"
    world.assert_as_everybody()
