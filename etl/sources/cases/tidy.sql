-- One row per delivered case with the first rule that it breaks; `closed_on` is the first day after.
with typed as (
    select
        delivered.file,
        delivered.line,
        delivered as written,
        as_text(delivered.case_id) as case_id,
        as_person(delivered.person_id) as person_id,
        as_day(delivered.opened_on) as opened_on,
        as_end(delivered.closed_on) as closed_on
    from stage.delivered as delivered
)

select
    typed.file,
    typed.line,
    typed.case_id,
    typed.person_id,
    typed.opened_on,
    typed.closed_on,
    coalesce(
        person_fault('person_id', typed.written.person_id, typed.person_id),
        code_fault('case_id', typed.case_id),
        day_fault('opened_on', typed.written.opened_on, typed.opened_on),
        end_fault('closed_on', typed.written.closed_on, typed.closed_on, typed.opened_on)
    ) as fault
from typed
