"""The demo country looks like a country: levels, seasons, differences. The bands are wide; the draws are fixed."""

import pytest

pytestmark = pytest.mark.slow  # draws whole demo countries


def one(country, question, *values):
    [[answer]] = country.execute(question, list(values)).fetchall()
    return answer


def by_month(country, scheme):
    """Full-time persons of a scheme by month."""
    rows = country.execute(
        "select month, sum(full_time) from recipient where scheme = ? group by month", [scheme]
    ).fetchall()
    return dict(rows)


def mean(values):
    values = list(values)
    return sum(values) / len(values)


def test_recipients_are_a_believable_share_of_the_working_age(country):
    shares = country.execute("""
        select count(distinct recipient.person_id) / any_value(residents.persons)
        from recipient inner join residents on recipient.month = residents.month
        group by residents.month
    """).fetchall()
    assert all(0.06 < share < 0.09 for [share] in shares)
    assert 0.07 < mean(share for [share] in shares) < 0.08


def test_one_in_five_of_the_working_age_is_a_client_at_some_time(country):
    clients = one(country, "select count(distinct person_id) from d1.benefit_spells")
    assert 0.15 < clients / 60_000 < 0.22


def test_unemployment_peaks_in_winter_and_is_lowest_in_early_autumn(country):
    months = by_month(country, "unemployment_benefit")
    winter = mean(months[month] for month in ("2025-01", "2025-02", "2026-01", "2026-02"))
    autumn = mean(months[month] for month in ("2025-09", "2025-10", "2026-08"))
    assert 1.08 < winter / autumn < 1.4


def test_the_shock_comes_and_goes(country):
    months = by_month(country, "unemployment_benefit")
    before, high, after = (months[month] for month in ("2023-02", "2024-02", "2026-02"))
    assert high > 1.2 * before
    assert after < 0.9 * high


def test_social_assistance_falls_slowly(country):
    months = by_month(country, "social_assistance")
    first, last = sorted(months)[:6], sorted(months)[-8:-2]
    assert 0.75 < mean(months[month] for month in last) / mean(months[month] for month in first) < 1.0


def test_spells_last_as_long_as_they_do(country):
    weeks = dict(
        country.execute("""
            select scheme, median(end_on - start_on) / 7
            from spell
            where last_day between '2025-10-01' and '2026-09-30'
            group by scheme
        """).fetchall()
    )
    assert 11 < weeks["unemployment_benefit"] < 22
    assert weeks["sickness_benefit"] < weeks["unemployment_benefit"] < weeks["social_assistance"]
    assert weeks["social_assistance"] < weeks["rehabilitation"]


@pytest.mark.parametrize("scheme", ["sickness_benefit", "education_assistance", "social_assistance"])
def test_the_longer_a_spell_has_lasted_the_slower_it_ends(country, scheme):
    early, late = (
        one(
            country,
            """
            select avg(if(end_on - start_on < $until, 1, 0))
            from spell
            where scheme = $scheme and start_on between '2022-11-01' and '2025-09-30'
                and end_on - start_on >= $since
            """.replace("$until", str(until))
            .replace("$since", str(since))
            .replace("$scheme", f"'{scheme}'"),
        )
        for since, until in ((0, 91), (182, 273))
    )
    assert late < early


def test_municipalities_are_as_large_against_each_other_as_they_are(country):
    """Copenhagen has 673 391 inhabitants, the median municipality 44 333, the smallest 1 678."""
    sizes = country.execute("""
        select area, persons from d1.population
        where month = '2026-09' and sex = 'all' and age = 'all' and area <> 'DK' order by persons
    """).fetchall()
    persons = [persons for _, persons in sizes]
    assert len(sizes) == 98
    assert sizes[-1][0] == "101"
    assert persons[-1] / persons[49] == pytest.approx(673_391 / 44_333, rel=0.05)
    assert persons[-1] / persons[0] == pytest.approx(673_391 / 1_678, rel=0.2)


def test_people_of_non_western_origin_are_unemployed_four_times_as_often(country):
    registered = dict(
        country.execute("""
            select lives.origin, count(distinct lives.person_id)
            from d1.registrations as registrations
            inner join lives on registrations.person_id = lives.person_id
            inner join month on registrations.start_on <= month.last_day
                and coalesce(registrations.end_on, '2100-01-01') > month.last_day
                and lives.valid_from <= month.last_day and lives.until > month.last_day
            where month.month = '2026-06'
            group by lives.origin
        """).fetchall()
    )
    shares = {"native": 0.83, "non_western": 0.095}
    factor = registered["non_western"] / registered["native"] * shares["native"] / shares["non_western"]
    assert 3 < factor < 6


def test_first_interviews_are_in_time_for_four_in_five(country):
    share = one(country, "select avg(if(in_time, 1, 0)) from first_interview where not exempt")
    assert 0.7 < share < 0.88


def test_most_open_cases_have_a_plan(country):
    share = one(
        country,
        """
        select avg(if(plan.case_id is null, 0, 1))
        from d1.cases as cases
        left join (
            select distinct case_id from d1.case_events
            where kind = 'plan' and happened_on <= '2026-06-15'
        ) as plan on cases.case_id = plan.case_id
        where cases.opened_on <= '2026-06-15' and coalesce(cases.closed_on, '2100-01-01') > '2026-06-15'
        """,
    )
    assert 0.7 < share < 0.9


def test_a_fifth_of_recipients_are_in_an_activity(country):
    share = one(
        country,
        """
        with receiving as (
            select distinct person_id from spell where start_on <= '2026-06-10' and end_on > '2026-06-10'
        ), active as (
            select distinct person_id from d1.activities
            where start_on <= '2026-06-10' and coalesce(last_day, '2100-01-01') >= '2026-06-10'
        )
        select avg(if(active.person_id is null, 0, 1))
        from receiving left join active on receiving.person_id = active.person_id
        """,
    )
    assert 0.13 < share < 0.3


def test_two_in_three_of_those_who_leave_for_good_have_work_half_a_year_later(country):
    share = one(
        country,
        """
        with last as (
            select person_id, max(last_day) as left_on
            from spell group by person_id
            having max(last_day) between '2024-01-01' and '2026-02-28' and bool_and(last_day is not null)
        )
        select avg(if(work.person_id is null, 0, 1))
        from last left join d1.work_months as work on last.person_id = work.person_id
            and work.month = strftime(last.left_on + interval 6 month, '%Y-%m')
        """,
    )
    assert 0.45 < share < 0.8


def test_work_after_a_benefit_lasts(country):
    """Of those who left in one year the share with work twelve months later is hardly lower than after three."""
    soon, later = country.execute(
        """
        with last as (
            select person_id, last_day as left_on from spell where last_day between '2024-01-01' and '2024-12-31'
        )
        select avg(if(soon.person_id is null, 0, 1)), avg(if(later.person_id is null, 0, 1))
        from last
        left join d1.work_months as soon on last.person_id = soon.person_id
            and soon.month = strftime(last.left_on + interval 3 month, '%Y-%m')
        left join d1.work_months as later on last.person_id = later.person_id
            and later.month = strftime(last.left_on + interval 12 month, '%Y-%m')
        """
    ).fetchall()[0]
    assert 0.88 < later / soon < 1.05


def test_some_of_the_young_go_on_to_education_and_some_come_from_it(country):
    after, before = country.execute(
        """
        with young as (
            select spell.person_id, min(spell.start_on) as came_on, max(spell.last_day) as left_on
            from spell inner join lives on spell.person_id = lives.person_id
            where lives.birth_year > 1999 and spell.scheme = 'education_assistance'
            group by spell.person_id
            having max(last_day) between '2024-01-01' and '2026-02-28' and bool_and(last_day is not null)
        )
        select
            avg(if(after.person_id is null, 0, 1)),
            avg(if(before.person_id is null, 0, 1))
        from young
        left join d1.education_months as after on young.person_id = after.person_id
            and after.month = strftime(young.left_on + interval 1 month, '%Y-%m')
        left join d1.education_months as before on young.person_id = before.person_id
            and before.month = strftime(young.came_on - interval 1 month, '%Y-%m')
        """
    ).fetchall()[0]
    assert 0.1 < after < 0.45
    assert 0.05 < before < 0.5


def test_disability_pensions_are_no_more_frequent_only_because_the_records_end(country):
    first, last = country.execute(
        """
        select count(*) filter (left(granted_on, 4) = '2023'), count(*) filter (granted_on >= '2025-10-01')
        from d1.pensions where kind = 'disability' and granted_on < '2026-10-01'
        """
    ).fetchall()[0]
    assert 0.6 < last / first < 1.4


def test_pensions_are_of_both_kinds_and_nobody_is_granted_one_twice(country):
    kinds = dict(country.execute("select kind, count(*) from d1.pensions group by kind").fetchall())
    assert min(kinds["disability"], kinds["old_age"]) > 50
    twice = country.execute(
        "select person_id from d2.pensions group by person_id, kind having count(*) > 1"
    ).fetchall()
    assert twice == []
