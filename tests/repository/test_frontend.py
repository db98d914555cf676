"""The chart bundle built with Node and the one inside the Python library are the same plotly.js."""

import json
import re
from importlib.resources import files

import pytest

from tests.repository.tree import ROOT

BUNDLE = ROOT / "dashboard" / "assets" / "built" / "plotly-portal.min.js"


def shipped_version() -> str:
    with (files("plotly") / "package_data" / "plotly.min.js").open(encoding="utf-8") as script:
        return re.search(r"plotly\.js v([\d.]+)", script.read(200))[1]


def test_the_frontend_builds_from_the_version_that_the_python_library_ships():
    package = json.loads((ROOT / "frontend" / "package.json").read_text(encoding="utf-8"))
    assert package["dependencies"]["plotly.js"] == shipped_version()


def test_the_built_bundle_is_of_that_version():
    if not BUNDLE.exists():
        pytest.skip("no chart bundle was built: Node is not installed here")
    assert f'version="{shipped_version()}"' in BUNDLE.read_text(encoding="utf-8")


def test_the_lock_names_the_packages_that_are_asked_for():
    asked = json.loads((ROOT / "frontend" / "package.json").read_text(encoding="utf-8"))
    locked = json.loads((ROOT / "frontend" / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    wanted = asked["dependencies"] | asked["devDependencies"]
    assert {name: locked[f"node_modules/{name}"]["version"] for name in wanted} == wanted
