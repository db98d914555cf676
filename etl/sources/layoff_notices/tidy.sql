-- One row per delivered notice of layoffs with the first rule that it breaks.
with typed as (
    select
        delivered.file,
        delivered.line,
        delivered as written,
        as_text(delivered.notice_id) as notice_id,
        as_person(delivered.employer_id) as person_id,
        as_text(delivered.area) as area,
        as_day(delivered.notified_on) as notified_on,
        as_integer(delivered.persons) as persons
    from stage.delivered as delivered
)

select
    typed.file,
    typed.line,
    typed.notice_id,
    typed.person_id,
    typed.area,
    typed.notified_on,
    typed.persons,
    coalesce(
        person_fault('employer_id', typed.written.employer_id, typed.person_id),
        code_fault('notice_id', typed.notice_id),
        code_fault('area', typed.area),
        day_fault('notified_on', typed.written.notified_on, typed.notified_on),
        integer_fault('persons', typed.written.persons, typed.persons)
    ) as fault
from typed
