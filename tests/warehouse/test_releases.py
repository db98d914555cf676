import hashlib
import json
import os
from pathlib import Path

import pytest

from warehouse.connection import Connection, open_public
from warehouse.errors import UserError
from warehouse.homes import Home, make_home
from warehouse.releases import (
    PORTAL_FORMAT,
    build_release,
    current_fingerprint,
    current_release,
    is_as_published,
    list_releases,
    listed_files,
    manifest_stamp,
)


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return make_home(tmp_path / "home", "dk", "official")


class Fill:
    """Writes one small table and names the release."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __call__(self, connection: Connection) -> str:
        connection.execute("create table portal.meta as select ? as release", [self.name])
        return self.name


def test_a_release_is_built_and_becomes_the_current_one(home: Home) -> None:
    release, fresh = build_release(home, Fill("one"))
    assert fresh
    assert current_release(home.releases) == release
    assert open_public(release.file).execute("select release from meta").fetchall() == [("one",)]
    assert list(home.temporary.iterdir()) == []


def test_a_release_is_read_in_small_blocks(home: Home) -> None:
    release, _ = build_release(home, Fill("one"))
    [(size,)] = open_public(release.file).execute("select block_size from pragma_database_size()").fetchall()
    assert size == 64 * 1024


def test_the_same_release_is_not_written_twice(home: Home) -> None:
    first, _ = build_release(home, Fill("one"))
    written = first.file.stat().st_mtime_ns
    again, fresh = build_release(home, Fill("one"))
    assert (again, fresh) == (first, False)
    assert again.file.stat().st_mtime_ns == written


def test_older_releases_stay_and_one_is_current(home: Home) -> None:
    build_release(home, Fill("one"))
    before = manifest_stamp(home.releases)
    build_release(home, Fill("two"))
    assert [(found.release, found.current) for found in list_releases(home.releases)] == [
        ("one", False),
        ("two", True),
    ]
    assert manifest_stamp(home.releases) != before


def test_a_release_that_fails_leaves_the_current_one_serving(home: Home) -> None:
    good, _ = build_release(home, Fill("one"))

    def fail(connection: Connection) -> str:
        connection.execute("create table portal.meta as select 1 as n")
        raise UserError("the check found something")

    with pytest.raises(UserError, match="found something"):
        build_release(home, fail)
    assert current_release(home.releases) == good
    assert len(list_releases(home.releases)) == 1
    assert list(home.temporary.iterdir()) == []


def test_nothing_published_a_newer_format_and_a_vanished_file_are_each_told(home: Home) -> None:
    with pytest.raises(UserError, match="Nothing is published"):
        current_release(home.releases)
    release, _ = build_release(home, Fill("one"))
    manifest = home.releases / "current.json"
    facts = json.loads(manifest.read_text(encoding="utf-8"))
    manifest.write_text(json.dumps(facts | {"format": PORTAL_FORMAT + 1}), encoding="utf-8")
    with pytest.raises(UserError, match="the openindsats that wrote it"):
        current_release(home.releases)
    manifest.write_text(json.dumps(facts), encoding="utf-8")
    release.file.unlink()
    with pytest.raises(UserError, match="is gone"):
        current_release(home.releases)
    manifest.write_text("{", encoding="utf-8")
    with pytest.raises(UserError, match="damaged"):
        current_release(home.releases)


def test_the_manifest_names_the_key_and_another_files_key_is_told(home: Home) -> None:
    def fill(name: str, key: str) -> None:
        def facts(connection: Connection) -> str:
            connection.execute("create table portal.meta (key varchar, value varchar)")
            connection.execute("insert into portal.meta values ('rounding_key', ?)", [key])
            return name

        build_release(home, facts)

    fill("other", "4567cdef")
    fill("one", "0123abcd")
    assert json.loads((home.releases / "current.json").read_text())["rounding_key"] == "0123abcd"
    assert current_fingerprint(home.releases) == "0123abcd"
    assert current_release(home.releases).release == "one"
    (home.releases / "portal-other.duckdb").replace(home.releases / "portal-one.duckdb")
    with pytest.raises(UserError, match="rounded with the key 4567cdef, not 0123abcd"):
        current_release(home.releases)
    assert current_fingerprint(home.releases) == "0123abcd"


def test_no_byte_of_what_was_withdrawn_is_left_and_rows_keep_their_places(home: Home) -> None:
    """DuckDB writes large tables while they are made, and does not overwrite what is changed later."""

    def fill(connection: Connection) -> str:
        connection.execute("set force_compression = 'uncompressed'")
        connection.execute(
            "create table portal.cell as select i as place, if(i % 1000 = 7, 'SECRET', 'public') || i as told "
            "from range(300_000) as one (i)"
        )
        connection.execute("update portal.cell set told = null where told like 'SECRET%'")
        return "one"

    release, _ = build_release(home, fill)
    content = release.file.read_bytes()
    assert b"public299999" in content
    assert b"SECRET" not in content
    rows = "select count(*), count(told), count(*) filter (rowid <> place) from cell"
    assert open_public(release.file).execute(rows).fetchall() == [(300_000, 299_700, 0)]


def test_published_files_are_listed_with_size_and_checksum_the_last_one_first(home: Home) -> None:
    assert listed_files(home.releases) == ()
    files = [build_release(home, Fill(name))[0].file for name in ("two", "one", "two")]
    found = listed_files(home.releases)
    assert [one.release for one in found] == ["two", "one"]
    for one, file in zip(found, files[1:][::-1], strict=True):
        content = file.read_bytes()
        assert (one.file, one.size, one.sha256) == (file, len(content), hashlib.sha256(content).hexdigest())
        assert is_as_published(one)
    files[1].unlink()
    assert [one.release for one in listed_files(home.releases)] == ["two"]
    assert not is_as_published(found[1])


def test_a_file_that_nobody_published_or_that_was_changed_is_not_as_published(home: Home) -> None:
    release, _ = build_release(home, Fill("one"))
    (home.releases / "portal-other.duckdb").write_bytes(release.file.read_bytes())
    [one] = listed_files(home.releases)
    touched = release.file.stat().st_mtime_ns
    assert is_as_published(one)
    content = bytearray(release.file.read_bytes())
    content[-1] ^= 1
    release.file.write_bytes(content)
    os.utime(release.file, ns=(touched, touched + 1))
    assert not is_as_published(one)


def test_a_release_that_no_list_names_is_written_anew(home: Home) -> None:
    release, _ = build_release(home, Fill("one"))
    manifest = home.releases / "current.json"
    facts = json.loads(manifest.read_text(encoding="utf-8"))
    del facts["published"]
    manifest.write_text(json.dumps(facts), encoding="utf-8")
    assert listed_files(home.releases) == ()
    assert build_release(home, Fill("one")) == (release, True)
    assert [one.release for one in listed_files(home.releases)] == ["one"]
    manifest.write_text("{", encoding="utf-8")
    build_release(home, Fill("one"))
    assert [one.release for one in listed_files(home.releases)] == ["one"]
