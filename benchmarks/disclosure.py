"""What protection hides and what it costs: bases of rounding, with the split rule and without, tried on true counts.

    python -m benchmarks.disclosure --home HOME [--figures NAME … | --all] [--seed NUMBER]

The home is only read; it must be computed and published. Without one the demo is drawn and built. Every method rounds
the home's own true counts and shows all that it does not withhold; then each figure is attacked by itself, by the laws
that the gate uses. Only shares and errors are printed, never a figure.
"""

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager, nullcontext
from functools import reduce
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from benchmarks._country import demo_home, look_into
from benchmarks._disclosure import METHODS, Tally
from benchmarks._disclosure_home import InFull, OfTotals, counted_figures, in_full, of_totals
from indicators.disclosure.attack import Release
from warehouse.connection import attach, open_memory
from warehouse.errors import UserError
from warehouse.homes import open_home
from warehouse.releases import current_release

MEMORY = "2GB"
FIGURES = (
    "benefit_days persons",
    "benefit_days amount",
    "benefit_entries amount",
    "first_interviews_due amount",
    "first_interviews_in_time amount",
)
"""Persons, full-time persons and events; much is counted of the first three, little of the others."""

Line = tuple[str, Sequence[str]]


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="benchmarks.disclosure", description=__doc__.partition("\n")[0])
    parser.add_argument("--home", type=Path, metavar="DIR", help="a home that is published (else: the demo)")
    chosen = parser.add_mutually_exclusive_group()
    chosen.add_argument("--figures", nargs="+", metavar="NAME", default=FIGURES, help="figures to attack")
    chosen.add_argument("--all", action="store_true", help="attack all figures")
    parser.add_argument("--seed", type=int, default=1, help="of the draws")
    options = parser.parse_args()
    console = Console(highlight=False, width=152)
    try:
        with nullcontext(options.home) if options.home else demo_home() as home, _release(home) as release:
            totals = list(of_totals(release, options.seed))
            names = None if options.all else options.figures
            found = _in_full(release, names, options.seed, console.print)
    except UserError as error:
        console.print(f"benchmarks.disclosure: {error}", markup=False, soft_wrap=True)
        return 2
    console.print(method_table([*_lines_in_full(found), *_lines_of_totals(totals)]))
    return 0


@contextmanager
def _release(path: Path) -> Iterator[Release]:
    """The last release of a home, with the home's warehouse in view. Raises UserError if there is none."""
    home = open_home(path)
    published = current_release(home.releases)
    with (
        tempfile.TemporaryDirectory() as folder,
        closing(open_memory(Path(folder), MEMORY)) as connection,
        attach(connection, home.path / "warehouse.duckdb", "whole", "read_only"),
        attach(connection, published.file, "portal", "read_only"),
    ):
        look_into(connection, "whole")
        yield Release(connection)


def _in_full(
    release: Release, names: Iterable[str] | None, seed: int, progress: Callable[[str], object]
) -> list[InFull]:
    """Figure by figure, so that it needs little memory: what each method does to all of them together."""
    known = [one.name for one in counted_figures(release) if not one.is_duration]
    unknown = sorted(set(names or ()) - set(known))
    if unknown:
        raise UserError(f"No such figure: {', '.join(unknown)}. There are: {', '.join(known)}.")
    each = []
    for name in names or known:
        progress(f"Attacking {name} …")
        each.append(in_full(release, name, seed))
    return [reduce(InFull.__add__, of_method) for of_method in zip(*each, strict=True)]


def method_table(lines: Iterable[Line]) -> Table:
    """One column per method."""
    table = Table("", *(method.name for method in METHODS))
    for column in table.columns[1:]:
        column.justify = "right"
    for label, cells in lines:
        table.add_row(label, *cells)
    return table


def _lines_in_full(found: Sequence[InFull]) -> Iterator[Line]:
    left = ("exactly", "to two values", "to three values")
    yield from _lines("% of true 1-4 known", left, [one.known for one in found], _share)
    sizes = ("1-4", "5-19", "20-99", "100+")
    yield from _lines("error of counts of", sizes, [one.errors for one in found], _root)
    windows = ("a month", "a quarter", "a year")
    yield from _lines("% of cells shown of", windows, [one.shown for one in found], _share)


def _lines_of_totals(found: Sequence[OfTotals]) -> Iterator[Line]:
    sizes = ("50-99", "100-499", "500+")
    yield from _lines("error of shares, points, of", sizes, [one.errors for one in found], _root)
    thirds = ("small", "median", "large")
    yield from _lines("places moved, municipality:", thirds, [one.moved for one in found], "{:.1f}".format)
    latest = ("year", "month")
    yield from _lines("indicators kept, latest", latest, [one.kept for one in found], _of)


def _lines(
    label: str, names: Sequence[str], found: Sequence[Sequence[Any]], told: Callable[[Any], str]
) -> Iterator[Line]:
    for name, of_methods in zip(names, zip(*found, strict=True), strict=True):
        yield f"{label} {name}", [told(one) for one in of_methods]


def _share(tally: Tally) -> str:
    return f"{100 * tally.mean:.2f}"


def _of(tally: Tally) -> str:
    return f"{tally.total:.0f} of {tally.cells}"


def _root(tally: Tally) -> str:
    return f"{tally.mean**0.5:.2f}"


if __name__ == "__main__":
    sys.exit(main())
