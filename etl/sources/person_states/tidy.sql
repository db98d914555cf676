-- One row per delivered state of a person with the first rule that it breaks; `valid_to` is the first day after.
with typed as (
    select
        delivered.file,
        delivered.line,
        delivered as written,
        as_person(delivered.person_id) as person_id,
        as_day(delivered.valid_from) as valid_from,
        as_end(delivered.valid_to) as valid_to,
        as_text(delivered.area) as area,
        as_integer(delivered.birth_year) as birth_year,
        as_text(delivered.sex) as sex,
        as_text(delivered.origin) as origin,
        as_text(delivered.education) as education
    from stage.delivered as delivered
)

select
    typed.file,
    typed.line,
    typed.person_id,
    typed.valid_from,
    typed.valid_to,
    typed.area,
    typed.birth_year,
    typed.sex,
    typed.origin,
    typed.education,
    coalesce(
        person_fault('person_id', typed.written.person_id, typed.person_id),
        day_fault('valid_from', typed.written.valid_from, typed.valid_from),
        end_fault('valid_to', typed.written.valid_to, typed.valid_to, typed.valid_from),
        code_fault('area', typed.area),
        integer_fault('birth_year', typed.written.birth_year, typed.birth_year),
        code_fault('sex', typed.sex),
        code_fault('origin', typed.origin),
        code_fault('education', typed.education)
    ) as fault
from typed
