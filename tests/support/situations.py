"""Situations that a caseworker can check by hand: a few people's records, and the figures that they must give.

Each file of `tests/indicators/situations` is called after an indicator and lists situations:

- `name` says what happens and what follows from it; `covers` which days the records tell of, else 2024 and 2025.
- `people`: by name, where somebody lives (`area`) and `born`, `sex`, `origin`; what is left out is not known. It holds
  for ever, or from `first_day`, or to `last_day`. A list tells of one state after the other.
- `benefits`, `registrations`, `activities`, `work`, `payments`, `education`, `pensions`, `placements`, `cases`,
  `events`, `sanctions`, `applications`: what is recorded of them. `who` is a name; `last_day` is the last day on which something
  still holds, else left out.
- `employers`: by name, where one has work (`area`) and how many `employees`; it holds as of people.
- `vacancies`: of `who`, in which `area`, how many `positions`, from `first_day` to `last_day`; the day it was `filled`,
  how many were (`filled_positions`), how many of these by `referred` jobseekers. `layoffs`: on which `day` how many
  `persons`.
- `figures`: what a source delivered ready counted.
- `expect`: cells before protection. `area`, `period` (or `rolling_year`), and the category by its breakdowns (`sex`,
  `age`, `origin`, `scheme`, `destination`, `came_from`); then `numerator`, `denominator`, `value`, as far as they are
  to be checked, with four decimals, or `not_available: true`, or `beyond: true` of a median longer than people are
  followed.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any
from uuid import UUID

import yaml

from tests.repository.tree import ROOT
from tests.support.person_oracle_register import DAY, PERSON_SOURCES, Register, Row
from tests.support.worlds import Figure, Member, Place
from warehouse.periods import Period, parse_period
from warehouse.vocabulary import vocabulary

SITUATIONS = ROOT / "tests" / "indicators" / "situations"

PLACES = [
    Place("Land", "country"),
    *(Place(region, "region") for region in ("West", "East")),
    *(Place(municipality, "municipality") for municipality in ("Aby", "Bro", "Dal")),
    Place("Unknown", "residual"),
]
MEMBERS = [Member("West", "Aby"), Member("West", "Bro"), Member("East", "Dal")]
ROLES = {"country": "country", "region": "nested", "municipality": "base", "residual": "residual"}

SCHEMES = {"unemployment_benefit": 28, "sickness_benefit": 28, "social_assistance": 28}
"""Days that may lie off each scheme within one spell; on a day with two schemes the first one goes before."""

COVERS = {"from": date(2024, 1, 1), "to": date(2025, 12, 31)}

DECISION_DAYS = {"unemployment_benefit": 15, "social_assistance": 29}
"""By which day applications are to be decided, the one on which it is complete being the first; there may be none."""

BREAKDOWNS = ("sex", "age", "origin", "scheme", "destination", "came_from")

_KEYS = {
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
    "figures": {"measure", "area", "period", "persons", *BREAKDOWNS},
    "expect": {
        *("area", "period", "rolling_year", *BREAKDOWNS),
        *("numerator", "denominator", "value", "not_available", "beyond"),
    },
}
_KEYS["situation"] = {"name", "covers", *_KEYS.keys() - {"situation"}}


@dataclass(frozen=True)
class Expectation:
    """What one cell must hold before protection; None is not looked at."""

    area: str
    period: Period
    breakdown: str
    category: str
    numerator: Fraction | None
    denominator: Fraction | None
    value: Fraction | None
    is_available: bool
    is_beyond: bool

    def __str__(self) -> str:
        """The cell, in words."""
        split = "" if self.breakdown == "all" else f", {self.category}"
        return f"{self.area} {self.period.kind} {self.period}{split}"


@dataclass(frozen=True)
class Situation:
    """A few people's records, what sources delivered ready counted, and what the indicator must make of them."""

    indicator: str
    name: str
    register: Register
    figures: Sequence[Figure]
    expectations: Sequence[Expectation]


def read_situations(folder: Path = SITUATIONS) -> list[Situation]:
    """Every situation of every indicator. Raises ValueError for a word that no situation knows."""
    return [
        _situation(file.stem, entry)
        for file in sorted(folder.glob("*.yml"))
        for entry in yaml.safe_load(file.read_text(encoding="utf-8"))
    ]


def _situation(indicator: str, entry: Mapping[str, Any]) -> Situation:
    _check(entry["name"], "situation", entry)
    for key, listed in entry.items():
        for each in listed if isinstance(listed, list) else ():
            _check(entry["name"], key, each)
    covers = {**COVERS, **entry.get("covers", {})}
    known = (covers["from"], covers["to"] + DAY)
    return Situation(
        indicator,
        entry["name"],
        Register(
            *(PLACES, MEMBERS, ROLES, SCHEMES, "Unknown"),
            dict.fromkeys(PERSON_SOURCES, known),
            _rows(entry),
            decision_days=DECISION_DAYS,
        ),
        [_figure(row) for row in entry.get("figures", ())],
        [_expectation(row) for row in entry["expect"]],
    )


def _check(name: str, kind: str, entry: Mapping[str, Any]) -> None:
    unknown = entry.keys() - _KEYS[kind]
    if unknown:
        raise ValueError(f"{name}: {kind} know no {', '.join(sorted(unknown))}")


def _rows(entry: Mapping[str, Any]) -> dict[str, list[Row]]:
    """The rows of the raw tables."""
    names = [*entry.get("people", ()), *entry.get("employers", ())]
    ids = {name: str(UUID(int=number)) for number, name in enumerate(names, 1)}
    owners = {case["case"]: ids[case["who"]] for case in entry.get("cases", ())}

    def rows(key: str) -> Iterator[dict[str, Any]]:
        for row in entry.get(key, ()):
            yield {"person_id": ids[row["who"]] if "who" in row else owners[row["case"]], **row}

    return {
        **_rows_of_employers(entry, ids),
        "person_states": [
            {"person_id": ids[name], **_state(entry["name"], state)}
            for name, told in entry.get("people", {}).items()
            for state in (told if isinstance(told, list) else [told])
        ],
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
        "payments": [_payment(row) for row in rows("payments")],
        "placements": [
            {"person_id": row["person_id"], "placed_on": row["day"], "sector": None}
            for row in rows("placements")
        ],
        "cases": [{"case_id": row["case"], **_span(row, "opened_on", "closed_on")} for row in rows("cases")],
        "case_events": [_event(row) for row in rows("events")],
        "sanctions": [_sanction(row) for row in rows("sanctions")],
        "applications": [_application(row) for row in rows("applications")],
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
    _check(name, "people", state)
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
    _check(name, "employers", stretch)
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


def _figure(row: Mapping[str, Any]) -> Figure:
    split = _split(row)
    return Figure(row["measure"], row["area"], str(row["period"]), Decimal(row["persons"]), "value", *split)


def _expectation(row: Mapping[str, Any]) -> Expectation:
    kind = "rolling_year" if "rolling_year" in row else None
    return Expectation(
        row["area"],
        parse_period(str(row.get("period", row.get("rolling_year"))), kind),
        *_split(row),
        *(Fraction(str(row[key])) if key in row else None for key in ("numerator", "denominator", "value")),
        is_available=not row.get("not_available", False),
        is_beyond=row.get("beyond", False),
    )


def _split(row: Mapping[str, Any]) -> tuple[str, str]:
    """Breakdown and category; the parts of a pair stand in the vocabulary's order."""
    named = {key for key in BREAKDOWNS if key in row}
    if not named:
        return "all", "all"
    code = next(code for code in vocabulary().breakdowns if set(code.split(".")) == named)
    return code, ".".join(row[part] for part in code.split("."))
