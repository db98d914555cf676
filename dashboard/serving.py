"""Serving: one process that listens, and workers that each read the current release."""

import atexit
import gc
import logging
import multiprocessing
import os
import socket
import time
from collections.abc import Callable
from contextlib import closing
from functools import partial
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException
from ipaddress import ip_address
from pathlib import Path
from threading import Thread
from typing import Any

from granian.constants import Interfaces
from granian.log import LogLevels
from granian.server import Server

from warehouse.errors import UserError
from warehouse.reading import Portal
from warehouse.releases import current_release

LAST_PORT = 65535

GRACE = 5
"""Seconds that a worker has to finish what it is answering when the server is stopped."""

PAUSE = 0.1
"""Seconds between two questions whether a worker answers yet."""

THREADS = 4
"""Requests that one worker answers at the same time; a view takes milliseconds, so more would only wait."""

RUBBISH = 20_000
"""Objects that are made before Python looks for rubbish; a view makes about as many."""


def serve(releases: Path, host: str, port: int, workers: int, say: Callable[[str], object]) -> None:
    """Serve the current release until interrupted; `say` is told the address once it answers.

    Raises UserError, before anything is started, when there is no release that can be read or the port is taken.
    """
    if workers < 1:
        raise UserError("There must be one worker at least.")
    release = Portal(current_release(releases).file).release
    _check_port(host, port)
    # Workers start afresh: DuckDB does not survive being copied into another process.
    multiprocessing.set_start_method("spawn", force=True)
    server = Server(
        "openindsats",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=THREADS,
        respawn_failed_workers=True,
        workers_kill_timeout=GRACE,
        log_level=LogLevels.warning,
    )
    told = f"Release {release} at http://{_shown(host)}:{port}/ (stop with Ctrl-C)"
    server.on_startup(Thread(target=_say_when_ready, args=(host, port, told, say), daemon=True).start)
    server.serve(target_loader=partial(_load, releases), wrap_loader=False)


def _load(releases: Path) -> Any:
    """The web application of one worker."""
    # Ctrl-C reaches the parent, which tells its workers; told twice at once, a worker may hang.
    os.setpgrp()
    # A worker ends at once: taking Python apart under threads that wait in DuckDB ends in an abort.
    atexit.register(os._exit, 0)
    from dashboard.app import create_app

    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
    server = create_app(releases).server
    # What has been made by now stays: looking through it for rubbish again and again takes a view's time and more.
    gc.freeze()
    gc.set_threshold(RUBBISH)
    return server


def _say_when_ready(host: str, port: int, told: str, say: Callable[[str], object]) -> None:
    """Say it as soon as a worker answers, which takes seconds to start."""
    while not _answers(host, port):
        time.sleep(PAUSE)
    say(told)


def _answers(host: str, port: int) -> bool:
    try:
        with closing(HTTPConnection(_reached(host), port)) as connection:
            connection.request("GET", "/health")
            return connection.getresponse().status == HTTPStatus.OK
    except (OSError, HTTPException):
        return False


def _check_port(host: str, port: int) -> None:
    if not 0 < port <= LAST_PORT:
        raise UserError(f"There is no port {port}; ports go from 1 to {LAST_PORT}.")
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind, protocol) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except socket.gaierror:
        raise UserError(f"'{host}' is no address of this machine.") from None
    except OSError as error:
        raise UserError(
            f"Port {port} on {host} cannot be used: {error.strerror}. Choose another --port."
        ) from None


def _shown(host: str) -> str:
    """The host as an address names it."""
    reached = _reached(host)
    return f"[{reached}]" if ":" in reached else reached


def _reached(host: str) -> str:
    """Where the server is found; all of a machine's addresses are reached as localhost."""
    try:
        return "localhost" if ip_address(host).is_unspecified else host
    except ValueError:
        return host
