"""The rows of the raw tables that a situation tells of."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from tests.support.person_oracle_register import DAY, Row
from warehouse.periods import parse_period

BREAKDOWNS = ("sex", "age", "origin", "scheme", "destination", "came_from", "need")

KEYS = {
    "people": {"area", "born", "sex", "origin", "first_day", "last_day"},
    "benefits": {"who", "scheme", "first_day", "last_day", "degree"},
    "registrations": {"who", "first_day", "last_day"},
    "activities": {"who", "kind", "first_day", "last_day", "planned"},
    "work": {"who", "month", "hours", "earnings"},
    "payments": {"who", "scheme", "month", "amount", "paid", "due"},
    "education": {"who", "month", "level"},
    "pensions": {"who", "kind", "day"},
    "placements": {"who", "day"},
    "cases": {"who", "case", "first_day", "last_day"},
    "employers": {"area", "employees", "first_day", "last_day"},
    "vacancies": {
        *("who", "area", "positions", "first_day", "last_day"),
        *("filled", "filled_positions", "referred"),
    },
    "layoffs": {"who", "area", "day", "persons"},
    "events": {"case", "kind", "due", "held", "exempt", "attendance"},
    "sanctions": {"who", "scheme", "day", "kind", "complaint", "outcome"},
    "applications": {"who", "scheme", "applied", "complete", "decided", "outcome"},
    "assessments": {"who", "need", "first_day", "last_day"},
    "figures": {"measure", "area", "period", "persons", "amount", *BREAKDOWNS},
    "expect": {
        *("area", "period", "rolling_year", *BREAKDOWNS),
        *("numerator", "denominator", "value", "not_available", "beyond"),
    },
}
KEYS["situation"] = {"name", "covers", *KEYS.keys() - {"situation"}}


def check_keys(name: str, kind: str, entry: Mapping[str, Any]) -> None:
    unknown = entry.keys() - KEYS[kind]
    if unknown:
        raise ValueError(f"{name}: {kind} know no {', '.join(sorted(unknown))}")


def raw_rows(entry: Mapping[str, Any]) -> dict[str, list[Row]]:
    """The rows of the raw tables."""
    names = [*entry.get("people", ()), *entry.get("employers", ())]
    ids = {name: str(UUID(int=number)) for number, name in enumerate(names, 1)}
    owners = {case["case"]: ids[case["who"]] for case in entry.get("cases", ())}

    def rows(key: str) -> Iterator[dict[str, Any]]:
        for row in entry.get(key, ()):
            yield {"person_id": ids[row["who"]] if "who" in row else owners[row["case"]], **row}

    return {
        **_rows_of_employers(entry, ids),
        **_rows_of_dealings(rows),
        "person_states": _rows_of_states(entry, ids),
        "benefit_spells": [
            {
                **_span(row),
                "scheme": row["scheme"],
                "degree": row.get("degree", 100),
                "recorded_on": row["first_day"],
            }
            for row in rows("benefits")
        ],
        "registrations": [_span(row) for row in rows("registrations")],
        "activities": [_activity(row) for row in rows("activities")],
        "work_months": [_month(row, "hours", "earnings") for row in rows("work")],
        "education_months": [_month(row, "level") for row in rows("education")],
        "pensions": [
            {"person_id": row["person_id"], "kind": row["kind"], "granted_on": row["day"]}
            for row in rows("pensions")
        ],
        "placements": [
            {"person_id": row["person_id"], "placed_on": row["day"], "sector": None}
            for row in rows("placements")
        ],
        "cases": [{"case_id": row["case"], **_span(row, "opened_on", "closed_on")} for row in rows("cases")],
        "case_events": [_event(row) for row in rows("events")],
    }


def _rows_of_states(entry: Mapping[str, Any], ids: Mapping[str, str]) -> list[Row]:
    return [
        {"person_id": ids[name], **_state(entry["name"], state)}
        for name, told in entry.get("people", {}).items()
        for state in (told if isinstance(told, list) else [told])
    ]


def _rows_of_dealings(rows: Callable[[str], Iterator[dict[str, Any]]]) -> dict[str, list[Row]]:
    """What people are paid, sanctioned with and apply for, and how much support they are found to need."""
    return {
        "payments": [_payment(row) for row in rows("payments")],
        "sanctions": [_sanction(row) for row in rows("sanctions")],
        "applications": [_application(row) for row in rows("applications")],
        "need_assessments": [
            {**_span(row), "need": row["need"], "recorded_on": row["first_day"]}
            for row in rows("assessments")
        ],
    }


def _month(row: Mapping[str, Any], *told: str) -> dict[str, Any]:
    of = {"person_id": row["person_id"], "month": parse_period(row["month"]).last}
    return of | {name: row.get(name) for name in told}


def _rows_of_employers(entry: Mapping[str, Any], ids: Mapping[str, str]) -> dict[str, list[Row]]:
    return {
        "employers": [
            {"person_id": ids[name], **_stretch(entry["name"], stretch)}
            for name, told in entry.get("employers", {}).items()
            for stretch in (told if isinstance(told, list) else [told])
        ],
        "vacancies": [
            _vacancy(number, {"person_id": ids[row["who"]], **row})
            for number, row in enumerate(entry.get("vacancies", ()))
        ],
        "layoff_notices": [
            {
                "notice_id": str(number),
                "person_id": ids[row["who"]],
                "area": row.get("area"),
                "notified_on": row["day"],
                "persons": row["persons"],
            }
            for number, row in enumerate(entry.get("layoffs", ()))
        ],
    }


def _state(name: str, state: Mapping[str, Any]) -> dict[str, Any]:
    check_keys(name, "people", state)
    last = state.get("last_day")
    return {
        "valid_from": state.get("first_day", date(1950, 1, 1)),
        "valid_to": last and last + DAY,
        "area": state.get("area"),
        "birth_year": state.get("born"),
        "sex": state.get("sex"),
        "origin": state.get("origin"),
        "education": None,
    }


def _stretch(name: str, stretch: Mapping[str, Any]) -> dict[str, Any]:
    check_keys(name, "employers", stretch)
    last = stretch.get("last_day")
    return {
        "area": stretch.get("area"),
        "industry": None,
        "employees": stretch.get("employees"),
        "active_from": stretch.get("first_day", date(1950, 1, 1)),
        "active_to": last and last + DAY,
    }


def _vacancy(number: int, row: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "vacancy_id": str(number),
        **_span(row, "opened_on", "closed_on"),
        "area": row.get("area"),
        "industry": None,
        "positions": row.get("positions", 1),
        "filled_on": row.get("filled"),
        "filled_positions": row.get("filled_positions"),
        "referred_positions": row.get("referred"),
    }


def _span(row: Mapping[str, Any], start: str = "start_on", end: str = "end_on") -> dict[str, Any]:
    last = row.get("last_day")
    return {"person_id": row["person_id"], start: row["first_day"], end: last and last + DAY}


def _activity(row: Mapping[str, Any]) -> dict[str, Any]:
    planned = row.get("planned")
    return {**_span(row), "kind": row["kind"], "planned_end_on": planned and planned + DAY}


def _sanction(row: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "person_id": row["person_id"],
        "scheme": row["scheme"],
        "decided_on": row["day"],
        "kind": row["kind"],
        "complaint_decided_on": row.get("complaint"),
        "complaint_outcome": row.get("outcome"),
    }


def _application(row: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "person_id": row["person_id"],
        "scheme": row["scheme"],
        "applied_on": row["applied"],
        "complete_on": row.get("complete"),
        "decided_on": row.get("decided"),
        "outcome": row.get("outcome"),
    }


def _payment(row: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "person_id": row["person_id"],
        "scheme": row["scheme"],
        "month": parse_period(row["month"]).last,
        "amount": row["amount"],
        "paid_on": row.get("paid"),
        "due_on": row.get("due"),
    }


def _event(row: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "case_id": row["case"],
        "person_id": row["person_id"],
        "kind": row["kind"],
        "happened_on": row.get("held"),
        "due_on": row.get("due"),
        "exempt": row.get("exempt", False),
        "attendance": row.get("attendance"),
        "actor_organisation": None,
        "actor_sector": None,
    }
