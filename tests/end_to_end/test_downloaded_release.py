"""A stranger downloads the published file, checks it and attacks it: with what the portal says of it and no more."""

import hashlib
import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.repository.tree import ROOT
from tests.support.served import answer_of, served
from warehouse.reading import Portal

pytestmark = pytest.mark.slow  # starts a server


def test_a_downloaded_release_is_attacked_as_its_certificate_says(
    attacked_release: Path, tmp_path: Path
) -> None:
    with served(attacked_release.parent.parent) as server:
        certificate = json.loads(answer_of(server.port, "/api/v1/certificate"))
        page = answer_of(server.port, "/en/protection").decode()
        content = answer_of(server.port, certificate["file"]["address"])
    told = certificate["file"]
    assert f'href="{told["address"]}"' in page
    assert f"sha256sum {told['name']}\n{told['sha256']}" in page
    assert (len(content), hashlib.sha256(content).hexdigest()) == (told["bytes"], told["sha256"])
    assert content == attacked_release.read_bytes()
    file = tmp_path / told["name"]
    file.write_bytes(content)
    command = [sys.executable, str(ROOT / "openindsats.py"), "attack", str(file)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path)
    total, lines = certificate["total"], done.stdout.splitlines()
    assert done.returncode == 0, done.stdout + done.stderr
    assert lines[-2] == "The certificate in the release says the same."
    assert lines[-1].startswith(
        f"exposed: {total['exactly']:,} exactly, {total['to_two']:,} to two values, {total['to_three']:,} ("
    )
    assert lines[-1].endswith(f" of {total['small']:,}")
    for one in Portal(attacked_release).attacked_figures:
        assert any(line.split()[:2] == one.figure.split() for line in lines), one.figure
