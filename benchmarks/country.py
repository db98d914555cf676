"""A whole country on two cores: every stage from drawing to release, and what it can be held against.

    python -m benchmarks.country --persons 6000000 --months 120 --growth

Each stage is a process of its own. Deliveries and home are made in a temporary folder and gone at the end.
"""

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import astuple
from pathlib import Path

import yaml
from rich.console import Console

from benchmarks._country import Stage, build, compare, named, require_machine
from benchmarks._country_tables import comparison_table, growth_table, stage_table, verdicts
from benchmarks._machine import load_average, machine
from etl.synthetic.demo import MADE
from etl.synthetic.settings import Settings, read_settings
from warehouse.errors import UserError
from warehouse.homes import is_home

COUNTRY = "dk"
SMALLER = (10, 3)
"""To show growth, the country is also made so many times smaller."""


def main() -> int:
    """Print the tables; 1 when a stage fails or the counts differ, 2 when the machine is too small for it."""
    options = _options()
    console = Console(highlight=False, width=120)
    try:
        _measure(options, console)
    except UserError as error:
        console.print(f"benchmarks.country: {error}", markup=False, soft_wrap=True)
        return 2
    except subprocess.CalledProcessError:
        return 1
    return 0


def _measure(options: argparse.Namespace, console: Console) -> None:
    settings = _settings(options)
    folder = options.home.parent if options.home else Path(tempfile.gettempdir())
    require_machine(settings, bool(options.deliveries), folder)
    folder.mkdir(parents=True, exist_ok=True)
    console.print(f"{machine()}; {load_average()}")
    countries: list[tuple[Settings, Mapping[str, Stage]]] = []
    if options.growth:
        for smaller in SMALLER:
            part = read_settings(COUNTRY, settings.persons // smaller, settings.months, settings.seed)
            with tempfile.TemporaryDirectory(dir=folder) as work:
                console.print(f"{part.persons:,} residents:")
                stages = build(part, None, Path(work) / "home", Path(work))
                countries.append((part, named(_said(stages, console))))
            console.print(stage_table(*countries[-1]))
    countries.append((settings, _whole(settings, options, folder, console)))
    if options.growth:
        console.print(growth_table(countries))
    console.print(f"At the end: {load_average()}")


def _whole(
    settings: Settings, options: argparse.Namespace, folder: Path, console: Console
) -> Mapping[str, Stage]:
    """Build the country, unless its home is there already, and hold it against what it can be held against."""
    with tempfile.TemporaryDirectory(dir=folder) as temporary:
        console.print(f"{settings.persons:,} residents:")
        work = Path(temporary)
        home = options.home if options.keep or (options.home and is_home(options.home)) else work / "home"
        stages: Mapping[str, Stage] = {}
        if not is_home(home):
            stages = named(_said(build(settings, options.deliveries, home, work), console))
            console.print(stage_table(settings, stages))
        others = named(_said(compare(home, work), console))
        console.print(comparison_table(others))
        for verdict in verdicts(others):
            console.print(verdict, soft_wrap=True)
    return stages


def _said(stages: Iterable[Stage], console: Console) -> Iterator[Stage]:
    """The stages, each said when it has ended: a whole country takes its time, and a later one may fail."""
    for stage in stages:
        wall, processor, memory = (f"{number:,.1f}" for number in astuple(stage.cost))
        console.print(f"  {stage.name}: {wall} s, {processor} s of CPU, {memory} MiB")
        yield stage


def _settings(options: argparse.Namespace) -> Settings:
    """The demo that is asked for, or that was drawn before. Raises UserError when these are two."""
    asked = read_settings(COUNTRY, options.persons, options.months, None)
    if not options.deliveries:
        return asked
    file = options.deliveries / MADE
    if not file.is_file():
        raise UserError(f"{options.deliveries} holds no demo; openindsats demo writes one.")
    held = yaml.safe_load(file.read_text(encoding="utf-8"))
    drawn = read_settings(held["country"], held["persons"], held["months"], held["seed"])
    if options.persons not in {None, drawn.persons} or options.months not in {None, drawn.months}:
        raise UserError(f"{file} tells of {drawn.persons} persons and {drawn.months} months.")
    return drawn


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="benchmarks.country", description=__doc__.partition("\n")[0])
    parser.add_argument("--persons", type=int, metavar="N", help="residents (a whole country: 6000000)")
    parser.add_argument("--months", type=int, metavar="M", help="months delivered (ten years: 120)")
    parser.add_argument("--deliveries", type=_path, metavar="DIR", help="a demo that was drawn before")
    parser.add_argument(
        "--home", type=_path, metavar="DIR", help="the home; one that is there is taken as it is, not built"
    )
    parser.add_argument("--keep", action="store_true", help="leave the home that was built")
    parser.add_argument(
        "--growth", action="store_true", help="also a tenth and a third of the residents, in one table"
    )
    options = parser.parse_args()
    if options.keep and not options.home:
        parser.error("--keep needs --home")
    return options


def _path(text: str) -> Path:
    return Path(text).absolute()


if __name__ == "__main__":
    sys.exit(main())
