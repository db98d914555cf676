"""Situations are read as they are meant, and a wrong one is caught."""

from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from indicators.catalogue import Indicator, read_catalogue
from tests.support.person_oracle import Slot
from tests.support.situation_checks import check_situation
from tests.support.situations import Situation, read_situations
from warehouse.periods import parse_period

DRAWN = """
- name: Drawn
  covers: {to: 2024-06-30}
  people:
    Anna: {area: Aby, born: 1980, sex: female, last_day: 2024-03-31}
    Bo: []
  benefits:
    - {who: Bo, scheme: social_assistance, first_day: 2024-01-01, last_day: 2024-01-31}
  work:
    - {who: Anna, month: 2024-02, hours: 7}
  cases:
    - {who: Anna, case: A, first_day: 2024-02-01, last_day: 2024-02-29}
  events:
    - {case: A, kind: plan, held: 2024-02-03}
  figures:
    - {measure: population_working_age, area: Aby, period: 2024-04, persons: 40, sex: female}
  expect:
    - {area: Aby, period: 2024-Q1, sex: female, scheme: social_assistance, value: 0.3333}
    - {area: Land, rolling_year: 2024-03, not_available: true}
"""


def read(folder: Path, text: str) -> Situation:
    (folder / "recipients.yml").write_text(text, encoding="utf-8")
    [situation] = read_situations(folder)
    return situation


def test_a_last_day_becomes_the_first_day_after(tmp_path: Path) -> None:
    rows = read(tmp_path, DRAWN).register.rows
    assert rows["benefit_spells"][0]["end_on"] == date(2024, 2, 1)
    assert rows["cases"][0]["closed_on"] == date(2024, 3, 1)
    assert rows["person_states"][0]["valid_to"] == date(2024, 4, 1)
    assert rows["work_months"][0]["month"] == parse_period("2024-02").last


def test_a_person_is_the_same_in_all_records(tmp_path: Path) -> None:
    register = read(tmp_path, DRAWN).register
    anna = register.rows["person_states"][0]["person_id"]
    bo = register.rows["benefit_spells"][0]["person_id"]
    assert register.people == sorted({anna, bo})
    assert register.rows["case_events"][0]["person_id"] == anna


def test_records_tell_of_their_time(tmp_path: Path) -> None:
    register = read(tmp_path, DRAWN).register
    assert set(register.known.values()) == {(date(2024, 1, 1), date(2024, 7, 1))}


def test_what_is_expected_has_its_place(tmp_path: Path) -> None:
    situation = read(tmp_path, DRAWN)
    first, second = situation.expectations
    assert (first.breakdown, first.category) == ("scheme.sex", "social_assistance.female")
    assert first.value == Fraction(3333, 10_000)
    assert (second.breakdown, second.period.kind, second.is_available) == ("all", "rolling_year", False)
    assert situation.figures[0].category == "female"


@pytest.mark.parametrize(
    ("right", "wrong", "fault"),
    [
        ("covers", "cover", "situation know no cover"),
        ("first_day: 2024-01-01", "from: 2024-01-01", "benefits know no from"),
        ("born: 1980", "age: 44", "people know no age"),
        ("not_available: true", "missing: true", "expect know no missing"),
    ],
)
def test_a_word_that_no_situation_knows_is_caught(tmp_path: Path, right: str, wrong: str, fault: str) -> None:
    with pytest.raises(ValueError, match=fault):
        read(tmp_path, DRAWN.replace(right, wrong))


@pytest.fixture
def indicator() -> Indicator:
    [found] = [one for one in read_catalogue() if one.id == "open_cases_with_plan"]
    return found


SLOT = Slot("scheme.sex", "social_assistance.female", "quarter", "2024-Q1", "Aby")


def test_a_cell_that_is_not_as_expected_is_caught(tmp_path: Path, indicator: Indicator) -> None:
    situation = read(tmp_path, DRAWN)
    plain = replace(indicator, denominator=None, per=1)
    check_situation(situation, plain, [{SLOT: Fraction(1, 3)}])
    check_situation(situation, indicator, [{SLOT: Fraction(1)}, {SLOT: Fraction(300)}])
    for tables in ([{SLOT: Fraction(1)}], [{SLOT: None}], [{}]):
        with pytest.raises(AssertionError):
            check_situation(situation, plain, tables)
    with pytest.raises(AssertionError, match="should not be available"):
        check_situation(
            situation,
            plain,
            [{SLOT: Fraction(1, 3), Slot("all", "all", "rolling_year", "2024-03", "Land"): Fraction(0)}],
        )
