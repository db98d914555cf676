"""Modules that leave a mark when they are read."""

import sys
from importlib import import_module
from pathlib import Path

import pytest

from warehouse.late_imports import read_when_used


@pytest.fixture
def marks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where modules `late_one` and `early_one` leave their marks."""
    folder = tmp_path / "marks"
    folder.mkdir()
    for name in ("late_one", "early_one"):
        text = f"import pathlib\npathlib.Path({str(folder / name)!r}).touch()\nanswer = 42\n"
        (tmp_path / f"{name}.py").write_text(text, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    return folder


def test_a_module_is_read_when_something_of_it_is_used(marks: Path) -> None:
    finders = list(sys.meta_path)
    with read_when_used("late_one"):
        late, early = import_module("late_one"), import_module("early_one")
    assert sys.meta_path == finders
    assert [mark.name for mark in marks.iterdir()] == ["early_one"]
    assert (early.answer, late.answer) == (42, 42)
    assert (marks / "late_one").exists()
