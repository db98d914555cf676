-- One row per delivered pension with the first rule that it breaks.
with typed as (
    select
        delivered.file,
        delivered.line,
        delivered as written,
        as_person(delivered.person_id) as person_id,
        as_text(delivered.kind) as kind,
        as_day(delivered.granted_on) as granted_on
    from stage.delivered as delivered
)

select
    typed.file,
    typed.line,
    typed.person_id,
    typed.kind,
    typed.granted_on,
    coalesce(
        person_fault('person_id', typed.written.person_id, typed.person_id),
        code_fault('kind', typed.kind),
        day_fault('granted_on', typed.written.granted_on, typed.granted_on)
    ) as fault
from typed
