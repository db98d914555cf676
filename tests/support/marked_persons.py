"""Deliveries of marked persons, cases and organisations, and the forms in which they might come out again."""

import hashlib
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID


def digits(text: str) -> str:
    """Thirty-two hexadecimal digits that nothing else has."""
    return hashlib.sha256(text.encode()).hexdigest()[:32]


PEOPLE = [digits(f"marked person {number}") for number in range(80)]
SPOILT = digits("a person of wrong rows")
CASES = [f"CASE-{digits(person)}" for person in PEOPLE]
ORGANISATION = "MARKED-ORGANISATION-7f3a"
MARKED_AMOUNT = 7_031_900
"""More or less is what each of them is paid: as no text of the portal says."""
FIRST, LAST = date(2025, 1, 1), date(2025, 6, 30)


HEADINGS = {
    "person_states": "person_id,valid_from,valid_to,area,birth_year,sex,origin,education",
    "benefit_spells": "person_id,scheme,start_on,last_day,degree,recorded_on",
    "registrations": "person_id,start_on,end_on",
    "activities": "person_id,kind,start_on,last_day,planned_last_day",
    "work_months": "person_id,month,hours,earnings",
    "payments": "person_id,scheme,month,amount,paid_on,due_on",
    "education_months": "person_id,month,level",
    "pensions": "person_id,kind,granted_on",
    "placements": "person_id,placed_on,sector",
    "cases": "case_id,person_id,opened_on,closed_on",
    "case_events": "case_id,person_id,kind,happened_on,due_on,exempt,attendance,actor_organisation,actor_sector",
    "sanctions": "person_id,scheme,decided_on,kind,complaint_decided_on,complaint_outcome",
    "applications": "person_id,scheme,applied_on,complete_on,decided_on,outcome",
    "need_assessments": "person_id,start_on,end_on,need,recorded_on",
    "employers": "employer_id,area,industry,employees,active_from,active_to",
    "vacancies": "vacancy_id,employer_id,area,industry,positions,opened_on,closed_on,filled_on,filled_positions,"
    "referred_positions",
    "layoff_notices": "notice_id,employer_id,area,notified_on,persons",
}
ACTED = ("false", "", ORGANISATION, "municipal")
WRONG: list[tuple[object, ...]] = [
    ("benefit_spells", SPOILT, "no_such_scheme", FIRST, LAST, 100, FIRST),
    ("registrations", SPOILT, LAST, FIRST),
    ("sanctions", SPOILT, "social_assistance", LAST, "reduced", FIRST, "changed"),
    ("applications", SPOILT, "social_assistance", LAST, FIRST, "", ""),
    ("need_assessments", SPOILT, LAST, FIRST, "low", LAST),
    ("case_events", f"CASE-{SPOILT}", SPOILT, "plan", FIRST, "", *ACTED),
    ("vacancies", f"CASE-{SPOILT}", SPOILT, "101", "C", 0, FIRST, *[""] * 4),
]
"""Rows that end in quarantine."""


def deliver(folder: Path) -> Path:
    """Deliveries of eighty people in two towns, with some rows that are wrong."""
    told = [row for number in range(len(PEOPLE)) for row in rows_of(number)] + WRONG
    folder.mkdir()
    for name, heading in HEADINGS.items():
        lines = [heading, *(",".join(map(str, row)) for source, *row in told if source == name)]
        (folder / f"{name}.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    manifest = f"kind: official\ncovers: {{from: {FIRST}, to: {LAST}}}\n"
    (folder / "manifest.yml").write_text(manifest, encoding="utf-8")
    return folder


def rows_of(number: int) -> Iterator[tuple[object, ...]]:
    """All that is told of one person: the source, then its columns."""
    person, case = PEOPLE[number], CASES[number]
    start = FIRST + timedelta(days=30 + number // 2)
    end = start + timedelta(days=60)
    town, sex = ("101", "147")[number % 2], ("female", "male")[number % 3 == 0]
    yield "person_states", person, "1990-01-01", "", town, 1960 + number % 40, sex, "native", ""
    yield "benefit_spells", person, "social_assistance", start, end, 100, start
    yield "registrations", person, start, end
    yield "activities", person, "training", start, end, end
    yield "work_months", person, "2025-05", 100, MARKED_AMOUNT + number
    yield "payments", person, "social_assistance", "2025-05", MARKED_AMOUNT + number, end, end
    yield "education_months", person, "2025-06", "higher"
    yield "pensions", person, "disability", end
    yield "placements", person, end, "private"
    yield "cases", case, person, start, end
    yield "case_events", case, person, "contact", start, start + timedelta(days=7), *ACTED
    yield "case_events", case, person, "plan", start, "", *ACTED
    yield "sanctions", person, "social_assistance", start, "reduced", end, "changed"
    yield "applications", person, "social_assistance", start, start, end, "granted"
    yield "need_assessments", person, start, end, "medium", start
    # An employer may be a person.
    yield "employers", person, town, "C", 3, "2020-01-01", ""
    yield "vacancies", case, person, town, "C", 2, start, end, start, 1, 1
    yield "layoff_notices", case, person, town, start, 3


def forms_of_person(person: str) -> list[bytes]:
    """A pseudonym as text with and without dashes, as a number, and as 16 bytes in both orders.

    DuckDB keeps a UUID as a whole number whose first bit is turned.
    """
    number = UUID(person).int
    texts = [person, person.upper(), str(UUID(person)), str(UUID(person)).upper(), str(number)]
    forms = [text.encode() for text in texts]
    for one in (number, number ^ 1 << 127):
        forms += [one.to_bytes(16, "big"), one.to_bytes(16, "little")]
    return forms


def forms_of_key(key: int) -> list[bytes]:
    return [str(key).encode(), f"{key:016x}".encode(), key.to_bytes(8, "big"), key.to_bytes(8, "little")]
