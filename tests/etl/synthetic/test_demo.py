"""The demo as a whole: the same for the same seed, complete, and never over something else."""

import hashlib
import re
import shutil
from itertools import chain

import pytest
import yaml

from etl.deliveries import find_deliveries
from etl.source import read_sources
from etl.synthetic.demo import write_demo
from warehouse.errors import UserError

pytestmark = pytest.mark.slow  # draws whole demo countries

SOURCES = {
    *("person_states", "benefit_spells", "registrations", "activities", "work_months"),
    *("payments", "education_months", "pensions", "placements", "cases", "case_events"),
    *("sanctions", "applications"),
    "need_assessments",
    *("employers", "vacancies", "layoff_notices", "population", "labour_force", "expenditure"),
    "official_totals",
}


def write(out, persons=3000, months=18, seed=5, country="dk"):
    return write_demo(country, persons, months, seed, out=out, progress=lambda _: None)


def checksums(folder):
    return {
        str(file.relative_to(folder)): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    out = tmp_path_factory.mktemp("small") / "new" / "demo"
    assert write(out)
    return out


def test_the_same_seed_gives_the_same_bytes(small, tmp_path):
    assert write(tmp_path / "again")
    assert checksums(tmp_path / "again") == checksums(small)


def test_another_seed_gives_another_country(small, tmp_path):
    write(tmp_path / "other", seed=6)
    same = checksums(tmp_path / "other").items() & checksums(small).items()
    few = {"truth/flaws.csv", "2/population.parquet", "2/pensions.csv"}  # so few rows that two may be alike
    assert {name for name, _ in same} <= few


def test_what_is_there_is_not_written_again(small):
    before = {file: file.stat().st_mtime_ns for file in small.rglob("*")}
    assert not write(small)
    assert {file: file.stat().st_mtime_ns for file in small.rglob("*")} == before


def test_another_demo_is_not_overwritten(small):
    before = checksums(small)
    with pytest.raises(UserError, match="holds another demo"):
        write(small, seed=6)
    assert checksums(small) == before


@pytest.mark.parametrize("name", ["letter.txt", ".hidden", "demo.yml"])
def test_a_folder_with_anything_in_it_is_left_alone(tmp_path, name):
    (tmp_path / name).write_text("", encoding="utf-8")
    with pytest.raises(UserError, match="is no empty folder"):
        write(tmp_path)
    assert [file.name for file in tmp_path.iterdir()] == [name]


def test_an_empty_folder_will_do(tmp_path):
    assert write(tmp_path)
    assert sorted(file.name for file in tmp_path.iterdir()) == ["1", "2", "demo.yml", "truth"]


def test_what_is_interrupted_leaves_nothing(tmp_path):
    def interrupt(message):
        if message.startswith("Writing"):
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_demo("dk", 3000, 18, 5, out=tmp_path / "demo", progress=interrupt)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ({"country": "no"}, "no demo of country 'no'. Demos: dk"),
        ({"persons": 10}, "from 2000 to 6100000 persons"),
        ({"months": 5}, "from 18 to 120 months"),
        ({"seed": -1}, "from 0 to 4294967295 seed"),
    ],
)
def test_what_cannot_be_drawn_is_said(tmp_path, asked, answer):
    with pytest.raises(UserError, match=re.escape(answer)):
        write(tmp_path / "demo", **asked)
    assert not (tmp_path / "demo").exists()


def test_too_little_space_is_told_before_anything_is_drawn(tmp_path, monkeypatch):
    usage = shutil.disk_usage(tmp_path)._replace(free=10_000)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage)
    with pytest.raises(UserError, match="too little space"):
        write(tmp_path / "demo")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("number", "last"), [(1, "2026-09-30"), (2, "2026-10-31")])
def test_each_delivery_has_a_file_for_each_source_and_a_manifest(small, number, last):
    folder = small / str(number)
    manifest = yaml.safe_load((folder / "manifest.yml").read_text(encoding="utf-8"))
    assert {name.split(".")[0] for name in manifest["files"]} == SOURCES
    assert manifest["kind"] == "synthetic"
    assert "Invented people" in manifest["note"]
    assert {name: str(day) for name, day in manifest["covers"].items()} == {"from": "2025-05-01", "to": last}
    found = checksums(folder)
    assert {**manifest["files"], "manifest.yml": found["manifest.yml"]} == found


def test_both_forms_of_files_are_there(small):
    forms = {file.name for file in (small / "1").iterdir()}
    assert {"placements.csv", "labour_force.csv", "benefit_spells.parquet", "population.parquet"} <= forms


def test_every_file_has_one_source_that_claims_it(small):
    for number in (1, 2):
        found = find_deliveries(small / str(number), read_sources())
        assert found.unclaimed == ()
        files = chain.from_iterable(delivery.files for delivery in found.deliveries)
        assert {file.name.split(".")[0] for file in files} == SOURCES


def test_the_truth_is_nothing_that_could_be_loaded(small):
    assert sorted(file.name for file in small.rglob("manifest.yml")) == ["manifest.yml"] * 2
    found = find_deliveries(small / "truth", read_sources())
    assert found.deliveries == ()
    assert {file.name for file in found.unclaimed} == {"municipalities.csv", "years.csv", "flaws.csv"}
