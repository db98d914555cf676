"""Homes that the command built, once for all tests that look at what comes out of it; look only, do not change them."""

from pathlib import Path

import pytest

from tests.support.homes import COUNTRIES, MINIATURES, build_home, published
from tests.support.independent_files import Country
from tests.support.invented_denmark import write_denmark
from tests.support.small_homes import publish_attacked
from tests.support.split_denmark import make_split_denmark
from warehouse.homes import Home


@pytest.fixture(scope="session")
def danish_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The home of the Danish miniature."""
    return build_home(tmp_path_factory.mktemp("miniature") / "dk", "dk", MINIATURES / "dk")


@pytest.fixture(scope="session")
def norwegian_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The home of the Norwegian miniature."""
    return build_home(tmp_path_factory.mktemp("miniature") / "no", "no", MINIATURES / "no")


@pytest.fixture(scope="session")
def whole_denmark(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An invented delivery of all Denmark."""
    return write_denmark(tmp_path_factory.mktemp("invented") / "deliveries", Country(COUNTRIES / "dk"))


@pytest.fixture(scope="session")
def whole_danish_home(whole_denmark: Path) -> Path:
    """The home of the invented delivery of all Denmark."""
    return build_home(whole_denmark.parent / "home", "dk", whole_denmark)


@pytest.fixture(scope="session")
def official_danish_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The home of what Statistics Denmark published."""
    return build_home(tmp_path_factory.mktemp("official") / "dk", "dk", published("dst_denmark"))


@pytest.fixture(scope="session")
def official_norwegian_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The home of what NAV published."""
    return build_home(tmp_path_factory.mktemp("official") / "no", "no", published("nav_norway"))


@pytest.fixture(scope="session")
def split_denmark(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """The home of an invented Denmark with figures split by groups of people."""
    return make_split_denmark(tmp_path_factory.mktemp("split") / "home")


@pytest.fixture(scope="session")
def attacked_release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A published file with figures counted from records of persons, attacked before it was published."""
    return publish_attacked(tmp_path_factory.mktemp("attacked"))
