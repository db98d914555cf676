"""Too little space on a disk is said before anything is written."""

import re
import shutil

import pytest

from warehouse.errors import UserError
from warehouse.space import require_space


def test_too_little_space_is_told_with_what_is_needed_and_what_is_there(tmp_path, monkeypatch):
    usage = shutil.disk_usage(tmp_path)._replace(free=3 * 2**29)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage)
    told = "too little space: the demo takes about 2.0 GiB, 1.5 GiB are free. Nothing was written."
    with pytest.raises(UserError, match=re.escape(told)):
        require_space(tmp_path, 2**31, "the demo")
    require_space(tmp_path, 3 * 2**29, "the demo")


def test_a_folder_that_is_not_there_yet_has_the_space_of_the_disk_it_will_be_on(tmp_path):
    require_space(tmp_path / "not" / "yet", 1, "the demo")
    with pytest.raises(UserError, match="too little space"):
        require_space(tmp_path / "not" / "yet", 2**60, "the demo")
