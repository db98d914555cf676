"""The second delivery: the whole history of those of whom something has changed, and of nobody else."""

import pytest

from etl.synthetic.deliveries import TABLES

pytestmark = pytest.mark.slow  # draws whole demo countries

PERSONAL = [table.source for table in TABLES if table.by == "persons"]
COUNTED = [table.source for table in TABLES if table.by == "months"]


@pytest.mark.parametrize("source", PERSONAL)
def test_everybody_named_has_changed(country, source):
    unchanged = country.execute(f"""
        with named as (select distinct person_id from d2.{source}),
        one as (select person_id, list_sort(list(rows)) as known from d1.{source} as rows group by person_id),
        two as (select person_id, list_sort(list(rows)) as known from d2.{source} as rows group by person_id)
        select count(*) from two inner join one on two.person_id = one.person_id and two.known = one.known
    """).fetchall()
    assert unchanged == [(0,)]


@pytest.mark.parametrize("source", PERSONAL)
def test_some_are_named_and_most_are_not(country, source):
    [[first, second]] = country.execute(f"""
        select
            (select count(distinct person_id) from d1.{source}),
            (select count(distinct person_id) from d2.{source})
    """).fetchall()
    assert 0 < second < 0.4 * first


def test_earlier_months_are_corrected(country):
    corrected = country.execute("""
        select count(*) from d1.benefit_spells as one inner join d2.benefit_spells as two
            on one.person_id = two.person_id and one.scheme = two.scheme and one.start_on = two.start_on
        where one.last_day < '2026-09-01' and one.last_day is distinct from two.last_day
    """).fetchall()
    assert corrected[0][0] > 0


@pytest.mark.parametrize("source", COUNTED)
def test_counted_tables_tell_the_new_month_and_what_they_revise(country, source):
    months = country.execute(f"select distinct month from d2.{source} order by month").fetchall()
    revised = [("2026-09",)] if source == "labour_force" else []
    assert months == [*revised, ("2026-10",)]


def test_accounts_tell_the_last_quarter_again_when_it_is_settled(country):
    quarters = country.execute("select distinct quarter from d2.expenditure").fetchall()
    assert quarters == [("2026-Q3",)]
    moved = country.execute("""
        select count(*) filter (where one.amount <> two.amount), count(*)
        from d1.expenditure as one inner join d2.expenditure as two using (area, quarter, category)
        where one.amount not like '-%'
    """).fetchall()
    assert moved[0][0] > 0.9 * moved[0][1] > 0
    wrong = country.execute("""
        select quarter, category from d1.expenditure where amount not like '-%' group by all
        having sum(amount::bigint) filter (where area = 'DK') <> sum(amount::bigint) filter (where area <> 'DK')
    """).fetchall()
    assert wrong == []


@pytest.mark.parametrize("source", COUNTED)
def test_totals_are_the_sums_of_their_parts(country, source):
    wrong = country.execute(f"""
        with cell as (select area, month, sex, age, cast(persons as integer) as persons from d1.{source})
        select month from cell where (area = 'DK') group by month
        having sum(persons) filter (where sex = 'all' and age = 'all') * 3
            <> sum(persons) filter (where sex <> 'all' and age = 'all')
            + sum(persons) filter (where sex = 'all' and age <> 'all')
            + sum(persons) filter (where sex <> 'all' and age <> 'all')
        union all
        select month from cell where sex = 'all' and age = 'all' group by month
        having sum(persons) filter (where area = 'DK') <> sum(persons) filter (where area <> 'DK')
    """).fetchall()
    assert wrong == []
