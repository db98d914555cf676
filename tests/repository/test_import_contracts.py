"""The import contracts hold, and each of them catches a bad import that is planted."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.repository.tree import PACKAGES, ROOT, settings

pytestmark = pytest.mark.slow  # a dozen runs of the linter; `make check` runs it on the real tree

CONTRACTS = {contract["id"]: contract["name"] for contract in settings()["tool"]["importlinter"]["contracts"]}

PLANTED = [
    ("layers", "warehouse/periods.py", "import indicators.catalogue"),
    ("layers", "indicators/catalogue.py", "import etl.run"),
    ("layers", "etl/run.py", "import indicators.catalogue"),
    ("public-process", "dashboard/planted.py", "from etl import run"),
    ("public-process", "warehouse/reading.py", "from warehouse.quality import check"),
    ("public-process", "indicators/catalogue.py", "def late():\n    import warehouse.quality"),
    ("dashboard", "dashboard/planted.py", "import warehouse.homes"),
    ("dashboard", "dashboard/planted.py", "from indicators import compute"),
    ("duckdb", "etl/planted.py", "import duckdb"),
    ("duckdb", "warehouse/reading.py", "from duckdb import connect"),
    ("great-expectations", "etl/planted.py", "import great_expectations as gx"),
    ("great-expectations", "warehouse/connection.py", "import sqlalchemy"),
]


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A copy of the packages and the contracts, to plant imports in."""
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for package in PACKAGES:
        shutil.copytree(ROOT / package, tmp_path / package, ignore=_all_but_python)
    return tmp_path


def _all_but_python(folder: str, names: list[str]) -> set[str]:
    return {name for name in names if not name.endswith(".py") and not (Path(folder) / name).is_dir()}


def broken_contracts(tree: Path) -> set[str]:
    """The ids of the contracts that the tree breaks."""
    linter = Path(sys.executable).with_name("lint-imports")
    ran = subprocess.run(
        [linter, "--no-logo", "--no-cache"], cwd=tree, check=False, capture_output=True, text=True
    )
    report = ran.stdout + ran.stderr
    assert re.search(r"Contracts: \d+ kept, \d+ broken\.", report), report
    broken = {
        name
        for name, title in CONTRACTS.items()
        if re.search(rf"^{re.escape(title)}\s*BROKEN", report, re.MULTILINE)
    }
    assert bool(broken) == bool(ran.returncode), report
    return broken


def plant(file: Path, statement: str) -> None:
    text = file.read_text(encoding="utf-8") if file.exists() else ""
    file.write_text(f"{text}\n{statement}\n", encoding="utf-8")


def test_the_contracts_hold(tree):
    assert broken_contracts(tree) == set()


@pytest.mark.parametrize(("contract", "file", "statement"), PLANTED)
def test_a_planted_import_breaks_its_contract(tree, contract, file, statement):
    plant(tree / file, statement)
    assert contract in broken_contracts(tree)


def test_every_contract_has_a_planted_fault():
    assert {contract for contract, _, _ in PLANTED} == CONTRACTS.keys()


@pytest.mark.parametrize("package", ["indicators", "warehouse"])
def test_a_new_module_is_out_of_the_dashboards_reach(tree, package):
    plant(tree / package / "brandnew.py", "")
    plant(tree / "dashboard" / "planted.py", f"import {package}.brandnew")
    assert broken_contracts(tree) == {"dashboard"}


def test_a_misspelt_module_in_a_contract_is_a_fault(tree):
    config = tree / "pyproject.toml"
    config.write_text(
        config.read_text(encoding="utf-8").replace('"warehouse.quality"', '"warehouse.qualify"'), "utf-8"
    )
    with pytest.raises(AssertionError, match=r"'warehouse\.qualify' does not exist"):
        broken_contracts(tree)


def test_what_the_dashboard_may_import_exists():
    contracts = settings()["tool"]["importlinter"]["contracts"]
    [allowed] = [contract["ignore_imports"] for contract in contracts if contract["id"] == "dashboard"]
    modules = {line.rpartition(" -> ")[2].removesuffix(".**").replace(".", "/") for line in allowed}
    there = {name for name in modules if (ROOT / f"{name}.py").exists() or (ROOT / name).is_dir()}
    assert modules == there
