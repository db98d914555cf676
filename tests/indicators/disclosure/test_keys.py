"""The rounding key: made once, kept secret, never silently another one."""

import hmac
import json
import stat
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest

from indicators.disclosure.keys import (
    DEMO_KEY,
    derived_key,
    fingerprint,
    key_file,
    make_person_keys,
    publish_fingerprint,
    rounding_key,
    sealed,
)
from tests.support.worlds import empty_warehouse
from warehouse.connection import Connection, attach
from warehouse.errors import UserError
from warehouse.homes import Home, make_home

OTHER = "ab" * 32


@pytest.fixture
def official(tmp_path: Path) -> Home:
    return make_home(tmp_path / "home", "xx", "official")


@pytest.fixture
def synthetic(tmp_path: Path) -> Home:
    return make_home(tmp_path / "demo", "xx", "synthetic")


@pytest.fixture
def warehouse() -> Iterator[Connection]:
    with empty_warehouse() as connection:
        yield connection


def key_of(home: Home) -> bytes:
    with home.warehouse() as connection:
        return rounding_key(home, connection)


def publish_key(home: Home) -> str | None:
    with home.warehouse() as connection:
        return publish_fingerprint(connection)


def write_key(home: Home, text: str, mode: int = 0o600) -> None:
    key_file(home).write_text(text + "\n", encoding="ascii")
    key_file(home).chmod(mode)


def test_an_official_home_makes_its_own_key_once(official: Home) -> None:
    key = key_of(official)
    assert len(key) == 32
    assert key_file(official).read_text().strip() == key.hex()
    assert stat.S_IMODE(key_file(official).stat().st_mode) == 0o600
    assert key_of(official) == key


def test_two_homes_have_two_keys(official: Home, tmp_path: Path) -> None:
    assert key_of(official) != key_of(make_home(tmp_path / "other", "xx", "official"))


def test_who_has_not_the_key_cannot_try_out_what_was_computed(official: Home, tmp_path: Path) -> None:
    def seal(home: Home, content: str) -> str:
        with home.warehouse() as connection:
            return sealed(home, connection, content)

    assert seal(official, "content") == "content"
    key = key_of(official)
    seal_key = hmac.digest(key, b"sealed", "sha256")
    assert seal(official, "content") == hmac.digest(seal_key, b"content", "sha256").hex()
    other = make_home(tmp_path / "other", "xx", "official")
    assert key_of(other) != key
    assert seal(other, "content") != seal(official, "content") != seal(official, "contents")


def test_a_synthetic_home_has_the_public_key_and_no_file(synthetic: Home) -> None:
    assert key_of(synthetic).hex() == DEMO_KEY.read_text().strip()
    assert not key_file(synthetic).exists()


def test_an_official_home_may_not_have_the_public_key(official: Home) -> None:
    write_key(official, DEMO_KEY.read_text().strip())
    with pytest.raises(UserError, match="public demo key, which protects nobody"):
        key_of(official)


def test_a_synthetic_home_may_not_have_a_key_of_its_own(synthetic: Home) -> None:
    write_key(synthetic, OTHER)
    with pytest.raises(UserError, match="rounded with the public demo key"):
        key_of(synthetic)


def test_before_anything_is_published_another_key_may_come(official: Home) -> None:
    key = key_of(official)
    key_file(official).unlink()
    assert key_of(official) != key


def test_a_key_that_is_lost_after_publishing_is_refused(official: Home) -> None:
    key_of(official)
    publish_key(official)
    key_file(official).unlink()
    with pytest.raises(UserError, match=r"rounding\.key is gone"):
        key_of(official)
    assert not key_file(official).exists()


def test_a_key_that_changed_after_publishing_is_refused(official: Home) -> None:
    key_of(official)
    publish_key(official)
    write_key(official, OTHER)
    with pytest.raises(UserError, match="not the one that its published figures were rounded with"):
        key_of(official)


def test_the_key_of_a_release_counts_when_the_warehouse_is_new(official: Home) -> None:
    with (
        official.warehouse() as connection,
        attach(connection, official.releases / "portal-x.duckdb", "portal"),
    ):
        connection.execute("create table portal.meta (key varchar, value varchar)")
        connection.execute("insert into portal.meta values ('rounding_key', 'fingerprint')")
    (official.releases / "current.json").write_text(json.dumps({"release": "x"}))
    with pytest.raises(UserError, match=r"rounding\.key is gone"):
        key_of(official)


def test_releases_without_rounded_figures_bind_no_key(official: Home) -> None:
    with (
        official.warehouse() as connection,
        attach(connection, official.releases / "portal-x.duckdb", "portal"),
    ):
        connection.execute("create table portal.meta (key varchar, value varchar)")
    (official.releases / "portal-y.duckdb").write_bytes(b"damaged")
    assert publish_key(official) is None
    key = key_of(official)
    assert publish_key(official) == fingerprint(key)


@pytest.mark.parametrize("mode", [0o640, 0o604])
def test_a_key_that_others_can_read_is_refused(official: Home, mode: int) -> None:
    write_key(official, OTHER, mode)
    with pytest.raises(UserError, match="can be read by others"):
        key_of(official)


@pytest.mark.parametrize("text", ["", "ab", "xy" * 32, "ab" * 33, "æ" * 64])
def test_a_damaged_key_is_refused_without_repeating_it(official: Home, text: str) -> None:
    key_file(official).write_text(text, encoding="utf-8")
    key_file(official).chmod(0o600)
    with pytest.raises(UserError, match=r"is damaged: a rounding key is 64 hexadecimal digits\.$"):
        key_of(official)


def test_the_fingerprint_and_derived_keys_tell_nothing_of_the_key() -> None:
    key = bytes.fromhex(OTHER)
    assert len({OTHER, derived_key(key, "rounding").hex(), derived_key(key, "survival").hex()}) == 3
    assert fingerprint(key) not in OTHER


def test_keys_of_persons_are_the_first_bits_of_an_hmac(warehouse: Connection) -> None:
    key = bytes.fromhex(OTHER)
    persons = [UUID(int=number * 2**64 + 1) for number in range(20)]
    for person in [*persons, persons[0]]:
        row = [person, -999999, 1000000, "A", "16-24", "female", "native"]
        warehouse.execute("insert into core.person_state values (?, ?, ?, ?, ?, ?, ?)", row)
    make_person_keys(warehouse, key)
    found = warehouse.execute("select person_id, person_key from person_key").fetchall()
    assert len(found) == len(persons)
    assert dict(found) == {
        person: int.from_bytes(hmac.digest(key, str(person).encode(), "sha256")[:8]) for person in persons
    }


def test_the_key_that_the_manifest_names_counts_when_all_else_is_gone(official: Home) -> None:
    (official.releases / "current.json").write_text(json.dumps({"release": "x", "rounding_key": "0123abcd"}))
    with pytest.raises(UserError, match=r"rounding\.key is gone"):
        key_of(official)
    write_key(official, OTHER)
    with pytest.raises(UserError, match="theirs 0123abcd"):
        key_of(official)
