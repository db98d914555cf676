-- One row per assessment of need that begins while an earlier one of the same person holds, or holds no day.
with ordered as (
    select
        assessment.start_on,
        coalesce(assessment.end_on, date 'infinity') as end_on,
        lag(coalesce(assessment.end_on, date 'infinity')) over (
            partition by assessment.person_id
            order by assessment.start_on, assessment.end_on
        ) as held_until
    from core.need_assessment as assessment
)

select ordered.start_on
from ordered
where ordered.start_on < ordered.held_until or ordered.end_on <= ordered.start_on
