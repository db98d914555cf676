"""A large demo: the records of a source in several files, payments told one by one, and loaded like any other."""

import csv
from collections import Counter
from datetime import date
from itertools import chain

import duckdb
import pytest
import yaml

from etl.deliveries import find_deliveries
from etl.source import read_sources
from etl.synthetic.deliveries import TABLES
from etl.synthetic.demo import write_demo
from tests.etl.synthetic.changed_settings import change
from tests.support.loading import load_unchecked

pytestmark = pytest.mark.slow  # draws whole demo countries

PERSONS, MONTHS = 4000, 20
SMALL = {"chunk_persons": 800, "file_person_months": 1600 * MONTHS}
RECORDS = {table.source: table.form for table in TABLES if table.by == "persons"}


def write(out, patch, **changed):
    """A demo that counts as large, its files changed."""
    with patch.context() as changing:
        change(
            changing,
            out.with_name(f"{out.name}-settings"),
            benefits={"rows": {"monthly_from": PERSONS}},
            **changed,
        )
        write_demo("dk", PERSONS, MONTHS, 5, out=out, progress=lambda _: None)
    return out


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("large")


@pytest.fixture(scope="module")
def patch():
    with pytest.MonkeyPatch.context() as patching:
        yield patching


@pytest.fixture(scope="module")
def several(folder, patch):
    return write(folder / "several", patch, demo=SMALL)


@pytest.fixture(scope="module")
def single(folder, patch):
    return write(folder / "single", patch, demo={**SMALL, "file_person_months": PERSONS * MONTHS * 2})


def files(demo, number, source):
    return sorted((demo / str(number)).glob(f"{source}*.{RECORDS[source]}"))


def ask(question):
    with duckdb.connect() as connection:
        return connection.execute(question).fetchall()


def rows(paths):
    """The rows of a table in one file or several."""
    read = {".csv": "read_csv('{}', all_varchar = true)", ".parquet": "read_parquet('{}')"}
    found = (ask(f"from {read[path.suffix].format(path)}") for path in paths)
    return sorted(chain.from_iterable(found), key=str)


def test_the_records_of_a_source_are_in_several_files_that_one_delivery_takes(several):
    for number in (1, 2):
        found = find_deliveries(several / str(number), read_sources())
        assert found.unclaimed == ()
        names = {one.source.name: [file.name for file in one.files] for one in found.deliveries}
        for source, form in RECORDS.items():
            assert names[source] == [f"{source}-{part:02}.{form}" for part in (1, 2, 3)]
        assert names["population"] == ["population.parquet"]
        manifest = yaml.safe_load((several / str(number) / "manifest.yml").read_text(encoding="utf-8"))
        assert manifest["files"] == {file.name: file.sha256 for one in found.deliveries for file in one.files}


@pytest.mark.parametrize("source", RECORDS)
@pytest.mark.parametrize("number", [1, 2])
def test_they_hold_what_one_file_would(several, single, source, number):
    assert rows(files(several, number, source)) == rows(files(single, number, source))
    assert [file.name for file in files(single, number, source)] == [f"{source}.{RECORDS[source]}"]


def test_the_records_of_a_person_are_all_in_files_of_one_number(several):
    seen = Counter()
    for part in (1, 2, 3):
        people = " union ".join(
            f"select person_id from '{several}/1/{source}-{part:02}.{form}'"
            for source, form in RECORDS.items()
        )
        seen.update(person for (person,) in ask(people))
    assert set(seen.values()) == {1}


def test_the_same_seed_gives_the_same_bytes_in_several_files(several, folder, patch):
    again = write(folder / "again", patch, demo=SMALL)
    written = [file.relative_to(several) for file in several.rglob("*") if file.is_file()]
    assert all((again / file).read_bytes() == (several / file).read_bytes() for file in written)
    assert len(written) == len([file for file in again.rglob("*") if file.is_file()])


def test_only_recent_payments_are_told_otherwise_a_month_later(several):
    before, after = (f"read_parquet('{several / str(number)}/benefit_spells-*.parquet')" for number in (1, 2))
    changed = ask(f"""
        select start_on from (
            from {before} where person_id in (select person_id from {after}) and scheme <> 'old_scheme'
            except all
            from {after}
        )
    """)
    starts = {start for (start,) in changed}
    assert date(2026, 9, 1) in starts
    assert min(starts) > date(2026, 2, 1)
    [[days]] = ask(f"select max(recorded_on - start_on) from {before}")
    assert 60 < days <= 90


def test_all_of_it_is_loaded_but_the_bad_rows(several, tmp_path):
    load_unchecked(tmp_path / "home", several / "1")
    with duckdb.connect(str(tmp_path / "home" / "warehouse.duckdb"), read_only=True) as home:
        loaded = home.execute(
            "select source, rows_delivered, rows_loaded, rows_quarantined from raw.delivery"
        ).fetchall()
    bad = planted(several)
    for source, delivered, accepted, quarantined in loaded:
        assert accepted + quarantined == delivered
        assert quarantined == bad[source]
    assert {source for source, *_ in loaded} == {table.source for table in TABLES} | {"official_totals"}


def planted(demo):
    """Bad rows by source; the original of a copy with its key cannot be told from it."""
    rows = Counter()
    with (demo / "truth" / "flaws.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            rows[row["source"]] += int(row["rows"]) * (2 if row["flaw"] == "duplicate_key" else 1)
    return rows
