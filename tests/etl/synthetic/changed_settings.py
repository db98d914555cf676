"""The demo's files with some values changed, so that a small demo is told as a large one."""

import shutil
from pathlib import Path

import pytest
import yaml

from etl.synthetic import settings


def change(monkeypatch: pytest.MonkeyPatch, folder: Path, **changed: dict[str, object]) -> None:
    """Draw from copies of the files in `folder`; what is given changes values at the top or one level below."""
    shutil.copytree(settings.DEMO, folder)
    for name, values in changed.items():
        file = folder / "dk" / f"{name}.yml"
        part = yaml.safe_load(file.read_text(encoding="utf-8"))
        for key, value in values.items():
            part[key] = {**part[key], **value} if isinstance(value, dict) else value
        file.write_text(yaml.safe_dump(part, sort_keys=False), encoding="utf-8")
    monkeypatch.setattr(settings, "DEMO", folder)
