"""One person in a hundred of a few areas, counted twice: by the product and by the oracle, compared cell by cell.

    python -m tests.support.oracle_sample --home HOME --areas 101,190,825 --one-in 100

Taken are persons who ever had a state in one of the areas. Their delivered records go into a small home, where the
product tells the core anew and counts every figure of the catalogue before protection. The oracle works them out of the
same records without the portal's SQL: for these areas and the whole country, in every window and breakdown. With
--one-in 1 everybody who was ever in the areas is taken, and what the home itself counted there must be the same too.
The home is only read. Nothing but numbers of persons and cells is printed.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from rich.console import Console
from rich.table import Table as Printed

from etl import core
from indicators.catalogue import read_catalogue
from indicators.core import read_country
from tests.support.person_by_hand import register_of
from tests.support.person_oracle import Counting, Slot
from tests.support.person_oracle_every_measure import SPELLS
from tests.support.person_oracle_figures import (
    NOTHING,
    Sought,
    as_kept,
    counting_of,
    figures_of,
    found_of,
)
from tests.support.person_oracle_loading import count_people
from tests.support.person_oracle_register import PERSON_SOURCES, Register, Row
from warehouse.connection import Connection, attach
from warehouse.homes import Home, make_home, open_home

FIGURES = figures_of(read_catalogue())
INDICATORS = [
    indicator
    for indicator in read_catalogue()
    if {figure.measure for figure in FIGURES} & set(indicator.measures)
]
_OF_NOBODY = (
    *("core.country", "core.area", "core.membership", "core.succession", "core.scheme", "core.age_band"),
    *("core.coverage", "raw.delivery"),
)


class Compared(NamedTuple):
    """What came of comparing a figure: cells, those that anything counts in, and those told differently."""

    figure: str
    cells: int
    filled: int
    different: int
    seconds: float


class Remembering(Register):
    """A register that looks up only once where somebody is in a month, and where an area's people count on a day."""

    def last_state(self, person: str, month: int) -> Row | None:
        """As the register says."""
        memory: dict[tuple[str, int], Row | None] = self.__dict__.setdefault("states", {})
        if (person, month) not in memory:
            memory[person, month] = super().last_state(person, month)
        return memory[person, month]

    def areas_around(self, code: str, day: date) -> set[str]:
        """As the register says."""
        memory: dict[tuple[str, date], set[str]] = self.__dict__.setdefault("areas", {})
        if (code, day) not in memory:
            memory[code, day] = super().areas_around(code, day)
        return memory[code, day]


@contextmanager
def sampled(home: Home, folder: Path, areas: Collection[str], one_in: int) -> Iterator[Connection]:
    """The warehouse of a new home in `folder`: the records of one person in so many, and the core told of them.

    Until the block ends `whole` is the home that they are taken from.
    """
    beside = make_home(folder, home.country, home.kind)
    with (
        beside.warehouse() as connection,
        attach(connection, home.path / "warehouse.duckdb", "whole", "read_only"),
    ):
        connection.execute(
            "create temp table sampled as select distinct person_id from whole.core.person_state"
            " where list_contains($areas, area) and hash(person_id) % $one_in = 0",
            {"areas": list(areas), "one_in": one_in},
        )
        for table in _OF_NOBODY:
            connection.execute(f"insert into {table} from whole.{table}")
        for source in PERSON_SOURCES:
            rows = f"select told.* from whole.raw.{source} as told semi join sampled using (person_id)"
            connection.execute(f"insert into raw.{source} {rows}")
        core.rebuild(connection, read_country(connection))
        core.check(connection)
        yield connection


def register_in(connection: Connection) -> Register:
    """Everybody in the warehouse. Groups are left out: that areas add up to them is for laws to say."""
    loaded = replace(register_of(connection), members=())
    return Remembering(**{name: getattr(loaded, name) for name in Register.__dataclass_fields__})


def compare(
    connection: Connection, areas: Collection[str], figures: Sequence[Sought] = FIGURES
) -> Iterator[Compared]:
    """Hold figures against the oracle in these areas and the country."""
    register = register_in(connection)
    country = {place.code for place in register.places if register.roles[place.level] == "country"}
    for figure in figures:
        start = time.perf_counter()
        expected = _expected(register, figure, {*areas, *country})
        counted = _counted(connection, figure, {*areas, *country})
        different = [
            slot
            for slot in expected.keys() | counted.keys()
            if slot not in expected or slot not in counted or expected[slot] != counted[slot]
        ]
        filled = sum(1 for value in expected.values() if value)
        yield Compared(figure.name, len(expected), filled, len(different), time.perf_counter() - start)


def above_the_whole(connection: Connection, figures: Sequence[Sought] = FIGURES) -> int:
    """In how many cells more is counted of the sample than of everybody, wherever that is."""
    return _against_the_whole(connection, figures, "amount > 0", "part.amount > coalesce(entire.amount, 0)")


def other_than_the_whole(
    connection: Connection, areas: Collection[str], figures: Sequence[Sought] = FIGURES
) -> int:
    """In how many cells of these areas the sample, of everybody who was ever there, is counted otherwise."""
    told = ", ".join(f"'{area}'" for area in areas)
    same = "(entire.value, entire.contributors)"
    return _against_the_whole(
        connection,
        figures,
        f"cast(area as varchar) in ({told})",
        f"(part.value, part.contributors) is distinct from {same}",
    )


def _against_the_whole(connection: Connection, figures: Sequence[Sought], chosen: str, unlike: str) -> int:
    place = ("breakdown", "category", "period_kind", "period", "area")
    same = " and ".join(
        f"cast(part.{column} as varchar) = cast(entire.{column} as varchar)" for column in place
    )
    statement = f"""
        with part as (from mart.counted where figure = $figure and {chosen}),
        entire as (from whole.mart.counted where figure = $figure)
        select count(*) from part left join entire on {same} where {unlike}
    """
    asked = (connection.execute(statement, {"figure": figure.name}) for figure in figures)
    return sum(cells for answer in asked for (cells,) in answer.fetchall())


def _expected(register: Register, figure: Sought, areas: Collection[str]) -> dict[Slot, Decimal | None]:
    """What the oracle says in every place of these areas."""
    counting = counting_of(register, figure)
    nothing = None if figure.measure in SPELLS else as_kept(NOTHING)
    found = {slot: as_kept(value) for slot, value in found_of(counting, figure).items() if slot.area in areas}
    return {**dict.fromkeys(_grid(counting, areas), nothing), **found}


def _grid(counting: Counting, areas: Collection[str]) -> Iterator[Slot]:
    for breakdown in counting.breakdowns:
        for window in counting.windows(breakdown):
            for area in counting.register.shown(window.last_day) & set(areas):
                for category in counting.categories(breakdown):
                    yield Slot(breakdown, category, window.period_kind, window.period, area)


def _counted(connection: Connection, figure: Sought, areas: Collection[str]) -> dict[Slot, Decimal | None]:
    """What the product counted in these areas."""
    rows = connection.execute(
        "select breakdown, category, period_kind, period, area, value from mart.counted"
        " where figure = $figure and list_contains($areas, cast(area as varchar))",
        {"figure": figure.name, "areas": list(areas)},
    ).fetchall()
    return {Slot(*row[:5]): row[5] for row in rows}


def main() -> int:
    """Print what was compared; 1 when anything differs."""
    options = _options()
    console = Console(highlight=False, width=120)
    table = Printed("figure", *(f"cells{of}" for of in (" compared", " not 0", " that differ")), "oracle, s")
    for column in table.columns[1:]:
        column.justify = "right"
    start, different, cells = time.perf_counter(), 0, 0
    with (
        tempfile.TemporaryDirectory() as folder,
        sampled(open_home(options.home), Path(folder) / "home", options.areas, options.one_in) as connection,
    ):
        [(persons,)] = connection.execute("select count(*) from sampled").fetchall()
        console.print(f"{persons:,} persons taken after {time.perf_counter() - start:,.0f} s")
        count_people(connection, read_country(connection), INDICATORS)
        console.print(f"counted by the product after {time.perf_counter() - start:,.0f} s")
        for one in compare(connection, options.areas):
            numbers = (f"{number:,}" for number in one[1:4])
            table.add_row(one.figure, *numbers, f"{one.seconds:,.0f}")
            console.print(
                f"  {one.figure}: {one.cells:,} cells, {one.different:,} differ, {one.seconds:,.0f} s"
            )
            different, cells = different + one.different, cells + one.cells
        above = above_the_whole(connection)
        other = other_than_the_whole(connection, options.areas) if options.one_in == 1 else 0
    console.print(table)
    console.print(f"{persons:,} persons, {cells:,} cells: {different:,} differ")
    console.print(f"more is counted of them than in the whole home: {above:,} cells")
    if options.one_in == 1:
        console.print(f"in the areas the whole home counts otherwise: {other:,} cells")
    return int(bool(different or above or other))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="tests.support.oracle_sample", description=__doc__.partition("\n")[0]
    )
    parser.add_argument("--home", type=Path, required=True, metavar="DIR", help="a home that is computed")
    parser.add_argument(
        "--areas",
        type=lambda text: text.split(","),
        required=True,
        metavar="CODES",
        help="with commas between",
    )
    parser.add_argument("--one-in", type=int, default=100, metavar="N", help="one person in so many (100)")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
