"""Every kind of bad row is there, and few of them."""

import csv

import pytest

from etl.synthetic.flaws import FLAWS
from etl.synthetic.settings import read_settings

pytestmark = pytest.mark.slow  # draws whole demo countries

FOUND = {
    (
        "person_states",
        "duplicate_key",
    ): "select person_id from d1.person_states group by person_id, valid_from having count(*) > 1",
    ("benefit_spells", "ends_before_start"): "from d1.benefit_spells where last_day < start_on",
    ("benefit_spells", "unknown_scheme"): "from d1.benefit_spells where scheme = 'old_scheme'",
    ("benefit_spells", "begins_in_future"): "from d1.benefit_spells where start_on > '2027-01-01'",
    ("registrations", "ends_before_start"): "from d1.registrations where end_on <= start_on",
    ("activities", "unknown_kind"): "from d1.activities where kind = 'old_kind'",
    ("activities", "ends_before_start"): "from d1.activities where last_day < start_on",
    (
        "work_months",
        "duplicate_key",
    ): "select month from d1.work_months group by person_id, month having count(*) > 1",
    ("education_months", "unknown_level"): "from d1.education_months where level = 'old_level'",
    ("pensions", "unknown_kind"): "from d1.pensions where kind = 'old_kind'",
    ("pensions", "in_future"): "from d1.pensions where try_cast(granted_on as date) > '2027-01-01'",
    ("payments", "duplicate_key"): """
        select month from d1.payments group by person_id, scheme, month, paid_on, due_on having count(*) > 1
    """,
    ("payments", "unknown_scheme"): "from d1.payments where scheme = 'old_scheme'",
    ("payments", "beyond_limit"): "from d1.payments where amount > 100_000_000",
    ("placements", "malformed_date"): "from d1.placements where try_cast(placed_on as date) is null",
    ("placements", "in_future"): "from d1.placements where try_cast(placed_on as date) > '2027-01-01'",
    ("cases", "duplicate_key"): "select case_id from d1.cases group by case_id having count(*) > 1",
    ("cases", "closed_before_opened"): "from d1.cases where closed_on < opened_on",
    ("employers", "ends_before_start"): "from d1.employers where active_to < active_from",
    ("vacancies", "filled_before_opened"): "from d1.vacancies where filled_on < opened_on",
    ("vacancies", "more_filled_than_positions"): "from d1.vacancies where filled_positions > positions",
    ("layoff_notices", "in_future"): "from d1.layoff_notices where notified_on > '2027-01-01'",
    ("case_events", "before_case"): """
        from d1.case_events as event
        inner join (select case_id, min(opened_on) as opened_on from d1.cases group by case_id) as cases
            on event.case_id = cases.case_id and event.happened_on < cases.opened_on
    """,
    ("expenditure", "negative"): "from d1.expenditure where amount like '-%'",
    ("sanctions", "unknown_scheme"): "from d1.sanctions where scheme = 'old_scheme'",
    ("sanctions", "complaint_before"): "from d1.sanctions where complaint_decided_on < decided_on",
    ("need_assessments", "unknown_need"): "from d1.need_assessments where need = 'old_need'",
    ("need_assessments", "ends_before_start"): "from d1.need_assessments where end_on < start_on",
    ("need_assessments", "duplicate_key"): """
        select start_on from d1.need_assessments where need != 'old_need'
        group by person_id, start_on having count(*) > 1
    """,
    ("applications", "complete_before"): "from d1.applications where complete_on < applied_on",
    ("applications", "decided_before"): "from d1.applications where decided_on < applied_on",
}


def test_every_flaw_has_a_search():
    assert FOUND.keys() == {(source, kind) for source, kinds in FLAWS.items() for kind in kinds}


@pytest.fixture(scope="session")
def planted(demo):
    with (demo / "truth" / "flaws.csv").open(encoding="utf-8") as file:
        return {(row["source"], row["flaw"]): int(row["rows"]) for row in csv.DictReader(file)}


@pytest.mark.parametrize("flaw", FOUND, ids="-".join)
def test_the_bad_rows_that_the_truth_tells_are_in_the_first_delivery(country, planted, flaw):
    found = len(country.execute(FOUND[flaw]).fetchall())
    assert found == planted[flaw] > 0


def test_the_settings_name_the_same_flaws():
    settings = read_settings("dk", None, None, None)
    named = {
        (source, kind) for source, kinds in settings.flaws.items() if source != "unknown" for kind in kinds
    }
    assert named == FOUND.keys()


def test_few_rows_are_bad(country, planted):
    rows = sum(country.execute(f"select count(*) from d1.{source}").fetchall()[0][0] for source in FLAWS)
    assert sum(planted.values()) / rows == pytest.approx(0.00014, rel=0.5)
