"""Laws that every computed home keeps, asked of all its cells: before protection, after it, and as published.

    python -m benchmarks.laws --home HOME

The home is only read; it must be computed and published. Without one the demo is drawn and built. Each law is a file:
`benchmarks/sql/laws` for what is counted and shown, `indicators/sql/publish/laws` for the release. Only numbers of
cells are printed, never a figure.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Iterable
from contextlib import closing, nullcontext
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks._country import demo_home, look_into
from benchmarks._laws import Answer, ask, ask_release, prepare
from warehouse.connection import attach, open_memory
from warehouse.errors import UserError
from warehouse.homes import open_home
from warehouse.releases import current_release

MEMORY = "4GB"


def main() -> int:
    """Print how many cells each law looked at, and how many break it; 1 if any does."""
    parser = argparse.ArgumentParser(prog="benchmarks.laws", description=__doc__.partition("\n")[0])
    parser.add_argument("--home", type=Path, metavar="DIR", help="a home that is published (else: the demo)")
    options = parser.parse_args()
    console = Console(highlight=False, width=120)
    try:
        with nullcontext(options.home) if options.home else demo_home() as home:
            broken = check(home, console)
    except UserError as error:
        console.print(f"benchmarks.laws: {error}", markup=False, soft_wrap=True)
        return 2
    return int(broken)


def check(path: Path, console: Console) -> bool:
    """Ask every law of a home and print the answers; whether any is broken. Raises UserError if it is not published."""
    home = open_home(path)
    release = current_release(home.releases)
    with (
        tempfile.TemporaryDirectory() as folder,
        closing(open_memory(Path(folder), MEMORY)) as connection,
        attach(connection, home.path / "warehouse.duckdb", "whole", "read_only"),
        attach(connection, release.file, "portal", "read_only"),
    ):
        look_into(connection, "whole")
        prepare(connection)
        answers = []
        for laws in (ask(connection), ask_release(connection)):
            answers += _said(laws, console)
    console.print(law_table(answers))
    return any(answer.broken for answer in answers)


def law_table(answers: Iterable[Answer]) -> Table:
    """One row per law."""
    table = Table("law", "cells checked", "broken")
    for column in table.columns[1:]:
        column.justify = "right"
    for answer in answers:
        table.add_row(answer.law, f"{answer.checked:,}", f"{answer.broken:,}")
    return table


def _said(answers: Iterable[Answer], console: Console) -> list[Answer]:
    """The answers, each said when it is there: a whole country takes its time."""
    found, start = [], time.perf_counter()
    for answer in answers:
        console.print(f"  {answer.law}: {answer.broken:,} broken, {time.perf_counter() - start:,.0f} s")
        found.append(answer)
    return found


if __name__ == "__main__":
    sys.exit(main())
