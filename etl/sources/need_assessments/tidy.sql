-- One row per delivered assessment of need with the first rule that it breaks; `end_on` is the first day after.
with typed as (
    select
        delivered.file,
        delivered.line,
        delivered as written,
        as_person(delivered.person_id) as person_id,
        as_day(delivered.start_on) as start_on,
        as_end(delivered.end_on) as end_on,
        as_text(delivered.need) as need,
        as_day(delivered.recorded_on) as recorded_on
    from stage.delivered as delivered
)

select
    typed.file,
    typed.line,
    typed.person_id,
    typed.start_on,
    typed.end_on,
    typed.need,
    typed.recorded_on,
    coalesce(
        person_fault('person_id', typed.written.person_id, typed.person_id),
        day_fault('start_on', typed.written.start_on, typed.start_on),
        end_fault('end_on', typed.written.end_on, typed.end_on, typed.start_on),
        code_fault('need', typed.need),
        day_fault('recorded_on', typed.written.recorded_on, typed.recorded_on)
    ) as fault
from typed
