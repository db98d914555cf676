"""Records of persons: what is asked of every row by itself, and what refuses the delivery."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.support.records import covering, records
from tests.support.staged_records import RECORDS, RIGHT, accepted, one_row, quarantine, staged, who
from tests.support.staging import open_stage, stage_all
from tests.support.statbank import write
from warehouse.errors import DeliveryRefused


@pytest.mark.parametrize("source", RECORDS)
def test_a_right_row_is_accepted(tmp_path, source):
    found = staged(tmp_path, source, one_row(source))
    assert quarantine(found) == []
    assert len(accepted(found, "person_id")) == 1


@pytest.mark.parametrize("source", RECORDS)
def test_what_need_not_be_said_may_be_left_empty_or_out(tmp_path, source):
    optional = [column.name for column in RECORDS[source].columns if not column.required]
    empty = staged(tmp_path / "empty", source, one_row(source, **dict.fromkeys(optional, "")))
    without = {
        who(source): "1",
        **{name: cell for name, cell in RIGHT[source].items() if name not in optional},
    }
    left_out = staged(tmp_path / "out", source, " | ".join(without) + "\n" + " | ".join(without.values()))
    for found in (empty, left_out):
        assert quarantine(found) == []
    assert accepted(empty, "*") == [(*accepted(left_out, "*")[0],)]


Wrong = tuple[str, str, str]
"""A column, the text that stands in it, and the rule that this breaks."""

AHEAD = "must not lie after the days that the delivery covers"
OTHER_TYPES = {
    "code": ("no code!", "must be a code: letters, digits, _ and -"),
    "day": ("10-01-2024", "must be a day, written 2026-01-31"),
    "flag": ("yes", "must be true or false"),
    "integer": ("12.5", "must be a whole number"),
    "month": ("2024-13", "must be a month, written 2026-01"),
    "person": ("hello", "must be a pseudonym: 32 digits from 0 to f"),
}


def quarantined_for(folder: Path, source: str, wrong: Sequence[Wrong]) -> list[str]:
    """The rules for which rows with these texts, each among right ones, go to quarantine."""
    whose = who(source)
    rows = [
        {whose: "1", **RIGHT[source], whose if column == f"{whose}_id" else column: text}
        for column, text, _ in wrong
    ] + [{whose: "1", **RIGHT[source]}] * 100
    for number, row in enumerate(rows):
        row_number = {whose: str(number)} if row[whose] == "1" else {}
        case = {"case_id": f"C{number}"} if row.get("case_id") == "C1" else {}
        rows[number] = row | row_number | case
    table = "\n".join([" | ".join(rows[0]), *(" | ".join(row.values()) for row in rows)])
    found = staged(folder, source, table)
    with open_stage(found) as connection:
        assert connection.execute("select lost from stage.reconciliation").fetchall() == [(0,)]
    told = {fault.row: f"{fault.column}: {fault.rule}" for fault in found.quarantine}
    assert all(line <= len(wrong) + 1 for line in told if line)
    return [told.get(line, "") for line in range(2, len(wrong) + 2)]


def expected_of(wrong: Sequence[Wrong]) -> list[str]:
    return [f"{column}: {rule}" if rule else "" for column, _, rule in wrong]


def assert_quarantined(folder: Path, source: str, wrong: Sequence[Wrong]) -> None:
    assert quarantined_for(folder, source, wrong) == expected_of(wrong)


TOLD_TOGETHER = {
    *(("applications", "decided_on"), ("applications", "outcome")),
    *(("sanctions", "complaint_decided_on"), ("sanctions", "complaint_outcome")),
}
"""Columns that may be empty together alone."""


@pytest.mark.parametrize("source", RECORDS)
def test_what_the_contract_says_of_a_column_is_asked_of_every_value(tmp_path, source):
    wrong: list[Wrong] = []
    for column in RECORDS[source].columns:
        text, rule = OTHER_TYPES[column.type]
        wrong += [(column.name, text, "unknown code" if column.codes else rule)]
        if (source, column.name) not in TOLD_TOGETHER:
            wrong += [(column.name, "", "must not be empty" if column.required else "")]
        if column.type == "integer":
            limits = f"must be from {column.at_least} to {column.at_most}"
            wrong += [
                (column.name, str(column.at_least - 1), limits),
                (column.name, str(column.at_least), ""),
                (column.name, str(column.at_most), ""),
                (column.name, str(column.at_most + 1), limits),
            ]
        if column.type == "day":
            wrong += [(column.name, "2025-06-01", "" if column.planned else AHEAD)]
            wrong += [(column.name, "1899-12-31", "must not lie before 1900")] if not column.ends else []
    assert_quarantined(tmp_path, source, wrong)


def test_days_and_months_are_written_in_one_way(tmp_path):
    no_day = "must be a day, written 2026-01-31"
    others = (
        "2024-1-10",
        "2024/01/10",
        "20240110",
        "2024-01-10 00:00:00",
        "2023-02-29",
        "infinity",
        "10.01.2024",
    )
    assert_quarantined(tmp_path / "day", "placements", [("placed_on", text, no_day) for text in others])
    no_month = "must be a month, written 2026-01"
    months = [("month", text, no_month) for text in ("2024-1", "2024-03-01", "202403", "2024M03")]
    edge = [
        ("month", "2024-12", ""),
        ("month", "2025-01", AHEAD),
        ("month", "1899-12", "must not lie before 1900"),
    ]
    assert_quarantined(tmp_path / "month", "work_months", [*months, *edge])


def test_a_pseudonym_is_32_small_hexadecimal_digits(tmp_path):
    right = "0123456789abcdef" * 2
    others = (right.upper(), right[1:], right + "0", right[:-1] + "g", "0301901234")
    rule = "must be a pseudonym: 32 digits from 0 to f"
    wrong = [("person_id", text, rule) for text in others]
    assert_quarantined(tmp_path, "registrations", [("person_id", right, ""), *wrong])


def test_a_file_without_pseudonyms_is_refused(tmp_path):
    table = "person | start_on | end_on\nanna | 2024-01-01 |\n1 | 2024-01-01 |"
    rule = "registrations.csv, row 2, column person_id: this column does not hold pseudonyms"
    with pytest.raises(DeliveryRefused, match=rule):
        staged(tmp_path, "registrations", table)


def test_personal_numbers_instead_of_pseudonyms_are_refused_at_the_door(tmp_path):
    rows = "\n".join(f"0{day}01854{day}2{day} | 2024-01-01" for day in range(1, 9))
    text = records(f"person_id | start_on\n{rows}")
    deliveries = write(tmp_path / "in", registrations_csv=text)
    with pytest.raises(DeliveryRefused, match="column person_id: this column holds Danish personal numbers"):
        stage_all(deliveries, "dk", tmp_path / "work", covering())


ENDS = [
    (source.name, column.ends, column.name, source.end)
    for source in RECORDS.values()
    for column in source.columns
    if column.ends
]


@pytest.mark.parametrize(("source", "start", "end", "rule"), ENDS)
def test_nothing_ends_before_it_starts(tmp_path, source, start, end, rule):
    early = "must not end before it starts"
    # A last day may be the first one too; the first day after may not.
    on_the_day = "" if rule == "inclusive" else early
    assert_quarantined(
        tmp_path, source, [(end, "2019-12-31", early), (end, RIGHT[source][start], on_the_day)]
    )


def test_an_end_becomes_the_first_day_after_whatever_is_delivered(tmp_path):
    spells = staged(tmp_path / "a", "benefit_spells", one_row("benefit_spells"))
    registered = staged(tmp_path / "b", "registrations", one_row("registrations"))
    [(spell_end,)], [(end,)] = accepted(spells, "end_on"), accepted(registered, "end_on")
    assert str(spell_end) == str(end) == "2024-02-10"


def test_amounts_are_whole_and_within_limits_and_earnings_may_be_left_out(tmp_path):
    beyond = "must be from 0 to 100000000"
    wrong = [
        ("amount", "-1", beyond),
        ("amount", "100000001", beyond),
        ("amount", "12.5", "must be a whole number"),
    ]
    empty = [
        ("amount", "", "must not be empty"),
        ("paid_on", "", ""),
        ("due_on", "", ""),
        ("due_on", "2030-01-01", ""),
    ]
    assert_quarantined(tmp_path / "payments", "payments", [*wrong, *empty, ("paid_on", "2030-01-01", AHEAD)])
    assert_quarantined(tmp_path / "work", "work_months", [("earnings", "", ""), ("earnings", "-5", beyond)])
    without = staged(tmp_path / "without", "work_months", "person | month | hours\n1 | 2024-03 | 160")
    assert accepted(without, "hours, earnings") == [(160, None)]


def test_a_month_is_kept_as_a_number(tmp_path):
    assert accepted(staged(tmp_path, "work_months", one_row("work_months")), "month, hours") == [
        (2024 * 12 + 2, 160)
    ]


@pytest.mark.parametrize(
    ("source", "codes"),
    {
        "benefit_spells": [("scheme", "kontanthjælp"), ("scheme", "Social_assistance")],
        "person_states": [
            ("area", "1084"),
            ("area", "DK"),
            ("area", "Samsø"),
            ("sex", "f"),
            ("origin", "danish"),
        ],
        "activities": [("kind", "holiday")],
        "applications": [("scheme", "pension"), ("outcome", "changed")],
        "case_events": [("kind", "interview"), ("attendance", "late"), ("actor_sector", "secret")],
        "need_assessments": [("need", "Low"), ("need", "some")],
        "education_months": [("level", "folkeskole"), ("level", "Higher")],
        "pensions": [("kind", "oldage"), ("kind", "sickness")],
        "sanctions": [("scheme", "pension"), ("kind", "warned"), ("complaint_outcome", "granted")],
        "placements": [("sector", "x")],
        "vacancies": [("area", "DK"), ("industry", "Z"), ("industry", "c")],
    }.items(),
)
def test_codes_come_from_the_country_the_vocabulary_and_the_contract(tmp_path, source, codes):
    assert_quarantined(tmp_path, source, [(column, code, "unknown code") for column, code in codes])


def test_people_live_in_base_areas_and_in_residual_ones(tmp_path):
    assert_quarantined(
        tmp_path, "person_states", [("area", code, "") for code in ("101", "411", "DK-NS", "")]
    )


def test_quarantine_tells_what_stood_there_and_never_the_value(tmp_path):
    found = staged(tmp_path, "benefit_spells", one_row("benefit_spells", scheme="secret"))
    assert [fault.detail for fault in found.quarantine] == ["text that is no known code"]


def test_what_is_said_of_a_vacancy_fits_together(tmp_path):
    header = " | ".join(["employer", *RIGHT["vacancies"]])
    row = {"employer": "1", **RIGHT["vacancies"], "positions": "3"}
    row |= {"filled_positions": "2", "referred_positions": "1"}
    changes = [
        {},
        {"filled_on": "2024-01-09"},
        {"filled_on": ""},
        {"filled_on": "", "filled_positions": "0", "referred_positions": ""},
        {"filled_positions": "4"},
        {"referred_positions": "3"},
        {"filled_positions": "", "referred_positions": "3"},
        {"filled_positions": "", "referred_positions": "4"},
        {"closed_on": "2024-01-10", "filled_on": "2024-01-10"},
    ]
    rows = [{**row, "vacancy_id": f"V{number}", **change} for number, change in enumerate(changes)]
    found = staged(tmp_path, "vacancies", "\n".join([header, *(" | ".join(one.values()) for one in rows)]))
    assert quarantine(found) == [
        "3 filled_on: must not lie before the day on which it opened",
        "4 filled_on: must be there when positions are filled",
        "6 filled_positions: must not be more than its positions",
        "7 referred_positions: must not be more than those filled",
        "9 referred_positions: must not be more than those filled",
    ]


def test_a_file_without_pseudonyms_of_employers_is_refused(tmp_path):
    table = "employer | notice_id | notified_on | persons\nbakery | N1 | 2024-01-01 | 3"
    rule = "layoff_notices.csv, row 2, column employer_id: this column does not hold pseudonyms"
    with pytest.raises(DeliveryRefused, match=rule):
        staged(tmp_path, "layoff_notices", table)
