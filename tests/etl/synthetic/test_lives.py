"""What people on benefit do looks like life: they work beside it, come back, are young or old. The bands are wide."""

import pytest

pytestmark = pytest.mark.slow  # draws whole demo countries


@pytest.fixture(scope="module")
def lives_of(country):
    """Answers of one row; `time_on` is a person's time on one benefit, whose breaks are of 28 days at most."""
    country.execute("""
        create or replace table time_on as
        with seen as (
            select
                spell.*,
                max(spell.end_on) over (
                    partition by spell.person_id, spell.scheme order by spell.start_on, spell.end_on
                    rows between unbounded preceding and 1 preceding
                ) as before
            from spell
        ), numbered as (
            select
                seen.*,
                sum(if(seen.before is null or seen.start_on > seen.before + 28, 1, 0)) over (
                    partition by seen.person_id, seen.scheme order by seen.start_on, seen.end_on
                    rows unbounded preceding
                ) as number
            from seen
        )
        select person_id, scheme, number, min(start_on) as start_on, max(end_on) as end_on
        from numbered group by all
    """)

    def answers(question):
        [answer] = country.execute(question).fetchall()
        return answer[0] if len(answer) == 1 else answer

    return answers


def test_one_in_seven_months_on_benefit_has_paid_work_too(lives_of):
    share = lives_of("""
        select avg(if(work.person_id is null, 0, 1))
        from recipient left join d1.work_months as work
            on recipient.person_id = work.person_id and recipient.month = work.month
        where recipient.month between '2025-01' and '2025-12'
    """)
    assert 0.12 < share < 0.22


def test_hours_beside_a_benefit_are_few(lives_of):
    beside, after = lives_of("""
        select
            avg(work.hours) filter (where time_on.end_on > last_day(work.first_day) + 30),
            avg(work.hours) filter (where time_on.end_on < work.first_day)
        from (select *, cast(month || '-01' as date) as first_day from d1.work_months) as work
        inner join time_on on work.person_id = time_on.person_id
            and time_on.start_on <= work.first_day and time_on.end_on > work.first_day - 90
    """)
    assert beside < 0.5 * after


def test_three_in_ten_come_back_to_the_same_benefit_within_a_year(lives_of):
    share = lives_of("""
        select avg(if(exists (
            select 1 from time_on as later
            where later.person_id = time_on.person_id and later.scheme = time_on.scheme
                and later.start_on between time_on.end_on + 1 and time_on.end_on + 365
        ), 1, 0))
        from time_on where end_on between '2024-01-01' and '2025-09-01'
    """)
    assert 0.25 < share < 0.4


def test_half_of_those_who_begin_have_work_half_a_year_later(lives_of):
    share = lives_of("""
        select avg(if(work.person_id is null, 0, 1))
        from time_on left join d1.work_months as work on time_on.person_id = work.person_id
            and work.month = strftime(time_on.start_on + interval 6 month, '%Y-%m')
        where time_on.start_on between '2024-01-01' and '2026-02-28'
    """)
    assert 0.42 < share < 0.58


def test_one_in_three_has_work_after_an_activity_at_an_employer(lives_of):
    share = lives_of("""
        select avg(if(work.person_id is null, 0, 1))
        from d1.activities as activity left join d1.work_months as work on activity.person_id = work.person_id
            and work.month = strftime(activity.last_day + interval 3 month, '%Y-%m')
        where activity.kind in ('wage_subsidy', 'work_placement')
            and activity.last_day between '2024-01-01' and '2026-05-31'
    """)
    assert 0.3 < share < 0.45


def registered(where):
    return f"""
        with day as (select unnest(range(date '2024-01-10', date '2026-06-11', interval 3 month)) as day),
        registered as (
            select distinct registration.person_id, cast(day.day as date) as day, registration.start_on
            from d1.registrations as registration inner join day
                on registration.start_on <= day.day and coalesce(registration.end_on, '2100-01-01') > day.day
        )
        select avg(if({where}, 1, 0))
        from registered inner join lives on registered.person_id = lives.person_id
            and lives.valid_from <= registered.day and lives.until > registered.day
    """


def test_one_in_five_registered_has_no_benefit(lives_of):
    share = lives_of(
        registered("""exists (
            select 1 from spell where spell.person_id = registered.person_id
                and spell.start_on <= registered.day and spell.end_on > registered.day
        )""")
    )
    assert 0.72 < share < 0.87


def test_fewer_than_half_of_the_young_are_registered_beyond_four_months(lives_of):
    share = lives_of(
        registered("registered.day - registered.start_on > 122") + " where lives.birth_year > 1996"
    )
    assert 0.28 < share < 0.45


@pytest.mark.parametrize(
    ("column", "more", "less"), [("age", "30-49", "60-66"), ("origin", "native", "non_western")]
)
def test_work_after_benefit_differs_by_age_and_origin(country, column, more, less):
    shares = dict(
        country.execute(f"""
            with left_benefit as (
                select time_on.*, lives.origin, year(time_on.end_on) - lives.birth_year as years
                from time_on inner join lives on time_on.person_id = lives.person_id
                    and lives.valid_from <= time_on.end_on and lives.until > time_on.end_on
                where time_on.end_on between '2024-01-01' and '2026-03-01'
            ), one as (
                select *, case when years between 30 and 49 then '30-49'
                    when years between 60 and 66 then '60-66' end as age
                from left_benefit
            )
            select one.{column}, avg(if(work.person_id is null, 0, 1))
            from one left join d1.work_months as work on one.person_id = work.person_id
                and work.month = strftime(one.end_on + interval 6 month, '%Y-%m')
            group by 1
        """).fetchall()
    )
    assert shares[less] + 0.06 < shares[more]


def test_the_older_people_are_the_longer_they_stay(country):
    weeks = dict(
        country.execute("""
            select (year(time_on.start_on) - lives.birth_year) // 20 as twenty, median(end_on - start_on)
            from time_on inner join lives on time_on.person_id = lives.person_id
                and lives.valid_from <= time_on.start_on and lives.until > time_on.start_on
            where time_on.start_on between '2023-01-01' and '2025-03-01'
                and time_on.scheme in ('sickness_benefit', 'unemployment_benefit')
            group by 1
        """).fetchall()
    )
    assert weeks[1] < weeks[2] < weeks[3]


def test_people_of_non_western_origin_are_on_benefit_several_times_as_often(country):
    persons = dict(
        country.execute("""
            select lives.origin, count(distinct spell.person_id)
            from spell inner join lives on spell.person_id = lives.person_id
                and lives.valid_from <= '2026-06-10' and lives.until > '2026-06-10'
            where spell.start_on <= '2026-06-10' and spell.end_on > '2026-06-10'
            group by 1
        """).fetchall()
    )
    factor = persons["non_western"] / persons["native"] * 0.84 / 0.085
    assert 2.5 < factor < 6


def test_no_quarter_falls_out_of_the_seasons(country):
    """The recession comes and goes; spring after it falls as in the years without one."""
    persons = dict(
        country.execute("""
            select month, sum(full_time) from recipient where scheme = 'unemployment_benefit' group by month
        """).fetchall()
    )

    def falls(year):
        first, second = (
            sum(persons[f"{year}-{month:02}"] for month in months) for months in ((1, 2, 3), (4, 5, 6))
        )
        return 1 - second / first

    assert abs(falls(2024) - falls(2025)) < 0.07
    assert abs(falls(2024) - falls(2026)) < 0.07


def test_few_activities_begin_in_the_holidays(country):
    begun = dict(
        country.execute("""
            select month(start_on), count(*) from d1.activities
            where start_on between '2023-01-01' and '2025-12-31' group by 1
        """).fetchall()
    )
    assert begun[7] < 0.8 * begun[5]
    assert begun[8] > 1.1 * begun[5]


def test_fewer_find_work_in_the_recession(lives_of):
    recession, after = lives_of("""
        with left_benefit as (
            select if(work.person_id is null, 0, 1) as at_work, time_on.end_on
            from time_on left join d1.work_months as work on time_on.person_id = work.person_id
                and work.month = strftime(time_on.end_on + interval 1 month, '%Y-%m')
        )
        select
            avg(at_work) filter (where end_on between '2023-07-01' and '2024-03-31'),
            avg(at_work) filter (where end_on between '2025-07-01' and '2026-03-31')
        from left_benefit
    """)
    assert recession < after - 0.02
