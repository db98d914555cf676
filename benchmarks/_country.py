"""What "A whole country" runs: the stages from nothing to a release, and what they are compared with."""

import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks._machine import require_memory
from benchmarks._run import Cost, measure, measure_told
from benchmarks._stages import Step
from etl.synthetic.settings import Settings, read_settings
from warehouse.connection import Connection
from warehouse.space import require_space

HOME = 12
"""Bytes that a home takes at most for each resident and month, while it is made and looked into."""

MEMORY, A_PERSON = 2 * 2**30, 1024
"""Bytes that the largest stage takes at least, and for each resident."""


@dataclass(frozen=True)
class Stage:
    """What a process took, in all and step by step, and what it found."""

    name: str
    cost: Cost
    steps: tuple[Step, ...] = ()
    found: dict[str, Any] | None = None

    def __getitem__(self, fact: str) -> Any:
        """Something that was found; nothing when it was not."""
        return (self.found or {}).get(fact)

    def by_kind(self) -> Iterator[Step]:
        """Steps that do the same, which their first word tells, as one."""
        kinds = dict.fromkeys(step.name.split()[0] for step in self.steps)
        for kind in kinds:
            these = [step for step in self.steps if step.name.split()[0] == kind]
            wall, processor = sum(step.wall for step in these), sum(step.processor for step in these)
            yield Step(
                f"{kind} ({len(these)})" if len(these) > 1 else kind, wall, processor, these[-1].memory
            )


def require_machine(settings: Settings, drawn: bool, folder: Path) -> None:
    """Raises UserError when disk or memory do not suffice for a demo; `drawn` is one that is there already."""
    home = HOME * settings.persons * settings.months
    require_space(folder, home + (0 if drawn else settings.space), "the benchmark")
    require_memory(MEMORY + A_PERSON * settings.persons, "the benchmark")


def build(settings: Settings, deliveries: Path | None, home: Path, work: Path) -> Iterator[Stage]:
    """From nothing to a release in `home`: draw the demo unless there are `deliveries`, load, compute, publish."""
    country = settings.country
    drawn = deliveries or work / "deliveries"
    if not deliveries:
        size = {"persons": settings.persons, "months": settings.months, "seed": settings.seed}
        asked = [text for name, value in size.items() for text in (f"--{name}", str(value))]
        yield Stage("draw", measure("demo", "--country", country, *asked, "--out", str(drawn)))
    yield _stage("load", drawn / "1", country, home)
    yield _stage("compute", home)
    yield _stage("publish", home)
    if not deliveries:
        shutil.rmtree(drawn)


@contextmanager
def demo_home() -> Iterator[Path]:
    """A home of the demo at its usual size, gone when the block ends."""
    settings = read_settings("dk", None, None, None)
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        require_machine(settings, drawn=False, folder=work)
        named(build(settings, None, work / "home", work))
        yield work / "home"


def look_into(connection: Connection, name: str) -> None:
    """Let `core`, `mart` and `raw` be those of an attached warehouse."""
    for schema, table in connection.execute(
        "select schema_name, table_name from duckdb_tables() where database_name = $name", {"name": name}
    ).fetchall():
        connection.execute(f"create schema if not exists {schema}")
        connection.execute(f"create view {schema}.{table} as from {name}.{schema}.{table}")


def compare(home: Path, work: Path) -> Iterator[Stage]:
    """What the same home can be held against: reading alone, the headline alone, and an analyst's own count.

    Raises CalledProcessError when the analyst's count is another one than the product's.
    """
    yield _stage("scan", home)
    yield _stage("headline", home, work / "headline")
    _stage("sample", home, work / "sample")
    yield _stage("product", work / "sample")
    yield _stage("analyst", work / "sample")


def named(stages: Iterable[Stage]) -> dict[str, Stage]:
    """Stages by name."""
    return {stage.name: stage for stage in stages}


def _stage(name: str, *arguments: object) -> Stage:
    cost, told = measure_told("_stages", name, *map(str, arguments))
    return Stage(name, cost, tuple(Step(*step) for step in told["steps"]), told["found"])
