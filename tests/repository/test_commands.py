"""The commands that the documents name are there."""

import re

import pytest

import openindsats
from tests.repository.tree import ROOT, own_files

DOCUMENTS = "\n".join(file.read_text(encoding="utf-8") for file in own_files("*.md"))
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
TARGETS = set(re.findall(r"^([a-z]+):.* ## .+", MAKEFILE, re.MULTILINE))


def quoted(command: str) -> list[str]:
    """The words that follow a command wherever a document shows it as code."""
    return sorted(set(re.findall(rf"(?:^    |`){command} ([a-z]+)", DOCUMENTS, re.MULTILINE)))


def test_make_targets_named_in_documents_exist():
    assert set(quoted("make")) <= TARGETS
    assert {"run", "test"} <= set(quoted("make"))


def test_every_phony_target_is_explained():
    [phony] = re.findall(r"^\.PHONY: (help .+)$", MAKEFILE, re.MULTILINE)
    assert set(phony.split()) == TARGETS


@pytest.mark.parametrize("command", quoted("openindsats"))
def test_commands_named_in_documents_exist(command, capsys):
    with pytest.raises(SystemExit, match="0"):
        openindsats.main([command, "--help"])
    assert command in capsys.readouterr().out
