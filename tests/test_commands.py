"""Which home a command means when nobody names its folder."""

import argparse
from pathlib import Path

import pytest

from commands import chosen_home
from warehouse import homes
from warehouse.errors import UserError
from warehouse.homes import make_home


@pytest.fixture
def built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The default place of homes; there is none yet."""
    monkeypatch.setattr(homes, "DATA", tmp_path)
    monkeypatch.delenv("OPENINDSATS_HOME", raising=False)
    return tmp_path / "build"


def chosen(country: str | None = None, home: Path | None = None) -> Path:
    return chosen_home(argparse.Namespace(country=country, home=home)).path


def test_the_only_home_is_found_whatever_its_folder_is_called(built: Path) -> None:
    make_home(built / "demo-dk", "dk", "synthetic")
    assert chosen() == chosen("dk") == built / "demo-dk"


def test_of_several_the_one_that_is_named_like_its_country_is_meant(built: Path) -> None:
    for name, country in (("demo-dk", "dk"), ("dk", "dk"), ("demo-no", "no")):
        make_home(built / name, country, "synthetic" if "demo" in name else "official")
    assert chosen("dk") == built / "dk"
    assert chosen("no") == built / "demo-no"
    with pytest.raises(UserError, match=r"Which home.*demo-dk \(dk, synthetic\), .*/dk \(dk, official\)"):
        chosen()


def test_a_country_that_is_not_built_is_told_how_to_build_it(built: Path) -> None:
    make_home(built / "demo-dk", "dk", "synthetic")
    (built / "other").mkdir()
    (built / "other" / "home.json").write_text("{}")
    with pytest.raises(UserError, match="Load a delivery first"):
        chosen("no")


def test_a_home_that_is_named_must_be_of_the_country_that_is_named(built: Path) -> None:
    home = make_home(built / "demo-dk", "dk", "synthetic").path
    assert chosen("dk", home) == home
    with pytest.raises(UserError, match="the home of country 'dk', not 'no'"):
        chosen("no", home)
