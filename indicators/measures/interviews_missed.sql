-- One row per contact, as in interviews_called, that the person stayed away from without a valid reason: its due date.
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
    and event.attendance = 'absent'
