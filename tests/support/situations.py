"""Situations that a caseworker can check by hand: a few people's records, and the figures that they must give.

Each file of `tests/indicators/situations` is called after an indicator and lists situations:

- `name` says what happens and what follows from it; `covers` which days the records tell of, else 2024 and 2025.
- `people`: by name, where somebody lives (`area`) and `born`, `sex`, `origin`; what is left out is not known. It holds
  for ever, or from `first_day`, or to `last_day`. A list tells of one state after the other.
- `benefits`, `registrations`, `activities`, `work`, `payments`, `education`, `pensions`, `placements`, `cases`,
  `events`, `sanctions`, `applications`, `assessments`: what is recorded of them. `who` is a name; `last_day` is the
  last day on which something still holds, else left out.
- `employers`: by name, where one has work (`area`) and how many `employees`; it holds as of people.
- `vacancies`: of `who`, in which `area`, how many `positions`, from `first_day` to `last_day`; the day it was `filled`,
  how many were (`filled_positions`), how many of these by `referred` jobseekers. `layoffs`: on which `day` how many
  `persons`.
- `figures`: what a source delivered ready counted: `persons`, or an `amount`.
- `expect`: cells before protection. `area`, `period` (or `rolling_year`), and the category by its breakdowns (`sex`,
  `age`, `origin`, `scheme`, `destination`, `came_from`, `need`); then `numerator`, `denominator`, `value`, as far as
  they are to be checked, with four decimals, or `not_available: true`, or `beyond: true` of a median longer than people
  are followed.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import yaml

from tests.repository.tree import ROOT
from tests.support.person_oracle_register import DAY, PERSON_SOURCES, Register
from tests.support.situation_rows import BREAKDOWNS, check_keys, raw_rows
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
    check_keys(entry["name"], "situation", entry)
    for key, listed in entry.items():
        for each in listed if isinstance(listed, list) else ():
            check_keys(entry["name"], key, each)
    covers = {**COVERS, **entry.get("covers", {})}
    known = (covers["from"], covers["to"] + DAY)
    return Situation(
        indicator,
        entry["name"],
        Register(
            *(PLACES, MEMBERS, ROLES, SCHEMES, "Unknown"),
            dict.fromkeys(PERSON_SOURCES, known),
            raw_rows(entry),
            decision_days=DECISION_DAYS,
        ),
        [_figure(row) for row in entry.get("figures", ())],
        [_expectation(row) for row in entry["expect"]],
    )


def _figure(row: Mapping[str, Any]) -> Figure:
    split = _split(row)
    value = Decimal(row["amount"] if "amount" in row else row["persons"])
    return Figure(row["measure"], row["area"], str(row["period"]), value, "value", *split)


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
