-- One row per contact that somebody was called to, not exempted, of which it is told whether they came: its due date.
select
    event.person_id,
    cast(null as varchar) as category,
    event.due_on as happened_on,
    1 as amount
from core.case_event as event
where
    event.kind = 'contact'
    and event.due_on is not null
    and not event.exempt
    and event.attendance is not null
