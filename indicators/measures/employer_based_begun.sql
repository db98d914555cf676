-- One row per activity at an employer, which is work placement or work with a wage subsidy: its first day.
select
    activity.person_id,
    cast(null as varchar) as category,
    activity.start_on as happened_on,
    1 as amount
from core.activity as activity
where activity.kind in ('wage_subsidy', 'work_placement')
