"""The pages read the release that is served."""

from pathlib import Path

import pytest

from dashboard.data import serve_from


@pytest.fixture(autouse=True)
def _served(releases: Path) -> None:
    serve_from(releases)
