"""Loading in a test: into a home, in silence."""

from pathlib import Path

import pytest

from etl.checking import Checked
from etl.manifest import read_manifest
from etl.run import LoadReport, load
from etl.store import Written, read_loaded
from etl.store import write as write_warehouse
from etl.workplace import workplace
from tests.repository.tree import ROOT
from tests.support.staging import profile_of, sources_of, stage_all
from tests.support.statbank import folk1am, write
from warehouse.errors import DeliveryRefused, UserError

MINIATURES = ROOT / "data" / "miniatures"

EVERYWHERE = """
    area   | quarter | value
    Samsø  | 2024Q1  | 9
    Fanø   | 2024Q1  | 5
    Samsø  | 2024Q2  | 8
    """


def load_into(home: Path, deliveries: Path, country: str = "dk") -> LoadReport:
    """Load a folder."""
    return load(deliveries, country, home, lambda _: None)


def load_unchecked(home: Path, deliveries: Path, country: str = "dk") -> Written:
    """Everything that a load does but the checks of Great Expectations, which take most of its time."""
    manifest = read_manifest(deliveries)
    with workplace(home) as folder:
        before = read_loaded(home, country, manifest.kind)
        staged = stage_all(deliveries, country, folder, manifest, home)
        new = [Checked(one, ()) for one in staged if one.delivery.id not in before]
        return write_warehouse(
            home, profile_of(country), manifest.kind, sources_of(country), new, folder=folder
        )


def make_population_home(folder: Path) -> Path:
    """A home with one delivery: the population of one island in one month."""
    table = "area | month | value\nSamsø | 2024M01 | 3600"
    load_into(folder / "home", write(folder / "in", folk1am_csv=folk1am(table)))
    return folder / "home"


def refused(home: Path, deliveries: Path, country: str = "dk") -> list[str]:
    """The faults for which a folder is refused, as it must be."""
    with pytest.raises(DeliveryRefused) as raised:
        load_into(home, deliveries, country)
    return [str(fault) for fault in raised.value.faults]


def user_error(home: Path, deliveries: Path, country: str = "dk") -> str:
    """The message of the user's mistake that loading a folder must be."""
    with pytest.raises(UserError) as raised:
        load_into(home, deliveries, country)
    return str(raised.value)
