"""Official totals of the demo are what can be counted of its records, as nearly as their office says."""

import pytest

pytestmark = pytest.mark.slow  # draws whole demo countries

COUNTED = """
    with totals as (
        select *, cast(value as integer) as total, cast(within as integer) as near,
            make_date(cast(period[:4] as integer), 3 * cast(period[7] as integer) - 2, 1) as first_day
        from d1.official_totals where area = 'DK' and indicator = 'recipients'
    )
    select period, total, near, (
        select count(distinct spell.person_id)
        from spell left join d1.person_states as states using (person_id)
        where year(first_day) - coalesce(states.birth_year, year(first_day) - 40) between 16 and 66
            and spell.start_on < first_day + interval 3 month and spell.end_on > first_day
    ) as counted
    from totals order by period
"""


def test_recipients_of_the_country_are_those_whom_the_records_tell_of(country):
    found = country.execute(COUNTED).fetchall()
    assert len(found) == 15
    assert {period for period, total, near, counted in found if abs(total - counted) > near} == set()


def test_regions_are_no_more_than_the_country_but_for_one_total_that_is_a_little_wrong(country):
    """Of some people no place is known."""
    question = """
        select indicator, period, sum(if(area = 'DK', -1, 1) * cast(value as integer)) as excess
        from d1.official_totals group by all order by all
    """
    [first, *others] = [excess for *_, excess in country.execute(question).fetchall()]
    assert {excess <= 0 for excess in others} == {True}
    assert max(others) < first
