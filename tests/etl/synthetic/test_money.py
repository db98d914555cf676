"""What benefits and work pay in the demo: levels like those of Denmark, and payments that fit the days on benefit."""

import pytest

pytestmark = pytest.mark.slow  # draws whole demo countries

MOST = 100_000
"""More than anybody is paid for a month, but for the planted rows."""


def rows(country, question):
    return country.execute(question).fetchall()


def test_a_month_on_a_benefit_pays_as_it_does_in_denmark(country):
    """Of those who are on one benefit, at the full degree, on every day of a month of the last year."""
    paid = dict(
        rows(
            country,
            f"""
            select payment.scheme, median(payment.amount)
            from d1.payments as payment
            inner join recipient using (person_id, scheme, month)
            where recipient.full_time between 0.999 and 1.001 and payment.month >= '2026-01'
                and payment.amount < {MOST}
            group by payment.scheme
            """,
        )
    )
    assert 8_000 < paid["social_assistance"] < 13_500
    assert 6_000 < paid["education_assistance"] < 10_000
    assert 17_000 < paid["unemployment_benefit"] < 21_000
    assert 16_000 < paid["sickness_benefit"] < 21_000


def test_who_is_paid_is_on_the_benefit_in_that_month_and_the_other_way_round(country):
    """But for rows of benefit that are told late, or otherwise at first."""
    [(fitting,)] = rows(
        country,
        f"""
        select avg(if(recipient.person_id is null, 0, 1))
        from d1.payments as payment
        left join recipient using (person_id, scheme, month)
        where payment.amount < {MOST} and payment.scheme <> 'old_scheme'
        """,
    )
    assert fitting > 0.97
    [(paid,)] = rows(
        country,
        """
        select avg(if(payment.person_id is null, 0, 1))
        from recipient
        left join d1.payments as payment using (person_id, scheme, month)
        where recipient.month < '2026-09'
        """,
    )
    assert paid > 0.97


def test_few_payments_are_late_more_of_them_where_the_truth_says_so_and_hardly_any_is_never_made(country):
    [(late, never, undue)] = rows(
        country,
        """
        select avg(if(paid_on > due_on, 1, 0)), avg(if(paid_on is null, 1, 0)), avg(if(due_on is null, 1, 0))
        from d1.payments
        where month < '2026-08'
        """,
    )
    assert 0.02 < late < 0.07
    assert 0 < never < 0.003
    assert 0.005 < undue < 0.02
    [(related,)] = rows(
        country,
        """
        select corr(truth, late) from (
            select any_value(truth.payments_late) as truth, avg(if(payment.paid_on > payment.due_on, 1, 0)) as late
            from d1.payments as payment
            inner join lives on payment.person_id = lives.person_id
                and lives.valid_from <= payment.due_on and lives.until > payment.due_on
            inner join truth on lives.area = truth.area
            group by truth.area
            having count(*) > 500
        )
        """,
    )
    assert related > 0.8


def test_some_payments_are_told_of_after_the_first_delivery(country):
    [(late,)] = rows(
        country,
        """
        select count(*)
        from d2.payments as now
        anti join d1.payments as before using (person_id, scheme, month, due_on)
        where now.month < '2026-10' and now.due_on is not null
        """,
    )
    assert late > 0


def test_work_pays_by_the_hour(country):
    [(hourly, known)] = rows(
        country,
        "select median(earnings / hours), avg(if(earnings is null, 0, 1)) from d1.work_months where hours > 20",
    )
    assert 150 < hourly < 240
    assert 0.99 < known < 1


def test_wages_differ_by_age_and_sex_and_grow(country):
    """As they do in life: medians by the hour of the young and those in their forties, of women and men, by year."""
    [(young, middle, women, men, early, late)] = rows(
        country,
        """
        select
            median(hourly) filter (age between 18 and 24), median(hourly) filter (age between 40 and 49),
            median(hourly) filter (sex = 'female'), median(hourly) filter (sex = 'male'),
            median(hourly) filter (year = 2023), median(hourly) filter (year = 2026)
        from (
            select
                work.earnings / work.hours as hourly, lives.sex, cast(left(work.month, 4) as integer) as year,
                cast(left(work.month, 4) as integer) - lives.birth_year as age
            from d1.work_months as work
            inner join lives on work.person_id = lives.person_id
                and work.month || '-15' between strftime(lives.valid_from, '%Y-%m-%d')
                and strftime(lives.until, '%Y-%m-%d')
            where work.hours > 20
        )
        """,
    )
    assert 0.6 < young / middle < 0.85
    assert 0.85 < women / men < 0.97
    assert 1.05 < late / early < 1.15


def test_a_payment_that_was_not_made_yet_is_told_of_anew_when_it_is(country):
    [(made,)] = rows(
        country,
        """
        select count(*)
        from d1.payments as before
        inner join d2.payments as now using (person_id, scheme, month, due_on)
        where before.paid_on is null and now.paid_on is not null
        """,
    )
    assert made > 0
