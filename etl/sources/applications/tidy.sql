-- One row per delivered application with the first rule that it breaks.
with typed as (
    select
        delivered.file,
        delivered.line,
        delivered as written,
        as_person(delivered.person_id) as person_id,
        as_text(delivered.scheme) as scheme,
        as_day(delivered.applied_on) as applied_on,
        as_day(delivered.complete_on) as complete_on,
        as_day(delivered.decided_on) as decided_on,
        as_text(delivered.outcome) as outcome
    from stage.delivered as delivered
)

select
    typed.file,
    typed.line,
    typed.person_id,
    typed.scheme,
    typed.applied_on,
    typed.complete_on,
    typed.decided_on,
    typed.outcome,
    coalesce(
        person_fault('person_id', typed.written.person_id, typed.person_id),
        code_fault('scheme', typed.scheme),
        day_fault('applied_on', typed.written.applied_on, typed.applied_on),
        day_fault('complete_on', typed.written.complete_on, typed.complete_on),
        day_fault('decided_on', typed.written.decided_on, typed.decided_on),
        code_fault('outcome', typed.outcome),
        order_fault('complete_on', typed.complete_on, typed.applied_on),
        order_fault('decided_on', typed.decided_on, coalesce(typed.complete_on, typed.applied_on)),
        together_fault('outcome', typed.outcome, typed.decided_on)
    ) as fault
from typed
