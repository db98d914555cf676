-- One row per first interview that was due by the end of the data in a case then open, exempted or not: its due date.
-- The first interview of a case is its contact with the earliest due date.
with first_due as (
    select
        event.case_id,
        event.due_on
    from core.case_event as event
    where event.kind = 'contact'
    group by
        event.case_id,
        event.due_on
    qualify event.due_on = min(event.due_on) over (partition by event.case_id)
)

select
    case_file.person_id,
    cast(null as varchar) as category,
    first_due.due_on as happened_on,
    1 as amount
from first_due
inner join core.case_file as case_file on first_due.case_id = case_file.case_id
inner join core.coverage as cases on cases.source = 'cases'
inner join core.coverage as events on events.source = 'case_events'
where
    first_due.due_on < events.known_until
    and case_file.opened_on >= cases.known_from
    and (case_file.closed_on is null or case_file.closed_on > first_due.due_on)
