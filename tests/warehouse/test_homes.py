import json
import stat
from pathlib import Path

import pytest

from warehouse.errors import UserError
from warehouse.homes import FORMAT, is_home, make_home, open_home


def test_a_home_remembers_its_country_and_kind(tmp_path: Path) -> None:
    made = make_home(tmp_path / "home", "dk", "official")
    assert open_home(made.path) == made
    assert make_home(made.path, "dk", "official") == made


def test_a_home_is_for_its_owner_alone(tmp_path: Path) -> None:
    home = make_home(tmp_path / "home", "dk", "official")
    with home.warehouse():
        pass
    for path in (home.path, *home.path.iterdir()):
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600), path


def test_a_home_takes_no_other_country_and_no_other_kind(tmp_path: Path) -> None:
    make_home(tmp_path, "dk", "official")
    with pytest.raises(UserError, match="home of country 'dk'"):
        make_home(tmp_path, "no", "official")
    with pytest.raises(UserError, match="holds official figures"):
        make_home(tmp_path, "dk", "synthetic")


def test_no_home_a_damaged_one_and_one_of_another_version_are_each_told(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="No home at"):
        open_home(tmp_path)
    (tmp_path / "home.json").write_text("{", encoding="utf-8")
    with pytest.raises(UserError, match="damaged"):
        open_home(tmp_path)
    newer = {"format": FORMAT + 1, "country": "dk", "kind": "official"}
    (tmp_path / "home.json").write_text(json.dumps(newer), encoding="utf-8")
    with pytest.raises(UserError, match="another version"):
        open_home(tmp_path)


def test_a_file_that_is_no_warehouse_is_told(tmp_path: Path) -> None:
    home = make_home(tmp_path, "dk", "official")
    (tmp_path / "warehouse.duckdb").write_bytes(
        b"not a database at all, but long enough to be looked at" * 100
    )
    with pytest.raises(UserError, match="cannot be opened"), home.warehouse():
        pass


def test_the_tables_of_a_warehouse_are_made_once(tmp_path: Path) -> None:
    home = make_home(tmp_path, "dk", "official")
    with home.warehouse() as warehouse:
        warehouse.execute("insert into core.country values ('{}')")
    with home.warehouse() as warehouse:
        assert warehouse.execute("select profile from core.country").fetchall() == [("{}",)]


def test_another_users_home_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "exists", refuse)
    monkeypatch.setattr(Path, "read_text", refuse)
    for look in (is_home, open_home):
        with pytest.raises(UserError, match="as the user that it belongs to"):
            look(tmp_path)
