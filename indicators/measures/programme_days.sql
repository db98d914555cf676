-- One row per stretch of days on which a person takes part in activities that are measures and no mere guidance, each
-- day once, on benefit or not.
with told as (
    select
        activity.person_id,
        activity.start_on,
        coalesce(activity.end_on, date '9999-12-31') as end_on
    from core.activity as activity
    where activity.kind in ('training', 'wage_subsidy', 'work_placement')
),

seen as (
    select
        told.*,
        max(told.end_on) over (
            partition by told.person_id
            order by told.start_on, told.end_on
            rows between unbounded preceding and 1 preceding
        ) as covered_until
    from told
)

select
    seen.person_id,
    cast(null as varchar) as category,
    greatest(seen.start_on, seen.covered_until) as start_on,
    nullif(seen.end_on, date '9999-12-31') as end_on,
    100 as degree
from seen
where seen.end_on > coalesce(seen.covered_until, seen.start_on)
