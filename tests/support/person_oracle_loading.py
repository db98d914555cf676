"""A register put into a warehouse, as if its rows had been delivered; and what is counted there."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any
from uuid import UUID

from etl.core import rebuild
from indicators.calendar import make_calendar
from indicators.catalogue import MEASURES, Indicator
from indicators.counting import count_figure, known_months, plan, prepare_counting
from indicators.disclosure import make_person_keys
from indicators.measure import read_measures
from tests.support.core_tables import DRAWN, put_on_record
from tests.support.person_oracle import Slot
from tests.support.person_oracle_drawing import NOT_STATED_AREA
from tests.support.person_oracle_register import PERSON_SOURCES, Register, Workplace
from warehouse.areas import Country, country_from_rows
from warehouse.connection import Connection, append
from warehouse.country_tables import write_country

MONEY = {"unit": 10_000, "largest": 25_000, "dominance": 10, "step": 500}
PROTECTED = {
    "base": 5,
    "split_from": 20,
    "ratio_from": 50,
    "wide_below": 100,
    "least_persons": 10,
    "money": MONEY,
}
UNPROTECTED = {
    "base": 1,
    "split_from": 0,
    "ratio_from": 0,
    "wide_below": 0,
    "least_persons": 0,
    "least_workplaces": 0,
    "money": {**MONEY, "dominance": 10_000},
}
"""Counts are rounded to whole numbers alone: what no country may do."""


def load_register(
    connection: Connection, register: Register, protection: Mapping[str, Any] = PROTECTED
) -> Country:
    """Put a country and its people's rows in the place of what was loaded; the core is not yet told of them."""
    country = country_of(register, protection)
    write_country(connection, country)
    put_on_record(connection, DRAWN, 0)
    for source in PERSON_SOURCES:
        _replace(connection, f"raw.{source}", register.rows.get(source, ()))
    known = (
        {"source": source, "known_from": first, "known_until": after}
        for source, (first, after) in register.known.items()
    )
    _replace(connection, "core.coverage", known)
    return country


def country_of(register: Register, protection: Mapping[str, Any]) -> Country:
    """The register's country as the project knows it."""
    rows = [
        (code, level, code, code, "", "", "", first, last, None, None, 50.0 + row, 10.0 - row, "drawn")
        for row, (code, level, first, last) in enumerate(register.places)
    ]
    levels = {place.code: place.level for place in register.places}
    members = [(levels[member.group], *member, "drawn") for member in register.members]
    steps = [(*step, "drawn") for step in register.steps]
    return country_from_rows(profile_of(register, protection), rows, members, steps)


def profile_of(register: Register, protection: Mapping[str, Any]) -> Mapping[str, Any]:
    """The profile of the register's country."""
    limits = register.decision_days
    return {
        "code": "xx",
        "names": _text("Nowhere"),
        "local_language": "en",
        "currency": "DKK",
        "working_age": [16, 66],
        "base_level": "municipality",
        "region_level": "region",
        "levels": {
            level: {"title": _text(level), "plural": _text(level), "role": role}
            for level, role in register.roles.items()
        },
        "persons": {
            "not_stated_area": register.not_stated_area,
            "schemes": {
                scheme: {
                    "title": _text(scheme),
                    "group": "drawn",
                    "gap_days": gap_days,
                    **({"decision_days": limits[scheme]} if scheme in limits else {}),
                }
                for scheme, gap_days in register.schemes.items()
            },
            "provisional_months": 2,
            "retention_years": 10,
            "protection": dict(protection),
        },
    }


def count_register(
    connection: Connection, register: Register, indicators: Sequence[Indicator]
) -> dict[str, dict[Slot, Decimal | None]]:
    """Load a register and count whatever the indicators are made of: every figure before protection."""
    country = load_register(connection, register)
    rebuild(connection, country)
    count_people(connection, country, indicators)
    return counted_in(connection)


def count_people(connection: Connection, country: Country, indicators: Sequence[Indicator]) -> None:
    """Count whatever the indicators are made of: every figure of the core's people before protection."""
    make_calendar(connection)
    make_person_keys(connection, b"of a world")
    measures = read_measures(MEASURES)
    months = known_months(connection)
    prepare_counting(connection, country, months)
    connection.execute("delete from mart.counted")
    for figure, wanted in plan(indicators, measures)[1].items():
        if figure.is_counted:
            count_figure(connection, figure, wanted, measures, months)


def counted_in(connection: Connection) -> dict[str, dict[Slot, Decimal | None]]:
    """Every figure before protection: its value in every place."""
    columns = "figure, breakdown, category, period_kind, period, area, value"
    found: dict[str, dict[Slot, Decimal | None]] = {}
    for figure, *place, value in connection.execute(f"select {columns} from mart.counted").fetchall():
        slot = Slot(*place)
        known = found.setdefault(figure, {})
        assert slot not in known, f"{figure} is counted twice in {slot}"
        known[slot] = value
    return found


def names_of_workplaces(connection: Connection) -> dict[UUID, str]:
    """What the oracle calls each workplace of the core."""
    statement = "select workplace_id, person_id, nullif(area, ?) from core.workplace"
    rows = connection.execute(statement, [NOT_STATED_AREA]).fetchall()
    return {workplace: Workplace(str(employer), told).name for workplace, employer, told in rows}


def _text(word: str) -> dict[str, str]:
    return {"en": word, "da": word}


def _replace(connection: Connection, table: str, rows: Iterable[Mapping[str, Any]]) -> None:
    connection.execute(f"delete from {table}")
    columns = connection.table(table).columns
    append(connection, table, ({column: row.get(column, DRAWN) for column in columns} for row in rows))
