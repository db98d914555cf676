"""Homes built by the command itself, and where the deliveries behind them lie."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.repository.tree import ROOT

COUNTRIES = ROOT / "data" / "countries"
MINIATURES = ROOT / "data" / "miniatures"
PUBLISHED = ROOT.parent / "shared" / "data" / "published"
"""The files as their owners published them; they stand beside the project, if at all."""


def build_home(home: Path, country: str, deliveries: Path) -> Path:
    """Run `openindsats build` in a process of its own and return the home."""
    command = [sys.executable, str(ROOT / "openindsats.py"), "build", "--country", country]
    places = ["--deliveries", str(deliveries), "--home", str(home)]
    done = subprocess.run([*command, *places], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return home


def published(source: str) -> Path:
    """A folder of published files; skips the test where there are none."""
    folder = PUBLISHED / source
    if not folder.is_dir():
        pytest.skip(f"the published files of {source} are not here")
    return folder
