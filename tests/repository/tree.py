"""What the tests of the repository look at: the project's own files and its settings."""

import subprocess
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("dashboard", "etl", "indicators", "warehouse")
MODULES = ("attacking", "commands", "explaining", "holdings", "nightly", "openindsats", "rotating", "screen")
"""The modules of the command, which stand beside the packages."""


@cache
def own_files(pattern: str = "*") -> tuple[Path, ...]:
    """Every file of the project that matches, committed or about to be; ignored files are not its own."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", pattern],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    files = sorted({ROOT / name for name in listed.stdout.split("\0") if name})
    return tuple(file for file in files if file.is_file())


@cache
def settings() -> dict[str, Any]:
    """The contents of pyproject.toml."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def name_of(file: Path) -> str:
    """How a file is named in messages and in the ids of tests."""
    return file.relative_to(ROOT).as_posix()
