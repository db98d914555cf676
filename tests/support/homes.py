"""Homes built from deliveries as the command builds them, and where the deliveries lie."""

from pathlib import Path

import pytest

from etl.run import load
from indicators.compute import compute
from indicators.publish import publish
from tests.repository.tree import ROOT
from warehouse.homes import open_home

COUNTRIES = ROOT / "data" / "countries"
MINIATURES = ROOT / "data" / "miniatures"
PUBLISHED = ROOT.parent / "shared" / "data" / "published"
"""The files as their owners published them; they stand beside the project, if at all."""


def build_home(home: Path, country: str, deliveries: Path) -> Path:
    """Load, compute and publish; three processes of their own would spend their time on starting."""
    load(deliveries, country, home, quiet)
    opened = open_home(home)
    compute(opened, quiet)
    publish(opened, quiet)
    return home


def quiet(_: str) -> None:
    """Nobody is told."""


def published(source: str) -> Path:
    """A folder of published files; skips the test where there are none."""
    folder = PUBLISHED / source
    if not folder.is_dir():
        pytest.skip(f"the published files of {source} are not here")
    return folder
