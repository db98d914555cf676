"""The command as its user meets it: what it prints, with which exit code, and what it leaves alone."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.repository.tree import ROOT

pytestmark = pytest.mark.slow  # every command is a process of its own

DANISH = ROOT / "data" / "miniatures" / "dk"


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(ROOT / "openindsats.py"), *arguments],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "COLUMNS": "200", **environment},
    )


def assert_one_message(done: subprocess.CompletedProcess[str], *words: str) -> None:
    assert done.returncode == 2, done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    for word in words:
        assert word in done.stderr


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("homes") / "dk"
    done = run("build", "--deliveries", str(DANISH), "--country", "dk", "--home", str(home))
    assert done.returncode == 0, done.stderr
    return home


def test_help_names_every_command() -> None:
    done = run("--help")
    assert done.returncode == 0
    for command in (
        "load",
        "compute",
        "publish",
        "build",
        "serve",
        "status",
        "explain",
        "pseudonymise",
        "forget",
    ):
        assert command in done.stdout


def test_build_leads_from_files_to_a_release(home: Path) -> None:
    done = run("status", "--home", str(home))
    assert done.returncode == 0
    assert "synthetic figures" in done.stdout
    assert "current" in done.stdout


def test_status_tells_each_sources_last_delivery_and_how_far_it_reaches(home: Path) -> None:
    lines = run("status", "--home", str(home)).stdout.splitlines()
    [folk1am] = [line for line in lines if "dst_folk1am" in line]
    assert [cell.strip() for cell in folk1am.strip("│").split("│")] == [
        "dst_folk1am",
        "2024-12-31",
        "2024-12",
    ]
    [auk01] = [line for line in lines if "dst_auk01" in line]
    assert "2024-Q4" in auk01


def test_building_again_changes_nothing(home: Path) -> None:
    before = sorted((home / "releases").iterdir())
    done = run("build", "--deliveries", str(DANISH), "--country", "dk", "--home", str(home))
    assert done.returncode == 0
    assert "Already published" in done.stdout
    assert sorted((home / "releases").iterdir()) == before


def test_files_that_nobody_claims_are_named(home: Path) -> None:
    done = run("load", "--deliveries", str(DANISH), "--country", "dk", "--home", str(home))
    assert "no source claims them" in done.stdout
    assert "README" in done.stdout


def test_the_home_may_be_named_by_the_environment(home: Path) -> None:
    assert str(home) in run("status", OPENINDSATS_HOME=str(home)).stdout


def test_an_unknown_country_is_told_with_those_that_are_known(tmp_path: Path) -> None:
    done = run("load", "--deliveries", str(DANISH), "--country", "xx", "--home", str(tmp_path / "home"))
    assert_one_message(done, "xx", "dk", "no")
    assert not (tmp_path / "home").exists()


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    done = run(
        "load", "--deliveries", str(tmp_path / "gone"), "--country", "dk", "--home", str(tmp_path / "home")
    )
    assert_one_message(done, "gone")
    assert not (tmp_path / "home").exists()


@pytest.mark.parametrize("command", ["compute", "publish", "serve", "status"])
def test_a_home_that_is_not_there_is_told(command: str, tmp_path: Path) -> None:
    assert_one_message(run(command, "--home", str(tmp_path / "home")), "No home at")


def test_a_refused_delivery_stops_the_build_and_leaves_the_release(home: Path, tmp_path: Path) -> None:
    (tmp_path / "manifest.yml").write_text("kind: synthetic\n", encoding="utf-8")
    (tmp_path / "auk01.csv").write_text("OMRÅDE;YDELSESTYPE;KØN;TID;INDHOLD\n", encoding="utf-8")
    before = (home / "releases" / "current.json").read_bytes()
    done = run("build", "--deliveries", str(tmp_path), "--country", "dk", "--home", str(home))
    assert_one_message(done, "auk01.csv", "ALDER")
    assert (home / "releases" / "current.json").read_bytes() == before


def test_an_agency_makes_a_key_and_pseudonyms(tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text("cpr,x\n010101-1234,a\n,b\n", encoding="utf-8")
    places = ["--in", str(tmp_path / "in.csv"), "--out", str(tmp_path / "out.csv"), "--column", "cpr"]
    assert run("pseudonymise", "--new-key", str(tmp_path / "key")).returncode == 0
    done = run("pseudonymise", *places, "--key", str(tmp_path / "key"))
    assert done.returncode == 0, done.stderr
    assert "rows 2, persons 1" in done.stdout
    assert "stay so: 1" in done.stdout
    assert "1234" not in done.stdout + done.stderr + (tmp_path / "out.csv").read_text(encoding="utf-8")
    assert_one_message(run("pseudonymise", *places, "--key", str(tmp_path / "key")), "not written over")
    assert_one_message(run("pseudonymise", "--key", str(tmp_path / "key")), "--in FILE", "--new-key")


def test_a_figure_is_explained_from_its_home_and_from_the_release_alone(home: Path, tmp_path: Path) -> None:
    cell = ("explain", "social_assistance_per_1000", "--area", "Gladsaxe", "--period", "2024-Q1")
    [release] = (home / "releases").glob("portal-*.duckdb")
    told = run(*cell, "--home", str(home))
    assert told.returncode == 0, told.stderr
    for said in (
        "where measure = 'population'",
        "Gladsaxe (159), Municipality",
        "1 January 2024 to 31 March 2024",
    ):
        assert said in told.stdout
    assert run(*cell, "--release", str(release)).stdout == told.stdout
    statement = (ROOT / "indicators" / "measures" / "population.sql").read_text(encoding="utf-8")
    narrow = run(*cell, "--home", str(home), COLUMNS="40").stdout
    assert max(map(len, statement.splitlines())) > 40
    assert statement in narrow
    written = run(*cell, "--release", str(release), "--json", str(tmp_path / "cell.json"))
    assert "written" in written.stdout
    assert json.loads((tmp_path / "cell.json").read_text(encoding="utf-8"))["area"]["code"] == "159"


def test_what_cannot_be_explained_is_told_with_what_can(home: Path) -> None:
    known = {"--area": "159", "--period": "2024-Q1"}
    for indicator, changed, near in (
        ("populatio", {}, "population"),
        ("social_assistance_per_1000", {"--area": "Gladsakse"}, "Gladsaxe (159, municipality)"),
        ("social_assistance_per_1000", {"--period": "2024"}, "2024-Q1"),
        ("social_assistance_per_1000", {"--category": "sex.female"}, "all"),
        ("social_assistance_per_1000", {"--release": "x.duckdb", "--private": None}, "holds nothing private"),
    ):
        words = [word for option in (known | changed).items() for word in option if word]
        assert_one_message(run("explain", indicator, *words, "--home", str(home)), near)


def test_forgetting_nobody_is_told(home: Path) -> None:
    done = run("forget", "0" * 32, "--home", str(home))
    assert_one_message(done, "Nothing is known of this person here")
    assert "0" * 32 not in done.stderr
