"""What is published already is not written again, and nothing else is taken for it."""

import re
from pathlib import Path

import pytest

from indicators import published
from indicators.compute import compute
from indicators.publish import publish
from tests.indicators.test_publish import home_of
from warehouse.homes import Home
from warehouse.releases import Release

pytestmark = pytest.mark.slow  # each test makes a home and a release

ROOT = Path(published.__file__).parent
FOLDERS = ("sql/publish", "sql/audit", "sql/attack", "disclosure/audit", "disclosure/attack")
WRITTEN = "Writing the release …"


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return home_of(tmp_path)


def again(home: Home, boundaries: Path | None = None) -> tuple[Release, bool, bool]:
    """The release, whether it is new, and whether a draft was written for it."""
    said: list[str] = []
    release, fresh = publish(home, said.append, boundaries)
    return release, fresh, WRITTEN in said


def change(home: Home, statement: str) -> None:
    with home.warehouse() as connection:
        connection.execute(statement)


def test_what_is_published_is_not_written_again(home: Home) -> None:
    release, fresh, written = again(home)
    assert fresh
    assert written
    assert again(home) == (release, False, False)
    compute(home, lambda _: None)
    assert again(home) == (release, False, False)
    assert list(home.temporary.iterdir()) == []


@pytest.mark.parametrize(
    "statement",
    [
        "update mart.indicator set place = place + 10",
        'update core.source set facts = json_merge_patch(facts, \'{"url": "https://example.org"}\')',
        "insert into mart.rounding_key values ('0123456789abcdef', 'former')",
        "update raw.quarantine set rule = 'another rule'",
        "delete from mart.published",
        "drop table mart.published",  # as in a warehouse of an earlier day
    ],
)
def test_whatever_has_changed_since_is_written(home: Home, statement: str) -> None:
    again(home)
    change(home, statement)
    assert again(home)[2]
    assert not again(home)[2]


def test_another_program_or_other_borders_write(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    again(home)
    monkeypatch.setattr(published, "program", lambda: "another")
    assert again(home)[2]
    assert not again(home)[2]
    monkeypatch.setattr("indicators.publish.read_boundaries", lambda *_: {"municipality": "{}"})
    assert again(home)[2]


def test_a_release_that_is_gone_damaged_or_not_the_current_one_is_written(home: Home) -> None:
    release, *_ = again(home)
    release.file.unlink()
    assert again(home) == (release, True, True)
    release.file.write_bytes(b"damaged")
    assert again(home) == (release, True, True)
    (
        home.releases / "current.json"
    ).unlink()  # without it nobody knows whether the file is as it was published
    assert again(home) == (release, True, True)
    assert again(home) == (release, False, False)


def test_what_was_computed_and_not_published_is_not_taken_for_published(home: Home) -> None:
    first, *_ = again(home)
    change(home, "update mart.indicator set place = place + 10")
    second, fresh, _ = again(home)
    assert (fresh, second.release != first.release) == (True, True)


def test_every_table_that_releases_are_made_of_is_looked_at() -> None:
    files = [file for folder in FOLDERS for kind in ("*.sql", "*.py") for file in (ROOT / folder).rglob(kind)]
    files += [ROOT / "publish.py", ROOT / "laws.py", ROOT / "core.py", *(ROOT / "disclosure").glob("*.py")]
    text = "".join(file.read_text(encoding="utf-8") for file in files)
    named = set(re.findall(r"\b(?:core|mart|raw|earlier)\.[a-z_]+", text))
    apart = {"mart.rounding_key", "mart.known"}
    assert {"core.area", "mart.cell", "raw.delivery"} <= named
    assert named - apart <= set(published.TABLES)
