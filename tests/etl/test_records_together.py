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
    "payments": ("amount", "12001"),
    "cases": ("opened_on", "2024-01-11"),
    "case_events": ("exempt", "true"),
    "sanctions": ("complaint_outcome", "changed"),
    "applications": ("decided_on", "2024-02-10"),
    "need_assessments": ("need", "high"),
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


BEFORE = "must not lie before the day of what it follows"
APART = "must be told with its day, and only then"


@pytest.mark.parametrize(
    ("source", "changes", "said"),
    [
        ("sanctions", {"complaint_decided_on": "2024-01-10"}, []),
        ("sanctions", {"complaint_decided_on": "2024-01-09"}, [f"2 complaint_decided_on: {BEFORE}"]),
        ("sanctions", {"complaint_decided_on": "", "complaint_outcome": ""}, []),
        ("sanctions", {"complaint_outcome": ""}, [f"2 complaint_outcome: {APART}"]),
        ("sanctions", {"complaint_decided_on": ""}, [f"2 complaint_outcome: {APART}"]),
        ("applications", {"complete_on": "2024-01-10", "decided_on": "2024-01-10"}, []),
        ("applications", {"complete_on": "2024-01-09"}, [f"2 complete_on: {BEFORE}"]),
        ("applications", {"decided_on": "2024-01-14"}, [f"2 decided_on: {BEFORE}"]),
        ("applications", {"complete_on": "", "decided_on": "2024-01-10"}, []),
        ("applications", {"complete_on": "", "decided_on": "2024-01-09"}, [f"2 decided_on: {BEFORE}"]),
        ("applications", {"decided_on": "", "outcome": ""}, []),
        ("applications", {"outcome": ""}, [f"2 outcome: {APART}"]),
        ("applications", {"decided_on": ""}, [f"2 outcome: {APART}"]),
    ],
)
def test_what_follows_from_something_comes_after_it_and_is_told_whole(tmp_path, source, changes, said):
    assert quarantine(staged(tmp_path, source, one_row(source, **changes))) == said


@pytest.mark.parametrize(
    ("source", "column"), [("activities", "planned_last_day"), ("case_events", "attendance")]
)
def test_columns_that_came_later_may_be_left_out(tmp_path, source, column):
    names, values = (line.split(" | ") for line in one_row(source).splitlines())
    kept = [place for place, name in enumerate(names) if name != column]
    table = "\n".join(" | ".join(line[place] for place in kept) for line in (names, values))
    assert quarantine(staged(tmp_path, source, table)) == []


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
