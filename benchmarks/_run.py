"""What the benchmarks share: commands run and measured, a server started and stopped, the deliveries to use."""

import http.client
import json
import multiprocessing
import os
import random
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import accumulate, takewhile
from pathlib import Path
from typing import IO, Any

ROOT = Path(__file__).resolve().parent.parent
COMMAND = (sys.executable, str(ROOT / "openindsats.py"))
OFFICIAL = {"dk": "dst_denmark", "no": "nav_norway"}
_CPUCLOCK = 2
"""The kernel's number for the clock of a process's own processor time."""

_ASKING_AT_ONCE = 16
"""Requests that can be under way at once when they come at a rate; below saturation a few are."""


@dataclass(frozen=True)
class Cost:
    """What a command took: wall and processor seconds, and the most memory that it held, in MiB."""

    wall: float
    processor: float
    memory: float


def deliveries(country: str) -> Path:
    """The official files beside the checkout, else the invented miniature."""
    official = ROOT.parent / "shared" / "data" / "published" / OFFICIAL[country]
    return official if official.is_dir() else ROOT / "data" / "miniatures" / country


def measure(*arguments: str) -> Cost:
    """Run an openindsats command and tell what it took. Raises CalledProcessError when it fails."""
    return _run([*COMMAND, *arguments])


def measure_told(module: str, *arguments: str) -> tuple[Cost, Any]:
    """Run a module of the benchmarks in a process of its own: what it took, and what it says as JSON."""
    with tempfile.TemporaryFile("w+", encoding="utf-8") as output:
        cost = _run([sys.executable, "-m", f"benchmarks.{module}", *arguments], output)
        output.seek(0)
        return cost, json.load(output)


def _run(command: list[str], output: int | IO[str] = subprocess.DEVNULL) -> Cost:
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=output, cwd=ROOT)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, process.args)
    return Cost(time.perf_counter() - start, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


@contextmanager
def built_home(country: str) -> Iterator[Path]:
    """A home of the country's deliveries, gone when the block ends."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / country
        measure("build", "--deliveries", str(deliveries(country)), "--country", country, "--home", str(home))
        yield home


@contextmanager
def served(home: Path, workers: int) -> Iterator[tuple[int, int, float]]:
    """The home's portal on a free port: its port, its process and the seconds until the first page came."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    arguments = ("serve", "--home", str(home), "--port", str(port), "--workers", str(workers))
    start = time.perf_counter()
    process = subprocess.Popen([*COMMAND, *arguments], stdout=subprocess.DEVNULL)
    try:
        _wait_for(port, "/en/compare")
        yield port, process.pid, time.perf_counter() - start
    finally:
        process.terminate()
        process.wait()


def get(port: int, path: str) -> bytes:
    """The compressed body of a path, as a browser gets it. Raises OSError when it is no success."""
    connection = http.client.HTTPConnection("127.0.0.1", port)
    try:
        connection.request("GET", path, headers={"Accept-Encoding": "gzip"})
        answer = connection.getresponse()
        if answer.status != http.HTTPStatus.OK:
            raise OSError(f"{path}: {answer.status}")
        return answer.read()
    finally:
        connection.close()


def latencies(port: int, paths: Sequence[str], readers: int, most_seconds: float) -> list[float]:
    """Milliseconds until each path came whole, asked by so many readers at once from a process of their own."""
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as load:
        return load.submit(_load, port, paths, readers, most_seconds).result()


def latencies_at(port: int, paths: Sequence[str], per_second: float, most_seconds: float) -> list[float]:
    """Milliseconds from when each path was due until it came whole: so many come a second, as they please.

    They come whether those before are answered or not, at random intervals that are the same in every run; who has to
    wait before he can ask has waited too.
    """
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as load:
        return load.submit(_arrive, port, paths, per_second, most_seconds).result()


def _arrive(port: int, paths: Sequence[str], per_second: float, most_seconds: float) -> list[float]:
    chance = random.Random(0)
    moments = accumulate(chance.expovariate(per_second) for _ in paths)
    due = list(takewhile(lambda moment: moment <= most_seconds, moments))
    start = time.perf_counter() + 0.1

    def ask(path: str, moment: float) -> float:
        time.sleep(max(start + moment - time.perf_counter(), 0))
        get(port, path)
        return (time.perf_counter() - start - moment) * 1000

    with ThreadPoolExecutor(_ASKING_AT_ONCE) as crowd:
        return list(crowd.map(ask, paths[: len(due)], due))


def _load(port: int, paths: Sequence[str], readers: int, most_seconds: float) -> list[float]:
    end = time.perf_counter() + most_seconds

    def ask(path: str) -> float | None:
        start = time.perf_counter()
        if start > end:
            return None
        get(port, path)
        return (time.perf_counter() - start) * 1000

    with ThreadPoolExecutor(readers) as crowd:
        return [one for one in crowd.map(ask, paths) if one is not None]


def processor_seconds(pid: int) -> float:
    """Processor time of a process and all that it started, so far, finer than a view takes; on Linux alone."""
    return sum(_own_seconds(one) for one in _family(pid))


def memory(pid: int) -> float:
    """Memory that a process and all that it started hold now, in MiB."""
    pages = sum(int(Path(f"/proc/{one}/statm").read_text().split()[1]) for one in _family(pid))
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def _family(pid: int) -> list[int]:
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return [pid, *(one for child in children for one in _family(int(child)))]


def _own_seconds(pid: int) -> float:
    return time.clock_gettime((~pid << 3) | _CPUCLOCK)  # the identity that clock_getcpuclockid(3) gives


def _wait_for(port: int, path: str) -> None:
    for _ in range(6000):
        try:
            get(port, path)
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise TimeoutError(path)
