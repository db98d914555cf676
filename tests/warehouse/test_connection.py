import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from warehouse import connection as connection_module
from warehouse.connection import MEMORY, DatabaseError, open_private, open_public, transaction
from warehouse.errors import UserError


def make_file(path: Path) -> None:
    connection = open_private(path, path.parent)
    connection.execute("create table fact as select 1 as n")
    connection.close()


def test_a_public_file_is_read_only_and_leads_nowhere_else(tmp_path: Path) -> None:
    make_file(tmp_path / "public.duckdb")
    (tmp_path / "secret.csv").write_text("n\n1\n", encoding="utf-8")
    connection = open_public(tmp_path / "public.duckdb")
    assert connection.execute("select n from fact").fetchall() == [(1,)]
    for forbidden in (
        "insert into fact values (2)",
        f"select * from read_csv('{tmp_path / 'secret.csv'}')",
        f"copy fact to '{tmp_path / 'out.csv'}'",
        f"attach '{tmp_path / 'other.duckdb'}'",
        "set enable_external_access = true",
    ):
        with pytest.raises(DatabaseError):
            connection.execute(forbidden)


def test_a_public_file_can_be_opened_again_while_it_is_open(tmp_path: Path) -> None:
    make_file(tmp_path / "public.duckdb")
    first, second = (open_public(tmp_path / "public.duckdb") for _ in range(2))
    assert second.execute("select n from fact").fetchall() == first.execute("select n from fact").fetchall()


def test_a_transaction_keeps_all_or_nothing(tmp_path: Path) -> None:
    make_file(tmp_path / "file.duckdb")
    connection = open_private(tmp_path / "file.duckdb", tmp_path)
    with pytest.raises(DatabaseError), transaction(connection):
        connection.execute("insert into fact values (2); select no_such_column from fact")
    assert connection.execute("select count(*) from fact").fetchall() == [(1,)]
    with transaction(connection):
        connection.execute("insert into fact values (2)")
    assert connection.execute("select count(*) from fact").fetchall() == [(2,)]


def test_a_file_in_use_by_another_process_is_told(tmp_path: Path) -> None:
    make_file(tmp_path / "file.duckdb")
    holder = (
        "import duckdb, sys; c = duckdb.connect(sys.argv[1]); print('open', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", holder, str(tmp_path / "file.duckdb")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        process.stdout.readline()
        with pytest.raises(UserError, match="in use by another"):
            open_private(tmp_path / "file.duckdb", tmp_path)
        process.communicate()


def limit(path: Path) -> str:
    connection = open_private(path, path.parent)
    [(found,)] = connection.execute("select current_setting('memory_limit')").fetchall()
    connection.close()
    return str(found)


def test_the_memory_of_a_home_is_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for gibibytes, expected in ((64, "5.0 GiB"), (4, "2.0 GiB")):
        memory = {"SC_PHYS_PAGES": gibibytes * 2**18, "SC_PAGE_SIZE": 4096}
        monkeypatch.setattr(connection_module.os, "sysconf", memory.__getitem__)
        assert limit(tmp_path / "file.duckdb") == expected
    monkeypatch.setenv(MEMORY, "3GiB")
    assert limit(tmp_path / "file.duckdb") == "3.0 GiB"
    monkeypatch.setenv(MEMORY, "a lot")
    with pytest.raises(UserError, match=f"{MEMORY} is a lot; it must be a size such as 3GB"):
        limit(tmp_path / "file.duckdb")


def test_what_exceeds_the_memory_spills_beside_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(MEMORY, "64MB")
    connection = open_private(tmp_path / "file.duckdb", tmp_path / "spilled")
    connection.execute("set threads = 1")
    rows = "select hash(i) as a, hash(i, 1) as b, hash(i, 2) as c from range(4_000_000) as told(i)"
    connection.execute(f"create temp table sorted as select * from ({rows}) order by a")
    assert list((tmp_path / "spilled").iterdir())


@pytest.mark.parametrize("reason", ["Read-only file system", "Permission denied"])
def test_a_place_that_cannot_be_written_to_is_no_damaged_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reason: str
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise duckdb.IOException(f'Cannot open file "{tmp_path}": {reason}')

    monkeypatch.setattr(duckdb, "connect", refuse)
    with pytest.raises(UserError, match=rf"cannot be written to \({reason}\)"):
        open_private(tmp_path / "file.duckdb", tmp_path)
