-- One row per stretch of days on benefit, each day once, on which the person takes part in at least one activity and
-- one assessment of the person's need holds.
with closed_activity as (
    select
        activity.person_id,
        activity.start_on,
        coalesce(activity.end_on, date '9999-12-31') as end_on
    from core.activity as activity
),

seen as (
    select
        closed_activity.*,
        max(closed_activity.end_on) over (
            partition by closed_activity.person_id
            order by closed_activity.start_on, closed_activity.end_on
            rows between unbounded preceding and 1 preceding
        ) as covered_until
    from closed_activity
),

active as (
    select
        seen.person_id,
        greatest(seen.start_on, seen.covered_until) as start_on,
        seen.end_on
    from seen
    where seen.end_on > coalesce(seen.covered_until, seen.start_on)
),

assessed as (
    select
        piece.person_id,
        assessment.need,
        greatest(piece.start_on, assessment.start_on) as start_on,
        coalesce(least(piece.end_on, assessment.end_on), date '9999-12-31') as end_on,
        piece.degree
    from core.benefit_piece as piece
    inner join core.need_assessment as assessment
        on
            piece.person_id = assessment.person_id
            and piece.start_on < coalesce(assessment.end_on, date '9999-12-31')
            and coalesce(piece.end_on, date '9999-12-31') > assessment.start_on
    where piece.first_choice
)

select
    assessed.person_id,
    assessed.need as category,
    greatest(assessed.start_on, active.start_on) as start_on,
    nullif(least(assessed.end_on, active.end_on), date '9999-12-31') as end_on,
    assessed.degree
from assessed
inner join active
    on
        assessed.person_id = active.person_id
        and assessed.start_on < active.end_on
        and assessed.end_on > active.start_on
