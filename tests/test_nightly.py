"""A night as its scheduler meets it: one line, an exit code, and readers who keep what they have until the end."""

import fcntl
import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from unittest import mock

import pytest

import openindsats
from tests.repository.tree import ROOT
from warehouse.areas import Succession
from warehouse.country_files import read_country

pytestmark = pytest.mark.slow

DANISH = ROOT / "data" / "miniatures" / "dk"


@pytest.fixture
def home(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """A home that is built, by the commands of a night and nothing else."""
    path = tmp_path / "dk"
    for command in (["load", "--deliveries", str(DANISH), "--country", "dk"], ["compute"], ["publish"]):
        assert openindsats.main([*command, "--home", str(path)]) == 0
    capsys.readouterr()
    return path


def night(home: Path, deliveries: Path = DANISH) -> int:
    return openindsats.main(
        ["nightly", "--deliveries", str(deliveries), "--country", "dk", "--home", str(home)]
    )


def release(home: Path) -> str:
    return str(json.loads((home / "releases" / "current.json").read_text(encoding="utf-8"))["release"])


def copied(folder: Path, change: tuple[str, str] = ("", "")) -> Path:
    """The miniature's population alone, with one thing changed."""
    folder.mkdir()
    (folder / "manifest.yml").write_text("kind: synthetic\n", encoding="utf-8")
    [file] = DANISH.glob("folk1am*.csv")
    text = file.read_text(encoding="utf-8")
    assert change[0] in text
    (folder / file.name).write_text(text.replace(*change, 1), encoding="utf-8")
    return folder


def last_number(text: str) -> tuple[str, str]:
    """The last delivered row, and the same with one inhabitant more."""
    line = text.rstrip().splitlines()[-1]
    rest, _, number = line.rpartition(";")
    return line, f"{rest};{int(number) + 1}"


def test_a_night_with_something_new_publishes_it(home, tmp_path, capsys):
    before = release(home)
    [file] = DANISH.glob("folk1am*.csv")
    new = copied(tmp_path / "new", last_number(file.read_text(encoding="utf-8")))
    (new / "renamed.csv").write_text("foo;bar\n", encoding="utf-8")
    assert night(home, new) == 0
    line = capsys.readouterr().out.strip()
    assert "\n" not in line
    assert "left alone, since no source claims them: renamed.csv;" in line
    assert line.startswith("dk: loaded 1 deliveries with ")
    assert f"published {release(home)} (load " in line
    assert release(home) != before


def test_a_night_without_anything_new_counts_nothing(home, capsys):
    before = release(home)
    assert night(home) == 0
    line = capsys.readouterr().out
    assert line.startswith("dk: nothing new; loaded 0 deliveries with 0 rows, 0 in quarantine;")
    assert "counted" not in line
    assert f"already published {before}" in line


def test_a_refused_delivery_leaves_readers_with_what_they_have(home, tmp_path, capsys):
    before = release(home)
    wrong = copied(tmp_path / "wrong", ("Christiansø", "Utopia"))
    assert night(home, wrong) == 2
    assert "Utopia" in capsys.readouterr().err
    assert release(home) == before


def test_a_file_named_like_a_source_with_other_columns_is_no_night_without_it(home, tmp_path, capsys):
    before = release(home)
    new = copied(tmp_path / "new")
    (new / "benefit_spells_2026.csv").write_text("pseudonym,scheme,start,last_day\n", encoding="utf-8")
    manifest = "kind: synthetic\ncovers: {from: 2024-01-01, to: 2024-06-30}\n"
    (new / "manifest.yml").write_text(manifest, encoding="utf-8")
    assert night(home, new) == 2
    told = capsys.readouterr().err
    for column in ("person_id", "start_on", "degree"):
        missing = f"benefit_spells_2026.csv, row 1, column {column}: this column is missing (benefit_spells)"
        assert missing in told
    assert release(home) == before


def test_a_night_tells_of_figures_that_stand_under_ended_areas(home, capsys):
    """Gladsaxe ended while its population was still delivered under its own code; Herlev took its place."""
    profile = read_country("dk")
    old = profile.areas["159"]
    areas = profile.areas | {"159": replace(old, valid_to=date(2024, 1, 31))}
    step = Succession("159", "163", date(2024, 2, 1), "invented")
    changed = replace(profile, areas=areas, successions=(*profile.successions, step))
    with mock.patch("etl.run.read_country", return_value=changed):
        assert night(home) == 0
    line = capsys.readouterr().out
    assert "warning: dst_folk1am: figures for 2024-02 to " in line
    assert "stand under areas that had ended by then (159): those of 163 lack them" in line


def test_while_another_night_is_under_way_a_scheduler_tries_later(home, capsys):
    with (home / "nightly.lock").open("w", encoding="ascii") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        assert night(home) == 3
    assert "Another night is under way" in capsys.readouterr().err
    assert night(home) == 0


def test_a_home_that_cannot_be_written_to_is_told(home, capsys):
    (home / "nightly.lock").unlink(missing_ok=True)
    (home / "nightly.lock").mkdir()
    assert night(home) == 2
    assert "cannot be written to (Is a directory); nothing was done" in capsys.readouterr().err


def test_a_night_goes_on_from_a_home_that_is_there(tmp_path, capsys):
    assert night(tmp_path / "nowhere") == 2
    assert "openindsats build" in capsys.readouterr().err
    assert not (tmp_path / "nowhere").exists()
