"""The commands that the documents name are there, and what they call is loaded only when it is called."""

import re
import subprocess
import sys

import pytest

import openindsats
from tests.repository.tree import PACKAGES, ROOT, own_files

DOCUMENTS = "\n".join(file.read_text(encoding="utf-8") for file in own_files("*.md"))
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
TARGETS = set(re.findall(r"^([a-z]+):.* ## .+", MAKEFILE, re.MULTILINE))


def quoted(command: str) -> list[str]:
    """The words that follow a command wherever a document shows it as code."""
    return sorted(set(re.findall(rf"(?:^    |`){command} ([a-z][a-z-]*)", DOCUMENTS, re.MULTILINE)))


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


def test_the_command_by_itself_loads_no_package_but_the_warehouse():
    code = "import openindsats, sys; print(*sorted({name.partition('.')[0] for name in sys.modules}))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True, text=True)
    assert set(done.stdout.split()).intersection(PACKAGES) == {"warehouse"}
