-- One row per delivered activity with the first rule that it breaks; `end_on` is the first day after.
with typed as (
    select
        delivered.file,
        delivered.line,
        delivered as written,
        as_person(delivered.person_id) as person_id,
        as_text(delivered.kind) as kind,
        as_day(delivered.start_on) as start_on,
        as_end(delivered.last_day) as end_on,
        as_end(delivered.planned_last_day) as planned_end_on
    from stage.delivered as delivered
)

select
    typed.file,
    typed.line,
    typed.person_id,
    typed.kind,
    typed.start_on,
    typed.end_on,
    typed.planned_end_on,
    coalesce(
        person_fault('person_id', typed.written.person_id, typed.person_id),
        code_fault('kind', typed.kind),
        day_fault('start_on', typed.written.start_on, typed.start_on),
        end_fault('last_day', typed.written.last_day, typed.end_on, typed.start_on),
        end_fault('planned_last_day', typed.written.planned_last_day, typed.planned_end_on, typed.start_on)
    ) as fault
from typed
