-- One row per event of a case that is known, as delivered: an event whose case was taken back belongs to nothing.
insert into core.case_event by name
select
    delivered.case_id,
    delivered.person_id,
    delivered.kind,
    delivered.happened_on,
    delivered.due_on,
    delivered.exempt,
    delivered.attendance,
    delivered.actor_organisation,
    delivered.actor_sector
from raw.case_events as delivered
semi join core.case_file as case_file
    on
        delivered.case_id = case_file.case_id
        and delivered.person_id = case_file.person_id
