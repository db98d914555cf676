"""A growth is a published figure against that of a year before: by hand, and done again in plain Python."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

import pytest

from indicators.catalogue import Part, read_catalogue
from indicators.core import read_country
from indicators.derived import HIDING
from indicators.laws import check_laws
from indicators.publish import write_draft, write_from_cells
from tests.support.worlds import Figure, Place, World, compute_world, deliver, empty_warehouse
from warehouse.connection import Connection

NAMED = {one.id: one for one in read_catalogue()}
PEOPLE = NAMED["population"]
GROWTH = replace(
    NAMED["payments_change_on_year"],
    parts=(
        Part("population", measures=("population",)),
        Part("population", measures=("population",), before=True),
    ),
    periods=("month",),
    breakdowns=("sex",),
)
MONTHS = [f"{year}-{month:02}" for year in (2022, 2023, 2024) for month in range(1, 13)]


class Told(NamedTuple):
    """What a cell says."""

    value: Decimal | None
    status: str
    flags: str


def draft(
    connection: Connection, figures: list[Figure], change: str = "", breaks: tuple[str, ...] = ()
) -> None:
    """Write the draft of a release of the population and how it has grown, its cells changed before that."""
    places = [Place(code, "municipality", last=date(2023, 12, 31) if code == "B" else None) for code in "ABC"]
    told = [("population", period) for period in breaks]
    world = World([Place("XX", "country"), *places], [], [], figures, frozenset({"population"}), told)
    compute_world(connection, world, PEOPLE, GROWTH)
    deliver(connection, date(2024, 12, 31))
    connection.execute("attach ':memory:' as portal")
    write_draft(connection, read_country(connection), {})
    connection.execute(change)
    write_from_cells(connection)


def told_of(connection: Connection, indicator: str) -> dict[tuple[str, ...], Told]:
    statement = """
        select breakdown, category, period, area, value, status, flags from portal.cell where indicator = ?
    """
    return {row[:4]: Told(*row[4:]) for row in connection.execute(statement, [indicator]).fetchall()}


@pytest.fixture
def warehouse() -> Iterator[Connection]:
    with empty_warehouse() as connection:
        yield connection


def test_it_is_worked_out_by_hand(warehouse: Connection) -> None:
    """Area A: 200 in January 2022 and 250 a year later, and so on."""
    pairs = [(200, 250), (250, 225), (300, 200), (0, 5), (5, 0), (2000, 2001), (16 * 10**9, 2 * 10**10)]
    figures = [
        Figure("population", "A", f"{year}-{month:02}", Decimal(number), "value")
        for month, pair in enumerate(pairs, 1)
        for year, number in zip((2022, 2023), pair, strict=True)
    ]
    hidden = Figure("population", "C", "2022-03", None, "suppressed")
    lonely = Figure("population", "C", "2023-03", Decimal(7), "value")
    draft(warehouse, [*figures, hidden, lonely], breaks=("2023-04",))
    found = {(area, period): cell for (_, _, period, area), cell in told_of(warehouse, GROWTH.id).items()}
    assert {period: found["A", period] for period in MONTHS[12:19]} == {
        "2023-01": Told(Decimal(25), "value", ""),
        "2023-02": Told(Decimal(-10), "value", ""),
        "2023-03": Told(Decimal("-33.3"), "value", ""),
        "2023-04": Told(None, "not_applicable", ""),
        "2023-05": Told(Decimal(-100), "value", "break"),
        "2023-06": Told(Decimal("0.1"), "value", "break"),
        "2023-07": Told(Decimal(25), "value", "break"),
    }
    assert found["C", "2023-03"] == Told(None, "suppressed", "")
    assert found["C", "2023-04"] == Told(None, "not_available", "")
    assert {period for _, period in found} == set(MONTHS[12:19])
    check_laws(warehouse)


DRAWN = """
    create temp table drawn as
    select rowid as place, list_transform(range(4), lambda turn: cast(hash(rowid, turn) % 991 as integer)) as dice
    from portal.cell;
    update portal.cell set
        status = ['value', 'value', 'value', 'suppressed', 'withdrawn', 'too_few', 'not_available', 'not_applicable'][
            1 + dice[1] % 8
        ],
        flags = ['', 'rounded', 'rounded,wide', '', 'provisional,rounded,summed'][1 + dice[2] % 5]
    from drawn where place = cell.rowid;
    update portal.cell set flags = 'break' from drawn where place = cell.rowid and dice[4] % 19 = 0;
    update portal.cell set
        value = if(status = 'value', greatest(0, dice[3] - 50) / 10, null),
        flags = if(status = 'value', flags, '')
    from drawn where place = cell.rowid
"""


def test_it_is_worked_out_again_of_what_is_shown(warehouse: Connection) -> None:
    """Of whatever a release may show: figures, statuses and flags drawn for every cell."""
    figures = [
        Figure("population", area, period, Decimal(1), "value", *split)
        for area in "ABC"
        for period in MONTHS
        for split in (("all", "all"), ("sex", "female"), ("sex", "male"))
        if area != "B" or period < "2024"
    ]
    draft(warehouse, figures, DRAWN)
    part, made = told_of(warehouse, "population"), told_of(warehouse, GROWTH.id)
    assert made == {place: grown(part, place) for place in part if place[2] >= "2023"}
    assert {cell.status for cell in made.values()} == {"value", *HIDING}
    assert any(cell.value is not None and cell.value < 0 for cell in made.values())
    assert any("break" in cell.flags for cell in made.values())
    listed = warehouse.execute(
        "select period from portal.cell_period where indicator = ?", [GROWTH.id]
    ).fetchall()
    assert [period for (period,) in listed] == MONTHS[12:]


def grown(part: Mapping[tuple[str, ...], Told], place: tuple[str, ...]) -> Told:
    """The figure less that of a year before, in per cent of it, as the definition says it."""
    breakdown, category, period, area = place
    before = f"{int(period[:4]) - 1}{period[4:]}"
    now, then = part[place], part.get((breakdown, category, before, area), Told(None, "not_available", ""))
    if now.value is None or not then.value:
        reasons = {one.status for one in (now, then) if one.value is None} or {"not_applicable"}
        return Told(None, next(status for status in HIDING if status in reasons), "")
    growth = (100 * (now.value - then.value) / then.value).quantize(Decimal("0.1"), ROUND_HALF_UP)
    flags = {*now.flags.split(","), *then.flags.split(",")} - {""}
    between = [cell for (*_, when, where), cell in part.items() if where == area and before <= when <= period]
    broken = any("break" in cell.flags for cell in between)
    return Told(growth, "value", ",".join(sorted(flags | ({"break"} if broken else set()))))
