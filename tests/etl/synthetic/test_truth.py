"""What stands in the truth is what the records were drawn from."""

import csv
from math import log

import pytest

pytestmark = pytest.mark.slow  # draws whole demo countries


@pytest.fixture(scope="session")
def truth(demo):
    with (demo / "truth" / "municipalities.csv").open(encoding="utf-8") as file:
        return {row["area"]: row for row in csv.DictReader(file)}


@pytest.fixture(scope="session")
def years(demo):
    with (demo / "truth" / "years.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def weighted_correlation(country, question):
    """Of pairs (x, y, weight)."""
    rows = [row for row in country.execute(question).fetchall() if row[2]]
    total = sum(weight for *_, weight in rows)
    mean_x, mean_y = (sum(row[place] * row[2] for row in rows) / total for place in (0, 1))
    xx, yy, xy = (
        sum(weight * (x - mean_x) ** first * (y - mean_y) ** second for x, y, weight in rows)
        for first, second in ((2, 0), (0, 2), (1, 1))
    )
    return xy / (xx * yy) ** 0.5


def test_effects_are_drawn_around_the_average(truth):
    assert len(truth) == 98
    logs = [log(float(row["exits"])) for row in truth.values()]
    assert sum(logs) == pytest.approx(0, abs=1e-3)
    assert (sum(one * one for one in logs) / 98) ** 0.5 == pytest.approx(0.11, abs=1e-3)
    assert all(0.4 < float(row["first_interview_in_time"]) < 0.98 for row in truth.values())


def test_interviews_are_in_time_where_the_truth_says_so(country):
    assert (
        weighted_correlation(
            country,
            """
            select any_value(truth.first_interview_in_time), avg(if(interview.in_time, 1, 0)), count(*)
            from first_interview as interview
            inner join lives on interview.person_id = lives.person_id
                and lives.valid_from <= interview.due_on and lives.until > interview.due_on
            inner join truth on lives.area = truth.area
            where not interview.exempt
            group by truth.area
            """,
        )
        > 0.85
    )


def test_decisions_take_longer_where_the_truth_says_so(country):
    assert (
        weighted_correlation(
            country,
            """
            select any_value(truth.decision_time), avg(application.decided_on - application.complete_on), count(*)
            from d1.applications as application
            inner join lives on application.person_id = lives.person_id
                and lives.valid_from <= application.applied_on and lives.until > application.applied_on
            inner join truth on lives.area = truth.area
            where application.outcome in ('granted', 'refused') and application.applied_on >= '2023-06-01'
                and application.scheme = 'sickness_benefit'
            group by truth.area
            """,
        )
        > 0.7
    )


def test_sanctions_are_more_frequent_where_the_truth_says_so(country):
    """Sanctions a recipient of social assistance, where the sanctioned live."""
    assert (
        weighted_correlation(
            country,
            """
            with living as (
                select truth.area, truth.sanctions, spell.person_id, spell.end_on - spell.start_on as days,
                    (
                        select count(*) from d1.sanctions as sanction
                        where sanction.person_id = spell.person_id and sanction.scheme = spell.scheme
                            and cast(sanction.decided_on as date) between spell.start_on and spell.end_on
                    ) as sanctions_here
                from spell
                inner join lives on spell.person_id = lives.person_id
                    and lives.valid_from <= spell.start_on and lives.until > spell.start_on
                inner join truth on lives.area = truth.area
                where spell.scheme = 'social_assistance' and spell.start_on >= '2022-11-01'
            )
            select any_value(sanctions), sum(sanctions_here) / sum(days), sum(days) from living group by area
            """,
        )
        > 0.3
    )


def test_benefits_end_faster_where_the_truth_says_so(country):
    """Ends a day on benefit, in the municipality where the spell began."""
    assert (
        weighted_correlation(
            country,
            """
            select any_value(truth.exits), count(spell.last_day) / sum(spell.end_on - spell.start_on),
                sum(spell.end_on - spell.start_on)
            from spell
            inner join lives on spell.person_id = lives.person_id
                and lives.valid_from <= spell.start_on and lives.until > spell.start_on
            inner join truth on lives.area = truth.area
            where spell.start_on >= '2022-11-01'
            group by truth.area
            """,
        )
        > 0.4
    )


def test_the_hidden_factor_of_clients_is_above_that_of_everybody(truth):
    """It makes people clients, so among clients its mean lies above what was drawn of the place."""
    clients = sum(int(row["clients"]) for row in truth.values())
    mean = sum(int(row["clients"]) * float(row["hidden_mean"]) for row in truth.values()) / clients
    assert 0.3 < mean < 1
    assert {"hidden_mean", "hidden_deviation", "hidden_drawn"} <= truth["101"].keys()


def test_no_record_shows_the_truth(country, demo):
    columns = {
        column
        for file in sorted(demo.glob("[12]/*.parquet"))
        for [column, *_] in country.execute("describe from read_parquet(?)", [str(file)]).fetchall()
    }
    assert not [column for column in columns if "hidden" in column or "effect" in column or "truth" in column]


def test_activities_are_at_an_employer_where_the_truth_says_so(country, truth):
    question = """
        select any_value(truth.employer_based),
            avg(if(activity.kind in ('wage_subsidy', 'work_placement'), 1, 0)), count(*)
        from d1.activities as activity
        inner join lives on activity.person_id = lives.person_id
            and lives.valid_from <= activity.start_on and lives.until > activity.start_on
        inner join truth on lives.area = truth.area
        where activity.start_on >= '2022-11-01' and activity.start_on {}
        group by truth.area
    """
    assert weighted_correlation(country, question.format("< '2026-10-01'")) > 0.8
    for years in ("< '2024-10-01'", ">= '2024-10-01'"):
        assert weighted_correlation(country, question.format(years)) > 0.6
    shares = sorted(float(row["employer_based"]) for row in truth.values())
    assert 0.2 < shares[88] - shares[9] < 0.3


def test_people_have_work_after_benefit_where_the_truth_says_so(country):
    """Half a year after it; against the chance of work that the place's own speed of leaving gives besides."""
    assert (
        weighted_correlation(
            country,
            """
            select ln(any_value(truth.work * truth.exits)), avg(if(work.person_id is null, 0, 1)), count(*)
            from spell
            inner join lives on spell.person_id = lives.person_id
                and lives.valid_from <= spell.last_day and lives.until > spell.last_day
            inner join truth on lives.area = truth.area
            left join d1.work_months as work on spell.person_id = work.person_id
                and work.month = strftime(spell.last_day + interval 6 month, '%Y-%m')
            where spell.last_day between '2022-11-01' and '2026-02-28'
            group by truth.area
            """,
        )
        > 0.25  # chance alone would give 0.1
    )


def test_each_year_has_its_own_factors_beside_the_lasting_ones(truth, years):
    assert {row["area"] for row in years} == truth.keys()
    assert {int(row["year"]) for row in years} == set(range(2016, 2027))
    for column, deviation in (("entries", 0.2), ("first_interview_in_time_odds", 0.3)):
        logs = [log(float(row[column])) for row in years if row["year"] == "2026"]
        assert sum(logs) == pytest.approx(0, abs=1e-3)
        assert 0.7 * deviation < (sum(one * one for one in logs) / 98) ** 0.5 < 1.3 * deviation


def test_interviews_are_in_time_in_the_years_of_which_the_truth_says_so(country):
    """Against the same municipality in other years, so that what lasts does not count."""
    assert (
        weighted_correlation(
            country,
            """
            with told as (
                select lives.area, year(cases.opened_on) as year, if(interview.in_time, 1, 0) as in_time
                from first_interview as interview
                inner join d1.cases as cases on interview.case_id = cases.case_id
                inner join lives on interview.person_id = lives.person_id
                    and lives.valid_from <= interview.due_on and lives.until > interview.due_on
                where not interview.exempt
            ), share as (
                select area, year, avg(in_time) as in_time, count(*) as due from told group by all
            ), against as (
                select area, year, due, in_time - avg(in_time) over (partition by year) as in_time from share
            )
            select
                ln(first_interview_in_time_odds) - avg(ln(first_interview_in_time_odds)) over municipality,
                in_time - avg(in_time) over municipality,
                due
            from against inner join years using (area, year)
            window municipality as (partition by area)
            """,
        )
        > 0.2  # chance alone would give 0.06
    )


def test_more_begin_a_benefit_in_the_years_of_which_the_truth_says_so(country):
    assert (
        weighted_correlation(
            country,
            """
            with begun as (
                select lives.area, year(spell.start_on) as year, count(*) as spells
                from spell inner join lives on spell.person_id = lives.person_id
                    and lives.valid_from <= spell.start_on and lives.until > spell.start_on
                where spell.start_on between '2023-01-01' and '2025-12-31'
                group by all
            ), share as (
                select area, year, spells, ln(spells / sum(spells) over (partition by year)) as share from begun
            )
            select
                ln(entries) - avg(ln(entries)) over municipality,
                share - avg(share) over municipality,
                spells
            from share inner join years using (area, year)
            window municipality as (partition by area)
            """,
        )
        > 0.1
    )
