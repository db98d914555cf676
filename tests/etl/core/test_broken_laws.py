"""Every law of the core can be broken: a fault is planted behind the back of what keeps it."""

from pathlib import Path

import pytest

import etl.core
from etl.core import broken_laws
from tests.support.core_tables import told_core
from warehouse.connection import Connection

GOOD = {
    "person_states": """
        person_id | valid_from | area  | birth_year
        1         | 2020-01-01 | north | 1980
    """,
    "benefit_spells": """
        person_id | scheme | start_on   | end_on     | degree
        1         | second | 2024-01-01 | 2024-03-01 | 100
        1         | first  | 2024-02-01 | 2024-04-01 | 100
    """,
    "registrations": """
        person_id | start_on   | end_on
        1         | 2024-01-01 | 2024-02-01
    """,
    "need_assessments": """
        person_id | start_on   | end_on     | need
        1         | 2024-01-01 | 2024-02-01 | low
        1         | 2024-02-01 |            | high
    """,
    "cases": """
        case_id | person_id | opened_on
        a       | 1         | 2024-01-01
    """,
    "vacancies": """
        person_id | vacancy_id | area  | positions | opened_on
        1         | a          | north | 1         | 2024-01-01
    """,
}

FAULTS = [
    (
        "update core.person_state set next_month = next_month + 1 where from_month < 0",
        "states follow each other",
    ),
    ("update core.person_state set next_month = from_month where from_month < 0", "states follow each other"),
    ("delete from core.person_state where from_month < 0", "states follow each other"),
    ("delete from core.person_state where next_month = 1000000", "states follow each other"),
    ("insert into core.person_state from core.person_state", "states follow each other"),
    ("delete from core.person_state", "everybody has a state"),
    ("update core.person_state set area = 'nowhere' where from_month > 0", "states name known areas"),
    ("insert into core.benefit_piece from core.benefit_piece", "benefit days are told once"),
    ("update core.benefit_piece set end_on = start_on", "benefit days are told once"),
    ("update core.benefit_piece set first_choice = true", "benefit days have one first choice"),
    ("update core.benefit_piece set first_choice = false", "benefit days have one first choice"),
    ("update core.benefit_piece set end_on = null where first_choice", "benefit days have one first choice"),
    (
        "insert into core.benefit_spell select * replace (end_on + 1 as start_on) from core.benefit_spell",
        "spells are apart",
    ),
    ("update core.benefit_spell set end_on = start_on", "spells are apart"),
    (
        "insert into core.registration select * replace (end_on as start_on, null as end_on) from core.registration",
        "registrations are apart",
    ),
    (
        "update core.need_assessment set end_on = end_on + 1 where end_on is not null",
        "assessments are apart",
    ),
    ("update core.need_assessment set end_on = start_on", "assessments are apart"),
    ("delete from core.benefit_exit", "ways out and in are told once"),
    ("insert into core.benefit_entry from core.benefit_entry", "ways out and in are told once"),
    ("insert into core.case_file from core.case_file", "cases are told once"),
    ("update raw.benefit_spells set scheme = 'strange'", "every scheme is known"),
    ("insert into core.workplace from core.workplace", "workplaces are told once"),
    ("update core.workplace set area = 'nowhere'", "workplaces name known areas"),
    ("delete from core.workplace", "vacancies have a workplace"),
]


@pytest.mark.parametrize(("fault", "law"), FAULTS)
def test_a_planted_fault_breaks_its_law(warehouse: Connection, fault: str, law: str):
    told_core(warehouse, **GOOD)
    assert broken_laws(warehouse) == []
    warehouse.execute(fault)
    assert law in [told.partition(":")[0] for told in broken_laws(warehouse)]


def test_every_law_has_a_fault_that_breaks_it():
    laws = {file.stem.replace("_", " ") for file in Path(etl.core.__file__).parent.glob("laws/*.sql")}
    assert laws == {law for _, law in FAULTS}
