-- One row per delivered stretch of days of an employer with the first rule that it breaks; `active_to` is the first day
-- after.
with typed as (
    select
        delivered.file,
        delivered.line,
        delivered as written,
        as_person(delivered.employer_id) as person_id,
        as_text(delivered.area) as area,
        as_text(delivered.industry) as industry,
        as_integer(delivered.employees) as employees,
        as_day(delivered.active_from) as active_from,
        as_end(delivered.active_to) as active_to
    from stage.delivered as delivered
)

select
    typed.file,
    typed.line,
    typed.person_id,
    typed.area,
    typed.industry,
    typed.employees,
    typed.active_from,
    typed.active_to,
    coalesce(
        person_fault('employer_id', typed.written.employer_id, typed.person_id),
        code_fault('area', typed.area),
        code_fault('industry', typed.industry),
        integer_fault('employees', typed.written.employees, typed.employees),
        day_fault('active_from', typed.written.active_from, typed.active_from),
        end_fault('active_to', typed.written.active_to, typed.active_to, typed.active_from)
    ) as fault
from typed
