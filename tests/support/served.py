"""A home served by the command itself, in a process of its own."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path

from tests.repository.tree import ROOT

PATIENCE = 120
"""Seconds that an answer may take on a busy machine."""


@dataclass
class Served:
    """The port that it answers at and the line that it said first; at the end what else it said, and its exit code."""

    port: int
    first_line: str
    rest: str = ""
    code: int | None = None


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def served(home: Path) -> Iterator[Served]:
    """A server of one worker that answers already; it is stopped at the end."""
    port = free_port()
    command = [*(sys.executable, "-u", str(ROOT / "openindsats.py"), "serve"), *("--home", str(home))]
    command += ["--port", str(port), "--workers", "1"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, start_new_session=True
    ) as server:
        assert server.stdout is not None
        found = Served(port, server.stdout.readline())
        try:
            yield found
        finally:
            os.killpg(server.pid, signal.SIGINT)
            found.rest, found.code = server.stdout.read(), server.wait()


def answer_of(port: int, path: str) -> bytes:
    """What the server answers at the first try."""
    with closing(HTTPConnection("127.0.0.1", port, timeout=PATIENCE)) as connection:
        connection.request("GET", path)
        return connection.getresponse().read()
