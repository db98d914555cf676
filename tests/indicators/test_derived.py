"""What is made of published figures is what whoever has the release can work out of it: done again in plain Python."""

import json
from collections.abc import Iterator, Mapping
from decimal import Decimal
from math import sqrt
from typing import NamedTuple

import pytest

from indicators.catalogue import read_catalogue
from indicators.derived import HIDING, write_derived
from indicators.disclosure.attack import Release
from indicators.publish import write_from_cells
from tests.support.drafts import draft_of, lenient
from tests.support.planted_people import crowd
from tests.support.worlds import empty_warehouse
from warehouse.connection import Connection

DERIVED = {one.id: one for one in read_catalogue() if one.parts}

Place = tuple[str, str, str, str, str, str]
"""Indicator, breakdown, category, kind of period, period and area."""


class Shown(NamedTuple):
    """What a release shows of a cell."""

    value: Decimal | None
    numerator: Decimal | None
    denominator: Decimal | None
    lower: Decimal | None
    upper: Decimal | None
    status: str
    flags: str


def shown_in(connection: Connection) -> dict[Place, Shown]:
    return {row[:6]: Shown(*row[6:]) for row in connection.execute("from portal.cell").fetchall()}


DRAWN = """
    create temp table drawn as
    select rowid as place, list_transform(range(7), lambda turn: cast(hash(rowid, turn) % 991 as integer)) as dice
    from portal.cell;
    update portal.cell set
        status = ['value', 'value', 'value', 'suppressed', 'withdrawn', 'too_few', 'not_available', 'not_applicable'][
            1 + dice[1] % 8
        ],
        flags = ['', 'rounded', 'rounded,wide', 'break,rounded', 'provisional,rounded,summed'][1 + dice[2] % 5]
    from drawn where place = cell.rowid;
    update portal.cell set
        value = if(status = 'value', dice[3] / 10, null),
        numerator = null,
        denominator = null,
        flags = if(status = 'value', flags, '')
    from drawn where place = cell.rowid;
    update portal.cell set numerator = dice[4] % 97 * 5
    from drawn where place = cell.rowid and status = 'value' and indicator = 'payments_per_full_time_recipient';
    update portal.cell set
        lower = if(dice[4] % 9 > 0, value - dice[5] / 77, null),
        upper = if(dice[4] % 9 > 0, value + dice[6] / 83, null)
    from drawn where place = cell.rowid
"""
"""Figures, statuses and flags drawn for every cell: whatever a release may show."""


@pytest.fixture(scope="module")
def draft() -> Iterator[Connection]:
    """A draft whose cells say all that cells can say."""
    with empty_warehouse() as connection:
        draft_of(connection, crowd(), lenient(2, 4), 7)
        connection.execute(DRAWN)
        write_from_cells(connection)
        yield connection


def side_of(entry: Mapping[str, str], breakdown: str, category: str) -> tuple[str, ...]:
    """Where one side of a difference stands, read off the words of the definition."""
    told = {key: value for key, value in entry.items() if key != "indicator"}
    if breakdown != "all":
        told |= {breakdown: category}
    names = sorted(told, key=["scheme", "origin", "sex", "age", "need"].index)  # as pairs are named
    return (entry["indicator"], ".".join(names) or "all", ".".join(told[name] for name in names) or "all")


ENTRIES = {
    "gender_gap_in_work_after_exit": (
        {"indicator": "employed_6_months_after_exit", "sex": "female"},
        {"indicator": "employed_6_months_after_exit", "sex": "male"},
    ),
    "non_western_gap_in_work_after_exit": (
        {"indicator": "employed_6_months_after_exit", "origin": "non_western"},
        {"indicator": "employed_6_months_after_exit", "origin": "native"},
    ),
    "western_gap_in_work_after_exit": (
        {"indicator": "employed_6_months_after_exit", "origin": "western"},
        {"indicator": "employed_6_months_after_exit", "origin": "native"},
    ),
    "service_gap_by_need": (
        {"indicator": "activation_degree_by_need", "need": "high"},
        {"indicator": "activation_degree_by_need", "need": "low"},
    ),
    "net_inflow_rate": ({"indicator": "benefit_inflow_rate"}, {"indicator": "benefit_outflow_rate"}),
}
"""Of each difference the figures that it is made of: what the definition's words say, written a second time."""

SUMS = {"payments": ("payments_per_full_time_recipient", Decimal(10_000), Decimal(1_000_000))}
"""Of each sum what it stands above the line of, how much money is one there, and one here."""

GROWTHS = {"payments_change_on_year": "payments"}
"""Of each growth what grows; `test_growth.py` works them out."""


def worked_out(one: Shown, other: Shown) -> Shown:
    """The first less the second, as the definition says it."""
    if one.value is None or other.value is None:
        reason = next(status for status in HIDING if status in {one.status, other.status})
        return Shown(None, None, None, None, None, reason, "")
    flags = sorted({*one.flags.split(","), *other.flags.split(",")} - {""})
    ends: list[Decimal | None] = [None, None]
    if None not in (one.lower, one.upper, other.lower, other.upper):
        p1, l1, u1 = (float(x) for x in (one.value, one.lower, one.upper))  # type: ignore[arg-type]
        p2, l2, u2 = (float(x) for x in (other.value, other.lower, other.upper))  # type: ignore[arg-type]
        least = p1 - p2 - sqrt(max(0, p1 - l1) ** 2 + max(0, u2 - p2) ** 2)
        most = p1 - p2 + sqrt(max(0, u1 - p1) ** 2 + max(0, p2 - l2) ** 2)
        ends = [Decimal(f"{end:.4f}") for end in (least, most)]
    return Shown(one.value - other.value, None, None, ends[0], ends[1], "value", ",".join(flags))


def test_all_that_is_made_of_published_figures_is_known_to_this_test() -> None:
    assert ENTRIES.keys() | SUMS.keys() | GROWTHS.keys() == DERIVED.keys()


@pytest.mark.parametrize("name", sorted(ENTRIES))
def test_it_is_worked_out_of_the_two_figures_shown(draft: Connection, name: str) -> None:
    cells, indicator = shown_in(draft), DERIVED[name]
    made = {place: cell for place, cell in cells.items() if place[0] == name}
    first, second = ENTRIES[name]
    statuses = set()
    for (_, breakdown, category, *where), cell in made.items():
        one, other = (
            cells[(*side_of(entry, breakdown, category), *where)]  # type: ignore[index]
            for entry in (first, second)
        )
        expected = worked_out(one, other)
        assert cell._replace(lower=None, upper=None) == expected._replace(lower=None, upper=None)
        for end, wanted in ((cell.lower, expected.lower), (cell.upper, expected.upper)):
            assert (end is None) == (wanted is None)
            assert end is None or wanted is None or abs(end - wanted) <= Decimal("0.0001")
        statuses.add(cell.status)
    assert statuses == {"value", *HIDING}
    assert {place[1] for place in made} <= {"all", *indicator.breakdowns}
    assert {place[3] for place in made} <= set(indicator.periods)


@pytest.mark.parametrize("name", sorted(ENTRIES))
def test_wherever_both_figures_stand_there_is_a_difference(draft: Connection, name: str) -> None:
    cells = shown_in(draft)
    first, second = (side_of(entry, "all", "all") for entry in ENTRIES[name])
    kinds = DERIVED[name].periods
    sides = [
        {place[3:] for place in cells if place[:3] == side and place[3] in kinds} for side in (first, second)
    ]
    assert {place[3:] for place in cells if place[:3] == (name, "all", "all")} == sides[0] & sides[1]


@pytest.mark.parametrize("name", SUMS)
def test_a_sum_is_what_stands_above_the_line(draft: Connection, name: str) -> None:
    cells = shown_in(draft)
    part, unit, one = SUMS[name]
    expected = {
        (name, *place): Shown(
            None if cell.numerator is None else cell.numerator * unit / one,
            *(None,) * 4,
            cell.status,
            cell.flags,
        )
        for (indicator, *place), cell in cells.items()
        if indicator == part
    }
    assert {place: cell for place, cell in cells.items() if place[0] == name} == expected
    assert {cell.status for cell in expected.values()} == {"value", *HIDING}


def test_a_growth_is_of_one_figure_now_and_a_year_before() -> None:
    made = {name: [(part.indicator, part.before) for part in DERIVED[name].parts] for name in GROWTHS}
    assert made == {name: [(part, False), (part, True)] for name, part in GROWTHS.items()}


def test_it_is_listed_with_its_periods_and_its_rows_and_only_where_its_parts_are(draft: Connection) -> None:
    listed = {name for (name,) in draft.execute("select indicator from portal.indicator").fetchall()}
    assert DERIVED.keys() <= listed
    for table in ("cell_period", "cell_stretch"):
        told = {name for (name,) in draft.execute(f"select indicator from portal.{table}").fetchall()}
        assert DERIVED.keys() - GROWTHS.keys() <= told
    definition = draft.execute(
        "select definition from portal.indicator where indicator = 'net_inflow_rate'"
    ).fetchall()[0][0]
    assert [part["indicator"] for part in json.loads(definition)["parts"]] == [
        "benefit_inflow_rate",
        "benefit_outflow_rate",
    ]


def test_the_attack_on_a_published_file_passes_them_over(draft: Connection) -> None:
    """What was attacked before they were made is attacked again when they are there."""
    release = Release(draft)
    told = {one.name for one in release.evidence()}
    assert "exits_employed amount" in told
    assert release.places.country.whole.code
    assert not DERIVED.keys() & release.made_of.keys()


def test_it_reads_the_release_and_nothing_else(draft: Connection) -> None:
    """Made again after everything in the house has gone: the same cells."""
    before = {place: cell for place, cell in shown_in(draft).items() if place[0] in DERIVED}
    names = ", ".join(f"'{name}'" for name in DERIVED)
    for table in ("portal.cell", "portal.cell_period", "portal.cell_stretch"):
        draft.execute(f"delete from {table} where indicator in ({names})")
    for table in ("mart.cell", "mart.counted", "core.person_state", "core.benefit_piece", "core.work_month"):
        draft.execute(f"delete from {table}")
    write_derived(draft)
    after = {place: cell for place, cell in shown_in(draft).items() if place[0] in DERIVED}
    assert after == before
