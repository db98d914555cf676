"""Follows one person of a home by hand: where they are each month, and where and when each figure counts them.

    python -m tests.support.person_by_hand HOME PERSON

What it says is worked out from the raw records by the oracle, without the portal's SQL. Beside the person's own part
stands, in brackets, what the portal counted in that very cell before protection. It prints records of a person: for
synthetic homes only.
"""

import json
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import groupby
from pathlib import Path
from typing import Any

import duckdb

from indicators.catalogue import read_catalogue
from tests.support.person_oracle import Slot
from tests.support.person_oracle_figures import Sought, counting_of, figures_of, found_of
from tests.support.person_oracle_people import state_in
from tests.support.person_oracle_register import PERSON_SOURCES, Register
from tests.support.worlds import Member, Place, Step
from warehouse.homes import open_home
from warehouse.periods import Period

Connection = duckdb.DuckDBPyConnection


def register_of(connection: Connection, person: str | None = None) -> Register:
    """The country that is loaded, and the rows of one person, or of everybody."""

    def rows(statement: str, *values: Any) -> list[tuple[Any, ...]]:
        return connection.execute(statement, values).fetchall()

    profile = json.loads(rows("select profile from core.country")[0][0])
    persons = profile["persons"]
    return Register(
        [Place(*row) for row in rows("select code, level, valid_from, valid_to from core.area")],
        [
            Member(*row)
            for row in rows("select group_code, member_code, valid_from, valid_to from core.membership")
        ],
        {code: level["role"] for code, level in profile["levels"].items()},
        {code: scheme["gap_days"] for code, scheme in persons["schemes"].items()},
        persons["not_stated_area"],
        {
            source: (first, after)
            for source, first, after in rows("select source, known_from, known_until from core.coverage")
        },
        {source: list(_rows_of(connection, source, person)) for source in PERSON_SOURCES},
        [Step(*row) for row in rows("select code, successor_code, from_date from core.succession")],
        {code: one["decision_days"] for code, one in persons["schemes"].items() if "decision_days" in one},
        **_money(persons["protection"].get("money")),
    )


def _money(rules: Mapping[str, int] | None) -> dict[str, int]:
    return {"money_unit": rules["unit"], "money_largest": rules["largest"]} if rules else {}


def _rows_of(connection: Connection, source: str, person: str | None) -> Iterator[dict[str, Any]]:
    chosen = "where person_id = $person" if person else ""
    statement = f"select * from raw.{source} {chosen} order by all"
    found = connection.execute(statement, {"person": person} if person else None)
    columns = [column[0] for column in found.description]
    for row in found.fetchall():
        cells = dict(zip(columns, row, strict=True))
        yield {**cells, "person_id": str(cells["person_id"])}


def told(connection: Connection, register: Register, person: str) -> Iterator[str]:
    """Everything there is to say of a person, line by line."""
    for source, rows in register.rows.items():
        for row in rows:
            cells = (
                f"{name} {value}" for name, value in row.items() if name not in {"person_id", "delivery"}
            )
            yield f"{source}: {', '.join(cells)}"
    yield "states:"
    for state, held in groupby(register.months, lambda month: state_in(register, person, month)):
        months = [str(Period("month", month)) for month in held]
        yield f"  {months[0]} to {months[-1]}: {', '.join(state) if state else 'not of working age'}"
    for figure in figures_of(read_catalogue()):
        yield f"{figure.name}:"
        yield from _where(connection, register, figure)


def _where(connection: Connection, register: Register, figure: Sought) -> Iterator[str]:
    """The person's part of a figure: period by period and area by area, category by category."""
    counted = found_of(counting_of(register, figure), figure)
    found = {slot: value for slot, value in counted.items() if value is not None}
    cells = _cells(connection, figure, list(found))
    lines: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for slot, value in sorted(found.items()):
        name = "all" if slot.breakdown == "all" else f"{slot.breakdown} {slot.category}"
        lines[slot.period_kind, slot.period, slot.area].append(
            f"{name} {_number(value)} ({cells.get(slot, '?')})"
        )
    for (kind, period, area), parts in sorted(lines.items()):
        yield f"  {kind} {period}, {area}: {'; '.join(parts)}"


def _cells(connection: Connection, figure: Sought, slots: Sequence[Slot]) -> dict[Slot, str]:
    """What the portal counted in these places."""
    columns = ("breakdown", "category", "period_kind", "period", "area")
    wanted = [dict(zip(columns, slot, strict=True)) for slot in slots]
    if not wanted:
        return {}
    statement = f"""
        with wanted as (select unnest($wanted, max_depth := 2))
        select {", ".join(columns)}, counted.value
        from mart.counted as counted inner join wanted using ({", ".join(columns)})
        where counted.figure = $figure
    """
    rows = connection.execute(statement, {"wanted": wanted, "figure": figure.name}).fetchall()
    return {Slot(*row[:5]): "none" if row[5] is None else f"{row[5].normalize():f}" for row in rows}


def _number(value: Fraction) -> str:
    return f"{float(value):.4f}".rstrip("0").rstrip(".")


def main(home: str, person: str) -> None:
    """Write everything there is to say of the person of that home."""
    place = open_home(Path(home))
    if place.kind != "synthetic":
        raise SystemExit("Only people of synthetic homes may be followed.")
    with duckdb.connect(str(place.path / "warehouse.duckdb"), read_only=True) as connection:
        for line in told(connection, register_of(connection, person), person):
            sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
