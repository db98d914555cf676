"""Serving: one process that listens, and workers that each read the current release."""

import atexit
import logging
import multiprocessing
import os
import socket
from collections.abc import Callable
from functools import partial
from ipaddress import ip_address
from pathlib import Path
from typing import Any

from granian.constants import Interfaces
from granian.log import LogLevels
from granian.server import Server

from warehouse.errors import UserError
from warehouse.reading import Portal
from warehouse.releases import current_release

IPV6 = 6
LAST_PORT = 65535

GRACE = 5
"""Seconds that a worker has to finish what it is answering when the server is stopped."""

THREADS = 4
"""Requests that one worker answers at the same time; a view takes milliseconds, so more would only wait."""


def serve(releases: Path, host: str, port: int, workers: int, say: Callable[[str], object]) -> None:
    """Serve the current release until interrupted; `say` is told the address once the port is ours.

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
    server.on_startup(lambda: say(f"Release {release} at http://{_shown(host)}:{port}/ (stop with Ctrl-C)"))
    server.serve(target_loader=partial(_load, releases), wrap_loader=False)


def _load(releases: Path) -> Any:
    """The web application of one worker."""
    # Ctrl-C reaches the parent, which tells its workers; told twice at once, a worker may hang.
    os.setpgrp()
    # A worker ends at once: taking Python apart under threads that wait in DuckDB ends in an abort.
    atexit.register(os._exit, 0)
    from dashboard.app import create_app

    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
    return create_app(releases).server


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
    """The host as an address names it; all of a machine's addresses are reached as localhost."""
    try:
        address = ip_address(host)
    except ValueError:
        return host
    if address.is_unspecified:
        return "localhost"
    return f"[{host}]" if address.version == IPV6 else host
