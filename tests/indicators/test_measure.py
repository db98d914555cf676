"""What is read off a measure's text is what DuckDB finds in it."""

import re
from pathlib import Path

import pytest

from etl.source import read_sources
from indicators.catalogue import MEASURES
from indicators.measure import Measure, read_measures
from tests.support.worlds import empty_warehouse

COLUMNS = {
    "spans": ["person_id", "category", "start_on", "end_on", "degree"],
    "events": ["person_id", "category", "happened_on", "amount"],
    "figures": ["breakdown", "category", "period_kind", "period", "area", "value", "status"],
}
FOUND = read_measures(MEASURES)
DELIVERED = [{measure.id for measure in source.measures} for source in read_sources()]


@pytest.mark.parametrize("measure", FOUND.values(), ids=lambda one: one.id)
def test_a_measure_has_the_columns_of_its_shape(measure: Measure) -> None:
    expected = COLUMNS[measure.shape] + ["exit_known"] * measure.tells_exits
    if measure.shape == "events":
        expected += [way for way in ("destination", "came_from") if way in measure.own_breakdowns]
    expected += ["is_money"] * measure.is_money
    assert list(measure.columns) == expected


@pytest.mark.parametrize("measure", FOUND.values(), ids=lambda one: one.id)
def test_what_the_text_tells_is_what_the_query_gives(measure: Measure) -> None:
    sql = (MEASURES / f"{measure.id}.sql").read_text(encoding="utf-8")
    with empty_warehouse() as connection:
        connection.execute(
            f"create temp table measure_row as {sql}", dict.fromkeys(measure.parameters, 1) or None
        )
        kinds = {name: kind for name, kind, *_ in connection.execute("describe measure_row").fetchall()}
    assert list(kinds) == list(measure.columns)
    assert kinds["category"] == "VARCHAR"
    assert {kinds[day] for day in ("start_on", "end_on", "happened_on") if day in kinds} <= {"DATE"}


@pytest.mark.parametrize("measure", FOUND.values(), ids=lambda one: one.id)
def test_a_measure_of_figures_reads_those_of_its_own_name_or_of_those_delivered_with_it(
    measure: Measure,
) -> None:
    sql = (MEASURES / f"{measure.id}.sql").read_text(encoding="utf-8")
    if measure.shape == "figures":
        assert sql.count("from core.figure") == sql.count("core.") == 1
        [beside] = [known for known in DELIVERED if measure.id in known]
        named = set(re.findall(r"'([a-z_]+)'", sql)) & set().union(*DELIVERED)
        assert named == {measure.id} or (measure.id not in named and named < beside)
    else:
        assert "core.figure" not in sql


def test_shape_categories_exits_and_parameters_are_read_off_the_text(tmp_path: Path) -> None:
    (tmp_path / "drawn.sql").write_text(
        "-- One row.\nwith other as (\n    select\n        1 as value\n)\n\nselect\n    span.person_id,\n"
        "    cast(null as varchar) as category,\n    greatest(\n        span.a,\n        span.b\n    ) as start_on,\n"
        "    span.exit_known\nfrom other as span\nwhere span.c > $at_least\n",
        encoding="utf-8",
    )
    drawn = read_measures(tmp_path)["drawn"]
    assert list(drawn.columns) == ["person_id", "category", "start_on", "exit_known"]
    assert (drawn.shape, drawn.own_breakdowns, drawn.tells_exits) == ("spans", set(), True)
    assert drawn.parameters == {"at_least"}


def test_days_are_told_by_need_in_place_of_the_scheme_where_the_category_is_called_so() -> None:
    by_need = [one for one in FOUND.values() if "need" in one.own_breakdowns]
    assert {one.id for one in by_need} == {"activated_days_assessed", "benefit_days_assessed"}
    assert {(one.category_of, *one.own_breakdowns) for one in by_need} == {("need", "need")}
    assert FOUND["activated_days"].category_of == FOUND["open_cases"].category_of == "scheme"


def test_only_what_belongs_to_a_scheme_has_categories_of_its_own() -> None:
    counted = [one for one in FOUND.values() if one.shape != "figures"]
    assert {one.id for one in counted if not one.own_breakdowns} == {
        *("first_interviews_due", "first_interviews_in_time", "open_cases", "open_cases_with_plan"),
        *("placements", "registered_days", "registered_days_on_benefit", "long_registered_days"),
        *("activity_days", "activities_begun", "integrations"),
        *("employer_based_begun", "employer_based_ended", "employer_based_employed"),
        *("registrations_followed_up", "registrations_employed"),
        *("registrations_ended", "registrations_ended_well"),
        *("registrations_near_long_term", "registrations_long_term", "very_long_term_months"),
        *("first_interviews_called", "first_interviews_exempt", "interviews_called", "interviews_missed"),
        *("programme_days", "planned_activities_ended", "activities_broken_off"),
        *("open_positions", "positions_opened", "positions_filled_by_referral", "vacancies_until_filled"),
        *("layoffs_notified", "employees", "employers_active", "employers_with_vacancy"),
        *("registrations_begun", "registrations_from_inactivity"),
    }
