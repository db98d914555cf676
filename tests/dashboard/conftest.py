"""One invented Denmark for all tests of what the public sees."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from dash import Dash
from flask.testing import FlaskClient

from dashboard.app import create_app
from tests.support.denmark import make_denmark, publish_denmark
from warehouse.homes import Home
from warehouse.reading import Portal
from warehouse.releases import current_release


@pytest.fixture(scope="session")
def denmark(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """A home with one release; a test that publishes another one makes its own."""
    home = make_denmark(tmp_path_factory.mktemp("denmark") / "home")
    publish_denmark(home)
    return home


@pytest.fixture(scope="session")
def releases(denmark: Home) -> Path:
    """The folder that the site reads."""
    return denmark.releases


@pytest.fixture(scope="session")
def site(releases: Path) -> Dash:
    """The whole site of the invented Denmark."""
    return create_app(releases)


@pytest.fixture
def client(site: Dash) -> Iterator[FlaskClient]:
    """A browser without a screen."""
    with site.server.test_client() as client:
        yield client


@pytest.fixture(scope="session")
def portal(releases: Path) -> Portal:
    """The release that the site shows."""
    return Portal(current_release(releases).file)


@pytest.fixture(scope="session")
def split_portal(split_denmark: Home) -> Portal:
    """A release with figures split by groups of people."""
    return Portal(current_release(split_denmark.releases).file)
