"""Records of persons that meet others: repeated and contradicted ones, persons alone, events and their cases."""

import pytest

from tests.support.records import covering, write_records
from tests.support.staged_records import RECORDS, RIGHT, accepted, one_row, quarantine, staged
from tests.support.staging import open_stage, stage_all


@pytest.mark.parametrize("source", RECORDS)
def test_of_equal_rows_the_first_is_kept(tmp_path, source):
    [header, right] = one_row(source).splitlines()
    found = staged(tmp_path, source, f"{header}\n{right}\n{right}\n{right}")
    assert [fault.rule for fault in found.quarantine] == ["repeats another row"] * 2
    assert [fault.row for fault in found.quarantine] == [3, 4]


CONTRADICTED = {
    "person_states": ("area", "741"),
    "benefit_spells": ("degree", "50"),
    "registrations": ("end_on", "2024-03-01"),
    "activities": ("last_day", "2024-03-01"),
    "work_months": ("hours", "20"),
    "cases": ("opened_on", "2024-01-11"),
    "case_events": ("exempt", "true"),
}


@pytest.mark.parametrize("source", CONTRADICTED)
def test_of_rows_that_contradict_each_other_none_is_kept(tmp_path, source):
    column, other = CONTRADICTED[source]
    [header, right] = one_row(source).splitlines()
    [_, wrong] = one_row(source, **{column: other}).splitlines()
    found = staged(tmp_path, source, f"{header}\n{right}\n{wrong}")
    assert quarantine(found) == [
        f"{line} {', '.join(RECORDS[source].key)}: contradicts another row" for line in (2, 3)
    ]
    assert accepted(found, "person_id") == []


@pytest.mark.parametrize("source", RECORDS)
def test_a_row_with_a_person_alone_says_that_nothing_is_known(tmp_path, source):
    alone = " | ".join(["2", *[""] * len(RIGHT[source])])
    found = staged(tmp_path, source, f"{one_row(source)}\n{alone}")
    assert quarantine(found) == []
    assert len(accepted(found, "person_id")) == 1
    with open_stage(found) as connection:
        [counts] = connection.execute("select delivered, accepted, lost from stage.reconciliation").fetchall()
        assert counts == (2, 2, 0)
        assert connection.execute("select count(*) from stage.named").fetchall() == [(2,)]


def test_an_event_before_its_case_is_quarantined(tmp_path):
    deliveries = write_records(
        tmp_path / "in",
        cases="case_id | person | opened_on\nC1 | 1 | 2024-01-10\nC2 | 2 | 2024-01-10",
        case_events="""
            case_id | person | kind    | happened_on | due_on     | exempt
            C1      | 1      | contact | 2024-01-10  | 2024-01-10 | false
            C1      | 1      | plan    | 2024-01-09  |            | false
            C1      | 1      | plan    |             | 2024-01-09 | false
            C1      | 2      | plan    | 2024-01-09  |            | false
            C3      | 1      | plan    | 2024-01-09  |            | false
            """,
    )
    [_, events] = stage_all(deliveries, "dk", tmp_path / "work", covering())
    assert quarantine(events) == [
        "3 happened_on: must not lie before the day on which its case was opened",
        "4 due_on: must not lie before the day on which its case was opened",
    ]
