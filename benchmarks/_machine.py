"""The machine that a benchmark runs on: what it is, and whether it has what is needed."""

import os
import platform
from datetime import UTC, datetime
from pathlib import Path

import duckdb

from warehouse.errors import UserError

MEMINFO = Path("/proc/meminfo")


def machine() -> str:
    """Cores, memory, versions and the day."""
    memory = _memory(MEMINFO)["MemTotal"] / 2**30
    versions = f"Python {platform.python_version()}, DuckDB {duckdb.__version__}"
    return f"{os.cpu_count()} cores, {memory:.1f} GiB of memory, {versions}, {datetime.now(UTC):%Y-%m-%d %H:%M} UTC"


def load_average() -> str:
    """How many processes wanted a core in the last minute, five and fifteen."""
    return "load " + ", ".join(f"{load:.1f}" for load in os.getloadavg())


def require_memory(needed: int, purpose: str, meminfo: Path = MEMINFO) -> None:
    """Raises UserError when less than `needed` bytes of memory are free."""
    free = _memory(meminfo)["MemAvailable"]
    if free < needed:
        raise UserError(
            f"Too little memory: {purpose} takes about {needed / 2**30:.1f} GiB, {free / 2**30:.1f} are free. "
            "Nothing was done."
        )


def _memory(meminfo: Path) -> dict[str, int]:
    lines = (line.split() for line in meminfo.read_text(encoding="ascii").splitlines())
    return {words[0].rstrip(":"): int(words[1]) * 1024 for words in lines}
