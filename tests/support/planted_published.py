"""Published figures drawn by chance, and what must be made of them: differences, sums and growths."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from functools import partial
from itertools import groupby, product
from random import Random

from indicators.catalogue import Indicator, in_currency, indicator_to_json, read_catalogue
from indicators.derived import HIDING, write_derived
from tests.indicators.test_derived import ENTRIES, SUMS, Place, Shown, side_of, worked_out
from tests.indicators.test_growth import Told, grown
from tests.support.person_oracle_drawing import draw as draw_register
from tests.support.person_oracle_loading import PROTECTED, country_of
from tests.support.planted_comparing import Compared, Row, in_order, rows_in
from tests.support.protecting import SQL, make_calendar_of, months_of
from warehouse.connection import Connection, append, run_sql
from warehouse.country_tables import write_country
from warehouse.periods import parse_period

Made = Iterator[tuple[Row, Shown]]
"""Cells by their places, without the indicator."""

AREAS = ("XX", "A", "B")
OF_PAYMENTS = {"payments", "benefit_days"}
BREAKS = [
    ("payments", "2022-01"),
    ("payments", "2022-02"),
    ("payments", "2024-Q3"),
    ("benefit_days", "2024-08"),
    ("exits_employed", "2023-02"),
]
LONG = [f"{2022 + month // 12}-{month % 12 + 1:02}" for month in range(33)]
FEW = {
    "month": ["2021-12", "2022-01"],
    "quarter": ["2021-Q4", "2022-Q1"],
    "rolling_year": ["2022-01", "2022-03"],
}
PERIODS: Mapping[str, Mapping[str, list[str]]] = {
    "employed_6_months_after_exit": FEW,
    "benefit_inflow_rate": FEW,
    "benefit_outflow_rate": FEW,
    "payments_per_full_time_recipient": {
        "month": LONG,
        "quarter": ["2022-Q1", "2022-Q2", "2023-Q1"],
        "rolling_year": LONG[2:32],
        "year": ["2022", "2023"],
    },
}
BY_SEX = [("all", "all"), *(("sex", one) for one in ("female", "male", "not_stated"))]
BY_BOTH = [*BY_SEX, ("age", "16-24"), ("age", "not_stated"), ("origin", "native"), ("scheme", "first")]
CROSSED = [("sex.age", f"{sex}.{age}") for sex in ("female", "male") for age in ("16-24", "not_stated")]
SPLITS = dict.fromkeys(PERIODS, BY_BOTH) | {"employed_6_months_after_exit": [*BY_BOTH, *CROSSED]}
FLAGS = ("", "", "rounded", "rounded,wide", "provisional,rounded,summed")

_NAMED = {one.id: one for one in read_catalogue()}
GAP = replace(
    _NAMED["gender_gap_in_work_after_exit"], periods=("quarter", "rolling_year"), breakdowns=("age",)
)
NET = replace(
    _NAMED["net_inflow_rate"], periods=("quarter", "month"), breakdowns=("sex", "age"), interval="none"
)
SUM = replace(
    _NAMED["payments"], periods=("month", "quarter", "rolling_year"), breakdowns=("sex", "age", "origin")
)
GROWTH = replace(
    _NAMED["payments_change_on_year"], periods=("month", "rolling_year"), breakdowns=("sex", "age")
)


def published(connection: Connection) -> Iterator[Compared]:
    """A draft's cells with all that is made of some of them, and the tables of periods and of rows."""
    country = country_of(draw_register(), PROTECTED)
    write_country(connection, country)
    make_calendar_of(connection, range(months_of("2021-01"), months_of("2025-01")))
    breaks = [[measure, period, "{}"] for measure, period in BREAKS]
    connection.executemany("insert into core.series_break values (?, ?, ?)", breaks)
    known = [in_currency(one, country) for one in (*map(_NAMED.__getitem__, PERIODS), GAP, NET, SUM, GROWTH)]
    rows = [[one.id, place, indicator_to_json(one)] for place, one in enumerate(known)]
    connection.executemany("insert into mart.indicator (indicator, place, definition) values (?, ?, ?)", rows)
    drawn = {**dict(_drawn(Random(2))), **dict(_broken())}
    cells = {place: drawn[place] for place in sorted(drawn, key=lambda place: (place[0], in_order(place)))}
    columns = connection.table("mart.cell").columns
    told = ((*place, *cell) for place, cell in cells.items())
    append(connection, "mart.cell", (dict(zip(columns, row, strict=True)) for row in told))
    connection.execute("attach ':memory:' as portal")
    for table in ("indicator", "series_break"):
        run_sql(connection, SQL / "publish" / "tables" / f"{table}.sql")
    yield Compared("made of published figures", partial(_made, connection), _expected(cells))


def _made(connection: Connection) -> list[Row]:
    tables = ("cell", "cell_period", "cell_stretch")
    for table in tables:
        connection.execute(f"drop table if exists portal.{table}")
        run_sql(connection, SQL / "publish" / "tables" / f"{table}.sql")
    write_derived(connection)
    return [row for table in tables for row in rows_in(connection, f"portal.{table}")]


def _drawn(dice: Random) -> Iterator[tuple[Place, Shown]]:
    """Cells that say whatever cells can say; one in ten has none."""
    for indicator, periods in PERIODS.items():
        slots = [(kind, period) for kind, told in periods.items() for period in told]
        for split, slot, area in product(SPLITS[indicator], slots, AREAS):
            if dice.random() < 0.9:
                status = dice.choice([*["value"] * 9, "beyond", *HIDING])
                place = (indicator, *split, *slot, area)
                yield place, _number(dice) if status == "value" else Shown(*(None,) * 5, status, "")


def _broken() -> Iterator[tuple[Place, Shown]]:
    """Of one area two groups, but not all, whose series break in a rolling year, and later in a month."""
    for slot, sex in product((("rolling_year", "2023-03"), ("month", "2023-06")), ("female", "male")):
        place = ("payments_per_full_time_recipient", "sex", sex, *slot, "A")
        yield place, Shown(Decimal(7), Decimal(90), None, None, None, "value", "break")


def _number(dice: Random) -> Shown:
    """A number, with an interval that it may even lie outside of."""
    value, above = Decimal(dice.randrange(991)) / 10, Decimal(dice.choice((0, 5, 10, 85, 90, 385, 480)))
    ends = [value + Decimal(dice.randrange(*far)) / 77 for far in ((-991, 90), (-90, 991))]
    lower, upper = (round(end, 4) for end in ends) if dice.random() < 0.8 else (None, None)
    return Shown(value, above, None, lower, upper, "value", dice.choice(FLAGS))


def _expected(cells: Mapping[Place, Shown]) -> list[Row]:
    """The rows of the cells, of their periods and of their stretches, with all that is made of them."""
    found, periods = dict(cells), _periods(cells)
    for indicator, made in ((GAP, _difference), (NET, _difference), (SUM, _sum), (GROWTH, _growth)):
        own = {(indicator.id, *place): cell for place, cell in made(indicator, found)}
        found |= {place: own[place] for place in sorted(own, key=in_order)}
        periods += _periods(own)
    stretches = groupby(enumerate(found), lambda row: (*row[1][:2], row[1][3], row[1][2]))
    numbered = ((named, [number for number, _ in rows]) for named, rows in stretches)
    return [
        *((*place, *cell) for place, cell in found.items()),
        *periods,
        *((*named, numbers[0], numbers[-1]) for named, numbers in numbered),
    ]


def _periods(cells: Iterable[Place]) -> list[Row]:
    return sorted({(indicator, kind, period) for indicator, _, _, kind, period, _ in cells})


def _difference(indicator: Indicator, cells: Mapping[Place, Shown]) -> Made:
    splits = {place[1:3] for place in cells if place[1] in {"all", *indicator.breakdowns}}
    by_side: dict[Row, dict[Row, Shown]] = {}
    for place, cell in cells.items():
        by_side.setdefault(place[:3], {})[place[3:]] = _known(cell)
    for split in splits:
        one, other = (by_side.get(side_of(entry, *split), {}) for entry in ENTRIES[indicator.id])
        for where in one.keys() & other.keys():
            if where[0] in indicator.periods:
                cell = worked_out(one[where], other[where])
                has_interval = indicator.interval != "none"
                yield (*split, *where), cell if has_interval else cell._replace(lower=None, upper=None)


def _sum(indicator: Indicator, cells: Mapping[Place, Shown]) -> Made:
    part, unit, one = SUMS[indicator.id]
    for (name, breakdown, category, kind, *where), cell in cells.items():
        if name == part and breakdown in {"all", *indicator.breakdowns} and kind in indicator.periods:
            value = None if cell.numerator is None else cell.numerator * unit / one
            yield (breakdown, category, kind, *where), Shown(value, *(None,) * 4, cell.status, cell.flags)


def _growth(indicator: Indicator, cells: Mapping[Place, Shown]) -> Made:
    starts = [parse_period(period).starts_on for measure, period in BREAKS if measure in OF_PAYMENTS]
    for kind in indicator.periods:
        part = {
            (breakdown, category, *where): Told(cell.value, _known(cell).status, cell.flags)
            for (name, breakdown, category, of_kind, *where), cell in cells.items()
            if (name, of_kind) == (SUM.id, kind) and breakdown in {"all", *indicator.breakdowns}
        }
        told = {period for name, _, _, of_kind, period, _ in cells if (name, of_kind) == (SUM.id, kind)}
        for place in part:
            now = parse_period(place[2], kind)
            before = now.year_before()
            if str(before) in told:
                value, status, flags = grown(part, place)
                is_broken = any(before.starts_on <= start <= now.ends_on for start in starts)
                if is_broken and value is not None:
                    flags = ",".join(sorted({*flags.split(","), "break"} - {""}))
                yield (*place[:2], kind, *place[2:]), Shown(value, *(None,) * 4, status, flags)


def _known(cell: Shown) -> Shown:
    """The cell as far as something can be made of it: what is larger than is followed is no number."""
    return cell._replace(status="not_available") if cell.status == "beyond" else cell
