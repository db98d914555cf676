"""What is installed is pinned by hash, named without a host, and allowed by its licence."""

import json
import re
from functools import cache

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.repository.tree import ROOT, settings

LOCKS = ["requirements.lock", "requirements-dev.lock", "requirements-uv.lock"]
PIN = re.compile(
    r"(?P<pin>[a-z0-9-]+==[^ ]+(?: ; .+?)?) \\(?P<hashes>(?:\n    --hash=sha256:[0-9a-f]{64}(?: \\)?)+)"
)


@cache
def pins(lock: str) -> tuple[Requirement, ...]:
    text = (ROOT / lock).read_text(encoding="utf-8")
    return tuple(Requirement(found["pin"]) for found in PIN.finditer(text))


def pinned_here(lock: str) -> dict[str, Requirement]:
    """The pins that count on this Python and system, by name."""
    return {
        canonicalize_name(pin.name): pin for pin in pins(lock) if pin.marker is None or pin.marker.evaluate()
    }


def version_in(lock: str, name: str) -> str:
    [specifier] = pinned_here(lock)[name].specifier
    return specifier.version


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_holds_nothing_but_pins_with_their_hashes(lock):
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert PIN.sub("", text).strip() == ""
    assert pins(lock)


@pytest.mark.parametrize("lock", [*LOCKS, "frontend/package-lock.json"])
def test_a_lock_names_no_place_to_fetch_from(lock):
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert not re.search(r"--(?:extra-)?index|--find-links|\"resolved\"|\btarball\b", text)


def test_the_development_lock_holds_the_runtime_lock():
    runtime, development = (
        {f"{pin.name}{pin.specifier}" for pin in pins(lock)}
        for lock in ("requirements.lock", "requirements-dev.lock")
    )
    assert runtime <= development


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_the_build_backend_is_locked_too(lock):
    assert "setuptools" in pinned_here(lock)


@pytest.mark.parametrize(
    ("lock", "wanted"),
    [
        *(("requirements.lock", line) for line in settings()["project"]["dependencies"]),
        *(("requirements-dev.lock", line) for line in settings()["dependency-groups"]["dev"]),
    ],
)
def test_the_locks_give_what_the_project_asks_for(lock, wanted):
    requirement = Requirement(wanted)
    assert requirement.specifier.contains(version_in(lock, canonicalize_name(requirement.name)))


def test_every_package_of_the_frontend_is_pinned_by_hash():
    packages = json.loads((ROOT / "frontend" / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    assert [name for name, entry in packages.items() if name and "integrity" not in entry] == []
