-- One row per case with a plan and the days on which it is open and has one: from its first plan until it closes.
with planned as (
    select
        event.case_id,
        min(event.happened_on) as planned_on
    from core.case_event as event
    where event.kind = 'plan'
    group by event.case_id
)

select
    case_file.person_id,
    cast(null as varchar) as category,
    greatest(case_file.opened_on, planned.planned_on) as start_on,
    case_file.closed_on as end_on,
    100 as degree
from core.case_file as case_file
inner join planned on case_file.case_id = planned.case_id
where planned.planned_on < coalesce(case_file.closed_on, date '9999-12-31')
