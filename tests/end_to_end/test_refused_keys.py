"""A key or a release that is not as it should be: each command refuses it clearly, and nothing is published."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from unittest import mock

import pytest

import openindsats
from indicators.disclosure.keys import DEMO_KEY, key_file
from indicators.publish import publish
from tests.support.person_oracle_drawing import draw
from tests.support.person_oracle_loading import PROTECTED, country_of
from tests.support.small_homes import SmallHome, load_protected
from warehouse.homes import Home, open_home
from warehouse.releases import PORTAL_FORMAT

pytestmark = pytest.mark.slow  # counts and attacks a home of its own

SPOILT: dict[str, tuple[Callable[[Path], object], str]] = {
    "no key": (Path.unlink, "rounding.key is gone"),
    "readable": (lambda file: file.chmod(0o644), "rounding.key can be read by others"),
    "another": (lambda file: file.write_text("ab" * 32), "is not the one that its published figures"),
    "demo key": (lambda file: file.write_text(DEMO_KEY.read_text()), "is the public demo key"),
    "half a key": (lambda file: file.write_text("ab" * 16), "rounding.key is damaged"),
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an official home that has published, and what was delivered to it."""
    folder = tmp_path_factory.mktemp("official")
    home = SmallHome(folder)
    load_protected(home, "official")
    home.compute()
    publish(open_home(home.path), lambda _: None)
    return folder


@pytest.fixture
def home(built: Path, tmp_path: Path) -> Home:
    """The same home, to be spoilt."""
    shutil.copytree(built, tmp_path / "copied")
    return open_home(tmp_path / "copied" / "home")


def run(home: Home, *words: str) -> int:
    country = country_of(draw(), PROTECTED)
    with mock.patch("etl.run.read_country", return_value=country):
        return openindsats.main([*words, "--home", str(home.path)])


def left(home: Home) -> dict[str, bytes]:
    """All that readers could get, the key, and what is computed."""
    found = {
        file.name: file.read_bytes() for file in [*home.releases.iterdir(), *home.path.glob("rounding*")]
    }
    with home.warehouse() as connection:
        for table in ("basis", "cell", "indicator", "rounding_key"):
            rows = connection.execute(f"from mart.{table} order by all").fetchall()
            found[table] = repr(rows).encode()
    return found


@pytest.mark.parametrize("spoilt", SPOILT)
def test_a_key_that_is_not_right_is_refused_and_nothing_published(
    home: Home, spoilt: str, capsys: pytest.CaptureFixture[str]
) -> None:
    spoil, words = SPOILT[spoilt]
    spoil(key_file(home))
    before = left(home)
    nightly = ("nightly", "--deliveries", str(home.path.parent / "in-1"), "--country", "xx")
    for command in (("compute",), ("publish",), nightly, ("rotate-key", "--yes")):
        assert run(home, *command) == 2, command
        said = capsys.readouterr().err
        assert said.startswith(f"openindsats {command[0]}: ")
        # a key that is gone altogether cannot give way, and that is said with the same remedy
        assert words in said or (spoilt == "no key" and "put back from your backup" in said)
        assert left(home) == before


def test_a_key_that_changed_before_anything_was_published_is_no_reason_to_publish(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The cells were rounded with the key before: to publish them under the new one's name would be wrong."""
    made = SmallHome(tmp_path)
    load_protected(made, "official")
    made.compute()
    home = open_home(made.path)
    key_file(home).write_text("ab" * 32)
    for _ in range(2):
        assert run(home, "publish") == 2
        assert "another one since the figures were computed" in capsys.readouterr().err
    assert list(home.releases.iterdir()) == []


def test_a_release_of_another_format_is_told_and_left_alone(
    home: Home, capsys: pytest.CaptureFixture[str]
) -> None:
    file = home.releases / "current.json"
    file.write_text(json.dumps(json.loads(file.read_text()) | {"format": PORTAL_FORMAT - 1}))
    before = left(home)
    explain = ("explain", "recipients", "--area", "A", "--period", "2024-03")
    for command in (("attack",), explain):
        assert run(home, *command) == 2
        said = capsys.readouterr().err
        assert (
            f"has format {PORTAL_FORMAT - 1}; this version of openindsats reads format {PORTAL_FORMAT}"
            in said
        )
        assert "Publish again with this version" in said
    assert left(home) == before
    assert run(home, "publish") == 0
    assert run(home, *explain) == 0
