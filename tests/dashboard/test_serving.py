"""Serving: what is checked before anything starts, and a server that starts, answers and stops."""

import socket
from pathlib import Path

import pytest

from dashboard.serving import serve
from tests.support.served import answer_of, free_port, served
from warehouse.errors import UserError
from warehouse.homes import Home


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
    with served(denmark.path) as server:
        page = answer_of(server.port, "/en/compare")
    assert f"http://127.0.0.1:{server.port}/" in server.first_line
    assert b"<h1>" in page
    assert (server.code, server.rest) == (0, "")
