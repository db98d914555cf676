"""What the code imports, the project asks for by name, and nothing that it asks for goes unused."""

import ast
import sys
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.repository.tree import MODULES, PACKAGES, own_files, settings

USED_WITHOUT_IMPORT = {
    "duckdb-engine": "SQLAlchemy finds it by the name in a connection string",
    "orjson": "Dash uses it when it is there",
    "plotly": "Dash draws with the plotly.js inside; figures are plain dictionaries",
}


def imported_by(file: Path) -> Iterator[str]:
    """Top-level names of the modules that a file imports, anywhere in it."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.partition(".")[0]


def imported_libraries() -> set[str]:
    """The distributions that the code of the portal imports directly."""
    patterns = [*(f"{package}/**.py" for package in PACKAGES), *(f"{module}.py" for module in MODULES)]
    files = [file for pattern in patterns for file in own_files(pattern)]
    ours = {*PACKAGES, *MODULES}
    names = {name for file in files for name in imported_by(file)} - ours - sys.stdlib_module_names
    owners = packages_distributions()
    return {canonicalize_name(owners[name][0]) for name in names}


def asked_for() -> set[str]:
    return {canonicalize_name(Requirement(line).name) for line in settings()["project"]["dependencies"]}


def test_everything_imported_is_asked_for():
    assert imported_libraries() - asked_for() == set()


def test_everything_asked_for_is_used():
    assert asked_for() - imported_libraries() - USED_WITHOUT_IMPORT.keys() == set()
