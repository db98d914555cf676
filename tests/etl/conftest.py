"""Homes that several tests read."""

from pathlib import Path

import pytest

from tests.support.loading import make_population_home


@pytest.fixture(scope="session")
def population(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with one delivery, to be read or copied and not to be changed."""
    return make_population_home(tmp_path_factory.mktemp("population"))
