"""A rounding key gives way to another: announced, whole or not at all, and told to readers."""

import json
import shutil
import stat
from pathlib import Path
from unittest import mock

import pytest

import openindsats
from indicators import rotation
from indicators.compute import is_computed
from indicators.disclosure.keys import (
    fingerprint,
    former_key_file,
    key_file,
    next_key_file,
    rounding_key,
    write_key,
)
from indicators.publish import publish
from indicators.rotation import rotate
from tests.support.small_homes import SmallHome, load_protected
from warehouse.errors import UserError
from warehouse.homes import Home, make_home, open_home
from warehouse.reading import Portal
from warehouse.releases import current_release

pytestmark = pytest.mark.slow  # counts, attacks and publishes a home of its own

FIRST, OTHER = bytes.fromhex("01" * 32), bytes.fromhex("ab" * 32)
"""Keys drawn by chance may round sixty people alike."""


def quiet(_: str) -> None:
    """Nobody is told."""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """An official home with sixty people, published."""
    home = SmallHome(tmp_path_factory.mktemp("official"))
    with mock.patch("secrets.token_bytes", return_value=FIRST):
        load_protected(home, "official")
        home.compute()
    publish(open_home(home.path), quiet)
    return open_home(home.path)


@pytest.fixture
def home(built: Home, tmp_path: Path) -> Home:
    """The same home, to be changed."""
    shutil.copytree(built.path, tmp_path / "home")
    return open_home(tmp_path / "home")


def key_of(home: Home) -> bytes:
    with home.warehouse() as connection:
        return rounding_key(home, connection)


def portal_of(home: Home) -> Portal:
    return Portal(current_release(home.releases).file)


def publish_anew(home: Home) -> Portal:
    assert SmallHome(home.path.parent, home.path).compute() == "everybody"
    publish(home, quiet)
    return portal_of(home)


def command(home: Home, *words: str) -> int:
    return openindsats.main(["rotate-key", "--home", str(home.path), *words])


def files(home: Home) -> dict[str, bytes]:
    return {str(file): file.read_bytes() for file in home.path.rglob("*") if file.is_file()}


def test_the_former_key_is_kept_aside_and_both_are_the_owners_alone(home: Home) -> None:
    former = key_of(home)
    done = rotate(home)
    new = key_of(home)
    assert (done.former, done.new) == (fingerprint(former), fingerprint(new))
    assert new != former
    assert (
        done.kept == former_key_file(home, fingerprint(former)) == home.path / f"rounding.key.{done.former}"
    )
    assert done.kept.read_text().strip() == former.hex()
    assert [stat.S_IMODE(file.stat().st_mode) for file in (key_file(home), done.kept)] == [0o600, 0o600]
    assert not next_key_file(home).exists()


def test_nothing_rounded_with_the_former_key_is_published_as_if_with_the_new_one(home: Home) -> None:
    rotate(home)
    with pytest.raises(UserError, match="Nothing is computed yet"):
        publish(home, quiet)


def test_everybody_is_counted_and_readers_are_told(home: Home) -> None:
    before = portal_of(home)
    done = rotate(home)
    assert portal_of(home).release == before.release
    assert not is_computed(home)
    after = publish_anew(home)
    manifest = json.loads((home.releases / "current.json").read_text())
    assert manifest["rounding_key"] == after.meta["rounding_key"] == done.new
    assert before.meta["rounding_key"] == done.former
    assert (after.rounded_anew_since, after.compared_with) == (before.release, None)
    assert after.former_keys == (done.former,)
    assert (after.revisions, after.moves) == ((), ())


def test_the_same_people_get_other_figures(home: Home) -> None:
    """So that the test of what is told is no test of nothing: some figure of the country is another."""
    before = portal_of(home)
    with mock.patch("secrets.token_bytes", return_value=OTHER):
        rotate(home)
    after = publish_anew(home)
    assert (before.meta["rounding_key"], after.meta["rounding_key"]) == tuple(
        map(fingerprint, (FIRST, OTHER))
    )
    cells = [
        {(cell.area, cell.period): cell.value for cell in portal.cells("recipients", *ends)}
        for portal in (before, after)
        for ends in [(portal.periods["recipients", "month"][0], portal.periods["recipients", "month"][-1])]
    ]
    assert cells[0].keys() == cells[1].keys()
    moved = {abs(cells[0][key] - cells[1][key]) for key in cells[0] if cells[0][key] is not None}
    assert moved == {0, 5}


def test_the_release_after_is_compared_again_and_still_names_the_former_key(home: Home) -> None:
    done = rotate(home)
    first = publish_anew(home)
    with home.warehouse() as connection:
        connection.execute("update mart.cell set value = value + 5 where indicator = 'benefit_entries'")
    publish(home, quiet)
    second = portal_of(home)
    assert (second.compared_with, second.rounded_anew_since) == (first.release, None)
    assert second.former_keys == (done.former,)


@pytest.mark.parametrize("publish_first", [False, True])
def test_no_other_key_is_accepted_after_it(home: Home, publish_first: bool) -> None:
    former = key_of(home)
    rotate(home)
    if publish_first:
        publish_anew(home)
    for key in (former, OTHER):
        write_key(key_file(home), key)
        with pytest.raises(UserError, match="is not the one that its published figures were rounded with"):
            key_of(home)
    key_file(home).unlink()
    with pytest.raises(UserError, match="is gone"):
        key_of(home)


def test_a_warehouse_made_anew_learns_of_former_keys_from_the_releases(home: Home) -> None:
    done = rotate(home)
    publish_anew(home)
    (home.path / "warehouse.duckdb").unlink()
    assert fingerprint(key_of(home)) == done.new


def test_a_key_may_give_way_more_than_once(home: Home) -> None:
    first, second = rotate(home), rotate(home)
    assert first.new == second.former
    assert publish_anew(home).former_keys == tuple(sorted({first.former, second.former}))


@pytest.mark.parametrize("stopped_at", ["write_key", "_announce"])
def test_who_is_stopped_before_it_is_announced_has_the_former_key(home: Home, stopped_at: str) -> None:
    former = key_of(home)
    with (
        mock.patch.object(rotation, stopped_at, side_effect=KeyboardInterrupt),
        pytest.raises(KeyboardInterrupt),
    ):
        rotate(home)
    assert key_of(home) == former
    assert rotate(home).former == fingerprint(former)


def test_who_is_stopped_once_it_is_announced_has_the_new_key(home: Home) -> None:
    former = key_of(home)
    announce = rotation._announce

    def stop(*told: object) -> None:
        announce(*told)  # type: ignore[arg-type]
        raise KeyboardInterrupt

    with mock.patch.object(rotation, "_announce", stop), pytest.raises(KeyboardInterrupt):
        rotate(home)
    assert key_file(home).read_text().strip() == former.hex()
    assert key_of(home).hex() == key_file(home).read_text().strip() != former.hex()
    assert not next_key_file(home).exists()


def test_the_command_tells_what_comes_of_it_and_changes_nothing_until_told_to(
    home: Home, capsys: pytest.CaptureFixture[str]
) -> None:
    key_of(home)
    before, name = files(home), fingerprint(key_of(home))
    assert command(home) == 2
    told = capsys.readouterr()
    assert "Nothing was changed. Say --yes to do it." in told.err
    for said in (
        f"fingerprint {name} is to give way",
        "5 more or 5 fewer",
        "off by up to 8",
        "5 in one and 10 in the other leaves 6 to 9",
        "only when the key may have become known",
    ):
        assert said in told.out
    assert {file: text for file, text in files(home).items() if "warehouse" not in file} == {
        file: text for file, text in before.items() if "warehouse" not in file
    }
    assert fingerprint(key_of(home)) == name


def test_the_command_tells_what_it_did_and_no_key(home: Home, capsys: pytest.CaptureFixture[str]) -> None:
    former = key_of(home)
    assert command(home, "--yes") == 0
    told = capsys.readouterr().out
    new = key_of(home)
    assert f"fingerprint {fingerprint(new)} now" in told
    assert f"The former one, {fingerprint(former)}, is kept in" in told
    assert "Everybody is counted anew" in told
    assert former.hex() not in told
    assert new.hex() not in told


def test_a_home_without_a_key_of_its_own_has_none_to_give_way(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="rounded with the public demo key"):
        rotate(make_home(tmp_path / "demo", "dk", "synthetic"))
    with pytest.raises(UserError, match="made when persons are first counted"):
        rotate(make_home(tmp_path / "official", "dk", "official"))
