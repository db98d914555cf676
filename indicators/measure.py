"""What the catalogue knows of a measure without running it: the shape that its columns tell, and what it needs."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

_TELLING = {"start_on": "spans", "happened_on": "events", "value": "figures"}
_STATES = "person_states"
_RECORDS = {
    "activity": "activities",
    "application": "applications",
    "benefit_entry": "benefit_spells",
    "benefit_exit": "benefit_spells",
    "benefit_piece": "benefit_spells",
    "benefit_spell": "benefit_spells",
    "case_event": "case_events",
    "case_file": "cases",
    "education_month": "education_months",
    "employer": "employers",
    "layoff_notice": "layoff_notices",
    "need_assessment": "need_assessments",
    "payment": "payments",
    "pension": "pensions",
    "placement": "placements",
    "registration": "registrations",
    "sanction": "sanctions",
    "vacancy": "vacancies",
    "work_month": "work_months",
}
"""The source that each table of the core is told from, as far as there is none of it without."""

_WAYS = ("destination", "came_from")
"""Columns that tell of a breakdown of their name, whose categories belong to what is counted; `category` does, too."""

_OPTIONAL = (("work_month", "earnings"),)
"""Columns of the core that not every country's deliveries fill."""

_CATEGORY = re.compile(r"[a-z_]+\.need as category")
_COLUMN = re.compile(r"\b[a-z_]+\.([a-z_]+)\b")
_PARAMETER = re.compile(r"\$([a-z_]+)")
_COVERED = re.compile(r"\bcoverage\.source = '([a-z_]+)'")
"""A measure that asks which days a source tells of needs it."""


@dataclass(frozen=True)
class Measure:
    """Who or what is counted.

    `shape` is spans (something that lasts), events (something that happens), figures (counted by their source), or
    empty when the columns tell none of them. `parameters` are the values that must be bound, `records` the sources
    of the records of persons that it is counted from, `tables` those of the core, `asked` the columns of any table
    that it names.
    """

    id: str
    columns: Mapping[str, str]
    parameters: frozenset[str]
    records: frozenset[str] = frozenset()
    tables: frozenset[str] = frozenset()
    asked: frozenset[str] = frozenset()

    @property
    def shape(self) -> str:
        """Spans, events or figures."""
        return next((shape for column, shape in _TELLING.items() if column in self.columns), "")

    @property
    def own_breakdowns(self) -> frozenset[str]:
        """The breakdowns whose categories belong to what is counted."""
        told = {name for name, one in self.columns.items() if not one.startswith("cast(null ")}
        of = {"category": self.category_of, **{way: way for way in _WAYS}}
        return frozenset(breakdown for column, breakdown in of.items() if column in told)

    @property
    def category_of(self) -> str:
        """The breakdown that `category` is of: the scheme, or of spans what it is called where it comes from."""
        named = _CATEGORY.fullmatch(self.columns.get("category", ""))
        return "need" if named and self.shape == "spans" else "scheme"

    @property
    def of_workplaces(self) -> bool:
        """Whether workplaces are counted, which have areas themselves, not persons, who live in one."""
        return "workplace_id" in self.columns.get("person_id", "")

    @property
    def states(self) -> str:
        """The table of the core that tells where those are who are counted."""
        return "workplace" if self.of_workplaces else "person_state"

    @property
    def is_money(self) -> bool:
        """Whether it adds up money: in per cent of the country's unit for spans, in whole currency for events."""
        return "is_money" in self.columns

    @property
    def optional(self) -> frozenset[tuple[str, str]]:
        """Tables of the core with columns that sources may leave out, and that are asked for."""
        return frozenset(one for one in _OPTIONAL if one[0] in self.tables and one[1] in self.asked)

    @property
    def tells_exits(self) -> bool:
        """Whether the end of a span is told from the end of what is known of it."""
        return "exit_known" in self.columns


def read_measures(folder: Path) -> Mapping[str, Measure]:
    """Every measure that has an SQL file, by its id."""
    return {
        file.stem: measure_of(file.stem, file.read_text(encoding="utf-8"))
        for file in sorted(folder.glob("*.sql"))
    }


def measure_of(name: str, sql: str) -> Measure:
    """The measure that an SQL text counts."""
    tables = frozenset(re.findall(r"\bcore\.([a-z_]+)", sql)) & _RECORDS.keys()
    covered, asked = set(_COVERED.findall(sql)), frozenset(_COLUMN.findall(sql))
    found = Measure(name, _columns(sql), frozenset(_PARAMETER.findall(sql)), tables=tables, asked=asked)
    of_persons = {_STATES} if tables and not found.of_workplaces else set()
    return replace(found, records=frozenset({_RECORDS[table] for table in tables} | covered | of_persons))


def _columns(sql: str) -> dict[str, str]:
    """What the outermost select gives, by name; the files are laid out by the linter, one column to a line."""
    _, _, last = sql.rpartition("\nselect")
    listed, _, _ = last.partition("\nfrom ")
    columns = (" ".join(column.split()) for column in re.split(r",\n    (?=\S)", listed))
    return {re.split(r"[ .]", column)[-1]: column for column in columns}
