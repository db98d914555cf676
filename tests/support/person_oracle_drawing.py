"""Registers drawn in a test as tables, so that a reader follows each path with a finger."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from tests.support.person_oracle_register import PERSON_SOURCES, Register
from tests.support.tables import read_table
from tests.support.worlds import Member, Place

ROLES = {"country": "country", "region": "nested", "municipality": "base", "residual": "residual"}
SCHEMES = {"first": 28, "second": 13, "third": 0}
"""Gap days; on a day with two schemes the one named first has priority."""

DECISION_DAYS = {"first": 15, "second": 29}
"""By which day an application is to be decided; there is no limit for the third."""

NOT_STATED_AREA = "XX-NS"
_DATES = {"valid_from", "valid_to", "start_on", "end_on", "opened_on", "closed_on", "happened_on", "due_on"}
_DATES |= {"placed_on", "paid_on", "planned_end_on", "decided_on", "complaint_decided_on"}
_DATES |= {"applied_on", "complete_on", "granted_on", "active_from", "active_to", "filled_on", "notified_on"}
_DATES |= {"recorded_on"}
_NUMBERS = {"birth_year", "degree", "month", "hours", "earnings", "amount"}
_NUMBERS |= {"employees", "positions", "filled_positions", "referred_positions", "persons"}
_DEFAULTS: Mapping[str, Mapping[str, Any]] = {
    "person_states": {"birth_year": 1980, "sex": "female", "origin": "native", "valid_to": None},
    "benefit_spells": {"scheme": "first", "degree": 100, "end_on": None, "recorded_on": None},
    "education_months": {"level": None},
    "pensions": {"kind": "disability"},
    "activities": {"kind": "training", "end_on": None, "planned_end_on": None},
    "work_months": {"earnings": None},
    "payments": {"scheme": "first", "paid_on": None, "due_on": None},
    "cases": {"closed_on": None},
    "employers": {"industry": None, "active_to": None},
    "vacancies": dict.fromkeys(
        ("industry", "closed_on", "filled_on", "filled_positions", "referred_positions")
    ),
    "case_events": {"case_id": "1", "happened_on": None, "due_on": None, "exempt": False, "attendance": None},
    "sanctions": {
        "scheme": "first",
        "kind": "reduced",
        "complaint_decided_on": None,
        "complaint_outcome": None,
    },
    "need_assessments": {"end_on": None, "need": "high", "recorded_on": None},
    "applications": {"scheme": "first", "complete_on": None, "decided_on": None, "outcome": None},
}


def identity(name: str) -> str:
    """A person's pseudonym."""
    return str(UUID(bytes=name.encode().rjust(16, b"\0")))


ANNA = identity("anna")
"""Whose rows those are that name nobody."""


def draw(**tables: str) -> Register:
    """A register of 2024 with two regions: A is in N, C in S, B in N until May and then in S."""
    known = (date(2024, 1, 1), date(2025, 1, 1))
    return Register(
        [
            *(Place("XX", "country"), Place("N", "region"), Place("S", "region")),
            *(Place(code, "municipality") for code in "ABC"),
            Place(NOT_STATED_AREA, "residual"),
        ],
        [
            *(Member("N", "A"), Member("S", "C")),
            *(Member("N", "B", None, date(2024, 5, 31)), Member("S", "B", date(2024, 6, 1))),
        ],
        ROLES,
        SCHEMES,
        NOT_STATED_AREA,
        dict.fromkeys(PERSON_SOURCES, known),
        {source: [_row(source, row) for row in read_table(table)] for source, table in tables.items()},
        decision_days=DECISION_DAYS,
    )


def _row(source: str, cells: Mapping[str, str]) -> dict[str, Any]:
    told = {column: _cell(column, text) for column, text in cells.items() if column != "who"}
    return {"person_id": identity(cells.get("who", "anna")), **_DEFAULTS.get(source, {}), **told}


def _cell(column: str, text: str) -> Any:
    if column == "exempt":
        return text == "yes"
    if column in _NUMBERS:
        return int(text) if text else None
    return date.fromisoformat(text) if text and column in _DATES else text or None
