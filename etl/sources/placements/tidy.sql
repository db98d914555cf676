-- One row per delivered placement in a job with the first rule that it breaks.
with typed as (
    select
        delivered.file,
        delivered.line,
        delivered as written,
        as_person(delivered.person_id) as person_id,
        as_day(delivered.placed_on) as placed_on,
        as_text(delivered.sector) as sector
    from stage.delivered as delivered
)

select
    typed.file,
    typed.line,
    typed.person_id,
    typed.placed_on,
    typed.sector,
    coalesce(
        person_fault('person_id', typed.written.person_id, typed.person_id),
        day_fault('placed_on', typed.written.placed_on, typed.placed_on),
        code_fault('sector', typed.sector)
    ) as fault
from typed
