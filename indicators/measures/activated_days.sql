-- One row per stretch of days on benefit, each day once, on which the person takes part in at least one activity.
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
)

select
    piece.person_id,
    piece.scheme as category,
    greatest(piece.start_on, active.start_on) as start_on,
    nullif(least(piece.end_on, active.end_on), date '9999-12-31') as end_on,
    piece.degree
from core.benefit_piece as piece
inner join active
    on
        piece.person_id = active.person_id
        and piece.start_on < active.end_on
        and coalesce(piece.end_on, date '9999-12-31') > active.start_on
where piece.first_choice
