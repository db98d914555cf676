"""Serving: what is checked before anything starts, and a server that starts, answers and stops."""

import os
import signal
import socket
import subprocess
import sys
from contextlib import closing
from http.client import HTTPConnection
from pathlib import Path

import pytest

from dashboard.serving import serve
from tests.repository.tree import ROOT
from warehouse.errors import UserError
from warehouse.homes import Home

PATIENCE = 120
"""Seconds that an answer may take on a busy machine."""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def refused(releases: Path, host: str = "127.0.0.1", port: int | None = None, workers: int = 1) -> str:
    said: list[str] = []
    with pytest.raises(UserError) as error:
        serve(releases, host, free_port() if port is None else port, workers, said.append)
    assert said == []
    return str(error.value)


def test_a_busy_port_is_told_before_the_start(releases: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as holder:
        port = holder.getsockname()[1]
        assert f"Port {port} on 127.0.0.1 cannot be used" in refused(releases, port=port)


def test_what_cannot_be_served_is_told_before_the_start(releases: Path, tmp_path: Path) -> None:
    assert "Nothing is published" in refused(tmp_path)
    for port in (-1, 0, 65536, 99999):
        assert f"There is no port {port}" in refused(releases, port=port)
    assert "is no address of this machine" in refused(releases, host="no.such.host.invalid")
    assert "cannot be used" in refused(releases, host="192.0.2.1")
    assert "one worker at least" in refused(releases, workers=0)


@pytest.mark.slow
def test_a_server_starts_answers_and_stops(denmark: Home) -> None:
    port = free_port()
    command = [*(sys.executable, "-u", str(ROOT / "openindsats.py"), "serve"), *("--home", str(denmark.path))]
    command += ["--port", str(port), "--workers", "1"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, start_new_session=True
    ) as server:
        try:
            assert server.stdout is not None
            first_line = server.stdout.readline()
            page = answer_of(port, "/en/compare")
        finally:
            os.killpg(server.pid, signal.SIGINT)
        rest = server.stdout.read()
    assert f"http://127.0.0.1:{port}/" in first_line
    assert b"<h1>" in page
    assert (server.returncode, rest) == (0, "")


def answer_of(port: int, path: str) -> bytes:
    """What the server answers at the first try."""
    with closing(HTTPConnection("127.0.0.1", port, timeout=PATIENCE)) as connection:
        connection.request("GET", path)
        return connection.getresponse().read()
