"""The folder that a load works in: empty, private, alone and gone afterwards."""

import subprocess
import sys
from pathlib import Path

import pytest

from etl.workplace import workplace
from tests.repository.tree import ROOT
from warehouse.errors import UserError
from warehouse.homes import make_home

HOLD = """
import sys
from pathlib import Path
from etl.workplace import workplace

with workplace(Path(sys.argv[1])):
    print("inside", flush=True)
    sys.stdin.read()
"""


def test_it_is_empty_and_private_and_leaves_nothing(tmp_path):
    home = tmp_path / "deep" / "home"
    with workplace(home) as folder:
        (folder / "rows").write_text("1")
        modes = [path.stat().st_mode & 0o777 for path in (home, folder.parent, folder)]
    assert modes == [0o700] * 3
    assert not home.exists()


def test_it_leaves_nothing_when_the_work_fails_either(tmp_path):
    with pytest.raises(ZeroDivisionError), workplace(tmp_path / "home"):
        _ = 1 / 0
    assert list(tmp_path.iterdir()) == []


def test_a_home_that_is_made_meanwhile_stays(tmp_path):
    with workplace(tmp_path / "home") as folder:
        make_home(tmp_path / "home", "dk", "official")
    assert not folder.exists()
    assert (tmp_path / "home" / "home.json").exists()


def test_a_folder_that_was_there_and_is_no_home_stays(tmp_path):
    (tmp_path / "home").mkdir()
    with workplace(tmp_path / "home"):
        pass
    assert list((tmp_path / "home").iterdir()) == []


def test_two_loads_into_one_home_keep_out_of_each_others_way(tmp_path):
    home = tmp_path / "home"
    other = subprocess.Popen(
        [sys.executable, "-c", HOLD, home], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    with other:
        assert other.stdout is not None
        assert other.stdout.readline() == "inside\n"
        with pytest.raises(UserError, match="in use by another openindsats command"), workplace(home):
            pass
        assert (home / "temporary" / "load").is_dir()
        other.communicate("")
    assert not Path(home).exists()
