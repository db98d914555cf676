"""Erasure: after it no byte of a person is left in a home, and no delivery brings them back."""

import subprocess
import sys
from hashlib import md5
from pathlib import Path
from uuid import UUID

import pytest

import etl.forget
from etl.core import rebuild
from etl.forget import forget
from tests.repository.tree import ROOT
from tests.support.loading import load_into
from warehouse import earlier
from warehouse.connection import DatabaseError
from warehouse.country_files import read_country
from warehouse.country_tables import write_country
from warehouse.errors import UserError
from warehouse.homes import Home, make_home, open_home

PERSON = md5(b"7", usedforsecurity=False).hexdigest()
STRANGER, OTHER = "0" * 32, "1" * 32

PEOPLE = """
    insert into raw.person_states by name
    select person_id, date '2020-01-01' as valid_from, '101' as area, 1980 as birth_year, 'first' as delivery
    from person;
    insert into raw.benefit_spells by name
    select
        person_id, 'social_assistance' as scheme, date '2024-01-01' + number as start_on,
        date '2024-01-15' + number as end_on, 100 as degree, 'first' as delivery
    from person cross join unnest([0, 100, 200]) as numbers(number);
    insert into raw.registrations by name
    select person_id, date '2024-01-01' as start_on, 'first' as delivery from person;
    insert into raw.activities by name
    select person_id, 'training' as kind, date '2024-01-01' as start_on, 'first' as delivery from person;
    insert into raw.work_months by name select person_id, 24290 as month, 10 as hours, 'first' as delivery from person;
    insert into raw.education_months by name select person_id, 24290 as month, 'first' as delivery from person;
    insert into raw.pensions by name
    select person_id, 'disability' as kind, date '2024-01-20' as granted_on, 'first' as delivery from person;
    insert into raw.payments by name
    select person_id, 'social_assistance' as scheme, 24290 as month, 9000 as amount, 'first' as delivery from person;
    insert into raw.placements by name
    select person_id, date '2024-01-01' as placed_on, 'first' as delivery from person;
    insert into raw.cases by name
    select md5('case' || person_id) as case_id, person_id, date '2024-01-01' as opened_on, 'first' as delivery
    from person;
    insert into raw.case_events by name
    select
        md5('case' || person_id) as case_id, person_id, 'plan' as kind, date '2024-01-05' as happened_on,
        false as exempt, 'first' as delivery
    from person;
    insert into raw.sanctions by name
    select
        person_id, 'social_assistance' as scheme, date '2024-01-01' as decided_on, 'stopped' as kind,
        'first' as delivery
    from person;
    insert into raw.applications by name
    select person_id, 'social_assistance' as scheme, date '2024-01-01' as applied_on, 'first' as delivery from person;
    insert into raw.need_assessments by name
    select person_id, date '2024-01-01' as start_on, 'high' as need, 'first' as delivery from person;
    insert into raw.employers by name
    select person_id, '101' as area, 3 as employees, date '2024-01-01' as active_from, 'first' as delivery from person;
    insert into raw.vacancies by name
    select
        'v' as vacancy_id, person_id, '147' as area, 1 as positions, date '2024-01-01' as opened_on, 'first' as delivery
    from person;
    insert into raw.layoff_notices by name
    select
        'n' as notice_id, person_id, '101' as area, 1 as persons, date '2024-01-01' as notified_on, 'first' as delivery
    from person;
"""
ON_RECORD = """
    insert into core.coverage values ('benefit_spells', date '2023-01-01', date '2024-07-01');
    insert into raw.delivery values
        ('first', 1, 'cases', 'synthetic', date '2024-06-30', '2023-01', '2024-06', 3000, 3000, 0);
"""
ROWS_OF_ONE = 19
"""How many raw rows each person has."""


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """A home that knows 3,000 persons."""
    country = read_country("dk")
    home = make_home(tmp_path / "home", "dk", "synthetic")
    with home.warehouse() as warehouse:
        write_country(warehouse, country)
        warehouse.execute(
            "create temp table person as"
            " select md5(cast(number as varchar))::uuid as person_id from range(3000) as numbers(number)"
        )
        warehouse.execute(PEOPLE)
        warehouse.execute(ON_RECORD)
        rebuild(warehouse, country)
    return home


def files_that_hold(home: Home, person: str) -> list[str]:
    """The files with the pseudonym as text or as 16 bytes, in either order, its first bit turned or not."""
    number = UUID(person).int
    forms = [person.encode(), str(UUID(person)).encode()]
    for one in (number, number ^ 1 << 127):
        forms += [one.to_bytes(16, "big"), one.to_bytes(16, "little")]
    files = [file for file in sorted(home.path.rglob("*")) if file.is_file()]
    return [file.name for file in files if any(form in file.read_bytes() for form in forms)]


def told_of(home: Home, person: str) -> dict[str, int]:
    """Rows of a person in every table that has persons."""
    with home.warehouse() as warehouse:
        tables = warehouse.sql(
            "select table_schema || '.' || table_name from information_schema.columns"
            " where column_name = 'person_id' and table_schema in ('raw', 'core', 'earlier', 'mart')"
        ).fetchall()
        return {
            table: len(warehouse.table(table).filter(f"person_id = '{UUID(person)}'")) for (table,) in tables
        }


def keep_of(home: Home, person: str) -> None:
    """Keep what the core says of a person, as a load does that tells the same of them anew."""
    with home.warehouse() as warehouse:
        earlier.begin(warehouse)
        warehouse.execute(
            "create temp table changed_person as select cast($1 as uuid) as person_id", [person]
        )
        earlier.take_out(warehouse)
        for table in earlier.OF_PERSONS:
            warehouse.table(f"earlier.{table}").insert_into(f"core.{table}")


def everything(home: Home, but: str) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table, but those of one person."""
    with home.warehouse() as warehouse:
        tables = warehouse.sql(
            "select schema_name, table_name, sql from duckdb_tables() order by all"
        ).fetchall()
        rows = {
            f"{name} {sql}": warehouse.table(f"{schema}.{name}").order("all").fetchall()
            for schema, name, sql in tables
            if name != "forgotten"
        }
    return {name: [row for row in found if UUID(but) not in row] for name, found in rows.items()}


def test_no_byte_of_a_person_is_left_and_nothing_else_is_lost(home):
    keep_of(home, PERSON)
    assert 0 not in told_of(home, PERSON).values()
    with home.warehouse() as warehouse:
        earlier.end(warehouse)
    before = everything(home, but=PERSON)
    keep_of(home, PERSON)
    assert files_that_hold(home, PERSON) == ["warehouse.duckdb"]
    assert forget(home, PERSON) == ROWS_OF_ONE
    assert files_that_hold(home, PERSON) == []
    assert set(told_of(home, PERSON).values()) == {0}
    assert everything(home, but=PERSON) == before
    assert sorted(file.name for file in home.path.iterdir()) == [
        "home.json",
        "releases",
        "temporary",
        "warehouse.duckdb",
    ]
    assert list(home.temporary.iterdir()) == []
    assert (home.path / "warehouse.duckdb").stat().st_mode & 0o777 == 0o600


def test_deleting_alone_would_leave_the_bytes(home):
    """Why the file is written anew; if this fails, that may no longer be needed."""
    with home.warehouse() as warehouse:
        warehouse.execute(
            "delete from raw.benefit_spells where person_id = $person", {"person": UUID(PERSON)}
        )
        warehouse.execute("checkpoint")
    assert files_that_hold(home, PERSON) == ["warehouse.duckdb"]


def test_forgetting_again_changes_nothing(home):
    forget(home, PERSON)
    before = everything(home, but=PERSON)
    assert forget(home, PERSON) == 0
    assert everything(home, but=PERSON) == before


def test_a_person_who_is_not_known_is_told_plainly_and_nothing_changes(home):
    before = (home.path / "warehouse.duckdb").read_bytes()
    with pytest.raises(UserError) as refusal:
        forget(home, STRANGER)
    assert str(refusal.value) == "Nothing is known of this person here; nothing was changed."
    assert (home.path / "warehouse.duckdb").read_bytes() == before


@pytest.mark.parametrize(
    "person", ["", "0101011234", PERSON.upper(), str(UUID(PERSON)), PERSON + "0", "' or 1"]
)
def test_only_a_pseudonym_names_a_person_and_it_is_not_repeated(home, person):
    with pytest.raises(UserError) as refusal:
        forget(home, person)
    assert str(refusal.value) == "A person is named by a pseudonym: 32 digits from 0 to f."


def test_what_killed_commands_left_behind_goes_too(home):
    """A killed load leaves its stage, a killed command its log of changes and its temporary files."""
    killed = (
        "import os, sys; from pathlib import Path; from warehouse.homes import open_home\n"
        "with open_home(Path(sys.argv[1])).warehouse() as warehouse:\n"
        "    warehouse.execute('insert into raw.registrations by name select $1 as person_id,'\n"
        "        \" date '2024-05-01' as start_on, 'second' as delivery\", [sys.argv[2]])\n"
        "    os._exit(9)\n"
    )
    command = [sys.executable, "-c", killed, str(home.path), PERSON]
    assert subprocess.run(command, check=False, cwd=ROOT).returncode == 9
    (home.temporary / "load").mkdir()
    (home.temporary / "load" / "stage.duckdb").write_bytes(PERSON.encode())
    (home.temporary / "duckdb_temp_storage-0.tmp").write_bytes(UUID(PERSON).bytes)
    assert files_that_hold(home, PERSON) == [
        "duckdb_temp_storage-0.tmp",
        "stage.duckdb",
        "warehouse.duckdb",
        "warehouse.duckdb.wal",
    ]
    assert forget(home, PERSON) == ROWS_OF_ONE + 1
    assert files_that_hold(home, PERSON) == []


def test_a_file_that_still_holds_the_person_is_named(home):
    (home.releases / "note.txt").write_text(PERSON, encoding="ascii")
    with pytest.raises(UserError, match=r"note\.txt still holds the pseudonym"):
        forget(home, PERSON)


def test_what_was_cut_short_is_made_up_for(home, monkeypatch):
    def full(*_: object) -> None:
        raise DatabaseError("no space left")

    with monkeypatch.context() as patched:
        patched.setattr(etl.forget, "_renew", full)
        with pytest.raises(UserError, match="give the command again"):
            forget(home, PERSON)
    assert files_that_hold(home, PERSON) == ["warehouse.duckdb"]
    assert forget(home, PERSON) == 0
    assert files_that_hold(home, PERSON) == []


@pytest.mark.parametrize("held", ["warehouse.duckdb", "temporary/loading.duckdb"])
def test_nobody_is_forgotten_while_another_command_runs(home, held):
    holding = (
        "import duckdb, sys; kept = duckdb.connect(sys.argv[1]); print('held', flush=True); sys.stdin.read()"
    )
    command = [sys.executable, "-c", holding, str(home.path / held)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        with pytest.raises(UserError, match="in use by another openindsats command"):
            forget(home, PERSON)
        other.communicate()
    assert told_of(home, PERSON)["raw.registrations"] == 1


def deliver(folder: Path, until: str, lines: list[str]) -> Path:
    """A delivery of registrations."""
    folder.mkdir()
    rows = ["person_id,start_on,end_on", *lines]
    (folder / "registrations.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    (folder / "manifest.yml").write_text(
        f"kind: synthetic\ncovers: {{from: 2024-01-01, to: {until}}}\n", encoding="utf-8"
    )
    return folder


@pytest.mark.slow
def test_no_later_delivery_tells_of_a_person_who_was_forgotten(tmp_path):
    path = tmp_path / "home"
    lines = [f"{PERSON},2024-01-01,", f"{STRANGER},2024-01-01,"]
    load_into(path, deliver(tmp_path / "first", "2024-06-30", lines))
    home = open_home(path)
    assert forget(home, PERSON) == 1
    report = load_into(path, deliver(tmp_path / "second", "2024-07-31", [*lines, f"{OTHER},2024-07-01,"]))
    [delivery] = report.deliveries
    counts = (delivery.rows_delivered, delivery.rows_loaded, delivery.rows_quarantined, delivery.outcome)
    assert counts == (3, 3, 0, "loaded")
    assert set(told_of(home, PERSON).values()) == {0}
    assert files_that_hold(home, PERSON) == []
    assert told_of(home, STRANGER)["core.registration"] == 1
    assert list(home.temporary.iterdir()) == []
