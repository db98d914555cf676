"""Need in the demo: found soon in nearly everybody, in the long-term more; activities follow as truly drawn."""

import pytest

from tests.etl.synthetic.test_truth import weighted_correlation

pytestmark = pytest.mark.slow  # draws whole demo countries

ASSESSED = """
    with held as (
        select *, lead(start_on, 1, date '2026-10-01') over (partition by person_id order by start_on) as until
        from d1.need_assessments
        where need in ('low', 'medium', 'high')
    ),
    stretch as (
        select
            spell.person_id,
            held.need,
            greatest(spell.start_on, held.start_on) as first_day,
            least(spell.end_on, held.until) as after
        from spell
        inner join held
            on spell.person_id = held.person_id and spell.start_on < held.until and spell.end_on > held.start_on
    )
"""
"""Days on benefit by the need that was found last, activities apart."""


def test_high_need_is_activated_sooner_where_the_truth_says_so(country):
    """Activities begun a day, of high need against all other, where people live."""
    assert (
        weighted_correlation(
            country,
            f"""
            {ASSESSED},
            living as (
                select truth.area, truth.high_need_activity, need = 'high' as is_high, after - first_day as days,
                    (
                        select count(*) from d1.activities as activity
                        where activity.person_id = stretch.person_id and activity.kind != 'old_kind'
                            and activity.start_on >= first_day and activity.start_on < after
                    ) as begun
                from stretch
                inner join lives on stretch.person_id = lives.person_id
                    and lives.valid_from <= first_day and lives.until > first_day
                inner join truth on lives.area = truth.area
            )
            select
                any_value(high_need_activity),
                sum(begun) filter (is_high) / sum(days) filter (is_high)
                / (sum(begun) filter (not is_high) / sum(days) filter (not is_high)),
                coalesce(sum(begun) filter (is_high), 0)
            from living group by area
            """,
        )
        > 0.4
    )


def test_nearly_everybody_is_assessed_after_some_weeks_and_the_long_term_need_most(country):
    rows = country.execute(
        f"""
        {ASSESSED},
        asked as (
            select spell.person_id, spell.start_on + 84 as day
            from spell where spell.end_on > spell.start_on + 84 and spell.start_on > date '2023-01-01'
        )
        select
            avg(if(stretch.need is null, 0, 1)),
            avg(if(spells.days > 730, 1, 0)) filter (stretch.need = 'high'),
            avg(if(spells.days > 730, 1, 0)) filter (stretch.need = 'low')
        from asked
        left join stretch on asked.person_id = stretch.person_id and day >= first_day and day < after
        left join (select person_id, sum(end_on - start_on) as days from spell group by person_id) as spells
            on asked.person_id = spells.person_id
        """
    ).fetchall()
    [(assessed, long_of_high, long_of_low)] = rows
    assert 0.93 < assessed < 0.999
    assert long_of_high > 1.5 * long_of_low
