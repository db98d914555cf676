"""Every library may be used freely: permissive licences and the MPL, no other copyleft, nothing unknown."""

import json
from importlib.metadata import PackageMetadata, metadata

import pytest

from tests.repository.test_locks import pinned_here
from tests.repository.tree import ROOT

ALLOWED = {
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BlueOak-1.0.0",
    "CC0-1.0",
    "CNRI-Python",
    "ISC",
    "MIT",
    "MIT-0",
    "MIT-CMU",
    "MPL-2.0",
    "PSF-2.0",
    "Unlicense",
    "Zlib",
}
ALLOWED_FOR_FONTS = {"OFL-1.1"}

OLD_NAMES = {
    "Apache Software License": "Apache-2.0",
    "BSD License": "BSD-3-Clause",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
}
"""What older packages say; "BSD License" may be two clauses or three, both allowed."""

REVIEWED = {
    "axe-playwright-python": "MIT by its LICENSE file; the axe-core inside is MPL-2.0; used by tests only",
    "matplotlib": "a licence of its own after that of Python, permissive; lifelines asks for it, used by tests only",
    "node_modules/glsl-resolve/node_modules/xtend": "MIT by its LICENCE file; not part of the bundle",
    "node_modules/stack-trace": "MIT by its License file; not part of the bundle",
}
"""Packages whose metadata name no licence, and what a look into them showed."""


def licence_of(package: PackageMetadata) -> str:
    """The licence as an expression, empty when the metadata do not tell."""
    classifiers = [
        line.rpartition(" :: ")[2]
        for line in package.get_all("Classifier") or []
        if line.startswith("License")
    ]
    old = package.get("License") or ""
    return (
        package.get("License-Expression")
        or " AND ".join(OLD_NAMES.get(name, name) for name in classifiers)
        or (OLD_NAMES.get(old, old) if "\n" not in old else "")
    )


def is_allowed(expression: str) -> bool:
    """Whether we may use it: all parts joined by AND, one of those joined by OR."""
    parts = expression.replace("(", "").replace(")", "").split(" AND ")
    return all(any(name.strip() in ALLOWED for name in part.split(" OR ")) for part in parts)


@pytest.mark.parametrize("name", sorted(pinned_here("requirements-dev.lock")))
def test_the_licence_of_a_python_library_is_allowed(name):
    assert is_allowed(licence_of(metadata(name))) or name in REVIEWED


def frontend_packages() -> dict[str, dict[str, str]]:
    lock = json.loads((ROOT / "frontend" / "package-lock.json").read_text(encoding="utf-8"))
    return {name: entry for name, entry in lock["packages"].items() if name}


def test_the_licences_of_the_frontend_are_allowed():
    licences = {name: entry.get("license", "") for name, entry in frontend_packages().items()}
    assert {
        name: licence
        for name, licence in licences.items()
        if not is_allowed(licence) and name not in REVIEWED and licence not in ALLOWED_FOR_FONTS
    } == {}


@pytest.mark.parametrize(
    ("expression", "allowed"),
    [
        ("MIT", True),
        ("MPL-2.0 AND (Apache-2.0 OR MIT)", True),
        ("GPL-3.0-only OR MIT", True),
        ("MIT AND LGPL-3.0-or-later", False),
        ("AGPL-3.0-only", False),
        ("", False),
    ],
)
def test_a_licence_that_is_not_allowed_is_found(expression, allowed):
    assert is_allowed(expression) is allowed


def test_every_reviewed_package_is_still_used():
    assert REVIEWED.keys() <= pinned_here("requirements-dev.lock").keys() | frontend_packages().keys()
