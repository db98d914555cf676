-- One row per delivered sanction with the first rule that it breaks.
with typed as (
    select
        delivered.file,
        delivered.line,
        delivered as written,
        as_person(delivered.person_id) as person_id,
        as_text(delivered.scheme) as scheme,
        as_day(delivered.decided_on) as decided_on,
        as_text(delivered.kind) as kind,
        as_day(delivered.complaint_decided_on) as complaint_decided_on,
        as_text(delivered.complaint_outcome) as complaint_outcome
    from stage.delivered as delivered
)

select
    typed.file,
    typed.line,
    typed.person_id,
    typed.scheme,
    typed.decided_on,
    typed.kind,
    typed.complaint_decided_on,
    typed.complaint_outcome,
    coalesce(
        person_fault('person_id', typed.written.person_id, typed.person_id),
        code_fault('scheme', typed.scheme),
        day_fault('decided_on', typed.written.decided_on, typed.decided_on),
        code_fault('kind', typed.kind),
        day_fault('complaint_decided_on', typed.written.complaint_decided_on, typed.complaint_decided_on),
        code_fault('complaint_outcome', typed.complaint_outcome),
        order_fault('complaint_decided_on', typed.complaint_decided_on, typed.decided_on),
        together_fault('complaint_outcome', typed.complaint_outcome, typed.complaint_decided_on)
    ) as fault
from typed
