"""Drawn records of persons, staged: what of them is accepted, and what goes to quarantine."""

from pathlib import Path

from etl.source import read_sources
from etl.staging import Staged
from tests.support.records import covering, write_records
from tests.support.staging import open_stage, stage_all

RECORDS = {source.name: source for source in read_sources() if source.person_level}


def staged(folder: Path, source: str, table: str) -> Staged:
    """A drawn table, staged as a delivery of its own."""
    deliveries = write_records(folder / "in", **{source: table})
    [found] = stage_all(deliveries, "dk", folder / "work", covering())
    return found


def accepted(found: Staged, columns: str) -> list[tuple[object, ...]]:
    """Columns of the rows that are accepted, in the order of the file."""
    with open_stage(found) as connection:
        return connection.execute(f"select {columns} from stage.accepted order by rowid").fetchall()


def quarantine(found: Staged) -> list[str]:
    """Line, column and rule of every row in quarantine."""
    return [f"{fault.row} {fault.column}: {fault.rule}" for fault in found.quarantine]


RIGHT = {
    "person_states": {
        "valid_from": "2020-01-01",
        "valid_to": "2022-01-01",
        "area": "101",
        "birth_year": "1980",
        "sex": "female",
        "origin": "native",
        "education": "higher",
    },
    "benefit_spells": {
        "scheme": "social_assistance",
        "start_on": "2024-01-10",
        "last_day": "2024-02-09",
        "degree": "100",
        "recorded_on": "2024-01-12",
    },
    "registrations": {"start_on": "2024-01-10", "end_on": "2024-02-10"},
    "activities": {
        "kind": "training",
        "start_on": "2024-01-10",
        "last_day": "2024-02-09",
        "planned_last_day": "2024-03-09",
    },
    "work_months": {"month": "2024-03", "hours": "160", "earnings": "30000"},
    "payments": {
        "scheme": "social_assistance",
        "month": "2024-03",
        "amount": "12000",
        "paid_on": "2024-03-28",
        "due_on": "2024-03-29",
    },
    "education_months": {"month": "2024-03", "level": "vocational"},
    "pensions": {"kind": "disability", "granted_on": "2024-03-01"},
    "placements": {"placed_on": "2024-03-05", "sector": "private"},
    "cases": {"case_id": "C1", "opened_on": "2024-01-10", "closed_on": "2024-02-09"},
    "case_events": {
        "case_id": "C1",
        "kind": "contact",
        "happened_on": "2024-01-15",
        "due_on": "2024-01-17",
        "exempt": "false",
        "attendance": "attended",
        "actor_organisation": "job_centre",
        "actor_sector": "municipal",
    },
    "sanctions": {
        "scheme": "social_assistance",
        "decided_on": "2024-01-10",
        "kind": "reduced",
        "complaint_decided_on": "2024-03-01",
        "complaint_outcome": "upheld",
    },
    "applications": {
        "scheme": "social_assistance",
        "applied_on": "2024-01-10",
        "complete_on": "2024-01-15",
        "decided_on": "2024-02-09",
        "outcome": "granted",
    },
    "need_assessments": {
        "start_on": "2024-01-10",
        "end_on": "2024-02-09",
        "need": "medium",
        "recorded_on": "2024-01-11",
    },
    "employers": {
        "area": "101",
        "industry": "C",
        "employees": "12",
        "active_from": "2024-01-10",
        "active_to": "2024-02-09",
    },
    "vacancies": {
        "vacancy_id": "V1",
        "area": "101",
        "industry": "C",
        "positions": "999",
        "opened_on": "2024-01-10",
        "closed_on": "2024-02-09",
        "filled_on": "2024-02-01",
        "filled_positions": "",
        "referred_positions": "",
    },
    "layoff_notices": {"notice_id": "N1", "area": "101", "notified_on": "2024-01-10", "persons": "30"},
}
"""A right row of each source, by column; the person or employer is number 1."""


def who(source: str) -> str:
    """What a drawn table calls those whom the source tells of."""
    [column] = [column.name for column in RECORDS[source].columns if column.type == "person"]
    return column.removesuffix("_id")


def one_row(source: str, **changes: str) -> str:
    """The drawn table of the source's right row, changed."""
    row = {who(source): "1", **RIGHT[source], **changes}
    return " | ".join(row) + "\n" + " | ".join(row.values())
