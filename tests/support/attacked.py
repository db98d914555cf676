"""Invented events, published by the same steps as a country's, and what the attacker makes of them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

import numpy as np

from indicators.calendar import complete_periods
from indicators.catalogue import MEASURES, Indicator, indicator_to_json, read_catalogue
from indicators.cells import write_cells
from indicators.counting import measure_sql, plan
from indicators.counting.ground import parts_of
from indicators.disclosure import prepare, protect
from indicators.disclosure.attack import Evidence, Exposure, Release, attack, exposure
from indicators.disclosure.attack.elsewhere import Elsewhere
from indicators.disclosure.attack.grid import Grid
from indicators.measure import read_measures
from indicators.publish import write_draft
from indicators.words import make_words
from tests.support.core_tables import DRAWN, put_on_record
from tests.support.invented_events import FIRST, Events, last_of_each, of_sex
from tests.support.protecting import KEY, PROTECTED, SQL, country_of
from tests.support.worlds import empty_warehouse
from warehouse.areas import Country
from warehouse.connection import Connection, append, run_sql
from warehouse.country_tables import write_country
from warehouse.periods import MONTHS, parse_period

OFF = 1e-3
"""Less than any number can be off by but for its decimals."""

_CATALOGUE = {one.id: one for one in read_catalogue()}
ENTRIES = replace(_CATALOGUE["benefit_entries"], breakdowns=("sex",))
"""Events, by sex."""
RECIPIENTS = replace(_CATALOGUE["recipients"], breakdowns=("sex",))
"""Persons, by sex; an event is a month in which a person is there, and its key is the person's."""
IN_TIME = replace(_CATALOGUE["first_interview_in_time"], breakdowns=())
"""A share: events of which some are told apart."""

PLACES = """
    code | level
    XX   | country
    N    | region
    S    | region
    A    | municipality
    B    | municipality
    C    | municipality
    D    | municipality
    E    | municipality
    F    | municipality
"""
MEMBERS = """
    group | member
    N     | A
    N     | B
    N     | C
    S     | D
    S     | E
    S     | F
"""


def nowhere(places: str = PLACES, members: str = MEMBERS, **rules: int) -> Country:
    """A country of two regions; `rules` are its thresholds, where they are others than Denmark's."""
    country = country_of(places, members)
    persons = PROTECTED["persons"]
    changed = persons | {"protection": persons["protection"] | rules}
    return Country(PROTECTED | {"persons": changed}, country.areas, country.memberships, country.successions)


@dataclass(frozen=True)
class Told:
    """An indicator, and the events that it is made of: those of its numerator, then those of its denominator."""

    indicator: Indicator
    events: Sequence[Events]
    delivered: Mapping[str, float] | None = None
    """A denominator that is delivered: the same for every period, by area."""


@contextmanager
def published(
    country: Country,
    *told: Told,
    months: int = 12,
    counted: str = "",
    draft: str = "",
    protection: Mapping[str, int] | None = None,
) -> Iterator[Connection]:
    """The draft of a release, attached as `portal`, with the true counts in the table `truth`.

    `counted` is SQL that spoils what was counted before it is protected, `draft` spoils the draft, and `protection` is
    what is done in truth where the country says otherwise.
    """
    with empty_warehouse() as connection:
        write_country(connection, country)
        put_on_record(connection, DRAWN, 0)
        _prepare(connection, country, range(FIRST, FIRST + months))
        measures = read_measures(MEASURES)
        figures = plan([one.indicator for one in told], measures)[0]
        rules = replace(country.protection, **(protection or {}))
        made = set()
        for one in told:
            names = [figure.name for figure in figures[one.indicator.id]]
            for name, events in zip(names, one.events, strict=False):
                if name not in made:
                    made.add(name)
                    _count(connection, country, one.indicator, events, name)
                    connection.execute(counted or "select 1")
                    protect(connection, rules, KEY, name, provisional_from=999999)
            if one.delivered:
                _deliver(connection, names[-1], one.delivered)
            write_cells(connection, one.indicator, country, *names)
            _list(connection, one.indicator)
        connection.execute("attach ':memory:' as portal")
        write_draft(connection, country, {})
        connection.execute(draft or "select 1")
        yield connection


def truth_in(connection: Connection) -> list[tuple[Any, ...]]:
    """Every true number that was published protected."""
    return connection.execute("select * from truth").fetchall()


def true_numbers(told: str, number: str = "truth.value") -> str:
    """SQL that tells the truth, or what is made of it, in some cells of a draft, chosen by a condition."""
    return f"""
        update portal.cell set value = {number} from truth
        where ({told}) and cell.breakdown = truth.breakdown and cell.category = truth.category
            and cell.period_kind = truth.period_kind and cell.period = truth.period and cell.area = truth.area
            and cell.status = 'value'
    """


def found_in(
    connection: Connection, reach: int | None = None, elsewhere: Sequence[Elsewhere] = ()
) -> Exposure:
    """What the attacker finds of all figures of a release."""
    return exposed(attack(Release(connection, reach, elsewhere)))


def exposed(found: Sequence[Evidence]) -> Exposure:
    """The exposures of all figures together."""
    return sum((exposure(one.bounds) for one in found), Exposure())


def leaked(found: Exposure) -> int:
    """How many cells are left three values or fewer, or told of in two ways."""
    return found.exactly + found.to_two + found.to_three + found.clashing


def outside(truth: Iterable[tuple[Any, ...]], found: Sequence[Evidence]) -> list[str]:
    """Every cell of which the truth is not among what the attacker holds possible.

    A row of the truth is a figure's name, breakdown, category, kind of period, period, area and number.
    """
    known = {one.name: one.bounds for one in found}
    wrong = []
    for name, *slot, value in truth:
        if name not in known or (place := place_of(known[name].grid, *slot)) is None:
            continue
        number = float(value) * known[name].scale[place[0], 0, 0]
        low, high = known[name].low[place], known[name].high[place]
        if not low - OFF <= number <= high + OFF:
            wrong.append(f"{name}, {', '.join(slot)}: {number}, not {low} to {high}")
    return wrong


def place_of(grid: Grid, *slot: str) -> tuple[int, int, int] | None:
    """Where a cell stands in a grid, if it does: its breakdown, category, kind of period, period and area."""
    breakdown, category, kind, period, area = slot
    window = grid.window_at.get((parse_period(period, kind).last, MONTHS[kind]))
    part, place = grid.part_at.get((breakdown, category)), grid.area_at.get(area)
    return None if window is None or part is None or place is None else (window, part, place)


def _prepare(connection: Connection, country: Country, months: range) -> None:
    periods = list(complete_periods(months))
    make_words(connection, periods)
    values = {
        "period_kinds": [period.kind for period in periods],
        "periods": [str(period) for period in periods],
        "first_days": [period.starts_on for period in periods],
        "last_days": [period.ends_on for period in periods],
        "months": [MONTHS[period.kind] for period in periods],
    }
    run_sql(connection, SQL / "scratch" / "calendar.sql", values)
    connection.execute(
        "create temp table category_part (part_id integer, breakdown varchar, category varchar)"
    )
    for number, part in enumerate(parts_of(country)):
        connection.execute(
            "insert into category_part values (?, ?, ?)", [number, part.breakdown, part.category]
        )
    run_sql(connection, SQL / "scratch" / "measure_figure.sql")
    prepare(connection, country, months.stop - 1)
    connection.execute(
        "create temp table truth (figure varchar, breakdown varchar, category varchar, period_kind varchar, "
        "period varchar, area varchar, value decimal(18, 4))"
    )


def _count(connection: Connection, country: Country, indicator: Indicator, events: Events, name: str) -> None:
    windows = connection.execute(
        "select distinct months, year(last_day) * 12 + month(last_day) - 1 from calendar order by all"
    ).fetchall()
    rows = []
    for number, part in enumerate(parts_of(country)):
        if part.breakdown in {"all", *indicator.breakdowns}:
            of_part = events.where(of_sex(events, part.sex))
            for length, last in windows:
                inside = of_part.where((of_part.month > last - length) & (of_part.month <= last))
                counted = last_of_each(inside) if indicator.count == "persons" else inside
                for area in country.areas:
                    keys = counted.key[np.isin(counted.area, sorted(_under(country, area)))]
                    key = int(keys.sum(dtype=np.uint64)) if len(keys) else 0
                    rows.append((length, last, number, area, Decimal(len(keys)), len(keys), key))
    connection.execute(
        "create or replace temp table counted_cell (window_months integer, month integer, part_id integer, "
        "area area_word, value decimal(18, 4), contributors bigint, cell_key ubigint)"
    )
    names = ("window_months", "month", "part_id", "area", "value", "contributors", "cell_key")
    append(connection, "counted_cell", (dict(zip(names, row, strict=True)) for row in rows))
    connection.execute(
        "insert into truth select ?, breakdown, category, period_kind, period, area, value "
        "from counted_cell as cell join category_part using (part_id) "
        "join calendar on cell.window_months = calendar.months "
        "and cell.month = year(last_day) * 12 + month(last_day) - 1",
        [name],
    )


def _under(country: Country, area: str) -> set[str]:
    """The area, and all that are in it."""
    if area == country.whole.code:
        return set(country.areas)
    held = [one.member for one in country.memberships if one.group == area]
    return {area}.union(*(_under(country, one) for one in held))


def _deliver(connection: Connection, measure: str, numbers: Mapping[str, float]) -> None:
    for area, number in numbers.items():
        connection.execute(
            "insert into measure_figure select ?, 'all', 'all', period_kind, period, ?, ?, 'value', "
            "false, false, false, false, false from calendar",
            [measure, area, number],
        )


def _list(connection: Connection, indicator: Indicator) -> None:
    [(place,)] = connection.execute("select count(*) from mart.indicator").fetchall()
    row = {"indicator": indicator.id, "place": place, "definition": indicator_to_json(indicator)}
    append(connection, "mart.indicator", [row])
    known = {name for (name,) in connection.execute("select measure from mart.measure").fetchall()}
    append(
        connection,
        "mart.measure",
        ({"measure": one, "sql": measure_sql(one)} for one in indicator.measures if one not in known),
    )
