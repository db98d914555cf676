"""Records of persons: which rows are loaded, which go to quarantine and why, which refuse the delivery."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from etl.source import read_sources
from etl.staging import Staged
from tests.support.records import covering, records, write_records
from tests.support.staging import open_stage, stage_all
from tests.support.statbank import write
from warehouse.errors import DeliveryRefused

RECORDS = {source.name: source for source in read_sources() if source.person_level}


def staged(folder: Path, source: str, table: str) -> Staged:
    deliveries = write_records(folder / "in", **{source: table})
    [found] = stage_all(deliveries, "dk", folder / "work", covering())
    return found


def accepted(found: Staged, columns: str) -> list[tuple[object, ...]]:
    with open_stage(found) as connection:
        return connection.execute(f"select {columns} from stage.accepted order by line").fetchall()


def quarantine(found: Staged) -> list[str]:
    """Line, column and rule of every row in quarantine."""
    return [f"{fault.row} {fault.column}: {fault.rule}" for fault in found.quarantine]


# One right row of each source; what tests change stands in it.
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
    "activities": {"kind": "training", "start_on": "2024-01-10", "last_day": "2024-02-09"},
    "work_months": {"month": "2024-03", "hours": "160"},
    "placements": {"placed_on": "2024-03-05", "sector": "private"},
    "cases": {"case_id": "C1", "opened_on": "2024-01-10", "closed_on": "2024-02-09"},
    "case_events": {
        "case_id": "C1",
        "kind": "contact",
        "happened_on": "2024-01-15",
        "due_on": "2024-01-17",
        "exempt": "false",
        "actor_organisation": "job_centre",
        "actor_sector": "municipal",
    },
}


def one_row(source: str, **changes: str) -> str:
    """The drawn table of the source's right row, changed."""
    row = {"person": "1", **RIGHT[source], **changes}
    return " | ".join(row) + "\n" + " | ".join(row.values())


@pytest.mark.parametrize("source", RECORDS)
def test_a_right_row_is_accepted(tmp_path, source):
    found = staged(tmp_path, source, one_row(source))
    assert quarantine(found) == []
    assert len(accepted(found, "person_id")) == 1


@pytest.mark.parametrize("source", RECORDS)
def test_what_need_not_be_said_may_be_left_empty_or_out(tmp_path, source):
    optional = [column.name for column in RECORDS[source].columns if not column.required]
    empty = staged(tmp_path / "empty", source, one_row(source, **dict.fromkeys(optional, "")))
    without = {"person": "1", **{name: cell for name, cell in RIGHT[source].items() if name not in optional}}
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
    rows = [
        {"person": "1", **RIGHT[source], "person" if column == "person_id" else column: text}
        for column, text, _ in wrong
    ] + [{"person": "1", **RIGHT[source]}] * 100
    for number, row in enumerate(rows):
        row_number = {"person": str(number)} if row["person"] == "1" else {}
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


@pytest.mark.parametrize("source", RECORDS)
def test_what_the_contract_says_of_a_column_is_asked_of_every_value(tmp_path, source):
    wrong: list[Wrong] = []
    for column in RECORDS[source].columns:
        text, rule = OTHER_TYPES[column.type]
        wrong += [(column.name, text, "unknown code" if column.codes else rule)]
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
        "case_events": [("kind", "interview"), ("actor_sector", "secret")],
        "placements": [("sector", "x")],
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
    assert accepted(found, "line") == []


@pytest.mark.parametrize("source", RECORDS)
def test_a_row_with_a_person_alone_says_that_nothing_is_known(tmp_path, source):
    alone = " | ".join(["2", *[""] * len(RIGHT[source])])
    found = staged(tmp_path, source, f"{one_row(source)}\n{alone}")
    assert quarantine(found) == []
    assert len(accepted(found, "line")) == 1
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
