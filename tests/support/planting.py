"""Planting faults in the SQL that counts persons, and seeing whether the tests' worlds find them out."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from functools import partial
from pathlib import Path
from typing import Any, Protocol
from unittest import mock

import duckdb

from etl.core import rebuild
from indicators.calendar import make_calendar
from indicators.catalogue import MEASURES
from indicators.counting import CountingError, count_figure, known_months, plan, prepare_counting
from indicators.disclosure import make_person_keys
from indicators.measure import read_measures
from tests.repository.tree import ROOT
from tests.support.faulty_sql import Fault, faults_in
from tests.support.person_oracle import Slot
from tests.support.person_oracle_behind import Behind, behind
from tests.support.person_oracle_figures import figures_of, table_of
from tests.support.person_oracle_loading import load_register, names_of_workplaces
from tests.support.person_oracle_register import Register
from tests.support.planted_worlds import World
from warehouse.connection import Connection

FOLDERS = ("etl/core/sql", "indicators/sql/count", "indicators/measures")
NOT_SQL = (duckdb.ParserException, duckdb.BinderException, duckdb.CatalogException)
"""What DuckDB raises before it looks at a row: such a fault would not live to be run."""

NO_FIT = (IndexError, TypeError, ValueError)
"""What arrays raise when rows do not fit them."""

CORE, GROUND = "core", "ground"
Cell = tuple[Decimal | None, Behind]


class NotSqlError(Exception):
    """The fault makes a text that is no SQL."""


class CaughtError(Exception):
    """The fault was found out; the message says by what."""


def sql_files() -> list[Path]:
    """Every file that faults are planted in: all but the measures that are delivered ready counted."""
    delivered = {name for name, one in read_measures(MEASURES).items() if one.shape == "figures"}
    files = [file for folder in FOLDERS for file in sorted((ROOT / folder).rglob("*.sql"))]
    return [file for file in files if file.parent != MEASURES or file.stem not in delivered]


def all_faults() -> list[Fault]:
    """Every fault of every file."""
    return [fault for file in sql_files() for fault in faults_in(file)]


@contextmanager
def read_instead(texts: Mapping[Path, str]) -> Iterator[set[Path]]:
    """Let files be read as if they held other texts; what is yielded fills with the files that are read."""
    seen: set[Path] = set()
    truly_read = Path.read_text

    def read_text(file: Path, *how: Any, **named: Any) -> str:
        seen.add(file)
        return texts[file] if file in texts else truly_read(file, *how, **named)

    with mock.patch.object(Path, "read_text", read_text):
        yield seen


@dataclass(frozen=True)
class Step:
    """A part of the computation, the SQL files that it reads, and what it must find if it counts a figure."""

    name: str
    run: Callable[[], object]
    reads: frozenset[Path]
    expected: Mapping[Slot, Cell] | None = None


class Trial(Protocol):
    """Something that faults are tried on."""

    def plant(self, fault: Fault) -> None:
        """Raises CaughtError if the fault makes a difference."""


class Planting:
    """A register that is counted again and again, each time with another fault.

    Raises AssertionError if the SQL as it is does not count what the oracle counts.
    """

    def __init__(self, connection: Connection, world: World) -> None:
        self.name = world.name
        self._indicators, register = world.indicators, world.register
        self._connection = connection
        self._country = load_register(connection, register)
        self._core = self._step(CORE, self._make_core)
        self._told = self._tables()
        self._ground = self._step(GROUND, self._make_ground)
        self._figures = list(self._figure_steps(register))

    @property
    def reads(self) -> set[Path]:
        """Every file that is read when the world is counted."""
        return {file for step in (self._core, self._ground, *self._figures) for file in step.reads}

    def plant(self, fault: Fault) -> None:
        """Count with a fault. Raises CaughtError if it makes a difference, NotSqlError if it cannot be run."""
        in_core = fault.file in self._core.reads
        early = in_core or fault.file in self._ground.reads
        try:
            with read_instead({fault.file: fault.sql}):
                if in_core:
                    self._look(self._core)
                    if self._tables() == self._told:
                        return
                if early:
                    self._look(self._ground)
                for step in self._touched(fault.file):
                    self._look(step)
        finally:
            if early:
                self._core.run()
                self._ground.run()

    def _tables(self) -> list[tuple[Any, ...]]:
        """What the core tells of persons, in short; the order of rows is of no matter."""
        tables = sorted(file.stem for file in self._core.reads if file.stem != "clear")
        rows = (f"select count(*), sum(hash(told)) from core.{table} as told" for table in tables)
        return [row for one in rows for row in self._connection.execute(one).fetchall()]

    def _look(self, step: Step) -> None:
        try:
            differs = self._run(step)
        except NOT_SQL as error:
            raise NotSqlError from error
        except (duckdb.Error, CountingError, *NO_FIT) as error:
            raise CaughtError(f"{self.name}: {type(error).__name__}") from error
        if differs:
            raise CaughtError(f"{self.name}: {step.name}")

    def _run(self, step: Step) -> bool:
        """Do a step; whether it counted another figure than the oracle."""
        self._connection.execute("delete from mart.counted")
        step.run()
        if step.expected is None:
            return False
        rows = self._connection.execute("select * exclude (figure, amount) from mart.counted").fetchall()
        found = {Slot(*row[:5]): (row[5], Behind(*row[6:])) for row in rows}
        return len(rows) != len(found) or found != step.expected

    def _touched(self, file: Path) -> list[Step]:
        """The figures that can change with a file."""
        if file not in self._core.reads:
            return [step for step in self._figures if file in self._ground.reads | step.reads]
        tables = {f"core.{file.stem}"}
        tables |= {f"core.{one.stem}" for one in self._core.reads if f"core.{file.stem} " in one.read_text()}
        if any(_names(one, tables) for one in self._ground.reads):
            return self._figures
        return [step for step in self._figures if any(_names(one, tables) for one in step.reads)]

    def _step(
        self, name: str, run: Callable[[], object], expected: Mapping[Slot, Cell] | None = None
    ) -> Step:
        step = Step(name, run, frozenset(), expected)
        with read_instead({}) as reads:
            if self._run(step):
                raise AssertionError(f"{self.name}: {name} is not what the oracle counts")
        return replace(step, reads=frozenset(file for file in reads if file.suffix == ".sql"))

    def _make_core(self) -> None:
        rebuild(self._connection, self._country)

    def _make_ground(self) -> None:
        make_calendar(self._connection)
        make_person_keys(self._connection, b"of a world")
        prepare_counting(self._connection, self._country, known_months(self._connection))

    def _figure_steps(self, register: Register) -> Iterator[Step]:
        measures = read_measures(MEASURES)
        sought = {one.name: one for one in figures_of(self._indicators)}
        months = known_months(self._connection)
        rows = self._connection.execute("select person_id, person_key from person_key").fetchall()
        names = names_of_workplaces(self._connection)
        keys = {names.get(one, str(one)): key for one, key in rows}
        for figure, wanted in plan(self._indicators, measures)[1].items():
            if figure.is_counted:
                one = sought[figure.name]
                values, persons = table_of(register, one), behind(register, one, keys)
                expected = {slot: (_kept(value), persons[slot]) for slot, value in values.items()}
                counting = partial(
                    *(count_figure, self._connection, figure, wanted, measures, months),
                    persons_at_once=len(register.people) // 2 + 1,
                )
                yield self._step(figure.name, partial(self._anew, counting), expected)

    def _anew(self, counting: Callable[[], object]) -> None:
        """Count a figure from its cells on: those of the figure before were made without the fault."""
        self._connection.execute("delete from frame")
        counting()


def _kept(value: Fraction | None) -> Decimal | None:
    """A value as it is kept: with four decimals."""
    if value is None:
        return None
    return (Decimal(value.numerator) / value.denominator).quantize(Decimal("0.0001"), ROUND_HALF_UP)


def _names(file: Path, tables: set[str]) -> bool:
    sql = file.read_text(encoding="utf-8")
    return any(f"{table} " in sql for table in tables)


def caught_by(fault: Fault, worlds: Sequence[Trial]) -> str:
    """What found a fault out; nothing if it survived. Raises NotSqlError if it cannot be run."""
    try:
        for world in worlds:
            world.plant(fault)
    except CaughtError as error:
        return str(error)
    return ""
